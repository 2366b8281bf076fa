/* The first unit over half saturated: found at the very epoch at which a look at every epoch finds
 * it, with far fewer looks. */
#include "core/watch.h"

#include "core/diagnosis.h"
#include "run.h"

/* Whether a unit is over half saturated, by the diagnosis. */
static gboolean
has_saturated_unit (const GradusNetwork *network, const GradusDataset *data, int *layer, int *unit)
{
  g_autoptr (GradusDiagnosis) diagnosis = gradus_diagnosis_new (network, data);

  for (int l = 1; l <= diagnosis->n_layers; l++)
    for (int j = 0; j < diagnosis->layers[l - 1].n_units; j++)
      if (diagnosis->layers[l - 1].units[j].saturated > 0.5)
        {
          *layer = l;
          *unit = j;
          return TRUE;
        }
  return FALSE;
}

static GradusLandmarks
get_landmarks (const GradusWatch *watch)
{
  GradusLandmarks landmarks;

  gradus_watch_mark (watch, &landmarks);
  return landmarks;
}

static gint64
get_epoch (const GradusWatch *watch)
{
  return get_landmarks (watch).epochs[GRADUS_LANDMARK_SATURATED];
}

/* Trains for some epochs and holds the watch to a diagnosis of each. Returns: the epoch. */
static gint64
assert_finds (gint64 epochs, gint64 most_looks, const char *fields[][2])
{
  GradusSpec spec;
  gint64 first = -1;
  int layer = -1, unit = -1;

  gradus_spec_init (&spec);
  for (int i = 0; fields[i][0] != NULL; i++)
    g_assert_true (gradus_spec_set (&spec, fields[i][0], fields[i][1], NULL));
  g_autoptr (GradusTrainer) trainer = run_new (&spec);
  const GradusNetwork *network = gradus_trainer_get_network (trainer);
  GradusDataset *data = gradus_trainer_get_training (trainer);
  g_autoptr (GradusWatch) watch = gradus_watch_new (network, data);
  for (gint64 epoch = 0; epoch <= epochs; epoch++)
    {
      gradus_trainer_run (trainer, 1);
      if (first < 0 && has_saturated_unit (network, data, &layer, &unit))
        first = epoch;
      if (gradus_watch_see (watch, network, epoch))
        while (!gradus_watch_work (watch, 1))
          ;
      g_assert_cmpint (get_epoch (watch), ==, first);
    }
  g_assert_cmpint (get_landmarks (watch).layer, ==, layer);
  g_assert_cmpint (get_landmarks (watch).unit, ==, unit);
  g_test_message ("%s: epoch %d after %d looks", fields[0][1], (int) first,
                  (int) gradus_watch_count_looks (watch));
  g_assert_cmpint (gradus_watch_count_looks (watch), <=, most_looks);
  return first;
}

#define FIELDS(...)                                                                                \
  (const char *[][2])                                                                              \
  {                                                                                                \
    __VA_ARGS__,                                                                                   \
    {                                                                                              \
      NULL, NULL                                                                                   \
    }                                                                                              \
  }

static void
test_course (void)
{
  g_assert_cmpint (assert_finds (4000, 30, FIELDS ({ "init-scale", "0.01" })), >, 0);
}

static void
test_starts (void)
{
  g_assert_cmpint (assert_finds (300, 1, FIELDS ({ "init-scale", "1" })), ==, 0);
  g_assert_cmpint (assert_finds (300, 1, FIELDS ({ "init-scale", "10" })), ==, 0);
  g_assert_cmpint (assert_finds (300, 1, FIELDS ({ "init-scale", "0" })), ==, -1);
}

static void
test_kinds (void)
{
  assert_finds (1500, 40, FIELDS ({ "activation", "sigmoid" }, { "init-scale", "1" }));
  assert_finds (1500, 40, FIELDS ({ "hidden", "6;5;4" }, { "init", "xavier" }));
  assert_finds (1500, 40,
                FIELDS ({ "hidden", "6;5" }, { "init", "xavier" }, { "alpha", "0.1" },
                        { "activation", "sigmoid" }));
  assert_finds (
      1000, 40,
      FIELDS ({ "hidden", "8;8" }, { "batch", "64" }, { "alpha", "0.3" }, { "held-out", "0.2" }));
  assert_finds (1000, 40, FIELDS ({ "alpha", "4" }));
  assert_finds (1000, 40, FIELDS ({ "l2", "20" }));
  assert_finds (3000, 40, FIELDS ({ "source", "spiral" }));
  assert_finds (3000, 40, FIELDS ({ "source", "moons" }));
}

/* Whether the watch has found something by the epoch. */
static gboolean
finds (GradusWatch *watch, const GradusNetwork *network, gint64 epoch)
{
  gradus_watch_see (watch, network, epoch);
  while (!gradus_watch_work (watch, 1))
    ;
  return get_epoch (watch) == epoch;
}

/* x1 = 1, 2, 3, 4: more than half of the examples are saturated when that of x1 = 2 is, and
 * tanh (2 w) is from 2 w = artanh (sqrt (0.95)) = 2.1783 on. */
static void
test_by_hand (void)
{
  GradusHidden hidden = { .n = 1, .units = { 2 } };
  g_autoptr (GradusNetwork) network = gradus_network_new (2, &hidden, GRADUS_ACTIVATION_TANH, 2);
  g_autoptr (GradusDataset) data = gradus_dataset_new (4, 2, 2, NULL, NULL);
  g_autoptr (GradusWatch) watch = NULL;
  double *w = gradus_network_w (network, 1);

  for (int i = 0; i < 4; i++)
    gradus_dataset_feature (data, 0)[i] = i + 1;
  watch = gradus_watch_new (network, data);
  g_assert_false (finds (watch, network, 0));
  w[2] = 1; /* of the second unit */
  g_assert_false (finds (watch, network, 1));
  w[2] = 1.0891;
  g_assert_false (finds (watch, network, 2));
  w[2] = 1.0892;
  g_assert_true (finds (watch, network, 3));
  g_assert_cmpint (get_landmarks (watch).layer, ==, 1);
  g_assert_cmpint (get_landmarks (watch).unit, ==, 1);
  w[2] = 0;
  g_assert_false (finds (watch, network, 4)); /* the first one stands */
  g_assert_cmpint (get_epoch (watch), ==, 3);
}

/* An epoch that is made again can lose what was found at it, and come to it once more. */
static void
test_redone (void)
{
  GradusHidden hidden = { .n = 1, .units = { 1 } };
  g_autoptr (GradusNetwork) network = gradus_network_new (1, &hidden, GRADUS_ACTIVATION_SIGMOID, 2);
  g_autoptr (GradusDataset) data = gradus_dataset_new (3, 1, 2, NULL, NULL);
  g_autoptr (GradusWatch) watch = gradus_watch_new (network, data);
  double *b = gradus_network_b (network, 1);

  g_assert_false (finds (watch, network, 0));
  b[0] = -4.4; /* beyond 4.3565 on all of them */
  g_assert_true (finds (watch, network, 1));
  b[0] = -4.3;
  g_assert_false (finds (watch, network, 1));
  g_assert_cmpint (get_epoch (watch), ==, -1);
  g_assert_cmpint (get_landmarks (watch).unit, ==, -1);
  b[0] = 4.4;
  g_assert_true (finds (watch, network, 2));
}

static void
test_nothing_to_find (void)
{
  static const GradusActivation kinds[] = { GRADUS_ACTIVATION_RELU, GRADUS_ACTIVATION_LEAKY_RELU,
                                            GRADUS_ACTIVATION_IDENTITY };
  g_autoptr (GradusDataset) data = gradus_dataset_new (4, 2, 2, NULL, NULL);

  for (int n = 0; n <= 1; n++)
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
      {
        GradusHidden hidden = { .n = n, .units = { 3 } };
        g_autoptr (GradusNetwork) network =
            gradus_network_new (2, &hidden, n > 0 ? kinds[i] : GRADUS_ACTIVATION_TANH, 2);
        g_autoptr (GradusWatch) watch = gradus_watch_new (network, data);

        for (gsize k = 0; k < network->n_parameters; k++)
          network->parameters[k] = 1000;
        g_assert_false (gradus_watch_see (watch, network, 0));
        g_assert_true (gradus_watch_work (watch, 1));
        g_assert_cmpint (get_epoch (watch), ==, -1);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/watch/finds-the-epoch-of-the-course-s-run", test_course);
  g_test_add_func ("/watch/knows-a-start-that-is-saturated", test_starts);
  g_test_add_func ("/watch/is-exact-for-every-kind-of-run", test_kinds);
  g_test_add_func ("/watch/finds-what-was-worked-out-by-hand", test_by_hand);
  g_test_add_func ("/watch/looks-again-at-an-epoch-made-again", test_redone);
  g_test_add_func ("/watch/some-networks-cannot-saturate", test_nothing_to_find);
  return g_test_run ();
}
