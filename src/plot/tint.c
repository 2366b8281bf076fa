/* Fields as colours: a table from value to colour, looked up for each node. */
#include "plot/tint.h"

#include <math.h>

#define STEPS GRADUS_TINT_STEPS
/* |Z| beyond which the tint does not deepen any more. */
#define MOST_Z 12.0

/* Which node's value each pixel of an image shows. */
typedef struct
{
  int width, height;
  int *columns, *rows;
} Sampling;

static int *
sample_side (int n_pixels, int n_nodes)
{
  int *nodes = g_new (int, (gsize) n_pixels);

  for (int i = 0; i < n_pixels; i++) /* the first and the last node lie on the image's edges */
    nodes[i] =
        n_pixels == n_nodes ? i : (int) ((i + 0.5) / n_pixels * (double) (n_nodes - 1) + 0.5);
  return nodes;
}

/* width 0: a pixel a node. */
static Sampling
sample (const GradusField *field, int width, int height)
{
  Sampling sampling = { width > 0 ? width : field->columns, width > 0 ? height : field->rows, NULL,
                        NULL };

  sampling.columns = sample_side (sampling.width, field->columns);
  sampling.rows = sample_side (sampling.height, field->rows);
  return sampling;
}

static void
clear_sampling (Sampling *self)
{
  g_free (self->columns);
  g_free (self->rows);
}

/* How a class looks when the odds are Z: white at even odds, near as soon as it is the likelier one
 * by far, then slowly deeper. */
static GradusColor
tint_of (const GradusTheme *theme, int class, double z)
{
  double sure = tanh (z / 2);                        /* 2a − 1 */
  double very_sure = 1 - exp (-z * z / (2 * 4 * 4)); /* the same again at Z = 4 or 5 */
  GradusColor deep = gradus_color_mix (theme->near[class], theme->far[class], very_sure);

  return gradus_color_mix (theme->even, deep, sure);
}

/* The index into a table of STEPS + 1; what is not a number is in the middle. Without a branch, so
 * that compilers do several at once. */
static inline int
look_up (float value, float offset, float factor)
{
  float at = (value + offset) * factor;
  float bounded = at < STEPS ? at : STEPS;

  bounded = bounded > 0 ? bounded : 0;
  return (int) ((isnan (at) ? STEPS / 2 : bounded) + 0.5f);
}

static void
tint_plane (const GradusField *field, const Sampling *sampling, const float *values, double low,
            double high, const GradusColor *table, cairo_surface_t *image)
{
  int stride = cairo_image_surface_get_stride (image);
  guint8 *pixels = cairo_image_surface_get_data (image);
  float offset = (float) -low, factor = (float) (STEPS / (high - low));
  g_autofree int *steps = g_new (int, (gsize) field->columns); /* of a row of nodes */

  for (int y = 0; y < sampling->height; y++)
    {
      guint32 *line = (guint32 *) (gpointer) (pixels + (gsize) y * (gsize) stride);
      const float *nodes = values + (gsize) sampling->rows[y] * (gsize) field->columns;
      if (y == 0 || sampling->rows[y] != sampling->rows[y - 1])
        for (int i = 0; i < field->columns; i++)
          steps[i] = look_up (nodes[i], offset, factor);
      for (int x = 0; x < sampling->width; x++)
        line[x] = table[steps[sampling->columns[x]]];
    }
}

static void
tint_two_classes (const GradusField *field, const Sampling *sampling, const GradusTheme *theme,
                  cairo_surface_t *image)
{
  GradusColor table[STEPS + 1];

  for (int i = 0; i <= STEPS; i++)
    {
      double z = MOST_Z * (2.0 * i / STEPS - 1);
      table[i] = tint_of (theme, z > 0, fabs (z));
    }
  tint_plane (field, sampling, gradus_field_plane (field, 0), -MOST_Z, MOST_Z, table, image);
}

/* The likeliest class and how far it is ahead of the second, as a step of the table. The tint is
 * even where the first and the second are equal, so that it has no edge where they change places.
 */
static void
tint_classes (const GradusField *field, const Sampling *sampling, const GradusTheme *theme,
              cairo_surface_t *image)
{
  gsize n_nodes = (gsize) field->rows * (gsize) field->columns;
  int n_classes = MIN (field->n_planes, GRADUS_MAX_CLASSES);
  g_autofree GradusColor *table = g_new (GradusColor, (gsize) n_classes * (STEPS + 1));
  int stride = cairo_image_surface_get_stride (image);
  guint8 *pixels = cairo_image_surface_get_data (image);

  for (int class = 0; class < n_classes; class ++)
    for (int i = 0; i <= STEPS; i++)
      table[class * (STEPS + 1) + i] =
          tint_of (theme, class, fmin (2 * atanh ((double) i / STEPS), MOST_Z));

  for (int y = 0; y < sampling->height; y++)
    {
      guint32 *line = (guint32 *) (gpointer) (pixels + (gsize) y * (gsize) stride);
      const float *values = field->values + (gsize) sampling->rows[y] * (gsize) field->columns;
      for (int x = 0; x < sampling->width; x++)
        {
          float first = -1, second = -1;
          int class = 0;
          for (int k = 0; k < n_classes; k++)
            {
              float p = values[(gsize) k * n_nodes + (gsize) sampling->columns[x]];
              if (p > first)
                {
                  second = first;
                  first = p;
                  class = k;
                }
              else if (p > second)
                second = p;
            }
          line[x] = table[class * (STEPS + 1) + look_up (first - second, 0, STEPS)];
        }
    }
}

cairo_surface_t *
gradus_tint_output (const GradusField *field, int width, int height, const GradusTheme *theme)
{
  Sampling sampling = sample (field, width, height);
  cairo_surface_t *image =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, sampling.width, sampling.height);

  if (cairo_surface_status (image) == CAIRO_STATUS_SUCCESS)
    {
      cairo_surface_flush (image);
      if (field->n_planes == 1)
        tint_two_classes (field, &sampling, theme, image);
      else
        tint_classes (field, &sampling, theme, image);
      cairo_surface_mark_dirty (image);
    }
  clear_sampling (&sampling);
  return image;
}

void
gradus_tint_init (GradusTint *self, const GradusTheme *theme)
{
  for (int i = 0; i <= STEPS; i++)
    {
      double t = 2.0 * i / STEPS - 1;
      self->colors[i] =
          gradus_color_mix (theme->middle, t < 0 ? theme->low : theme->high, fabs (t));
    }
}

void
gradus_tint_init_class (GradusTint *self, const GradusTheme *theme, int class)
{
  for (int i = 0; i <= STEPS; i++)
    self->colors[i] = gradus_color_mix (theme->even, theme->far[class], (double) i / STEPS);
}

/* Each pixel the mean of the nodes nearest to the middles of its four quarters. */
static void
tint_means (const GradusTint *self, const GradusField *field, const Sampling *sampling,
            const float *values, double low, double high, cairo_surface_t *image)
{
  int stride = cairo_image_surface_get_stride (image), side = sampling->width / 2;
  guint8 *pixels = cairo_image_surface_get_data (image);
  float offset = (float) (-4 * low), factor = (float) (STEPS / (4 * (high - low)));

  for (int y = 0; y < side; y++)
    {
      guint32 *line = (guint32 *) (gpointer) (pixels + (gsize) y * (gsize) stride);
      const float *above = values + (gsize) sampling->rows[2 * y] * (gsize) field->columns;
      const float *below = values + (gsize) sampling->rows[2 * y + 1] * (gsize) field->columns;
      for (int x = 0; x < side; x++)
        {
          int i = sampling->columns[2 * x], j = sampling->columns[2 * x + 1];
          line[x] =
              self->colors[look_up (above[i] + above[j] + below[i] + below[j], offset, factor)];
        }
    }
}

cairo_surface_t *
gradus_tint_plane (const GradusTint *self, const GradusField *field, int plane, double low,
                   double high, int side)
{
  Sampling sampling = sample (field, 2 * side, 2 * side);
  cairo_surface_t *image = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, side > 0 ? side : sampling.width, side > 0 ? side : sampling.height);

  if (cairo_surface_status (image) == CAIRO_STATUS_SUCCESS)
    {
      const float *values = gradus_field_plane (field, plane);
      cairo_surface_flush (image);
      if (side > 0)
        tint_means (self, field, &sampling, values, low, high, image);
      else
        tint_plane (field, &sampling, values, low, high, self->colors, image);
      cairo_surface_mark_dirty (image);
    }
  clear_sampling (&sampling);
  return image;
}

cairo_surface_t *
gradus_tint_unit (const GradusField *field, int plane, double low, double high,
                  const GradusTheme *theme)
{
  GradusTint tint;

  gradus_tint_init (&tint, theme);
  return gradus_tint_plane (&tint, field, plane, low, high, 0);
}

void
gradus_tint_range (GradusActivation g, const GradusField *field, int plane, double *low,
                   double *high)
{
  *high = 1;
  *low = g == GRADUS_ACTIVATION_SIGMOID ? 0 : -1;
  if (g == GRADUS_ACTIVATION_SIGMOID || g == GRADUS_ACTIVATION_TANH)
    return;
  *high = fmax (gradus_tint_largest (field, plane), 1e-30);
  *low = -*high;
}

double
gradus_tint_largest (const GradusField *field, int plane)
{
  const float *values = gradus_field_plane (field, plane);
  gsize n = (gsize) field->rows * (gsize) field->columns;
  float largest = 0;

  for (gsize i = 0; i < n; i++)
    {
      float size = fabsf (values[i]);
      if (size > largest && size < INFINITY)
        largest = size;
    }
  return (double) largest;
}
