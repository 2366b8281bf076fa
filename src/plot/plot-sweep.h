/* A table of runs as a heat map: a row for each value of one field, a column for each of another,
 * and what the rows come to. */
#pragma once

#include "plot/figure.h"
#include "plot/ink.h"
#include "plot/sweep-layout.h"

void gradus_sweep_draw (const GradusFigure *figure, GradusInk *ink, double width, double height);

/* Finds GRADUS_TARGET_CELL. */
gboolean gradus_sweep_find (const GradusFigure *figure, double width, double height, double px,
                            double py, GradusTarget *target);

/* The run of the cell there. (transfer full), or NULL. */
char *gradus_sweep_tell (const GradusFigure *figure, double width, double height, double px,
                         double py);

/* Frames the cell of GRADUS_TARGET_CELL. */
void gradus_sweep_light (const GradusFigure *figure, GradusInk *ink, double width, double height,
                         const GradusTarget *target);
