/* Cost and gradient over a block of examples, and the check of one against the other. */
#pragma once

#include "core/dataset.h"
#include "core/network.h"

/* Examples in a block. A constant of the result: sums are kept per block and added in block order.
 */
#define GRADUS_BLOCK 2048

/* The sums over some examples. */
typedef struct
{
  double loss;      /* Σ L(a_i, y_i) */
  gint64 n_right;   /* examples predicted right */
  double *gradient; /* Σ ∂L/∂parameter, laid out as the network's parameters; NULL: not wanted */
} GradusSums;

/* What a thread needs to work through a block: one per thread. */
typedef struct _GradusScratch GradusScratch;
GradusScratch *gradus_scratch_new (const GradusNetwork *network);
void gradus_scratch_free (GradusScratch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GradusScratch, gradus_scratch_free)

/* Sets sums to those of n ≤ GRADUS_BLOCK examples of data: examples order[first …] where order is
 * given, else first, first + 1, …. */
void gradus_gradient_block (const GradusNetwork *network, const GradusDataset *data,
                            const guint32 *order, gsize first, gsize n, GradusScratch *scratch,
                            GradusSums *sums);

/* J over the whole of data, with the penalty λ/2m Σ ‖W‖² (m: data's own), and its gradient where
 * not NULL (n_parameters). */
double gradus_gradient_whole (const GradusNetwork *network, const GradusDataset *data, double l2,
                              double *gradient);

/* Back-propagation against central differences of J with step 1e-5 (relative to large parameters):
 * ‖g − ĝ‖ / (‖g‖ + ‖ĝ‖), 0 where both are 0. Examples that sit on a kink of relu or leaky-relu
 * (some |z| within reach of the step) are left out and counted in n_left_out. */
double gradus_gradient_check (const GradusNetwork *network, const GradusDataset *data, double l2,
                              gsize *n_left_out);
