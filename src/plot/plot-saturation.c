/* How much error flat slopes block, now and at epoch 0, and whether that is a fault: the x-ray. */
#include "plot/plot-saturation.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "plot/paragraph.h"
#include "plot/plot-units.h"
#include "plot/saturation-words.h"

#define PAD 14.0
#define HEAD 36.0  /* the title */
#define NAME 20.0  /* of a layer, where there are several */
#define GAUGE 38.0 /* its words and its bar */
#define BAR 8.0
#define GAP 14.0
/* From this width on every sentence fits in two lines, else in three. */
#define TWO_LINES 400.0
/* From this width on the gauges of a layer stand side by side. */
#define ROOMY 560.0
/* From this width on the units stand beside the gauges, which take this much of it; but where there
 * would be so much height beneath the gauges, times the width, the tiles are larger there. */
#define WIDE 620.0
#define TALL 0.4
#define SHARE 0.36
#define LEAST_GAUGE 290.0
#define MOST_GAUGE 420.0
/* Lower than this the units have no room. */
#define LEAST_UNITS 110.0

/* A share of something, now and at epoch 0; NAN where there is nothing to share. */
typedef struct
{
  const char *name;
  double now, start;
  GradusColor color;
  gboolean is_fault; /* where it is more than half */
} Gauge;

static int
count_layers (const GradusFigure *figure)
{
  return figure->scene != NULL ? figure->scene->diagnosis->n_layers : 0;
}

static double
mean_inactive (const GradusLayerDiagnosis *layer)
{
  double sum = 0;

  for (int j = 0; layer != NULL && j < layer->n_units; j++)
    sum += layer->units[j].inactive;
  return layer != NULL ? sum / layer->n_units : NAN;
}

/* What there is to show of a layer. Returns: how many gauges. */
static int
make_gauges (const GradusScene *scene, int l, const GradusTheme *theme, Gauge gauges[2])
{
  GradusActivation g = scene->snapshot->network->activation;
  const GradusLayerDiagnosis *layer = &scene->diagnosis->layers[l - 1];
  const GradusLayerDiagnosis *start = scene->start != NULL ? &scene->start->layers[l - 1] : NULL;
  gboolean warn = gradus_saturation_is_fault (scene, l);

  gauges[0] = (Gauge){ _ ("blocked error"), layer->blocked, start != NULL ? start->blocked : NAN,
                       theme->bar_flat, warn };
  if (gradus_activation_can_saturate (g))
    gauges[1] = (Gauge){ _ ("saturated"), layer->saturated, start != NULL ? start->saturated : NAN,
                         theme->bar_flat, warn };
  else if (g == GRADUS_ACTIVATION_RELU)
    gauges[1] = (Gauge){ _ ("inactive"), mean_inactive (layer), mean_inactive (start),
                         theme->bar_idle, FALSE };
  else
    return 1;
  return 2;
}

static int
count_gauges (const GradusFigure *figure)
{
  GradusActivation g = figure->scene->snapshot->network->activation;

  return gradus_activation_can_saturate (g) || g == GRADUS_ACTIVATION_RELU ? 2 : 1;
}

/* Of a layer's gauges and its sentence, which has the same room whatever it says. */
static double
block_height (const GradusFigure *figure, double width)
{
  double line = gradus_font_height (GRADUS_FONT_BODY) * 1.1;
  int rows = width >= ROOMY ? 1 : count_gauges (figure), lines = width >= TWO_LINES ? 2 : 3;

  return (count_layers (figure) > 1 ? NAME : 0) + rows * GAUGE + lines * line + GAP / 2;
}

/* Where the last layer's block ends in a column of this width. */
static double
gauges_height (const GradusFigure *figure, double width)
{
  return HEAD + count_layers (figure) * block_height (figure, width - 2 * PAD);
}

/* Of the column of gauges beside the units. */
static double
gauges_width (double width)
{
  return floor (CLAMP (SHARE * width, LEAST_GAUGE, MOST_GAUGE));
}

static gboolean
is_beside (const GradusFigure *figure, double width, double height)
{
  return width >= WIDE && height - gauges_height (figure, width) < TALL * width;
}

double
gradus_saturation_natural_height (const GradusFigure *figure, double width)
{
  if (count_layers (figure) == 0)
    return HEAD + 44 + PAD;
  double left = width >= WIDE ? gauges_width (width) : width;
  double gauges = gauges_height (figure, left);

  if (width >= WIDE)
    return ceil (fmax (gauges + PAD, gradus_units_natural_height (figure, width - left)));
  return ceil (gauges + gradus_units_natural_height (figure, width));
}

/* "89 % now, 67 % at epoch 0", or what of it there is. (transfer full) */
static char *
tell_shares (const GradusScene *scene, const Gauge *gauge, const char *point)
{
  GradusNumber now = gradus_number_percent (gauge->now, 0, point);
  GradusNumber start = gradus_number_percent (gauge->start, 0, point);
  gboolean at_start = scene->snapshot->row.epoch == 0;

  if (isnan (gauge->now) && (at_start || isnan (gauge->start)))
    return g_strdup (_ ("no error comes back"));
  if (isnan (gauge->now))
    return g_strdup_printf (_ ("no error now, %s at epoch 0"), start.text);
  if (at_start)
    return g_strdup_printf (_ ("%s at epoch 0"), now.text);
  if (isnan (gauge->start))
    return g_strdup_printf (_ ("%s now"), now.text);
  return g_strdup_printf (_ ("%s now, %s at epoch 0"), now.text, start.text);
}

static void
draw_gauge (GradusInk *ink, const GradusScene *scene, const Gauge *gauge, double x, double y,
            double width)
{
  const GradusTheme *theme = ink->theme;
  g_autofree char *shares = tell_shares (scene, gauge, ink->captions->decimal_point);
  double taken = gradus_ink_measure (ink, GRADUS_FONT_NOTE, shares);
  GradusRect track = { x, y + 20, width, BAR };

  gradus_ink_text (ink, GRADUS_FONT_NOTE, theme->soft, x, y + 14, 0, fmax (width - taken - 8, 1),
                   gauge->name);
  gradus_ink_text (ink, GRADUS_FONT_NOTE,
                   gauge->is_fault && gradus_units_is_alarming (gauge->now) ? theme->alarm
                                                                            : theme->ink,
                   x + width, y + 14, 1, width, shares);
  gradus_ink_round_path (ink, &track, BAR / 2);
  gradus_ink_color (ink, theme->grid, 1);
  cairo_fill (ink->cr);
  if (gauge->now > 0)
    {
      cairo_save (ink->cr);
      gradus_ink_round_path (ink, &track, BAR / 2);
      cairo_clip (ink->cr);
      track.width *= gauge->now;
      gradus_ink_fill (ink, &track, gauge->color);
      cairo_restore (ink->cr);
    }
  if (!isnan (gauge->start)) /* a notch that stands out on both sides */
    {
      double at = x + CLAMP (gauge->start * width, 1.0, width - 1);
      gradus_ink_line (ink, at, y + 17, at, y + 20 + BAR + 3, 2, 0, theme->ink);
    }
}

static void
draw_layer (const GradusFigure *figure, GradusInk *ink, int l, double y, double width)
{
  const GradusScene *scene = figure->scene;
  g_autofree char *sentence = gradus_saturation_tell (scene, l, figure->captions->decimal_point);
  Gauge gauges[2];
  int n = make_gauges (scene, l, ink->theme, gauges);
  gboolean is_pair = n > 1 && width >= ROOMY;
  double each = is_pair ? (width - 2 * GAP) / 2 : width;

  if (count_layers (figure) > 1)
    {
      g_autofree char *name = g_strdup_printf (_ ("Layer %d"), l);
      gradus_ink_text (ink, GRADUS_FONT_STRONG, ink->theme->ink, PAD, y + 14, 0, width, name);
      y += NAME;
    }
  for (int i = 0; i < n; i++)
    draw_gauge (ink, scene, &gauges[i], PAD + (is_pair ? i * (each + 2 * GAP) : 0),
                y + (is_pair ? 0 : i * GAUGE), each);
  y += (is_pair ? 1 : n) * GAUGE;
  gradus_paragraph_draw (ink, GRADUS_FONT_BODY,
                         gradus_saturation_is_fault (scene, l) ? ink->theme->alarm
                                                               : ink->theme->ink,
                         PAD, y, width, sentence);
}

/* As many layers as there is room for. */
static void
draw_layers (const GradusFigure *figure, GradusInk *ink, double width, double height)
{
  double y = HEAD, block = block_height (figure, width);
  int n = count_layers (figure);

  for (int l = 1; l <= n; l++)
    {
      if (l > 1 && y + block > height)
        {
          g_autofree char *more =
              g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %d more layer",
                                            "and %d more layers", (gulong) (n - l + 1)),
                               n - l + 1);
          if (y + 18 <= height)
            gradus_ink_text (ink, GRADUS_FONT_NOTE, ink->theme->soft, PAD, y + 14, 0, width, more);
          return;
        }
      draw_layer (figure, ink, l, y, width);
      y += block;
    }
}

/* Beside the gauges, or beneath them. Returns: FALSE where there is no room for units. */
static gboolean
place_units (const GradusFigure *figure, double width, double height, GradusRect *units)
{
  if (count_layers (figure) == 0)
    return FALSE;
  double top = gauges_height (figure, width), left = gauges_width (width);

  if (is_beside (figure, width, height))
    *units = (GradusRect){ left, 0, width - left, height };
  else
    *units = (GradusRect){ 0, top, width, height - top };
  return units->height >= LEAST_UNITS;
}

void
gradus_saturation_draw (const GradusFigure *figure, GradusInk *ink, double width, double height)
{
  GradusRect units;

  gradus_ink_text (ink, GRADUS_FONT_TITLE, ink->theme->ink, PAD, 23, 0, width - 2 * PAD,
                   _ ("Saturation"));
  if (figure->scene == NULL || width <= 2 * PAD)
    return;
  if (count_layers (figure) == 0)
    {
      gradus_ink_text (ink, GRADUS_FONT_BODY, ink->theme->soft, width / 2, HEAD + 24, 0.5,
                       width - 2 * PAD, figure->captions->no_hidden);
      return;
    }
  draw_layers (figure, ink,
               (is_beside (figure, width, height) ? gauges_width (width) : width) - 2 * PAD,
               height);
  if (!place_units (figure, width, height, &units))
    return;
  cairo_save (ink->cr);
  cairo_translate (ink->cr, units.x, units.y);
  gradus_units_draw (figure, ink, units.width, units.height);
  cairo_restore (ink->cr);
}

gboolean
gradus_saturation_find (const GradusFigure *figure, double width, double height, double px,
                        double py, GradusTarget *target)
{
  GradusRect units;

  return place_units (figure, width, height, &units)
         && gradus_units_find (figure, units.width, units.height, px - units.x, py - units.y,
                               target);
}

void
gradus_saturation_light (const GradusFigure *figure, GradusInk *ink, double width, double height,
                         const GradusTarget *target)
{
  GradusRect units;

  if (!place_units (figure, width, height, &units))
    return;
  cairo_save (ink->cr);
  cairo_translate (ink->cr, units.x, units.y);
  gradus_units_light (figure, ink, units.width, units.height, target);
  cairo_restore (ink->cr);
}

char *
gradus_saturation_describe (const GradusFigure *figure)
{
  int n = count_layers (figure);
  GString *words = g_string_new (NULL);

  if (figure->scene == NULL)
    g_string_append (words, _ ("Saturation: nothing to show yet."));
  else if (n == 0)
    g_string_append (words, _ ("No hidden layer: logistic regression."));
  for (int l = 1; l <= n; l++)
    {
      g_autofree char *sentence =
          gradus_saturation_tell (figure->scene, l, figure->captions->decimal_point);
      if (n > 1)
        g_string_append_printf (words, _ ("%sLayer %d: "), l > 1 ? " " : "", l);
      g_string_append (words, sentence);
    }
  return g_string_free (words, FALSE);
}
