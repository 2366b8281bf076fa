/* Any epoch of a run once more: worked out from the nearest one that was kept, to the bit. */
#include "core/replay.h"

struct _GradusReplay
{
  GradusSpec spec;
  GradusDataset *training;
  GradusDataset *held_out; /* or NULL */
  GradusSnapshot *nearest;
  gint64 epoch;
  int n_threads;
  GradusTrainer *trainer; /* made by the first work, which may be on another thread */
};

GradusReplay *
gradus_replay_new (const GradusTrainer *trainer, gint64 epoch)
{
  GradusSnapshot *nearest = NULL;

  if (epoch <= gradus_trainer_get_epoch (trainer))
    nearest = gradus_album_find (gradus_trainer_get_album (trainer), epoch);
  if (nearest == NULL)
    return NULL;

  GradusReplay *self = g_new0 (GradusReplay, 1);
  GradusDataset *held_out = gradus_trainer_get_held_out (trainer);
  self->spec = *gradus_trainer_get_spec (trainer);
  self->training = gradus_dataset_ref (gradus_trainer_get_training (trainer));
  self->held_out = held_out != NULL ? gradus_dataset_ref (held_out) : NULL;
  self->nearest = gradus_snapshot_ref (nearest);
  self->epoch = epoch;
  self->n_threads = 1;
  return self;
}

void
gradus_replay_free (GradusReplay *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->trainer, gradus_trainer_free);
  gradus_snapshot_unref (self->nearest);
  gradus_dataset_unref (self->training);
  g_clear_pointer (&self->held_out, gradus_dataset_unref);
  g_free (self);
}

gint64
gradus_replay_get_distance (const GradusReplay *self)
{
  return self->epoch - self->nearest->row.epoch;
}

void
gradus_replay_set_threads (GradusReplay *self, int n_threads)
{
  self->n_threads = n_threads;
}

gboolean
gradus_replay_work (GradusReplay *self, int n_blocks)
{
  if (gradus_replay_get_distance (self) == 0)
    return TRUE;
  if (self->trainer == NULL)
    {
      self->spec.epochs = self->epoch; /* not a block further */
      self->trainer =
          gradus_trainer_new_at (&self->spec, self->training, self->held_out, self->nearest);
      gradus_trainer_set_threads (self->trainer, self->n_threads);
    }
  return gradus_trainer_work (self->trainer, n_blocks) == GRADUS_TRAINER_FINISHED;
}

GradusSnapshot *
gradus_replay_finish (GradusReplay *self)
{
  while (!gradus_replay_work (self, G_MAXINT))
    ;
  return self->trainer != NULL ? gradus_trainer_take_snapshot (self->trainer)
                               : gradus_snapshot_ref (self->nearest);
}
