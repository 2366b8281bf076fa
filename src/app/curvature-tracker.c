/* Measures the largest eigenvalue along a run on a thread, one epoch at a time. */
#include "app/curvature-tracker.h"

#include <gio/gio.h>

#include "core/curvature.h"

/* Of work without a rest, µs, and how much longer a rest is. */
#define STRETCH 4000
#define REST 3

/* What travels with the task: the work for the thread, the tracker for the main loop. */
typedef struct
{
  GradusCurvatureTracker *tracker; /* NULL once that is freed; the thread does not look */
  int is_given_up;                 /* atomic */
  GradusSnapshot *snapshot;
  GradusDataset *data;
  double l2;
  double value;
} Job;

struct _GradusCurvatureTracker
{
  GradusCurvatureTrackerFunc func;
  gpointer data;

  GradusTrack track;
  GradusSpec spec; /* of the run when it was last asked to follow */
  Job *job;        /* under way, or NULL; owned by its task */
};

static void
job_free (Job *self)
{
  gradus_snapshot_unref (self->snapshot);
  gradus_dataset_unref (self->data);
  g_free (self);
}

static void
measure (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  g_autoptr (GradusCurvatureJob) work =
      gradus_curvature_job_new (job->snapshot->network, job->data, job->l2);
  gint64 begun = g_get_monotonic_time ();
  gboolean is_done = FALSE;

  while (!is_done && !g_atomic_int_get (&job->is_given_up))
    {
      is_done = gradus_curvature_job_work (work, 1);
      gint64 took = g_get_monotonic_time () - begun;
      if (!is_done && took < STRETCH)
        continue;
      g_usleep ((gulong) (REST * took));
      begun = g_get_monotonic_time ();
    }
  if (is_done)
    job->value = gradus_curvature_job_get_result (work)->value;
  g_task_return_boolean (task, is_done);
}

static void
measured_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Job *job = g_task_get_task_data (G_TASK (result));
  GradusCurvatureTracker *self = job->tracker;
  gboolean is_done = g_task_propagate_boolean (G_TASK (result), NULL);

  if (self == NULL)
    return;
  self->job = NULL;
  if (is_done && !g_atomic_int_get (&job->is_given_up))
    gradus_track_add (&self->track, &self->spec, job->snapshot->row.epoch, job->value);
  self->func (self->data);
}

GradusCurvatureTracker *
gradus_curvature_tracker_new (GradusCurvatureTrackerFunc func, gpointer data)
{
  GradusCurvatureTracker *self = g_new0 (GradusCurvatureTracker, 1);

  self->func = func;
  self->data = data;
  return self;
}

void
gradus_curvature_tracker_free (GradusCurvatureTracker *self)
{
  if (self == NULL)
    return;
  gradus_curvature_tracker_restart (self);
  if (self->job != NULL)
    self->job->tracker = NULL;
  g_free (self);
}

static gboolean
is_measured (const GradusTrack *track, gint64 epoch)
{
  const GradusTrackPoint *point = gradus_track_find (track, epoch);

  return point != NULL && point->epoch == epoch;
}

void
gradus_curvature_tracker_follow (GradusCurvatureTracker *self, const GradusTrainer *trainer,
                                 GradusSnapshot *shown)
{
  GradusSnapshot *next = shown;

  if (self->job != NULL)
    return;
  self->spec = *gradus_trainer_get_spec (trainer);
  if (shown == NULL || is_measured (&self->track, shown->row.epoch))
    next = gradus_track_next (&self->track, &self->spec, gradus_trainer_get_album (trainer));
  if (next == NULL)
    return;

  g_autoptr (GTask) task = g_task_new (NULL, NULL, measured_cb, NULL);
  Job *job = g_new0 (Job, 1);
  job->tracker = self;
  job->snapshot = gradus_snapshot_ref (next);
  job->data = gradus_dataset_ref (gradus_trainer_get_training (trainer));
  job->l2 = self->spec.l2;
  self->job = job;
  g_task_set_name (task, "gradus-curvature");
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, measure);
}

void
gradus_curvature_tracker_restart (GradusCurvatureTracker *self)
{
  gradus_track_clear (&self->track);
  if (self->job != NULL)
    g_atomic_int_set (&self->job->is_given_up, TRUE);
}

void
gradus_curvature_tracker_forget_from (GradusCurvatureTracker *self, gint64 epoch)
{
  gradus_track_forget_from (&self->track, epoch);
  if (self->job != NULL && self->job->snapshot->row.epoch >= epoch)
    g_atomic_int_set (&self->job->is_given_up, TRUE);
}

const GradusTrack *
gradus_curvature_tracker_get_track (const GradusCurvatureTracker *self)
{
  return &self->track;
}
