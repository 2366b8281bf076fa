/* Several runs side by side: a column for each, and one cost plot with all their curves. */
#pragma once

#include "plot/figure.h"
#include "plot/ink.h"

void gradus_compare_draw (const GradusFigure *figure, GradusInk *ink, double width, double height);
double gradus_compare_natural_height (const GradusFigure *figure, double width);

/* Finds GRADUS_TARGET_RUN, a column. */
gboolean gradus_compare_find (const GradusFigure *figure, double width, double height, double px,
                              double py, GradusTarget *target);

/* The plane within a column; the same size in all of them. */
GradusRect gradus_compare_frame (const GradusFigure *figure, double width, double height);

/* Of the cost plot, as for every view. */
gboolean gradus_compare_epochs (const GradusFigure *figure, double width, double height, double px,
                                double py, GradusRect *frame, GradusScale *epochs);

/* The costs of all runs at an epoch of the cost plot. (transfer full), or NULL. */
char *gradus_compare_tell (const GradusFigure *figure, double width, double height, double px,
                           double py);

/* Frames the column of GRADUS_TARGET_RUN. */
void gradus_compare_light (const GradusFigure *figure, GradusInk *ink, double width, double height,
                           const GradusTarget *target);

/* (transfer full) */
char *gradus_compare_describe (const GradusFigure *figure);
