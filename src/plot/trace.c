/* A line through many points as a path of few corners: to stroke a path costs in proportion to
 * these, and most points of a smooth line lie on the straight one between two others. While one
 * straight line from the last corner can pass all points since, there is no other corner. */
#include "plot/trace.h"

#include <math.h>
#include <string.h>

static double
cross (const double a[2], const double b[2])
{
  return a[0] * b[1] - a[1] * b[0];
}

static void
set_corner (GradusTrace *self, double x, double y)
{
  self->corner_x = self->last_x = x;
  self->corner_y = self->last_y = y;
  self->reach = 0;
}

/* The point, as seen from the corner, narrows the directions down that a line may have. Returns:
 * FALSE where none is left, or where the line turns back. */
static gboolean
pass (GradusTrace *self, double dx, double dy)
{
  const double w = GRADUS_TRACE_TOLERANCE, square = dx * dx + dy * dy;

  if (square < self->reach)
    return FALSE;
  if (square <= w * w)
    return TRUE;
  /* (dx, dy) turned by ∓ asin (w / |d|) */
  double along = sqrt (square - w * w), to[2] = { dx, dy };
  double low[2] = { dx * along + dy * w, dy * along - dx * w };
  double high[2] = { dx * along - dy * w, dy * along + dx * w };
  gboolean is_first = self->reach <= w * w;
  if (!is_first && (cross (self->low, to) < 0 || cross (to, self->high) < 0))
    return FALSE;
  if (is_first || cross (self->low, low) > 0)
    memcpy (self->low, low, sizeof low);
  if (is_first || cross (high, self->high) > 0)
    memcpy (self->high, high, sizeof high);
  self->reach = square;
  return TRUE;
}

void
gradus_trace_begin (GradusTrace *self, cairo_t *cr, double x, double y)
{
  self->cr = cr;
  set_corner (self, x, y);
  cairo_move_to (cr, x, y);
}

void
gradus_trace_add (GradusTrace *self, double x, double y)
{
  if (!pass (self, x - self->corner_x, y - self->corner_y))
    {
      cairo_line_to (self->cr, self->last_x, self->last_y);
      set_corner (self, self->last_x, self->last_y);
      pass (self, x - self->corner_x, y - self->corner_y);
    }
  self->last_x = x;
  self->last_y = y;
}

void
gradus_trace_end (GradusTrace *self)
{
  cairo_line_to (self->cr, self->last_x, self->last_y);
}
