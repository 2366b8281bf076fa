/* Several runs side by side: a column for each, and one cost plot with all their curves. */
#include "plot/plot-compare.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "plot/compare-column.h"
#include "plot/compare-layout.h"
#include "plot/cost-lines.h"
#include "plot/landmark-marks.h"
#include "plot/plot-cost.h"

#define NEAR 3.0 /* as near as a pointer can be held */

double
gradus_compare_natural_height (const GradusFigure *figure, double width)
{
  return gradus_compare_layout_height (figure, width);
}

GradusRect
gradus_compare_frame (const GradusFigure *figure, double width, double height)
{
  GradusCompareLayout layout;

  gradus_compare_layout_init (&layout, figure, width, height);
  return layout.plane;
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
  GradusCompareLayout layout;

  gradus_compare_layout_init (&layout, figure, width, height);
  gradus_ink_fill (ink, &whole, ink->theme->sheet);
  for (int i = 0; i < figure->n_runs; i++)
    {
      if (gradus_rect_is_empty (&layout.places[i]))
        continue;
      enter_card (ink, &layout.places[i]);
      gradus_compare_column_draw (figure, ink, i, &layout);
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
  GradusCompareLayout layout;

  gradus_compare_layout_init (&layout, figure, width, height);
  for (int i = 0; i < figure->n_runs; i++)
    {
      if (gradus_rect_is_empty (&layout.places[i])
          || !gradus_rect_contains (&layout.places[i], px, py))
        continue;
      *target = (GradusTarget){ .kind = GRADUS_TARGET_RUN, .unit = i };
      return TRUE;
    }
  return gradus_cost_find (figure, layout.cost.width, layout.cost.height, px - layout.cost.x,
                           py - layout.cost.y, target);
}

gboolean
gradus_compare_epochs (const GradusFigure *figure, double width, double height, double px,
                       double py, GradusRect *frame, GradusScale *epochs)
{
  GradusCompareLayout layout;

  gradus_compare_layout_init (&layout, figure, width, height);
  const GradusRect *cost = &layout.cost;
  if (!gradus_cost_axis (figure, cost->width, cost->height, px - cost->x, py - cost->y, frame,
                         epochs))
    return FALSE;
  frame->x += cost->x;
  frame->y += cost->y;
  epochs->from += cost->x;
  epochs->to += cost->x;
  return TRUE;
}

char *
gradus_compare_tell (const GradusFigure *figure, double width, double height, double px, double py)
{
  gint64 epoch = gradus_figure_to_epoch (figure, width, height, px, py);
  gint64 first = gradus_figure_to_epoch (figure, width, height, px - NEAR, py);
  gint64 last = gradus_figure_to_epoch (figure, width, height, px + NEAR, py);

  if (epoch < 0)
    return NULL;
  g_autofree char *lines = gradus_cost_lines_tell (figure, epoch);
  g_autofree char *passed =
      gradus_landmark_marks_tell (figure, first, last >= 0 ? last : G_MAXINT64);
  GradusNumber count = gradus_number_count (epoch);
  return *lines != '\0' ? g_strdup_printf (_ ("Epoch %s%s%s"), count.text, lines, passed) : NULL;
}

void
gradus_compare_light (const GradusFigure *figure, GradusInk *ink, double width, double height,
                      const GradusTarget *target)
{
  GradusCompareLayout layout;

  gradus_compare_layout_init (&layout, figure, width, height);
  if (target->kind == GRADUS_TARGET_EPOCH && !gradus_rect_is_empty (&layout.cost))
    {
      cairo_save (ink->cr);
      cairo_translate (ink->cr, layout.cost.x, layout.cost.y);
      gradus_cost_light (figure, ink, layout.cost.width, layout.cost.height, target);
      cairo_restore (ink->cr);
    }
  if (target->kind != GRADUS_TARGET_RUN || target->unit >= figure->n_runs)
    return;
  GradusRect place = layout.places[target->unit];
  if (gradus_rect_is_empty (&place))
    return;
  place = (GradusRect){ place.x + 1, place.y + 1, place.width - 2, place.height - 2 };
  gradus_ink_round_path (ink, &place, 7);
  gradus_ink_color (ink, ink->theme->runs[target->unit], 1);
  cairo_set_line_width (ink->cr, 2);
  cairo_stroke (ink->cr);
}

/* "W = 0 has cost 0.6931 and accuracy 50.00 %", with its epoch where that is another one than that
 * of the sentence. (transfer full) */
static char *
describe_run (const GradusFigure *figure, const GradusFigureRun *run, gint64 epoch)
{
  const char *point = figure->captions->decimal_point;

  if (run->scene == NULL)
    return g_strdup_printf (_ ("%s has nothing to show"), run->name);
  const GradusRow *row = &run->scene->snapshot->row;
  GradusNumber cost = gradus_number_cost (row->cost, point);
  GradusNumber accuracy = gradus_number_percent (row->accuracy, GRADUS_ACCURACY_DECIMALS, point);
  GradusNumber own = gradus_number_count (row->epoch);
  if (row->epoch == epoch)
    return g_strdup_printf (_ ("%s has cost %s and accuracy %s"), run->name, cost.text,
                            accuracy.text);
  return g_strdup_printf (_ ("%s has cost %s and accuracy %s (epoch %s)"), run->name, cost.text,
                          accuracy.text, own.text);
}

char *
gradus_compare_describe (const GradusFigure *figure)
{
  GString *words = g_string_new (NULL);
  gint64 epoch = -1;

  for (int i = 0; i < figure->n_runs; i++)
    if (figure->runs[i].scene != NULL)
      epoch = MAX (epoch, figure->runs[i].scene->snapshot->row.epoch);
  for (int i = 0; epoch >= 0 && i < figure->n_runs; i++)
    {
      if (!gradus_compare_shows (figure, i))
        continue;
      g_autofree char *run = describe_run (figure, &figure->runs[i], epoch);
      g_string_append_printf (words, "%s%s", words->len > 0 ? "; " : "", run);
    }
  g_autofree char *runs = g_string_free (words, FALSE);
  if (epoch < 0)
    return g_strdup (_ ("Comparison: nothing to show yet."));
  GradusNumber count = gradus_number_count (epoch);
  return g_strdup_printf (_ ("At epoch %s: %s."), count.text, runs);
}
