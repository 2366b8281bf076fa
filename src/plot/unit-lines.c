/* The lines in the plane on which the hidden units of the first layer change sign: z = 0. */
#include "plot/unit-lines.h"

#include <math.h>
#include <string.h>

/* Units whose lines are drawn, and from how many on they are drawn thin. */
#define MOST_LINES 48
#define MANY_LINES 16
#define DASH 6.0

gboolean
gradus_unit_lines_are_shown (const GradusScene *scene)
{
  const GradusNetwork *network = scene->snapshot->network;

  return network->n_layers > 1 && network->n[1] <= MOST_LINES;
}

/* Cuts the line w1 x + w2 y + b = 0 to the unit square. Returns: FALSE where it does not cross. */
static gboolean
cut_line (double w1, double w2, double b, double ends[2][2])
{
  int n = 0;
  double at[4][2];
  double eps = 1e-9;

  for (int side = 0; side < 2; side++)
    {
      if (w2 != 0)
        {
          double v = -(w1 * side + b) / w2;
          if (v >= -eps && v <= 1 + eps)
            at[n][0] = side, at[n++][1] = v;
        }
      if (w1 != 0)
        {
          double u = -(w2 * side + b) / w1;
          if (u >= -eps && u <= 1 + eps)
            at[n][0] = u, at[n++][1] = side;
        }
    }
  if (n < 2)
    return FALSE;
  int other = 1;
  for (int i = 2; i < n; i++) /* through a corner it meets two sides at one point */
    if (hypot (at[i][0] - at[0][0], at[i][1] - at[0][1])
        > hypot (at[other][0] - at[0][0], at[other][1] - at[0][1]))
      other = i;
  memcpy (ends[0], at[0], sizeof at[0]);
  memcpy (ends[1], at[other], sizeof at[0]);
  return TRUE;
}

gboolean
gradus_unit_line_place (const GradusScene *scene, const GradusRect *frame, int unit,
                        double ends[2][2])
{
  const GradusNetwork *network = scene->snapshot->network;
  const GradusExtent *e = &scene->extent;
  const double *w = gradus_network_w (network, 1) + 2 * unit;
  double b = gradus_network_b (network, 1)[unit];

  /* in the unit square, the plane's y upwards */
  if (!cut_line (w[0] * (e->x1 - e->x0), w[1] * (e->y1 - e->y0), b + w[0] * e->x0 + w[1] * e->y0,
                 ends))
    return FALSE;
  for (int i = 0; i < 2; i++)
    {
      ends[i][0] = frame->x + ends[i][0] * frame->width;
      ends[i][1] = frame->y + (1 - ends[i][1]) * frame->height;
    }
  return TRUE;
}

void
gradus_unit_lines_draw (GradusInk *ink, const GradusScene *scene, const GradusRect *frame,
                        double boldness)
{
  int n = scene->snapshot->network->n[1];
  gboolean many = n > MANY_LINES;
  double dashes[] = { DASH, 0.75 * DASH };

  if (!gradus_unit_lines_are_shown (scene))
    return;
  for (int j = 0; j < n; j++)
    {
      double ends[2][2];
      if (!gradus_unit_line_place (scene, frame, j, ends))
        continue;
      cairo_move_to (ink->cr, ends[0][0], ends[0][1]);
      cairo_line_to (ink->cr, ends[1][0], ends[1][1]);
    }
  cairo_set_dash (ink->cr, dashes, 2, 0);
  cairo_set_line_width (ink->cr, (many ? 0.7 : 1.2) * ink->theme->hairline * boldness);
  gradus_ink_color (ink, ink->theme->unit_line, many ? 0.6 : 0.9);
  cairo_stroke (ink->cr);
  cairo_set_dash (ink->cr, NULL, 0, 0);
}

void
gradus_unit_lines_draw_sample (GradusInk *ink, double x, double y, double width)
{
  double middle = floor (y) + 0.5; /* of a pixel */

  gradus_ink_line (ink, x, middle, x + width, middle, 1.2 * ink->theme->hairline, 0.7 * DASH,
                   ink->theme->unit_line);
}
