/* A network's picture in words: what its parameters are called, and their numbers. */
#pragma once

#include "plot/figure.h"

/* One sentence (transfer full): how many units, and the largest weight. */
char *gradus_network_describe (const GradusFigure *figure);

/* What a parameter is called in words: "W[1] unit 2, x1", "W[2] output, a3", "b[1] unit 2"; and a
 * unit: "unit 2 of layer 1". Returns: (transfer full). */
char *gradus_network_name (const GradusScene *scene, const GradusTarget *target);

/* The same with its value and, where the scene has it, the cost's slope along it: "W[1] unit 2, x1
 * = −0.528172" and, in a second line, "dW[1] = 3.214e−4". A unit is told with its bias. Returns:
 * (transfer full). */
char *gradus_network_tell_target (const GradusScene *scene, const GradusTarget *target,
                                  const char *decimal_point);

/* As gradus_figure_tell (). */
char *gradus_network_tell (const GradusFigure *figure, double width, double height, double px,
                           double py);
