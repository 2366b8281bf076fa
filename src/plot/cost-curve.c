/* A curve over the epochs: its points are gathered column by column of pixels; where columns lie
 * side by side their outline is filled, and elsewhere the points are stroked. */
#include "plot/cost-curve.h"

#include <math.h>

#include "plot/outline.h"

/* So many columns side by side are filled rather than stroked: stroking costs more than in
 * proportion to the points of a path that crosses itself. */
#define MANY_COLUMNS 16
#define COLUMNS_A_STROKE 64

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
        point->low = MIN (value, row->cost_min);
      if (isfinite (row->cost_max))
        point->high = MAX (value, row->cost_max);
    }
  return TRUE;
}

/* The curve as columns, left to right; a column is one pixel of the device wide. */
typedef struct
{
  GArray *columns; /* GradusColumn */
  const GradusScale *x, *y;
  double density; /* columns a CSS pixel */
  double next;    /* the epoch with which the next column begins */
} Gathering;

/* Costs become places, and the line to the column before is shared with it. */
static void
place_column (Gathering *self, gsize i)
{
  GradusColumn *columns = (GradusColumn *) (gpointer) self->columns->data;
  GradusColumn *column = &columns[i];
  double top = gradus_scale_map (self->y, column->top);

  column->bottom = column->bottom == column->top ? top : gradus_scale_map (self->y, column->bottom);
  column->top = top;
  column->first = gradus_scale_map (self->y, column->first);
  column->last = gradus_scale_map (self->y, column->last);
}

/* Adds a row to the newest column, or begins another with it. While gathered, a column's numbers
 * are costs: top the largest, bottom the least. */
static void
add_row (Gathering *self, double epoch, const GradusCostPoint *point, gboolean after_gap)
{
  GradusColumn *column = self->columns->len > 0
                             ? &g_array_index (self->columns, GradusColumn, self->columns->len - 1)
                             : NULL;

  if (column != NULL && epoch < self->next)
    {
      column->last = point->value;
      if (point->low < column->bottom)
        column->bottom = point->low;
      if (point->high > column->top)
        column->top = point->high;
      return;
    }
  double x = gradus_scale_map (self->x, epoch);
  int at = (int) floor ((x - self->x->from) * self->density + 1e-6);
  GradusColumn fresh = { .at = at,
                         .x = x,
                         .first = point->value,
                         .last = point->value,
                         .top = point->high,
                         .bottom = point->low,
                         .after_gap = after_gap };
  g_array_append_val (self->columns, fresh);
  self->next = gradus_scale_unmap (self->x, self->x->from + (at + 1) / self->density);
}

static void
gather (Gathering *self, const GradusSeries *series)
{
  gboolean after_gap = TRUE;

  for (gsize i = 0; i < series->n; i++)
    {
      GradusCostPoint point;
      double epoch;
      if (series->get (series->data, i, &epoch, &point))
        {
          add_row (self, epoch, &point, after_gap);
          after_gap = FALSE;
        }
      else
        after_gap = TRUE;
    }
  for (gsize i = 0; i < self->columns->len; i++)
    place_column (self, i);
}

/* Strokes the points of columns first … end - 1: of each the first and the last cost, and between
 * them its extremes where they show. */
static void
stroke_columns (cairo_t *cr, const GradusColumn *columns, gsize first, gsize end)
{
  for (gsize i = first; i < end; i++)
    {
      const GradusColumn *c = &columns[i];
      if (i == first || c->after_gap)
        cairo_move_to (cr, c->x, c->first);
      cairo_line_to (cr, c->x, c->first); /* a round cap makes a dot of a lone one */
      if (c->top < fmin (c->first, c->last) - 0.25)
        cairo_line_to (cr, c->x, c->top);
      if (c->bottom > fmax (c->first, c->last) + 0.25)
        cairo_line_to (cr, c->x, c->bottom);
      if (c->last != c->first || c->top < c->last - 0.25 || c->bottom > c->last + 0.25)
        cairo_line_to (cr, c->x, c->last);
      if ((i - first) % COLUMNS_A_STROKE == COLUMNS_A_STROKE - 1 && i + 1 < end)
        {
          cairo_stroke (cr);
          cairo_move_to (cr, c->x, c->last);
        }
    }
  cairo_stroke (cr);
}

/* Where the columns end that lie side by side from i on. */
static gsize
find_end (const GradusColumn *columns, gsize n, gsize i)
{
  gsize end = i + 1;

  while (end < n && columns[end].at == columns[end - 1].at + 1 && !columns[end].after_gap)
    end++;
  return end;
}

static void
ink_columns (Gathering *self, cairo_t *cr, double width)
{
  const GradusColumn *columns = (const GradusColumn *) (gpointer) self->columns->data;
  gsize n = self->columns->len, from = 0;

  for (gsize i = 0; i < n;)
    {
      gsize end = find_end (columns, n, i);
      if (end - i >= MANY_COLUMNS)
        {
          if (i > from || !columns[i].after_gap) /* up to the outline, and into it */
            stroke_columns (cr, columns, from, i + 1);
          gradus_outline_fill (cr, columns + i, end - i, self->x->from, self->density, width);
          from = end - 1;
          if (end == n)
            return;
        }
      i = end;
    }
  stroke_columns (cr, columns, from, n);
}

/* Of a drawing that will be scaled later there are two columns to a CSS pixel. */
static double
column_density (GradusInk *ink)
{
  double density = gradus_ink_pixels (ink, NULL);

  return density > 0 ? CLAMP (density, 0.5, 4) : 2;
}

void
gradus_series_draw (GradusInk *ink, const GradusSeries *series, const GradusScale *x,
                    const GradusScale *y, GradusColor color, double line)
{
  double width = line * (series->n == 1 ? 3 : 1);
  Gathering gathering = { .columns = g_array_new (FALSE, FALSE, sizeof (GradusColumn)),
                          .x = x,
                          .y = y,
                          .density = column_density (ink) };

  cairo_save (ink->cr);
  cairo_set_line_cap (ink->cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (ink->cr, width);
  gradus_ink_color (ink, color, 1);
  gather (&gathering, series);
  ink_columns (&gathering, ink->cr, width);
  cairo_restore (ink->cr);
  g_array_unref (gathering.columns);
}

/* What a row has, as a series. */
typedef struct
{
  const GradusHistory *history;
  GradusCurvePick pick;
  int index;
} Rows;

static gboolean
get_row (gconstpointer data, gsize i, double *epoch, GradusCostPoint *point)
{
  const Rows *rows = data;
  const GradusRow *row = gradus_history_get (rows->history, i);

  *epoch = (double) row->epoch;
  return rows->pick (row, rows->index, point);
}

void
gradus_curve_draw (GradusInk *ink, const GradusHistory *history, GradusCurvePick pick, int index,
                   const GradusScale *x, const GradusScale *y, GradusColor color)
{
  Rows rows = { history, pick, index };
  GradusSeries series = { gradus_history_count (history), get_row, &rows };

  gradus_series_draw (ink, &series, x, y, color, ink->theme->line);
}

void
gradus_cost_curve_draw (GradusInk *ink, const GradusHistory *history, gboolean held_out,
                        const GradusScale *x, const GradusScale *y, GradusColor color)
{
  gradus_curve_draw (ink, history, gradus_cost_point, held_out, x, y, color);
}
