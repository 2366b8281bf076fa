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

static char **
read_reference (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "reference", "datasets.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return g_strsplit (text, "\n", -1);
}

static void
test_reference (void)
{
  g_auto (GStrv) lines = read_reference ();
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
  g_auto (GStrv) lines = read_reference ();

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
  g_test_add_func ("/recipes/without-noise-the-flower-is-the-curve", test_still_flower);
  return g_test_run ();
}
