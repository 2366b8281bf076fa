/* Any epoch of a run once more: worked out from the nearest one that was kept, to the bit. */
#pragma once

#include "core/trainer.h"

typedef struct _GradusReplay GradusReplay;

/* What it takes to work out the epoch again: the spec of the run as it went so far, its examples,
 * and the newest snapshot at or before the epoch. Copies and references only, so that the run may
 * go on (elsewhere) while the replay is worked on: from here on the trainer is not looked at.
 * Returns: (transfer full), NULL where the epoch is not recorded. */
GradusReplay *gradus_replay_new (const GradusTrainer *trainer, gint64 epoch);
void gradus_replay_free (GradusReplay *self);

/* How many epochs lie between the snapshot and the one that is wanted; 0: it is there already. */
gint64 gradus_replay_get_distance (const GradusReplay *self);

/* How many threads share the blocks of one call (default 1); never changes a bit of the result. */
void gradus_replay_set_threads (GradusReplay *self, int n_threads);

/* Goes through at most n_blocks blocks of examples. Returns: TRUE when the epoch is there. */
gboolean gradus_replay_work (GradusReplay *self, int n_blocks);

/* The epoch, as the trainer would have given it when it was the newest: parameters, generator and
 * row (but for cost_min and cost_max, which hang on what the history keeps). Works on to the end
 * where there is still something to do. Returns: (transfer full). */
GradusSnapshot *gradus_replay_finish (GradusReplay *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GradusReplay, gradus_replay_free)
