/* A sweep that fills while the main loop turns, and a cell of it brought on screen. */
#include <math.h>
#include <string.h>

#include "app/rush.h"
#include "app/sweeper.h"
#include "core/compare.h"
#include "session-loop.h"

static void
make_spec (GradusSpec *spec, const char *values, const char *across_values, const char *epochs)
{
  gradus_spec_init (spec);
  g_assert_true (gradus_spec_set (spec, "vary", "init-scale", NULL));
  g_assert_true (gradus_spec_set (spec, "values", values, NULL));
  g_assert_true (gradus_spec_set (spec, "across", "seed", NULL));
  g_assert_true (gradus_spec_set (spec, "across-values", across_values, NULL));
  g_assert_true (gradus_spec_set (spec, "epochs", epochs, NULL));
}

static void
called_cb (gpointer data)
{
  ++*(int *) data;
}

static void
start (GradusSweeper *sweeper, const GradusSpec *spec)
{
  g_autoptr (GError) error = NULL;

  gradus_sweeper_start (sweeper, spec, &error);
  g_assert_no_error (error);
}

static gboolean
is_idle (const GradusSweeper *sweeper)
{
  return gradus_sweeper_get_state (sweeper) == GRADUS_SWEEPER_IDLE;
}

static int
count_ended (const GradusSweeper *sweeper)
{
  return gradus_sweep_count_ended (gradus_sweeper_get_sweep (sweeper));
}

static void
test_same_bits (void)
{
  GradusSpec spec, run;
  int n_calls = 0;
  g_autoptr (GradusSweeper) sweeper = gradus_sweeper_new (called_cb, &n_calls);

  make_spec (&spec, "0.01;1;30", "3..6", "200");
  start (sweeper, &spec);
  UNTIL (is_idle (sweeper));
  const GradusSweep *sweep = gradus_sweeper_get_sweep (sweeper);
  g_assert_null (gradus_sweeper_get_fault (sweeper));
  g_assert_cmpint (n_calls, >, 0);
  for (int i = 0; i < 12; i++)
    {
      gradus_compare_pick (&spec, i, &run);
      g_autoptr (GradusDataset) data = gradus_source_load (&run, NULL);
      g_autoptr (GradusTrainer) alone = run_alone (&run, data, 200);
      const GradusRow *row = &gradus_trainer_get_history (alone)->last;
      g_assert_cmpint (sweep->cells[i].state, ==, GRADUS_SWEEP_DONE);
      g_assert_cmpint (sweep->cells[i].epoch, ==, 200);
      g_assert_true (sweep->cells[i].cost == row->cost
                     && sweep->cells[i].accuracy == row->accuracy);
    }
}

/* The main loop hears of it while it goes on, and no more often than there are frames. */
static void
test_live (void)
{
  GradusSpec spec;
  int n_calls = 0, n_seen = 0;
  gboolean has_run = FALSE;
  g_autoptr (GradusSweeper) sweeper = gradus_sweeper_new (called_cb, &n_calls);
  gint64 begun = g_get_monotonic_time ();

  make_spec (&spec, "0.01;1", "1..6", "20000");
  start (sweeper, &spec);
  while (!is_idle (sweeper))
    {
      int before = count_ended (sweeper);
      g_main_context_iteration (g_main_context_get_thread_default (), TRUE);
      const GradusSweep *sweep = gradus_sweeper_get_sweep (sweeper);
      n_seen += count_ended (sweeper) > before;
      for (int i = 0; i < 12; i++)
        has_run = has_run || sweep->cells[i].state == GRADUS_SWEEP_RUNNING;
    }
  g_assert_cmpint (n_seen, >, 3);
  g_assert_true (has_run);
  g_assert_cmpint (n_calls, <=, (g_get_monotonic_time () - begun) / 16000 + 2);
}

static void
test_paused_and_stopped (void)
{
  GradusSpec spec;
  int n_calls = 0;
  g_autoptr (GradusSweeper) sweeper = gradus_sweeper_new (called_cb, &n_calls);

  make_spec (&spec, "0.01;1", "1..50", "3000");
  start (sweeper, &spec);
  UNTIL (count_ended (sweeper) >= 2);
  gradus_sweeper_set_paused (sweeper, TRUE);
  g_assert_cmpint (gradus_sweeper_get_state (sweeper), ==, GRADUS_SWEEPER_PAUSED);
  gint64 limit = g_get_monotonic_time () + 200000;
  while (g_get_monotonic_time () < limit) /* what was under way comes to rest */
    g_main_context_iteration (g_main_context_get_thread_default (), FALSE);
  int n = n_calls;
  limit = g_get_monotonic_time () + 200000;
  while (g_get_monotonic_time () < limit)
    g_main_context_iteration (g_main_context_get_thread_default (), FALSE);
  g_assert_cmpint (n_calls, ==, n);
  int ended = count_ended (sweeper);
  gradus_sweeper_set_paused (sweeper, FALSE);
  UNTIL (count_ended (sweeper) > ended);
  ended = count_ended (sweeper);
  gradus_sweeper_stop (sweeper);
  g_assert_true (is_idle (sweeper));
  g_assert_cmpint (count_ended (sweeper), ==, ended);
  for (int i = 0; i < 100; i++)
    g_assert_cmpint (gradus_sweeper_get_sweep (sweeper)->cells[i].state, !=, GRADUS_SWEEP_RUNNING);
  /* Another one in its place, and it goes in the midst of it. */
  start (sweeper, &spec);
  UNTIL (count_ended (sweeper) >= 1);
}

static void
test_faults (void)
{
  GradusSpec spec;
  int n_calls = 0;
  g_autoptr (GradusSweeper) sweeper = gradus_sweeper_new (called_cb, &n_calls);
  g_autoptr (GError) error = NULL;

  make_spec (&spec, "0.01;1", "1..3", "");
  g_assert_false (gradus_sweeper_start (sweeper, &spec, &error));
  g_assert_nonnull (strstr (error->message, "epochs: "));
  g_assert_null (gradus_sweeper_get_sweep (sweeper));

  make_spec (&spec, "0.01;1", "1..3", "10");
  g_assert_true (gradus_spec_set (&spec, "source", "file", NULL));
  g_assert_true (gradus_spec_set (&spec, "file", "/no/such.csv", NULL));
  start (sweeper, &spec);
  UNTIL (is_idle (sweeper));
  g_assert_nonnull (strstr (gradus_sweeper_get_fault (sweeper), "/no/such.csv"));
  g_assert_cmpint (count_ended (sweeper), ==, 0);
}

/* A cell's run comes on screen, is trained to the same end, and leaves the speed as it was. */
static void
test_opened (void)
{
  g_autoptr (GradusSession) session = make_session (make_knobs ("epochs", "10", NULL));
  GradusSpec spec, run;
  double speed = get_number (session, "speed");

  make_spec (&spec, "0.01;1", "3..6", "400");
  for (int again = 0; again < 2; again++) /* the second time it is there already */
    {
      gradus_compare_pick (&spec, 5, &run);
      UNTIL_RESTARTED (session, gradus_rush_begin (session, &run));
      UNTIL (gradus_session_get_state (session) == GRADUS_SESSION_FINISHED);
      g_autoptr (GradusDataset) data = gradus_source_load (&run, NULL);
      g_autoptr (GradusTrainer) alone = run_alone (&run, data, 400);
      assert_same_parameters (alone, gradus_session_get_trainer (session));
      g_assert_cmpfloat (get_number (session, "speed"), ==, speed);
      g_assert_cmpfloat (get_number (session, "shown-epoch"), ==, 400);
    }
  /* Nothing to train is not trained on. */
  run.epochs = 0;
  UNTIL_RESTARTED (session, gradus_rush_begin (session, &run));
  g_assert_cmpint (gradus_session_get_state (session), ==, GRADUS_SESSION_FINISHED);
  g_assert_cmpfloat (get_number (session, "epoch"), ==, 0);
  g_assert_cmpfloat (get_number (session, "speed"), ==, speed);
  /* And a session may go while it is at it. */
  run.epochs = 1000000;
  UNTIL_RESTARTED (session, gradus_rush_begin (session, &run));
}

/* An experiment with a sweep is one run on screen, and still knows the sweep. */
static void
test_experiment (void)
{
  g_autoptr (GradusSession) session =
      make_session (make_knobs ("vary", "init-scale", "values", "0;0.01;0.1;1;3", "across", "seed",
                                "across-values", "1..9", NULL));

  g_assert_cmpint (gradus_session_count_runs (session), ==, 1);
  GradusKnobs *knobs = gradus_session_get_knobs (session);
  UNTIL_RESTARTED (session, g_object_set (knobs, "init-scale", 0.5, NULL));
  g_assert_cmpstr (gradus_knobs_get_spec (knobs)->across, ==, "seed");
  g_assert_cmpstr (gradus_knobs_get_spec (knobs)->vary, ==, "init-scale");
  UNTIL_RESTARTED (session, gradus_session_compare (session, "init-scale", "0;1"));
  g_assert_cmpint (gradus_session_count_runs (session), ==, 2);
  g_assert_cmpstr (gradus_knobs_get_spec (knobs)->across, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sweeper/cells-are-as-their-runs-alone", test_same_bits);
  g_test_add_func ("/sweeper/fills-frame-by-frame", test_live);
  g_test_add_func ("/sweeper/rests-and-stops", test_paused_and_stopped);
  g_test_add_func ("/sweeper/what-cannot-be-made-is-said", test_faults);
  g_test_add_func ("/sweeper/a-cell-is-trained-to-its-end-on-screen", test_opened);
  g_test_add_func ("/sweeper/an-experiment-keeps-its-sweep", test_experiment);
  return run_tests_in_own_context ();
}
