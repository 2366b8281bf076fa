/* The nine data sets that Gradus makes by itself, draw by draw as numerics.md has them. */
#pragma once

#include "core/dataset.h"
#include "core/spec.h"

/* Makes spec's data set from its source, examples, noise and data-seed. spec->source must not be
 * GRADUS_SOURCE_FILE. Returns: (transfer full), two features, two classes. */
GradusDataset *gradus_recipe_make (const GradusSpec *spec);

/* The noise that the recipe takes when the spec leaves it open. */
double gradus_recipe_default_noise (GradusSource source);
