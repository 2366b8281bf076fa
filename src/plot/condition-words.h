/* What a lesson waits for, in words that a student knows. */
#pragma once

#include "core/condition.h"

/* To stand behind "until": "epoch 1000", "the cost is under 0.3", "the plateau is left (randn ×
 * 1e-8)". spec: the experiment of the lesson's step, whose runs may be several; decimal_point: a
 * full stop or the user's own. Returns: (transfer full). */
char *gradus_conditions_tell (const GArray *conditions, const GradusSpec *spec,
                              const char *decimal_point);
