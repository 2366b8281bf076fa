/* Paths of parameters: what a bounded table keeps of a long run. */
#include "core/paths.h"

#include <math.h>

#include "run.h"

static void
test_small_run (void)
{
  GradusSpec spec;

  run_spec (&spec, "hidden", "3;2", NULL);
  g_autoptr (GradusTrainer) trainer = run_new (&spec);
  gradus_trainer_run (trainer, 301);
  const GradusAlbum *album = gradus_trainer_get_album (trainer);
  g_autoptr (GradusPaths) paths = gradus_paths_new (gradus_trainer_get_network (trainer));
  g_assert_cmpuint (gradus_paths_count (paths), ==, 0);
  g_assert_false (gradus_paths_follow (paths, album, G_MAXSIZE));

  /* W[1] 3×2, b[1] 3, W[2] 2×3, b[2] 2, W[3] 1×2, b[3] 1: the parameters in their order */
  g_assert_cmpint (paths->n_groups, ==, 6);
  g_assert_cmpuint (paths->n_paths, ==, 20);
  g_assert_cmpint (paths->groups[2].layer, ==, 2);
  g_assert_true (!paths->groups[2].is_bias && paths->groups[3].is_bias);
  g_assert_cmpuint (paths->groups[2].n, ==, 6);
  g_assert_cmpuint (gradus_paths_count (paths), ==, 301);
  for (gsize i = 0; i < 301; i += 100)
    for (gsize p = 0; p < 20; p++)
      {
        GradusPathCell cell = gradus_paths_get (paths, i, p);
        g_assert_true (cell.value == gradus_album_find (album, (gint64) i)->network->parameters[p]);
        g_assert_true (cell.low == cell.value && cell.high == cell.value);
      }
}

/* In spoonfuls or at once: the same table, with every extreme of what was thinned out. */
static void
test_long_run (void)
{
  GradusSpec spec;

  run_spec (&spec, "init-scale", "3", "alpha", "6", "epochs", "3001", NULL);
  g_autoptr (GradusTrainer) trainer = run_new (&spec);
  const GradusAlbum *album = gradus_trainer_get_album (trainer);
  g_autoptr (GradusPaths) live = gradus_paths_new (gradus_trainer_get_network (trainer));
  g_autoptr (GradusPaths) late = gradus_paths_new (gradus_trainer_get_network (trainer));
  while (gradus_trainer_get_status (trainer) < GRADUS_TRAINER_FINISHED)
    {
      gradus_trainer_run (trainer, 77);
      gradus_paths_follow (live, album, 300);
    }
  while (gradus_paths_follow (live, album, 1))
    ;
  g_assert_false (gradus_paths_follow (late, album, G_MAXSIZE));
  g_assert_cmpint (live->stride, ==, 8);
  gsize n = gradus_paths_count (live);
  g_assert_cmpuint (n, ==, gradus_paths_count (late));
  g_assert_cmpuint (n, ==, 377);
  g_assert_cmpint (gradus_paths_epoch (live, 375), ==, 3000);
  g_assert_cmpint (gradus_paths_epoch (live, 376), ==, 3001);

  gboolean any_wide = FALSE;
  for (gsize i = 0; i < n; i++)
    for (gsize p = 0; p < live->n_paths; p++)
      {
        GradusPathCell a = gradus_paths_get (live, i, p), b = gradus_paths_get (late, i, p);
        double low = INFINITY, high = -INFINITY;
        gint64 first = gradus_paths_epoch (live, i);
        g_assert_true (a.value == b.value && a.low == b.low && a.high == b.high);
        for (gint64 e = first; e < first + 8 && e <= 3001 && i < 376; e++)
          {
            double value = gradus_album_find (album, e)->network->parameters[p];
            low = fmin (low, value);
            high = fmax (high, value);
          }
        if (i < 376)
          g_assert_true (a.low == low && a.high == high);
        any_wide = any_wide || a.high > a.low;
      }
  g_assert_true (any_wide);
}

/* 70 units: W[1] and b[1] fold; by hand: 1 … 140 has the median 70, with the lower of the two. */
static void
test_folds (void)
{
  GradusHidden hidden = { .n = 1, .units = { 70 } };
  g_autoptr (GradusNetwork) network = gradus_network_new (2, &hidden, GRADUS_ACTIVATION_TANH, 2);
  g_autoptr (GradusAlbum) album = gradus_album_new (network->n_parameters);
  GradusRow row = { .epoch = 0 };

  for (int i = 0; i < 140; i++)
    network->parameters[i] = i * 37 % 140 + 1;
  gradus_album_add (album, gradus_snapshot_new (&row, network, NULL));
  g_autoptr (GradusPaths) paths = gradus_paths_new (network);
  gradus_paths_follow (paths, album, G_MAXSIZE);
  g_assert_true (paths->groups[0].is_folded && paths->groups[1].is_folded);
  g_assert_true (paths->groups[2].is_folded && !paths->groups[3].is_folded);
  g_assert_cmpuint (paths->n_paths, ==, 3 + 3 + 3 + 1);
  g_assert_cmpfloat (gradus_paths_get (paths, 0, 0).value, ==, 1);
  g_assert_cmpfloat (gradus_paths_get (paths, 0, 1).value, ==, 70);
  g_assert_cmpfloat (gradus_paths_get (paths, 0, 2).value, ==, 140);
  g_assert_cmpfloat (gradus_paths_get (paths, 0, 4).value, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paths/a-small-run-is-kept-whole", test_small_run);
  g_test_add_func ("/paths/a-long-one-keeps-every-extreme-however-it-came", test_long_run);
  g_test_add_func ("/paths/many-parameters-fold-to-least-median-and-largest", test_folds);
  return g_test_run ();
}
