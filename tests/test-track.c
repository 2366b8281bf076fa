/* The track of the largest eigenvalue: what it keeps, what it asks for, where it crosses 2 / α. */
#include "core/track.h"

#include <math.h>

#include "core/curvature.h"
#include "run.h"

/* Measures what is asked for, up to `most` epochs. Returns: how many were. */
static int
follow (GradusTrack *track, const GradusTrainer *trainer, int most)
{
  const GradusSpec *spec = gradus_trainer_get_spec (trainer);
  GradusSnapshot *next;
  int n = 0;

  for (; n < most; n++)
    {
      next = gradus_track_next (track, spec, gradus_trainer_get_album (trainer));
      if (next == NULL)
        break;
      gradus_track_add (
          track, spec, next->row.epoch,
          gradus_curvature_measure (next->network, gradus_trainer_get_training (trainer), spec->l2)
              .value);
    }
  return n;
}

/* λmax crosses 2 / 1.2 near epoch 7130: found among ten thousand epochs by some dozens of them, and
 * exactly, as the album has every one. */
static void
test_flower (void)
{
  g_autofree GradusTrack *track = g_new0 (GradusTrack, 1);
  GradusCrossing crossing;
  GradusSpec spec;

  run_spec (&spec, NULL);
  g_autoptr (GradusTrainer) trainer = run_new (&spec);
  gradus_trainer_run (trainer, 10001);
  g_assert_false (gradus_track_find_crossing (track, &spec, &crossing));

  g_assert_cmpint (follow (track, trainer, 90), ==, 90);
  g_assert_true (gradus_track_find_crossing (track, &spec, &crossing));
  g_assert_cmpint (crossing.after - crossing.before, ==, 1);
  g_assert_cmpfloat_with_epsilon (crossing.epoch, 7130, 5);
  g_assert_cmpfloat (crossing.epoch, >, crossing.before);
  g_assert_cmpfloat (crossing.epoch, <=, crossing.after);

  g_assert_cmpint (follow (track, trainer, 1000), <, GRADUS_TRACK_POINTS);
  g_assert_cmpint (track->points[0].epoch, ==, 0);
  g_assert_cmpint (track->points[track->n - 1].epoch, ==, 10000);
  for (gsize i = 1; i < track->n; i++)
    {
      g_assert_cmpint (track->points[i].epoch, >, track->points[i - 1].epoch);
      g_assert_cmpint (track->points[i].epoch - track->points[i - 1].epoch, <=, 10000 / 128 + 1);
    }
  g_assert_cmpint (gradus_track_find (track, 5000)->epoch, <=, 5000);
  g_assert_cmpint (gradus_track_find (track, 5000)->epoch, >, 4900);
}

static void
test_newest_first (void)
{
  g_autofree GradusTrack *track = g_new0 (GradusTrack, 1);
  GradusSpec spec;

  run_spec (&spec, NULL);
  g_autoptr (GradusTrainer) trainer = run_new (&spec);
  const GradusAlbum *album = gradus_trainer_get_album (trainer);
  g_assert_null (gradus_track_next (track, &spec, album));
  gradus_trainer_run (trainer, 101);
  for (int i = 0; i < 4; i++)
    {
      GradusSnapshot *next = gradus_track_next (track, &spec, album);
      g_assert_cmpint (next->row.epoch, ==, ((const gint64[]){ 100, 0, 50, 6 })[i]);
      gradus_track_add (track, &spec, next->row.epoch, 1);
    }
  gradus_trainer_run (trainer, 100);
  g_assert_cmpint (gradus_track_next (track, &spec, album)->row.epoch, ==, 200);
}

/* Runs that go on, albums that lose every second snapshot, and yet it comes to an end each time. */
static void
test_bounds (void)
{
  g_autofree GradusTrack *track = g_new0 (GradusTrack, 1);
  GradusSpec spec;

  run_spec (&spec, "examples", "4", "hidden", "1", "alpha", "0.1", "epochs", "", NULL);
  g_autoptr (GradusTrainer) trainer = run_new (&spec);
  for (int i = 0; i < 40; i++)
    {
      const GradusAlbum *album = gradus_trainer_get_album (trainer);
      GradusSnapshot *next;
      int n = 0;
      gradus_trainer_run (trainer, 1700);
      while ((next = gradus_track_next (track, &spec, album)) != NULL)
        {
          /* above 2 / α = 20 from epoch 12345 on */
          gradus_track_add (track, &spec, next->row.epoch, (double) next->row.epoch / 12345 * 20);
          g_assert_cmpint (++n, <, GRADUS_TRACK_POINTS);
        }
      g_assert_cmpuint (track->n, <=, GRADUS_TRACK_POINTS);
    }
  GradusCrossing crossing;
  g_assert_cmpint (gradus_trainer_get_album (trainer)->stride, >, 1);
  g_assert_true (gradus_track_find_crossing (track, &spec, &crossing));
  g_assert_cmpint (crossing.before, ==, 12345);
  g_assert_cmpint (crossing.after, ==, 12346);
}

static void
test_crossing_by_hand (void)
{
  g_autofree GradusTrack *track = g_new0 (GradusTrack, 1);
  GradusCrossing crossing;
  GradusSpec spec;

  run_spec (&spec, "alpha", "0.5", "alpha-schedule", "20:0.25", NULL);
  gradus_track_add (track, &spec, 10, 6);
  gradus_track_add (track, &spec, 0, 2);
  g_assert_true (gradus_track_find_crossing (track, &spec, &crossing));
  g_assert_cmpint (crossing.before, ==, 0);
  g_assert_cmpint (crossing.after, ==, 10);
  g_assert_cmpfloat_with_epsilon (crossing.epoch, 5, 1e-12); /* 2 … 6 crosses 2 / 0.5 halfway */

  gradus_track_add (track, &spec, 10, 4); /* on the line is not above */
  gradus_track_add (track, &spec, 30, 7); /* 2 / 0.25 = 8 */
  g_assert_false (gradus_track_find_crossing (track, &spec, &crossing));
  gradus_track_add (track, &spec, 40, NAN);
  g_assert_false (gradus_track_find_crossing (track, &spec, &crossing));
  gradus_track_add (track, &spec, 0, 5);
  g_assert_true (gradus_track_find_crossing (track, &spec, &crossing));
  g_assert_cmpint (crossing.before, ==, -1);
  g_assert_cmpint (crossing.after, ==, 0);
  g_assert_cmpuint (track->n, ==, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/track/flower-crosses-where-it-is-told-to", test_flower);
  g_test_add_func ("/track/newest-first-then-coarse-to-fine", test_newest_first);
  g_test_add_func ("/track/stays-within-its-bounds-on-a-long-run", test_bounds);
  g_test_add_func ("/track/crossings-worked-by-hand", test_crossing_by_hand);
  return g_test_run ();
}
