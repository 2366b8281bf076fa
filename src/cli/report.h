/* What gradus-cli says of its runs, in the C locale: a script reads it. */
#pragma once

#include "cli/run.h"
#include "core/sweep.h"

/* One line on standard error, whatever signs a file's name may hold. */
void gradus_report_complain (const char *message);

/* run, in all of these: the value that differs, where there is more than one run; else NULL. */

/* "epoch 10000  cost 0.218612  accuracy 90.50 %", unless all is to be quiet. */
void gradus_report_summary (const GradusOptions *options, const char *run,
                            const GradusTrainer *trainer);

/* "run 30  median cost 0.54 (0.49 to 0.62)  median accuracy 72.50 % (…)  runs 25 of 25": a row of a
 * table of runs. */
void gradus_report_row (const GradusOptions *options, const GradusSweep *sweep, int row);

/* "landmark  epoch 55  left the plateau (cost under 0.99 ln 2)", a line for each that was passed.
 */
void gradus_report_landmarks (const GradusOptions *options, const char *run,
                              const GradusLandmarks *landmarks);

/* What --explain asks for: the sentence in the user's language. */
void gradus_report_explanation (const GradusOptions *options, const char *run,
                                const GradusTrainer *trainer);

/* Returns: FALSE when one of the differences is too large. */
gboolean gradus_report_checks (const GradusOptions *options, const char *run,
                               const GradusChecks *checks);

void gradus_report_diverged (const char *run, const GradusTrainer *trainer);
