/* Several runs side by side: a column for each, and one cost plot with all their curves. */
#pragma once

#include "plot/figure.h"
#include "plot/ink.h"

void gradus_compare_draw (const GradusFigure *figure, GradusInk *ink, double width, double height);
double gradus_compare_natural_height (const GradusFigure *figure, double width);

/* Finds GRADUS_TARGET_RUN, a column. */
gboolean gradus_compare_find (const GradusFigure *figure, double width, double height, double px,
                              double py, GradusTarget *target);

/* Where the cost plot stands in a figure of that size. */
GradusRect gradus_compare_cost_place (const GradusFigure *figure, double width, double height);

/* (transfer full) */
char *gradus_compare_describe (const GradusFigure *figure);
