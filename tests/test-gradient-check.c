/* The gradient check matrix by matrix: right gradients pass from any start, and what it left out is
 * told. */
#include <math.h>

#include "core/gradient-check.h"
#include "core/gradient.h"
#include "run.h"

static gboolean
check_trainer (const GradusTrainer *trainer, const GradusCheckOrder *order,
               GradusGradientCheck *check)
{
  return gradus_gradient_check_run (gradus_trainer_get_network (trainer),
                                    gradus_trainer_get_training (trainer),
                                    gradus_trainer_get_spec (trainer)->l2, order, check);
}

/* The starts that are shown in class, at the start and somewhat later. */
static void
test_passes (void)
{
  static const char *const starts[][4] = {
    { "init-scale", "0.01", "hidden", "4" },      { "init-scale", "1", "hidden", "4" },
    { "init-scale", "10", "hidden", "4" },        { "init-scale", "1e-8", "hidden", "4" },
    { "init", "zeros", "hidden", "4" },           { "init", "constant", "hidden", "3" },
    { "init-scale", "1", "hidden", "0" },         { "init", "xavier", "hidden", "5;3;2" },
    { "activation", "sigmoid", "hidden", "4;3" }, { "activation", "relu", "hidden", "6" },
    { "activation", "leaky-relu", "l2", "3" },    { "activation", "identity", "held-out", "0.3" },
  };
  const GradusCheckOrder all = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    for (gint64 epochs = 0; epochs <= 60; epochs += 60)
      {
        GradusSpec spec;
        GradusGradientCheck check;
        gsize n_left_out;
        run_spec (&spec, "examples", "100", starts[i][0], starts[i][1], starts[i][2], starts[i][3],
                  NULL);
        g_autoptr (GradusTrainer) trainer = run_new (&spec);
        gradus_trainer_run (trainer, epochs + 1);
        g_assert_true (check_trainer (trainer, &all, &check));
        g_assert_cmpint (check.n_layers, ==, spec.hidden.n + 1);
        double largest = 0;
        for (int l = 0; l < check.n_layers; l++)
          {
            g_assert_cmpfloat (check.dw[l], <=, GRADUS_GRADIENT_CHECK_LIMIT);
            g_assert_cmpfloat (check.db[l], <=, GRADUS_GRADIENT_CHECK_LIMIT);
            largest = fmax (largest, fmax (check.dw[l], check.db[l]));
          }
        g_assert_cmpfloat (check.largest, ==, largest);
        g_assert_cmpfloat (gradus_gradient_check (gradus_trainer_get_network (trainer),
                                                  gradus_trainer_get_training (trainer), spec.l2,
                                                  &n_left_out),
                           ==, check.difference);
        g_assert_cmpuint (check.n_left_out, ==, n_left_out);
        g_assert_cmpuint (check.n_examples + n_left_out, ==,
                          gradus_trainer_get_training (trainer)->m);
        g_assert_cmpuint (check.n_parameters, ==,
                          gradus_trainer_get_network (trainer)->n_parameters);
      }
}

/* The differences are near, and not the very numbers: each matrix is really compared. */
static void
test_compares (void)
{
  GradusSpec spec;
  GradusGradientCheck check;
  const GradusCheckOrder all = { 0 };

  run_spec (&spec, "hidden", "4;3", "init-scale", "1", "bias-scale", "1", "examples", "60", NULL);
  g_autoptr (GradusTrainer) trainer = run_new (&spec);
  g_assert_true (check_trainer (trainer, &all, &check));
  for (int l = 0; l < 3; l++)
    {
      g_assert_cmpfloat (check.dw[l], >, 0);
      g_assert_cmpfloat (check.dw[l], <, 1e-9);
    }
}

static void
test_kinks (void)
{
  GradusSpec spec;
  GradusGradientCheck check;
  const GradusCheckOrder all = { 0 };

  run_spec (&spec, "activation", "relu", "init", "zeros", "examples", "20", NULL);
  g_autoptr (GradusTrainer) trainer = run_new (&spec);
  g_assert_true (check_trainer (trainer, &all, &check));
  g_assert_cmpuint (check.n_left_out, ==, 20); /* every z is 0 */
  g_assert_cmpuint (check.n_examples, ==, 0);
  g_assert_cmpfloat (check.largest, ==, 0);
}

static void
test_bounds (void)
{
  static const char *const hidden[] = { "4", "16;16", "1024", "200;100;50" };

  for (guint i = 0; i < G_N_ELEMENTS (hidden); i++)
    {
      GradusSpec spec;
      GradusGradientCheck check;
      GradusCheckOrder order = { 0 };
      run_spec (&spec, "hidden", hidden[i], "examples", "10000", "init", "xavier", NULL);
      g_autoptr (GradusTrainer) trainer = run_new (&spec);
      const GradusNetwork *network = gradus_trainer_get_network (trainer);
      gradus_gradient_check_bound (network, 10000, &order);
      g_assert_cmpuint (order.n_examples, >=, 8);
      g_assert_cmpuint (order.n_per_matrix, >=, 8);
      order.n_examples = MIN (order.n_examples, 20); /* quick, for a test */
      order.n_per_matrix = MIN (order.n_per_matrix, 9);
      g_assert_true (check_trainer (trainer, &order, &check));
      g_assert_cmpuint (check.n_examples, <=, 20);
      g_assert_cmpuint (check.n_examples, >, 0);
      g_assert_cmpuint (check.n_parameters, <=, 9 * 2 * (gsize) network->n_layers);
      g_assert_cmpfloat (check.largest, <=, GRADUS_GRADIENT_CHECK_LIMIT);
    }
}

/* One small network is compared as a whole, whatever may be. */
static void
test_whole (void)
{
  GradusSpec spec;
  GradusCheckOrder order = { 0 };

  run_spec (&spec, NULL);
  g_autoptr (GradusTrainer) trainer = run_new (&spec);
  gradus_gradient_check_bound (gradus_trainer_get_network (trainer), 400, &order);
  g_assert_cmpuint (order.n_examples, ==, 400);
  g_assert_cmpuint (order.n_per_matrix, >=, 8);
}

static void
test_cancel (void)
{
  GradusSpec spec;
  GradusGradientCheck check;
  gint is_cancelled = TRUE;
  const GradusCheckOrder order = { .is_cancelled = &is_cancelled };

  run_spec (&spec, "hidden", "1024;1024", "examples", "1000", NULL);
  g_autoptr (GradusTrainer) trainer = run_new (&spec);
  g_assert_false (check_trainer (trainer, &order, &check)); /* which would take a year */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gradient-check/every-matrix-passes-from-any-start", test_passes);
  g_test_add_func ("/gradient-check/every-matrix-is-compared", test_compares);
  g_test_add_func ("/gradient-check/examples-on-a-kink-are-told", test_kinks);
  g_test_add_func ("/gradient-check/large-networks-are-compared-in-part", test_bounds);
  g_test_add_func ("/gradient-check/the-flower-is-compared-as-a-whole", test_whole);
  g_test_add_func ("/gradient-check/can-be-cancelled", test_cancel);
  return g_test_run ();
}
