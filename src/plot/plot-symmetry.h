/* Whether the units of a layer are the same, and since when: the symmetry meter. */
#pragma once

#include "plot/figure.h"
#include "plot/ink.h"

void gradus_symmetry_draw (const GradusFigure *figure, GradusInk *ink, double width, double height);
char *gradus_symmetry_describe (const GradusFigure *figure);
double gradus_symmetry_natural_height (const GradusFigure *figure, double width);
double gradus_symmetry_least_height (const GradusFigure *figure, double width);

/* The unit whose row of the matrix is at the point. */
gboolean gradus_symmetry_find (const GradusFigure *figure, double width, double height, double px,
                               double py, GradusTarget *target);
/* How far the two units of the cell at the point are apart, or the layer's were at the epoch there,
 * in words (transfer full). */
char *gradus_symmetry_tell_point (const GradusFigure *figure, double width, double height,
                                  double px, double py);
/* Of the spread's curve. */
gboolean gradus_symmetry_epochs (const GradusFigure *figure, double width, double height, double px,
                                 double py, GradusRect *frame, GradusScale *epochs);
void gradus_symmetry_light (const GradusFigure *figure, GradusInk *ink, double width, double height,
                            const GradusTarget *target);
