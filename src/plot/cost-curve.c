/* A curve of the history: its rows are gathered column by column before they are stroked. */
#include "plot/cost-curve.h"

#include <math.h>

/* Stroking costs more than in proportion to the points of one path that crosses itself. */
#define POINTS_A_STROKE 160

gboolean
gradus_cost_point (const GradusRow *row, gboolean held_out, GradusCostPoint *point)
{
  double value = held_out ? row->held_out_cost : row->cost;

  if (!isfinite (value))
    return FALSE;
  *point = (GradusCostPoint){ value, value, value };
  if (!held_out)
    {
      if (isfinite (row->cost_min))
        point->low = fmin (value, row->cost_min);
      if (isfinite (row->cost_max))
        point->high = fmax (value, row->cost_max);
    }
  return TRUE;
}

typedef struct
{
  cairo_t *cr;
  const GradusScale *y;
  int n_points; /* in the path */
  gboolean has_column;
  double x;                      /* of the column's newest point, pixels */
  double first, low, high, last; /* of the column, costs */
} Stroke;

static void
add_point (Stroke *self, double x, double y)
{
  if (self->n_points >= POINTS_A_STROKE)
    {
      cairo_line_to (self->cr, x, y);
      cairo_stroke (self->cr);
      self->n_points = 0;
    }
  if (self->n_points++ == 0)
    cairo_move_to (self->cr, x, y);
  else
    cairo_line_to (self->cr, x, y);
}

/* The first and the last cost of the column, and between them its extremes where they show. */
static void
end_column (Stroke *self)
{
  if (!self->has_column)
    return;
  self->has_column = FALSE;
  double first = gradus_scale_map (self->y, self->first);
  double last = gradus_scale_map (self->y, self->last);
  double top = gradus_scale_map (self->y, self->high);
  double bottom = gradus_scale_map (self->y, self->low);

  add_point (self, self->x, first);
  if (top < fmin (first, last) - 0.25)
    add_point (self, self->x, top);
  if (bottom > fmax (first, last) + 0.25)
    add_point (self, self->x, bottom);
  if (last != first || top < last - 0.25 || bottom > last + 0.25)
    add_point (self, self->x, last);
}

static void
end_stroke (Stroke *self)
{
  end_column (self);
  if (self->n_points == 1) /* a round cap makes a dot of it */
    {
      double x, y;
      cairo_get_current_point (self->cr, &x, &y);
      cairo_line_to (self->cr, x, y);
    }
  cairo_stroke (self->cr);
  self->n_points = 0;
}

static void
add_row (Stroke *self, double x, const GradusCostPoint *point)
{
  if (self->has_column && floor (x) != floor (self->x))
    end_column (self);
  if (!self->has_column)
    {
      self->first = point->value;
      self->low = point->low;
      self->high = point->high;
    }
  self->has_column = TRUE;
  self->x = x;
  self->last = point->value;
  self->low = fmin (self->low, point->low);
  self->high = fmax (self->high, point->high);
}

void
gradus_cost_curve_draw (GradusInk *ink, const GradusHistory *history, gboolean held_out,
                        const GradusScale *x, const GradusScale *y, GradusColor color)
{
  gsize n = gradus_history_count (history);
  Stroke stroke = { .cr = ink->cr, .y = y };

  cairo_save (ink->cr);
  cairo_set_line_cap (ink->cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (ink->cr, n == 1 ? 3 * ink->theme->line : ink->theme->line);
  gradus_ink_color (ink, color, 1);
  for (gsize i = 0; i < n; i++)
    {
      const GradusRow *row = gradus_history_get (history, i);
      GradusCostPoint point;
      if (!gradus_cost_point (row, held_out, &point)) /* a gap */
        {
          end_stroke (&stroke);
          continue;
        }
      add_row (&stroke, gradus_scale_map (x, (double) row->epoch), &point);
    }
  end_stroke (&stroke);
  cairo_restore (ink->cr);
}
