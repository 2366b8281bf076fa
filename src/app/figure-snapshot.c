/* A figure as a part of what GTK draws. */
#include "app/figure-snapshot.h"

/* Of an image for a figure; a larger one, of very many units, is drawn directly. */
#define MOST_PIXELS 16000000

static void
draw (const GradusFigure *figure, cairo_t *cr, int width, int height, const GradusTarget *lit,
      int place)
{
  GradusTarget selected = { .kind = GRADUS_TARGET_RUN, .unit = place };

  gradus_figure_draw (figure, cr, width, height);
  gradus_figure_light (figure, cr, width, height, lit);
  if (place >= 0)
    gradus_figure_light (figure, cr, width, height, &selected);
}

/* Drawn on an image and laid down whole: cairo would else keep a record of every stroke, and draw
 * it from there. */
void
gradus_figure_snapshot (GtkSnapshot *snapshot, const GradusFigure *figure, int width, int height,
                        int scale, const GradusTarget *lit, int place)
{
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));

  if ((gint64) width * height * scale * scale > MOST_PIXELS)
    draw (figure, cr, width, height, lit, place);
  else
    {
      cairo_surface_t *image =
          cairo_image_surface_create (CAIRO_FORMAT_RGB24, width * scale, height * scale);
      cairo_t *on_image = cairo_create (image);

      cairo_surface_set_device_scale (image, scale, scale);
      draw (figure, on_image, width, height, lit, place);
      cairo_destroy (on_image);
      cairo_set_source_surface (cr, image, 0, 0);
      cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
      cairo_paint (cr);
      cairo_surface_destroy (image);
    }
  cairo_destroy (cr);
}
