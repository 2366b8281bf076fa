/* Where in the plane a unit's slope is steep: the strip between its flat sides. */
#pragma once

#include "core/scene.h"
#include "plot/ink.h"

/* Over a map of a unit (0, 1, …) of hidden layer l: lines where its slope falls to 5 % of the
 * largest, |z| = gradus_activation_saturation_z (), and the flat sides hatched; of a relu the line
 * z = 0 and its inactive side. In layer 1 the lines are those of W and b, straight and exact; in
 * deeper layers they are found in the unit's field, exact to about one of its cells. */
void gradus_steep_strip_draw (GradusInk *ink, const GradusScene *scene, int l, int unit,
                              const GradusRect *map);
