/* A few threads that share out numbered pieces of work. */
#include "core/crew.h"

struct _GradusCrew
{
  int n_threads; /* the caller's thread included */
  GThread **threads;
  GMutex mutex; /* guards all below; a piece is long beside the taking of it */
  GCond work_came, work_done;
  GradusCrewFunc func;
  gpointer data;
  int n, next, n_done;
  gboolean quit;
  int n_started; /* threads that have taken their number */
};

static gpointer
help (gpointer user_data)
{
  GradusCrew *self = user_data;

  g_mutex_lock (&self->mutex);
  int thread = ++self->n_started;
  while (!self->quit)
    {
      if (self->next >= self->n)
        {
          g_cond_wait (&self->work_came, &self->mutex);
          continue;
        }
      int i = self->next++;
      g_mutex_unlock (&self->mutex);
      self->func (self->data, i, thread);
      g_mutex_lock (&self->mutex);
      if (++self->n_done == self->n)
        g_cond_signal (&self->work_done);
    }
  g_mutex_unlock (&self->mutex);
  return NULL;
}

GradusCrew *
gradus_crew_new (int n_threads)
{
  GradusCrew *self = g_new0 (GradusCrew, 1);

  self->n_threads = MAX (1, n_threads);
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

int
gradus_crew_size (const GradusCrew *self)
{
  return self->n_threads;
}

void
gradus_crew_run (GradusCrew *self, int n, GradusCrewFunc func, gpointer data)
{
  if (self->n_threads == 1 || n <= 1)
    {
      for (int i = 0; i < n; i++)
        func (data, i, 0);
      return;
    }

  g_mutex_lock (&self->mutex);
  self->func = func;
  self->data = data;
  self->n = n;
  self->next = self->n_done = 0;
  g_cond_broadcast (&self->work_came);
  while (self->next < self->n)
    {
      int i = self->next++;
      g_mutex_unlock (&self->mutex);
      func (data, i, 0);
      g_mutex_lock (&self->mutex);
      self->n_done++;
    }
  /* Waits for pieces, not for threads: one that wakes late finds nothing left and sleeps on. */
  while (self->n_done < self->n)
    g_cond_wait (&self->work_done, &self->mutex);
  self->n = self->next = 0;
  g_mutex_unlock (&self->mutex);
}
