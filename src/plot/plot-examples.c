/* The examples of the boundary plot: marks while they can be told apart, a density beyond. */
#include "plot/plot-examples.h"

#include <math.h>

#include "plot/mark-stamps.h"
#include "plot/marks.h"
#include "plot/plot-boundary.h"
#include "plot/plot-density.h"

typedef struct
{
  const GradusDataset *data[2]; /* training, held out */
  GradusScale x, y;
} Plane;

static gsize
count_examples (const GradusScene *scene)
{
  return scene->training->m + (scene->held_out != NULL ? scene->held_out->m : 0);
}

static Plane
plane_of (const GradusScene *scene, const GradusRect *frame)
{
  Plane plane = { .data = { scene->training, scene->held_out } };

  gradus_boundary_scales (scene, frame, &plane.x, &plane.y);
  return plane;
}

double
gradus_examples_radius (const GradusFigure *figure, double side)
{
  double m = (double) count_examples (figure->scene);
  double crowd = m > 600 ? fmax (0.45, pow (600 / m, 0.2)) : 1;

  return fmin (fmax (side / 140, 2), 6) * crowd;
}

typedef void (*MarkFunc) (gpointer data, int class, gboolean is_held_out, double x, double y);

/* Calls func for each example. They come in strides, so that no class lies on top of another for
 * having come later in a file. */
static inline void
for_each_example (const Plane *plane, MarkFunc func, gpointer data)
{
  for (int part = 0; part < 2; part++)
    {
      const GradusDataset *set = plane->data[part];
      if (set == NULL || set->m == 0)
        continue;
      const double *x = gradus_dataset_feature (set, 0), *y = gradus_dataset_feature (set, 1);
      gsize stride = gradus_dataset_stride (set);
      for (gsize n = 0, i = 0; n < set->m; n++, i = (i + stride) % set->m)
        func (data, set->labels[i], part == 1, gradus_scale_map (&plane->x, x[i]),
              gradus_scale_map (&plane->y, y[i]));
    }
}

typedef struct
{
  GradusInk *ink;
  double r;
} Pen;

static void
draw_mark (gpointer data, int class, gboolean is_held_out, double x, double y)
{
  Pen *pen = data;

  gradus_mark_draw (pen->ink, class, is_held_out, x, y, pen->r);
}

void
gradus_examples_draw (const GradusFigure *figure, GradusInk *ink, const GradusRect *frame)
{
  double density = gradus_ink_pixels (ink, frame);
  gsize m = count_examples (figure->scene);

  if (figure->examples != NULL)
    gradus_ink_image (ink, figure->examples, frame);
  else if (m >= GRADUS_MANY_EXAMPLES || (m >= GRADUS_MANY_MARKS && density > 0))
    {
      cairo_surface_t *image =
          gradus_examples_prepare (figure, frame, density > 0 ? density : GRADUS_MARKS_SCALE);
      gradus_ink_image (ink, image, frame);
      cairo_surface_destroy (image);
    }
  else
    {
      Plane plane = plane_of (figure->scene, frame);
      Pen pen = { ink, gradus_examples_radius (figure, frame->width) };
      for_each_example (&plane, draw_mark, &pen);
    }
}

static void
lay_mark (gpointer data, int class, gboolean is_held_out, double x, double y)
{
  gradus_mark_stamps_lay (data, class, is_held_out, x, y);
}

static void
stamp_examples (const GradusFigure *figure, cairo_surface_t *image, const GradusRect *pixels,
                double r)
{
  Plane plane = plane_of (figure->scene, pixels);
  GradusMarkStamps *stamps = gradus_mark_stamps_new (gradus_theme_get (figure->theme), r, image);

  for_each_example (&plane, lay_mark, stamps);
  gradus_mark_stamps_free (stamps);
}

cairo_surface_t *
gradus_examples_prepare (const GradusFigure *figure, const GradusRect *frame, double scale)
{
  int columns = (int) CLAMP (ceil (frame->width * scale), 0, 16384);
  int rows = (int) CLAMP (ceil (frame->height * scale), 0, 16384);
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, columns, rows);

  if (figure->scene != NULL && columns > 0 && rows > 0
      && cairo_surface_status (image) == CAIRO_STATUS_SUCCESS)
    {
      const GradusTheme *theme = gradus_theme_get (figure->theme);
      GradusRect pixels = { 0, 0, frame->width * scale, frame->height * scale };
      if (count_examples (figure->scene) >= GRADUS_MANY_EXAMPLES)
        gradus_density_draw (figure->scene, theme, scale, image);
      else
        stamp_examples (figure, image, &pixels,
                        gradus_examples_radius (figure, frame->width) * scale);
    }
  cairo_surface_set_device_scale (image, scale, scale);
  return image;
}
