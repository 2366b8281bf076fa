/* The files a run leaves: checked before training, made in memory after it, then written. */
#pragma once

#include "cli/batch.h"

/* Looks at every output before an hour of training is spent: no two in one place, none over the
 * table or the experiment that is read (but --save, over its own experiment), each folder there and
 * writable. Touches nothing. Returns: FALSE with an error. */
gboolean gradus_outputs_check (const GradusOptions *options, GError **error);

/* Makes all outputs that options ask for of what the batch left, and writes each whole or not at
 * all: one that fails does not keep the others from being written.
 * Returns: (transfer full) a sentence for each that failed. */
GPtrArray *gradus_outputs_write (const GradusOptions *options, const GradusBatch *batch);

/* Writes one of them, or adds a sentence to failures. */
void gradus_outputs_write_file (const char *path, const void *bytes, gsize length,
                                GPtrArray *failures);
