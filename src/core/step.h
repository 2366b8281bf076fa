/* One step of gradient descent in numbers: every matrix of the course's equations. */
#pragma once

#include "core/dataset.h"
#include "core/snapshot.h"

/* Of matrices with a column for each example the first so many are kept. */
#define GRADUS_STEP_COLUMNS 32

/* Immutable once made, apart from its count of references. */
typedef struct
{
  gatomicrefcount ref_count;
  GradusSnapshot *snapshot; /* the parameters W, b that the step is made from, and their epoch */
  GradusDataset *data;      /* the training examples */
  double alpha;
  double l2;
  gint64 batch;   /* examples in the run's mini-batches; 0: the whole set at once */
  gint64 example; /* the step is over this one alone; -1: over all of data */

  gsize m;       /* examples that the step is over: data->m, or 1 */
  int n_columns; /* of those, whose columns are kept: the first ones */

  /* The kept columns, each (rows, n_columns), row-major: */
  double *x;                         /* X = A[0], n_x rows */
  double *y;                         /* Y, n_y rows; one-hot for softmax */
  double *z[GRADUS_MAX_LAYERS + 1];  /* Z[l], n[l] rows, l = 1 … L */
  double *a[GRADUS_MAX_LAYERS + 1];  /* A[l]; a[0] is x */
  double *dz[GRADUS_MAX_LAYERS + 1]; /* dZ[l] */

  /* Laid out as the network's parameters: */
  double *gradient; /* dW[1], db[1], …; dW with its share of the penalty, (λ / m) W */
  double *next;     /* W[1] − α dW[1], b[1] − α db[1], … */
} GradusStep;

/* The step from the snapshot's parameters over all of data, or over one example of it (0 … m - 1)
 * as a mini-batch of its own; λ / m has the m of all data either way (numerics.md). Over all, next
 * is to the bit what a trainer of that α and λ comes to with its whole batch. Takes a pass over the
 * data: not for a draw function. Keeps references to both. Returns: (transfer full). */
GradusStep *gradus_step_new (GradusSnapshot *snapshot, GradusDataset *data, double alpha, double l2,
                             gint64 batch, gint64 example);
GradusStep *gradus_step_ref (GradusStep *self);
void gradus_step_unref (GradusStep *self);

/* Which of data the kept column is of. */
static inline gint64
gradus_step_example (const GradusStep *self, int column)
{
  return self->example >= 0 ? self->example : column;
}

/* How many of the parameters of a network of the same shape differ from next in any bit, and in
 * largest (or NULL) by how much at most. */
gsize gradus_step_compare (const GradusStep *self, const GradusNetwork *network, double *largest);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GradusStep, gradus_step_unref)
