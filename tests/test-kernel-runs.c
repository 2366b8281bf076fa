/* Whole trainings under each instruction set: the same bits, those written here, and examples that
 * are no whole number of tiles, steps or lanes. */
#include <math.h>

#include "core/gradient.h"
#include "core/kernel.h"
#include "run.h"

static const char *const names[] = { "portable", "sse2", "avx2", "avx512" };

/* FNV-1a of the bytes. */
static guint64
hash (const void *bytes, gsize n)
{
  guint64 h = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (gsize i = 0; i < n; i++)
    h = (h ^ ((const guint8 *) bytes)[i]) * G_GUINT64_CONSTANT (0x100000001b3);
  return h;
}

/* Examples and parameters from uniform draws, which no C library has a hand in. */
static GradusDataset *
plain_examples (gsize m, int n_classes, GradusRng *rng)
{
  GradusDataset *data = gradus_dataset_new (m, 2, n_classes, NULL, NULL);

  for (gsize i = 0; i < m; i++)
    {
      double x1 = 6 * gradus_rng_uniform (rng) - 3, x2 = 6 * gradus_rng_uniform (rng) - 3;
      gradus_dataset_feature (data, 0)[i] = x1;
      gradus_dataset_feature (data, 1)[i] = x2;
      data->labels[i] = (guint8) (x1 * x2 > 0.5 ? 0 : x1 < 0 ? n_classes - 1 : n_classes / 2);
    }
  return data;
}

/* Of the parameters after 300 updates by a tenth of the gradient, and of the last cost. */
static guint64
hash_descent (const char *hidden, const char *activation, int n_classes, gsize m)
{
  GradusSpec spec;
  GradusRng rng;
  double cost = 0;

  gradus_rng_seed (&rng, 6);
  run_spec (&spec, "hidden", hidden, "activation", activation, NULL);
  g_autoptr (GradusDataset) data = plain_examples (m, n_classes, &rng);
  g_autoptr (GradusNetwork) network =
      gradus_network_new (2, &spec.hidden, (GradusActivation) spec.activation, n_classes);
  gsize n = network->n_parameters;
  g_autofree double *gradient = g_new (double, n);
  for (gsize i = 0; i < n; i++)
    network->parameters[i] = gradus_rng_uniform (&rng) - 0.5;

  for (int epoch = 0; epoch <= 300; epoch++)
    {
      cost = gradus_gradient_whole (network, data, 0.01, gradient);
      for (gsize i = 0; i < n && epoch < 300; i++)
        network->parameters[i] -= 0.1 * gradient[i];
    }
  g_assert_true (cost > 0 && cost < 2);
  return hash (network->parameters, n * sizeof (double)) ^ hash (&cost, sizeof cost);
}

static void
test_bits (void)
{
  static const struct
  {
    const char *hidden, *activation;
    int n_classes;
    gsize m;
    guint64 hash;
  } runs[] = {
    { "4", "tanh", 2, 400, G_GUINT64_CONSTANT (0xc52767673549f11f) },
    { "4", "sigmoid", 2, 403, G_GUINT64_CONSTANT (0x84570994364c8998) },
    { "7", "relu", 2, 130, G_GUINT64_CONSTANT (0xf8aff0b983671a8f) },
    { "5", "leaky-relu", 2, 401, G_GUINT64_CONSTANT (0x88fecef2bfd5575a) },
    { "3", "identity", 2, 300, G_GUINT64_CONSTANT (0x1ef2f963f593c124) },
    { "3", "tanh", 2, 2500, G_GUINT64_CONSTANT (0xb01b91f189504295) },
    { "0", "tanh", 2, 400, G_GUINT64_CONSTANT (0xf5b93a46057db269) },
    { "8;5", "tanh", 2, 300, G_GUINT64_CONSTANT (0x3a636059af0da9d9) },
    { "6;4;3", "sigmoid", 3, 150, G_GUINT64_CONSTANT (0x81e0ebcea74b23d7) },
    { "17;9", "relu", 2, 200, G_GUINT64_CONSTANT (0xa53c0a4ead000f7c) },
    { "2", "tanh", 4, 90, G_GUINT64_CONSTANT (0x15a359bfb721d889) },
  };

  for (guint r = 0; r < G_N_ELEMENTS (runs); r++)
    for (guint k = 0; k < G_N_ELEMENTS (names); k++)
      {
        if (gradus_kernel_find (names[k]) == NULL)
          continue;
        g_setenv ("GRADUS_KERNEL", names[k], TRUE);
        g_assert_cmphex (
            hash_descent (runs[r].hidden, runs[r].activation, runs[r].n_classes, runs[r].m), ==,
            runs[r].hash);
      }
  g_unsetenv ("GRADUS_KERNEL");
}

/* The trainer's own paths: mini-batches, held-out examples, threads. */
static void
test_runs (void)
{
  static const char *const batches[] = { "0", "1", "50", "333" };

  for (guint b = 0; b < G_N_ELEMENTS (batches); b++)
    {
      GradusTrainer *first = NULL;
      for (guint k = 0; k < G_N_ELEMENTS (names); k++)
        {
          GradusSpec spec;
          if (gradus_kernel_find (names[k]) == NULL)
            continue;
          g_setenv ("GRADUS_KERNEL", names[k], TRUE);
          run_spec (&spec, "batch", batches[b], "held-out", "0.3", "examples", "500", "hidden", "5",
                    "epochs", "20", NULL);
          GradusTrainer *trainer = run_new (&spec);
          gradus_trainer_set_threads (trainer, 1 + (int) k % 2);
          gradus_trainer_run (trainer, 21);
          if (first != NULL)
            run_assert_same (first, trainer);
          if (first == NULL)
            first = trainer;
          else
            gradus_trainer_free (trainer);
        }
      gradus_trainer_free (first);
    }
  g_unsetenv ("GRADUS_KERNEL");
}

/* The examples of a run, cut to n_classes by their order where there are more than two. */
static GradusDataset *
examples (gsize m, int n_classes)
{
  GradusDataset *data = gradus_dataset_new (m, 2, n_classes, NULL, NULL);
  GradusRng rng;

  gradus_rng_seed (&rng, 5);
  for (gsize i = 0; i < m; i++)
    {
      gradus_dataset_feature (data, 0)[i] = 2 * gradus_rng_normal (&rng);
      gradus_dataset_feature (data, 1)[i] = 2 * gradus_rng_normal (&rng);
      data->labels[i] = (guint8) (i * 7 % (gsize) n_classes);
    }
  return data;
}

static void
check_size (const GradusNetwork *network, const GradusDataset *data, gsize n)
{
  g_autoptr (GradusScratch) scratch = gradus_scratch_new (network, gradus_dataset_reach (data));
  gsize n_parameters = network->n_parameters;
  g_autofree double *whole = g_new (double, n_parameters), *one = g_new (double, n_parameters);
  g_autofree double *total = g_new0 (double, n_parameters), *size = g_new0 (double, n_parameters);
  GradusSums sums = { .gradient = whole }, single = { .gradient = one };
  gint64 n_right = 0;
  double loss = 0;

  gradus_gradient_block (network, data, NULL, 0, n, scratch, &sums);
  for (gsize i = 0; i < n; i++)
    {
      gradus_gradient_block (network, data, NULL, i, 1, scratch, &single);
      loss += single.loss;
      n_right += single.n_right;
      for (gsize p = 0; p < n_parameters; p++)
        {
          total[p] += one[p];
          size[p] += fabs (one[p]);
        }
    }
  g_assert_cmpfloat_with_epsilon (sums.loss, loss, 1e-13 * loss);
  g_assert_cmpint (sums.n_right, ==, n_right);
  for (gsize p = 0; p < n_parameters; p++)
    g_assert_cmpfloat_with_epsilon (whole[p], total[p], 1e-13 * size[p] + 1e-300);
}

static void
test_sizes (void)
{
  static const char *const hidden[] = { "0", "1", "5", "3;6" };
  static const gsize large[] = { 1023, 1024, 1025, 2047, 2048 };

  for (guint h = 0; h < G_N_ELEMENTS (hidden); h++)
    for (int n_classes = 2; n_classes <= 3; n_classes++)
      {
        GradusSpec spec;
        GradusRng rng;
        g_autoptr (GradusDataset) data = examples (2048, n_classes);
        run_spec (&spec, "hidden", hidden[h], "init-scale", "1", "bias-scale", "1", NULL);
        g_autoptr (GradusNetwork) network =
            gradus_network_new (2, &spec.hidden, GRADUS_ACTIVATION_TANH, n_classes);
        gradus_rng_seed (&rng, 4);
        gradus_network_initialise (network, &spec, &rng);
        for (gsize n = 1; n <= 300; n += n < 40 ? 1 : 13)
          check_size (network, data, n);
        for (guint i = 0; i < G_N_ELEMENTS (large); i++)
          check_size (network, data, large[i]);
      }
}

/* The same examples with their true reach, and with one that rules nothing out. */
static void
test_near (void)
{
  static const double scales[] = { 0.1, 3, 15 };
  g_autoptr (GradusDataset) data = examples (500, 2);

  for (guint s = 0; s < G_N_ELEMENTS (scales); s++)
    for (guint k = 0; k < G_N_ELEMENTS (names); k++)
      {
        GradusSpec spec;
        GradusRng rng;
        double near[25], far[25];
        GradusSums a = { .gradient = near }, b = { .gradient = far };
        if (gradus_kernel_find (names[k]) == NULL)
          continue;
        g_setenv ("GRADUS_KERNEL", names[k], TRUE);
        run_spec (&spec, "hidden", "6", "bias-scale", "1", NULL);
        spec.init_scale = scales[s];
        g_autoptr (GradusNetwork) network =
            gradus_network_new (2, &spec.hidden, GRADUS_ACTIVATION_TANH, 2);
        gradus_rng_seed (&rng, 3);
        gradus_network_initialise (network, &spec, &rng);
        g_autoptr (GradusScratch) known = gradus_scratch_new (network, gradus_dataset_reach (data));
        g_autoptr (GradusScratch) unknown = gradus_scratch_new (network, INFINITY);
        gradus_gradient_block (network, data, NULL, 0, 500, known, &a);
        gradus_gradient_block (network, data, NULL, 0, 500, unknown, &b);
        g_assert_cmpmem (near, sizeof near, far, sizeof far);
        g_assert_true (a.loss == b.loss && a.n_right == b.n_right);
      }
  g_unsetenv ("GRADUS_KERNEL");
}

/* A network whose z is −x1: with x1 and labels by hand, what each example adds. */
static void
test_tiny_costs (void)
{
  GradusHidden none = { .n = 0 }, one = { .n = 1, .units = { 1 } };

  for (int shallow = 0; shallow <= 1; shallow++)
    {
      g_autoptr (GradusDataset) data = gradus_dataset_new (2000, 2, 2, NULL, NULL);
      g_autoptr (GradusNetwork) network =
          gradus_network_new (2, shallow ? &one : &none, GRADUS_ACTIVATION_IDENTITY, 2);
      network->parameters[0] = -1;
      if (shallow)
        gradus_network_w (network, 2)[0] = 1;
      for (gsize i = 0; i < data->m; i++)
        data->x[i] = 40; /* label 0, z = −40: each costs exp (−40) */
      g_assert_cmpfloat_with_epsilon (gradus_gradient_whole (network, data, 0, NULL), exp (-40),
                                      1e-13 * exp (-40));
      for (gsize i = 0; i < data->m; i++)
        data->x[i] = -700; /* each costs 700, and their product would be 0 */
      g_assert_cmpfloat (gradus_gradient_whole (network, data, 0, NULL), ==, 700);
      for (gsize i = 0; i < data->m; i++)
        data->x[i] = 0;
      g_assert_cmpfloat_with_epsilon (gradus_gradient_whole (network, data, 0, NULL), G_LN2, 1e-15);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kernel/runs-have-these-bits-under-every-instruction-set", test_bits);
  g_test_add_func ("/kernel/the-trainer-runs-alike-under-every-instruction-set", test_runs);
  g_test_add_func ("/kernel/any-number-of-examples-is-the-sum-of-each", test_sizes);
  g_test_add_func ("/kernel/knowing-how-far-examples-reach-changes-no-bit", test_near);
  g_test_add_func ("/kernel/costs-are-right-from-the-tiny-to-the-large", test_tiny_costs);
  return g_test_run ();
}
