/* What the parts of a trainer share: trainer.c (the job), trainer-changes.c (what is changed by
 * hand).
 */
#pragma once

#include "core/blocks.h"
#include "core/trainer.h"

/* What the blocks under way are for. An epoch is: the updates that lead to its parameters (whole
 * batch: at once, mini-batches: pass by pass), then a pass over the training examples for its row
 * and the gradient of its update, then one over the held-out examples. */
typedef enum
{
  PHASE_BATCHES,
  PHASE_TRAINING,
  PHASE_HELD_OUT,
} Phase;

struct _GradusTrainer
{
  GradusSpec spec;
  GradusDataset *training;
  GradusDataset *held_out; /* or NULL */
  GradusNetwork *network;
  GradusNetwork *recorded; /* the network of the newest row, once the next epoch is under way */
  GradusRng rng;
  GradusRng recorded_rng;
  guint32 *order; /* (m) of the epoch's mini-batches; NULL for the full batch */

  GradusTrainerStatus status;
  gint64 epoch;
  gint64 diverged_epoch;
  gboolean is_redoing; /* the newest epoch, not the next one, is under way */
  int n_changed;       /* changes of the spec that are carried out */
  Phase phase;
  GradusPass pass;
  GradusRow row; /* of the epoch under way */
  GradusSums sums;
  double *gradient; /* of the newest row */
  GradusHistory *history;
  GradusAlbum *album; /* NULL where the run does not begin at its start */
  GradusLandmarks landmarks;

  GradusBlocks *blocks;
};

/* The parameters of the next epoch (or, redoing, of the newest) are there: what do they cost? */
void gradus_trainer_begin_row (GradusTrainer *self);

/* What is changed by hand at the epoch under way. */
void gradus_trainer_carry_out_changes (GradusTrainer *self);

/* Whether the network has every parameter that is to be changed. Returns: FALSE with an error. */
gboolean gradus_trainer_check_changes (const GradusChange *changes, int n,
                                       const GradusNetwork *network, GError **error);
