/* Exact products of the cost's Hessian with a direction, block by block. */
#pragma once

#include "core/gradient.h"

/* What a thread needs to work through a block: one per thread. */
typedef struct _GradusHessian GradusHessian;
GradusHessian *gradus_hessian_new (const GradusNetwork *network);
void gradus_hessian_free (GradusHessian *self);

/* Adds to product (n_parameters) the second derivatives along direction of the losses of the n
 * examples from first on: Σ_i ∇²L_i v, with v the parameters of direction, a network of the same
 * shape. Source: Pearlmutter, Fast exact multiplication by the Hessian, 1994: the derivative along
 * v of every line of forward and backward propagation. Where g has a kink (relu) the kink counts
 * as nothing: g'' = 0. */
void gradus_hessian_block (const GradusNetwork *network, const GradusNetwork *direction,
                           const GradusDataset *data, gsize first, gsize n, GradusHessian *self,
                           double *product);

/* ∇²J v over the whole of data, λ included, into product (n_parameters). */
void gradus_hessian_whole (const GradusNetwork *network, const GradusNetwork *direction,
                           const GradusDataset *data, double l2, double *product);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GradusHessian, gradus_hessian_free)
