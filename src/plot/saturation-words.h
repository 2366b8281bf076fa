/* How saturated a layer is, and which kind of saturated: in words, of numbers alone. */
#pragma once

#include "core/saturation.h"
#include "core/scene.h"

/* Layer l (1 … L - 1) of the scene, judged beside the run's epoch 0 where that is known. */
GradusSaturation gradus_saturation_of (const GradusScene *scene, int l);

/* Whether it is worth a warning: dead units are, and a layer that is flat, unless by what it has
 * learnt. */
gboolean gradus_saturation_is_fault (const GradusScene *scene, int l);

/* One sentence on it: that the start has saturated it, or that it has made up its mind, or which
 * relu units are dead. Returns: (transfer full). */
char *gradus_saturation_tell (const GradusScene *scene, int l, const char *point);
