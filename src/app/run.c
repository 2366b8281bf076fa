/* A run and what it needs to be shown: made on a thread, then worked on in slices. */
#include "app/run.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/compare.h"
#include "core/gradient.h"
#include "core/source.h"
#include "core/spec-fields.h"

/* A burst of work is made to last about this long, µs: long enough that looking at the clock costs
 * nothing and threads are worth waking, short against a frame. */
#define MIN_BURST 250
#define MAX_BURST 1000
#define MAX_BURST_BLOCKS (1 << 20)

static gint64
count_blocks (const GradusTrainer *trainer, gsize m)
{
  gsize size = gradus_block_size (gradus_trainer_get_network (trainer));

  return (gint64) ((m + size - 1) / size);
}

static int
count_epoch_blocks (const GradusTrainer *trainer)
{
  const GradusDataset *held_out = gradus_trainer_get_held_out (trainer);
  gint64 m = (gint64) gradus_trainer_get_training (trainer)->m;
  gint64 batch = gradus_trainer_get_spec (trainer)->batch;
  gint64 n = count_blocks (trainer, (gsize) m)
             + (held_out != NULL ? count_blocks (trainer, held_out->m) : 0);

  if (batch > 0)
    n += (m + batch - 1) / batch * count_blocks (trainer, (gsize) MIN (batch, m));
  return (int) MIN (n, G_MAXINT / 2);
}

static void
see_epoch (GradusRun *self)
{
  if (gradus_trainer_get_epoch (self->trainer) >= 0)
    gradus_watch_see (self->watch, gradus_trainer_get_network (self->trainer),
                      gradus_trainer_get_epoch (self->trainer));
}

/* One run by itself. */
static GradusRun *
make_run (const GradusSpec *spec, GradusDataset *data, int resolution, GError **error)
{
  g_autoptr (GradusRun) self = g_new0 (GradusRun, 1);

  if (!gradus_spec_check (spec, error))
    return NULL;
  self->spec = *spec;
  self->alpha_epoch = -1;
  self->data = data != NULL ? gradus_dataset_ref (data) : gradus_source_load (spec, error);
  if (self->data == NULL)
    return NULL;
  self->trainer = gradus_trainer_new (spec, self->data, error);
  if (self->trainer == NULL)
    return NULL;

  self->n_threads = (int) g_get_num_processors ();
  gradus_trainer_set_threads (self->trainer, self->n_threads);
  self->epoch_blocks = count_epoch_blocks (self->trainer);
  self->burst = self->n_threads;
  gradus_trainer_run (self->trainer, 1);
  self->watch = gradus_watch_new (gradus_trainer_get_network (self->trainer),
                                  gradus_trainer_get_training (self->trainer));
  see_epoch (self);
  gradus_watch_work (self->watch, G_MAXINT);

  GradusDataset *training = gradus_trainer_get_training (self->trainer);
  GradusDataset *held_out = gradus_trainer_get_held_out (self->trainer);
  g_autoptr (GradusSnapshot) start = gradus_trainer_take_snapshot (self->trainer);

  gradus_scene_extent (training, held_out, &self->extent);
  if (start != NULL)
    {
      GradusSceneOrder order;

      gradus_trainer_order_scene (self->trainer, 0, &order);
      order.snapshot = start;
      order.extent = self->extent;
      order.resolution = gradus_scene_coarsen (start->network, resolution);
      self->scene = gradus_scene_new (&order);
    }
  return g_steal_pointer (&self);
}

/* Run i of the comparison; it still knows what it is compared with. */
static GradusRun *
make_compared (const GradusSpec *spec, int i, GradusDataset *data, int resolution, GError **error)
{
  g_autofree GradusSpec *run = g_new (GradusSpec, 1);

  gradus_compare_pick (spec, i, run);
  memcpy (run->vary, spec->vary, sizeof run->vary);
  memcpy (run->values, spec->values, sizeof run->values);
  GradusRun *self = make_run (run, data != NULL && gradus_source_is_same (run, spec) ? data : NULL,
                              resolution, error);
  if (self != NULL)
    self->place = i;
  return self;
}

/* Which run has the value that the field has anyway; else the first. */
static int
find_own (const GradusSpec *spec, int n)
{
  const GradusSpecField *field = gradus_spec_field_find (spec->vary);
  g_autofree char *own = gradus_spec_field_get (field, spec);
  g_autofree GradusSpec *run = g_new (GradusSpec, 1);

  for (int i = 0; i < n; i++)
    {
      gradus_compare_pick (spec, i, run);
      g_autofree char *value = gradus_spec_field_get (field, run);
      if (g_str_equal (value, own))
        return i;
    }
  return 0;
}

GradusRun *
gradus_run_new (const GradusSpec *spec, GradusDataset *data, int resolution, GError **error)
{
  if (!gradus_spec_check (spec, error))
    return NULL;
  int n = gradus_compare_count (spec);
  if (*spec->vary == '\0' || *spec->across != '\0') /* a sweep has a window of its own */
    return make_run (spec, data, resolution, error);
  if (n > GRADUS_MOST_RUNS)
    {
      gradus_spec_fail (error,
                        _ ("values: %d runs are more than a window shows; up to %d are right, or "
                           "gradus-cli"),
                        n, GRADUS_MOST_RUNS);
      return NULL;
    }
  int own = find_own (spec, n);
  g_autoptr (GradusRun) self = make_compared (spec, own, data, resolution, error);
  if (self == NULL)
    return NULL;
  self->others = g_ptr_array_new_with_free_func ((GDestroyNotify) gradus_run_free);
  for (int i = 0; i < n; i++)
    if (i != own)
      {
        GradusRun *other = make_compared (spec, i, self->data, resolution, error);
        if (other == NULL)
          return NULL;
        g_ptr_array_add (self->others, other);
      }
  return g_steal_pointer (&self);
}

void
gradus_run_free (GradusRun *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->others, g_ptr_array_unref);
  g_clear_pointer (&self->scene, gradus_scene_unref);
  g_clear_pointer (&self->watch, gradus_watch_free);
  g_clear_pointer (&self->trainer, gradus_trainer_free);
  g_clear_pointer (&self->data, gradus_dataset_unref);
  g_free (self);
}

/* Blocks of the trainer, or of the look at the epoch that it has come to. */
static GradusTrainerStatus
work_blocks (GradusRun *self)
{
  gint64 before = gradus_trainer_get_epoch (self->trainer);
  gboolean was_redoing = gradus_trainer_is_redoing (self->trainer);

  if (gradus_watch_is_looking (self->watch))
    {
      gradus_watch_work (self->watch, self->burst);
      return GRADUS_TRAINER_WORKING;
    }
  GradusTrainerStatus status = gradus_trainer_work (self->trainer, self->burst);
  if (gradus_trainer_get_epoch (self->trainer) > before
      || (was_redoing && !gradus_trainer_is_redoing (self->trainer)))
    see_epoch (self);
  return status;
}

/* Some epochs, or a part of one, without a look at the clock. Returns: FALSE when the run is over.
 */
static gboolean
work_burst (GradusRun *self, gint64 last_epoch)
{
  for (int done = 0; done < self->burst; done += MIN (self->burst, self->epoch_blocks))
    {
      GradusTrainerStatus status = work_blocks (self);

      if (status == GRADUS_TRAINER_FINISHED || status == GRADUS_TRAINER_DIVERGED)
        return gradus_watch_is_looking (self->watch);
      if (gradus_trainer_get_epoch (self->trainer) >= last_epoch)
        break;
    }
  return TRUE;
}

gint64
gradus_run_work (GradusRun *self, gint64 n_epochs, gint64 deadline)
{
  gint64 first = gradus_trainer_get_epoch (self->trainer);
  gint64 last = n_epochs < G_MAXINT64 - first ? first + n_epochs : G_MAXINT64;
  gint64 now = g_get_monotonic_time ();
  gboolean goes_on = TRUE;

  while (goes_on && now < deadline
         && (gradus_trainer_get_epoch (self->trainer) < last || gradus_run_is_unsettled (self)))
    {
      gint64 before = now;

      goes_on = work_burst (self, last);
      now = g_get_monotonic_time ();
      if (now - before > MAX_BURST)
        self->burst = MAX (self->burst / 2, self->n_threads);
      else if (now - before < MIN_BURST && self->burst < MAX_BURST_BLOCKS
               && gradus_trainer_get_epoch (self->trainer) < last)
        self->burst *= 2;
    }
  return gradus_trainer_get_epoch (self->trainer) - first;
}

gboolean
gradus_run_is_unsettled (const GradusRun *self)
{
  return gradus_trainer_is_redoing (self->trainer) || gradus_watch_is_looking (self->watch);
}

const GradusLandmarks *
gradus_run_get_landmarks (GradusRun *self)
{
  self->landmarks = *gradus_trainer_get_landmarks (self->trainer);
  gradus_watch_mark (self->watch, &self->landmarks);
  return &self->landmarks;
}

gboolean
gradus_run_change (GradusRun *self, const GradusChange *change, GError **error)
{
  if (!gradus_trainer_change (self->trainer, change, error))
    return FALSE;
  if (gradus_run_get_epoch (self) == 0)
    self->spec.changes = gradus_trainer_get_spec (self->trainer)->changes;
  return TRUE;
}

gint64
gradus_run_get_epoch (const GradusRun *self)
{
  return MAX (gradus_trainer_get_epoch (self->trainer), 0);
}

gboolean
gradus_run_set_alpha (GradusRun *self, double alpha)
{
  if (!gradus_trainer_set_alpha (self->trainer, alpha))
    return FALSE;
  self->spec.alpha = alpha;
  self->alpha_epoch = gradus_trainer_get_epoch (self->trainer);
  return TRUE;
}

double
gradus_run_get_alpha (const GradusRun *self)
{
  gint64 epoch = gradus_run_get_epoch (self);

  /* Updates of the epoch may be under way already, with the α before. */
  if (epoch <= self->alpha_epoch)
    return self->spec.alpha;
  return gradus_spec_alpha_at (gradus_trainer_get_spec (self->trainer), epoch);
}

void
gradus_run_get_shown_spec (const GradusRun *self, GradusSpec *spec)
{
  *spec = self->spec;
  spec->alpha = gradus_run_get_alpha (self);
}
