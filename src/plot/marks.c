/* The shape of an example: circle, triangle, square, diamond, cross and five more. */
#include "plot/marks.h"

#include <math.h>

#define MOST_CORNERS 12

/* Corners around (0, 0), y downwards; a shape without corners is the circle. Sizes are chosen so
 * that all look as large as the circle of radius 1. */
static const struct
{
  int n;
  double corners[MOST_CORNERS][2];
} shapes[GRADUS_MAX_CLASSES] = {
  { 0, { { 0 } } },
  { 3, { { 0, -1.3 }, { 1.22, 0.88 }, { -1.22, 0.88 } } },
  { 4, { { -0.9, -0.9 }, { 0.9, -0.9 }, { 0.9, 0.9 }, { -0.9, 0.9 } } },
  { 4, { { 0, -1.35 }, { 1.1, 0 }, { 0, 1.35 }, { -1.1, 0 } } },
  { 12,
    { { -0.45, -1.25 },
      { 0.45, -1.25 },
      { 0.45, -0.45 },
      { 1.25, -0.45 },
      { 1.25, 0.45 },
      { 0.45, 0.45 },
      { 0.45, 1.25 },
      { -0.45, 1.25 },
      { -0.45, 0.45 },
      { -1.25, 0.45 },
      { -1.25, -0.45 },
      { -0.45, -0.45 } } },
  { 3, { { 0, 1.3 }, { 1.22, -0.88 }, { -1.22, -0.88 } } },
  { 12,
    { { 0, -0.6 },
      { 0.6, -1.2 },
      { 1.2, -0.6 },
      { 0.6, 0 },
      { 1.2, 0.6 },
      { 0.6, 1.2 },
      { 0, 0.6 },
      { -0.6, 1.2 },
      { -1.2, 0.6 },
      { -0.6, 0 },
      { -1.2, -0.6 },
      { -0.6, -1.2 } } },
  { 10,
    { { 0, -1.5 },
      { 0.41, -0.56 },
      { 1.43, -0.46 },
      { 0.66, 0.22 },
      { 0.88, 1.21 },
      { 0, 0.7 },
      { -0.88, 1.21 },
      { -0.66, 0.22 },
      { -1.43, -0.46 },
      { -0.41, -0.56 } } },
  { 4, { { -1.05, -1.1 }, { 1.05, -1.1 }, { -1.05, 1.1 }, { 1.05, 1.1 } } },
  { 6,
    { { 0.6, -1.05 }, { 1.2, 0 }, { 0.6, 1.05 }, { -0.6, 1.05 }, { -1.2, 0 }, { -0.6, -1.05 } } },
};

static void
mark_path (cairo_t *cr, int class, double x, double y, double r)
{
  int shape = CLAMP (class, 0, GRADUS_MAX_CLASSES - 1);

  cairo_new_sub_path (cr);
  if (shapes[shape].n == 0)
    cairo_arc (cr, x, y, r, 0, 2 * G_PI);
  for (int i = 0; i < shapes[shape].n; i++)
    cairo_line_to (cr, x + r * shapes[shape].corners[i][0], y + r * shapes[shape].corners[i][1]);
  cairo_close_path (cr);
}

/* The circle, the triangle, the square and the diamond: corners go clockwise, none is hollow. */
#define ROUND_SHAPES 4

/* The outline that a pen of radius `more` would leave around one of those shapes. To fill it takes
 * half the time of a stroke. */
static void
grown_path (cairo_t *cr, int shape, double x, double y, double r, double more)
{
  int n = shapes[shape].n;
  const double (*at)[2] = shapes[shape].corners;

  cairo_new_sub_path (cr);
  if (n == 0)
    cairo_arc (cr, x, y, r + more, 0, 2 * G_PI);
  for (int i = 0; i < n; i++)
    {
      const double *before = at[(i + n - 1) % n], *here = at[i], *after = at[(i + 1) % n];
      cairo_arc (cr, x + r * here[0], y + r * here[1], more,
                 atan2 (before[0] - here[0], here[1] - before[1]),
                 atan2 (here[0] - after[0], after[1] - here[1]));
    }
  cairo_close_path (cr);
}

static double
rim (double r)
{
  return fmin (1.3, 0.3 * r + 0.1);
}

void
gradus_mark_draw (GradusInk *self, int class, gboolean is_held_out, double x, double y, double r)
{
  GradusColor color = class == GRADUS_MARK_ANY
                          ? self->theme->soft
                          : self->theme->classes[CLAMP (class, 0, GRADUS_MAX_CLASSES - 1)];
  double hollow = fmax (1.1, 0.42 * r);

  double casing = rim (r) + (is_held_out ? hollow / 2 : 0);

  gradus_ink_color (self, self->theme->casing, 0.95);
  if (class < ROUND_SHAPES)
    {
      grown_path (self->cr, MAX (class, 0), x, y, r, casing);
      cairo_fill (self->cr);
      mark_path (self->cr, class, x, y, r);
    }
  else
    {
      mark_path (self->cr, class, x, y, r);
      cairo_set_line_width (self->cr, 2 * casing);
      cairo_stroke_preserve (self->cr);
      if (is_held_out)
        cairo_fill_preserve (self->cr);
    }
  if (is_held_out)
    {
      gradus_ink_color (self, color, 1);
      cairo_set_line_width (self->cr, hollow);
      cairo_stroke (self->cr);
    }
  else
    {
      gradus_ink_color (self, color, 1);
      cairo_fill (self->cr);
    }
}

double
gradus_mark_reach (double r)
{
  return 1.6 * r + rim (r) + 1;
}
