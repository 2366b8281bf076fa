/* Tests of the session over time: training, pausing, steps, and what is on screen meanwhile. */
#include <math.h>

#include "session-loop.h"

static gint64
scene_epoch (GradusSession *session)
{
  return gradus_session_get_scene (session)->snapshot->row.epoch;
}

/* Everything that was asked for is there, and nothing is left to be done. */
static void
settle (GradusSession *session)
{
  UNTIL (scene_epoch (session) == (gint64) get_number (session, "shown-epoch"));
  UNTIL (!g_main_context_pending (g_main_context_get_thread_default ()));
}

static void
test_starts_with_epoch_0_on_screen (void)
{
  g_autoptr (GradusSession) session = gradus_session_new (NULL);

  g_assert_cmpuint (gradus_session_get_state (session), ==, GRADUS_SESSION_LOADING);
  g_assert_null (gradus_session_get_trainer (session));
  g_assert_null (gradus_session_get_history (session));
  g_assert_null (gradus_session_get_scene (session));
  g_assert_null (gradus_session_get_shown_row (session));

  UNTIL_RESTARTED (session, (void) 0);
  g_assert_cmpuint (gradus_session_get_state (session), ==, GRADUS_SESSION_PAUSED);
  g_assert_cmpint (gradus_session_get_shown_row (session)->epoch, ==, 0);
  /* The published cost of epoch 0. */
  g_assert_cmpfloat_with_epsilon (gradus_session_get_shown_row (session)->cost, 0.693048, 5e-7);
  g_assert_cmpint (scene_epoch (session), ==, 0);
  g_assert_cmpfloat (get_number (session, "epoch"), ==, 0);
}

static void
test_training_raises_the_epoch_and_lowers_the_cost (void)
{
  g_autoptr (GradusSession) session = make_session (make_knobs (NULL));
  double cost = get_cost (session);
  int n_advanced = 0, n_scenes = 0;

  g_signal_connect (session, "advanced", G_CALLBACK (count_cb), &n_advanced);
  g_signal_connect (session, "scene-changed", G_CALLBACK (count_cb), &n_scenes);
  g_object_set (session, "speed", 1., "training", TRUE, NULL);
  g_assert_cmpuint (gradus_session_get_state (session), ==, GRADUS_SESSION_TRAINING);
  UNTIL (get_number (session, "epoch") >= 500 && n_scenes > 1);
  g_assert_cmpfloat (get_cost (session), <, cost);
  g_assert_cmpint (n_advanced, >, 0);
  g_assert_cmpint (n_advanced, <=, (int) get_number (session, "epoch"));
  g_assert_true (isinf (get_number (session, "target-rate")));
}

static void
test_the_published_run_ends_as_published (void)
{
  g_autoptr (GradusSession) session = make_session (make_knobs ("epochs", "7000", NULL));

  g_object_set (session, "speed", 1., "training", TRUE, NULL);
  UNTIL (!get_flag (session, "training"));
  g_assert_cmpuint (gradus_session_get_state (session), ==, GRADUS_SESSION_FINISHED);
  g_assert_cmpfloat (get_number (session, "epoch"), ==, 7000);
  g_assert_cmpfloat_with_epsilon (get_cost (session), 0.217504, 5e-7);
  g_assert_cmpfloat (get_number (session, "epochs-per-second"), ==, 0);
}

/* A session that is slowed down records what a trainer alone does, to the bit. */
static void
test_slices_do_not_matter (gconstpointer batch)
{
  g_autoptr (GradusSession) session =
      make_session (make_knobs ("examples", "6000", "held-out", "0.1", "batch", batch, "epochs",
                                "40", "hidden", "3;3", NULL));
  g_autoptr (GradusTrainer) alone = NULL;

  g_object_set (session, "speed", 0.45, "training", TRUE, NULL);
  UNTIL (get_number (session, "epoch") >= 10);
  g_object_set (session, "training", FALSE, NULL);
  gradus_session_step (session);
  g_object_set (session, "training", TRUE, "speed", 1., NULL);
  UNTIL (gradus_session_get_state (session) == GRADUS_SESSION_FINISHED);

  const GradusTrainer *trainer = gradus_session_get_trainer (session);
  g_autoptr (GradusDataset) data = gradus_source_load (gradus_trainer_get_spec (trainer), NULL);

  alone = run_alone (gradus_trainer_get_spec (trainer), data, 40);
  assert_same_parameters (trainer, alone);
  assert_same_history (gradus_trainer_get_history (trainer), gradus_trainer_get_history (alone));
}

static void
test_a_slow_run_keeps_its_rate (void)
{
  g_autoptr (GradusSession) session = make_session (make_knobs (NULL));
  gint64 begun;
  double epochs, seconds;

  g_object_set (session, "speed", 0.4, NULL); /* 100 epochs a second */
  begun = g_get_monotonic_time ();
  g_object_set (session, "training", TRUE, NULL);
  UNTIL (get_number (session, "epoch") >= 30);
  epochs = get_number (session, "epoch");
  seconds = (double) (g_get_monotonic_time () - begun) / G_USEC_PER_SEC;
  /* One at once, and as many as a stall may leave to be caught up on; a busy machine is slower. */
  g_assert_cmpfloat (epochs, <=, 100 * seconds + 2);
  g_assert_cmpfloat_with_epsilon (get_number (session, "target-rate"), 100, 1e-9);
}

static void
test_paused_means_no_source (void)
{
  GMainContext *context = g_main_context_get_thread_default ();
  g_autoptr (GradusSession) session = make_session (make_knobs (NULL));
  GSource *clock;

  g_assert_null (g_main_context_find_source_by_user_data (context, session));
  g_object_set (session, "training", TRUE, NULL);
  UNTIL (get_number (session, "epoch") > 0);
  clock = g_main_context_find_source_by_user_data (context, session);
  g_assert_nonnull (clock);
  /* Below GTK's redraws. */
  g_assert_cmpint (g_source_get_priority (clock), >, G_PRIORITY_HIGH_IDLE + 20);

  g_object_set (session, "training", FALSE, NULL);
  g_assert_null (g_main_context_find_source_by_user_data (context, session));
  settle (session);

  /* The context, which is the session's alone, would now sleep for ever. */
  int priority = 0, timeout = 0;
  GPollFD fds[8];

  g_assert_true (g_main_context_acquire (context));
  g_assert_false (g_main_context_prepare (context, &priority));
  g_main_context_query (context, G_MAXINT, &timeout, fds, G_N_ELEMENTS (fds));
  g_main_context_release (context);
  g_assert_cmpint (timeout, ==, -1);
}

static void
test_a_step_is_one_epoch (void)
{
  g_autoptr (GradusSession) session = make_session (make_knobs ("epochs", "4", NULL));

  gradus_session_step (session);
  UNTIL (get_number (session, "epoch") > 0);
  settle (session);
  g_assert_cmpfloat (get_number (session, "epoch"), ==, 1);
  g_assert_cmpuint (gradus_session_get_state (session), ==, GRADUS_SESSION_PAUSED);

  for (int i = 0; i < 4; i++)
    gradus_session_step (session);
  UNTIL (get_number (session, "epoch") >= 5);
  settle (session);
  g_assert_cmpfloat (get_number (session, "epoch"), ==, 5);
  g_assert_cmpuint (gradus_session_get_state (session), ==, GRADUS_SESSION_FINISHED);
  /* The run has become longer, and its knob says so. */
  g_assert_cmpfloat (get_number (gradus_session_get_knobs (session), "epochs"), ==, 5);
}

static void
test_a_finished_run_goes_on (void)
{
  g_autoptr (GradusSession) session = make_session (make_knobs ("epochs", "3000", NULL));
  GradusKnobs *knobs = gradus_session_get_knobs (session);

  g_object_set (session, "speed", 1., "training", TRUE, NULL);
  UNTIL (gradus_session_get_state (session) == GRADUS_SESSION_FINISHED);
  g_object_set (session, "training", TRUE, NULL);
  g_assert_cmpuint (gradus_session_get_state (session), ==, GRADUS_SESSION_TRAINING);
  g_assert_cmpfloat (get_number (knobs, "epochs"), ==, 6000);
  UNTIL (gradus_session_get_state (session) == GRADUS_SESSION_FINISHED);
  g_assert_cmpfloat (get_number (session, "epoch"), ==, 6000);

  /* The knob moves the end without a new start. */
  g_object_set (knobs, "epochs", 6100., NULL);
  g_assert_cmpuint (gradus_session_get_state (session), ==, GRADUS_SESSION_PAUSED);
  g_object_set (session, "training", TRUE, NULL);
  UNTIL (gradus_session_get_state (session) == GRADUS_SESSION_FINISHED);
  g_assert_cmpfloat (get_number (session, "epoch"), ==, 6100);
}

static void
test_divergence_stops_and_keeps_the_history (void)
{
  g_autoptr (GradusSession) session =
      make_session (make_knobs ("alpha", "1e6", "activation", "identity", "l2", "100", NULL));

  g_object_set (session, "speed", 1., "training", TRUE, NULL);
  UNTIL (gradus_session_get_state (session) == GRADUS_SESSION_DIVERGED);
  g_assert_false (get_flag (session, "training"));
  g_assert_cmpint (gradus_trainer_get_diverged_epoch (gradus_session_get_trainer (session)), ==,
                   (gint64) get_number (session, "epoch") + 1);
  g_assert_nonnull (gradus_session_get_shown_row (session));

  /* The toggle comes back, also where it is bound. */
  g_object_set (session, "training", TRUE, NULL);
  UNTIL (!get_flag (session, "training"));
  gradus_session_step (session);
  settle (session);
  g_assert_cmpuint (gradus_session_get_state (session), ==, GRADUS_SESSION_DIVERGED);

  /* Another α is another start. */
  UNTIL_RESTARTED (session,
                   g_object_set (gradus_session_get_knobs (session), "alpha", 0.001, NULL));
  g_assert_cmpuint (gradus_session_get_state (session), ==, GRADUS_SESSION_PAUSED);
}

static void
test_an_epoch_that_was_is_shown_while_training_goes_on (void)
{
  g_autoptr (GradusSession) session = make_session (make_knobs ("epochs", "", NULL));

  g_object_set (session, "speed", 1., "training", TRUE, NULL);
  UNTIL (get_number (session, "epoch") > 400);
  g_assert_true (get_flag (session, "following"));
  g_assert_cmpfloat (get_number (session, "shown-epoch"), ==, get_number (session, "epoch"));

  g_object_set (session, "shown-epoch", 123.7, NULL);
  g_assert_false (get_flag (session, "following"));
  g_assert_cmpfloat (get_number (session, "shown-epoch"), ==, 123);
  g_assert_cmpint (gradus_session_get_shown_row (session)->epoch, ==, 123);
  UNTIL (scene_epoch (session) == 123);

  /* It stays, also when the album has thinned out what lay around it. */
  UNTIL (get_number (session, "epoch") > 2.5 * GRADUS_HISTORY_ROWS);
  g_assert_cmpfloat (get_number (session, "shown-epoch"), ==, 123);
  g_object_set (session, "shown-epoch", 123., NULL);
  g_assert_cmpfloat (get_number (session, "shown-epoch"), ==, 120);

  g_object_set (session, "shown-epoch", get_number (session, "epoch"), NULL);
  g_assert_true (get_flag (session, "following"));
  g_object_set (session, "following", FALSE, NULL);
  double epoch = get_number (session, "epoch");
  UNTIL (get_number (session, "epoch") > epoch);
  g_assert_cmpfloat (get_number (session, "shown-epoch"), ==, epoch);
  g_object_set (session, "training", FALSE, "following", TRUE, NULL);
  settle (session);
  g_assert_cmpint (scene_epoch (session), ==, (gint64) get_number (session, "epoch"));
}

static void
test_the_resolution_makes_another_scene (void)
{
  g_autoptr (GradusSession) session = make_session (make_knobs (NULL));

  gradus_session_set_resolution (session, 64);
  gradus_session_set_resolution (session, 5);
  UNTIL (gradus_session_get_scene (session)->field->columns == 32);
  gradus_session_set_resolution (session, 100);
  UNTIL (gradus_session_get_scene (session)->field->columns == 100);
  g_assert_cmpint (scene_epoch (session), ==, 0);
}

static int
find_columns (GradusSession *session)
{
  return gradus_session_get_scene (session)->field->columns;
}

/* A scene that is on its way, and what is asked for in the meantime. */
static void
note_columns_cb (GradusSession *session, int *most)
{
  *most = MAX (*most, find_columns (session));
}

static void
test_a_picture_is_fine_where_it_stands (void)
{
  g_autoptr (GradusSession) session = make_session (make_knobs (NULL));
  int most = 0;

  gradus_session_set_resolution (session, 900);
  UNTIL (find_columns (session) == 900);
  g_signal_connect (session, "scene-changed", G_CALLBACK (note_columns_cb), &most);
  g_object_set (session, "speed", 1., "training", TRUE, NULL);
  UNTIL (scene_epoch (session) > 100);
  g_assert_cmpint (most, ==, 600);
  g_object_set (session, "training", FALSE, NULL);
  UNTIL (find_columns (session) == 900);
  g_assert_cmpint (scene_epoch (session), ==, (gint64) get_number (session, "epoch"));

  /* An epoch that was, a film, and the next epoch come coarsely, and stay finely. */
  g_object_set (session, "shown-epoch", 10., NULL);
  UNTIL (scene_epoch (session) == 10);
  UNTIL (find_columns (session) == 900);
  most = 0;
  g_object_set (session, "playback", 1, NULL);
  UNTIL (scene_epoch (session) > 10);
  g_assert_cmpint (most, ==, 600);
  g_object_set (session, "playback", 0, NULL);
  UNTIL (find_columns (session) == 900);
  gradus_session_step (session);
  g_object_set (session, "following", TRUE, NULL);
  UNTIL (find_columns (session) == 900 && scene_epoch (session) == get_number (session, "epoch"));
}

static void
test_a_new_run_comes_coarsely_and_is_made_fine (void)
{
  g_autoptr (GradusSession) session = make_session (make_knobs ("hidden", "64;64", NULL));
  GradusKnobs *knobs = gradus_session_get_knobs (session);

  gradus_session_set_resolution (session, 400);
  UNTIL (find_columns (session) == 400);
  /* 4,417 parameters: √(10⁸ / 4417) */
  UNTIL_RESTARTED (session, g_object_set (knobs, "seed", 3., NULL));
  g_assert_cmpint (find_columns (session), ==, 150);
  UNTIL (find_columns (session) == 400);
  g_assert_cmpint (scene_epoch (session), ==, 0);
}

typedef struct
{
  gint64 last;
  gint64 longest;
} Gap;

static gboolean
measure_gap_cb (gpointer data)
{
  Gap *gap = data;
  gint64 now = g_get_monotonic_time ();

  gap->longest = MAX (gap->longest, now - gap->last);
  gap->last = now;
  return G_SOURCE_CONTINUE;
}

/* Told, not asserted: the machine may be busy. With -m slow a million examples. */
static void
test_many_examples_leave_the_main_loop_free (void)
{
  const char *m = g_test_slow () ? "1000000" : "100000";
  g_autoptr (GradusSession) session = make_session (make_knobs ("examples", m, NULL));
  g_autoptr (GSource) source = g_timeout_source_new (5);
  Gap gap = { g_get_monotonic_time (), 0 };

  g_source_set_callback (source, measure_gap_cb, &gap, NULL);
  g_source_attach (source, g_main_context_get_thread_default ());
  g_object_set (session, "speed", 1., "training", TRUE, NULL);
  UNTIL (get_number (session, "epoch") >= 20 && gap.longest > 0);
  g_source_destroy (source);
  g_test_message ("%s examples: longest gap of a 5 ms timeout %.1f ms", m,
                  (double) gap.longest / 1000);
}

static void
test_goes_away_at_any_time (void)
{
  GradusSession *session = gradus_session_new (NULL);

  g_assert_finalize_object (session);

  session = gradus_session_new (NULL);
  g_main_context_iteration (g_main_context_get_thread_default (), FALSE);
  g_assert_finalize_object (session);

  session = make_session (make_knobs (NULL));
  g_object_set (session, "speed", 1., "training", TRUE, NULL);
  UNTIL (get_number (session, "epoch") > 10);
  gradus_session_set_resolution (session, 300);
  g_object_set (gradus_session_get_knobs (session), "seed", 3., NULL);
  g_assert_finalize_object (session);
  while (g_main_context_iteration (g_main_context_get_thread_default (), FALSE))
    ;
}

static void
unref_cb (GradusSession **owned)
{
  g_clear_object (owned);
}

static void
test_goes_away_while_it_tells (void)
{
  const char *const signals[] = { "restarted", "advanced", "scene-changed", "notify::state" };

  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++)
    {
      GradusSession *session = gradus_session_new (NULL);

      g_signal_connect_swapped (session, signals[i], G_CALLBACK (unref_cb), &session);
      g_object_set (session, "training", TRUE, NULL);
      UNTIL (session == NULL);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session/starts-with-epoch-0-on-screen", test_starts_with_epoch_0_on_screen);
  g_test_add_func ("/session/training-raises-the-epoch-and-lowers-the-cost",
                   test_training_raises_the_epoch_and_lowers_the_cost);
  g_test_add_func ("/session/the-published-run-ends-as-published",
                   test_the_published_run_ends_as_published);
  g_test_add_data_func ("/session/slices-do-not-matter", "0", test_slices_do_not_matter);
  g_test_add_data_func ("/session/slices-of-mini-batches-do-not-matter", "64",
                        test_slices_do_not_matter);
  g_test_add_func ("/session/a-slow-run-keeps-its-rate", test_a_slow_run_keeps_its_rate);
  g_test_add_func ("/session/paused-means-no-source", test_paused_means_no_source);
  g_test_add_func ("/session/a-step-is-one-epoch", test_a_step_is_one_epoch);
  g_test_add_func ("/session/a-finished-run-goes-on", test_a_finished_run_goes_on);
  g_test_add_func ("/session/divergence-stops-and-keeps-the-history",
                   test_divergence_stops_and_keeps_the_history);
  g_test_add_func ("/session/an-epoch-that-was-is-shown-while-training-goes-on",
                   test_an_epoch_that_was_is_shown_while_training_goes_on);
  g_test_add_func ("/session/the-resolution-makes-another-scene",
                   test_the_resolution_makes_another_scene);
  g_test_add_func ("/session/a-picture-is-fine-where-it-stands",
                   test_a_picture_is_fine_where_it_stands);
  g_test_add_func ("/session/a-new-run-comes-coarsely-and-is-made-fine",
                   test_a_new_run_comes_coarsely_and_is_made_fine);
  g_test_add_func ("/session/many-examples-leave-the-main-loop-free",
                   test_many_examples_leave_the_main_loop_free);
  g_test_add_func ("/session/goes-away-at-any-time", test_goes_away_at_any_time);
  g_test_add_func ("/session/goes-away-while-it-tells", test_goes_away_while_it_tells);

  return run_tests_in_own_context ();
}
