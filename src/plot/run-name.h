/* What a run that is compared is called. */
#pragma once

#include "core/spec.h"

/* "W = 0", "randn × 0.01", "α = 1.2", "4 units": what run i of the comparison (0 …) has for itself;
 * "this run" where nothing is compared.
 * decimal_point: a full stop or the user's own. Returns: (transfer full). */
char *gradus_run_name (const GradusSpec *spec, int i, const char *decimal_point);
