/* The activations g of the hidden layers, their slopes, and what "saturated" means for each. */
#include "core/activation.h"

#include <math.h>

#include "core/kernel.h"

#define LEAK 0.01
/* A slope under this share of the largest one is flat. */
#define FLAT 0.05

static inline double
slope (GradusActivation g, double a)
{
  switch (g)
    {
    case GRADUS_ACTIVATION_TANH:
      return 1 - a * a;
    case GRADUS_ACTIVATION_SIGMOID:
      return a * (1 - a);
    case GRADUS_ACTIVATION_RELU:
      return a > 0 ? 1 : 0;
    case GRADUS_ACTIVATION_LEAKY_RELU:
      return a > 0 ? 1 : LEAK;
    case GRADUS_ACTIVATION_IDENTITY:
      return 1;
    default:
      g_return_val_if_reached (NAN);
    }
}

double
gradus_activation_value (GradusActivation g, double z)
{
  gradus_kernel_plain ()->apply (g, 1, &z);
  return z;
}

double
gradus_activation_slope (GradusActivation g, double a)
{
  return slope (g, a);
}

double
gradus_activation_max_slope (GradusActivation g)
{
  return g == GRADUS_ACTIVATION_SIGMOID ? 0.25 : 1;
}

gboolean
gradus_activation_can_saturate (GradusActivation g)
{
  return g == GRADUS_ACTIVATION_TANH || g == GRADUS_ACTIVATION_SIGMOID;
}

gboolean
gradus_activation_is_saturated (GradusActivation g, double a)
{
  return gradus_activation_can_saturate (g)
         && slope (g, a) < FLAT * gradus_activation_max_slope (g);
}

double
gradus_activation_saturation_z (GradusActivation g)
{
  switch (g)
    {
    case GRADUS_ACTIVATION_TANH: /* 1 - a² = 0.05 */
      return atanh (sqrt (1 - FLAT));
    case GRADUS_ACTIVATION_SIGMOID: /* sigmoid (z) = (1 + tanh (z / 2)) / 2, so a (1 - a) is a */
      return 2 * atanh (sqrt (1 - FLAT)); /* quarter of 1 - tanh² (z / 2) */
    default:
      return INFINITY;
    }
}

double
gradus_activation_view_z (GradusActivation g)
{
  return g == GRADUS_ACTIVATION_SIGMOID ? 10 : 5;
}

void
gradus_activation_apply (GradusActivation g, gsize n, double *a)
{
  gradus_kernel_plain ()->apply (g, n, a);
}

void
gradus_activation_backward (GradusActivation g, gsize n, const double *a, double *dz)
{
  gradus_kernel_plain ()->backward (g, n, a, dz);
}
