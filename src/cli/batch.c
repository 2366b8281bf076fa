/* The runs that an experiment asks for, trained one after the other, and what they leave together.
 */
#include "cli/batch.h"

#include <glib/gi18n-lib.h>

#include "cli/parameters-json.h"
#include "cli/report.h"
#include "core/compare.h"
#include "core/source.h"

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
  GradusLandmarks landmarks;
  GradusHistoryCsv *csv;
  GString *parameters;
  gboolean disagrees;
  gboolean has_diverged;
};

/* The hidden layers of the run with the most. */
static int
find_most_hidden (const GradusOptions *options, int n_runs)
{
  g_autofree GradusSpec *run = g_new (GradusSpec, 1);
  int most = options->spec.hidden.n;

  for (int i = 0; i < n_runs && g_str_equal (options->spec.vary, "hidden"); i++)
    {
      gradus_compare_pick (&options->spec, i, run);
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
  if (options->history != NULL)
    self->csv = gradus_history_csv_new (options, find_most_hidden (options, self->n_runs) + 1);
  if (options->parameters != NULL)
    self->parameters = g_string_new (NULL);
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
  g_clear_pointer (&self->csv, gradus_history_csv_free);
  if (self->parameters != NULL)
    g_string_free (self->parameters, TRUE);
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
  if (self->options->plots->len == 0)
    g_ptr_array_set_size (self->trainers, 0);
  self->trainer = self->data != NULL ? gradus_trainer_new (spec, self->data, error) : NULL;
  if (self->trainer == NULL)
    return FALSE;
  g_ptr_array_add (self->trainers, self->trainer);
  if (!check_example (self, error))
    return FALSE;
  if (self->options->landmarks || self->options->plots->len > 0)
    self->watch = gradus_watch_new (gradus_trainer_get_network (self->trainer),
                                    gradus_trainer_get_training (self->trainer));
  return TRUE;
}

/* What is kept and said of the run that is over. */
static void
end_run (GradusBatch *self, int i, const char *run, const GradusChecks *checks)
{
  if (self->csv != NULL)
    gradus_history_csv_end (self->csv);
  if (self->parameters != NULL)
    gradus_parameters_json_append (self->parameters, run,
                                   gradus_trainer_get_network (self->trainer), i == self->first,
                                   i == self->last - 1);
  self->landmarks = *gradus_trainer_get_landmarks (self->trainer);
  if (self->watch != NULL)
    gradus_watch_mark (self->watch, &self->landmarks);
  gradus_report_summary (self->options, run, self->trainer);
  gradus_report_explanation (self->options, run, self->trainer);
  if (self->options->landmarks)
    gradus_report_landmarks (self->options, run, &self->landmarks);
  if (!gradus_report_checks (self->options, run, checks))
    self->disagrees = TRUE;
  if (gradus_trainer_get_status (self->trainer) == GRADUS_TRAINER_DIVERGED)
    {
      self->has_diverged = TRUE;
      gradus_report_diverged (run, self->trainer);
    }
}

gboolean
gradus_batch_run (GradusBatch *self, GError **error)
{
  for (int i = self->first; i < self->last; i++)
    {
      GradusChecks checks = { 0 };
      g_autofree char *value = gradus_compare_value (&self->options->spec, i);
      const char *run = *self->options->spec.vary != '\0' ? value : NULL;

      if (!begin_run (self, i, error))
        return FALSE;
      if (self->csv != NULL)
        gradus_history_csv_begin (self->csv, run, self->trainer);
      gradus_run_train (self->options, self->trainer, self->csv, &checks, self->watch);
      end_run (self, i, run, &checks);
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
  return &self->landmarks;
}

const GPtrArray *
gradus_batch_get_trainers (const GradusBatch *self)
{
  return self->trainers;
}
