/* Gradient descent as a resumable job: some blocks at a time, the same bits however it is sliced.
 */
#pragma once

#include "core/dataset.h"
#include "core/history.h"
#include "core/landmarks.h"
#include "core/network.h"
#include "core/scene.h"
#include "core/snapshot.h"
#include "core/spec.h"

typedef struct _GradusTrainer GradusTrainer;

typedef enum
{
  GRADUS_TRAINER_WORKING,    /* within an epoch */
  GRADUS_TRAINER_EPOCH_DONE, /* a row was recorded; parameters, gradient and row are of one epoch */
  GRADUS_TRAINER_FINISHED,   /* the spec's last epoch is recorded; sticky until epochs grows */
  GRADUS_TRAINER_DIVERGED,   /* sticky; parameters and history end at the last finite epoch */
} GradusTrainerStatus;

/* A run at its start: initial parameters, nothing recorded yet, not even epoch 0. Takes a reference
 * to dataset and cuts it into training and held-out examples.
 * Returns: (transfer full), or NULL with GRADUS_ERROR_SPEC. */
GradusTrainer *gradus_trainer_new (const GradusSpec *spec, GradusDataset *dataset, GError **error);

/* The same run once more from one of its epochs on, which is the first that is recorded anew, with
 * the bits it had. training and held_out (may be NULL) are the run's own, references are taken. It
 * keeps no album, and its history and landmarks know nothing of what was before: for
 * core/replay.h. Returns: (transfer full). */
GradusTrainer *gradus_trainer_new_at (const GradusSpec *spec, GradusDataset *training,
                                      GradusDataset *held_out, const GradusSnapshot *snapshot);
void gradus_trainer_free (GradusTrainer *self);

/* How many threads share the blocks of one call (default 1); never changes a bit of the result. */
void gradus_trainer_set_threads (GradusTrainer *self, int n_threads);

/* Goes through at most n_blocks blocks of examples, and stops early at the end of an epoch. The
 * first epoch to end is epoch 0, the initial network's. */
GradusTrainerStatus gradus_trainer_work (GradusTrainer *self, int n_blocks);

/* Works until n_epochs more epochs are recorded, or the status is FINISHED or DIVERGED. */
GradusTrainerStatus gradus_trainer_run (GradusTrainer *self, gint64 n_epochs);

/* α from the next update on: written into the spec's schedule. FALSE when that is full or the run
 * is over. */
gboolean gradus_trainer_set_alpha (GradusTrainer *self, double alpha);

/* Moves the last epoch (-1: none); a finished run goes on when it grows. */
void gradus_trainer_set_epochs (GradusTrainer *self, gint64 epochs);

/* Changes a parameter of the newest recorded epoch (change->epoch is set to it) and writes that
 * into the spec; what was under way towards the next epoch is forgotten, and the newest epoch's row
 * and snapshot are made again by gradus_trainer_work (): until then (gradus_trainer_is_redoing ())
 * the old ones stand. Returns: FALSE with GRADUS_ERROR_SPEC when there is no such parameter, the
 * value is not in the range of the spec's field, the spec holds as many changes as it can, or the
 * run has diverged (self is unchanged then). */
gboolean gradus_trainer_change (GradusTrainer *self, const GradusChange *change, GError **error);
gboolean gradus_trainer_is_redoing (const GradusTrainer *self);

GradusTrainerStatus gradus_trainer_get_status (const GradusTrainer *self);

/* The newest recorded epoch; -1 before epoch 0 is. */
gint64 gradus_trainer_get_epoch (const GradusTrainer *self);

/* The epoch whose cost or parameters were not finite; -1 unless DIVERGED. */
gint64 gradus_trainer_get_diverged_epoch (const GradusTrainer *self);

/* (transfer none), all of them: */
const GradusSpec *gradus_trainer_get_spec (const GradusTrainer *self);
const GradusNetwork *gradus_trainer_get_network (const GradusTrainer *self);
const double *gradus_trainer_get_gradient (const GradusTrainer *self); /* as the parameters */
const GradusHistory *gradus_trainer_get_history (const GradusTrainer *self);
const GradusAlbum *gradus_trainer_get_album (const GradusTrainer *self); /* NULL: of new_at () */
/* All but SATURATED, which takes a look at the units (core/watch.h). */
const GradusLandmarks *gradus_trainer_get_landmarks (const GradusTrainer *self);
GradusDataset *gradus_trainer_get_training (const GradusTrainer *self);
GradusDataset *gradus_trainer_get_held_out (const GradusTrainer *self); /* or NULL */

/* The newest recorded epoch as a snapshot, whether the album kept it or not, also in the midst of
 * the next one. Returns: (transfer full), NULL before epoch 0 is recorded. */
GradusSnapshot *gradus_trainer_take_snapshot (const GradusTrainer *self);

/* Fills in what a scene takes of the run: its examples, λ, the size of its batches, and the α of
 * the update made from the parameters of the epoch; the rest is for the caller. Borrows. */
void gradus_trainer_order_scene (const GradusTrainer *self, gint64 epoch, GradusSceneOrder *order);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GradusTrainer, gradus_trainer_free)
