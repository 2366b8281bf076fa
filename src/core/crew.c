/* A few threads that share out numbered pieces of work, and never wait for one that sleeps. */
#include "core/crew.h"

#include <string.h>

struct _GradusCrew
{
  int n_threads; /* the caller's included */
  GThread **threads;
  const GradusCrewJob *job;
  gpointer data;

  GMutex mutex; /* guards all below; a piece is long beside the taking of it */
  GCond work_came, work_done;
  guint call; /* counts calls, so that a late piece is told from one of now */
  int n, next, n_done;
  gboolean is_done[GRADUS_CREW_PIECES];
  gboolean quit;
  int n_started; /* threads that have taken their number */
};

/* Under the lock: a piece of the call is made; it counts if it is the first of its number. */
static void
hand_in (GradusCrew *self, guint call, int i, int thread)
{
  if (call != self->call || self->is_done[i])
    return;
  self->job->keep (self->data, i, thread);
  self->is_done[i] = TRUE;
  if (++self->n_done == self->n)
    g_cond_signal (&self->work_done);
}

/* Under the lock, which is let go of meanwhile. */
static void
do_piece (GradusCrew *self, int i, int thread)
{
  guint call = self->call;

  g_mutex_unlock (&self->mutex);
  self->job->work (self->data, i, thread);
  g_mutex_lock (&self->mutex);
  hand_in (self, call, i, thread);
}

static gpointer
help (gpointer user_data)
{
  GradusCrew *self = user_data;
  guint prepared = 0;

  g_mutex_lock (&self->mutex);
  int thread = ++self->n_started;
  while (!self->quit)
    {
      if (self->next >= self->n)
        {
          g_cond_wait (&self->work_came, &self->mutex);
          continue;
        }
      if (prepared != self->call)
        self->job->prepare (self->data, thread);
      prepared = self->call;
      do_piece (self, self->next++, thread);
    }
  g_mutex_unlock (&self->mutex);
  return NULL;
}

GradusCrew *
gradus_crew_new (int n_threads, const GradusCrewJob *job, gpointer data)
{
  GradusCrew *self = g_new0 (GradusCrew, 1);

  self->n_threads = MAX (1, n_threads);
  self->job = job;
  self->data = data;
  g_mutex_init (&self->mutex);
  g_cond_init (&self->work_came);
  g_cond_init (&self->work_done);
  self->threads = g_new0 (GThread *, self->n_threads);
  for (int i = 1; i < self->n_threads; i++)
    self->threads[i] = g_thread_new ("gradus-crew", help, self);
  return self;
}

void
gradus_crew_free (GradusCrew *self)
{
  if (self == NULL)
    return;
  g_mutex_lock (&self->mutex);
  self->quit = TRUE;
  g_cond_broadcast (&self->work_came);
  g_mutex_unlock (&self->mutex);
  for (int i = 1; i < self->n_threads; i++)
    g_thread_join (self->threads[i]);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->work_came);
  g_cond_clear (&self->work_done);
  g_free (self->threads);
  g_free (self);
}

static void
run_alone (GradusCrew *self, int n)
{
  self->job->prepare (self->data, 0);
  for (int i = 0; i < n; i++)
    {
      self->job->work (self->data, i, 0);
      self->job->keep (self->data, i, 0);
    }
}

void
gradus_crew_run (GradusCrew *self, int n, GradusCrewManner manner)
{
  g_return_if_fail (n <= GRADUS_CREW_PIECES);

  if (manner == GRADUS_CREW_ALONE || self->n_threads == 1 || n <= 1)
    {
      run_alone (self, n);
      return;
    }

  g_mutex_lock (&self->mutex);
  self->call++;
  self->n = n;
  self->next = self->n_done = 0;
  memset (self->is_done, 0, sizeof self->is_done);
  self->job->prepare (self->data, 0);
  g_cond_broadcast (&self->work_came);
  while (self->next < self->n)
    do_piece (self, self->next++, 0);
  /* A thread that lost its processor may hold a piece for long: doing it again costs no more than
   * the piece, and waiting costs whatever that processor is busy with. */
  for (int i = 0; i < n && manner == GRADUS_CREW_TOGETHER; i++)
    if (!self->is_done[i])
      do_piece (self, i, 0);
  while (self->n_done < self->n)
    g_cond_wait (&self->work_done, &self->mutex);
  self->n = self->next = 0;
  g_mutex_unlock (&self->mutex);
}
