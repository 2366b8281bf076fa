/* A data set's names, counts and references. */
#include "core/dataset.h"

#include "core/error.h"

static void
test_names (void)
{
  const char *const features[] = { "length", "width", NULL };
  const char *const classes[] = { "a", "b", "c", NULL };
  g_autoptr (GradusDataset) plain = gradus_dataset_new (5, 3, 2, NULL, NULL);
  g_autoptr (GradusDataset) named = gradus_dataset_new (5, 2, 3, features, classes);

  g_assert_cmpstr (plain->feature_names[0], ==, "x1");
  g_assert_cmpstr (plain->feature_names[2], ==, "x3");
  g_assert_null (plain->feature_names[3]);
  g_assert_cmpstr (plain->class_names[0], ==, "0");
  g_assert_null (plain->class_names[2]);
  g_assert_cmpstr (named->feature_names[1], ==, "width");
  g_assert_true (named->feature_names[1] != features[1]);
  g_assert_cmpstr (named->class_names[2], ==, "c");
  g_assert_null (named->class_names[3]);
}

static void
test_rows (void)
{
  g_autoptr (GradusDataset) dataset = gradus_dataset_new (5, 2, 2, NULL, NULL);

  for (int i = 0; i < 10; i++)
    g_assert_cmpfloat (dataset->x[i], ==, 0);
  g_assert_true (gradus_dataset_feature (dataset, 1) == dataset->x + 5);
  dataset->labels[1] = dataset->labels[4] = 1;
  g_assert_cmpuint (gradus_dataset_count (dataset, 0), ==, 3);
  g_assert_cmpuint (gradus_dataset_count (dataset, 1), ==, 2);
  g_assert_cmpuint (gradus_dataset_count (dataset, 2), ==, 0);
}

static void
test_reach (void)
{
  g_autoptr (GradusDataset) dataset = gradus_dataset_new (3, 2, 2, NULL, NULL);

  g_assert_cmpfloat (gradus_dataset_reach (dataset), ==, 0);
  gradus_dataset_feature (dataset, 0)[1] = 4;
  g_assert_cmpfloat (gradus_dataset_reach (dataset), ==, 4);
  gradus_dataset_feature (dataset, 1)[2] = -7;
  g_assert_cmpfloat (gradus_dataset_reach (dataset), ==, 7);
}

static void
test_references (void)
{
  GradusDataset *dataset = gradus_dataset_new (4, 2, 2, NULL, NULL);
  GradusDataset *again = gradus_dataset_ref (dataset);

  g_assert_true (again == dataset);
  gradus_dataset_unref (dataset);
  g_assert_cmpuint (gradus_dataset_count (again, 0), ==, 4);
  gradus_dataset_unref (again);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dataset/names-are-copied-or-made", test_names);
  g_test_add_func ("/dataset/one-row-per-feature-all-zero", test_rows);
  g_test_add_func ("/dataset/reaches-as-far-as-the-largest-feature-either-way", test_reach);
  g_test_add_func ("/dataset/lives-as-long-as-its-last-reference", test_references);
  return g_test_run ();
}
