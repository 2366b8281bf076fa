/* Whether anything moves: which gradients of an epoch are exactly zero. */
#include "core/rest.h"

#include "core/gradient.h"

static gboolean
are_zero (const double *values, gsize from, gsize to)
{
  for (gsize i = from; i < to; i++)
    if (values[i] != 0)
      return FALSE;
  return TRUE;
}

GradusRest
gradus_rest_find (const GradusNetwork *network, const GradusDataset *data, double l2,
                  const double *gradient_norm)
{
  for (int l = 1; l <= network->n_layers; l++)
    if (gradient_norm[l - 1] != 0)
      return GRADUS_REST_NONE;

  g_autofree double *gradient = g_new (double, network->n_parameters);
  gradus_gradient_whole (network, data, l2, gradient);
  for (int l = 1; l <= network->n_layers; l++)
    if (!are_zero (gradient, gradus_network_w_offset (network, l),
                   gradus_network_b_offset (network, l)))
      return GRADUS_REST_NONE;
  if (!are_zero (gradient, 0, network->n_parameters))
    return GRADUS_REST_WEIGHTS;
  return are_zero (network->parameters, 0, network->n_parameters) ? GRADUS_REST_ZEROS
                                                                  : GRADUS_REST_ALL;
}
