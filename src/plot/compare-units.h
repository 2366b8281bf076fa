/* The hidden units of a run that is compared: small tiles, as much on each as there is room for. */
#pragma once

#include "core/scene.h"
#include "plot/ink.h"

/* The units of a hidden layer within the area. */
void gradus_compare_units_draw (GradusInk *ink, const GradusScene *scene, int layer,
                                const GradusRect *area);
