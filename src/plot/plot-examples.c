/* The examples of the boundary plot: marks while they can be told apart, a density beyond. */
#include "plot/plot-examples.h"

#include <math.h>

#include "plot/blit.h"
#include "plot/marks.h"
#include "plot/plot-boundary.h"
#include "plot/plot-density.h"

/* Where a mark's middle may lie within a device pixel: stamps are kept for so many places a side.
 */
#define PHASES 4
/* From so many on, marks on an image are stamps as well. */
#define SOME_EXAMPLES 1000
/* Device scale of the image that goes into a drawing which was not told its own. */
#define UNTOLD_SCALE 2.0

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

static gsize
greatest_divisor (gsize a, gsize b)
{
  while (b != 0)
    {
      gsize rest = a % b;
      a = b;
      b = rest;
    }
  return a;
}

/* Calls func for each example. They come in strides of about 0.618 m, so that no class lies on top
 * of another for having come later in a file. */
static inline void
for_each_example (const Plane *plane, MarkFunc func, gpointer data)
{
  for (int part = 0; part < 2; part++)
    {
      const GradusDataset *set = plane->data[part];
      if (set == NULL || set->m == 0)
        continue;
      const double *x = gradus_dataset_feature (set, 0), *y = gradus_dataset_feature (set, 1);
      gsize stride = MAX (1, (gsize) (0.618 * (double) set->m));
      while (greatest_divisor (set->m, stride) != 1)
        stride++;
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

/* The image laid over the frame, whatever size it was made for. */
static void
paint_image (GradusInk *ink, cairo_surface_t *image, const GradusRect *frame)
{
  double sx = 1, sy = 1;
  int columns = cairo_image_surface_get_width (image);
  int rows = cairo_image_surface_get_height (image);

  if (columns <= 0 || rows <= 0)
    return;
  cairo_surface_get_device_scale (image, &sx, &sy);
  double fit_x = frame->width / (columns / sx), fit_y = frame->height / (rows / sy);
  cairo_save (ink->cr);
  cairo_translate (ink->cr, frame->x, frame->y);
  if (fabs (fit_x - 1) * columns > 1 || fabs (fit_y - 1) * rows > 1)
    cairo_scale (ink->cr, fit_x, fit_y);
  cairo_set_source_surface (ink->cr, image, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (ink->cr), CAIRO_FILTER_BILINEAR);
  cairo_paint (ink->cr);
  cairo_restore (ink->cr);
}

void
gradus_examples_draw (const GradusFigure *figure, GradusInk *ink, const GradusRect *frame)
{
  double density = gradus_ink_pixels (ink, frame);
  gsize m = count_examples (figure->scene);

  if (figure->examples != NULL)
    paint_image (ink, figure->examples, frame);
  else if (m >= GRADUS_MANY_EXAMPLES || (m >= SOME_EXAMPLES && density > 0))
    {
      cairo_surface_t *image =
          gradus_examples_prepare (figure, frame, density > 0 ? density : UNTOLD_SCALE);
      paint_image (ink, image, frame);
      cairo_surface_destroy (image);
    }
  else
    {
      Plane plane = plane_of (figure->scene, frame);
      Pen pen = { ink, gradus_examples_radius (figure, frame->width) };
      for_each_example (&plane, draw_mark, &pen);
    }
}

/* Marks drawn once for each class and place within a pixel, and then laid down like stamps. */
typedef struct
{
  const GradusTheme *theme;
  double r; /* device pixels, as all here */
  int side; /* of a stamp's picture */
  GradusCanvas canvas;
  GradusStampInk stamps[2][GRADUS_MAX_CLASSES][PHASES][PHASES];
} Stamper;

static void
make_stamp (const Stamper *self, int class, gboolean is_held_out, int phase_x, int phase_y,
            GradusStampInk *stamp)
{
  cairo_surface_t *picture =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, self->side, self->side);
  GradusInk ink = { .cr = cairo_create (picture), .theme = self->theme };
  double middle = self->side / 2;

  cairo_set_line_join (ink.cr, CAIRO_LINE_JOIN_ROUND);
  gradus_mark_draw (&ink, class, is_held_out, middle + (double) phase_x / PHASES,
                    middle + (double) phase_y / PHASES, self->r);
  cairo_destroy (ink.cr);
  gradus_stamp_ink_init (stamp, picture);
  cairo_surface_destroy (picture);
}

static void
stamp_mark (gpointer data, int class, gboolean is_held_out, double x, double y)
{
  Stamper *self = data;
  int side = self->side;

  if (!(x > -side && x < self->canvas.width + side && y > -side && y < self->canvas.height + side))
    return;
  /* in parts of a pixel, from a stamp's side outside of the image so that nothing is negative */
  int part_x = (int) ((x + side) * PHASES + 0.5), part_y = (int) ((y + side) * PHASES + 0.5);
  int phase_x = part_x % PHASES, phase_y = part_y % PHASES;
  GradusStampInk *stamp =
      &self->stamps[is_held_out][MIN (class, GRADUS_MAX_CLASSES - 1)][phase_x][phase_y];

  if (stamp->ink == NULL)
    make_stamp (self, class, is_held_out, phase_x, phase_y, stamp);
  gradus_canvas_stamp (&self->canvas, stamp, part_x / PHASES - side - side / 2,
                       part_y / PHASES - side - side / 2);
}

static void
stamp_examples (const GradusFigure *figure, cairo_surface_t *image, const GradusRect *pixels,
                double r)
{
  Plane plane = plane_of (figure->scene, pixels);
  Stamper *stamper = g_new0 (Stamper, 1);

  cairo_surface_flush (image);
  stamper->theme = gradus_theme_get (figure->theme);
  stamper->r = r;
  stamper->side = 2 * (int) ceil (gradus_mark_reach (r)) + 2;
  stamper->canvas = (GradusCanvas){ cairo_image_surface_get_data (image),
                                    (gsize) cairo_image_surface_get_stride (image),
                                    cairo_image_surface_get_width (image),
                                    cairo_image_surface_get_height (image) };
  for_each_example (&plane, stamp_mark, stamper);
  cairo_surface_mark_dirty (image);
  GradusStampInk *stamps = &stamper->stamps[0][0][0][0];
  for (gsize i = 0; i < sizeof stamper->stamps / sizeof *stamps; i++)
    gradus_stamp_ink_clear (&stamps[i]);
  g_free (stamper);
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
