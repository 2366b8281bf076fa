/* One step in numbers: worked by hand, held to its own equations, and to the trainer bit for bit.
 */
#include <math.h>

#include "core/step.h"
#include "run.h"

static GradusTrainer *
train (const GradusSpec *spec, int n_classes, gint64 epochs)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GradusDataset) data = run_relabel (spec, n_classes);
  GradusTrainer *trainer = gradus_trainer_new (spec, data, &error);

  g_assert_no_error (error);
  gradus_trainer_run (trainer, epochs + 1);
  return trainer;
}

static GradusStep *
take_step (const GradusTrainer *trainer, gint64 example)
{
  const GradusSpec *spec = gradus_trainer_get_spec (trainer);
  g_autoptr (GradusSnapshot) snapshot = gradus_trainer_take_snapshot (trainer);

  return gradus_step_new (snapshot, gradus_trainer_get_training (trainer),
                          gradus_spec_alpha_at (spec, gradus_trainer_get_epoch (trainer)), spec->l2,
                          spec->batch, example);
}

/* x = (1, 2), y = 1; identity: z1 = 0.5·1 + 0.25·2 = 1 = a1, z2 = 2·1 − 2 = 0, a2 = ½, dz2 = −½,
 * dW2 = −½·1, db2 = −½, dz1 = 2·(−½)·1 = −1, dW1 = (−1, −2), db1 = −1; α = 0.5. */
static void
test_by_hand (void)
{
  static const double parameters[] = { 0.5, 0.25, 0, 2, -2 };
  static const double gradient[] = { -1, -2, -1, -0.5, -0.5 };
  static const double next[] = { 1, 1.25, 0.5, 2.25, -1.75 };
  GradusHidden hidden = { .n = 1, .units = { 1 } };
  GradusRow row = { .epoch = 7 };
  g_autoptr (GradusNetwork) network =
      gradus_network_new (2, &hidden, GRADUS_ACTIVATION_IDENTITY, 2);
  g_autoptr (GradusDataset) data = gradus_dataset_new (4, 2, 2, NULL, NULL);

  for (int i = 0; i < 5; i++)
    network->parameters[i] = parameters[i];
  gradus_dataset_feature (data, 0)[2] = 1;
  gradus_dataset_feature (data, 1)[2] = 2;
  data->labels[2] = 1;
  g_autoptr (GradusSnapshot) snapshot = gradus_snapshot_new (&row, network, NULL);
  g_autoptr (GradusStep) step = gradus_step_new (snapshot, data, 0.5, 0, 0, 2);

  g_assert_cmpuint (step->m, ==, 1);
  g_assert_cmpint (step->n_columns, ==, 1);
  g_assert_cmpint (gradus_step_example (step, 0), ==, 2);
  g_assert_true (step->x[0] == 1 && step->x[1] == 2 && step->y[0] == 1);
  g_assert_true (step->z[1][0] == 1 && step->a[1][0] == 1 && step->dz[1][0] == -1);
  g_assert_true (step->z[2][0] == 0 && step->a[2][0] == 0.5 && step->dz[2][0] == -0.5);
  for (int i = 0; i < 5; i++)
    {
      g_assert_cmpfloat (step->gradient[i], ==, gradient[i]);
      g_assert_cmpfloat (step->next[i], ==, next[i]);
    }
}

static void
assert_predicts (const GradusSpec *spec, int n_classes)
{
  g_autoptr (GradusTrainer) trainer = train (spec, n_classes, 3);

  gradus_trainer_set_threads (trainer, 2);
  for (int epoch = 3; epoch < 6; epoch++)
    {
      double apart = -1;
      g_autoptr (GradusStep) step = take_step (trainer, -1);
      gradus_trainer_run (trainer, 1);
      g_assert_cmpint (gradus_trainer_get_epoch (trainer), ==, epoch + 1);
      g_assert_cmpuint (gradus_step_compare (step, gradus_trainer_get_network (trainer), &apart),
                        ==, 0);
      g_assert_cmpfloat (apart, ==, 0);
      /* and it has moved: what came is not what was */
      g_assert_cmpuint (gradus_step_compare (step, step->snapshot->network, NULL), >, 0);
    }
}

static void
test_predicts (void)
{
  static const char *const hidden[] = { "0", "1", "4", "40", "5;3", "4;3;3;2" };
  static const char *const activations[] = { "tanh", "sigmoid", "relu", "leaky-relu", "identity" };

  for (guint depth = 0; depth < G_N_ELEMENTS (hidden); depth++)
    for (guint g = 0; g < G_N_ELEMENTS (activations); g++)
      for (int n_classes = 2; n_classes <= 3; n_classes++)
        for (int l2 = 0; l2 < 2; l2++)
          {
            GradusSpec spec;
            run_spec (&spec, "hidden", hidden[depth], "activation", activations[g], "init-scale",
                      "0.3", "bias-scale", "0.1", "alpha", "0.1", "l2", l2 ? "0.7" : "0", NULL);
            assert_predicts (&spec, n_classes);
          }
}

static void
test_predicts_many (void)
{
  GradusSpec spec;

  run_spec (&spec, "examples", "20001", "hidden", "7", "init-scale", "0.5", NULL);
  assert_predicts (&spec, 2);
  run_spec (&spec, "examples", "5000", "hidden", "200;100", "init", "he", "held-out", "0.3",
            "standardise", "true", "alpha-schedule", "4:0.01", NULL);
  assert_predicts (&spec, 2);
}

static void
test_batches (void)
{
  GradusSpec spec;
  double apart = 0;

  run_spec (&spec, "batch", "64", "alpha", "0.3", NULL);
  g_autoptr (GradusTrainer) trainer = train (&spec, 2, 3);
  g_autoptr (GradusStep) step = take_step (trainer, -1);
  gradus_trainer_run (trainer, 1);
  g_assert_cmpint (step->batch, ==, 64);
  g_assert_cmpuint (gradus_step_compare (step, gradus_trainer_get_network (trainer), &apart), >, 0);
  g_assert_cmpfloat (apart, >, 1e-6);
}

/* z[l] and dw[l] of the step, from what it says of the others. */
static void
assert_layer_agrees (const GradusStep *step, int l, double l2)
{
  const GradusNetwork *network = step->snapshot->network;
  int n = network->n[l], n_before = network->n[l - 1], m = step->n_columns;
  const double *w = gradus_network_w (network, l), *b = gradus_network_b (network, l);
  const double *dw = step->gradient + gradus_network_w_offset (network, l);
  const double *db = step->gradient + gradus_network_b_offset (network, l);

  for (int j = 0; j < n; j++)
    {
      double sum = 0;
      for (int i = 0; i < m; i++)
        {
          double z = b[j];
          for (int k = 0; k < n_before; k++)
            z += w[j * n_before + k] * step->a[l - 1][k * m + i];
          g_assert_cmpfloat_with_epsilon (step->z[l][j * m + i], z, 1e-12);
          sum += step->dz[l][j * m + i];
        }
      g_assert_cmpfloat_with_epsilon (db[j], sum / m, 1e-12);
      for (int k = 0; k < n_before; k++)
        {
          double product = 0;
          for (int i = 0; i < m; i++)
            product += step->dz[l][j * m + i] * step->a[l - 1][k * m + i];
          g_assert_cmpfloat_with_epsilon (
              dw[j * n_before + k], product / m + l2 / (double) step->data->m * w[j * n_before + k],
              1e-12);
        }
    }
}

/* dZ[L] = A[L] − Y, dZ[l-1] = (W[l]ᵀ dZ[l]) * g'(Z[l-1]) */
static void
assert_errors_agree (const GradusStep *step)
{
  const GradusNetwork *network = step->snapshot->network;
  int last = network->n_layers, m = step->n_columns;

  for (int i = 0; i < network->n[last] * m; i++)
    g_assert_cmpfloat_with_epsilon (step->dz[last][i], step->a[last][i] - step->y[i], 1e-14);
  for (int l = last; l > 1; l--)
    for (int k = 0; k < network->n[l - 1]; k++)
      for (int i = 0; i < m; i++)
        {
          double e = 0;
          for (int j = 0; j < network->n[l]; j++)
            e += gradus_network_w (network, l)[j * network->n[l - 1] + k] * step->dz[l][j * m + i];
          double slope = gradus_activation_slope (network->activation, step->a[l - 1][k * m + i]);
          g_assert_cmpfloat_with_epsilon (step->dz[l - 1][k * m + i], e * slope, 1e-12);
        }
}

static void
test_equations (void)
{
  static const char *const hidden[] = { "0", "4", "5;3;17" };
  static const char *const activations[] = { "tanh", "sigmoid", "relu", "leaky-relu", "identity" };

  for (guint depth = 0; depth < G_N_ELEMENTS (hidden); depth++)
    for (guint g = 0; g < G_N_ELEMENTS (activations); g++)
      for (int n_classes = 2; n_classes <= 3; n_classes++)
        for (int example = -1; example < 20; example += 19)
          {
            GradusSpec spec;
            run_spec (&spec, "hidden", hidden[depth], "activation", activations[g], "init-scale",
                      "0.4", "bias-scale", "0.2", "l2", "0.5", "examples", "30", NULL);
            g_autoptr (GradusTrainer) trainer = train (&spec, n_classes, 2);
            g_autoptr (GradusStep) step = take_step (trainer, example);
            g_assert_cmpint (step->n_columns, ==, example < 0 ? 30 : 1);
            for (int l = 1; l <= step->snapshot->network->n_layers; l++)
              assert_layer_agrees (step, l, 0.5);
            assert_errors_agree (step);
          }
}

static void
test_mean_of_examples (void)
{
  GradusSpec spec;

  run_spec (&spec, "examples", "50", "init-scale", "0.5", "hidden", "3;2", NULL);
  g_autoptr (GradusTrainer) trainer = train (&spec, 2, 5);
  g_autoptr (GradusStep) whole = take_step (trainer, -1);
  gsize n = whole->snapshot->network->n_parameters;
  g_autofree double *sums = g_new0 (double, n);
  for (gint64 i = 0; i < 50; i++)
    {
      g_autoptr (GradusStep) single = take_step (trainer, i);
      for (gsize p = 0; p < n; p++)
        sums[p] += single->gradient[p];
    }
  for (gsize p = 0; p < n; p++)
    g_assert_cmpfloat_with_epsilon (whole->gradient[p], sums[p] / 50, 1e-15);
}

static void
test_columns (void)
{
  GradusSpec spec;

  run_spec (&spec, "examples", "100000", NULL);
  g_autoptr (GradusTrainer) trainer = train (&spec, 2, 0);
  g_autoptr (GradusStep) step = take_step (trainer, -1);
  GradusDataset *data = gradus_trainer_get_training (trainer);
  g_assert_cmpuint (step->m, ==, 100000);
  g_assert_cmpint (step->n_columns, ==, GRADUS_STEP_COLUMNS);
  g_assert_cmpmem (step->x, sizeof (double) * GRADUS_STEP_COLUMNS, data->x,
                   sizeof (double) * GRADUS_STEP_COLUMNS);
  g_autoptr (GradusStep) last = take_step (trainer, 99999);
  g_assert_cmpfloat (last->x[1], ==, gradus_dataset_feature (data, 1)[99999]);
  g_autoptr (GradusStep) second = gradus_step_ref (last);
  g_assert_true (second == last);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/step/is-what-is-worked-out-by-hand", test_by_hand);
  g_test_add_func ("/step/the-predicted-parameters-are-those-that-come", test_predicts);
  g_test_add_func ("/step/also-of-many-blocks-and-along-a-schedule", test_predicts_many);
  g_test_add_func ("/step/of-mini-batches-it-is-not", test_batches);
  g_test_add_func ("/step/every-equation-holds-between-its-matrices", test_equations);
  g_test_add_func ("/step/the-whole-gradient-is-the-mean-of-the-examples", test_mean_of_examples);
  g_test_add_func ("/step/keeps-a-few-columns-of-many", test_columns);
  return g_test_run ();
}
