/* How much error flat slopes block, now and at epoch 0, and whether that is a fault: the x-ray. */
#pragma once

#include "plot/figure.h"
#include "plot/ink.h"

void gradus_saturation_draw (const GradusFigure *figure, GradusInk *ink, double width,
                             double height);
char *gradus_saturation_describe (const GradusFigure *figure);

/* The unit whose tile is at the point. */
gboolean gradus_saturation_find (const GradusFigure *figure, double width, double height, double px,
                                 double py, GradusTarget *target);
void gradus_saturation_light (const GradusFigure *figure, GradusInk *ink, double width,
                              double height, const GradusTarget *target);
double gradus_saturation_natural_height (const GradusFigure *figure, double width);
