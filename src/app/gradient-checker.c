/* Checks a gradient on a thread, one at a time, until it is stopped. */
#include "app/gradient-checker.h"

#include <gio/gio.h>

/* What travels with the task. */
typedef struct
{
  GradusGradientChecker *checker; /* NULL once it is stopped; the thread does not look */
  GradusSnapshot *snapshot;
  GradusDataset *data;
  double l2;
  gint is_cancelled;
  GradusGradientCheck check;
} Job;

struct _GradusGradientChecker
{
  GradusGradientCheckerFunc func;
  gpointer data;
  Job *job; /* under way, or NULL; owned by its task */
};

static void
job_free (Job *self)
{
  gradus_snapshot_unref (self->snapshot);
  gradus_dataset_unref (self->data);
  g_free (self);
}

static void
run_check (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GradusCheckOrder order = { .is_cancelled = &job->is_cancelled };

  gradus_gradient_check_bound (job->snapshot->network, job->data->m, &order);
  g_task_return_boolean (task, gradus_gradient_check_run (job->snapshot->network, job->data,
                                                          job->l2, &order, &job->check));
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = G_TASK (result);
  Job *job = g_task_get_task_data (task);
  GradusGradientChecker *self = job->checker;

  if (!g_task_propagate_boolean (task, NULL) || self == NULL)
    return;
  self->job = NULL;
  self->func (&job->check, job->snapshot, self->data);
}

GradusGradientChecker *
gradus_gradient_checker_new (GradusGradientCheckerFunc func, gpointer data)
{
  GradusGradientChecker *self = g_new0 (GradusGradientChecker, 1);

  self->func = func;
  self->data = data;
  return self;
}

void
gradus_gradient_checker_free (GradusGradientChecker *self)
{
  if (self == NULL)
    return;
  gradus_gradient_checker_stop (self);
  g_free (self);
}

void
gradus_gradient_checker_start (GradusGradientChecker *self, GradusSnapshot *snapshot,
                               GradusDataset *data, double l2)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, checked_cb, NULL);
  Job *job = g_new0 (Job, 1);

  gradus_gradient_checker_stop (self);
  job->checker = self;
  job->snapshot = gradus_snapshot_ref (snapshot);
  job->data = gradus_dataset_ref (data);
  job->l2 = l2;
  self->job = job;
  g_task_set_name (task, "gradus-gradient-checker");
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, run_check);
}

void
gradus_gradient_checker_stop (GradusGradientChecker *self)
{
  if (self->job == NULL)
    return;
  self->job->checker = NULL;
  g_atomic_int_set (&self->job->is_cancelled, TRUE);
  self->job = NULL;
}

gboolean
gradus_gradient_checker_is_busy (const GradusGradientChecker *self)
{
  return self->job != NULL;
}
