/* Makes scenes on a thread, one at a time and no faster than they can be looked at. */
#include "app/painter.h"

#include <gio/gio.h>

/* Between the beginnings of two scenes of a moving picture, µs: a frame, and twice what the one
 * before took, so that at most half of a processor goes into pictures. */
#define FRAME 16000

/* What travels with the task: the order for the thread, the painter for the main loop. */
typedef struct
{
  GradusPainter *painter; /* NULL once that is freed; the thread does not look */
  gboolean is_forgotten;  /* nor here */
  gint64 took;            /* µs, set by the thread */
  GradusSceneOrder order;
} Job;

struct _GradusPainter
{
  GradusPainterFunc func;
  gpointer data;

  Job *job;       /* being made, or NULL; owned by its task */
  gint64 started; /* µs */
  gint64 took;
};

static void
job_free (Job *self)
{
  gradus_scene_order_clear (&self->order);
  g_free (self);
}

static void
make_scene (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  gint64 start = g_get_monotonic_time ();
  GradusScene *scene = gradus_scene_new (&job->order);

  job->took = g_get_monotonic_time () - start;
  g_task_return_pointer (task, scene, (GDestroyNotify) gradus_scene_unref);
}

static void
scene_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = G_TASK (result);
  Job *job = g_task_get_task_data (task);
  GradusPainter *self = job->painter;
  g_autoptr (GradusScene) scene = g_task_propagate_pointer (task, NULL);

  if (self == NULL)
    return;
  self->job = NULL;
  self->took = job->took;
  if (job->is_forgotten)
    g_clear_pointer (&scene, gradus_scene_unref);
  self->func (g_steal_pointer (&scene), &job->order, self->data);
}

GradusPainter *
gradus_painter_new (GradusPainterFunc func, gpointer data)
{
  GradusPainter *self = g_new0 (GradusPainter, 1);

  self->func = func;
  self->data = data;
  return self;
}

void
gradus_painter_free (GradusPainter *self)
{
  if (self == NULL)
    return;
  if (self->job != NULL)
    self->job->painter = NULL;
  g_free (self);
}

gboolean
gradus_painter_is_free (const GradusPainter *self)
{
  return self->job == NULL;
}

gboolean
gradus_painter_is_rested (const GradusPainter *self, gint64 now)
{
  return now - self->started >= MAX (FRAME, 2 * self->took);
}

void
gradus_painter_paint (GradusPainter *self, const GradusSceneOrder *order)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, scene_made_cb, NULL);
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (self->job == NULL);

  job->painter = self;
  gradus_scene_order_copy (order, &job->order);
  self->job = job;
  self->started = g_get_monotonic_time ();
  g_task_set_name (task, "gradus-painter");
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, make_scene);
}

void
gradus_painter_forget (GradusPainter *self)
{
  if (self->job != NULL)
    self->job->is_forgotten = TRUE;
}
