/* What the tests of plots begin with: a run's scene, and a figure as pixels. */
#pragma once

#include <math.h>

#include "plot/figure.h"
#include "run.h"

/* A run after so many epochs, and its scene. */
typedef struct
{
  GradusTrainer *trainer;
  GradusScene *scene;
  GradusCaptions captions;
  GradusFigure figure;
} Picture;

static inline void
picture_init_from (Picture *self, GradusTrainer *trainer, gint64 epochs, GradusView view)
{
  self->trainer = trainer;
  gradus_trainer_run (trainer, epochs + 1);
  g_autoptr (GradusSnapshot) snapshot = gradus_trainer_take_snapshot (trainer);
  GradusSceneOrder order;
  gradus_trainer_order_scene (trainer, snapshot->row.epoch, &order);
  order.snapshot = snapshot;
  order.resolution = 96;
  order.parts = gradus_view_parts (view);
  self->scene = gradus_scene_new (&order);
  gradus_captions_init (&self->captions, NULL);
  gradus_figure_init (&self->figure, view, &self->captions);
  self->figure.scene = self->scene;
  self->figure.history = gradus_trainer_get_history (trainer);
}

static inline void
picture_init (Picture *self, const GradusSpec *spec, gint64 epochs, GradusView view)
{
  picture_init_from (self, run_new (spec), epochs, view);
}

static inline void
picture_clear (Picture *self)
{
  gradus_scene_unref (self->scene);
  gradus_trainer_free (self->trainer);
}

/* The figure on an image that was red before. */
static inline cairo_surface_t *
picture_draw (const GradusFigure *figure, double width, double height)
{
  cairo_surface_t *image = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, (int) ceil (fmax (width, 0)) + 1, (int) ceil (fmax (height, 0)) + 1);
  cairo_t *cr = cairo_create (image);

  cairo_set_source_rgb (cr, 1, 0, 0);
  cairo_paint (cr);
  gradus_figure_draw (figure, cr, width, height);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (image);
  return image;
}

/* 0xRRGGBB at a pixel. */
static inline GradusColor
picture_pixel (cairo_surface_t *image, int x, int y)
{
  const guint8 *data = cairo_image_surface_get_data (image);

  g_assert_true (x >= 0 && x < cairo_image_surface_get_width (image) && y >= 0
                 && y < cairo_image_surface_get_height (image));
  data += (gsize) y * (gsize) cairo_image_surface_get_stride (image);
  return ((const guint32 *) (gconstpointer) data)[x] & 0xffffff;
}

/* The largest difference of a channel. */
static inline int
picture_distance (GradusColor a, GradusColor b)
{
  int most = 0;

  for (int shift = 0; shift < 24; shift += 8)
    most = MAX (most, ABS ((int) (a >> shift & 0xff) - (int) (b >> shift & 0xff)));
  return most;
}

/* How many pixels of the rectangle are the colour, to within a few steps. */
static inline int
picture_count (cairo_surface_t *image, int x0, int y0, int x1, int y1, GradusColor color)
{
  int n = 0;

  for (int y = MAX (y0, 0); y < MIN (y1, cairo_image_surface_get_height (image)); y++)
    for (int x = MAX (x0, 0); x < MIN (x1, cairo_image_surface_get_width (image)); x++)
      n += picture_distance (picture_pixel (image, x, y), color) <= 6;
  return n;
}

/* The least difference of a pixel around (x, y) from the colour. */
static inline int
picture_nearest (cairo_surface_t *image, int x, int y, int reach, GradusColor color)
{
  int least = 255;

  for (int j = y - reach; j <= y + reach; j++)
    for (int i = x - reach; i <= x + reach; i++)
      least = MIN (least, picture_distance (picture_pixel (image, i, j), color));
  return least;
}

/* Where a place of the plane is drawn, found by asking which places pixels show; the middle of the
 * figure must be within the plane. */
static inline void
picture_place (const GradusFigure *figure, int width, int height, double x1, double x2, int *px,
               int *py)
{
  double best_x = INFINITY, best_y = INFINITY, u, v;

  for (int x = 0; x < width; x++)
    if (gradus_figure_to_plane (figure, width, height, x + 0.5, height / 2, &u, &v)
        && fabs (u - x1) < best_x)
      {
        best_x = fabs (u - x1);
        *px = x;
      }
  for (int y = 0; y < height; y++)
    if (gradus_figure_to_plane (figure, width, height, width / 2, y + 0.5, &u, &v)
        && fabs (v - x2) < best_y)
      {
        best_y = fabs (v - x2);
        *py = y;
      }
  g_assert_true (isfinite (best_x) && isfinite (best_y));
}
