/* What a run that is compared is called, and one whose curve is pinned. */
#pragma once

#include "core/pins.h"

/* "hidden units", "init scale", "α": what a field is called in a sentence, as beside its control.
 */
const char *gradus_field_name (const char *field);

/* "W = 0", "randn × 0.01", "α = 1.2", "4 units": what run i of the comparison (0 …) has for itself;
 * "this run" where nothing is compared.
 * decimal_point: a full stop or the user's own. Returns: (transfer full). */
char *gradus_run_name (const GradusSpec *spec, int i, const char *decimal_point);

/* "Init scale 0 · 0.01 · 1": all that the experiment compares. Returns: (transfer full). */
char *gradus_comparison_name (const GradusSpec *spec, const char *decimal_point);

/* "randn × 1, α = 0.5": what a pinned curve's run has for itself among the pinned ones and the runs
 * that are shown; "pinned" where nothing is different. Returns: (transfer full). */
char *gradus_pin_name (const GradusPins *pins, int pin, const GradusSpec *const *runs, int n_runs,
                       const char *decimal_point);
