/* How long a step may be: the largest eigenvalue λmax of the cost's Hessian against 2 / α. */
#pragma once

#include "plot/figure.h"
#include "plot/ink.h"

void gradus_step_size_draw (const GradusFigure *figure, GradusInk *ink, double width,
                            double height);
char *gradus_step_size_describe (const GradusFigure *figure);
char *gradus_step_size_tell (const GradusFigure *figure, double width, double height, double px,
                             double py);
gboolean gradus_step_size_epochs (const GradusFigure *figure, double width, double height,
                                  double px, double py, GradusRect *frame, GradusScale *epochs);

/* What the plot says in words. (transfer full) each; empty where there is nothing to say. */
char *gradus_step_size_tell_now (const GradusFigure *figure);
char *gradus_step_size_tell_crossing (const GradusFigure *figure);
char *gradus_step_size_tell_why (const GradusFigure *figure);
