/* The examples of a boundary plot as an image, drawn anew only when something about them changes.
 */
#include "app/stamp.h"

#include <string.h>

static gboolean
is_fresh (const GradusStamp *self, const GradusFigure *figure, double width, double height,
          double scale)
{
  return self->surface != NULL && self->training == figure->scene->training
         && self->held_out == figure->scene->held_out && self->theme == figure->theme
         && self->width == width && self->height == height && self->scale == scale
         && self->type == figure->type && self->only == figure->only;
}

cairo_surface_t *
gradus_stamp_get (GradusStamp *self, const GradusFigure *figure, double width, double height,
                  double scale)
{
  if (figure->scene == NULL)
    return NULL;
  if (is_fresh (self, figure, width, height, scale))
    return self->surface;

  gradus_stamp_clear (self);
  self->surface = gradus_figure_prepare_examples (figure, width, height, scale);
  self->training = gradus_dataset_ref (figure->scene->training);
  if (figure->scene->held_out != NULL)
    self->held_out = gradus_dataset_ref (figure->scene->held_out);
  self->theme = figure->theme;
  self->width = width;
  self->height = height;
  self->scale = scale;
  self->type = figure->type;
  self->only = figure->only;
  return self->surface;
}

void
gradus_stamp_clear (GradusStamp *self)
{
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_clear_pointer (&self->training, gradus_dataset_unref);
  g_clear_pointer (&self->held_out, gradus_dataset_unref);
  memset (self, 0, sizeof *self);
}
