/* Where a run's examples come from: a recipe or a file. */
#pragma once

#include "core/dataset.h"
#include "core/spec.h"

/* The data set that the spec names. Returns: (transfer full), or NULL with an error that names file
 * and line. */
GradusDataset *gradus_source_load (const GradusSpec *spec, GError **error);
