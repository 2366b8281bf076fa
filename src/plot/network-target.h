/* Pointing at a network's picture: what is where, how it stands out, and what it is called. */
#pragma once

#include "plot/figure.h"
#include "plot/ink.h"

/* As gradus_figure_find (): a bias before a unit before the nearest line. */
gboolean gradus_network_find (const GradusFigure *figure, double width, double height, double px,
                              double py, GradusTarget *target);

/* As gradus_figure_light (): a unit with all its lines, a weight or bias by itself. */
void gradus_network_light (const GradusFigure *figure, GradusInk *ink, double width, double height,
                           const GradusTarget *target);

/* One sentence (transfer full): how many units, and the largest weight. */
char *gradus_network_describe (const GradusFigure *figure);

/* What a parameter is called in words: "W[1] unit 2, x1", "W[2] output, a3", "b[1] unit 2"; and a
 * unit: "unit 2 of layer 1". Returns: (transfer full). */
char *gradus_network_name (const GradusScene *scene, const GradusTarget *target);
