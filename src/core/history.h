/* The cost and its companions epoch by epoch, in bounded memory. */
#pragma once

#include <glib.h>

#include "core/spec.h"

#define GRADUS_HISTORY_ROWS 16384

/* The numbers of epoch t: of the parameters before update t + 1. */
typedef struct
{
  gint64 epoch;
  double cost;                             /* J over the training examples, penalty included */
  double accuracy;                         /* fraction, 0 … 1 */
  double held_out_cost;                    /* mean loss, no penalty; NAN without a held-out set */
  double held_out_accuracy;                /* fraction; NAN without */
  double gradient_norm[GRADUS_MAX_LAYERS]; /* ‖dW[l]‖ at [l - 1] */
  double
      spread[GRADUS_MAX_HIDDEN_LAYERS]; /* gradus_network_spread () of hidden layer l at [l - 1] */
  double cost_min; /* least and largest cost since the row before, this row's included, */
  double cost_max; /* so that nothing dropped in between goes unseen */
} GradusRow;

typedef struct
{
  gint64 stride; /* rows are of epochs 0, stride, 2 stride, … */
  gsize n_rows;
  GradusRow *rows; /* GRADUS_HISTORY_ROWS of room */
  GradusRow last;  /* the newest row, also when its epoch is no multiple of stride */
  double pending_min, pending_max; /* of the costs since the newest kept row */
  double before_min, before_max;   /* the same before the newest row came */
} GradusHistory;

GradusHistory *gradus_history_new (void);
void gradus_history_free (GradusHistory *self);

/* The rows as they are now, to be looked at; none can be added to it. Returns: (transfer full). */
GradusHistory *gradus_history_copy (const GradusHistory *self);

/* Adds the row of the next epoch (cost_min and cost_max are filled in here). What is kept depends
 * on epoch numbers alone: when full, every second row goes and the stride doubles. */
void gradus_history_add (GradusHistory *self, const GradusRow *row);

/* Takes the row of the newest epoch once more: it is not what it was. */
void gradus_history_replace (GradusHistory *self, const GradusRow *row);

/* The rows to show or write: the kept ones, and the newest behind them if it is not among them. */
gsize gradus_history_count (const GradusHistory *self);
const GradusRow *gradus_history_get (const GradusHistory *self, gsize i);

/* The last row at or before the epoch; NULL while there is none. */
const GradusRow *gradus_history_find (const GradusHistory *self, gint64 epoch);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GradusHistory, gradus_history_free)
