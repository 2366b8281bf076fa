/* Saturation, blocked error, inactive and alike units: by hand and against an independent program.
 */
#include <math.h>

#include "core/diagnosis.h"
#include "core/rest.h"
#include "run.h"

static GradusDiagnosis *
diagnose (const GradusTrainer *trainer)
{
  return gradus_diagnosis_new (gradus_trainer_get_network (trainer),
                               gradus_trainer_get_training (trainer));
}

static void
test_flower_starts (void)
{
  /* numerics: saturated and blocked error at epoch 0 of the flower, seed 2 */
  static const struct
  {
    const char *scale;
    double saturated, blocked;
  } starts[] = {
    { "0.01", 0, 0 }, { "1", 0.42, 0.67 }, { "10", 0.89, 0.95 }, { "100", 0.98, 0.99 }
  };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      GradusSpec spec;
      run_spec (&spec, "init-scale", starts[i].scale, NULL);
      g_autoptr (GradusTrainer) trainer = run_new (&spec);
      g_autoptr (GradusDiagnosis) diagnosis = diagnose (trainer);
      g_assert_cmpfloat_with_epsilon (diagnosis->saturated, starts[i].saturated, 0.005);
      g_assert_cmpfloat_with_epsilon (diagnosis->layers[0].blocked, starts[i].blocked, 0.005);
      g_assert_cmpint (diagnosis->layers[0].n_groups, ==, 4);
    }
}

/* W x = ∞ − ∞ for examples with x1 > 1.8 and x2 > 1.8: no number, which is in no bin. */
static void
test_overflow (void)
{
  GradusSpec spec;

  run_spec (&spec, "hidden", "1", NULL);
  g_autoptr (GradusTrainer) trainer = run_new (&spec);
  double *w = gradus_network_w (gradus_trainer_get_network (trainer), 1);
  w[0] = 1e308;
  w[1] = -1e308;
  g_autoptr (GradusDiagnosis) diagnosis = diagnose (trainer);
  double sum = 0;
  for (int i = 0; i < GRADUS_BINS; i++)
    sum += diagnosis->layers[0].units[0].bins[i];
  g_assert_cmpfloat (sum, >, 0.5);
  g_assert_cmpfloat (sum, <, 1);
}

static void
test_alike (void)
{
  GradusSpec spec;

  run_spec (&spec, "init", "constant", "hidden", "5", "epochs", "100", NULL);
  g_autoptr (GradusTrainer) trainer = run_new (&spec);
  gradus_trainer_run (trainer, 101);
  g_autoptr (GradusDiagnosis) all = diagnose (trainer);
  g_assert_cmpint (all->layers[0].n_groups, ==, 1);

  /* unit 3 leaves, unit 5 is off by less than 1e-9, unit 2 by a little more */
  double *w = gradus_network_w (gradus_trainer_get_network (trainer), 1);
  w[2 * 2] += 1;
  w[4 * 2] += 5e-10;
  w[1 * 2] += 3e-9;
  g_autoptr (GradusDiagnosis) some = diagnose (trainer);
  static const int groups[] = { 0, 1, 2, 0, 0 };
  g_assert_cmpint (some->layers[0].n_groups, ==, 3);
  for (int j = 0; j < 5; j++)
    g_assert_cmpint (some->layers[0].units[j].group, ==, groups[j]);
}

static void
test_symmetric (void)
{
  GradusSpec spec;

  run_spec (&spec, "init", "constant", "epochs", "100", NULL);
  g_autoptr (GradusTrainer) trainer = run_new (&spec);
  gradus_trainer_run (trainer, 101);
  g_autoptr (GradusDiagnosis) equal = diagnose (trainer);
  g_assert_true (equal->layers[0].is_symmetric);

  /* Alike, but one outgoing weight is off by its last bit: the next step parts them. */
  double *w_out = gradus_network_w (gradus_trainer_get_network (trainer), 2);
  w_out[3] = nextafter (w_out[3], 1);
  g_autoptr (GradusDiagnosis) parted = diagnose (trainer);
  g_assert_false (parted->layers[0].is_symmetric);
  g_assert_cmpint (parted->layers[0].n_groups, ==, 1);

  /* So small that all are alike to within 1e-9, and yet no two the same. */
  run_spec (&spec, "init-scale", "1e-11", NULL);
  g_autoptr (GradusTrainer) tiny = run_new (&spec);
  g_autoptr (GradusDiagnosis) random = diagnose (tiny);
  g_assert_cmpint (random->layers[0].n_groups, ==, 1);
  g_assert_false (random->layers[0].is_symmetric);
}

/* Twins are to the bit, alike is to within 1e-9, and distances are the largest differences. */
static void
test_twins (void)
{
  GradusSpec spec;

  run_spec (&spec, "init", "constant", "init-scale", "0.5", "hidden", "4", NULL);
  g_autoptr (GradusTrainer) trainer = run_new (&spec);
  double *w = gradus_network_w (gradus_trainer_get_network (trainer), 1);
  double *b = gradus_network_b (gradus_trainer_get_network (trainer), 1);
  w[1 * 2] = nextafter (0.5, 1); /* one bit: 2^-53 */
  b[3] = -0.25;
  w[3 * 2 + 1] = 0.625;
  g_autoptr (GradusDiagnosis) diagnosis = diagnose (trainer);
  const GradusLayerDiagnosis *layer = &diagnosis->layers[0];
  static const int groups[] = { 0, 0, 0, 1 }, twins[] = { 0, 1, 0, 3 };
  for (int j = 0; j < 4; j++)
    {
      g_assert_cmpint (layer->units[j].group, ==, groups[j]);
      g_assert_cmpint (layer->units[j].twin, ==, twins[j]);
    }
  g_assert_cmpint (layer->n_groups, ==, 2);
  g_assert_cmpint (layer->n_different, ==, 3);
  g_assert_cmpint (layer->n_shown, ==, 4);
  const double bit = ldexp (1, -53), far = 0.25; /* its bias, not 0.625 − 0.5 */
  const double expected[] = { 0, bit, 0, far, bit, 0, bit, far, 0, bit, 0, far, far, far, far, 0 };
  for (int i = 0; i < 16; i++)
    g_assert_cmpfloat (layer->distances[i], ==, expected[i]);
  g_assert_cmpfloat (layer->spread, ==, 0.25);
}

static void
assert_rows_are_the_same (const GradusTrainer *trainer)
{
  const GradusNetwork *network = gradus_trainer_get_network (trainer);
  const double *w = gradus_network_w (network, 1), *b = gradus_network_b (network, 1);

  for (int j = 1; j < network->n[1]; j++)
    {
      g_assert_cmpmem (w, 2 * sizeof *w, w + 2 * j, 2 * sizeof *w);
      g_assert_cmpmem (b, sizeof *b, b + j, sizeof *b);
    }
}

/* Equal weights that are not zero: gradients flow, and all units stay the same. */
static void
test_constant_start (void)
{
  GradusSpec spec;

  run_spec (&spec, "init", "constant", "init-scale", "0.5", "epochs", "20", NULL);
  g_autoptr (GradusTrainer) trainer = run_new (&spec);
  gradus_trainer_run (trainer, 21);
  const GradusHistory *history = gradus_trainer_get_history (trainer);
  g_assert_cmpuint (gradus_history_count (history), ==, 21);
  for (gsize i = 0; i < 21; i++)
    {
      const GradusRow *row = gradus_history_get (history, i);
      g_assert_cmpfloat (row->spread[0], ==, 0);
      g_assert_cmpfloat (row->gradient_norm[0], >, 1e-3);
    }
  assert_rows_are_the_same (trainer);
  g_autoptr (GradusDiagnosis) diagnosis = diagnose (trainer);
  g_assert_cmpint (diagnosis->layers[0].n_different, ==, 1);
  g_assert_cmpint (gradus_rest_find (gradus_trainer_get_network (trainer),
                                     gradus_trainer_get_training (trainer), 0,
                                     history->last.gradient_norm),
                   ==, GRADUS_REST_NONE);
}

static GradusRest
find_rest (const GradusTrainer *trainer)
{
  return gradus_rest_find (gradus_trainer_get_network (trainer),
                           gradus_trainer_get_training (trainer), 0,
                           gradus_trainer_get_history (trainer)->last.gradient_norm);
}

/* Zeros and as many examples of either class: every gradient is exactly 0, also after training, and
 * however the sums are cut into blocks. */
static void
test_balanced_zeros (void)
{
  static const char *const examples[] = { "400", "6000" };

  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      GradusSpec spec;
      run_spec (&spec, "init", "zeros", "examples", examples[i], "epochs", "20", NULL);
      g_autoptr (GradusTrainer) trainer = run_new (&spec);
      gradus_trainer_run (trainer, 21);
      const GradusNetwork *network = gradus_trainer_get_network (trainer);
      const double *gradient = gradus_trainer_get_gradient (trainer);
      for (gsize k = 0; k < network->n_parameters; k++)
        {
          g_assert_cmpfloat (gradient[k], ==, 0);
          g_assert_cmpfloat (network->parameters[k], ==, 0);
        }
      g_assert_cmpint (find_rest (trainer), ==, GRADUS_REST_ZEROS);
      g_assert_cmpfloat (gradus_trainer_get_history (trainer)->last.spread[0], ==, 0);
    }
}

/* Zeros and 201 examples: one more of class 1. With tanh A[1] is 0, so no dW, but db[2] is not. */
static void
test_unbalanced_zeros (void)
{
  GradusSpec spec;

  run_spec (&spec, "init", "zeros", "examples", "201", "epochs", "20", NULL);
  g_autoptr (GradusTrainer) trainer = run_new (&spec);
  gradus_trainer_run (trainer, 21);
  g_assert_cmpint (find_rest (trainer), ==, GRADUS_REST_WEIGHTS);
}

/* The flower's first 300 examples, 200 : 100, and sigmoid units: the units' outputs are not 0, so
 * gradients flow, and still all rows stay the same to the bit. J is 0.494 after 10,000 epochs
 * (numerics). */
static void
test_sigmoid_on_two_to_one (void)
{
  GradusSpec spec;
  g_autoptr (GError) error = NULL;

  run_spec (&spec, "init", "zeros", "activation", "sigmoid", "epochs", "10000", NULL);
  g_autoptr (GradusDataset) all = gradus_recipe_make (&spec);
  g_autoptr (GradusDataset) data = gradus_dataset_new (300, 2, 2, NULL, NULL);
  for (gsize i = 0; i < 300; i++)
    {
      for (int f = 0; f < 2; f++)
        data->x[(gsize) f * 300 + i] = gradus_dataset_feature (all, f)[i];
      data->labels[i] = all->labels[i];
    }
  g_autoptr (GradusTrainer) trainer = gradus_trainer_new (&spec, data, &error);
  g_assert_no_error (error);
  gradus_trainer_run (trainer, 2);
  g_assert_cmpint (find_rest (trainer), ==, GRADUS_REST_NONE);
  gradus_trainer_run (trainer, 10000);
  const GradusRow *row = &gradus_trainer_get_history (trainer)->last;
  g_assert_cmpfloat_with_epsilon (row->cost, 0.494, 0.0005);
  g_assert_cmpfloat (row->gradient_norm[0], >, 0);
  g_assert_cmpfloat (row->spread[0], ==, 0);
  assert_rows_are_the_same (trainer);
}

/* Gradients so tiny that their norms round to 0 are gradients all the same. */
static void
test_tiny_gradients (void)
{
  GradusSpec spec;

  run_spec (&spec, "init-scale", "1e-180", NULL);
  g_autoptr (GradusTrainer) trainer = run_new (&spec);
  gradus_trainer_run (trainer, 1);
  const GradusRow *row = &gradus_trainer_get_history (trainer)->last;
  g_assert_cmpfloat (row->gradient_norm[0], ==, 0);
  g_assert_cmpfloat (row->gradient_norm[1], ==, 0);
  g_assert_cmpint (find_rest (trainer), ==, GRADUS_REST_NONE);
}

/* Four examples x1 = −3, −1, 1, 3 into units of chosen weights. */
static GradusDataset *
four_examples (void)
{
  GradusDataset *data = gradus_dataset_new (4, 2, 2, NULL, NULL);

  for (int i = 0; i < 4; i++)
    {
      data->x[i] = 2 * i - 3;
      data->labels[i] = i >= 2;
    }
  return data;
}

static void
test_by_hand (void)
{
  GradusHidden hidden = { .n = 1, .units = { 2 } };
  g_autoptr (GradusDataset) data = four_examples ();
  g_autoptr (GradusNetwork) network = gradus_network_new (2, &hidden, GRADUS_ACTIVATION_TANH, 2);

  /* unit 1: z = x1, saturated on ±3; unit 2: z = 0. Z2 = a1, so e = (dz, 0). */
  gradus_network_w (network, 1)[0] = 1;
  gradus_network_w (network, 2)[0] = 1;
  g_autoptr (GradusDiagnosis) diagnosis = gradus_diagnosis_new (network, data);
  const GradusLayerDiagnosis *layer = &diagnosis->layers[0];
  g_assert_cmpfloat (layer->units[0].saturated, ==, 0.5);
  g_assert_cmpfloat (layer->units[1].saturated, ==, 0);
  g_assert_cmpfloat (diagnosis->saturated, ==, 0.25);

  double through = 0, all = 0;
  for (int i = 0; i < 4; i++)
    {
      double a = tanh (data->x[i]), dz = 1 / (1 + exp (-a)) - data->labels[i];
      through += fabs (dz * (1 - a * a));
      all += fabs (dz);
    }
  g_assert_cmpfloat_with_epsilon (layer->blocked, 1 - through / all, 1e-15);

  /* 23 bins over ±5: −3 is in bin (2 / 10) · 23 = 4.6, 3 in 18.4, all of unit 2 in 11.5, the middle
   */
  g_assert_cmpfloat (layer->units[0].bins[4], ==, 0.25);
  g_assert_cmpfloat (layer->units[0].bins[18], ==, 0.25);
  g_assert_cmpfloat (layer->units[1].bins[11], ==, 1);
}

static void
test_outer_bins (void)
{
  GradusHidden hidden = { .n = 1, .units = { 1 } };
  g_autoptr (GradusDataset) data = four_examples ();
  g_autoptr (GradusNetwork) network = gradus_network_new (2, &hidden, GRADUS_ACTIVATION_TANH, 2);

  gradus_network_w (network, 1)[0] = 1e90;
  g_autoptr (GradusDiagnosis) diagnosis = gradus_diagnosis_new (network, data);
  g_assert_cmpfloat (diagnosis->layers[0].units[0].bins[0], ==, 0.5);
  g_assert_cmpfloat (diagnosis->layers[0].units[0].bins[GRADUS_BINS - 1], ==, 0.5);
}

static void
test_relu (void)
{
  GradusHidden hidden = { .n = 1, .units = { 2 } };
  g_autoptr (GradusDataset) data = four_examples ();
  g_autoptr (GradusNetwork) network = gradus_network_new (2, &hidden, GRADUS_ACTIVATION_RELU, 2);

  gradus_network_w (network, 1)[0] = 1;  /* active on 1 and 3 */
  gradus_network_b (network, 1)[1] = -1; /* never active */
  g_autoptr (GradusDiagnosis) diagnosis = gradus_diagnosis_new (network, data);
  const GradusLayerDiagnosis *layer = &diagnosis->layers[0];
  g_assert_cmpfloat (layer->units[0].inactive, ==, 0.5);
  g_assert_false (layer->units[0].dead);
  g_assert_true (layer->units[1].dead);
  g_assert_cmpint (layer->n_dead, ==, 1);
  g_assert_cmpfloat (diagnosis->saturated, ==, 0);
  g_assert_true (isnan (layer->blocked)); /* W2 is zero: there is no error to block */
}

static void
test_logistic (void)
{
  GradusSpec spec;

  run_spec (&spec, "hidden", "0", NULL);
  g_autoptr (GradusTrainer) trainer = run_new (&spec);
  g_autoptr (GradusDiagnosis) diagnosis = diagnose (trainer);
  g_assert_cmpint (diagnosis->n_layers, ==, 0);
  g_assert_cmpfloat (diagnosis->saturated, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/diagnosis/what-overflows-is-in-no-bin", test_overflow);
  g_test_add_func ("/diagnosis/starts-of-the-flower-are-as-published", test_flower_starts);
  g_test_add_func ("/diagnosis/groups-are-of-units-that-compute-the-same", test_alike);
  g_test_add_func ("/diagnosis/symmetric-is-to-the-bit-outgoing-weights-included", test_symmetric);
  g_test_add_func ("/diagnosis/twins-are-the-same-to-the-bit", test_twins);
  g_test_add_func ("/diagnosis/equal-weights-stay-equal-while-gradients-flow", test_constant_start);
  g_test_add_func ("/diagnosis/zeros-with-balanced-classes-have-no-gradient", test_balanced_zeros);
  g_test_add_func ("/diagnosis/zeros-with-unbalanced-classes-move-a-bias", test_unbalanced_zeros);
  g_test_add_func ("/diagnosis/sigmoid-zeros-on-two-to-one-stay-the-same",
                   test_sigmoid_on_two_to_one);
  g_test_add_func ("/diagnosis/tiny-gradients-are-not-zero", test_tiny_gradients);
  g_test_add_func ("/diagnosis/four-examples-by-hand", test_by_hand);
  g_test_add_func ("/diagnosis/what-is-beyond-the-axis-is-in-the-outer-bins", test_outer_bins);
  g_test_add_func ("/diagnosis/relu-units-are-inactive-or-dead", test_relu);
  g_test_add_func ("/diagnosis/logistic-regression-has-nothing-to-tell", test_logistic);
  return g_test_run ();
}
