/* Whether units are the same, and why: in words, of numbers alone. */
#pragma once

#include "core/scene.h"
#include "plot/number.h"

/* A distance as short as it can be told: "0.34", "3.4e−7". */
GradusNumber gradus_symmetry_number (double distance, const char *point);

/* "Distinct hidden functions: 1 of 4". Returns: (transfer full). */
char *gradus_symmetry_tell_count (const GradusLayerDiagnosis *layer);

/* "all 4 rows bit-identical", "rows 1 and 3 bit-identical", or NULL where no two rows are.
 * Returns: (transfer full). */
char *gradus_symmetry_tell_twins (const GradusLayerDiagnosis *layer);

/* One sentence on layer l of the scene that tells apart: nothing moves because every dW and db is
 * exactly 0; gradients flow and all units stay the same; some units are the same; none is. l: 1 …
 * L - 1. Layers are written W[1]. Returns: (transfer full). */
char *gradus_symmetry_tell (const GradusScene *scene, int l, const char *point);
