/* Tests of the session looking back: every epoch that was can be shown, and the run played. */
#include <math.h>

#include "session-loop.h"

#define STRIDE 16

/* A session that has trained so far, and kept every STRIDE-th epoch alone. */
static GradusSession *
make_past (GradusKnobs *knobs, gint64 epochs)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, epochs);
  g_autoptr (GError) error = NULL;
  g_autofree GradusSpec *spec = g_memdup2 (gradus_knobs_get_spec (knobs), sizeof *spec);
  GradusSession *session;

  gradus_spec_set (spec, "epochs", text, &error);
  g_assert_no_error (error);
  gradus_knobs_adopt_spec (knobs, spec);
  session = make_session (knobs);
  ((GradusAlbum *) gradus_trainer_get_album (gradus_session_get_trainer (session)))->stride =
      STRIDE;
  g_object_set (session, "speed", 1., "training", TRUE, NULL);
  UNTIL (gradus_session_get_state (session) == GRADUS_SESSION_FINISHED);
  return session;
}

static gint64
get_shown (GradusSession *session)
{
  return (gint64) get_number (session, "shown-epoch");
}

static int
get_playback (GradusSession *session)
{
  int playback = 9;

  g_object_get (session, "playback", &playback, NULL);
  return playback;
}

/* The scene is of the epoch that is shown, to the bit what a run up to there ends with. */
static void
assert_shows (GradusSession *session, gint64 epoch)
{
  const GradusTrainer *trainer = gradus_session_get_trainer (session);
  g_autoptr (GradusTrainer) alone =
      run_alone (gradus_trainer_get_spec (trainer), gradus_trainer_get_training (trainer), epoch);
  const GradusNetwork *network = gradus_trainer_get_network (alone);

  UNTIL (gradus_session_get_scene (session)->snapshot->row.epoch == epoch);
  g_assert_cmpint (get_shown (session), ==, epoch);
  g_assert_cmpint (gradus_session_get_shown_row (session)->epoch, ==, epoch);
  g_assert_cmpmem (gradus_session_get_scene (session)->snapshot->network->parameters,
                   network->n_parameters * sizeof (double), network->parameters,
                   network->n_parameters * sizeof (double));
}

static void
test_exact (void)
{
  g_autoptr (GradusSession) session = make_past (make_knobs (NULL), 200);

  g_object_set (session, "shown-epoch", 77., NULL);
  g_assert_cmpint (get_shown (session), ==, 64); /* at once */
  UNTIL (get_shown (session) == 77);
  assert_shows (session, 77);
  g_object_set (session, "shown-epoch", 96., NULL);
  assert_shows (session, 96);
  g_object_set (session, "shown-epoch", 199.7, NULL);
  UNTIL (get_shown (session) == 199);
  assert_shows (session, 199);
  g_object_set (session, "shown-epoch", 200., NULL);
  g_assert_true (get_flag (session, "following"));
}

static void
test_batches (void)
{
  g_autoptr (GradusSession) session = make_past (make_knobs ("batch", "64", NULL), 100);

  g_object_set (session, "shown-epoch", 47., NULL);
  UNTIL (get_shown (session) == 47);
  assert_shows (session, 47);
}

static void
test_newest_wins (void)
{
  g_autoptr (GradusSession) session = make_past (make_knobs (NULL), 200);

  for (int epoch = 1; epoch < 190; epoch++)
    g_object_set (session, "shown-epoch", (double) epoch, NULL);
  UNTIL (get_shown (session) == 189);
  for (int i = 0; i < 50; i++)
    {
      g_main_context_iteration (g_main_context_get_thread_default (), FALSE);
      g_usleep (200);
      g_assert_cmpint (get_shown (session), ==, 189);
    }
  assert_shows (session, 189);
}

static void
test_forgotten (void)
{
  g_autoptr (GradusSession) session = make_past (make_knobs (NULL), 200);

  g_object_set (session, "shown-epoch", 77., NULL);
  g_object_set (session, "following", TRUE, NULL);
  for (int i = 0; i < 50; i++)
    {
      g_main_context_iteration (g_main_context_get_thread_default (), FALSE);
      g_usleep (200);
      g_assert_cmpint (get_shown (session), ==, 200);
    }
  g_object_set (session, "shown-epoch", 77., NULL);
  UNTIL_RESTARTED (session, gradus_session_reset (session));
  for (int i = 0; i < 50; i++)
    {
      g_main_context_iteration (g_main_context_get_thread_default (), FALSE);
      g_usleep (200);
      g_assert_cmpint (get_shown (session), ==, 0);
    }
  g_object_set (session, "shown-epoch", 77., NULL);
}

static void
note_shown_cb (GradusSession *session, GParamSpec *pspec, GArray *seen)
{
  gint64 epoch = get_shown (session);

  g_array_append_val (seen, epoch);
}

/* Without a step back, from first to last. */
static void
assert_runs (const GArray *seen, gint64 first, gint64 last)
{
  g_assert_cmpuint (seen->len, >, 2);
  for (guint i = 1; i < seen->len; i++)
    if (first < last)
      g_assert_cmpint (g_array_index (seen, gint64, i), >, g_array_index (seen, gint64, i - 1));
    else
      g_assert_cmpint (g_array_index (seen, gint64, i), <, g_array_index (seen, gint64, i - 1));
  g_assert_cmpint (g_array_index (seen, gint64, 0), ==, first);
  g_assert_cmpint (g_array_index (seen, gint64, seen->len - 1), ==, last);
}

static void
test_plays_forward (void)
{
  g_autoptr (GradusSession) session = make_past (make_knobs (NULL), 100);
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 before = g_get_monotonic_time ();

  g_signal_connect (session, "notify::shown-epoch", G_CALLBACK (note_shown_cb), seen);
  g_object_set (session, "speed", log10 (200) / 5, "playback", 1, NULL);
  g_assert_cmpint (get_playback (session), ==, 1);
  UNTIL (get_playback (session) == 0);
  /* 100 epochs, 200 a second. */
  g_assert_cmpint (g_get_monotonic_time () - before, >, 450000);
  g_assert_true (get_flag (session, "following"));
  assert_runs (seen, 0, 100);
  g_assert_cmpuint (seen->len, <, 60); /* pictures in half a second */
}

static void
test_plays_back (void)
{
  g_autoptr (GradusSession) session = make_past (make_knobs (NULL), 100);
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 first = 90;

  g_object_set (session, "shown-epoch", 90., NULL);
  UNTIL (get_shown (session) == 90);
  g_array_append_val (seen, first);
  g_signal_connect (session, "notify::shown-epoch", G_CALLBACK (note_shown_cb), seen);
  g_object_set (session, "speed", log10 (400) / 5, "playback", -1, NULL);
  UNTIL (get_playback (session) == 0);
  assert_runs (seen, 90, 0);
  assert_shows (session, 0);

  g_object_set (session, "playback", -1, NULL); /* from the end, where it is at the start */
  g_assert_cmpint (get_shown (session), ==, 100);
  g_assert_false (get_flag (session, "following"));
  UNTIL (get_playback (session) == 0);
  g_assert_cmpint (get_shown (session), ==, 0);
}

/* Each epoch, where they go by slowly: of a stall no more than a quarter of a second counts. */
static void
test_slow_film_shows_all (void)
{
  g_autoptr (GradusSession) session = make_past (make_knobs (NULL), 4);
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_signal_connect (session, "notify::shown-epoch", G_CALLBACK (note_shown_cb), seen);
  g_object_set (session, "speed", log10 (4) / 5, "playback", 1, NULL);
  UNTIL (get_playback (session) == 0);
  assert_runs (seen, 0, 4);
  g_assert_cmpuint (seen->len, ==, 5);
}

static void
test_film_stops (void)
{
  g_autoptr (GradusSession) session = make_session (make_knobs (NULL));

  g_object_set (session, "playback", 1, NULL); /* there is only epoch 0 */
  g_assert_cmpint (get_playback (session), ==, 0);
  g_object_unref (session);

  session = make_past (make_knobs (NULL), 200);
  g_object_set (session, "speed", 0.2, "playback", 1, NULL);
  g_object_set (session, "shown-epoch", 32., NULL);
  g_assert_cmpint (get_playback (session), ==, 0);
  g_object_set (session, "playback", -1, NULL);
  g_assert_cmpint (get_shown (session), ==, 32);
  g_object_set (session, "following", TRUE, NULL);
  g_assert_cmpint (get_playback (session), ==, 0);
  g_object_set (session, "playback", 1, NULL);
  UNTIL_RESTARTED (session, gradus_session_reset (session));
  g_assert_cmpint (get_playback (session), ==, 0);
  UNTIL (!g_main_context_pending (g_main_context_get_thread_default ()));
}

/* The whole run in about ten seconds: a tenth of it in one. */
static void
test_flat_out (void)
{
  g_autoptr (GradusSession) session = make_past (make_knobs (NULL), 8000);
  gint64 before = g_get_monotonic_time ();

  g_object_set (session, "playback", 1, NULL);
  UNTIL (get_shown (session) > 400);
  g_assert_cmpint (g_get_monotonic_time () - before, >, 350000);
  g_assert_cmpint (get_shown (session), <, 1200);
}

/* It ends where the run has come to, not where it was. */
static void
test_film_while_training (void)
{
  g_autoptr (GradusSession) session = make_past (make_knobs (NULL), 100);
  gint64 newest;

  g_object_set (session, "speed", log10 (300) / 5, "training", TRUE, "shown-epoch", 64., "playback",
                1, NULL);
  UNTIL (get_shown (session) > 120);
  g_assert_cmpint (get_playback (session), ==, 1);
  newest = (gint64) get_number (session, "epoch");
  g_assert_cmpint (newest, >, 120);
  g_assert_true (get_flag (session, "training"));
  g_object_set (session, "training", FALSE, NULL);
  UNTIL (get_playback (session) == 0);
  g_assert_true (get_flag (session, "following"));
}

static void
test_goes_away (void)
{
  GradusSession *session = make_past (make_knobs (NULL), 200);

  g_object_set (session, "playback", 1, NULL);
  g_object_unref (session);
  session = make_past (make_knobs (NULL), 200);
  g_object_set (session, "shown-epoch", 77., NULL);
  g_object_unref (session);
  for (int i = 0; i < 100; i++)
    {
      g_main_context_iteration (g_main_context_get_thread_default (), FALSE);
      g_usleep (200);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session-past/an-epoch-that-was-not-kept-is-worked-out", test_exact);
  g_test_add_func ("/session-past/mini-batches-too", test_batches);
  g_test_add_func ("/session-past/the-newest-wish-wins", test_newest_wins);
  g_test_add_func ("/session-past/a-wish-is-forgotten-with-what-it-was-for", test_forgotten);
  g_test_add_func ("/session-past/a-film-runs-forward-to-the-end", test_plays_forward);
  g_test_add_func ("/session-past/a-film-runs-back-to-the-start", test_plays_back);
  g_test_add_func ("/session-past/a-slow-film-leaves-no-epoch-out", test_slow_film_shows_all);
  g_test_add_func ("/session-past/a-film-stops-when-something-else-is-asked-for", test_film_stops);
  g_test_add_func ("/session-past/flat-out-is-ten-seconds", test_flat_out);
  g_test_add_func ("/session-past/a-film-catches-up-with-a-run-that-trains",
                   test_film_while_training);
  g_test_add_func ("/session-past/goes-away-at-any-time", test_goes_away);
  return run_tests_in_own_context ();
}
