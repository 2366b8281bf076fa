/* Each parameter's path over the epochs, a plot for each W[l] and b[l]. */
#pragma once

#include "plot/figure.h"
#include "plot/ink.h"

void gradus_parameters_draw (const GradusFigure *figure, GradusInk *ink, double width,
                             double height);
char *gradus_parameters_describe (const GradusFigure *figure);
char *gradus_parameters_tell (const GradusFigure *figure, double width, double height, double px,
                              double py);
double gradus_parameters_natural_height (const GradusFigure *figure, double width);
double gradus_parameters_least_height (const GradusFigure *figure, double width);
gboolean gradus_parameters_epochs (const GradusFigure *figure, double width, double height,
                                   double px, double py, GradusRect *frame, GradusScale *epochs);
gboolean gradus_parameters_find (const GradusFigure *figure, double width, double height, double px,
                                 double py, GradusTarget *target);
void gradus_parameters_light (const GradusFigure *figure, GradusInk *ink, double width,
                              double height, const GradusTarget *target);
