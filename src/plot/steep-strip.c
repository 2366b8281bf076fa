/* Where in the plane a unit's slope is steep: the strip between its flat sides. */
#include "plot/steep-strip.h"

#include <math.h>

#include "plot/bundle.h"

/* Between the lines of a hatch, along either axis, and as a share of a small map's side. */
#define HATCH 9.0
#define SMALL 0.16

/* Values on the nodes of a grid over the map, bilinear between them: z on its four corners where
 * that is all, else a on the nodes of the unit's field. Steep is what lies between low and high. */
typedef struct
{
  double corners[4];   /* row by row, the upper ones first */
  const float *values; /* (rows, columns); NULL: the corners are all */
  int columns, rows;
  double low, high;
  GradusRect map;
} Sheet;

static double
node (const Sheet *self, int row, int column)
{
  return self->values != NULL ? self->values[row * self->columns + column]
                              : self->corners[2 * row + column];
}

/* At a place of the map: u from its left edge to its right one, v from its top down, 0 … 1. */
static double
sample (const Sheet *self, double u, double v)
{
  double x = u * (self->columns - 1), y = v * (self->rows - 1);
  int j = CLAMP ((int) x, 0, self->columns - 2), i = CLAMP ((int) y, 0, self->rows - 2);
  double s = x - j, t = y - i;

  return (1 - t) * ((1 - s) * node (self, i, j) + s * node (self, i, j + 1))
         + t * ((1 - s) * node (self, i + 1, j) + s * node (self, i + 1, j + 1));
}

static void
add_segment (GradusInk *ink, const Sheet *self, const double from[2], const double to[2], double t0,
             double t1)
{
  const GradusRect *map = &self->map;

  if (!(t1 > t0))
    return;
  cairo_move_to (ink->cr, map->x + (from[0] + t0 * (to[0] - from[0])) * map->width,
                 map->y + (from[1] + t0 * (to[1] - from[1])) * map->height);
  cairo_line_to (ink->cr, map->x + (from[0] + t1 * (to[0] - from[0])) * map->width,
                 map->y + (from[1] + t1 * (to[1] - from[1])) * map->height);
}

/* A part of a hatch's line, from t0 to t1 of the stretch; where the one before ends there, that
 * goes on. */
static void
add_stretch (GArray *lines, const Sheet *self, const double from[2], const double to[2], double t0,
             double t1)
{
  const GradusRect *map = &self->map;
  GradusLine *before = lines->len > 0 ? &g_array_index (lines, GradusLine, lines->len - 1) : NULL;

  if (!(t1 > t0))
    return;
  GradusLine line = { .x0 = map->x + (from[0] + t0 * (to[0] - from[0])) * map->width,
                      .y0 = map->y + (from[1] + t0 * (to[1] - from[1])) * map->height,
                      .x1 = map->x + (from[0] + t1 * (to[0] - from[0])) * map->width,
                      .y1 = map->y + (from[1] + t1 * (to[1] - from[1])) * map->height };
  if (before != NULL && fabs (before->x1 - line.x0) < 1e-6 && fabs (before->y1 - line.y0) < 1e-6)
    {
      before->x1 = line.x1;
      before->y1 = line.y1;
    }
  else
    g_array_append_val (lines, line);
}

/* What of the stretch is flat, its value going straight from a to b. */
static void
add_flat (GArray *lines, const Sheet *self, const double from[2], const double to[2], double a,
          double b)
{
  double least = fmin (a, b), most = fmax (a, b);

  if (most <= self->low || least >= self->high) /* flat all along */
    {
      add_stretch (lines, self, from, to, 0, 1);
      return;
    }
  if (!(most - least > 0)) /* steep all along, or no number */
    return;
  double enter = ((a < b ? self->low : self->high) - a) / (b - a);
  double leave = ((a < b ? self->high : self->low) - a) / (b - a);
  add_stretch (lines, self, from, to, 0, fmin (enter, 1));
  add_stretch (lines, self, from, to, fmax (leave, 0), 1);
}

/* One line of the hatch, from below on the left upwards to the right: x + y = at, in the map's own
 * measure. */
static void
add_hatch (GArray *lines, const Sheet *self, double at)
{
  double start[2] = { fmax (0, at - 1), fmin (1, at) }, end[2] = { fmin (1, at), fmax (0, at - 1) };
  int n = self->values == NULL ? 1 : MAX (1, (int) ((end[0] - start[0]) * (self->columns - 1)));
  double from[2] = { start[0], start[1] }, before = sample (self, from[0], from[1]);

  for (int i = 1; i <= n; i++)
    {
      double t = (double) i / n;
      double to[2] = { start[0] + t * (end[0] - start[0]), start[1] + t * (end[1] - start[1]) };
      double value = sample (self, to[0], to[1]);
      add_flat (lines, self, from, to, before, value);
      from[0] = to[0];
      from[1] = to[1];
      before = value;
    }
}

static void
draw_hatch (const Sheet *self, GradusInk *ink)
{
  double step = fmax (3.5, fmin (HATCH, SMALL * self->map.width)) / self->map.width;
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (GradusLine));

  for (double at = step / 2; at < 2; at += step)
    add_hatch (lines, self, at);
  for (guint i = 0; i < lines->len; i++)
    {
      g_array_index (lines, GradusLine, i).width = 0.8 * ink->theme->hairline;
      g_array_index (lines, GradusLine, i).color = ink->theme->contour;
    }
  gradus_bundle_draw (ink, (const GradusLine *) (gpointer) lines->data, lines->len, &self->map, 0,
                      0.3);
}

/* Where the line of the level crosses the edges of a cell: marching squares, unjoined. */
static void
march (const Sheet *self, GradusInk *ink, int row, int column, double level)
{
  static const int corner[4][2] = { { 0, 0 }, { 0, 1 }, { 1, 1 }, { 1, 0 } };
  double x[4], y[4];
  int n = 0;

  for (int i = 0; i < 4; i++)
    {
      const int *from = corner[i], *to = corner[(i + 1) % 4];
      double a = node (self, row + from[0], column + from[1]) - level;
      double b = node (self, row + to[0], column + to[1]) - level;
      if ((a > 0) == (b > 0) || !isfinite (a) || !isfinite (b))
        continue;
      double t = a / (a - b);
      x[n] = (column + from[1] + t * (to[1] - from[1])) / (self->columns - 1);
      y[n++] = (row + from[0] + t * (to[0] - from[0])) / (self->rows - 1);
    }
  for (int i = 0; i + 1 < n; i += 2)
    {
      const double from[2] = { x[i], y[i] }, to[2] = { x[i + 1], y[i + 1] };
      add_segment (ink, self, from, to, 0, 1);
    }
}

static void
draw_lines (const Sheet *self, GradusInk *ink)
{
  const double levels[] = { self->low, self->high };

  for (gsize k = 0; k < G_N_ELEMENTS (levels); k++)
    for (int i = 0; isfinite (levels[k]) && i + 1 < self->rows; i++)
      for (int j = 0; j + 1 < self->columns; j++)
        march (self, ink, i, j, levels[k]);
  cairo_set_line_cap (ink->cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (ink->cr, fmin (1.2, self->map.width / 40) * ink->theme->hairline);
  gradus_ink_color (ink, ink->theme->contour, 0.85);
  cairo_stroke (ink->cr);
  cairo_set_line_cap (ink->cr, CAIRO_LINE_CAP_BUTT);
}

/* z = W x + b on the corners of the plane. */
static void
init_corners (Sheet *self, const GradusNetwork *network, int unit, const GradusExtent *extent)
{
  const double *w = gradus_network_w (network, 1) + 2 * unit;
  double b = gradus_network_b (network, 1)[unit];

  for (int i = 0; i < 4; i++)
    self->corners[i] = w[0] * (i % 2 == 0 ? extent->x0 : extent->x1)
                       + w[1] * (i < 2 ? extent->y1 : extent->y0) + b;
  self->columns = self->rows = 2;
}

void
gradus_steep_strip_draw (GradusInk *ink, const GradusScene *scene, int l, int unit,
                         const GradusRect *map)
{
  const GradusNetwork *network = scene->snapshot->network;
  const GradusField *field = scene->units[l - 1];
  GradusActivation g = network->activation;
  double z = gradus_activation_saturation_z (g);
  Sheet sheet = { .low = -z, .high = z, .map = *map };

  if (g == GRADUS_ACTIVATION_RELU)
    sheet.low = 0;
  else if (!gradus_activation_can_saturate (g))
    return;
  if (gradus_rect_is_empty (map))
    return;
  if (l == 1)
    init_corners (&sheet, network, unit, &field->extent);
  else
    {
      sheet.values = gradus_field_plane (field, unit);
      sheet.columns = field->columns;
      sheet.rows = field->rows;
      sheet.low = gradus_activation_value (g, sheet.low);
      sheet.high = isfinite (z) ? gradus_activation_value (g, z) : z;
    }
  draw_hatch (&sheet, ink); /* neither leaves the map: to clip by its corners would take longest */
  draw_lines (&sheet, ink);
}
