/* What a pointer finds in the plane, an example or a unit's line, and how that is lit up. */
#pragma once

#include "plot/figure.h"
#include "plot/ink.h"

/* The training example nearest to the point, within some pixels; -1 where there is none. Looks at
 * each of them: with many, for a click and not for every motion. */
gint64 gradus_boundary_find_example (const GradusScene *scene, const GradusRect *frame, double px,
                                     double py);

/* As the rows of the table of views. With GRADUS_MANY_EXAMPLES or more only lines are found. */
gboolean gradus_boundary_find (const GradusFigure *figure, double width, double height, double px,
                               double py, GradusTarget *target);
void gradus_boundary_light (const GradusFigure *figure, GradusInk *ink, double width, double height,
                            const GradusTarget *target);

/* A ring around a training example. */
void gradus_boundary_ring (GradusInk *ink, const GradusScene *scene, const GradusRect *frame,
                           gint64 example);
