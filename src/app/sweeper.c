/* The cells of a sweep on a few threads: what they come to goes to the main loop, frame by frame.
 */
#include "app/sweeper.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "core/compare.h"
#include "core/source.h"
#include "core/sweep-cell.h"

#define FRAME_MS 16
/* A thread tells how far it is, and looks whether it is to go on, that often, µs. */
#define SLICE 20000
/* Of a large data set, so that a slice is kept to. */
#define BLOCKS_AT_A_TIME 64
/* It takes that long until a guess is worth something, µs. */
#define LEAST_SPENT 500000

/* What threads and main loop share; the last one to leave frees it. */
typedef struct
{
  gatomicrefcount ref_count;
  GMainContext *context;
  GradusSpec spec;
  int n_cells, n_rows, n_columns;

  GMutex mutex; /* over what follows */
  GCond resumed;
  gboolean is_stopped, is_paused;
  int next;      /* cell to be begun, in the order of find_cell () */
  int n_workers; /* that are not through */
  GradusSweepCell *cells;
  GArray *changed; /* int: cells that the main loop has not heard of */
  gboolean *is_changed;
  gboolean is_told; /* the main loop will come and look */
  char *fault;

  GMutex data_mutex; /* over these: examples are loaded once where cells have the same */
  GradusSpec data_spec;
  GradusDataset *data;

  GradusSweeper *owner; /* for the main loop alone; NULL: nobody listens any more */
} Job;

struct _GradusSweeper
{
  GradusSweeperFunc func;
  gpointer data;
  GradusSweep *sweep;
  Job *job; /* under way, or NULL */
  char *fault;
  gboolean is_paused;
  gint64 since; /* µs: when it was begun or resumed */
  gint64 spent; /* before that */
};

static Job *
job_ref (Job *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

static void
job_unref (gpointer data)
{
  Job *self = data;

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_main_context_unref (self->context);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->resumed);
  g_mutex_clear (&self->data_mutex);
  g_clear_pointer (&self->data, gradus_dataset_unref);
  g_array_unref (self->changed);
  g_free (self->is_changed);
  g_free (self->cells);
  g_free (self->fault);
  g_free (self);
}

/* Column by column. */
static int
find_cell (const Job *self, int i)
{
  return i % self->n_rows * self->n_columns + i / self->n_rows;
}

static void
settle (GradusSweeper *self)
{
  self->job->owner = NULL;
  g_clear_pointer (&self->job, job_unref);
  self->is_paused = FALSE;
}

/* The main loop looks what there is. */
static gboolean
news_cb (gpointer data)
{
  Job *job = data;
  GradusSweeper *self = job->owner;
  gboolean is_over;

  if (self == NULL)
    return G_SOURCE_REMOVE;
  g_mutex_lock (&job->mutex);
  job->is_told = FALSE;
  for (guint i = 0; i < job->changed->len; i++)
    {
      int cell = g_array_index (job->changed, int, i);
      self->sweep->cells[cell] = job->cells[cell];
      job->is_changed[cell] = FALSE;
    }
  g_array_set_size (job->changed, 0);
  is_over = job->n_workers == 0;
  if (is_over)
    self->fault = g_steal_pointer (&job->fault);
  g_mutex_unlock (&job->mutex);
  if (is_over)
    gradus_sweeper_stop (self);
  self->func (self->data);
  return G_SOURCE_REMOVE;
}

/* With the lock held. */
static void
call_main_loop (Job *self)
{
  if (self->is_told)
    return;
  self->is_told = TRUE;
  g_autoptr (GSource) source = g_timeout_source_new (FRAME_MS);
  g_source_set_static_name (source, "gradus-sweeper");
  g_source_set_callback (source, news_cb, job_ref (self), job_unref);
  g_source_attach (source, self->context);
}

static void
tell_cell (Job *self, int i, const GradusSweepCell *cell)
{
  g_mutex_lock (&self->mutex);
  self->cells[i] = *cell;
  if (!self->is_changed[i])
    g_array_append_val (self->changed, i);
  self->is_changed[i] = TRUE;
  call_main_loop (self);
  g_mutex_unlock (&self->mutex);
}

static void
fail (Job *self, const GError *error)
{
  g_mutex_lock (&self->mutex);
  if (self->fault == NULL)
    self->fault = g_strdup (error->message);
  self->is_stopped = TRUE;
  g_cond_broadcast (&self->resumed);
  g_mutex_unlock (&self->mutex);
}

/* Waits while it is paused. Returns: FALSE where there is nothing more to do. */
static gboolean
may_go_on (Job *self)
{
  g_mutex_lock (&self->mutex);
  while (self->is_paused && !self->is_stopped)
    g_cond_wait (&self->resumed, &self->mutex);
  gboolean may = !self->is_stopped;
  g_mutex_unlock (&self->mutex);
  return may;
}

/* The examples of a run; (transfer full). */
static GradusDataset *
find_data (Job *self, const GradusSpec *run, GError **error)
{
  GradusDataset *data = NULL;

  g_mutex_lock (&self->data_mutex);
  if (self->data != NULL && !gradus_source_is_same (&self->data_spec, run))
    g_clear_pointer (&self->data, gradus_dataset_unref);
  if (self->data == NULL)
    self->data = gradus_source_load (run, error);
  if (self->data != NULL)
    {
      self->data_spec = *run;
      data = gradus_dataset_ref (self->data);
    }
  g_mutex_unlock (&self->data_mutex);
  return data;
}

static void
train (Job *self, int i, GradusTrainer *trainer)
{
  while (may_go_on (self))
    {
      gint64 deadline = g_get_monotonic_time () + SLICE;

      while (gradus_trainer_get_status (trainer) < GRADUS_TRAINER_FINISHED
             && g_get_monotonic_time () < deadline)
        gradus_trainer_work (trainer, BLOCKS_AT_A_TIME);
      GradusSweepCell cell = gradus_sweep_cell (trainer);
      tell_cell (self, i, &cell);
      if (cell.state != GRADUS_SWEEP_RUNNING)
        return;
    }
}

static void
train_cell (Job *self, int i)
{
  g_autofree GradusSpec *run = g_new (GradusSpec, 1);
  g_autoptr (GError) error = NULL;

  gradus_compare_pick (&self->spec, i, run);
  g_autoptr (GradusDataset) data =
      gradus_spec_check (run, &error) ? find_data (self, run, &error) : NULL;
  g_autoptr (GradusTrainer) trainer = data != NULL ? gradus_trainer_new (run, data, &error) : NULL;
  if (trainer == NULL)
    fail (self, error);
  else
    train (self, i, trainer);
}

static gpointer
work (gpointer data)
{
  Job *self = data;

  while (may_go_on (self))
    {
      g_mutex_lock (&self->mutex);
      int i = self->next < self->n_cells ? find_cell (self, self->next++) : -1;
      g_mutex_unlock (&self->mutex);
      if (i < 0)
        break;
      train_cell (self, i);
    }
  g_mutex_lock (&self->mutex);
  self->n_workers--;
  call_main_loop (self);
  g_mutex_unlock (&self->mutex);
  job_unref (self);
  return NULL;
}

static Job *
job_new (GradusSweeper *owner, const GradusSweep *sweep)
{
  Job *self = g_new0 (Job, 1);
  gsize n = (gsize) gradus_sweep_count (sweep);

  g_atomic_ref_count_init (&self->ref_count);
  self->context = g_main_context_ref_thread_default ();
  self->spec = sweep->spec;
  self->n_cells = (int) n;
  self->n_rows = sweep->n_rows;
  self->n_columns = sweep->n_columns;
  g_mutex_init (&self->mutex);
  g_cond_init (&self->resumed);
  g_mutex_init (&self->data_mutex);
  self->cells = g_memdup2 (sweep->cells, n * sizeof *sweep->cells);
  self->changed = g_array_new (FALSE, FALSE, sizeof (int));
  self->is_changed = g_new0 (gboolean, n);
  self->n_workers = (int) CLAMP ((gint64) g_get_num_processors () - 1, 1, (gint64) n);
  self->owner = owner;
  return self;
}

GradusSweeper *
gradus_sweeper_new (GradusSweeperFunc func, gpointer data)
{
  GradusSweeper *self = g_new0 (GradusSweeper, 1);

  self->func = func;
  self->data = data;
  return self;
}

void
gradus_sweeper_free (GradusSweeper *self)
{
  if (self == NULL)
    return;
  gradus_sweeper_stop (self);
  g_clear_pointer (&self->sweep, gradus_sweep_free);
  g_free (self->fault);
  g_free (self);
}

gboolean
gradus_sweeper_start (GradusSweeper *self, const GradusSpec *spec, GError **error)
{
  g_return_val_if_fail (self != NULL && spec != NULL, FALSE);
  g_return_val_if_fail (*spec->vary != '\0' && *spec->across != '\0', FALSE);

  if (!gradus_spec_check (spec, error))
    return FALSE;
  if (spec->epochs < 0)
    return gradus_spec_fail (error, _ ("epochs: a sweep trains every run to its end; a number such "
                                       "as 10000 is right"));
  gradus_sweeper_stop (self);
  g_clear_pointer (&self->sweep, gradus_sweep_free);
  g_clear_pointer (&self->fault, g_free);
  self->sweep = gradus_sweep_new (spec);
  self->job = job_new (self, self->sweep);
  self->spent = 0;
  self->since = g_get_monotonic_time ();
  for (int i = self->job->n_workers; i > 0; i--)
    g_thread_unref (g_thread_new ("gradus-sweep", work, job_ref (self->job)));
  return TRUE;
}

void
gradus_sweeper_stop (GradusSweeper *self)
{
  static const GradusSweepCell waiting = { GRADUS_SWEEP_WAITING, -1, NAN, NAN, NAN, NAN };

  g_return_if_fail (self != NULL);

  if (self->job == NULL)
    return;
  g_mutex_lock (&self->job->mutex);
  self->job->is_stopped = TRUE;
  g_cond_broadcast (&self->job->resumed);
  g_mutex_unlock (&self->job->mutex);
  settle (self);
  for (int i = 0; i < gradus_sweep_count (self->sweep); i++)
    if (self->sweep->cells[i].state == GRADUS_SWEEP_RUNNING)
      self->sweep->cells[i] = waiting;
}

void
gradus_sweeper_set_paused (GradusSweeper *self, gboolean paused)
{
  gint64 now = g_get_monotonic_time ();

  g_return_if_fail (self != NULL);

  if (self->job == NULL || self->is_paused == paused)
    return;
  self->is_paused = paused;
  if (paused)
    self->spent += now - self->since;
  self->since = now;
  g_mutex_lock (&self->job->mutex);
  self->job->is_paused = paused;
  g_cond_broadcast (&self->job->resumed);
  g_mutex_unlock (&self->job->mutex);
}

GradusSweeperState
gradus_sweeper_get_state (const GradusSweeper *self)
{
  return self->job == NULL ? GRADUS_SWEEPER_IDLE
         : self->is_paused ? GRADUS_SWEEPER_PAUSED
                           : GRADUS_SWEEPER_RUNNING;
}

const GradusSweep *
gradus_sweeper_get_sweep (const GradusSweeper *self)
{
  return self->sweep;
}

const char *
gradus_sweeper_get_fault (const GradusSweeper *self)
{
  return self->fault;
}

double
gradus_sweeper_get_seconds_left (const GradusSweeper *self)
{
  if (self->job == NULL)
    return NAN;
  gint64 spent = self->spent + (self->is_paused ? 0 : g_get_monotonic_time () - self->since);
  double done = gradus_sweep_progress (self->sweep);

  return spent < LEAST_SPENT || done <= 0 ? NAN : (double) spent / 1e6 * (1 - done) / done;
}
