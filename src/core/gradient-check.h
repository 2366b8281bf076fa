/* Back-propagation against differences of the cost. */
#pragma once

#include "core/dataset.h"
#include "core/network.h"

/* The relative difference ‖g − ĝ‖ / (‖g‖ + ‖ĝ‖) between the gradient g of J over data and central
 * differences ĝ of the fourth order, (8 (J(+h) − J(−h)) − (J(+2h) − J(−2h))) / 12h, whose J is
 * computed apart, example by example, in long double (the penalty's share by its formula). 0 where
 * both are so small (1e-13 of the cost) that only rounding is left, and where a difference over the
 * limit is no more than rounding and h⁴ explain (1e-14 of the cost). Examples that come across a
 * kink of relu or leaky-relu within the steps, or sit on one, are left out and counted in
 * n_left_out. */
double gradus_gradient_check (const GradusNetwork *network, GradusDataset *data, double l2,
                              gsize *n_left_out);

/* What is compared, and until when. All zero: everything. */
typedef struct
{
  gsize n_examples;         /* at most so many, evenly spread; 0: all */
  gsize n_per_matrix;       /* of each W[l] and of each b[l]; 0: all */
  const gint *is_cancelled; /* looked at from time to time, atomically; NULL: never */
} GradusCheckOrder;

typedef struct
{
  double difference; /* of the whole gradient, as gradus_gradient_check () */
  int n_layers;
  double dw[GRADUS_MAX_LAYERS]; /* [l - 1]: of dW[l] alone, by the same formula */
  double db[GRADUS_MAX_LAYERS];
  double largest;     /* of those of the matrices */
  gsize n_examples;   /* compared */
  gsize n_left_out;   /* on a kink */
  gsize n_parameters; /* compared */
} GradusGradientCheck;

/* Right where the relative difference is no more. */
#define GRADUS_GRADIENT_CHECK_LIMIT 1e-7

/* The same, matrix by matrix. Safe on any thread. Returns: FALSE when it was cancelled. */
gboolean gradus_gradient_check_run (const GradusNetwork *network, GradusDataset *data, double l2,
                                    const GradusCheckOrder *order, GradusGradientCheck *check);

/* Bounds n_examples and n_per_matrix to what takes some seconds, with m examples. */
void gradus_gradient_check_bound (const GradusNetwork *network, gsize m, GradusCheckOrder *order);
