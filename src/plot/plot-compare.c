/* Several runs side by side: a column for each, and one cost plot with all their curves. */
#include "plot/plot-compare.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "plot/plot-boundary.h"
#include "plot/plot-cost.h"
#include "plot/plot-units.h"
#include "plot/unit-tile.h"

#define MARGIN 12.0
#define GAP 12.0
#define PAD 12.0
#define HEAD 34.0 /* the run's name and numbers */
#define FOOT 40.0 /* chips */
#define TILE 86.0 /* a unit's tile */
#define TILE_GAP 6.0
#define COST 170.0 /* the least height of the cost plot */
/* The least width of a column that can be read. */
#define LEAST_COLUMN 200.0

typedef struct
{
  int columns, rows;
  double width, height; /* of a column */
  GradusRect cost;
} Layout;

/* As many columns in a row as can be read; the cost plot below gets what they need not. */
static Layout
lay_out (const GradusFigure *figure, double width, double height)
{
  Layout self = { .rows = 1 };
  int n = MAX (1, figure->n_runs);
  double inner = width - 2 * MARGIN;

  self.columns = CLAMP ((int) ((inner + GAP) / (LEAST_COLUMN + GAP)), 1, n);
  self.rows = (n + self.columns - 1) / self.columns;
  self.columns = (n + self.rows - 1) / self.rows; /* no row much shorter than another */
  self.width = floor ((inner - (self.columns - 1) * GAP) / self.columns);
  double least_cost = fmin (COST, 0.3 * height);
  double room = height - 2 * MARGIN - GAP - least_cost;
  double wanted = HEAD + (self.width - 2 * PAD) + TILE + 8 + FOOT;
  self.height = floor (fmin (wanted, (room - (self.rows - 1) * GAP) / self.rows));
  double below = MARGIN + self.rows * (self.height + GAP);
  self.cost = (GradusRect){ MARGIN, below, inner, fmax (0, height - below - MARGIN) };
  return self;
}

static GradusRect
column_place (const Layout *layout, int run)
{
  return (GradusRect){ MARGIN + run % layout->columns * (layout->width + GAP),
                       MARGIN + run / layout->columns * (layout->height + GAP), layout->width,
                       layout->height };
}

double
gradus_compare_natural_height (const GradusFigure *figure, double width)
{
  Layout layout = lay_out (figure, width, 1e6);

  return 2 * MARGIN + layout.rows * (layout.height + GAP) + COST;
}

/* Name and colour at the left, cost and accuracy at the right where there is room. */
static void
draw_head (GradusInk *ink, const GradusFigureRun *run, GradusColor color, double width)
{
  GradusRect square = { PAD, HEAD / 2 - 5, 11, 11 };
  double x = PAD + 20, baseline = HEAD / 2 + gradus_font_drop (GRADUS_FONT_TITLE);

  gradus_ink_fill (ink, &square, color);
  x += gradus_ink_text (ink, GRADUS_FONT_TITLE, ink->theme->ink, x, baseline, 0, width - x - PAD,
                        run->name);
  if (run->scene == NULL)
    return;
  const GradusRow *row = &run->scene->snapshot->row;
  const char *point = ink->captions->decimal_point;
  GradusNumber cost = gradus_number_cost (row->cost, point);
  GradusNumber accuracy = gradus_number_percent (row->accuracy, GRADUS_ACCURACY_DECIMALS, point);
  g_autofree char *both = g_strdup_printf ("J = %s   %s", cost.text, accuracy.text);
  double room = width - x - PAD - 12;
  const char *words =
      gradus_ink_measure (ink, GRADUS_FONT_NOTE, both) <= room ? both : accuracy.text;
  if (gradus_ink_measure (ink, GRADUS_FONT_NOTE, words) <= room)
    gradus_ink_text (ink, GRADUS_FONT_NOTE, ink->theme->soft, width - PAD, baseline, 1, 0, words);
}

/* The units of the shown layer in one row of slim tiles; where not all can be read, the last place
 * counts the rest. */
static void
draw_units (GradusInk *ink, const GradusScene *scene, int layer, const GradusRect *area)
{
  int n = scene->diagnosis->layers[layer - 1].n_units;
  int places = (int) ((area->width + TILE_GAP) / (GRADUS_TILE_SLIM_WIDTH + TILE_GAP));
  int shown = MIN (MIN (n <= places ? n : places - 1, n), scene->units[layer - 1]->n_planes);
  int used = n > shown ? shown + 1 : shown;
  double width = floor ((area->width - (used - 1) * TILE_GAP) / MAX (used, 1));
  GradusUnitTile tile;

  if (shown < 1 || area->height < GRADUS_TILE_COMPACT_HEIGHT)
    return;
  gradus_unit_tile_init (&tile, ink, scene, layer, fmin (width, GRADUS_TILE_COMPACT_WIDTH - 1),
                         area->height, TRUE);
  for (int i = 0; i < shown; i++)
    {
      cairo_save (ink->cr);
      cairo_translate (ink->cr, area->x + i * (tile.width + TILE_GAP), area->y);
      gradus_unit_tile_draw (&tile, ink, i);
      cairo_restore (ink->cr);
    }
  if (n == shown)
    return;
  g_autofree char *more = g_strdup_printf ("+%d", n - shown);
  gradus_ink_text (ink, GRADUS_FONT_NOTE, ink->theme->soft,
                   area->x + shown * (tile.width + TILE_GAP) + width / 2,
                   area->y + area->height / 2, 0.5, 0, more);
}

/* "all 4 units alike" and "saturated at start 42 %", each a chip, the second where there is room.
 */
static void
draw_chips (GradusInk *ink, const GradusScene *scene, int layer, double width, double y)
{
  const GradusLayerDiagnosis *now = &scene->diagnosis->layers[layer - 1];
  const char *point = ink->captions->decimal_point;
  gboolean is_alike = now->n_units > 1 && now->n_groups < now->n_units;
  g_autofree char *groups =
      now->n_groups == now->n_units ? g_strdup (_ ("no two units alike"))
      : now->n_groups == 1
          ? g_strdup_printf (_ ("all %d units alike"), now->n_units)
          : g_strdup_printf (_ ("%d of %d units distinct"), now->n_groups, now->n_units);
  double x = PAD;

  if (now->n_units > 1)
    x += gradus_ink_chip (ink, x, y, is_alike ? ink->theme->alarm : ink->theme->ink, groups) + 8;
  if (scene->start == NULL
      || !gradus_activation_can_saturate (scene->snapshot->network->activation))
    return;
  double start = scene->start->layers[layer - 1].saturated;
  GradusNumber percent = gradus_number_percent (start, 0, point);
  g_autofree char *saturated = g_strdup_printf (_ ("saturated at start %s"), percent.text);
  if (x + gradus_ink_measure (ink, GRADUS_FONT_NOTE, saturated) + 20 <= width - PAD)
    gradus_ink_chip (ink, x, y,
                     gradus_units_is_alarming (start) ? ink->theme->alarm : ink->theme->ink,
                     saturated);
}

/* Whether a column of that height has room for its units. */
static gboolean
has_room_for_units (double height)
{
  return height > HEAD + TILE + FOOT + 120;
}

static GradusRect
plane_frame (double width, double height)
{
  double foot = has_room_for_units (height) ? TILE + 8 + FOOT : PAD;
  double side = floor (fmax (0, fmin (width - 2 * PAD, height - HEAD - foot)));

  return (GradusRect){ floor ((width - side) / 2), HEAD, side, side };
}

GradusRect
gradus_compare_frame (const GradusFigure *figure, double width, double height)
{
  Layout layout = lay_out (figure, width, height);

  return plane_frame (layout.width, layout.height);
}

static void
draw_column (const GradusFigure *figure, GradusInk *ink, int i, double width, double height)
{
  const GradusFigureRun *run = &figure->runs[i];
  GradusFigure one = *figure;
  int n_hidden = run->scene != NULL ? run->scene->diagnosis->n_layers : 0;
  GradusRect frame = plane_frame (width, height);
  int layer = CLAMP (figure->layer, 1, MAX (1, n_hidden));

  draw_head (ink, run, ink->theme->runs[i], width);
  if (gradus_rect_is_empty (&frame))
    return;
  one.scene = run->scene;
  one.history = run->history;
  one.examples = run->examples;
  if (run->scene != NULL)
    gradus_boundary_draw_plane (&one, ink, &frame, 5);
  gradus_ink_outline (ink, &frame, 5, ink->theme->frame);
  if (n_hidden == 0 || !has_room_for_units (height))
    return;
  GradusRect tiles = { PAD, HEAD + frame.height + 8, width - 2 * PAD, TILE };
  draw_units (ink, run->scene, layer, &tiles);
  draw_chips (ink, run->scene, layer, width, tiles.y + TILE + FOOT / 2);
}

/* A card of the sheet, with its corner as the origin, until leave_card (). */
static void
enter_card (GradusInk *ink, const GradusRect *place)
{
  cairo_save (ink->cr);
  gradus_ink_round_path (ink, place, 8);
  gradus_ink_color (ink, ink->theme->paper, 1);
  cairo_fill (ink->cr);
  gradus_ink_outline (ink, place, 8, ink->theme->frame);
  cairo_rectangle (ink->cr, place->x, place->y, place->width, place->height);
  cairo_clip (ink->cr);
  cairo_translate (ink->cr, place->x, place->y);
}

static void
leave_card (GradusInk *ink)
{
  cairo_restore (ink->cr);
}

void
gradus_compare_draw (const GradusFigure *figure, GradusInk *ink, double width, double height)
{
  GradusRect whole = { 0, 0, width, height };
  Layout layout = lay_out (figure, width, height);

  gradus_ink_fill (ink, &whole, ink->theme->sheet);
  for (int i = 0; i < figure->n_runs; i++)
    {
      GradusRect place = column_place (&layout, i);
      if (gradus_rect_is_empty (&place))
        continue;
      enter_card (ink, &place);
      draw_column (figure, ink, i, place.width, place.height);
      leave_card (ink);
    }
  if (gradus_rect_is_empty (&layout.cost))
    return;
  enter_card (ink, &layout.cost);
  gradus_cost_draw (figure, ink, layout.cost.width, layout.cost.height);
  leave_card (ink);
}

gboolean
gradus_compare_find (const GradusFigure *figure, double width, double height, double px, double py,
                     GradusTarget *target)
{
  Layout layout = lay_out (figure, width, height);

  for (int i = 0; i < figure->n_runs; i++)
    {
      GradusRect place = column_place (&layout, i);
      if (!gradus_rect_contains (&place, px, py))
        continue;
      *target = (GradusTarget){ .kind = GRADUS_TARGET_RUN, .unit = i };
      return TRUE;
    }
  return FALSE;
}

gboolean
gradus_compare_epochs (const GradusFigure *figure, double width, double height, double px,
                       double py, GradusRect *frame, GradusScale *epochs)
{
  GradusRect cost = lay_out (figure, width, height).cost;

  if (!gradus_cost_axis (figure, cost.width, cost.height, px - cost.x, py - cost.y, frame, epochs))
    return FALSE;
  frame->x += cost.x;
  frame->y += cost.y;
  epochs->from += cost.x;
  epochs->to += cost.x;
  return TRUE;
}

char *
gradus_compare_tell (const GradusFigure *figure, double width, double height, double px, double py)
{
  gint64 epoch = gradus_figure_to_epoch (figure, width, height, px, py);
  const char *point = figure->captions->decimal_point;
  GString *words = g_string_new (NULL);

  for (int i = 0; epoch >= 0 && i < figure->n_runs; i++)
    {
      const GradusRow *row = gradus_history_find (figure->runs[i].history, epoch);
      if (row == NULL)
        continue;
      GradusNumber count = gradus_number_count (row->epoch, FALSE, point);
      GradusNumber cost = gradus_number_fixed (row->cost, 6, point);
      g_string_append_printf (words, "%s%s: %s", words->len > 0 ? "\n" : "", figure->runs[i].name,
                              cost.text);
      if (row->epoch != epoch)
        g_string_append_printf (words, _ (" (epoch %s)"), count.text);
    }
  if (words->len > 0)
    {
      GradusNumber count = gradus_number_count (epoch, FALSE, point);
      g_autofree char *head = g_strdup_printf (_ ("Epoch %s\n"), count.text);
      g_string_prepend (words, head);
    }
  return g_string_free (words, words->len == 0);
}

void
gradus_compare_light (const GradusFigure *figure, GradusInk *ink, double width, double height,
                      const GradusTarget *target)
{
  Layout layout = lay_out (figure, width, height);
  GradusRect place = column_place (&layout, target->unit);

  if (target->kind != GRADUS_TARGET_RUN || target->unit >= figure->n_runs)
    return;
  place = (GradusRect){ place.x + 1, place.y + 1, place.width - 2, place.height - 2 };
  gradus_ink_round_path (ink, &place, 7);
  gradus_ink_color (ink, ink->theme->runs[target->unit], 1);
  cairo_set_line_width (ink->cr, 2);
  cairo_stroke (ink->cr);
}

char *
gradus_compare_describe (const GradusFigure *figure)
{
  const char *point = figure->captions->decimal_point;
  GString *words = g_string_new (NULL);

  for (int i = 0; i < figure->n_runs; i++)
    {
      const GradusFigureRun *run = &figure->runs[i];
      if (run->scene == NULL)
        continue;
      const GradusRow *row = &run->scene->snapshot->row;
      GradusNumber epoch = gradus_number_count (row->epoch, TRUE, point);
      GradusNumber cost = gradus_number_cost (row->cost, point);
      GradusNumber accuracy =
          gradus_number_percent (row->accuracy, GRADUS_ACCURACY_DECIMALS, point);
      g_string_append_printf (words, _ ("%s%s: cost %s, accuracy %s at epoch %s."),
                              words->len > 0 ? " " : "", run->name, cost.text, accuracy.text,
                              epoch.text);
    }
  if (words->len == 0)
    g_string_append (words, _ ("Comparison: nothing to show yet."));
  return g_string_free (words, FALSE);
}
