/* The step that --step-out writes down: as a NumPy program or as LaTeX. */
#pragma once

#include "cli/options.h"
#include "core/trainer.h"

/* The step from the run's newest epoch, in the form that the file's suffix asks for.
 * Returns: (transfer full), or NULL with an error where no epoch is finite. */
char *gradus_step_file_make (const GradusOptions *options, const GradusTrainer *trainer,
                             GError **error);
