/* Back-propagation against calculus, and its sums against themselves. */
#include <math.h>

#include "core/gradient-check.h"
#include "core/gradient.h"
#include "run.h"

static void
test_check (void)
{
  static const char *const hidden[] = { "0", "4", "5;3", "4;3;3" };
  static const char *const activations[] = { "tanh", "sigmoid", "relu", "leaky-relu", "identity" };

  for (guint depth = 0; depth < G_N_ELEMENTS (hidden); depth++)
    for (guint g = 0; g < G_N_ELEMENTS (activations); g++)
      for (int n_classes = 2; n_classes <= 3; n_classes++)
        {
          GradusSpec spec;
          run_spec (&spec, "hidden", hidden[depth], "activation", activations[g], "init-scale",
                    "0.7", "examples", "60", "bias-scale", "0.1", NULL);
          g_autoptr (GradusDataset) data = run_relabel (&spec, n_classes);
          g_autoptr (GradusNetwork) network =
              gradus_network_new (2, &spec.hidden, (GradusActivation) spec.activation, n_classes);
          GradusRng rng;
          gsize n_left_out;
          gradus_rng_seed (&rng, 3);
          gradus_network_initialise (network, &spec, &rng);
          g_assert_cmpfloat (gradus_gradient_check (network, data, 0.3, &n_left_out), <, 1e-7);
          g_assert_cmpuint (n_left_out, <, data->m / 4);

          network->parameters[0] += 0.5; /* and of other parameters it is another gradient */
          g_autofree double *g_here = g_new (double, network->n_parameters);
          g_autofree double *g_there = g_new (double, network->n_parameters);
          gradus_gradient_whole (network, data, 0, g_here);
          network->parameters[0] -= 0.5;
          gradus_gradient_whole (network, data, 0, g_there);
          g_assert_true (g_here[0] != g_there[0]);
        }
}

static void
test_kinks_are_left_out (void)
{
  GradusSpec spec;
  gsize n_left_out;

  run_spec (&spec, "activation", "relu", "init", "zeros", "examples", "20", NULL);
  g_autoptr (GradusTrainer) trainer = run_new (&spec);
  gradus_gradient_check (gradus_trainer_get_network (trainer),
                         gradus_trainer_get_training (trainer), 0, &n_left_out);
  g_assert_cmpuint (n_left_out, ==, 20); /* every z is 0 */
}

static void
test_zero_gradient (void)
{
  GradusSpec spec;
  double gradient[17];
  gsize n_left_out;

  run_spec (&spec, "init", "zeros", NULL);
  g_autoptr (GradusTrainer) trainer = run_new (&spec);
  const GradusNetwork *network = gradus_trainer_get_network (trainer);
  GradusDataset *data = gradus_trainer_get_training (trainer);
  g_assert_cmpfloat_with_epsilon (gradus_gradient_whole (network, data, 0, gradient), G_LN2, 1e-15);
  for (int i = 0; i < 17; i++)
    g_assert_true (gradient[i] == 0);
  g_assert_cmpfloat (gradus_gradient_check (network, data, 0, &n_left_out), ==, 0);
}

/* The cost stays finite where sigmoid rounds to 0 or 1: by hand, 1000 for each wrong example. */
static void
test_extreme_outputs (void)
{
  GradusHidden none = { .n = 0 };
  g_autoptr (GradusNetwork) network = gradus_network_new (1, &none, GRADUS_ACTIVATION_TANH, 2);
  g_autoptr (GradusDataset) data = gradus_dataset_new (4, 1, 2, NULL, NULL);
  double gradient[2];

  network->parameters[0] = 1000;
  for (int i = 0; i < 4; i++)
    data->x[i] = i < 2 ? -1 : 1;
  data->labels[0] = 1; /* z = −1000: wrong */
  data->labels[2] = 1; /* z = +1000: right; the last, labelled 0, is wrong again */
  g_assert_cmpfloat (gradus_gradient_whole (network, data, 0, gradient), ==, 500);
  g_assert_cmpfloat (gradient[0], ==, (1 + 0 + 0 + 1) / 4.0); /* (a − y) x */
  g_assert_cmpfloat (gradient[1], ==, 0);
}

static void
test_order_of_examples (void)
{
  GradusSpec spec;

  run_spec (&spec, "init-scale", "1", "examples", "300", NULL);
  g_autoptr (GradusTrainer) trainer = run_new (&spec);
  const GradusNetwork *network = gradus_trainer_get_network (trainer);
  GradusDataset *data = gradus_trainer_get_training (trainer);
  g_autoptr (GradusScratch) scratch = gradus_scratch_new (network, gradus_dataset_reach (data));
  double plain[17], ordered[17];
  GradusSums a = { .gradient = plain }, b = { .gradient = ordered };
  guint32 order[300];

  for (guint32 i = 0; i < 300; i++)
    order[i] = i;
  gradus_gradient_block (network, data, NULL, 37, 200, scratch, &a);
  gradus_gradient_block (network, data, order, 37, 200, scratch, &b);
  g_assert_cmpmem (plain, sizeof plain, ordered, sizeof ordered);
  g_assert_true (a.loss == b.loss && a.n_right == b.n_right);

  for (guint32 i = 0; i < 300; i++)
    order[i] = 299 - i;
  gradus_gradient_block (network, data, order, 63, 200, scratch, &b); /* the same 200, backwards */
  g_assert_cmpint (a.n_right, ==, b.n_right);
  g_assert_cmpfloat_with_epsilon (a.loss, b.loss, 1e-11);
  for (int i = 0; i < 17; i++)
    g_assert_cmpfloat_with_epsilon (plain[i], ordered[i], 1e-11);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gradient/agrees-with-calculus-at-every-depth-and-activation", test_check);
  g_test_add_func ("/gradient/examples-on-a-kink-are-counted-and-left-out",
                   test_kinks_are_left_out);
  g_test_add_func ("/gradient/zeros-on-balanced-classes-have-a-gradient-of-exactly-zero",
                   test_zero_gradient);
  g_test_add_func ("/gradient/cost-is-finite-where-the-output-rounds-to-0-or-1",
                   test_extreme_outputs);
  g_test_add_func ("/gradient/examples-by-order-are-the-same-examples", test_order_of_examples);
  return g_test_run ();
}
