/* Pointing at a network's picture: what is where, and how it stands out. */
#pragma once

#include "plot/figure.h"
#include "plot/ink.h"

/* As gradus_figure_find (): a bias before a unit before the nearest line. */
gboolean gradus_network_find (const GradusFigure *figure, double width, double height, double px,
                              double py, GradusTarget *target);

/* As gradus_figure_light (): a unit with all its lines, a weight or bias by itself. */
void gradus_network_light (const GradusFigure *figure, GradusInk *ink, double width, double height,
                           const GradusTarget *target);
