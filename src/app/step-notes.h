/* What the panel of one step says: of the step that came, and of the gradient's check. */
#pragma once

#include "core/gradient-check.h"
#include "core/step.h"
#include "core/trainer.h"

/* Whether the parameters of the epoch after the step's are the predicted ones, to the bit, and why
 * not. Returns: (transfer full). */
char *gradus_step_note_verdict (const GradusStep *predicted, const GradusTrainer *trainer);

/* Every matrix's relative difference, whether it is small enough, and what was compared, as Pango
 * markup. Returns: (transfer full). */
char *gradus_step_note_check (const GradusGradientCheck *check, const GradusSnapshot *snapshot);
