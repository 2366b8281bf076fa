/* Whether the units of a layer are the same, and since when: the symmetry meter. */
#include "plot/plot-symmetry.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "plot/distance-matrix.h"
#include "plot/paragraph.h"
#include "plot/spread-curve.h"
#include "plot/symmetry-words.h"

#define PAD 14.0
#define HEAD 36.0 /* the title */
#define LINE 26.0 /* how many are distinct */
#define GAP 14.0
/* From this width on the matrix stands beside the curve, or from that one on where they have not
 * the height to stand one above the other. */
#define WIDE 520.0
#define NARROW 380.0
/* Of the matrix or of the curve. */
#define GOOD_HEIGHT 200.0
#define LEAST_HEIGHT 180.0
/* From this width on words, matrix and curve stand beside each other where the height is low. */
#define LOW_WIDE 760.0
#define LOW_HEIGHT 200.0
/* One above the other they need this height; beneath it, and narrower than both need side by side,
 * there is the matrix alone. */
#define BOTH_HEIGHT 320.0

/* The layer that is shown, 1 … L - 1; 0 where there is none. */
static int
shown_layer (const GradusFigure *figure)
{
  int n = figure->scene != NULL ? figure->scene->diagnosis->n_layers : 0;

  return n > 0 ? CLAMP (figure->layer, 1, n) : 0;
}

static const GradusLayerDiagnosis *
get_layer (const GradusFigure *figure)
{
  return &figure->scene->diagnosis->layers[shown_layer (figure) - 1];
}

/* How high the words are: the title, the count with its badge, and the sentence, whose height is
 * the same for whatever is said, so that the pictures below stand still. */
static double
words_height (double width)
{
  double line = gradus_font_height (GRADUS_FONT_BODY);
  int lines = width >= 700 ? 1 : width >= 400 ? 2 : width >= 320 ? 3 : 4;

  return HEAD + (width < 420 ? 2 * LINE : LINE) + lines * line * 1.1;
}

static gboolean
is_low (double width, double height)
{
  return width >= LOW_WIDE && height < words_height (width) + GAP + GOOD_HEIGHT;
}

/* How wide the words are. */
static double
words_room (double width, double height)
{
  return is_low (width, height) ? CLAMP (0.27 * width, 240, 340) : width - 2 * PAD;
}

/* Where the matrix and the curve are; either may be empty. */
static void
place (const GradusFigure *figure, double width, double height, GradusRect *matrix,
       GradusRect *curve)
{
  double top = words_height (width) + GAP / 2, words = words_room (width, height);
  GradusRect area = { PAD, top, width - 2 * PAD, height - top - PAD / 2 };

  *matrix = *curve = (GradusRect){ 0 };
  if (is_low (width, height))
    area = (GradusRect){ PAD + words + 2 * GAP, PAD / 2, width - 2 * PAD - words - 2 * GAP,
                         height - PAD };
  if (gradus_rect_is_empty (&area) || area.height < 60)
    return;
  if (get_layer (figure)->n_units == 1)
    *curve = area;
  else if (width >= (area.height < BOTH_HEIGHT ? NARROW : WIDE))
    {
      double side = fmin (area.height, (width >= WIDE ? 0.42 : 0.5) * area.width);
      *matrix = (GradusRect){ area.x, area.y, side, area.height };
      *curve =
          (GradusRect){ area.x + side + 2 * GAP, area.y, area.width - side - 2 * GAP, area.height };
    }
  else if (area.height < BOTH_HEIGHT)
    *matrix = area;
  else
    {
      double side = fmin (area.width, 0.52 * (area.height - GAP));
      *matrix = (GradusRect){ area.x, area.y, area.width, side };
      *curve = (GradusRect){ area.x, area.y + side + GAP, area.width, area.height - side - GAP };
    }
}

double
gradus_symmetry_natural_height (const GradusFigure *figure, double width)
{
  double room = width - 2 * PAD;

  if (shown_layer (figure) == 0)
    return HEAD + 44 + PAD;
  if (width >= WIDE)
    return ceil (words_height (width) + GAP + GOOD_HEIGHT);
  return ceil (words_height (width) + 2 * GAP + fmin (room, 300) + GOOD_HEIGHT * 0.9);
}

double
gradus_symmetry_least_height (const GradusFigure *figure, double width)
{
  double natural = gradus_symmetry_natural_height (figure, width);

  if (width >= LOW_WIDE)
    return fmin (natural, LOW_HEIGHT);
  return width >= NARROW ? fmin (natural, words_height (width) + GAP + LEAST_HEIGHT) : natural;
}

static void
draw_words (const GradusFigure *figure, GradusInk *ink, double room)
{
  const GradusLayerDiagnosis *layer = get_layer (figure);
  const char *point = figure->captions->decimal_point;
  g_autofree char *count = gradus_symmetry_tell_count (layer);
  g_autofree char *twins = gradus_symmetry_tell_twins (layer);
  g_autofree char *sentence = gradus_symmetry_tell (figure->scene, shown_layer (figure), point);
  gboolean beside = room >= 420 - 2 * PAD;
  double y = HEAD + 14;
  GradusColor color = layer->n_groups < layer->n_units ? ink->theme->alarm : ink->theme->ink;
  double taken = gradus_ink_text (ink, GRADUS_FONT_TITLE, color, PAD, y, 0, room, count);

  if (twins != NULL)
    gradus_ink_chip (ink, beside ? PAD + taken + 12 : PAD,
                     beside ? y - gradus_font_drop (GRADUS_FONT_TITLE) : y + LINE - 5,
                     ink->theme->alarm, twins);
  gradus_paragraph_draw (ink, GRADUS_FONT_BODY, ink->theme->ink, PAD,
                         HEAD + (!beside && twins != NULL ? 2 * LINE : LINE), room, sentence);
}

static void
draw_title (const GradusFigure *figure, GradusInk *ink, double width)
{
  double taken = gradus_ink_text (ink, GRADUS_FONT_TITLE, ink->theme->ink, PAD, 23, 0,
                                  width - 2 * PAD, _ ("Symmetry"));
  int n_layers = figure->scene != NULL ? figure->scene->diagnosis->n_layers : 0;

  if (n_layers < 2)
    return;
  g_autofree char *note = g_strdup_printf (_ ("layer %d of %d"), shown_layer (figure), n_layers);
  if (taken + 14 + gradus_ink_measure (ink, GRADUS_FONT_NOTE, note) <= width - 2 * PAD)
    gradus_ink_text (ink, GRADUS_FONT_NOTE, ink->theme->soft, PAD + taken + 14, 23, 0, 0, note);
}

void
gradus_symmetry_draw (const GradusFigure *figure, GradusInk *ink, double width, double height)
{
  GradusRect matrix, curve;

  draw_title (figure, ink, width);
  if (figure->scene == NULL || width <= 2 * PAD)
    return;
  if (shown_layer (figure) == 0)
    {
      gradus_ink_text (ink, GRADUS_FONT_BODY, ink->theme->soft, width / 2, HEAD + 24, 0.5,
                       width - 2 * PAD, figure->captions->no_hidden);
      return;
    }
  draw_words (figure, ink, words_room (width, height));
  place (figure, width, height, &matrix, &curve);
  if (!gradus_rect_is_empty (&matrix))
    gradus_distance_matrix_draw (ink, get_layer (figure), &matrix);
  if (!gradus_rect_is_empty (&curve) && get_layer (figure)->n_units > 1)
    gradus_spread_curve_draw (figure, ink, shown_layer (figure), &curve);
}

char *
gradus_symmetry_describe (const GradusFigure *figure)
{
  int l = shown_layer (figure);

  if (figure->scene == NULL)
    return g_strdup (_ ("Symmetry: nothing to show yet."));
  if (l == 0)
    return g_strdup (_ ("No hidden layer: logistic regression."));
  const char *point = figure->captions->decimal_point;
  const GradusLayerDiagnosis *layer = get_layer (figure);
  g_autofree char *count = gradus_symmetry_tell_count (layer);
  g_autofree char *twins = gradus_symmetry_tell_twins (layer);
  g_autofree char *sentence = gradus_symmetry_tell (figure->scene, l, point);
  GString *words = g_string_new (NULL);

  if (figure->scene->diagnosis->n_layers > 1)
    g_string_append_printf (words, _ ("Layer %d: "), l);
  g_string_append (words, count);
  if (twins != NULL)
    g_string_append_printf (words, ", %s", twins);
  if (layer->n_units > 1 && layer->spread > 0)
    {
      GradusNumber spread = gradus_symmetry_number (layer->spread, point);
      g_string_append_printf (words, _ (", spread %s"), spread.text);
    }
  g_string_append_printf (words, ". %s", sentence);
  return g_string_free (words, FALSE);
}

gboolean
gradus_symmetry_find (const GradusFigure *figure, double width, double height, double px, double py,
                      GradusTarget *target)
{
  GradusRect matrix, curve;
  int row, column;

  if (shown_layer (figure) == 0)
    return FALSE;
  place (figure, width, height, &matrix, &curve);
  if (gradus_rect_is_empty (&matrix)
      || !gradus_distance_matrix_find (get_layer (figure), &matrix, px, py, &row, &column))
    return FALSE;
  *target =
      (GradusTarget){ .kind = GRADUS_TARGET_UNIT, .layer = shown_layer (figure), .unit = row };
  return TRUE;
}

gboolean
gradus_symmetry_epochs (const GradusFigure *figure, double width, double height, double px,
                        double py, GradusRect *frame, GradusScale *epochs)
{
  GradusRect matrix, curve;
  int l = shown_layer (figure);

  if (l == 0 || get_layer (figure)->n_units == 1)
    return FALSE;
  place (figure, width, height, &matrix, &curve);
  return !gradus_rect_is_empty (&curve)
         && gradus_spread_curve_axis (figure, l, &curve, frame, epochs);
}

/* The spread at the epoch over which the point is; NULL beside the curve. */
static char *
tell_spread (const GradusFigure *figure, gint64 epoch)
{
  const GradusRow *row = epoch >= 0 ? gradus_history_find (figure->history, epoch) : NULL;
  const char *point = figure->captions->decimal_point;

  if (row == NULL || (epoch > row->epoch && row == &figure->history->last))
    return NULL;
  double spread = row->spread[shown_layer (figure) - 1];
  GradusNumber count = gradus_number_count (row->epoch);
  GradusNumber number = gradus_symmetry_number (spread, point);
  if (spread == 0)
    return g_strdup_printf (_ ("Epoch %s\nspread exactly 0"), count.text);
  return g_strdup_printf (_ ("Epoch %s\nspread %s"), count.text, number.text);
}

char *
gradus_symmetry_tell_point (const GradusFigure *figure, double width, double height, double px,
                            double py)
{
  GradusRect matrix, curve;
  int row, column;

  if (shown_layer (figure) == 0)
    return NULL;
  gint64 epoch = gradus_figure_to_epoch (figure, width, height, px, py);
  if (epoch >= 0)
    return tell_spread (figure, epoch);
  const GradusLayerDiagnosis *layer = get_layer (figure);
  place (figure, width, height, &matrix, &curve);
  if (gradus_rect_is_empty (&matrix)
      || !gradus_distance_matrix_find (layer, &matrix, px, py, &row, &column) || row == column)
    return NULL;
  double distance = layer->distances[row * layer->n_shown + column];
  GradusNumber number = gradus_symmetry_number (distance, figure->captions->decimal_point);
  if (distance == 0)
    return g_strdup_printf (_ ("Units %d and %d: bit-identical"), row + 1, column + 1);
  return g_strdup_printf (_ ("Units %d and %d: %s apart"), row + 1, column + 1, number.text);
}

void
gradus_symmetry_light (const GradusFigure *figure, GradusInk *ink, double width, double height,
                       const GradusTarget *target)
{
  GradusRect matrix, curve;

  if (shown_layer (figure) == 0 || target->layer != shown_layer (figure)
      || (target->kind != GRADUS_TARGET_UNIT && target->kind != GRADUS_TARGET_WEIGHT
          && target->kind != GRADUS_TARGET_BIAS))
    return;
  place (figure, width, height, &matrix, &curve);
  if (!gradus_rect_is_empty (&matrix))
    gradus_distance_matrix_light (ink, get_layer (figure), &matrix, target->unit);
}
