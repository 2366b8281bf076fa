/* Very many examples, as a density. */
#pragma once

#include <cairo.h>

#include "core/scene.h"
#include "plot/theme.h"

/* Fills an ARGB32 image of the frame, scale device pixels to a CSS pixel, with the density of the
 * training and held-out examples. */
void gradus_density_draw (const GradusScene *scene, const GradusTheme *theme, double scale,
                          cairo_surface_t *image);
