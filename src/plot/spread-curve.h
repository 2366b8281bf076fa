/* How far apart the units of a layer were, epoch by epoch. */
#pragma once

#include "plot/figure.h"
#include "plot/ink.h"

/* The spread of layer l over the epochs into the area, on a log axis; a spread of exactly 0 has a
 * floor line of its own below it. The epoch that the scene shows is marked. */
void gradus_spread_curve_draw (const GradusFigure *figure, GradusInk *ink, int l,
                               const GradusRect *area);

/* Where the curve of layer l stands in that area, and its axis. Returns: FALSE where it has no room
 * or nothing to show. */
gboolean gradus_spread_curve_axis (const GradusFigure *figure, int l, const GradusRect *area,
                                   GradusRect *frame, GradusScale *epochs);
