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

void
gradus_easel_clear (GradusEasel *self)
{
  for (int i = 0; i < 2; i++)
    g_clear_pointer (&self->images[i], cairo_surface_destroy);
}

/* The image that is not shown, made anew if it is of another size. (transfer none) */
static cairo_surface_t *
take_image (GradusEasel *self, int columns, int rows, int scale)
{
  self->newest = !self->newest;
  cairo_surface_t *image = self->images[self->newest];

  if (image == NULL || cairo_image_surface_get_width (image) != columns
      || cairo_image_surface_get_height (image) != rows)
    {
      if (image != NULL)
        cairo_surface_destroy (image);
      image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, columns, rows);
      self->images[self->newest] = image;
    }
  cairo_surface_set_device_scale (image, scale, scale);
  return image;
}

/* Drawn on an image and laid down whole: cairo would else keep a record of every stroke, and draw
 * it from there. */
void
gradus_figure_snapshot (GtkSnapshot *snapshot, GradusEasel *easel, const GradusFigure *figure,
                        int width, int height, int scale, const GradusTarget *lit, int place)
{
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));

  if ((gint64) width * height * scale * scale > MOST_PIXELS)
    draw (figure, cr, width, height, lit, place);
  else
    {
      cairo_surface_t *image = take_image (easel, width * scale, height * scale, scale);
      cairo_t *on_image = cairo_create (image);

      draw (figure, on_image, width, height, lit, place);
      cairo_destroy (on_image);
      cairo_set_source_surface (cr, image, 0, 0);
      cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
      cairo_paint (cr);
    }
  cairo_destroy (cr);
}
