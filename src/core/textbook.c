/* The textbook's network in long double, one example at a time: shares nothing with what it checks.
 */
#include "core/textbook.h"

#include <math.h>

static long double
textbook_g (GradusActivation g, long double z)
{
  switch (g)
    {
    case GRADUS_ACTIVATION_TANH:
      return tanhl (z);
    case GRADUS_ACTIVATION_SIGMOID:
      return 1 / (1 + expl (-z));
    case GRADUS_ACTIVATION_RELU:
      return z > 0 ? z : 0;
    case GRADUS_ACTIVATION_LEAKY_RELU:
      return z > 0 ? z : 0.01L * z;
    case GRADUS_ACTIVATION_IDENTITY:
    default:
      return z;
    }
}

/* log Σ exp (z_k) − z_y; for one output the other class has z = 0. */
static long double
textbook_loss (const long double *z, int n_y, int label)
{
  long double max = n_y == 1 ? fmaxl (z[0], 0) : z[0], total = 0;

  for (int k = 1; k < n_y; k++)
    max = fmaxl (max, z[k]);
  for (int k = 0; k < n_y; k++)
    total += expl (z[k] - max);
  if (n_y == 1)
    return max + logl (total + expl (-max)) - (label == 1 ? z[0] : 0);
  return max + logl (total) - z[label];
}

/* z of unit j of layer l, from a[l - 1]. */
static long double
textbook_z (const GradusTextbook *self, int l, int j)
{
  int n_before = self->network->n[l - 1];
  const long double *w =
      self->parameters + gradus_network_w_offset (self->network, l) + (gsize) j * (gsize) n_before;
  long double z = self->parameters[gradus_network_b_offset (self->network, l) + (gsize) j];

  for (int k = 0; k < n_before; k++)
    z += w[k] * self->a[l - 1][k];
  return z;
}

long double
gradus_textbook_unit (GradusTextbook *self, int l, int j)
{
  long double z = textbook_z (self, l, j);

  self->a[l][j] = l < self->network->n_layers ? textbook_g (self->network->activation, z) : z;
  return z;
}

long double
gradus_textbook_forward (GradusTextbook *self, int first, int label, guint8 *sides)
{
  const GradusNetwork *network = self->network;

  for (int l = first; l <= network->n_layers; l++)
    for (int j = 0; j < network->n[l]; j++)
      {
        long double z = gradus_textbook_unit (self, l, j);
        if (sides != NULL && l < network->n_layers)
          *sides++ = z == 0 ? 2 : z > 0;
      }
  return textbook_loss (self->a[network->n_layers], network->n[network->n_layers], label);
}

void
gradus_textbook_set_example (GradusTextbook *self, const GradusDataset *data, gsize i)
{
  for (int f = 0; f < data->n_x; f++)
    self->a[0][f] = gradus_dataset_feature (data, f)[i];
}

void
gradus_textbook_init (GradusTextbook *self, const GradusNetwork *network)
{
  self->network = network;
  self->parameters = g_new (long double, network->n_parameters);
  for (gsize i = 0; i < network->n_parameters; i++)
    self->parameters[i] = network->parameters[i];
  for (int l = 0; l <= network->n_layers; l++)
    self->a[l] = g_new (long double, network->n[l]);
  self->has_kinks = network->activation == GRADUS_ACTIVATION_RELU
                    || network->activation == GRADUS_ACTIVATION_LEAKY_RELU;
}

void
gradus_textbook_clear (GradusTextbook *self)
{
  g_free (self->parameters);
  g_free (self->is_chosen);
  for (int l = 0; l <= self->network->n_layers; l++)
    g_free (self->a[l]);
}
