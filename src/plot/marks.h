/* The shape of an example: one for each class, so that colour is never all that tells. */
#pragma once

#include "plot/ink.h"

/* A circle in the colour of words, for what is said of every class. */
#define GRADUS_MARK_ANY (-1)

/* A mark of the class around (x, y), about as large as a circle of radius r, with a rim that sets
 * it off from what is under it. Held-out examples are hollow. */
void gradus_mark_draw (GradusInk *self, int class, gboolean is_held_out, double x, double y,
                       double r);

/* How far a mark of radius r may reach from its middle, rim included. */
double gradus_mark_reach (double r);
