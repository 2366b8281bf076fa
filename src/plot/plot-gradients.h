/* How large the gradients are, layer by layer, over the epochs. */
#pragma once

#include "plot/figure.h"
#include "plot/ink.h"

void gradus_gradients_draw (const GradusFigure *figure, GradusInk *ink, double width,
                            double height);
char *gradus_gradients_describe (const GradusFigure *figure);
char *gradus_gradients_tell (const GradusFigure *figure, double width, double height, double px,
                             double py);
gboolean gradus_gradients_epochs (const GradusFigure *figure, double width, double height,
                                  double px, double py, GradusRect *frame, GradusScale *epochs);
