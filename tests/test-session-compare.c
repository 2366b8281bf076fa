/* Runs that are compared: in step, each with the bits it has alone. */
#include <math.h>
#include <string.h>

#include "core/compare.h"
#include "session-loop.h"

static const GradusTrainer *
get_compared (GradusSession *session, int place)
{
  GradusScene *scene;

  return gradus_session_get_compared (session, place, &scene);
}

static GradusSession *
make_comparison (const char *vary, const char *values, const char *epochs)
{
  GradusSession *session = make_session (make_knobs ("epochs", epochs, NULL));

  UNTIL_RESTARTED (session, gradus_session_compare (session, vary, values));
  return session;
}

static gboolean
is_even (GradusSession *session)
{
  for (int i = 0; i < gradus_session_count_runs (session); i++)
    if (gradus_trainer_get_epoch (get_compared (session, i))
        != (gint64) get_number (session, "epoch"))
      return FALSE;
  return TRUE;
}

/* The run whose value the knob had is on screen; each comes to what it comes to alone. */
static void
test_same_bits (void)
{
  g_autoptr (GradusSession) session = make_comparison ("init-scale", "0;0.01;1", "400");

  g_assert_cmpint (gradus_session_count_runs (session), ==, 3);
  g_assert_cmpint (gradus_session_get_place (session), ==, 1);
  g_object_set (session, "speed", 1.0, "training", TRUE, NULL);
  UNTIL (gradus_session_get_state (session) == GRADUS_SESSION_FINISHED);
  for (int i = 0; i < 3; i++)
    {
      GradusSpec spec, run;
      spec = *gradus_knobs_get_spec (gradus_session_get_knobs (session));
      gradus_compare_pick (&spec, i, &run);
      g_autoptr (GradusDataset) data = gradus_source_load (&run, NULL);
      g_autoptr (GradusTrainer) alone = run_alone (&run, data, 400);
      assert_same_parameters (alone, get_compared (session, i));
      assert_same_history (gradus_trainer_get_history (alone),
                           gradus_trainer_get_history (get_compared (session, i)));
    }
}

static void
test_in_step (void)
{
  g_autoptr (GradusSession) session = make_comparison ("hidden", "1;4;50", "100000");

  g_object_set (session, "speed", 1.0, "training", TRUE, NULL);
  for (double epoch = 0; epoch < 200; epoch = get_number (session, "epoch"))
    {
      UNTIL (get_number (session, "epoch") > epoch);
      for (int i = 0; i < 3; i++)
        g_assert_cmpint (gradus_trainer_get_epoch (get_compared (session, i)), >=,
                         (gint64) get_number (session, "epoch") - 1);
    }
  g_object_set (session, "training", FALSE, NULL);
  UNTIL (is_even (session));
  double epoch = get_number (session, "epoch");
  gradus_session_step (session);
  UNTIL (get_number (session, "epoch") == epoch + 1 && is_even (session));
}

/* One that diverges leaves the others alone. */
static void
test_one_diverges (void)
{
  g_autoptr (GradusSession) session =
      make_session (make_knobs ("epochs", "300", "activation", "relu", "init-scale", "1", NULL));

  UNTIL_RESTARTED (session, gradus_session_compare (session, "alpha", "0.01;100000"));
  g_object_set (session, "speed", 1.0, "training", TRUE, NULL);
  UNTIL (!get_flag (session, "training"));
  g_assert_cmpfloat (get_number (session, "epoch"), ==, 300);
  g_assert_cmpint (gradus_trainer_get_status (get_compared (session, 0)), ==,
                   GRADUS_TRAINER_FINISHED);
  g_assert_cmpint (gradus_trainer_get_status (get_compared (session, 1)), ==,
                   GRADUS_TRAINER_DIVERGED);
  gradus_session_select (session, 1);
  g_object_set (session, "shown-epoch", 250.0, NULL);
  g_object_set (session, "playback", -1, NULL);
  UNTIL (get_number (session, "shown-epoch") == 0);
}

static void
test_selected (void)
{
  g_autoptr (GradusSession) session = make_comparison ("init-scale", "0;0.01;1;10", "30");
  int n_restarts = 0;

  g_object_set (session, "speed", 1.0, "training", TRUE, NULL);
  UNTIL (gradus_session_get_state (session) == GRADUS_SESSION_FINISHED);
  g_signal_connect (session, "restarted", G_CALLBACK (count_cb), &n_restarts);
  for (int i = 3; i >= 0; i--)
    {
      const GradusTrainer *trainer = get_compared (session, i);
      gradus_session_select (session, i);
      g_assert_cmpint (gradus_session_get_place (session), ==, i);
      g_assert_true (gradus_session_get_trainer (session) == trainer);
      for (int k = 0; k < 4; k++)
        {
          GradusScene *scene = NULL;
          const GradusTrainer *other = gradus_session_get_compared (session, k, &scene);
          UNTIL (
              (gradus_session_get_compared (session, k, &scene), scene->snapshot->row.epoch == 30));
          g_assert_cmpmem (scene->snapshot->network->parameters, 17 * sizeof (double),
                           gradus_trainer_get_network (other)->parameters, 17 * sizeof (double));
        }
    }
  g_assert_cmpint (n_restarts, ==, 4);
}

/* The knob of the field, or the wish for none, ends it; another knob goes for all of them. */
static void
test_stopped (void)
{
  g_autoptr (GradusSession) session = make_comparison ("init-scale", "0;0.01;1", "20");
  GradusKnobs *knobs = gradus_session_get_knobs (session);

  UNTIL_RESTARTED (session, g_object_set (knobs, "seed", 5.0, NULL));
  g_assert_cmpint (gradus_session_count_runs (session), ==, 3);
  g_assert_cmpint (gradus_trainer_get_spec (get_compared (session, 2))->seed, ==, 5);
  g_object_set (knobs, "alpha", 0.5, NULL);
  for (int i = 0; i < 3; i++)
    g_assert_cmpfloat (gradus_trainer_get_spec (get_compared (session, i))->alpha, ==, 0.5);
  g_object_set (knobs, "epochs", 15.0, NULL);
  for (int i = 0; i < 3; i++)
    g_assert_cmpint (gradus_trainer_get_spec (get_compared (session, i))->epochs, ==, 15);
  UNTIL_RESTARTED (session, g_object_set (knobs, "init-scale", 2.0, NULL));
  g_assert_cmpint (gradus_session_count_runs (session), ==, 1);
  g_assert_cmpstr (gradus_knobs_get_spec (knobs)->vary, ==, "");
  UNTIL_RESTARTED (session, gradus_session_compare (session, "alpha", "0.1;1"));
  g_assert_cmpint (gradus_session_count_runs (session), ==, 2);
  UNTIL_RESTARTED (session, gradus_session_compare (session, NULL, NULL));
  g_assert_cmpint (gradus_session_count_runs (session), ==, 1);
}

/* Pins of all runs outlive other starts, but not other examples, which is said. */
static void
test_pinned (void)
{
  g_autoptr (GradusSession) session = make_comparison ("init-scale", "0;0.01;1", "20");
  GradusKnobs *knobs = gradus_session_get_knobs (session);
  g_autofree char *message = NULL;
  int n_changes = 0;

  g_signal_connect (session, "curves-changed", G_CALLBACK (count_cb), &n_changes);
  g_signal_connect (session, "failed", G_CALLBACK (keep_message_cb), &message);
  gradus_session_pin_curves (session);
  g_assert_cmpint (gradus_session_get_pins (session)->n, ==, 3);
  g_assert_cmpint (n_changes, >, 0);
  UNTIL_RESTARTED (session, g_object_set (knobs, "seed", 5.0, NULL));
  g_assert_cmpint (gradus_session_get_pins (session)->n, ==, 3);
  gradus_session_pin_curves (session); /* four at most */
  g_assert_cmpint (gradus_session_get_pins (session)->n, ==, 4);
  g_assert_null (message);
  UNTIL_RESTARTED (session, g_object_set (knobs, "data-seed", 3.0, NULL));
  g_assert_cmpint (gradus_session_get_pins (session)->n, ==, 0);
  g_assert_nonnull (strstr (message, "other examples"));
  gradus_session_pin_curves (session);
  gradus_session_unpin_curves (session);
  g_assert_cmpint (gradus_session_get_pins (session)->n, ==, 0);
}

static void
test_refused (void)
{
  g_autoptr (GradusSession) session = make_session (make_knobs (NULL, NULL));
  g_autofree char *message = NULL;

  g_signal_connect (session, "failed", G_CALLBACK (keep_message_cb), &message);
  gradus_session_compare (session, "seed", "1..5");
  UNTIL (message != NULL);
  g_assert_nonnull (strstr (message, "5 runs are more than a window shows"));
  g_assert_cmpint (gradus_session_count_runs (session), ==, 1);
  g_assert_cmpstr (gradus_knobs_get_spec (gradus_session_get_knobs (session))->vary, ==, "");
  UNTIL_RESTARTED (session, gradus_session_compare (session, "seed", "1..4"));
  g_clear_pointer (&message, g_free);
  g_assert_false (gradus_session_change (session, 1, 0, 0, TRUE, 1e-6));
  g_assert_nonnull (strstr (message, "compared"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/compared-runs-have-the-bits-they-have-alone", test_same_bits);
  g_test_add_func ("/session/compared-runs-go-in-step", test_in_step);
  g_test_add_func ("/session/one-that-diverges-leaves-the-others-alone", test_one_diverges);
  g_test_add_func ("/session/each-can-be-brought-on-screen", test_selected);
  g_test_add_func ("/session/a-comparison-can-be-stopped", test_stopped);
  g_test_add_func ("/session/pinned-curves-go-with-their-examples", test_pinned);
  g_test_add_func ("/session/what-cannot-be-compared-is-told", test_refused);
  return run_tests_in_own_context ();
}
