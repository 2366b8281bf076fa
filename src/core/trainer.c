/* Gradient descent as a resumable job: some blocks at a time, the same bits however it is sliced.
 */
#include "core/trainer.h"

#include <math.h>
#include <string.h>

#include "core/gradient.h"
#include "core/split.h"
#include "core/trainer-private.h"

/* Beyond this a parameter counts as diverged. */
#define MAX_PARAMETER 1e100

static void
begin_pass (GradusTrainer *self, Phase phase, const GradusDataset *data, gsize first, gsize n)
{
  self->phase = phase;
  self->pass = (GradusPass){ .data = data, .first = first, .n = n };
  self->pass.order = phase == PHASE_BATCHES ? self->order : NULL;
  gradus_sums_clear (&self->sums, self->network->n_parameters);
}

static int
run_blocks (GradusTrainer *self, int n_blocks)
{
  GradusSums sums = self->sums;

  if (self->phase == PHASE_HELD_OUT)
    sums.gradient = NULL;
  int n = gradus_blocks_run (self->blocks, self->network, &self->pass, n_blocks, &sums);
  self->sums.loss = sums.loss;
  self->sums.n_right = sums.n_right;
  return n;
}

static gboolean
parameters_are_finite (const GradusNetwork *network)
{
  for (gsize i = 0; i < network->n_parameters; i++)
    if (!(fabs (network->parameters[i]) <= MAX_PARAMETER))
      return FALSE;
  return TRUE;
}

/* The epoch under way cannot be: back to the newest one that could. */
static void
diverge (GradusTrainer *self)
{
  self->status = GRADUS_TRAINER_DIVERGED;
  self->diverged_epoch = self->epoch + (self->is_redoing ? 0 : 1);
  self->landmarks.epochs[GRADUS_LANDMARK_DIVERGED] = self->diverged_epoch;
  self->is_redoing = FALSE;
  if (self->epoch >= 0)
    {
      gradus_network_copy_parameters (self->network, self->recorded);
      self->rng = self->recorded_rng;
    }
}

void
gradus_trainer_begin_row (GradusTrainer *self)
{
  gradus_trainer_carry_out_changes (self);
  if (parameters_are_finite (self->network))
    begin_pass (self, PHASE_TRAINING, self->training, 0, self->training->m);
  else
    diverge (self);
}

static gsize
batch_size (const GradusTrainer *self, gsize first)
{
  return MIN ((gsize) self->spec.batch, self->training->m - first);
}

static void
update (GradusTrainer *self, const double *gradient)
{
  gradus_gradient_descend (self->network, gradus_spec_alpha_at (&self->spec, self->epoch), gradient,
                           self->network->parameters);
}

/* From a recorded epoch towards the next. */
static void
leave_epoch (GradusTrainer *self)
{
  self->status = GRADUS_TRAINER_WORKING;
  gradus_network_copy_parameters (self->recorded, self->network);
  if (self->order == NULL)
    {
      update (self, self->gradient);
      gradus_trainer_begin_row (self);
      return;
    }

  self->recorded_rng = self->rng;
  for (gsize i = 0; i < self->training->m; i++)
    self->order[i] = (guint32) i;
  gradus_rng_shuffle (&self->rng, self->order, self->training->m);
  begin_pass (self, PHASE_BATCHES, self->training, 0, batch_size (self, 0));
}

static void
end_batch (GradusTrainer *self)
{
  gsize m = self->training->m, end = self->pass.first + self->pass.n;

  gradus_gradient_finish (self->network, self->spec.l2, self->pass.n, m, self->sums.gradient);
  update (self, self->sums.gradient);
  if (end < m)
    begin_pass (self, PHASE_BATCHES, self->training, end, batch_size (self, end));
  else
    gradus_trainer_begin_row (self);
}

/* Whether the newest recorded epoch is the last one, or beyond it. */
static gboolean
is_at_end (const GradusTrainer *self)
{
  return self->spec.epochs >= 0 && self->epoch >= self->spec.epochs;
}

static void
record (GradusTrainer *self)
{
  if (!self->is_redoing)
    self->epoch++;
  self->row.epoch = self->epoch;
  (self->is_redoing ? gradus_history_replace : gradus_history_add) (self->history, &self->row);
  gradus_landmarks_take (&self->landmarks, &self->row);
  if (self->album != NULL && gradus_album_wants (self->album, self->epoch))
    (self->is_redoing ? gradus_album_replace : gradus_album_add) (
        self->album,
        gradus_snapshot_new (&self->row, self->network, self->order != NULL ? &self->rng : NULL));
  self->is_redoing = FALSE;
  self->status = is_at_end (self) ? GRADUS_TRAINER_FINISHED : GRADUS_TRAINER_EPOCH_DONE;
}

static void
end_training_pass (GradusTrainer *self)
{
  gsize m = self->training->m;
  double cost =
      self->sums.loss / (double) m + gradus_gradient_penalty (self->network, self->spec.l2, m);

  if (!isfinite (cost))
    {
      diverge (self);
      return;
    }
  self->row = (GradusRow){ .cost = cost,
                           .accuracy = (double) self->sums.n_right / (double) m,
                           .held_out_cost = NAN,
                           .held_out_accuracy = NAN };
  gradus_gradient_finish (self->network, self->spec.l2, m, m, self->sums.gradient);
  double *gradient = self->sums.gradient;
  self->sums.gradient = self->gradient;
  self->gradient = gradient;
  for (int l = 1; l <= self->network->n_layers; l++)
    self->row.gradient_norm[l - 1] = gradus_gradient_norm (self->network, self->gradient, l);
  for (int l = 1; l < self->network->n_layers; l++)
    self->row.spread[l - 1] = gradus_network_spread (self->network, l);

  if (self->held_out != NULL)
    begin_pass (self, PHASE_HELD_OUT, self->held_out, 0, self->held_out->m);
  else
    record (self);
}

static void
end_held_out_pass (GradusTrainer *self)
{
  double n = (double) self->held_out->m;

  self->row.held_out_cost = self->sums.loss / n;
  self->row.held_out_accuracy = (double) self->sums.n_right / n;
  record (self);
}

static void
end_pass (GradusTrainer *self)
{
  switch (self->phase)
    {
    case PHASE_BATCHES:
      end_batch (self);
      break;
    case PHASE_TRAINING:
      end_training_pass (self);
      break;
    case PHASE_HELD_OUT:
      end_held_out_pass (self);
      break;
    default:
      g_assert_not_reached ();
    }
}

GradusTrainerStatus
gradus_trainer_work (GradusTrainer *self, int n_blocks)
{
  if (self->status == GRADUS_TRAINER_EPOCH_DONE)
    leave_epoch (self);
  while (self->status == GRADUS_TRAINER_WORKING && n_blocks > 0)
    {
      n_blocks -= run_blocks (self, n_blocks);
      if (self->pass.done == self->pass.n)
        end_pass (self);
    }
  return self->status;
}

GradusTrainerStatus
gradus_trainer_run (GradusTrainer *self, gint64 n_epochs)
{
  for (gint64 last = self->epoch + n_epochs; self->epoch < last;)
    {
      GradusTrainerStatus status = gradus_trainer_work (self, G_MAXINT);
      if (status == GRADUS_TRAINER_FINISHED || status == GRADUS_TRAINER_DIVERGED)
        break;
    }
  return self->status;
}

void
gradus_trainer_set_threads (GradusTrainer *self, int n_threads)
{
  gradus_blocks_set_threads (self->blocks, self->network, n_threads);
}

static GradusBlocks *
make_blocks (const GradusTrainer *self)
{
  gsize longest = self->training->m;
  double reach = gradus_dataset_reach (self->training);

  if (self->held_out != NULL)
    {
      longest = MAX (longest, self->held_out->m);
      reach = MAX (reach, gradus_dataset_reach (self->held_out));
    }
  return gradus_blocks_new (self->network, longest, reach);
}

/* All but the parameters and where they stand. training and held_out are (transfer full). */
static GradusTrainer *
trainer_alloc (const GradusSpec *spec, GradusDataset *training, GradusDataset *held_out)
{
  GradusTrainer *self = g_new0 (GradusTrainer, 1);

  self->spec = *spec;
  self->training = training;
  self->held_out = held_out;
  self->network = gradus_network_new (training->n_x, &spec->hidden,
                                      (GradusActivation) spec->activation, training->n_classes);
  if (spec->batch > 0)
    self->order = g_new (guint32, training->m);

  self->epoch = self->diverged_epoch = -1;
  gradus_landmarks_init (&self->landmarks, training);
  self->history = gradus_history_new ();
  self->sums.gradient = g_new (double, self->network->n_parameters);
  self->gradient = g_new0 (double, self->network->n_parameters);
  self->blocks = make_blocks (self);
  return self;
}

GradusTrainer *
gradus_trainer_new (const GradusSpec *spec, GradusDataset *dataset, GError **error)
{
  if (!gradus_spec_check (spec, error))
    return NULL;

  GradusDataset *training, *held_out;
  gradus_split (dataset, spec->held_out, (guint32) spec->data_seed, spec->standardise, &training,
                &held_out);
  GradusTrainer *self = trainer_alloc (spec, training, held_out);
  if (!gradus_trainer_check_changes (spec->changes.changes, spec->changes.n, self->network, error))
    {
      gradus_trainer_free (self);
      return NULL;
    }
  gradus_rng_seed (&self->rng, (guint32) spec->seed);
  gradus_network_initialise (self->network, spec, &self->rng);
  self->recorded = gradus_network_copy (self->network);
  self->album = gradus_album_new (self->network->n_parameters);
  gradus_trainer_begin_row (self);
  return self;
}

GradusTrainer *
gradus_trainer_new_at (const GradusSpec *spec, GradusDataset *training, GradusDataset *held_out,
                       const GradusSnapshot *snapshot)
{
  GradusTrainer *self = trainer_alloc (spec, gradus_dataset_ref (training),
                                       held_out != NULL ? gradus_dataset_ref (held_out) : NULL);

  gradus_network_copy_parameters (self->network, snapshot->network);
  self->recorded = gradus_network_copy (self->network);
  if (snapshot->rng != NULL)
    self->rng = *snapshot->rng;
  self->epoch = snapshot->row.epoch - 1;
  while (self->n_changed < spec->changes.n
         && spec->changes.changes[self->n_changed].epoch <= snapshot->row.epoch)
    self->n_changed++; /* the snapshot has them */
  gradus_trainer_begin_row (self);
  return self;
}

void
gradus_trainer_free (GradusTrainer *self)
{
  if (self == NULL)
    return;
  gradus_blocks_free (self->blocks);
  g_free (self->sums.gradient);
  g_free (self->gradient);
  g_free (self->order);
  gradus_network_free (self->network);
  gradus_network_free (self->recorded);
  gradus_history_free (self->history);
  gradus_album_free (self->album);
  gradus_dataset_unref (self->training);
  g_clear_pointer (&self->held_out, gradus_dataset_unref);
  g_free (self);
}

gboolean
gradus_trainer_set_alpha (GradusTrainer *self, double alpha)
{
  /* Updates under way are those of the newest recorded epoch. */
  gboolean is_under_way = self->status == GRADUS_TRAINER_WORKING && !self->is_redoing;

  if (self->status == GRADUS_TRAINER_DIVERGED)
    return FALSE;
  return gradus_spec_set_alpha_from (&self->spec, self->epoch + (is_under_way ? 1 : 0), alpha);
}

void
gradus_trainer_set_epochs (GradusTrainer *self, gint64 epochs)
{
  self->spec.epochs = epochs;
  if (self->status == GRADUS_TRAINER_EPOCH_DONE || self->status == GRADUS_TRAINER_FINISHED)
    self->status = is_at_end (self) ? GRADUS_TRAINER_FINISHED : GRADUS_TRAINER_EPOCH_DONE;
}

GradusTrainerStatus
gradus_trainer_get_status (const GradusTrainer *self)
{
  return self->status;
}

gint64
gradus_trainer_get_epoch (const GradusTrainer *self)
{
  return self->epoch;
}

gint64
gradus_trainer_get_diverged_epoch (const GradusTrainer *self)
{
  return self->diverged_epoch;
}

const GradusSpec *
gradus_trainer_get_spec (const GradusTrainer *self)
{
  return &self->spec;
}

const GradusNetwork *
gradus_trainer_get_network (const GradusTrainer *self)
{
  return self->network;
}

const double *
gradus_trainer_get_gradient (const GradusTrainer *self)
{
  return self->gradient;
}

const GradusHistory *
gradus_trainer_get_history (const GradusTrainer *self)
{
  return self->history;
}

const GradusAlbum *
gradus_trainer_get_album (const GradusTrainer *self)
{
  return self->album;
}

const GradusLandmarks *
gradus_trainer_get_landmarks (const GradusTrainer *self)
{
  return &self->landmarks;
}

GradusDataset *
gradus_trainer_get_training (const GradusTrainer *self)
{
  return self->training;
}

GradusDataset *
gradus_trainer_get_held_out (const GradusTrainer *self)
{
  return self->held_out;
}

GradusSnapshot *
gradus_trainer_take_snapshot (const GradusTrainer *self)
{
  gboolean is_under_way = self->status == GRADUS_TRAINER_WORKING;

  if (self->epoch < 0)
    return NULL;
  return gradus_snapshot_new (&self->history->last, is_under_way ? self->recorded : self->network,
                              self->order == NULL ? NULL
                              : is_under_way      ? &self->recorded_rng
                                                  : &self->rng);
}

void
gradus_trainer_order_scene (const GradusTrainer *self, gint64 epoch, GradusSceneOrder *order)
{
  *order = (GradusSceneOrder){ .training = self->training,
                               .held_out = self->held_out,
                               .alpha = gradus_spec_alpha_at (&self->spec, epoch),
                               .l2 = self->spec.l2,
                               .batch = self->spec.batch,
                               .example = -1 };
}
