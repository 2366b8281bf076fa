/* The runs that an experiment asks for, trained one after the other, and what they leave together.
 */
#pragma once

#include "cli/options.h"
#include "core/sweep.h"
#include "core/trainer.h"

typedef struct _GradusBatch GradusBatch;

/* Borrows the options. Returns: (transfer full). */
GradusBatch *gradus_batch_new (const GradusOptions *options);
void gradus_batch_free (GradusBatch *self);

/* Trains all runs of the shard and says a line of each. Returns: FALSE with the error of what one
 * was made of. */
gboolean gradus_batch_run (GradusBatch *self, GError **error);

/* Whether every gradient that was checked agrees, and whether a run has diverged. */
gboolean gradus_batch_agrees (const GradusBatch *self);
gboolean gradus_batch_has_diverged (const GradusBatch *self);

/* What the runs leave; (transfer none), NULL where it was not asked for: */
const GString *gradus_batch_get_history (const GradusBatch *self);
const GString *gradus_batch_get_parameters (const GradusBatch *self);

/* The examples, as made or read, and the last run. (transfer none) */
GradusDataset *gradus_batch_get_data (const GradusBatch *self);
const GradusTrainer *gradus_batch_get_trainer (const GradusBatch *self);

/* The table of runs where the experiment asks for one; else NULL. (transfer none) */
const GradusSweep *gradus_batch_get_sweep (const GradusBatch *self);

/* Its lines of the shard as comma-separated values. Returns: (transfer full). */
GString *gradus_batch_make_table (const GradusBatch *self);

/* All runs of the batch where pictures are asked for: of GradusTrainer, in their order. */
const GPtrArray *gradus_batch_get_trainers (const GradusBatch *self);

/* What each of these has passed, one after the other. (transfer none) */
const GradusLandmarks *gradus_batch_get_landmarks (const GradusBatch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GradusBatch, gradus_batch_free)
