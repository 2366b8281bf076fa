/* Works out epochs between two snapshots on a thread, one at a time; the newest wish wins. */
#include "app/replayer.h"

#include <gio/gio.h>

/* Between two looks at whether it is still wanted: a fraction of a second at the very most. */
#define BLOCKS_AT_A_TIME 16

/* What travels with the task: the replay for the thread, the replayer for the main loop. */
typedef struct
{
  GradusReplayer *replayer; /* NULL once that is freed; the thread does not look */
  GradusReplay *replay;
  int is_forgotten; /* atomic */
} Job;

struct _GradusReplayer
{
  GradusReplayerFunc func;
  gpointer data;

  GradusReplay *next; /* waiting, or NULL */
  Job *job;           /* being worked on, or NULL; owned by its task */
};

static void
job_free (Job *self)
{
  gradus_replay_free (self->replay);
  g_free (self);
}

static void
work_out (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  gboolean is_there = FALSE;

  while (!is_there && !g_atomic_int_get (&job->is_forgotten))
    is_there = gradus_replay_work (job->replay, BLOCKS_AT_A_TIME);
  g_task_return_pointer (task, is_there ? gradus_replay_finish (job->replay) : NULL,
                         (GDestroyNotify) gradus_snapshot_unref);
}

static void begin (GradusReplayer *self);

static void
worked_out_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = G_TASK (result);
  Job *job = g_task_get_task_data (task);
  GradusReplayer *self = job->replayer;
  g_autoptr (GradusSnapshot) snapshot = g_task_propagate_pointer (task, NULL);

  if (self == NULL)
    return;
  self->job = NULL;
  begin (self);
  if (snapshot != NULL && !g_atomic_int_get (&job->is_forgotten))
    self->func (g_steal_pointer (&snapshot), self->data);
}

static void
begin (GradusReplayer *self)
{
  if (self->next == NULL || self->job != NULL)
    return;

  g_autoptr (GTask) task = g_task_new (NULL, NULL, worked_out_cb, NULL);
  Job *job = g_new0 (Job, 1);

  job->replayer = self;
  job->replay = g_steal_pointer (&self->next);
  self->job = job;
  g_task_set_name (task, "gradus-replayer");
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, work_out);
}

GradusReplayer *
gradus_replayer_new (GradusReplayerFunc func, gpointer data)
{
  GradusReplayer *self = g_new0 (GradusReplayer, 1);

  self->func = func;
  self->data = data;
  return self;
}

void
gradus_replayer_free (GradusReplayer *self)
{
  if (self == NULL)
    return;
  gradus_replayer_forget (self);
  if (self->job != NULL)
    self->job->replayer = NULL;
  g_free (self);
}

void
gradus_replayer_wish (GradusReplayer *self, GradusReplay *replay)
{
  gradus_replayer_forget (self);
  self->next = replay;
  begin (self);
}

void
gradus_replayer_forget (GradusReplayer *self)
{
  g_clear_pointer (&self->next, gradus_replay_free);
  if (self->job != NULL)
    g_atomic_int_set (&self->job->is_forgotten, TRUE);
}

gboolean
gradus_replayer_is_free (const GradusReplayer *self)
{
  return self->next == NULL && self->job == NULL;
}
