/* The data sets against scikit-learn's and NumPy's own (reference/datasets.py makes the table). */
#include <math.h>

#include "core/recipes.h"

static const char *const names[] = { "flower", "circles", "moons",     "blobs",       "gaussians",
                                     "xor",    "spiral",  "quantiles", "unstructured" };

static int
find_source (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], name))
      return (int) i;
  g_error ("no recipe %s", name);
}

static GradusDataset *
make (int source, gint64 m, double noise, gint64 seed)
{
  g_autofree GradusSpec *spec = g_new0 (GradusSpec, 1);

  spec->source = source;
  spec->examples = m;
  spec->noise = noise;
  spec->data_seed = seed;
  return gradus_recipe_make (spec);
}

/* 40 examples of seed 1, and behind them n_test of the test seed. */
static GradusDataset *
make_with_tests (int source, gint64 n_test, gint64 test_seed)
{
  g_autofree GradusSpec *spec = g_new0 (GradusSpec, 1);

  spec->source = source;
  spec->examples = 40;
  spec->noise = NAN;
  spec->data_seed = 1;
  spec->test_examples = n_test;
  spec->test_seed = test_seed;
  return gradus_recipe_make (spec);
}

static char **
read_reference (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "reference", name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return g_strsplit (text, "\n", -1);
}

static void
test_reference (void)
{
  g_auto (GStrv) lines = read_reference ("datasets.csv");
  int n_checked = 0;

  for (int i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) c = g_strsplit (lines[i], ",", -1);
      g_assert_cmpint (g_strv_length (c), ==, 9);
      g_autoptr (GradusDataset) dataset =
          make (find_source (c[0]), g_ascii_strtoll (c[2], NULL, 10), g_ascii_strtod (c[3], NULL),
                g_ascii_strtoll (c[4], NULL, 10));
      gsize index = (gsize) g_ascii_strtoull (c[5], NULL, 10);
      double x1 = g_ascii_strtod (c[6], NULL), x2 = g_ascii_strtod (c[7], NULL);

      g_assert_cmpfloat_with_epsilon (gradus_dataset_feature (dataset, 0)[index], x1, 1e-12);
      g_assert_cmpfloat_with_epsilon (gradus_dataset_feature (dataset, 1)[index], x2, 1e-12);
      g_assert_cmpint (dataset->labels[index], ==, (int) g_ascii_strtoll (c[8], NULL, 10));
      n_checked++;
    }
  g_assert_cmpint (n_checked, >, 300);
}

static void
test_default_noise (void)
{
  g_auto (GStrv) lines = read_reference ("datasets.csv");

  for (int i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) c = g_strsplit (lines[i], ",", -1);
      int source = find_source (c[0]);
      double noise = gradus_recipe_default_noise ((GradusSource) source);

      g_assert_cmpfloat (noise, ==, g_ascii_strtod (c[1], NULL));
    }
  for (int source = 0; source < GRADUS_SOURCE_FILE; source++)
    {
      double noise = gradus_recipe_default_noise ((GradusSource) source);
      g_autoptr (GradusDataset) open = make (source, 50, NAN, 3);
      g_autoptr (GradusDataset) given = make (source, 50, noise, 3);

      g_assert_cmpmem (open->x, 100 * sizeof (double), given->x, 100 * sizeof (double));
    }
}

static void
test_classes (void)
{
  for (int source = 0; source < GRADUS_SOURCE_FILE; source++)
    for (gint64 m = 4; m < 12; m++)
      {
        g_autoptr (GradusDataset) dataset = make (source, m, NAN, m);
        gsize odd = gradus_dataset_count (dataset, 1);

        g_assert_cmpuint (dataset->m, ==, m);
        g_assert_cmpuint (gradus_dataset_count (dataset, 0) + odd, ==, m);
        g_assert_true (odd == (gsize) m / 2 || odd == (gsize) (m + 1) / 2);
        g_assert_cmpstr (dataset->feature_names[1], ==, "x2");
        g_assert_cmpstr (dataset->class_names[1], ==, "1");
        for (gsize i = 0; i < 2 * (gsize) m; i++)
          g_assert_true (isfinite (dataset->x[i]));
      }
}

/* That part's x1 and x2, and its labels, are those of the examples made by themselves. */
static void
assert_same (const GradusDataset *all, gsize first, const GradusDataset *part)
{
  for (int f = 0; f < 2; f++)
    g_assert_cmpmem (gradus_dataset_feature (all, f) + first, part->m * sizeof (double),
                     gradus_dataset_feature (part, f), part->m * sizeof (double));
  g_assert_cmpmem (all->labels + first, part->m, part->labels, part->m);
}

static void
test_test_examples (void)
{
  for (int source = 0; source < GRADUS_SOURCE_FILE; source++)
    {
      g_autoptr (GradusDataset) all = make_with_tests (source, 30, 7);
      g_autoptr (GradusDataset) training = make (source, 40, NAN, 1);
      g_autoptr (GradusDataset) other = make (source, 30, NAN, 7);

      g_assert_cmpuint (all->m, ==, 70);
      for (gsize i = 0; i < 70; i++)
        g_assert_cmpint (all->held_out[i], ==, i >= 40);
      assert_same (all, 0, training);
      if (source != GRADUS_SOURCE_BLOBS)
        assert_same (all, 40, other);
    }
}

/* An open seed is not the one of the training examples. */
static void
test_open_test_seed (void)
{
  g_autoptr (GradusDataset) open = make_with_tests (GRADUS_SOURCE_CIRCLES, 40, -1);
  g_autoptr (GradusDataset) given = make_with_tests (GRADUS_SOURCE_CIRCLES, 40, 2);
  g_autoptr (GradusDataset) none = make_with_tests (GRADUS_SOURCE_CIRCLES, 0, 2);

  assert_same (open, 0, given);
  g_assert_cmpuint (none->m, ==, 40);
  g_assert_null (none->held_out);
}

static void
test_few_test_examples (void)
{
  for (int source = 0; source < GRADUS_SOURCE_FILE; source++)
    for (gint64 n = 1; n < 4; n++)
      {
        g_autoptr (GradusDataset) all = make_with_tests (source, n, 3);

        for (gsize i = 0; i < 2 * all->m; i++)
          g_assert_true (isfinite (all->x[i]));
      }
}

static void
test_test_blobs (void)
{
  g_auto (GStrv) lines = read_reference ("test-blobs.csv");
  g_autoptr (GradusDataset) all = make_with_tests (GRADUS_SOURCE_BLOBS, 31, 2);

  for (gsize i = 0; i < 31; i++)
    {
      g_auto (GStrv) c = g_strsplit (lines[i + 1], ",", -1);

      for (int f = 0; f < 2; f++)
        g_assert_cmpfloat_with_epsilon (gradus_dataset_feature (all, f)[40 + i],
                                        g_ascii_strtod (c[f], NULL), 1e-12);
      g_assert_cmpint (all->labels[40 + i], ==, (int) g_ascii_strtoll (c[2], NULL, 10));
    }
}

/* Without noise the petals are r = 4 sin 4t exactly, so that x1² + x2² <= 16, and the first
 * example lies at t = 0 in the origin. */
static void
test_still_flower (void)
{
  g_autoptr (GradusDataset) flower = make (GRADUS_SOURCE_FLOWER, 400, 0, 1);
  const double *x1 = gradus_dataset_feature (flower, 0);
  const double *x2 = gradus_dataset_feature (flower, 1);

  g_assert_cmpfloat (x1[0], ==, 0);
  g_assert_cmpfloat (x2[0], ==, 0);
  for (gsize i = 0; i < 400; i++)
    g_assert_cmpfloat (hypot (x1[i], x2[i]), <=, 4 + 1e-12);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recipes/points-are-those-of-scikit-learn-and-numpy", test_reference);
  g_test_add_func ("/recipes/an-open-noise-is-the-default", test_default_noise);
  g_test_add_func ("/recipes/classes-are-as-even-as-they-can-be", test_classes);
  g_test_add_func ("/recipes/test-examples-are-those-of-another-seed", test_test_examples);
  g_test_add_func ("/recipes/an-open-test-seed-is-the-next-one", test_open_test_seed);
  g_test_add_func ("/recipes/a-few-test-examples-are-enough", test_few_test_examples);
  g_test_add_func ("/recipes/test-blobs-lie-around-the-same-centers", test_test_blobs);
  g_test_add_func ("/recipes/without-noise-the-flower-is-the-curve", test_still_flower);
  return g_test_run ();
}
