/* The activations g of the hidden layers, their slopes, and what "saturated" means for each. */
#pragma once

#include <glib.h>

typedef enum
{
  GRADUS_ACTIVATION_TANH,
  GRADUS_ACTIVATION_SIGMOID,
  GRADUS_ACTIVATION_RELU,
  GRADUS_ACTIVATION_LEAKY_RELU, /* slope 0.01 for z < 0 */
  GRADUS_ACTIVATION_IDENTITY,
} GradusActivation;

/* g(z) */
double gradus_activation_value (GradusActivation g, double z);

/* g'(z) written with a = g(z): 1 - a², a (1 - a), a > 0 ? 1 : 0, a > 0 ? 1 : 0.01, 1. */
double gradus_activation_slope (GradusActivation g, double a);

/* The largest slope g has anywhere: 1, but 1/4 for the sigmoid. */
double gradus_activation_max_slope (GradusActivation g);

/* Whether g can saturate at all: tanh and sigmoid can. */
gboolean gradus_activation_can_saturate (GradusActivation g);

/* Whether the slope at a = g(z) is under 5 % of the largest; FALSE where g cannot saturate. */
gboolean gradus_activation_is_saturated (GradusActivation g, double a);

/* |z| beyond which g is saturated: 2.1783 for tanh, 4.3565 for sigmoid, infinity for the others. */
double gradus_activation_saturation_z (GradusActivation g);

/* Half the width of the z axis on which g is shown and examples are counted: 5, sigmoid 10. */
double gradus_activation_view_z (GradusActivation g);

/* a[i] = g(a[i]) for n values in place. */
void gradus_activation_apply (GradusActivation g, gsize n, double *a);

/* dz[i] *= g'(z[i]), with a[i] = g(z[i]), for n values. */
void gradus_activation_backward (GradusActivation g, gsize n, const double *a, double *dz);
