/* The plane of two hidden units: the grid of the input's plane mapped through, the examples, and
 * the output unit's line. */
#pragma once

#include "plot/figure.h"
#include "plot/ink.h"

void gradus_hidden_space_draw (const GradusFigure *figure, GradusInk *ink, double width,
                               double height);

/* At which it can still be read. */
double gradus_hidden_space_natural_height (const GradusFigure *figure, double width);

/* One sentence, by gradus_space_shape (). Returns: (transfer full). */
char *gradus_hidden_space_describe (const GradusFigure *figure);

/* The example whose mark lies under the pointer; of several the nearest. */
gboolean gradus_hidden_space_find (const GradusFigure *figure, double width, double height,
                                   double px, double py, GradusTarget *target);
void gradus_hidden_space_light (const GradusFigure *figure, GradusInk *ink, double width,
                                double height, const GradusTarget *target);

/* What the pointer's place stands for, with two lines of numbers: the activations there, or the
 * example's under it. Returns: (transfer full), NULL outside of the frame. */
char *gradus_hidden_space_tell (const GradusFigure *figure, double width, double height, double px,
                                double py);
