/* The history as a table of comma-separated values, gathered while the run goes on. */
#pragma once

#include "cli/options.h"
#include "core/trainer.h"

typedef struct _GradusHistoryCsv GradusHistoryCsv;

/* An empty table with the columns that options ask for, of runs of at most n_layers layers (L);
 * borrows the options. The first shard has the columns' names, so that the shards of a comparison
 * make one table, laid end to end.
 *
 * Rows: epochs 0, every, 2 every, … and the last; where every is 0, what the bounded history keeps.
 * Columns: run where several are compared; epoch, cost, accuracy, held_out_cost, held_out_accuracy;
 * gradient_norm_l for l = 1 … L; spread_l for hidden layers; with --diagnose also saturated_l,
 * blocked_l, distinct_l and dead_l for each hidden layer, and largest_eigenvalue, of the row's own
 * parameters. A cell is empty where there is no such number. Returns: (transfer full). */
GradusHistoryCsv *gradus_history_csv_new (const GradusOptions *options, int n_layers);
void gradus_history_csv_free (GradusHistoryCsv *self);

/* A run begins; run is the value that differs, or NULL. Borrows the trainer until the run ends. */
void gradus_history_csv_begin (GradusHistoryCsv *self, const char *run, const char *across,
                               const GradusTrainer *trainer);

/* The trainer's newest row is just recorded: to be called once for each. With --diagnose it takes
 * some dozens of passes over the examples where the row may be written. */
void gradus_history_csv_take (GradusHistoryCsv *self);

/* The run is over: its last rows. */
void gradus_history_csv_end (GradusHistoryCsv *self);

/* All rows so far. (transfer none) */
const GString *gradus_history_csv_get_text (const GradusHistoryCsv *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GradusHistoryCsv, gradus_history_csv_free)
