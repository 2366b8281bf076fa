/* Shapes, initial weights and the forward pass. */
#include <math.h>

#include "run.h"

static GradusNetwork *
network_of (const GradusSpec *spec, int n_classes)
{
  GradusNetwork *network =
      gradus_network_new (2, &spec->hidden, (GradusActivation) spec->activation, n_classes);
  GradusRng rng;

  gradus_rng_seed (&rng, (guint32) spec->seed);
  gradus_network_initialise (network, spec, &rng);
  return network;
}

static void
test_shapes (void)
{
  GradusSpec spec;

  run_spec (&spec, "hidden", "5;3", NULL);
  g_autoptr (GradusNetwork) network = network_of (&spec, 4);
  g_assert_cmpint (network->n_layers, ==, 3);
  g_assert_cmpint (network->n[3], ==, 4);
  g_assert_cmpuint (network->n_parameters, ==, 5 * 2 + 5 + 3 * 5 + 3 + 4 * 3 + 4);
  g_assert_cmpuint (gradus_network_w_offset (network, 2), ==, 15);
  g_assert_cmpuint (gradus_network_b_offset (network, 3), ==, 45);

  run_spec (&spec, "hidden", "0", NULL);
  g_autoptr (GradusNetwork) logistic = network_of (&spec, 2);
  g_assert_cmpint (logistic->n_layers, ==, 1);
  g_assert_cmpuint (logistic->n_parameters, ==, 3);
}

static void
test_normal (void)
{
  GradusSpec spec;

  /* np.random.seed (2); W1 = np.random.randn (4, 2) * 0.01; W2 = np.random.randn (1, 4) * 0.01 */
  run_spec (&spec, "init-scale", "0.01", "seed", "2", NULL);
  g_autoptr (GradusNetwork) network = network_of (&spec, 2);
  GradusRng rng;
  gradus_rng_seed (&rng, 2);
  g_assert_true (gradus_network_w (network, 1)[0] == -0.41675784740547062 * 0.01);
  for (int l = 1; l <= 2; l++)
    {
      for (int i = 0; i < network->n[l] * network->n[l - 1]; i++)
        g_assert_true (gradus_network_w (network, l)[i] == gradus_rng_normal (&rng) * 0.01);
      for (int j = 0; j < network->n[l]; j++)
        g_assert_true (gradus_network_b (network, l)[j] == 0);
    }
}

static void
test_bias_scale (void)
{
  GradusSpec spec;
  GradusRng rng;

  run_spec (&spec, "bias-scale", "0.5", "init", "he", "hidden", "3", NULL);
  g_autoptr (GradusNetwork) network = network_of (&spec, 2);
  gradus_rng_seed (&rng, 2);
  for (int l = 1; l <= 2; l++)
    {
      double scale = sqrt (2.0 / network->n[l - 1]);
      for (int i = 0; i < network->n[l] * network->n[l - 1]; i++)
        g_assert_true (gradus_network_w (network, l)[i] == gradus_rng_normal (&rng) * scale);
      for (int j = 0; j < network->n[l]; j++)
        g_assert_true (gradus_network_b (network, l)[j] == gradus_rng_normal (&rng) * 0.5);
    }
}

static void
test_zeros (void)
{
  static const char *const starts[][2] = { { "init", "zeros" }, { "init-scale", "0" } };

  for (guint s = 0; s < G_N_ELEMENTS (starts); s++)
    {
      GradusSpec spec;
      run_spec (&spec, starts[s][0], starts[s][1], NULL);
      g_autoptr (GradusNetwork) network = network_of (&spec, 2);
      for (gsize i = 0; i < network->n_parameters; i++)
        {
          g_assert_true (network->parameters[i] == 0);
          g_assert_false (signbit (network->parameters[i]));
        }
    }
}

static void
test_forward (void)
{
  /* By hand: x = (1, −2); z1 = (0.5 · 1 − 1 · −2 + 0.1, 0.25 · 1 + 0 + 0) = (2.6, 0.25);
   * Z2 = 2 g(2.6) − g(0.25) + 1 */
  static const double parameters[] = { 0.5, -1, 0.25, 0, 0.1, 0, 2, -1, 1 };

  for (int g = 0; g <= GRADUS_ACTIVATION_IDENTITY; g++)
    {
      GradusHidden hidden = { .n = 1, .units = { 2 } };
      g_autoptr (GradusNetwork) network = gradus_network_new (2, &hidden, g, 2);
      g_autoptr (GradusTile) tile = gradus_tile_new (network);
      for (int i = 0; i < 9; i++)
        network->parameters[i] = parameters[i];
      for (int i = 0; i < 3; i++) /* the same example three times */
        {
          tile->a[0][i] = 1;
          tile->a[0][GRADUS_TILE + i] = -2;
        }
      gradus_network_forward (network, tile, 3, 2);
      double z = 2 * gradus_activation_value (g, 2.6) - gradus_activation_value (g, 0.25) + 1;
      for (int i = 0; i < 3; i++)
        g_assert_cmpfloat_with_epsilon (tile->a[2][i], z, 1e-15);
    }
}

static void
test_softmax (void)
{
  double z[6] = { 1000, 0, 1001, 0, 999, 0 }; /* three values, two apart */
  double log_sum = gradus_softmax (z, 3, 2);

  g_assert_cmpfloat_with_epsilon (log_sum, 1001 + log (1 + exp (-1) + exp (-2)), 1e-12);
  g_assert_cmpfloat_with_epsilon (z[0] + z[2] + z[4], 1, 1e-15);
  g_assert_cmpfloat_with_epsilon (z[0] / z[2], exp (-1), 1e-15);
  g_assert_true (z[1] == 0 && z[3] == 0 && z[5] == 0);
}

/* The spread is the largest distance of two units, whatever the width, and 0 only of equal rows. */
static void
test_spread (void)
{
  GradusHidden hidden = { .n = 3, .units = { 7, 19, 1 } };
  g_autoptr (GradusNetwork) network = gradus_network_new (2, &hidden, GRADUS_ACTIVATION_TANH, 2);
  GradusRng rng;

  g_assert_cmpfloat (gradus_network_spread (network, 2), ==, 0);
  g_assert_true (isnan (gradus_network_spread (network, 3)));
  for (int l = 1; l <= 2; l++) /* each parameter by itself */
    for (gsize i = gradus_network_w_offset (network, l);
         i < gradus_network_w_offset (network, l + 1); i++)
      {
        network->parameters[i] = -5e-324;
        g_assert_cmpfloat (gradus_network_spread (network, l), ==, 5e-324);
        network->parameters[i] = 0;
      }

  gradus_rng_seed (&rng, 3);
  for (gsize i = 0; i < network->n_parameters; i++)
    network->parameters[i] = gradus_rng_normal (&rng);
  for (int l = 1; l <= 2; l++)
    {
      double most = 0;
      for (int i = 0; i < network->n[l]; i++)
        for (int j = 0; j < network->n[l]; j++)
          most = fmax (most, gradus_network_distance (network, l, i, j));
      g_assert_cmpfloat (gradus_network_spread (network, l), ==, most);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/network/shapes-follow-the-layers", test_shapes);
  g_test_add_func ("/network/normal-weights-are-numpys-row-by-row", test_normal);
  g_test_add_func ("/network/biases-are-drawn-right-after-their-weights", test_bias_scale);
  g_test_add_func ("/network/scale-zero-is-plus-zero-everywhere", test_zeros);
  g_test_add_func ("/network/forward-is-the-formula", test_forward);
  g_test_add_func ("/network/softmax-does-not-overflow", test_softmax);
  g_test_add_func ("/network/spread-is-the-largest-distance", test_spread);
  return g_test_run ();
}
