/* The runs that an experiment asks for, trained one after the other, and what they leave together.
 */
#include "cli/batch.h"

#include <glib/gi18n-lib.h>

#include "cli/parameters-json.h"
#include "cli/report.h"
#include "core/compare.h"
#include "core/source.h"
#include "core/sweep-cell.h"

struct _GradusBatch
{
  const GradusOptions *options;
  int n_runs;      /* of the whole experiment */
  int first, last; /* of these the shard's: first … last - 1 */

  GradusSpec spec; /* of the run under way */
  GradusDataset *data;
  GPtrArray *trainers;    /* of the runs, where pictures are made of them all; else of the last */
  GradusTrainer *trainer; /* the last of them */
  GradusWatch *watch;     /* of the run, where somebody wants to know */
  GArray *landmarks;      /* GradusLandmarks of each of the trainers that is over */
  GradusHistoryCsv *csv;
  GString *parameters;
  GradusSweep *sweep; /* or NULL: the runs are no table */
  gboolean disagrees;
  gboolean has_diverged;
};

/* The hidden layers of the run with the most. */
static int
find_most_hidden (const GradusOptions *options, int n_runs)
{
  const GradusSpec *spec = &options->spec;
  g_autofree GradusSpec *run = g_new (GradusSpec, 1);
  int most = spec->hidden.n;

  if (!g_str_equal (spec->vary, "hidden") && !g_str_equal (spec->across, "hidden"))
    return most;
  for (int i = 0; i < n_runs; i++)
    {
      gradus_compare_pick (spec, i, run);
      most = i == 0 ? run->hidden.n : MAX (most, run->hidden.n);
    }
  return most;
}

GradusBatch *
gradus_batch_new (const GradusOptions *options)
{
  GradusBatch *self = g_new0 (GradusBatch, 1);
  gint64 n = gradus_compare_count (&options->spec);

  self->options = options;
  self->n_runs = (int) n;
  self->first = (int) (n * (options->shard - 1) / options->n_shards);
  self->last = (int) (n * options->shard / options->n_shards);
  self->trainers = g_ptr_array_new_with_free_func ((GDestroyNotify) gradus_trainer_free);
  self->landmarks = g_array_new (FALSE, FALSE, sizeof (GradusLandmarks));
  if (options->history != NULL)
    self->csv = gradus_history_csv_new (options, find_most_hidden (options, self->n_runs) + 1);
  if (options->parameters != NULL)
    self->parameters = g_string_new (NULL);
  if (*options->spec.across != '\0')
    self->sweep = gradus_sweep_new (&options->spec);
  return self;
}

void
gradus_batch_free (GradusBatch *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->data, gradus_dataset_unref);
  g_clear_pointer (&self->watch, gradus_watch_free);
  g_ptr_array_unref (self->trainers);
  g_array_unref (self->landmarks);
  g_clear_pointer (&self->csv, gradus_history_csv_free);
  if (self->parameters != NULL)
    g_string_free (self->parameters, TRUE);
  g_clear_pointer (&self->sweep, gradus_sweep_free);
  g_free (self);
}

static gboolean
check_example (const GradusBatch *self, GError **error)
{
  gint64 m = (gint64) gradus_trainer_get_training (self->trainer)->m;
  g_autofree char *most = g_strdup_printf ("%" G_GINT64_FORMAT, m);

  if (self->options->example <= m)
    return TRUE;
  return gradus_spec_fail (error,
                           _ ("--example: there are only %s training examples; a number from 1 to "
                              "%s is right"),
                           most, most);
}

/* The examples and the trainer of run i; the examples of the one before serve where they are the
 * same. */
static gboolean
begin_run (GradusBatch *self, int i, GError **error)
{
  g_autofree GradusSpec *spec = g_new (GradusSpec, 1);

  gradus_compare_pick (&self->options->spec, i, spec);
  if (!gradus_spec_check (spec, error))
    return FALSE;
  if (self->data != NULL && !gradus_source_is_same (&self->spec, spec))
    g_clear_pointer (&self->data, gradus_dataset_unref);
  self->spec = *spec;
  if (self->data == NULL)
    self->data = gradus_source_load (spec, error);
  g_clear_pointer (&self->watch, gradus_watch_free);
  if (gradus_options_count_views (self->options) == 0
      || self->sweep != NULL) /* its cells are all it shows */
    g_ptr_array_set_size (self->trainers, 0);
  self->trainer = self->data != NULL ? gradus_trainer_new (spec, self->data, error) : NULL;
  if (self->trainer == NULL)
    return FALSE;
  g_ptr_array_add (self->trainers, self->trainer);
  if (!check_example (self, error))
    return FALSE;
  if (self->options->landmarks
      || (gradus_options_count_views (self->options) > 0 && self->sweep == NULL))
    self->watch = gradus_watch_new (gradus_trainer_get_network (self->trainer),
                                    gradus_trainer_get_training (self->trainer));
  return TRUE;
}

/* Of a table the row is told, as soon as the last of its runs that the shard has is over. */
static void
take_cell (GradusBatch *self, int i)
{
  int row = i / self->sweep->n_columns;

  self->sweep->cells[i] = gradus_sweep_cell (self->trainer);
  if (i == self->last - 1 || (i + 1) % self->sweep->n_columns == 0)
    gradus_report_row (self->options, self->sweep, row);
}

/* What the run is called in files, and in words. */
typedef struct
{
  char *run, *across, *name; /* NULL where that does not vary */
} Names;

static void
names_init (Names *self, const GradusSpec *spec, int i)
{
  *self = (Names){ .run = NULL };
  if (*spec->vary != '\0')
    self->run = gradus_compare_value (spec, i);
  if (*spec->across != '\0')
    self->across = gradus_compare_value_across (spec, i);
  self->name = self->across != NULL
                   ? g_strdup_printf ("%s, %s %s", self->run, spec->across, self->across)
                   : g_strdup (self->run);
}

static void
names_clear (Names *self)
{
  g_free (self->run);
  g_free (self->across);
  g_free (self->name);
}

/* What the newest run has passed, behind what those before it have that are kept. */
static const GradusLandmarks *
take_landmarks (GradusBatch *self)
{
  GradusLandmarks landmarks = *gradus_trainer_get_landmarks (self->trainer);

  if (self->watch != NULL)
    gradus_watch_mark (self->watch, &landmarks);
  g_array_set_size (self->landmarks, self->trainers->len - 1);
  g_array_append_val (self->landmarks, landmarks);
  return &g_array_index (self->landmarks, GradusLandmarks, self->trainers->len - 1);
}

/* What is kept and said of the run that is over. */
static void
end_run (GradusBatch *self, int i, const Names *names, const GradusChecks *checks)
{
  if (self->csv != NULL)
    gradus_history_csv_end (self->csv);
  if (self->parameters != NULL)
    gradus_parameters_json_append (self->parameters, names->run, names->across,
                                   gradus_trainer_get_network (self->trainer), i == self->first,
                                   i == self->last - 1);
  const GradusLandmarks *landmarks = take_landmarks (self);
  if (self->sweep != NULL)
    take_cell (self, i);
  else
    gradus_report_summary (self->options, names->name, self->trainer);
  gradus_report_explanation (self->options, names->name, self->trainer);
  if (self->options->landmarks)
    gradus_report_landmarks (self->options, names->name, landmarks);
  if (!gradus_report_checks (self->options, names->name, checks))
    self->disagrees = TRUE;
  if (gradus_trainer_get_status (self->trainer) == GRADUS_TRAINER_DIVERGED)
    {
      self->has_diverged = TRUE;
      gradus_report_diverged (names->name, self->trainer);
    }
}

gboolean
gradus_batch_run (GradusBatch *self, GError **error)
{
  for (int i = self->first; i < self->last; i++)
    {
      GradusChecks checks = { 0 };
      Names names;

      if (!begin_run (self, i, error))
        return FALSE;
      names_init (&names, &self->options->spec, i);
      if (self->csv != NULL)
        gradus_history_csv_begin (self->csv, names.run, names.across, self->trainer);
      gradus_run_train (self->options, self->trainer, self->csv, &checks, self->watch);
      end_run (self, i, &names, &checks);
      names_clear (&names);
    }
  return TRUE;
}

gboolean
gradus_batch_agrees (const GradusBatch *self)
{
  return !self->disagrees;
}

gboolean
gradus_batch_has_diverged (const GradusBatch *self)
{
  return self->has_diverged;
}

const GString *
gradus_batch_get_history (const GradusBatch *self)
{
  return self->csv != NULL ? gradus_history_csv_get_text (self->csv) : NULL;
}

const GString *
gradus_batch_get_parameters (const GradusBatch *self)
{
  return self->parameters;
}

GradusDataset *
gradus_batch_get_data (const GradusBatch *self)
{
  return self->data;
}

const GradusTrainer *
gradus_batch_get_trainer (const GradusBatch *self)
{
  return self->trainer;
}

const GradusLandmarks *
gradus_batch_get_landmarks (const GradusBatch *self)
{
  return (const GradusLandmarks *) (gconstpointer) self->landmarks->data;
}

const GradusSweep *
gradus_batch_get_sweep (const GradusBatch *self)
{
  return self->sweep;
}

GString *
gradus_batch_make_table (const GradusBatch *self)
{
  GString *text = g_string_new (NULL);

  if (self->sweep != NULL)
    gradus_sweep_append_csv (self->sweep, self->first, self->last, self->options->shard == 1, text);
  return text;
}

const GPtrArray *
gradus_batch_get_trainers (const GradusBatch *self)
{
  return self->trainers;
}
