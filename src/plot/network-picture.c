/* A network's picture: its layout, and what each parameter looks like in it. */
#include "plot/network-picture.h"

#include <math.h>

/* A line or disc that is not of an exact zero is at least so large. */
#define LEAST_WIDTH 0.3
#define LEAST_DISC 0.8

/* So that doubles near their end neither overflow nor vanish on the way to pixels. */
static double
share (const GradusNetworkPicture *self, double value)
{
  return self->largest > 0 ? fmin (fabs (value / self->largest), 1) : 0;
}

gboolean
gradus_network_picture_init (GradusNetworkPicture *self, const GradusFigure *figure, double width,
                             double height)
{
  *self =
      (GradusNetworkPicture){ .scene = figure->scene, .theme = gradus_theme_get (figure->theme) };
  if (figure->scene == NULL)
    return FALSE;
  self->network = figure->scene->snapshot->network;
  for (gsize i = 0; i < self->network->n_parameters; i++)
    {
      double size = fabs (self->network->parameters[i]);
      if (isfinite (size))
        self->largest = fmax (self->largest, size);
    }
  gradus_network_lay_out (self->network->n, self->network->n_layers, width, height, &self->layout);
  return self->layout.n_columns > 0;
}

GradusColor
gradus_network_picture_color (const GradusNetworkPicture *self, double value)
{
  return value > 0 ? self->theme->plus : value < 0 ? self->theme->minus : self->theme->marker;
}

gboolean
gradus_network_picture_line (const GradusNetworkPicture *self, int column, int unit, int input,
                             GradusLine *line)
{
  int layer = self->layout.columns[column].layer;
  double w = gradus_network_w (
      self->network, layer)[(gsize) unit * (gsize) self->network->n[layer - 1] + (gsize) input];

  *line = (GradusLine){ .color = gradus_network_picture_color (self, w) };
  gradus_network_layout_line (&self->layout, column, unit, input, &line->x0, &line->y0, &line->x1,
                              &line->y1);
  line->width = fmax (share (self, w) * self->layout.most, LEAST_WIDTH);
  if (w == 0)
    line->width = self->theme->hairline / 2;
  else if (w < 0)
    line->dash = fmax (5, 1.8 * line->width);
  return isfinite (w);
}

double
gradus_network_picture_disc (const GradusNetworkPicture *self, int column, int unit)
{
  double b = gradus_network_b (self->network, self->layout.columns[column].layer)[unit];

  if (b == 0 || !isfinite (b))
    return 0;
  return fmax (share (self, b) * (self->layout.ring - 1), LEAST_DISC);
}

gboolean
gradus_network_index (const GradusNetwork *self, const GradusTarget *target, gsize *index)
{
  int l = target->layer;

  if (l < 1 || l > self->n_layers || target->unit < 0 || target->unit >= self->n[l])
    return FALSE;
  if (target->kind == GRADUS_TARGET_BIAS)
    {
      *index = gradus_network_b_offset (self, l) + (gsize) target->unit;
      return TRUE;
    }
  if (target->kind != GRADUS_TARGET_WEIGHT || target->input < 0 || target->input >= self->n[l - 1])
    return FALSE;
  *index = gradus_network_w_offset (self, l) + (gsize) target->unit * (gsize) self->n[l - 1]
           + (gsize) target->input;
  return TRUE;
}
