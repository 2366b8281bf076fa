/* The examples of a boundary plot as an image, drawn anew only when something about them changes.
 */
#pragma once

#include "plot/figure.h"

/* All zero is an empty stamp. */
typedef struct
{
  cairo_surface_t *surface;
  GradusDataset *training; /* what the surface was made for: */
  GradusDataset *held_out; /* or NULL */
  GradusThemeKind theme;
  double width, height, scale, type;
  int only;
} GradusStamp;

/* The image for the figure at that size. (transfer none); NULL while there is no scene. */
cairo_surface_t *gradus_stamp_get (GradusStamp *self, const GradusFigure *figure, double width,
                                   double height, double scale);
void gradus_stamp_clear (GradusStamp *self);
