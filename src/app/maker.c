/* Makes runs on a thread, one at a time; of the wishes that wait only the newest is kept. */
#include "app/maker.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/error.h"
#include "core/spec-text.h"
#include "plot/imprint.h"

/* What travels with the task: the wish for the thread, the maker for the main loop. */
typedef struct
{
  GradusMaker *maker; /* NULL once that is freed; the thread does not look */
  GradusWish *wish;
} Job;

struct _GradusMaker
{
  GradusMakerFunc func;
  gpointer data;

  GradusWish *next; /* waiting, or NULL */
  GSource *start;   /* will begin on next, or NULL */
  Job *job;         /* being made, or NULL; owned by its task */
};

GradusWish *
gradus_wish_new (const GradusSpec *spec, const char *path, GradusDataset *data, int resolution)
{
  GradusWish *self = g_new0 (GradusWish, 1);

  self->spec = *spec;
  self->path = g_strdup (path);
  self->data = data != NULL ? gradus_dataset_ref (data) : NULL;
  self->resolution = resolution;
  return self;
}

void
gradus_wish_free (GradusWish *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->data, gradus_dataset_unref);
  g_free (self->path);
  g_free (self);
}

static void
job_free (Job *self)
{
  gradus_wish_free (self->wish);
  g_free (self);
}

static gboolean
is_experiment (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ".gradus");
}

/* The wish's spec with what its file says; epoch is what a picture shows, else 0. */
static gboolean
read_spec (const GradusWish *wish, GradusSpec *spec, gint64 *epoch, GError **error)
{
  *spec = wish->spec;
  *epoch = 0;
  if (wish->path == NULL)
    return TRUE;
  if (is_experiment (wish->path))
    return gradus_spec_load (spec, wish->path, error);
  if (gradus_imprint_is_picture (wish->path))
    return gradus_imprint_load (spec, epoch, wish->path, error);

  if (g_strlcpy (spec->file, wish->path, sizeof spec->file) >= sizeof spec->file)
    {
      g_set_error (error, GRADUS_ERROR, GRADUS_ERROR_FILE,
                   _ ("the file's name has %" G_GSIZE_FORMAT " bytes; at most %" G_GSIZE_FORMAT
                      " are right"),
                   strlen (wish->path), sizeof spec->file - 1);
      return FALSE;
    }
  spec->source = GRADUS_SOURCE_FILE;
  spec->x1[0] = spec->x2[0] = spec->label[0] = '\0';
  return TRUE;
}

static void
make_run (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const GradusWish *wish = ((Job *) task_data)->wish;
  g_autofree GradusSpec *spec = g_new (GradusSpec, 1);
  GradusRun *run = NULL;
  GError *error = NULL;
  gint64 epoch;

  if (read_spec (wish, spec, &epoch, &error))
    run = gradus_run_new (spec, wish->data, wish->resolution, &error);
  if (run != NULL)
    run->goal = epoch;
  if (run != NULL)
    g_task_return_pointer (task, run, (GDestroyNotify) gradus_run_free);
  else
    g_task_return_error (task, error);
}

static void begin_soon (GradusMaker *self);

static void
run_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = G_TASK (result);
  Job *job = g_task_get_task_data (task);
  GradusMaker *self = job->maker;
  g_autoptr (GError) error = NULL;
  GradusRun *run = g_task_propagate_pointer (task, &error);

  if (self == NULL)
    {
      gradus_run_free (run);
      return;
    }
  self->job = NULL;
  begin_soon (self);
  self->func (run, job->wish, error, self->next == NULL, self->data);
}

static gboolean
start_cb (gpointer data)
{
  GradusMaker *self = data;
  Job *job = g_new0 (Job, 1);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, run_made_cb, NULL);

  g_clear_pointer (&self->start, g_source_unref);
  job->maker = self;
  job->wish = g_steal_pointer (&self->next);
  self->job = job;
  g_task_set_name (task, "gradus-maker");
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, make_run);
  return G_SOURCE_REMOVE;
}

static void
begin_soon (GradusMaker *self)
{
  if (self->next == NULL || self->job != NULL || self->start != NULL)
    return;
  self->start = g_idle_source_new ();
  /* Behind events, before drawing. */
  g_source_set_priority (self->start, G_PRIORITY_HIGH_IDLE);
  g_source_set_callback (self->start, start_cb, self, NULL);
  g_source_attach (self->start, g_main_context_get_thread_default ());
}

GradusMaker *
gradus_maker_new (GradusMakerFunc func, gpointer data)
{
  GradusMaker *self = g_new0 (GradusMaker, 1);

  self->func = func;
  self->data = data;
  return self;
}

void
gradus_maker_free (GradusMaker *self)
{
  if (self == NULL)
    return;
  if (self->job != NULL)
    self->job->maker = NULL;
  if (self->start != NULL)
    {
      g_source_destroy (self->start);
      g_source_unref (self->start);
    }
  gradus_wish_free (self->next);
  g_free (self);
}

void
gradus_maker_wish (GradusMaker *self, GradusWish *wish)
{
  gradus_wish_free (self->next);
  self->next = wish;
  begin_soon (self);
}

const GradusWish *
gradus_maker_get_newest (const GradusMaker *self)
{
  if (self->next != NULL)
    return self->next;
  return self->job != NULL ? self->job->wish : NULL;
}
