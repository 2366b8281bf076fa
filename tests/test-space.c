/* The space of the hidden units: what is mapped where, and what is said of a pair of units. */
#include <math.h>

#include "core/scene.h"
#include "core/space.h"
#include "run.h"

/* The run after so many epochs, and its space. */
static GradusSpace *
space_of (const GradusTrainer *trainer)
{
  GradusExtent extent;

  gradus_scene_extent (gradus_trainer_get_training (trainer), NULL, &extent);
  return gradus_space_new (gradus_trainer_get_network (trainer),
                           gradus_trainer_get_training (trainer),
                           gradus_trainer_get_held_out (trainer), &extent);
}

static GradusTrainer *
run_of (gint64 epochs, const char *name, const char *text, const char *other, const char *value)
{
  GradusSpec spec;

  run_spec (&spec, name, text, other, value, NULL);
  GradusTrainer *trainer = run_new (&spec);
  gradus_trainer_run (trainer, epochs + 1);
  return trainer;
}

/* a = tanh (w1 x1 + w2 x2 + b), by the mathematics library. */
static void
test_values (void)
{
  g_autoptr (GradusTrainer) trainer = run_of (50, "init-scale", "0.5", "held-out", "0.1");
  const GradusNetwork *network = gradus_trainer_get_network (trainer);
  const GradusDataset *data = gradus_trainer_get_training (trainer);
  const double *w = gradus_network_w (network, 1), *b = gradus_network_b (network, 1);
  g_autoptr (GradusSpace) space = space_of (trainer);

  g_assert_cmpuint (space->training.n, ==, 360);
  g_assert_cmpuint (space->held_out.n, ==, 40);
  for (gsize k = 0; k < space->training.n; k++)
    for (int j = 0; j < 4; j++)
      {
        guint32 i = space->training.which[k];
        double z = w[2 * j] * data->x[i] + w[2 * j + 1] * data->x[data->m + i] + b[j];
        float a = space->training.a[0][(gsize) j * space->training.n + k];
        g_assert_cmpfloat_with_epsilon (a, tanh (z), 1e-6);
        g_assert_true (a >= space->low[0][j] && a <= space->high[0][j]);
      }
}

/* The flower's plane goes from −5 to 5: the first line is x1 = −5, from below to above. */
static void
test_lines (void)
{
  g_autoptr (GradusTrainer) trainer = run_of (1000, "hidden", "4", "seed", "2");
  const GradusNetwork *network = gradus_trainer_get_network (trainer);
  const double *w = gradus_network_w (network, 1), *b = gradus_network_b (network, 1);
  g_autoptr (GradusSpace) space = space_of (trainer);
  int n_lines = 2 * GRADUS_SPACE_LINES;

  g_assert_cmpint (space->starts[0], ==, 0);
  g_assert_cmpint (space->starts[n_lines], ==, space->grid.n);
  for (int line = 0; line < n_lines; line++)
    {
      double s = -5 + line % GRADUS_SPACE_LINES;
      gboolean has_fixed_x1 = line < GRADUS_SPACE_LINES;
      int ends[2] = { space->starts[line], space->starts[line + 1] - 1 };
      g_assert_cmpint (ends[1] - ends[0] + 1, >=, 65);
      for (int end = 0; end < 2; end++)
        {
          double t = end == 0 ? -5 : 5;
          double z = w[0] * (has_fixed_x1 ? s : t) + w[1] * (has_fixed_x1 ? t : s) + b[0];
          g_assert_cmpfloat_with_epsilon (space->grid.a[0][ends[end]], tanh (z), 1e-6);
        }
    }
}

/* A unit whose lines turn within a fiftieth of the plane gets points there, and no unit more than
 * there is room for. */
static void
test_bends (void)
{
  static const char *const hidden[] = { "2", "64", "16;16;16;16;16;16" };

  for (guint h = 0; h < G_N_ELEMENTS (hidden); h++)
    {
      g_autoptr (GradusTrainer) trainer = run_of (0, "hidden", hidden[h], "init-scale", "30");
      g_autoptr (GradusSpace) space = space_of (trainer);
      double widest = 0;

      g_assert_cmpuint (space->grid.n, <=, GRADUS_SPACE_POINTS);
      for (int line = 0; line < 2 * GRADUS_SPACE_LINES; line++)
        for (int i = space->starts[line] + 1; i < space->starts[line + 1]; i++)
          widest = fmax (widest, fabs (space->grid.a[0][i] - space->grid.a[0][i - 1]));
      if (h == 0) /* evenly spaced points would leap from −1 to 1 */
        g_assert_cmpfloat (widest, <, 0.5);
    }
}

/* 10,001 examples whose class goes 0, 1, 2, 0, …: no class is lost in a subset. */
static void
test_subset (void)
{
  g_autoptr (GradusDataset) data = gradus_dataset_new (10001, 2, 3, NULL, NULL);
  g_autofree gboolean *seen = g_new0 (gboolean, data->m);
  GradusHidden hidden = { .n = 1, .units = { 1 } };
  GradusExtent extent = { -1, 1, -1, 1 };
  gsize n[3] = { 0 };

  for (gsize i = 0; i < data->m; i++)
    data->labels[i] = (guint8) (i % 3);
  g_autoptr (GradusNetwork) network =
      gradus_network_new (2, &hidden, GRADUS_ACTIVATION_TANH, data->n_classes);
  g_autoptr (GradusSpace) space = gradus_space_new (network, data, NULL, &extent);
  g_assert_cmpuint (space->training.n, ==, GRADUS_SPACE_EXAMPLES);
  g_assert_null (space->training.z);
  for (gsize k = 0; k < space->training.n; k++)
    {
      guint32 i = space->training.which[k];
      g_assert_false (seen[i]);
      seen[i] = TRUE;
      n[data->labels[i]]++;
    }
  for (int k = 0; k < 3; k++)
    g_assert_cmpfloat_with_epsilon ((double) n[k] / GRADUS_SPACE_EXAMPLES, 1.0 / 3, 0.02);
}

/* With two units z[2] is w a + c itself; with four it is that on the mean of all examples, for the
 * mean of a sum is the sum of the means. */
static void
test_output_line (void)
{
  static const char *const hidden[] = { "2", "4", "3;4" };

  for (guint h = 0; h < G_N_ELEMENTS (hidden); h++)
    {
      g_autoptr (GradusTrainer) trainer = run_of (300, "hidden", hidden[h], "init-scale", "0.5");
      const GradusNetwork *network = gradus_trainer_get_network (trainer);
      g_autoptr (GradusSpace) space = space_of (trainer);
      const GradusSpaceSet *set = &space->training;
      const float *a = set->a[space->n_layers - 1];
      double w[2], c, sum = 0, sum_z = 0;

      g_assert_true (gradus_space_output_line (space, network, 1, 0, w, &c));
      for (gsize k = 0; k < set->n; k++)
        {
          double z = w[0] * a[set->n + k] + w[1] * a[k] + c;
          if (h == 0)
            g_assert_cmpfloat_with_epsilon (z, set->z[k], 1e-5);
          sum += z;
          sum_z += set->z[k];
        }
      g_assert_cmpfloat_with_epsilon (sum, sum_z, 1e-3);
    }
}

static void
test_softmax (void)
{
  GradusHidden hidden = { .n = 1, .units = { 2 } };
  GradusExtent extent = { -1, 1, -1, 1 };
  g_autoptr (GradusDataset) data = gradus_dataset_new (4, 2, 3, NULL, NULL);
  g_autoptr (GradusNetwork) network = gradus_network_new (2, &hidden, GRADUS_ACTIVATION_TANH, 3);
  g_autoptr (GradusSpace) space = gradus_space_new (network, data, NULL, &extent);
  double w[2], c;

  g_assert_false (gradus_space_output_line (space, network, 0, 1, w, &c));
}

/* Four examples by hand: a = 1, 1, −1, −1 and b = 1, −1, 1, 0 have means 0 and 1/4, differ by
 * 0, 2, 2, 1, and Σ a b = −1, Σ a² = 4, Σ (b − 1/4)² = 2.75. */
static void
test_pair (void)
{
  float values[] = { 1, 1, -1, -1, 1, -1, 1, 0 };
  GradusSpace space = { .n_layers = 1, .n_units = { 2 } };
  GradusSpacePair pair;

  space.training.n = 4;
  space.training.a[0] = values;
  gradus_space_pair (&space, GRADUS_ACTIVATION_TANH, 1, 0, 1, &pair);
  g_assert_cmpfloat (pair.cornered, ==, 0.75);
  g_assert_cmpfloat (pair.apart, ==, 1.25);
  g_assert_cmpfloat (pair.reach, ==, 2);
  g_assert_cmpfloat_with_epsilon (pair.correlation, -1 / sqrt (4 * 2.75), 1e-12);
  gradus_space_pair (&space, GRADUS_ACTIVATION_RELU, 1, 0, 1, &pair);
  g_assert_cmpfloat (pair.cornered, ==, 0);
}

static void
assert_shape (gint64 epochs, const char *name, const char *text, int i, int j,
              GradusSpaceShape expected)
{
  g_autoptr (GradusTrainer) trainer = run_of (epochs, name, text, "seed", "2");
  const GradusNetwork *network = gradus_trainer_get_network (trainer);
  g_autoptr (GradusSpace) space = space_of (trainer);
  g_autoptr (GradusDiagnosis) diagnosis =
      gradus_diagnosis_new (network, gradus_trainer_get_training (trainer));
  const GradusUnitDiagnosis *units = diagnosis->layers[0].units;
  GradusSpacePair pair;

  gradus_space_pair (space, network->activation, 1, i, j, &pair);
  g_test_message ("%s=%s epoch %d: cornered %g apart %g reach %g correlation %g", name, text,
                  (int) epochs, pair.cornered, pair.apart, pair.reach, pair.correlation);
  g_assert_cmpint (
      gradus_space_shape (&pair, network->activation, units[i].group == units[j].group), ==,
      expected);
}

static void
test_shapes (void)
{
  assert_shape (0, "init-scale", "0", 0, 1, GRADUS_SPACE_DIAGONAL);
  assert_shape (100, "init", "constant", 0, 1, GRADUS_SPACE_DIAGONAL);
  assert_shape (0, "init-scale", "0.01", 0, 1, GRADUS_SPACE_POINT);
  assert_shape (0, "init-scale", "100", 0, 1, GRADUS_SPACE_CORNERS);
  assert_shape (0, "init-scale", "0.3", 0, 1, GRADUS_SPACE_SPREAD);
  assert_shape (10, "init-scale", "0.01", 0, 1, GRADUS_SPACE_LINE);
  assert_shape (100, "init-scale", "0.01", 0, 1, GRADUS_SPACE_SPREAD);
  assert_shape (1000, "init-scale", "0.01", 0, 2, GRADUS_SPACE_CORNERS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/space/examples-go-where-the-units-put-them", test_values);
  g_test_add_func ("/space/lines-go-from-edge-to-edge-of-the-plane", test_lines);
  g_test_add_func ("/space/lines-have-points-where-they-bend", test_bends);
  g_test_add_func ("/space/a-subset-is-fair-to-every-class", test_subset);
  g_test_add_func ("/space/the-output-s-line-is-that-of-z", test_output_line);
  g_test_add_func ("/space/a-softmax-has-no-one-line", test_softmax);
  g_test_add_func ("/space/a-pair-worked-by-hand", test_pair);
  g_test_add_func ("/space/alike-cornered-bunched-in-line-or-spread", test_shapes);
  return g_test_run ();
}
