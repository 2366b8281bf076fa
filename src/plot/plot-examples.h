/* The examples of the boundary plot, one by one or as a density. */
#pragma once

#include "plot/figure.h"
#include "plot/ink.h"

/* Draws them into the frame: figure->examples where it is given, else one by one, or as an image
 * where there are many. */
void gradus_examples_draw (const GradusFigure *figure, GradusInk *ink, const GradusRect *frame);

/* An image of the frame's size at device scale. Returns: (transfer full). */
cairo_surface_t *gradus_examples_prepare (const GradusFigure *figure, const GradusRect *frame,
                                          double scale);

/* Radius of an example's mark in a frame of that side. */
double gradus_examples_radius (const GradusFigure *figure, double side);
