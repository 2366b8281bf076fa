/* The files a run leaves: checked before training, made in memory after it, then written. */
#pragma once

#include "cli/options.h"
#include "core/trainer.h"

/* Looks at every output before an hour of training is spent: no two in one place, none over the
 * table or the experiment that is read (but --save, over its own experiment), each folder there and
 * writable. Touches nothing. Returns: FALSE with an error. */
gboolean gradus_outputs_check (const GradusOptions *options, GError **error);

/* Makes all outputs that options ask for, and writes each whole or not at all: one that fails does
 * not keep the others from being written. history is the CSV where one is asked for; all is the
 * data set as made or read.
 * Returns: (transfer full) a sentence for each that failed. */
GPtrArray *gradus_outputs_write (const GradusOptions *options, const GradusTrainer *trainer,
                                 GradusDataset *all, const GString *history);
