/* The lines in the plane on which the hidden units of the first layer change sign. */
#pragma once

#include "core/scene.h"
#include "plot/ink.h"

/* Whether the lines are drawn: there are hidden units, and not too many lines to be told apart. */
gboolean gradus_unit_lines_are_shown (const GradusScene *scene);

/* Where the line of a unit (0, 1, …) begins and ends in the frame that shows the plane. Returns:
 * FALSE where it does not cross it. */
gboolean gradus_unit_line_place (const GradusScene *scene, const GradusRect *frame, int unit,
                                 double ends[2][2]);

/* Draws them across the plane, which the frame shows; boldness 1 is the usual width. */
void gradus_unit_lines_draw (GradusInk *ink, const GradusScene *scene, const GradusRect *frame,
                             double boldness);

/* A piece of such a line from (x, y) to the right, for a legend. */
void gradus_unit_lines_draw_sample (GradusInk *ink, double x, double y, double width);
