/* What the run has passed, as ticks with words along the upper edge of a plot over the epochs. */
#pragma once

#include "plot/figure.h"
#include "plot/ink.h"
#include "plot/scale.h"

/* A tick for each landmark of the figure within the frame, and its name where there is room. x: the
 * epochs. Where several runs are compared each has a row of ticks in its colour instead. */
void gradus_landmark_marks_draw (const GradusFigure *figure, GradusInk *ink,
                                 const GradusRect *frame, const GradusScale *x);

/* A line "\n…" for each landmark between two epochs, in words; "" where there is none.
 * Returns: (transfer full). */
char *gradus_landmark_marks_tell (const GradusFigure *figure, gint64 first, gint64 last);
