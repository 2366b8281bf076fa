/* The history as a table of comma-separated values, gathered while the run goes on. */
#pragma once

#include "cli/options.h"
#include "core/trainer.h"

typedef struct _GradusHistoryCsv GradusHistoryCsv;

/* A table of the rows and columns that options ask for, of a run that has not begun. Borrows both.
 *
 * Rows: epochs 0, every, 2 every, … and the last; where every is 0, what the bounded history keeps.
 * Columns: epoch, cost, accuracy, held_out_cost, held_out_accuracy; gradient_norm_l for l = 1 … L;
 * spread_l for hidden layers; with --diagnose also saturated_l, blocked_l, distinct_l and dead_l
 * for each hidden layer, of the row's own parameters. A cell is empty where there is no such
 * number.
 * Returns: (transfer full). */
GradusHistoryCsv *gradus_history_csv_new (const GradusOptions *options,
                                          const GradusTrainer *trainer);
void gradus_history_csv_free (GradusHistoryCsv *self);

/* The trainer's newest row is just recorded: to be called once for each. With --diagnose it takes a
 * pass over the examples where the row may be written. */
void gradus_history_csv_take (GradusHistoryCsv *self);

/* The whole table, once the run is over. (transfer none) */
const GString *gradus_history_csv_finish (GradusHistoryCsv *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GradusHistoryCsv, gradus_history_csv_free)
