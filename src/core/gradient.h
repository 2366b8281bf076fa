/* Cost and gradient over a block of examples. */
#pragma once

#include "core/dataset.h"
#include "core/network.h"

/* Examples in a block, at most. */
#define GRADUS_BLOCK 2048

/* Examples in a block of the network: GRADUS_BLOCK, but for a network so large that these would
 * keep a window waiting fewer, down to one tile. It is part of the result: sums are kept per block
 * and added in block order. */
gsize gradus_block_size (const GradusNetwork *network);

/* The sums over some examples. */
typedef struct
{
  double loss;      /* Σ L(a_i, y_i) */
  gint64 n_right;   /* examples predicted right */
  double *gradient; /* Σ ∂L/∂parameter, laid out as the network's parameters; NULL: not wanted */
} GradusSums;

/* What a thread needs to work through a block: one per thread. No feature of any example may be
 * larger than reach, or further below 0. */
typedef struct _GradusScratch GradusScratch;
GradusScratch *gradus_scratch_new (const GradusNetwork *network, double reach);
void gradus_scratch_free (GradusScratch *self);

/* Sets sums to those of n ≤ GRADUS_BLOCK examples of data: examples order[first …] where order is
 * given, else first, first + 1, …. */
void gradus_gradient_block (const GradusNetwork *network, const GradusDataset *data,
                            const guint32 *order, gsize first, gsize n, GradusScratch *scratch,
                            GradusSums *sums);

/* sums += block. */
void gradus_sums_add (GradusSums *sums, const GradusSums *block, gsize n_parameters);

/* Forgets all; a gradient that is wanted stays wanted. */
void gradus_sums_clear (GradusSums *sums, gsize n_parameters);

/* Makes the gradient of the cost out of sums over n examples, in place: dW = Σ / n + (λ / m) W,
 * db = Σ / n. m: all training examples, n: those of the batch. */
void gradus_gradient_finish (const GradusNetwork *network, double l2, gsize n, gsize m,
                             double *gradient);

/* W[l] − α dW[l] and b[l] − α db[l] into next, laid out as the network's parameters, which it may
 * be. */
void gradus_gradient_descend (const GradusNetwork *network, double alpha, const double *gradient,
                              double *next);

/* λ / 2m Σ ‖W[l]‖². */
double gradus_gradient_penalty (const GradusNetwork *network, double l2, gsize m);

/* ‖dW[l]‖, the Frobenius norm, of a finished gradient. */
double gradus_gradient_norm (const GradusNetwork *network, const double *gradient, int l);

/* dZ[L] = A[L] − Y in dz (n_y, GRADUS_TILE) from Z[L] in tile, for n examples with those labels.
 * Returns: the sum of their losses, and adds to n_right how many are predicted right. */
double gradus_gradient_output (const GradusNetwork *network, const GradusTile *tile,
                               const guint8 *labels, int n, double *dz, gint64 *n_right);

/* dA[l-1] = W[l]ᵀ dZ[l] into da (n[l-1], GRADUS_TILE), for n examples, by the tile's kernel. */
void gradus_gradient_propagate (const GradusNetwork *network, int l, const GradusTile *tile,
                                const double *dz, int n, double *da);

/* J over the whole of data, with the penalty, and its gradient where not NULL (n_parameters). */
double gradus_gradient_whole (const GradusNetwork *network, const GradusDataset *data, double l2,
                              double *gradient);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GradusScratch, gradus_scratch_free)
