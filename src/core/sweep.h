/* A sweep: a table of runs that differ in two fields, what each has come to, and the rows summed
 * up.
 */
#pragma once

#include "core/spec.h"

typedef enum
{
  GRADUS_SWEEP_WAITING,
  GRADUS_SWEEP_RUNNING,
  GRADUS_SWEEP_DONE,
  GRADUS_SWEEP_DIVERGED,
} GradusSweepState;

/* A plain value. */
typedef struct
{
  GradusSweepState state;
  gint64 epoch; /* RUNNING and DONE: the newest one; DIVERGED: the one that was not finite */
  /* Of that epoch; NAN while there is none, where nothing is held out, and where it has diverged.
   */
  double cost, accuracy, held_out_cost, held_out_accuracy;
} GradusSweepCell;

typedef enum
{
  GRADUS_SWEEP_COST,
  GRADUS_SWEEP_ACCURACY,
} GradusSweepMeasure;

typedef struct
{
  GradusSpec spec; /* vary is what differs from row to row, across from column to column */
  int n_rows, n_columns;
  char **row_values; /* as text in the experiment file's form */
  char **column_values;
  GradusSweepCell *cells; /* (n_rows, n_columns), row-major: in the order of the runs */
} GradusSweep;

/* A row in numbers. */
typedef struct
{
  int n_done;     /* that have come to their end */
  int n_diverged; /* and that have diverged */
  /* Of both kinds, the one in the middle, or the mean of the two in the middle. A run that has
   * diverged counts as worse than every other, so that failures are not left out of the picture: it
   * is infinity (of the cost) or -infinity (of the accuracy) where one of these is in the middle.
   * NAN while there is none. */
  double median;
  double least, most; /* of those that are done; NAN while there is none */
} GradusSweepSummary;

/* All cells waiting. The spec is one that gradus_compare_check () has found right, and varies two
 * fields. Returns: (transfer full). */
GradusSweep *gradus_sweep_new (const GradusSpec *spec);
void gradus_sweep_free (GradusSweep *self);

int gradus_sweep_count (const GradusSweep *self);

/* What the cell says of that measure; NAN where it has none. */
double gradus_sweep_cell_measure (const GradusSweepCell *cell, GradusSweepMeasure measure);

void gradus_sweep_sum_up (const GradusSweep *self, int row, GradusSweepMeasure measure,
                          GradusSweepSummary *summary);

/* Least and largest of all cells that are done. Returns: FALSE while there is none. */
gboolean gradus_sweep_range (const GradusSweep *self, GradusSweepMeasure measure, double *least,
                             double *most);

/* How much of the whole has been trained, 0 … 1: a run that goes on counts by its epochs. */
double gradus_sweep_progress (const GradusSweep *self);

/* How many cells are done or diverged. */
int gradus_sweep_count_ended (const GradusSweep *self);

/* The cells first … last - 1 as lines of comma-separated values: run, across, state, epoch, cost,
 * …; numbers in 17 digits, empty where there is none. Parts laid end to end are the whole, where
 * the first alone has the header. */
void gradus_sweep_append_csv (const GradusSweep *self, int first, int last, gboolean has_header,
                              GString *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GradusSweep, gradus_sweep_free)
