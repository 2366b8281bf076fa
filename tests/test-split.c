/* The held-out draw against NumPy's shuffle, and standardising against numbers worked by hand. */
#include "core/split.h"

#include <math.h>
#include <string.h>

/* Example i is (i, 10 i), of class i mod 2. */
static GradusDataset *
make_line (gsize m)
{
  GradusDataset *dataset = gradus_dataset_new (m, 2, 2, NULL, NULL);

  for (gsize i = 0; i < m; i++)
    {
      gradus_dataset_feature (dataset, 0)[i] = (double) i;
      gradus_dataset_feature (dataset, 1)[i] = 10 * (double) i;
      dataset->labels[i] = (guint8) (i % 2);
    }
  return dataset;
}

static void
test_draw (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "reference", "split.csv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  int n_checked = 0;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (int i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) c = g_strsplit (lines[i], ",", -1);
      gsize m = (gsize) g_ascii_strtoull (c[0], NULL, 10);
      guint32 seed = (guint32) g_ascii_strtoull (c[2], NULL, 10);
      g_autofree gboolean *flags = gradus_split_draw (m, g_ascii_strtod (c[1], NULL), seed);

      g_assert_cmpuint (strlen (c[3]), ==, m);
      for (gsize j = 0; j < m; j++)
        g_assert_cmpint (flags[j], ==, c[3][j] == '1');
      n_checked++;
    }
  g_assert_cmpint (n_checked, ==, 8);
}

static void
test_one_stays (void)
{
  g_autofree gboolean *flags = gradus_split_draw (4, 1, 1);
  int n = 0;

  for (int i = 0; i < 4; i++)
    n += flags[i];
  g_assert_cmpint (n, ==, 3);
}

static void
test_order (void)
{
  g_autoptr (GradusDataset) all = make_line (40);
  g_autoptr (GradusDataset) training = NULL;
  g_autoptr (GradusDataset) held_out = NULL;
  g_autofree gboolean *flags = gradus_split_draw (40, 0.3, 9);
  gsize n_training = 0, n_held_out = 0;

  gradus_split (all, 0.3, 9, FALSE, &training, &held_out);
  g_assert_cmpuint (training->m, ==, 28);
  g_assert_cmpuint (held_out->m, ==, 12);
  for (gsize i = 0; i < 40; i++)
    {
      GradusDataset *part = flags[i] ? held_out : training;
      gsize j = flags[i] ? n_held_out++ : n_training++;

      g_assert_cmpfloat (gradus_dataset_feature (part, 0)[j], ==, (double) i);
      g_assert_cmpfloat (gradus_dataset_feature (part, 1)[j], ==, 10 * (double) i);
      g_assert_cmpint (part->labels[j], ==, (int) (i % 2));
    }
}

static void
test_nothing_to_do (void)
{
  g_autoptr (GradusDataset) all = make_line (8);
  g_autoptr (GradusDataset) training = NULL;
  GradusDataset *held_out = all;

  gradus_split (all, 0, 1, FALSE, &training, &held_out);
  g_assert_true (training == all);
  g_assert_null (held_out);
}

/* Of 12 the last 4 come held out; of the other 8 a quarter is drawn as if they were alone. */
static void
test_marks (void)
{
  g_autoptr (GradusDataset) all = make_line (12);
  g_autoptr (GradusDataset) training = NULL;
  g_autoptr (GradusDataset) held_out = NULL;
  g_autofree gboolean *drawn = gradus_split_draw (8, 0.25, 3);
  g_autofree gboolean *flags = NULL;

  all->held_out = g_new0 (gboolean, 12);
  for (int i = 8; i < 12; i++)
    all->held_out[i] = TRUE;
  flags = gradus_split_mark (all, 0.25, 3);
  for (int i = 0; i < 12; i++)
    g_assert_cmpint (flags[i], ==, i >= 8 || drawn[i]);
  gradus_split (all, 0, 3, FALSE, &training, &held_out);
  g_assert_cmpuint (training->m, ==, 8);
  g_assert_cmpuint (held_out->m, ==, 4);
  g_assert_cmpfloat (gradus_dataset_feature (held_out, 0)[0], ==, 8);
}

/* 0, 1, 2, 3 has mean 1.5 and the mean square (2.25 + 0.25 + 0.25 + 2.25) / 4 = 1.25. */
static void
test_standard (void)
{
  g_autoptr (GradusDataset) all = make_line (4);
  g_autoptr (GradusDataset) training = NULL;
  GradusDataset *held_out = NULL;

  gradus_split (all, 0, 1, TRUE, &training, &held_out);
  g_assert_null (held_out);
  for (int i = 0; i < 4; i++)
    for (int f = 0; f < 2; f++)
      g_assert_cmpfloat_with_epsilon (gradus_dataset_feature (training, f)[i],
                                      (i - 1.5) / sqrt (1.25), 1e-15);
  g_assert_cmpfloat (gradus_dataset_feature (all, 1)[3], ==, 30);
}

static void
test_standard_of_training (void)
{
  g_autoptr (GradusDataset) all = make_line (10);
  g_autoptr (GradusDataset) training = NULL;
  g_autoptr (GradusDataset) held_out = NULL;
  g_autofree gboolean *flags = gradus_split_draw (10, 0.4, 5);
  double sum = 0, squares = 0, mean, deviation;
  gsize j = 0;

  gradus_split (all, 0.4, 5, TRUE, &training, &held_out);
  for (int i = 0; i < 10; i++)
    sum += flags[i] ? 0 : i;
  mean = sum / 6;
  for (int i = 0; i < 10; i++)
    squares += flags[i] ? 0 : (i - mean) * (i - mean);
  deviation = sqrt (squares / 6);
  for (int i = 0; i < 10; i++)
    if (flags[i])
      g_assert_cmpfloat_with_epsilon (gradus_dataset_feature (held_out, 0)[j++],
                                      (i - mean) / deviation, 1e-15);
  g_assert_cmpuint (j, ==, held_out->m);
}

static void
test_constant_feature (void)
{
  g_autoptr (GradusDataset) all = make_line (6);
  g_autoptr (GradusDataset) training = NULL;
  GradusDataset *held_out = NULL;

  for (int i = 0; i < 6; i++)
    gradus_dataset_feature (all, 0)[i] = 7;
  gradus_split (all, 0, 1, TRUE, &training, &held_out);
  for (int i = 0; i < 6; i++)
    g_assert_cmpfloat (gradus_dataset_feature (training, 0)[i], ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/split/the-draw-is-numpy-s", test_draw);
  g_test_add_func ("/split/one-example-always-stays", test_one_stays);
  g_test_add_func ("/split/both-parts-keep-the-order", test_order);
  g_test_add_func ("/split/nothing-to-do-copies-nothing", test_nothing_to_do);
  g_test_add_func ("/split/what-comes-held-out-is-held-out", test_marks);
  g_test_add_func ("/split/standardising-leaves-mean-0-and-deviation-1", test_standard);
  g_test_add_func ("/split/held-out-examples-have-no-say-in-it", test_standard_of_training);
  g_test_add_func ("/split/a-constant-feature-becomes-0", test_constant_feature);
  return g_test_run ();
}
