/* One step in numbers: the course's equations layer by layer, and their matrices. */
#pragma once

#include "plot/figure.h"
#include "plot/ink.h"

void gradus_step_draw (const GradusFigure *figure, GradusInk *ink, double width, double height);
double gradus_step_natural_height (const GradusFigure *figure, double width);
gboolean gradus_step_find (const GradusFigure *figure, double width, double height, double px,
                           double py, GradusTarget *target);
void gradus_step_light (const GradusFigure *figure, GradusInk *ink, double width, double height,
                        const GradusTarget *target);
char *gradus_step_describe (const GradusFigure *figure);
