/* The activations against calculus and against their definitions. */
#include <math.h>

#include "core/activation.h"

#define N_ACTIVATIONS (GRADUS_ACTIVATION_IDENTITY + 1)

static void
test_slopes (void)
{
  const double h = 1e-6;

  for (int g = 0; g < N_ACTIVATIONS; g++)
    for (double z = -6.05; z < 6; z += 0.1) /* never on the kink at 0 */
      {
        double difference =
            (gradus_activation_value (g, z + h) - gradus_activation_value (g, z - h)) / (2 * h);
        double slope = gradus_activation_slope (g, gradus_activation_value (g, z));
        g_assert_cmpfloat_with_epsilon (slope, difference, 1e-9);
        g_assert_cmpfloat (slope, <=, gradus_activation_max_slope (g));
      }
}

static void
test_values (void)
{
  g_assert_cmpfloat (gradus_activation_value (GRADUS_ACTIVATION_TANH, 0), ==, 0);
  g_assert_cmpfloat (gradus_activation_value (GRADUS_ACTIVATION_SIGMOID, 0), ==, 0.5);
  g_assert_cmpfloat (gradus_activation_value (GRADUS_ACTIVATION_RELU, -3), ==, 0);
  g_assert_cmpfloat (gradus_activation_value (GRADUS_ACTIVATION_LEAKY_RELU, -3), ==, -0.03);
  g_assert_cmpfloat (gradus_activation_value (GRADUS_ACTIVATION_IDENTITY, -3), ==, -3);
  g_assert_cmpfloat (gradus_activation_value (GRADUS_ACTIVATION_SIGMOID, -1000), ==, 0);
  g_assert_cmpfloat (gradus_activation_value (GRADUS_ACTIVATION_SIGMOID, 1000), ==, 1);
  for (int g = 0; g < N_ACTIVATIONS; g++)
    g_assert_true (isnan (gradus_activation_value (g, NAN)));
}

static void
test_kinks (void)
{
  g_assert_cmpfloat (gradus_activation_slope (GRADUS_ACTIVATION_RELU, 0), ==, 0);
  g_assert_cmpfloat (gradus_activation_slope (GRADUS_ACTIVATION_LEAKY_RELU, 0), ==, 0.01);
}

static void
test_saturation (void)
{
  static const double bounds[] = { 2.1783, 4.3565 };

  for (int g = 0; g <= GRADUS_ACTIVATION_SIGMOID; g++)
    {
      double z = gradus_activation_saturation_z (g);
      g_assert_cmpfloat_with_epsilon (z, bounds[g], 5e-5);
      for (int sign = -1; sign <= 1; sign += 2)
        {
          double inside = gradus_activation_value (g, sign * (z - 1e-9));
          double outside = gradus_activation_value (g, sign * (z + 1e-9));
          g_assert_false (gradus_activation_is_saturated (g, inside));
          g_assert_true (gradus_activation_is_saturated (g, outside));
        }
    }
  for (int g = GRADUS_ACTIVATION_RELU; g < N_ACTIVATIONS; g++)
    g_assert_false (gradus_activation_is_saturated (g, gradus_activation_value (g, -50)));
}

static void
test_rows (void)
{
  for (int g = 0; g < N_ACTIVATIONS; g++)
    {
      double a[13], dz[13];
      for (int i = 0; i < 13; i++)
        {
          a[i] = 0.7 * i - 4.4;
          dz[i] = 3;
        }
      gradus_activation_apply (g, 13, a);
      gradus_activation_backward (g, 13, a, dz);
      for (int i = 0; i < 13; i++)
        {
          g_assert_cmpfloat (a[i], ==, gradus_activation_value (g, 0.7 * i - 4.4));
          g_assert_cmpfloat (dz[i], ==, 3 * gradus_activation_slope (g, a[i]));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/activation/slopes-are-the-derivatives", test_slopes);
  g_test_add_func ("/activation/values-are-the-definitions", test_values);
  g_test_add_func ("/activation/kinks-belong-to-the-left", test_kinks);
  g_test_add_func ("/activation/saturated-is-under-five-percent-of-the-largest-slope",
                   test_saturation);
  g_test_add_func ("/activation/rows-are-values-side-by-side", test_rows);
  return g_test_run ();
}
