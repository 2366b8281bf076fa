/* The cost, epoch by epoch. */
#pragma once

#include "plot/figure.h"
#include "plot/ink.h"

/* Where the curves are drawn, of a cost plot of width × height. */
GradusRect gradus_cost_frame (const GradusFigure *figure, double width, double height);

/* Epochs across the frame. */
GradusScale gradus_cost_epochs (const GradusFigure *figure, const GradusRect *frame);

/* As GradusViewRow has it. */
gboolean gradus_cost_axis (const GradusFigure *figure, double width, double height, double px,
                           double py, GradusRect *frame, GradusScale *epochs);

void gradus_cost_draw (const GradusFigure *figure, GradusInk *ink, double width, double height);

/* The epoch under a point of the frame; and a line through all curves there. */
gboolean gradus_cost_find (const GradusFigure *figure, double width, double height, double px,
                           double py, GradusTarget *target);
void gradus_cost_light (const GradusFigure *figure, GradusInk *ink, double width, double height,
                        const GradusTarget *target);
