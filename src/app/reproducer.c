/* Reproduces a table of published figures on a thread, and tells each row as it comes. */
#include "app/reproducer.h"

#include <gio/gio.h>

/* Between two looks at whether to go on: a fraction of a second also where blocks are large. */
#define BLOCKS_AT_A_TIME 64

/* Behind events, before drawing. */
#define PRIORITY G_PRIORITY_HIGH_IDLE

/* What travels with the task. */
typedef struct
{
  GradusReproducer *reproducer; /* NULL once it is stopped; the thread does not look */
  GradusPublished *table;
  gint is_cancelled;
} Job;

/* A row on its way to the main loop. */
typedef struct
{
  GTask *task;
  int row;
  GradusOutcome outcome;
} News;

struct _GradusReproducer
{
  GradusReproducerFunc func;
  GradusReproducerDoneFunc done;
  gpointer data;
  Job *job; /* under way, or NULL; owned by its task */
};

static void
job_free (Job *self)
{
  gradus_published_unref (self->table);
  g_free (self);
}

static void
news_free (News *self)
{
  g_object_unref (self->task);
  g_free (self);
}

static gboolean
news_cb (gpointer data)
{
  const News *news = data;
  const Job *job = g_task_get_task_data (news->task);

  if (job->reproducer != NULL)
    job->reproducer->func (news->row, &news->outcome, job->reproducer->data);
  return G_SOURCE_REMOVE;
}

static void
send_row (GTask *task, int row, const GradusOutcome *outcome)
{
  News *news = g_new0 (News, 1);
  g_autoptr (GSource) source = g_idle_source_new ();

  news->task = g_object_ref (task);
  news->row = row;
  news->outcome = *outcome;
  g_source_set_priority (source, PRIORITY);
  g_source_set_callback (source, news_cb, news, (GDestroyNotify) news_free);
  g_source_attach (source, g_task_get_context (task));
}

static void
run_job (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  int n = job->table->n_rows;
  g_autoptr (GradusReproduction) reproduction = gradus_reproduction_new (job->table);
  const GradusOutcome *outcomes = gradus_reproduction_get_outcomes (reproduction);
  g_autofree gboolean *is_sent = g_new0 (gboolean, (gsize) n);
  GError *error = NULL;
  gboolean goes_on = TRUE;

  gradus_reproduction_set_threads (reproduction, (int) g_get_num_processors ());
  while (goes_on && !g_atomic_int_get (&job->is_cancelled))
    {
      goes_on = gradus_reproduction_work (reproduction, BLOCKS_AT_A_TIME, &error);
      for (int i = 0; i < n; i++)
        if (!is_sent[i] && outcomes[i].verdict != GRADUS_VERDICT_OPEN)
          {
            send_row (task, i, &outcomes[i]);
            is_sent[i] = TRUE;
          }
    }
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/* Of the same priority as the rows, and attached after them: it comes last. */
static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = G_TASK (result);
  Job *job = g_task_get_task_data (task);
  GradusReproducer *self = job->reproducer;
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (task, &error);
  if (self == NULL)
    return;
  job->reproducer = NULL;
  self->job = NULL;
  self->done (error, self->data);
}

GradusReproducer *
gradus_reproducer_new (GradusReproducerFunc func, GradusReproducerDoneFunc done, gpointer data)
{
  GradusReproducer *self = g_new0 (GradusReproducer, 1);

  self->func = func;
  self->done = done;
  self->data = data;
  return self;
}

void
gradus_reproducer_free (GradusReproducer *self)
{
  if (self == NULL)
    return;
  gradus_reproducer_stop (self);
  g_free (self);
}

void
gradus_reproducer_start (GradusReproducer *self, GradusPublished *table)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, done_cb, NULL);
  Job *job = g_new0 (Job, 1);

  gradus_reproducer_stop (self);
  job->reproducer = self;
  job->table = gradus_published_ref (table);
  self->job = job;
  g_task_set_name (task, "gradus-reproducer");
  g_task_set_priority (task, PRIORITY);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, run_job);
}

void
gradus_reproducer_stop (GradusReproducer *self)
{
  if (self->job == NULL)
    return;
  self->job->reproducer = NULL;
  g_atomic_int_set (&self->job->is_cancelled, TRUE);
  self->job = NULL;
}

gboolean
gradus_reproducer_is_busy (const GradusReproducer *self)
{
  return self->job != NULL;
}
