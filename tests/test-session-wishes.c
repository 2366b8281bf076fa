/* Tests of what a session makes of knobs, files and new starts. */
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "core/spec-text.h"
#include "session-loop.h"

static void
train_to (GradusSession *session, double epoch)
{
  g_object_set (session, "speed", 1., "training", TRUE, NULL);
  UNTIL (get_number (session, "epoch") >= epoch);
  g_object_set (session, "training", FALSE, NULL);
}

static void
set_knob (GradusSession *session, const char *name, double value)
{
  g_object_set (gradus_session_get_knobs (session), name, value, NULL);
}

static double
get_knob (GradusSession *session, const char *name)
{
  return get_number (gradus_session_get_knobs (session), name);
}

static const GradusSpec *
run_spec (GradusSession *session)
{
  return gradus_trainer_get_spec (gradus_session_get_trainer (session));
}

static void
test_reset_brings_the_same_start (void)
{
  g_autoptr (GradusSession) session = make_session (make_knobs ("batch", "32", NULL));
  g_autoptr (GradusTrainer) alone = NULL;
  g_autoptr (GradusDataset) data = gradus_source_load (run_spec (session), NULL);

  train_to (session, 50);
  g_object_set (session, "training", TRUE, NULL);
  UNTIL_RESTARTED (session, gradus_session_reset (session));
  g_assert_cmpuint (gradus_session_get_state (session), ==, GRADUS_SESSION_PAUSED);
  g_assert_cmpfloat (get_number (session, "epoch"), ==, 0);
  g_assert_cmpfloat (get_number (session, "shown-epoch"), ==, 0);

  alone = run_alone (run_spec (session), data, 0);
  assert_same_parameters (gradus_session_get_trainer (session), alone);
  train_to (session, 20);
  g_clear_pointer (&alone, gradus_trainer_free);
  alone = run_alone (run_spec (session), data, (gint64) get_number (session, "epoch"));
  assert_same_history (gradus_session_get_history (session), gradus_trainer_get_history (alone));
}

static void
test_a_knob_makes_a_new_run_that_trains_on (void)
{
  g_autoptr (GradusSession) session = make_session (make_knobs (NULL));

  g_object_set (session, "training", TRUE, NULL);
  UNTIL (get_number (session, "epoch") > 5);
  UNTIL_RESTARTED (session, set_knob (session, "hidden-units", 7));
  g_assert_cmpint (gradus_trainer_get_network (gradus_session_get_trainer (session))->n[1], ==, 7);
  g_assert_true (get_flag (session, "training"));
  UNTIL (get_number (session, "epoch") > 5);
}

static void
test_the_newest_wish_wins (void)
{
  g_autoptr (GradusSession) session = make_session (make_knobs (NULL));
  int n_restarts = 0;

  g_signal_connect (session, "restarted", G_CALLBACK (count_cb), &n_restarts);
  for (int seed = 100; seed < 150; seed++)
    {
      set_knob (session, "seed", seed);
      g_main_context_iteration (g_main_context_get_thread_default (), FALSE);
    }
  UNTIL (run_spec (session)->seed == 149);
  g_assert_cmpfloat (get_knob (session, "seed"), ==, 149);
  g_assert_cmpint (n_restarts, <=, 50);
  /* Nothing older comes after it. */
  for (int i = 0; i < 50; i++)
    {
      g_main_context_iteration (g_main_context_get_thread_default (), FALSE);
      g_assert_cmpint (run_spec (session)->seed, ==, 149);
    }

  /* Changes in one go make one run. */
  n_restarts = 0;
  set_knob (session, "hidden-units", 3);
  set_knob (session, "data-seed", 5);
  set_knob (session, "seed", 6);
  UNTIL (n_restarts > 0);
  g_assert_cmpint (n_restarts, ==, 1);
  g_assert_cmpint (run_spec (session)->seed, ==, 6);
  g_assert_cmpint (run_spec (session)->hidden.units[0], ==, 3);
}

static void
test_what_cannot_be_is_taken_back (void)
{
  g_autoptr (GradusSession) session = make_session (make_knobs (NULL));
  g_autofree char *message = NULL;
  const GradusTrainer *trainer = gradus_session_get_trainer (session);

  g_signal_connect (session, "failed", G_CALLBACK (keep_message_cb), &message);
  g_object_set (session, "training", TRUE, NULL);
  UNTIL (get_number (session, "epoch") > 5);
  /* A file, but which? */
  g_object_set (gradus_session_get_knobs (session), "source", (guint) GRADUS_SOURCE_FILE, NULL);
  UNTIL (message != NULL);
  g_assert_true (g_str_has_prefix (message, "file: "));
  g_assert_cmpint (gradus_knobs_get_spec (gradus_session_get_knobs (session))->source, ==,
                   GRADUS_SOURCE_FLOWER);
  g_assert_true (gradus_session_get_trainer (session) == trainer);
  g_assert_true (get_flag (session, "training"));

  g_clear_pointer (&message, g_free);
  gradus_session_open (session, "/nowhere/to/be/found.csv");
  UNTIL (message != NULL);
  g_assert_nonnull (strstr (message, "found.csv"));
  g_assert_true (gradus_session_get_trainer (session) == trainer);
  g_assert_true (get_flag (session, "training"));

  /* What failed leaves no trace in the next start. */
  UNTIL_RESTARTED (session, set_knob (session, "seed", 4));
  g_assert_cmpint (run_spec (session)->source, ==, GRADUS_SOURCE_FLOWER);
}

static void
test_a_first_run_that_cannot_be_is_the_default (void)
{
  GradusKnobs *knobs =
      make_knobs ("source", "file", "file", "/nowhere/to/be/found.csv", "seed", "7", NULL);
  g_autoptr (GradusSession) session = gradus_session_new (knobs);
  g_autofree char *message = NULL;

  g_object_unref (knobs);
  g_signal_connect (session, "failed", G_CALLBACK (keep_message_cb), &message);
  UNTIL_RESTARTED (session, (void) 0);
  g_assert_nonnull (message);
  g_assert_cmpint (run_spec (session)->source, ==, GRADUS_SOURCE_FLOWER);
  g_assert_cmpfloat (get_knob (session, "seed"), ==, 2);
}

/* The experiment as it was run, alone and to the same epoch, ends with the same bits. */
static void
test_alpha_is_recorded_and_repeats (void)
{
  g_autoptr (GradusSession) session = make_session (make_knobs ("epochs", "", NULL));
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "gradus-test-alpha.gradus", NULL);
  g_autofree GradusSpec *spec = g_new0 (GradusSpec, 1);
  g_autoptr (GradusTrainer) alone = NULL;
  g_autoptr (GError) error = NULL;
  const GradusTrainer *trainer = gradus_session_get_trainer (session);

  set_knob (session, "alpha", 1);
  g_assert_cmpfloat (run_spec (session)->alpha, ==, 1);
  g_object_set (session, "speed", 1., "training", TRUE, NULL);
  UNTIL (get_number (session, "epoch") >= 100);
  set_knob (session, "alpha", 0.5);
  double turned = get_number (session, "epoch");
  UNTIL (get_number (session, "epoch") > turned);
  set_knob (session, "alpha", 0.25);
  g_object_set (session, "training", FALSE, NULL);
  g_assert_true (gradus_session_get_trainer (session) == trainer);
  g_assert_cmpint (run_spec (session)->alpha_schedule.n, ==, 2);
  gradus_session_step (session);
  gradus_session_step (session);
  double epoch = get_number (session, "epoch");
  UNTIL (get_number (session, "epoch") == epoch + 2);
  g_assert_cmpfloat (get_knob (session, "alpha"), ==, 0.25);
  /* The knob's own schedule stays what it was: none. */
  g_assert_cmpint (gradus_knobs_get_spec (gradus_session_get_knobs (session))->alpha_schedule.n, ==,
                   0);

  g_assert_true (gradus_session_save (session, path, &error));
  g_assert_no_error (error);
  g_assert_true (gradus_spec_load (spec, path, &error));
  g_assert_no_error (error);
  g_unlink (path);
  g_autoptr (GradusDataset) data = gradus_source_load (spec, NULL);
  alone = run_alone (spec, data, (gint64) epoch + 2);
  assert_same_parameters (trainer, alone);
  assert_same_history (gradus_trainer_get_history (trainer), gradus_trainer_get_history (alone));

  /* A new start has the α that was last chosen from its first update on. */
  UNTIL_RESTARTED (session, gradus_session_reset (session));
  g_assert_cmpfloat (run_spec (session)->alpha, ==, 0.25);
  g_assert_cmpint (run_spec (session)->alpha_schedule.n, ==, 0);
}

static void
test_alpha_follows_its_schedule_and_reset_goes_back (void)
{
  g_autoptr (GradusSession) session =
      make_session (make_knobs ("alpha-schedule", "10:0.5;20:0.1", NULL));

  g_assert_cmpfloat (get_knob (session, "alpha"), ==, 1.2);
  train_to (session, 20);
  g_assert_cmpfloat (get_knob (session, "alpha"), ==, 0.1);
  g_assert_cmpint (run_spec (session)->alpha_schedule.n, ==, 2);

  /* Where the schedule has brought α is not where another run starts. */
  UNTIL_RESTARTED (session, set_knob (session, "seed", 3));
  g_assert_cmpfloat (run_spec (session)->alpha, ==, 1.2);
  g_assert_cmpfloat (get_knob (session, "alpha"), ==, 1.2);
  train_to (session, 20);
  UNTIL_RESTARTED (session, gradus_session_reset (session));
  g_assert_cmpfloat (get_knob (session, "alpha"), ==, 1.2);
  g_assert_cmpint (run_spec (session)->alpha_schedule.n, ==, 2);
}

static void
test_a_full_schedule_takes_alpha_back (void)
{
  g_autoptr (GradusSession) session = make_session (make_knobs ("examples", "4", NULL));
  g_autofree char *message = NULL;

  g_signal_connect (session, "failed", G_CALLBACK (keep_message_cb), &message);
  for (int i = 0; i <= GRADUS_MAX_ALPHA_CHANGES + 1 && message == NULL; i++)
    {
      double epoch = get_number (session, "epoch");

      gradus_session_step (session);
      UNTIL (get_number (session, "epoch") > epoch);
      set_knob (session, "alpha", i % 2 == 0 ? 1 : 0.5);
    }
  g_assert_nonnull (message);
  g_assert_cmpint (run_spec (session)->alpha_schedule.n, ==, GRADUS_MAX_ALPHA_CHANGES);
  g_assert_cmpfloat (
      get_knob (session, "alpha"), ==,
      run_spec (session)->alpha_schedule.changes[GRADUS_MAX_ALPHA_CHANGES - 1].alpha);
}

static void
write_text (const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
test_files_are_opened (void)
{
  g_autoptr (GradusSession) session = make_session (make_knobs ("hidden", "5", "seed", "7", NULL));
  g_autofree char *folder = g_dir_make_tmp ("gradus-test-XXXXXX", NULL);
  g_autofree char *table = g_build_filename (folder, "points.csv", NULL);
  g_autofree char *experiment = g_build_filename (folder, "an.GRADUS", NULL);

  write_text (table, "x1,x2,label\n0,0,0\n0,1,1\n1,0,1\n1,1,0\n2,2,1\n");
  write_text (experiment, "[data]\nsource=file\nfile=points.csv\n[descent]\nalpha=0.75\n");
  g_object_set (session, "training", TRUE, NULL);
  g_assert_false (get_flag (session, "busy"));
  gradus_session_open (session, table);
  g_assert_true (get_flag (session, "busy"));
  UNTIL (!get_flag (session, "busy"));
  g_assert_cmpuint (gradus_session_get_state (session), ==, GRADUS_SESSION_PAUSED);
  g_assert_cmpuint (gradus_trainer_get_training (gradus_session_get_trainer (session))->m, ==, 5);
  /* The other knobs stay. */
  g_assert_cmpfloat (get_knob (session, "hidden-units"), ==, 5);
  g_assert_cmpfloat (get_knob (session, "seed"), ==, 7);

  UNTIL_RESTARTED (session, gradus_session_open (session, experiment));
  g_assert_cmpfloat (get_knob (session, "alpha"), ==, 0.75);
  g_assert_cmpfloat (get_knob (session, "hidden-units"), ==, 4);
  g_assert_cmpuint (gradus_trainer_get_training (gradus_session_get_trainer (session))->m, ==, 5);

  /* Opened again a file is read again; a new start takes what was read. */
  write_text (table, "x1,x2,label\n0,0,0\n0,1,1\n1,0,1\n1,1,0\n2,2,1\n3,3,0\n");
  UNTIL_RESTARTED (session, gradus_session_reset (session));
  g_assert_cmpuint (gradus_trainer_get_training (gradus_session_get_trainer (session))->m, ==, 5);
  UNTIL_RESTARTED (session, gradus_session_open (session, table));
  g_assert_cmpuint (gradus_trainer_get_training (gradus_session_get_trainer (session))->m, ==, 6);

  g_unlink (table);
  g_unlink (experiment);
  g_rmdir (folder);
}

/* gradus FILE: the file comes on screen, not first the flower. */
static void
test_a_file_opened_at_once_comes_first (void)
{
  g_autoptr (GradusSession) session = gradus_session_new (NULL);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "gradus-test-first.gradus", NULL);
  int n_restarts = 0;

  write_text (path, "[data]\nsource=moons\n");
  g_signal_connect (session, "restarted", G_CALLBACK (count_cb), &n_restarts);
  gradus_session_open (session, path);
  UNTIL (n_restarts > 0);
  g_unlink (path);
  g_assert_cmpint (run_spec (session)->source, ==, GRADUS_SOURCE_MOONS);
}

/* At the start it is part of the start, later of this run alone; it is saved either way. */
static void
test_changes_are_kept (void)
{
  g_autoptr (GradusSession) session = make_session (make_knobs ("epochs", "5", NULL));
  GradusKnobs *knobs = gradus_session_get_knobs (session);
  double cost = get_cost (session);

  g_assert_true (gradus_session_change (session, 1, 0, 1, FALSE, 0.5));
  UNTIL (get_cost (session) != cost);
  UNTIL (gradus_session_get_scene (session)->snapshot->network->parameters[1] == 0.5);
  g_assert_cmpint (gradus_knobs_get_spec (knobs)->changes.n, ==, 1);
  cost = get_cost (session);
  gradus_session_step (session);
  UNTIL (get_number (session, "epoch") == 1);
  g_assert_true (gradus_session_change (session, 2, 0, -1, TRUE, 0.25));
  UNTIL (!gradus_trainer_is_redoing (gradus_session_get_trainer (session)));
  g_assert_cmpint (run_spec (session)->changes.n, ==, 2);
  g_assert_cmpint (run_spec (session)->changes.changes[1].epoch, ==, 1);

  UNTIL_RESTARTED (session, gradus_session_reset (session));
  g_assert_cmpint (run_spec (session)->changes.n, ==, 1);
  g_assert_cmpfloat (get_cost (session), ==, cost);
  UNTIL_RESTARTED (session, g_object_set (knobs, "seed", 3.0, NULL));
  g_assert_cmpint (run_spec (session)->changes.n, ==, 0);
  g_assert_cmpint (gradus_knobs_get_spec (knobs)->changes.n, ==, 0);
}

static void
test_a_change_that_cannot_be_is_told (void)
{
  g_autoptr (GradusSession) session = make_session (make_knobs (NULL, NULL));
  g_autofree char *message = NULL;

  g_signal_connect (session, "failed", G_CALLBACK (keep_message_cb), &message);
  g_assert_false (gradus_session_change (session, 1, 4, 0, FALSE, 1));
  g_assert_nonnull (strstr (message, "W1[5,1]"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session/reset-brings-the-same-start", test_reset_brings_the_same_start);
  g_test_add_func ("/session/a-knob-makes-a-new-run-that-trains-on",
                   test_a_knob_makes_a_new_run_that_trains_on);
  g_test_add_func ("/session/the-newest-wish-wins", test_the_newest_wish_wins);
  g_test_add_func ("/session/what-cannot-be-is-taken-back", test_what_cannot_be_is_taken_back);
  g_test_add_func ("/session/a-first-run-that-cannot-be-is-the-default",
                   test_a_first_run_that_cannot_be_is_the_default);
  g_test_add_func ("/session/alpha-is-recorded-and-repeats", test_alpha_is_recorded_and_repeats);
  g_test_add_func ("/session/alpha-follows-its-schedule-and-reset-goes-back",
                   test_alpha_follows_its_schedule_and_reset_goes_back);
  g_test_add_func ("/session/a-full-schedule-takes-alpha-back",
                   test_a_full_schedule_takes_alpha_back);
  g_test_add_func ("/session/files-are-opened", test_files_are_opened);
  g_test_add_func ("/session/a-file-opened-at-once-comes-first",
                   test_a_file_opened_at_once_comes_first);

  g_test_add_func ("/session/changes-are-kept", test_changes_are_kept);
  g_test_add_func ("/session/a-change-that-cannot-be-is-told",
                   test_a_change_that_cannot_be_is_told);
  return run_tests_in_own_context ();
}
