/* Whether anything moves: which gradients of an epoch are exactly zero. */
#pragma once

#include "core/dataset.h"
#include "core/network.h"

typedef enum
{
  GRADUS_REST_NONE,    /* some dW[l] is not zero */
  GRADUS_REST_WEIGHTS, /* every dW[l] is exactly 0, some db[l] is not: biases move, no weight does
                        */
  GRADUS_REST_ALL,     /* every dW[l] and db[l] is exactly 0: with the whole batch nothing moves */
  GRADUS_REST_ZEROS,   /* the same, and every parameter is 0: each output knows nothing, and with
                          classes of equal size the errors cancel to the bit, ΣA[L] = ΣY */
} GradusRest;

/* What stands still under the gradient over all examples of data. gradient_norm: ‖dW[l]‖ at [l - 1]
 * of the same parameters, as in their GradusRow. Where one of them is not 0 nothing has to be
 * computed; where all are it takes a pass over the data to tell, for a norm of tiny numbers rounds
 * to 0 as well and none tells of db. */
GradusRest gradus_rest_find (const GradusNetwork *network, const GradusDataset *data, double l2,
                             const double *gradient_norm);
