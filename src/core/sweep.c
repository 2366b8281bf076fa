/* A table of runs: its cells, and what a row of them comes to. */
#include "core/sweep.h"

#include <math.h>
#include <stdlib.h>

#include "core/cell.h"
#include "core/compare.h"

static const GradusSweepCell waiting = { GRADUS_SWEEP_WAITING, -1, NAN, NAN, NAN, NAN };

GradusSweep *
gradus_sweep_new (const GradusSpec *spec)
{
  g_return_val_if_fail (spec != NULL, NULL);
  g_return_val_if_fail (*spec->vary != '\0' && *spec->across != '\0', NULL);

  GradusSweep *self = g_new0 (GradusSweep, 1);

  self->spec = *spec;
  self->n_columns = gradus_compare_count_across (spec);
  self->n_rows = gradus_compare_count (spec) / self->n_columns;
  self->row_values = g_new0 (char *, (gsize) self->n_rows + 1);
  self->column_values = g_new0 (char *, (gsize) self->n_columns + 1);
  for (int i = 0; i < self->n_rows; i++)
    self->row_values[i] = gradus_compare_value (spec, i * self->n_columns);
  for (int j = 0; j < self->n_columns; j++)
    self->column_values[j] = gradus_compare_value_across (spec, j);
  self->cells = g_new (GradusSweepCell, (gsize) gradus_sweep_count (self));
  for (int i = 0; i < gradus_sweep_count (self); i++)
    self->cells[i] = waiting;
  return self;
}

void
gradus_sweep_free (GradusSweep *self)
{
  if (self == NULL)
    return;
  g_strfreev (self->row_values);
  g_strfreev (self->column_values);
  g_free (self->cells);
  g_free (self);
}

int
gradus_sweep_count (const GradusSweep *self)
{
  return self->n_rows * self->n_columns;
}

double
gradus_sweep_cell_measure (const GradusSweepCell *cell, GradusSweepMeasure measure)
{
  return measure == GRADUS_SWEEP_COST ? cell->cost : cell->accuracy;
}

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Sorts the values. */
static double
find_median (double *values, int n)
{
  if (n == 0)
    return NAN;
  qsort (values, (gsize) n, sizeof *values, compare_doubles);
  return n % 2 == 1 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
}

void
gradus_sweep_sum_up (const GradusSweep *self, int row, GradusSweepMeasure measure,
                     GradusSweepSummary *summary)
{
  g_return_if_fail (self != NULL && row >= 0 && row < self->n_rows && summary != NULL);

  const GradusSweepCell *cells = self->cells + (gsize) row * (gsize) self->n_columns;
  g_autofree double *values = g_new (double, (gsize) self->n_columns);
  int n = 0;

  *summary = (GradusSweepSummary){ .least = NAN, .most = NAN };
  for (int j = 0; j < self->n_columns; j++)
    if (cells[j].state == GRADUS_SWEEP_DONE)
      {
        double value = gradus_sweep_cell_measure (&cells[j], measure);
        values[n++] = value;
        summary->n_done++;
        summary->least = fmin (summary->least, value); /* which pass over NAN */
        summary->most = fmax (summary->most, value);
      }
    else if (cells[j].state == GRADUS_SWEEP_DIVERGED)
      {
        values[n++] = measure == GRADUS_SWEEP_COST ? INFINITY : -INFINITY;
        summary->n_diverged++;
      }
  summary->median = find_median (values, n);
}

gboolean
gradus_sweep_range (const GradusSweep *self, GradusSweepMeasure measure, double *least,
                    double *most)
{
  *least = *most = NAN;
  for (int i = 0; i < gradus_sweep_count (self); i++)
    if (self->cells[i].state == GRADUS_SWEEP_DONE)
      {
        double value = gradus_sweep_cell_measure (&self->cells[i], measure);
        *least = fmin (*least, value);
        *most = fmax (*most, value);
      }
  return !isnan (*least);
}

/* The epochs that a cell of that row and column is to be trained. */
static double
get_epochs (const GradusSweep *self, int i)
{
  if (g_str_equal (self->spec.vary, "epochs"))
    return g_ascii_strtod (self->row_values[i / self->n_columns], NULL);
  if (g_str_equal (self->spec.across, "epochs"))
    return g_ascii_strtod (self->column_values[i % self->n_columns], NULL);
  return (double) self->spec.epochs;
}

double
gradus_sweep_progress (const GradusSweep *self)
{
  double done = 0, all = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (int i = 0; i < gradus_sweep_count (self); i++)
    {
      const GradusSweepCell *cell = &self->cells[i];
      double epochs = get_epochs (self, i) + 1; /* with epoch 0, which takes its time as well */

      all += epochs;
      if (cell->state == GRADUS_SWEEP_RUNNING)
        done += fmin ((double) cell->epoch + 1, epochs);
      else if (cell->state != GRADUS_SWEEP_WAITING)
        done += epochs;
    }
  return done / all;
}

int
gradus_sweep_count_ended (const GradusSweep *self)
{
  int n = 0;

  for (int i = 0; i < gradus_sweep_count (self); i++)
    n += self->cells[i].state == GRADUS_SWEEP_DONE || self->cells[i].state == GRADUS_SWEEP_DIVERGED;
  return n;
}

static void
append_cell (const GradusSweep *self, int i, GString *text)
{
  static const char *const states[] = { "waiting", "running", "done", "diverged" };
  const GradusSweepCell *cell = &self->cells[i];
  const double numbers[] = { cell->cost, cell->accuracy, cell->held_out_cost,
                             cell->held_out_accuracy };

  gradus_cell_append_word (text, self->row_values[i / self->n_columns]);
  g_string_append_c (text, ',');
  gradus_cell_append_word (text, self->column_values[i % self->n_columns]);
  g_string_append_printf (text, ",%s,", states[cell->state]);
  if (cell->epoch >= 0)
    g_string_append_printf (text, "%" G_GINT64_FORMAT, cell->epoch);
  for (gsize k = 0; k < G_N_ELEMENTS (numbers); k++)
    {
      g_string_append_c (text, ',');
      if (!isnan (numbers[k]))
        gradus_cell_append_number (text, numbers[k]);
    }
  g_string_append_c (text, '\n');
}

void
gradus_sweep_append_csv (const GradusSweep *self, int first, int last, gboolean has_header,
                         GString *text)
{
  g_return_if_fail (self != NULL && text != NULL);

  if (has_header)
    g_string_append (text,
                     "run,across,state,epoch,cost,accuracy,held_out_cost,held_out_accuracy\n");
  for (int i = first; i < last; i++)
    append_cell (self, i, text);
}
