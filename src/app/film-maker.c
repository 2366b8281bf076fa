/* Makes a film on a thread: trains the runs once more, and shows them epoch by epoch. */
#include "app/film-maker.h"

#include <gio/gio.h>

#include "core/file.h"
#include "core/spec-text.h"
#include "core/watch.h"
#include "film/schedule.h"

/* Blocks between two looks at whether the film is still wanted: a fraction of a second. */
#define BLOCKS_AT_A_TIME 16
/* Of the whole, in thousandths, what training takes. */
#define TRAINING 100

/* What travels with the task: the wish for the thread, the maker for the main loop. */
typedef struct
{
  GradusFilmMaker *maker; /* NULL once that is freed; the thread does not look */
  GradusFilmWish *wish;
  int is_given_up; /* atomic, as */
  int done;        /* this, thousandths of the whole, and */
  int picture;     /* this */
} Job;

struct _GradusFilmMaker
{
  GradusFilmMakerFunc func;
  gpointer data;
  Job *job; /* owned by the task; NULL when it is over */
};

void
gradus_film_wish_free (GradusFilmWish *self)
{
  if (self == NULL)
    return;
  for (int i = 0; i < self->n_runs; i++)
    {
      g_free (self->specs[i]);
      g_clear_pointer (&self->data[i], gradus_dataset_unref);
    }
  gradus_pins_clear (&self->pins);
  g_free (self->spec);
  g_free (self->data_name);
  g_free (self->path);
  g_free (self);
}

static void
job_free (Job *self)
{
  gradus_film_wish_free (self->wish);
  g_free (self);
}

/* Trains the run up to the film's end. Returns: FALSE when it was given up. */
static gboolean
train (Job *job, int i, GradusTrainer *trainer, GradusWatch *watch)
{
  double n_epochs = (double) job->wish->to + 1;
  gint64 before = -1;

  gradus_trainer_set_threads (trainer, job->wish->shot.n_threads);
  while (gradus_trainer_get_status (trainer) < GRADUS_TRAINER_FINISHED)
    {
      if (g_atomic_int_get (&job->is_given_up))
        return FALSE;
      gradus_trainer_work (trainer, BLOCKS_AT_A_TIME);
      gint64 epoch = gradus_trainer_get_epoch (trainer);
      if (epoch > before && gradus_watch_see (watch, gradus_trainer_get_network (trainer), epoch))
        gradus_watch_work (watch, G_MAXINT);
      before = epoch;
      g_atomic_int_set (
          &job->done, (int) (TRAINING * (i + ((double) epoch + 1) / n_epochs) / job->wish->n_runs));
    }
  return TRUE;
}

/* The runs of the wish, at its end; what each has passed is in landmarks. Returns: (transfer full),
 * NULL with an error or where it was given up. */
static GPtrArray *
train_all (Job *job, GradusLandmarks *landmarks, GError **error)
{
  GradusFilmWish *wish = job->wish;
  g_autoptr (GPtrArray) trainers =
      g_ptr_array_new_with_free_func ((GDestroyNotify) gradus_trainer_free);

  for (int i = 0; i < wish->n_runs; i++)
    {
      wish->specs[i]->epochs = wish->to;
      GradusTrainer *trainer = gradus_trainer_new (wish->specs[i], wish->data[i], error);
      if (trainer == NULL)
        return NULL;
      g_ptr_array_add (trainers, trainer);
      g_autoptr (GradusWatch) watch = gradus_watch_new (gradus_trainer_get_network (trainer),
                                                        gradus_trainer_get_training (trainer));
      if (!train (job, i, trainer, watch))
        return NULL;
      landmarks[i] = *gradus_trainer_get_landmarks (trainer);
      gradus_watch_mark (watch, &landmarks[i]);
    }
  return g_steal_pointer (&trainers);
}

static gboolean
picture_cb (int n_done, int n_frames, gpointer data)
{
  Job *job = data;

  g_atomic_int_set (&job->picture, n_done + 1);
  g_atomic_int_set (&job->done, TRAINING + (int) ((1000 - TRAINING) * (double) n_done / n_frames));
  return !g_atomic_int_get (&job->is_given_up);
}

/* Returns: FALSE with an error. */
static gboolean
make_film (Job *job, GError **error)
{
  GradusFilmWish *wish = job->wish;
  GradusLandmarks landmarks[GRADUS_MAX_COMPARED];
  g_autoptr (GError) local = NULL;
  g_autoptr (GPtrArray) trainers = train_all (job, landmarks, &local);

  if (trainers == NULL)
    {
      if (local != NULL)
        g_propagate_error (error, g_steal_pointer (&local));
      return *error == NULL;
    }
  wish->shot.landmarks = landmarks;
  g_autoptr (GradusCamera) camera = gradus_camera_new (&wish->shot, trainers);
  g_autofree gint64 *epochs =
      gradus_schedule_new (wish->from, wish->to, wish->n_frames, wish->is_log);
  g_autofree char *comment = gradus_spec_to_text (wish->spec, wish->path);
  g_autoptr (GByteArray) bytes = NULL;
  if (!gradus_shoot (camera, wish->format, wish->rate, epochs, wish->n_frames, comment, picture_cb,
                     job, &bytes, error))
    return FALSE;
  if (bytes == NULL || g_atomic_int_get (&job->is_given_up))
    return TRUE;
  return gradus_file_write (wish->path, bytes->data, bytes->len, error);
}

static void
work (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (make_film (task_data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = G_TASK (result);
  Job *job = g_task_get_task_data (task);
  GradusFilmMaker *self = job->maker;
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (task, &error);
  if (self == NULL)
    return;
  self->job = NULL;
  self->func (error, self->data);
}

GradusFilmMaker *
gradus_film_maker_new (GradusFilmWish *wish, GradusFilmMakerFunc func, gpointer data)
{
  GradusFilmMaker *self = g_new0 (GradusFilmMaker, 1);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, made_cb, NULL);
  Job *job = g_new0 (Job, 1);

  self->func = func;
  self->data = data;
  self->job = job;
  job->maker = self;
  job->wish = wish;
  g_task_set_name (task, "gradus-film-maker");
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, work);
  return self;
}

void
gradus_film_maker_free (GradusFilmMaker *self)
{
  if (self == NULL)
    return;
  if (self->job != NULL)
    {
      g_atomic_int_set (&self->job->is_given_up, TRUE);
      self->job->maker = NULL;
    }
  g_free (self);
}

double
gradus_film_maker_get_progress (const GradusFilmMaker *self, int *picture)
{
  *picture = self->job != NULL ? g_atomic_int_get (&self->job->picture) : 0;
  return self->job != NULL ? g_atomic_int_get (&self->job->done) / 1000.0 : 1;
}
