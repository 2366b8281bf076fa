/* The plane: what the network answers everywhere, and the examples on it. */
#pragma once

#include "plot/figure.h"
#include "plot/ink.h"

/* The square in which the plane is shown, of a boundary plot of width × height; its corners lie on
 * whole pixels. Needs no drawing: it also tells where a pointer is. */
GradusRect gradus_boundary_frame (const GradusFigure *figure, double width, double height);

/* From the plane to the frame, for both features. */
void gradus_boundary_scales (const GradusScene *scene, const GradusRect *frame, GradusScale *x,
                             GradusScale *y);

/* The plane alone within the frame, whose corners are cut round by the radius. Needs a scene. */
void gradus_boundary_draw_plane (const GradusFigure *figure, GradusInk *ink,
                                 const GradusRect *frame, double radius);

void gradus_boundary_draw (const GradusFigure *figure, GradusInk *ink, double width, double height);
