/* The network: units as heat maps, connections as lines. */
#pragma once

#include "plot/figure.h"
#include "plot/ink.h"

void gradus_network_draw (const GradusFigure *figure, GradusInk *ink, double width, double height);

/* The height at which every unit can be told apart. */
double gradus_network_natural_height (const GradusFigure *figure, double width);
double gradus_network_least_height (const GradusFigure *figure, double width);
