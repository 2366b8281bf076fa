/* Tests of what a session gathers along the run for those who look. */
#include <math.h>

#include "core/curvature.h"
#include "session-loop.h"

static gboolean
is_tracked_to (GradusSession *session, gint64 epoch)
{
  const GradusTrack *track = gradus_session_get_track (session);

  return track != NULL && track->n > 1 && track->points[track->n - 1].epoch == epoch
         && gradus_track_next (track,
                               gradus_trainer_get_spec (gradus_session_get_trainer (session)),
                               gradus_trainer_get_album (gradus_session_get_trainer (session)))
                == NULL;
}

static void
train_to_the_end (GradusSession *session)
{
  g_object_set (session, "speed", 1., "training", TRUE, NULL);
  UNTIL (gradus_session_get_state (session) == GRADUS_SESSION_FINISHED);
}

static void
test_nothing_is_gathered_unless_wanted (void)
{
  g_autoptr (GradusSession) session = make_session (make_knobs ("epochs", "50", NULL));

  train_to_the_end (session);
  g_assert_null (gradus_session_get_track (session));
  g_assert_null (gradus_session_get_paths (session));
}

static void
test_track_follows_and_fills_in (void)
{
  g_autoptr (GradusSession) session = make_session (make_knobs ("epochs", "3000", NULL));
  int n_changed = 0;

  g_signal_connect (session, "curves-changed", G_CALLBACK (count_cb), &n_changed);
  gradus_session_want_track (session, TRUE);
  UNTIL (gradus_session_get_track (session)->n == 1); /* epoch 0, paused */
  train_to_the_end (session);
  UNTIL (is_tracked_to (session, 3000));
  const GradusTrack *track = gradus_session_get_track (session);
  const GradusTrainer *trainer = gradus_session_get_trainer (session);
  g_assert_cmpuint (track->n, >, 64);
  g_assert_cmpint (n_changed, >=, (int) track->n);
  for (gsize i = 0; i < track->n; i += 9)
    {
      const GradusSnapshot *snapshot =
          gradus_album_find (gradus_trainer_get_album (trainer), track->points[i].epoch);
      g_assert_cmpfloat (
          track->points[i].value, ==,
          gradus_curvature_measure (snapshot->network, gradus_trainer_get_training (trainer), 0)
              .value);
    }
  /* At rest nothing is left to be done. */
  UNTIL (!g_main_context_pending (g_main_context_get_thread_default ()));
  gradus_session_want_track (session, FALSE);
}

static void
test_a_new_run_is_another_track (void)
{
  g_autoptr (GradusSession) session = make_session (make_knobs ("epochs", "400", NULL));

  gradus_session_want_track (session, TRUE);
  gradus_session_want_paths (session, TRUE);
  train_to_the_end (session);
  UNTIL_RESTARTED (session, gradus_session_reset (session));
  g_assert_cmpuint (gradus_session_get_track (session)->n, ==, 0);
  g_assert_cmpuint (gradus_paths_count (gradus_session_get_paths (session)), ==, 1);
  UNTIL (gradus_session_get_track (session)->n == 1);
  g_assert_cmpint (gradus_session_get_track (session)->points[0].epoch, ==, 0);
}

static void
test_paths_are_those_of_the_album (void)
{
  g_autoptr (GradusSession) session = make_session (make_knobs ("epochs", "9000", NULL));

  train_to_the_end (session);
  gradus_session_want_paths (session, TRUE); /* late: read a little at a time */
  UNTIL (gradus_session_get_paths (session)->last == 9000);
  const GradusTrainer *trainer = gradus_session_get_trainer (session);
  g_autoptr (GradusPaths) expected = gradus_paths_new (gradus_trainer_get_network (trainer));
  gradus_paths_follow (expected, gradus_trainer_get_album (trainer), G_MAXSIZE);
  const GradusPaths *paths = gradus_session_get_paths (session);
  gsize n = gradus_paths_count (paths);
  g_assert_cmpuint (n, ==, gradus_paths_count (expected));
  for (gsize i = 0; i < n; i += 50)
    g_assert_true (gradus_paths_get (paths, i, 3).low == gradus_paths_get (expected, i, 3).low);
}

static gboolean
is_measured (GradusSession *session, gint64 epoch)
{
  const GradusTrackPoint *point = gradus_track_find (gradus_session_get_track (session), epoch);

  return point != NULL && point->epoch == epoch;
}

static void
test_what_is_shown_is_measured (void)
{
  g_autoptr (GradusSession) session = make_session (make_knobs ("epochs", "2000", NULL));

  gradus_session_want_track (session, TRUE);
  train_to_the_end (session);
  UNTIL (is_measured (session, 2000));
  UNTIL (is_tracked_to (session, 2000));
  gint64 other = 1234;
  while (is_measured (session, other))
    other++;
  g_object_set (session, "shown-epoch", (double) other, NULL);
  UNTIL (is_measured (session, other));
}

/* What was known of the newest epoch is not of its new parameters. */
static void
test_changes_by_hand_are_followed (void)
{
  g_autoptr (GradusSession) session = make_session (make_knobs ("epochs", "100", NULL));

  gradus_session_want_track (session, TRUE);
  gradus_session_want_paths (session, TRUE);
  train_to_the_end (session);
  UNTIL (is_tracked_to (session, 100));
  double before = gradus_track_find (gradus_session_get_track (session), 100)->value;
  gsize n = gradus_paths_count (gradus_session_get_paths (session));
  g_assert_true (gradus_session_change (session, 1, 0, 0, FALSE, 7));
  UNTIL (is_measured (session, 100)
         && gradus_track_find (gradus_session_get_track (session), 100)->value != before);
  UNTIL (gradus_paths_count (gradus_session_get_paths (session)) == n);
  g_assert_cmpfloat (gradus_paths_get (gradus_session_get_paths (session), n - 1, 0).value, ==, 7);
  g_assert_cmpfloat (gradus_paths_get (gradus_session_get_paths (session), n - 2, 0).value, !=, 7);
}

/* The thread may be in the midst of an epoch of a large set. */
static void
test_a_session_may_go_at_any_time (void)
{
  GradusSession *session =
      make_session (make_knobs ("examples", "200000", "hidden", "16;16", NULL));

  gradus_session_want_track (session, TRUE);
  gradus_session_want_paths (session, TRUE);
  g_object_unref (session);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session-curves/nothing-is-gathered-unless-wanted",
                   test_nothing_is_gathered_unless_wanted);
  g_test_add_func ("/session-curves/track-follows-the-run-and-is-filled-in",
                   test_track_follows_and_fills_in);
  g_test_add_func ("/session-curves/a-new-run-is-another-track", test_a_new_run_is_another_track);
  g_test_add_func ("/session-curves/paths-are-those-of-the-album",
                   test_paths_are_those_of_the_album);
  g_test_add_func ("/session-curves/what-is-shown-is-measured", test_what_is_shown_is_measured);
  g_test_add_func ("/session-curves/changes-by-hand-are-followed",
                   test_changes_by_hand_are_followed);
  g_test_add_func ("/session-curves/a-session-may-go-at-any-time",
                   test_a_session_may_go_at_any_time);
  return run_tests_in_own_context ();
}
