/* Columns of a dense curve as one shape. */
#pragma once

#include <cairo.h>
#include <glib.h>

/* What a curve does within a column of pixels. */
typedef struct
{
  int at;             /* which column, from the left end of the scale */
  double x;           /* of its first point; CSS pixels, as all that follow */
  double first, last; /* heights of its first and last point */
  double top, bottom; /* its extremes: top <= bottom */
  gboolean after_gap; /* does not hang together with the column before */
} GradusColumn;

/* Fills what a pen of that width would cover along n columns that lie side by side: `density` of
 * them to a CSS pixel, column 0 at `left`. The time depends on n alone, however the curve goes. */
void gradus_outline_fill (cairo_t *cr, const GradusColumn *columns, gsize n, double left,
                          double density, double width);
