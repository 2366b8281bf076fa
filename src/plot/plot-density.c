/* Very many examples: how densely each class lies, cell by cell. */
#include "plot/plot-density.h"

#include <math.h>

/* How many examples of each class lie in each cell of a raster. */
typedef struct
{
  int columns, rows;
  int cell;             /* device pixels a side */
  double across, along; /* cells in the whole frame, the last ones cut */
  int n_classes;
  guint16 *counts; /* (rows, columns, n_classes) */
} Density;

static void
count_set (Density *self, const GradusDataset *set, const GradusExtent *e)
{
  const double *x = gradus_dataset_feature (set, 0), *y = gradus_dataset_feature (set, 1);
  double fx = self->across / (e->x1 - e->x0), fy = self->along / (e->y1 - e->y0);

  for (gsize i = 0; i < set->m; i++)
    {
      double column = (x[i] - e->x0) * fx, row = (e->y1 - y[i]) * fy;
      if (!(column >= 0 && column < self->columns && row >= 0 && row < self->rows))
        continue;
      guint16 *count = &self->counts[((gsize) row * (gsize) self->columns + (gsize) column)
                                         * (gsize) self->n_classes
                                     + set->labels[i]];
      if (*count < G_MAXUINT16)
        (*count)++;
    }
}

/* The class that leads in a cell gives its colour, the others mix in by their share; how full the
 * cell is gives the strength, which saturates. Premultiplied. */
static guint32
density_pixel (const Density *self, const guint16 *counts, const GradusTheme *theme, double usual)
{
  int total = 0;
  double channel[3] = { 0 };

  for (int k = 0; k < self->n_classes; k++)
    total += counts[k];
  if (total == 0)
    return 0;
  for (int k = 0; k < self->n_classes; k++)
    {
      double share = (double) counts[k] / total;
      GradusColor color = theme->classes[k];
      channel[0] += share * (color >> 16 & 0xff);
      channel[1] += share * (color >> 8 & 0xff);
      channel[2] += share * (color & 0xff);
    }
  double alpha = 0.35 + 0.57 * (1 - exp (-(total - 1) / usual));
  return (guint32) (alpha * 255 + 0.5) << 24 | (guint32) (alpha * channel[0] + 0.5) << 16
         | (guint32) (alpha * channel[1] + 0.5) << 8 | (guint32) (alpha * channel[2] + 0.5);
}

static void
ink_density (const Density *self, const GradusTheme *theme, gsize m, cairo_surface_t *image)
{
  int width = cairo_image_surface_get_width (image),
      height = cairo_image_surface_get_height (image);
  int stride = cairo_image_surface_get_stride (image);
  guint8 *pixels = cairo_image_surface_get_data (image);
  double usual = fmax (1, 3.0 * (double) m / ((double) self->columns * self->rows));

  for (int y = 0; y < height; y++)
    {
      guint32 *line = (guint32 *) (gpointer) (pixels + (gsize) y * (gsize) stride);
      const guint16 *counts =
          self->counts + (gsize) (y / self->cell) * (gsize) self->columns * (gsize) self->n_classes;
      if (y % self->cell != 0)
        {
          const guint32 *above =
              (const guint32 *) (gpointer) (pixels + (gsize) (y - 1) * (gsize) stride);
          for (int x = 0; x < width; x++)
            line[x] = above[x];
          continue;
        }
      for (int x = 0; x < width; counts += self->n_classes)
        {
          guint32 pixel = density_pixel (self, counts, theme, usual);
          for (int i = 0; i < self->cell && x < width; i++, x++)
            line[x] = pixel;
        }
    }
}

void
gradus_density_draw (const GradusScene *scene, const GradusTheme *theme, double scale,
                     cairo_surface_t *image)
{
  int width = cairo_image_surface_get_width (image),
      height = cairo_image_surface_get_height (image);
  int cell = MAX (1, (int) (1.3 * scale + 0.5));
  Density density = { .columns = (width - 1) / cell + 1,
                      .rows = (height - 1) / cell + 1,
                      .cell = cell,
                      .across = (double) width / cell,
                      .along = (double) height / cell,
                      .n_classes = scene->training->n_classes };
  gsize m = scene->training->m;

  density.counts =
      g_new0 (guint16, (gsize) density.columns * (gsize) density.rows * (gsize) density.n_classes);
  count_set (&density, scene->training, &scene->extent);
  if (scene->held_out != NULL)
    {
      count_set (&density, scene->held_out, &scene->extent);
      m += scene->held_out->m;
    }
  cairo_surface_flush (image);
  ink_density (&density, theme, m, image);
  cairo_surface_mark_dirty (image);
  g_free (density.counts);
}
