/* Where a run's examples come from: a recipe or a file. */
#pragma once

#include "core/dataset.h"
#include "core/spec.h"

/* The data set that the spec names. Returns: (transfer full), or NULL with an error that names file
 * and line. */
GradusDataset *gradus_source_load (const GradusSpec *spec, GError **error);

/* Whether two specs name the same examples (what is held out, and standardising, come after). */
gboolean gradus_source_is_same (const GradusSpec *spec, const GradusSpec *other);
