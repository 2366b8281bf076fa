/* The history as a table of comma-separated values, gathered while the run goes on. */
#include "cli/history-csv.h"

#include <math.h>
#include <string.h>

#include "core/cell.h"
#include "core/curvature.h"
#include "core/diagnosis.h"

/* What --diagnose adds for each hidden layer, in this order; behind them the largest eigenvalue. */
static const char *const diagnosed[] = { "saturated", "blocked", "distinct", "dead" };

#define N_DIAGNOSED ((int) G_N_ELEMENTS (diagnosed))

struct _GradusHistoryCsv
{
  const GradusOptions *options;
  int n_columns; /* L of the run with the most layers */
  GString *text;

  /* of the run under way */
  const GradusTrainer *trainer;
  char *run, *across; /* or NULL */
  int n_layers;       /* L */
  /* Of the epochs that the history keeps, thinned as it is, where every is 0: (n_kept,
   * count_diagnosed ()). And of the newest epoch, where it is not among them. */
  GArray *kept;
  gint64 stride;
  double *newest;
  gint64 newest_epoch;
};

static gsize
count_diagnosed (const GradusHistoryCsv *self)
{
  return (gsize) N_DIAGNOSED * (gsize) (self->n_layers - 1) + 1;
}

static void
append_cell (GString *text, double number)
{
  g_string_append_c (text, ',');
  if (!isnan (number))
    gradus_cell_append_number (text, number);
}

static void
append_header (GradusHistoryCsv *self)
{
  GString *text = self->text;

  if (*self->options->spec.vary != '\0')
    g_string_append (text, "run,");
  if (*self->options->spec.across != '\0')
    g_string_append (text, "across,");
  g_string_append (text, "epoch,cost,accuracy,held_out_cost,held_out_accuracy");
  for (int l = 1; l <= self->n_columns; l++)
    g_string_append_printf (text, ",gradient_norm_%d", l);
  for (int l = 1; l < self->n_columns; l++)
    g_string_append_printf (text, ",spread_%d", l);
  for (int i = 0; self->options->diagnose && i < N_DIAGNOSED; i++)
    for (int l = 1; l < self->n_columns; l++)
      g_string_append_printf (text, ",%s_%d", diagnosed[i], l);
  if (self->options->diagnose)
    g_string_append (text, ",largest_eigenvalue");
  g_string_append_c (text, '\n');
}

/* cells: what is diagnosed of the row; NULL without --diagnose. */
static void
append_row (GradusHistoryCsv *self, const GradusRow *row, const double *cells)
{
  const double first[] = { row->cost, row->accuracy, row->held_out_cost, row->held_out_accuracy };

  if (self->run != NULL)
    {
      gradus_cell_append_word (self->text, self->run);
      g_string_append_c (self->text, ',');
    }
  if (self->across != NULL)
    {
      gradus_cell_append_word (self->text, self->across);
      g_string_append_c (self->text, ',');
    }
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, row->epoch);
  for (gsize i = 0; i < G_N_ELEMENTS (first); i++)
    append_cell (self->text, first[i]);
  for (int l = 1; l <= self->n_columns; l++)
    append_cell (self->text, l <= self->n_layers ? row->gradient_norm[l - 1] : NAN);
  for (int l = 1; l < self->n_columns; l++)
    append_cell (self->text, l < self->n_layers ? row->spread[l - 1] : NAN);
  for (int i = 0; self->options->diagnose && i < N_DIAGNOSED; i++)
    for (int l = 1; l < self->n_columns; l++)
      append_cell (self->text, l < self->n_layers ? cells[i * (self->n_layers - 1) + l - 1] : NAN);
  if (self->options->diagnose)
    append_cell (self->text, cells[N_DIAGNOSED * (self->n_layers - 1)]);
  g_string_append_c (self->text, '\n');
}

/* Looks at the newest epoch's parameters, unless that is done already. */
static const double *
diagnose (GradusHistoryCsv *self)
{
  gint64 epoch = gradus_trainer_get_epoch (self->trainer);
  int n_hidden = self->n_layers - 1;

  if (self->newest == NULL || self->newest_epoch == epoch)
    return self->newest;
  g_autoptr (GradusDiagnosis) diagnosis = gradus_diagnosis_new (
      gradus_trainer_get_network (self->trainer), gradus_trainer_get_training (self->trainer));
  for (int l = 0; l < n_hidden; l++)
    {
      const GradusLayerDiagnosis *layer = &diagnosis->layers[l];
      const double values[] = { layer->saturated, layer->blocked, layer->n_groups, layer->n_dead };
      for (int i = 0; i < N_DIAGNOSED; i++)
        self->newest[i * n_hidden + l] = values[i];
    }
  self->newest[N_DIAGNOSED * n_hidden] =
      gradus_curvature_measure (gradus_trainer_get_network (self->trainer),
                                gradus_trainer_get_training (self->trainer),
                                gradus_trainer_get_spec (self->trainer)->l2)
          .value;
  self->newest_epoch = epoch;
  return self->newest;
}

/* Every second row goes, until the stride is the history's. */
static void
thin (GradusHistoryCsv *self, gint64 stride)
{
  gsize size = count_diagnosed (self) * sizeof (double);

  for (; self->stride < stride; self->stride *= 2)
    {
      guint n = 0;
      for (guint i = 0; i < self->kept->len; i += 2, n++)
        memmove (self->kept->data + n * size, self->kept->data + i * size, size);
      g_array_set_size (self->kept, n);
    }
}

GradusHistoryCsv *
gradus_history_csv_new (const GradusOptions *options, int n_layers)
{
  GradusHistoryCsv *self = g_new0 (GradusHistoryCsv, 1);

  self->options = options;
  self->n_columns = n_layers;
  self->text = g_string_new (NULL);
  if (options->shard == 1)
    append_header (self);
  return self;
}

static void
forget_run (GradusHistoryCsv *self)
{
  g_clear_pointer (&self->run, g_free);
  g_clear_pointer (&self->across, g_free);
  g_clear_pointer (&self->kept, g_array_unref);
  g_clear_pointer (&self->newest, g_free);
}

void
gradus_history_csv_free (GradusHistoryCsv *self)
{
  if (self == NULL)
    return;
  forget_run (self);
  g_string_free (self->text, TRUE);
  g_free (self);
}

void
gradus_history_csv_begin (GradusHistoryCsv *self, const char *run, const char *across,
                          const GradusTrainer *trainer)
{
  self->run = g_strdup (run);
  self->across = g_strdup (across);
  self->trainer = trainer;
  self->n_layers = gradus_trainer_get_network (trainer)->n_layers;
  self->stride = 1;
  self->newest_epoch = -1;
  if (self->options->diagnose)
    {
      self->newest = g_new0 (double, count_diagnosed (self));
      self->kept = g_array_new (FALSE, FALSE, (guint) (count_diagnosed (self) * sizeof (double)));
    }
}

void
gradus_history_csv_take (GradusHistoryCsv *self)
{
  const GradusHistory *history = gradus_trainer_get_history (self->trainer);
  gint64 epoch = history->last.epoch;

  if (self->options->every > 0)
    {
      if (epoch % self->options->every == 0)
        append_row (self, &history->last, diagnose (self));
      return;
    }
  if (self->kept == NULL || epoch % history->stride != 0)
    return;
  thin (self, history->stride);
  g_array_append_vals (self->kept, diagnose (self), 1);
}

void
gradus_history_csv_end (GradusHistoryCsv *self)
{
  const GradusHistory *history = gradus_trainer_get_history (self->trainer);
  gint64 every = self->options->every;

  if (every > 0 && history->n_rows > 0 && history->last.epoch % every != 0)
    append_row (self, &history->last, diagnose (self));
  for (gsize i = 0; every == 0 && i < gradus_history_count (history); i++)
    {
      const double *cells = self->kept == NULL    ? NULL
                            : i < self->kept->len ? (const double *) (gpointer) self->kept->data
                                                        + i * count_diagnosed (self)
                                                  : diagnose (self);
      append_row (self, gradus_history_get (history, i), cells);
    }
  forget_run (self);
}

const GString *
gradus_history_csv_get_text (const GradusHistoryCsv *self)
{
  return self->text;
}
