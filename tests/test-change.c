/* Parameters changed by hand: as text, by the spec and while a run goes on, always with the same
 * bits. */
#include <math.h>
#include <string.h>

#include "core/change.h"
#include "core/error.h"
#include "core/spec-fields.h"
#include "run.h"

static GradusChange
change_read (const char *text)
{
  GradusChange change;

  g_assert_cmpint (gradus_change_from_text (&change, text, 1000, -10, 10), ==, GRADUS_PARSED);
  return change;
}

static void
test_text (void)
{
  static const char *const rows[][2] = {
    { "0:W1[1,2]=0.5", "0:W1[1,2]=0.5" },      { "120:W1[1,2]+1e-6", "120:W1[1,2]+1e-06" },
    { " 3 : b2[4]= -0.5 ", "3:b2[4]=-0.5" },   { "3:b2[4]-0.5", "3:b2[4]-0.5" },
    { "7:W17[1024, 3]=0", "7:W17[1024,3]=0" }, { "7:W1[1,1]+0", "7:W1[1,1]+0" },
  };
  static const char *const wrong[] = {
    "",           "W1[1,1]=1",     "1:W1[1,1]",   "1:W1[1]=1",     "1:b1[1,1]=1",
    "1:W[1,1]=1", "1:W0[1,1]=1",   "1:W1[0,1]=1", "1:X1[1,1]=1",   "1:W1[1,1]*2",
    "1:W1[1,1]=", "1:W1[1,1]=nan", "1:W1[1,1",    "1:W1[1,1]=1 2", "x:b1[1]=1"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GradusChange change = change_read (rows[i][0]);
      g_autofree char *text = gradus_change_to_text (&change);
      g_assert_cmpstr (text, ==, rows[i][1]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      GradusChange change = { .epoch = 77 };
      g_assert_cmpint (gradus_change_from_text (&change, wrong[i], 1000, -10, 10), ==,
                       GRADUS_NOT_UNDERSTOOD);
      g_assert_cmpint (change.epoch, ==, 77);
    }
  GradusChange change;
  g_assert_cmpint (gradus_change_from_text (&change, "1:b1[1]=11", 1000, -10, 10), ==,
                   GRADUS_OUT_OF_RANGE);
  g_assert_cmpint (gradus_change_from_text (&change, "1001:b1[1]=1", 1000, -10, 10), ==,
                   GRADUS_OUT_OF_RANGE);
}

/* Row 0 is of the changed parameters; of epoch 5 W[2] of unit 1 and input 3 is moved. */
static void
test_by_spec (void)
{
  GradusSpec plain, changed;

  run_spec (&plain, "epochs", "10", NULL);
  run_spec (&changed, "epochs", "10", "changes", "0:b1[2]=0.25;5:W2[1,3]+1e-6", NULL);
  g_autoptr (GradusTrainer) a = run_new (&plain), b = run_new (&changed);
  gradus_trainer_run (a, 1);
  gradus_trainer_run (b, 1);
  const GradusNetwork *n = gradus_trainer_get_network (a), *o = gradus_trainer_get_network (b);
  for (gsize i = 0; i < n->n_parameters; i++)
    g_assert_cmpfloat (o->parameters[i], ==, i == 9 ? 0.25 : n->parameters[i]);
  g_assert_cmpfloat (run_cost (a), !=, run_cost (b));

  run_spec (&changed, "epochs", "10", "changes", "5:W2[1,3]+1e-6", NULL);
  g_autoptr (GradusTrainer) c = run_new (&changed);
  gradus_trainer_run (a, 5);
  gradus_trainer_run (c, 6);
  n = gradus_trainer_get_network (a);
  o = gradus_trainer_get_network (c);
  for (gsize i = 0; i < n->n_parameters; i++)
    g_assert_cmpfloat (o->parameters[i], ==, n->parameters[i] + (i == 14 ? 1e-6 : 0));
}

/* Blocks into the next epoch before the change comes; 0: the epoch is just recorded. */
static void
assert_live_is_as_replayed (const GradusSpec *spec, int n_blocks)
{
  g_autoptr (GradusTrainer) live = run_new (spec);
  static const char *const texts[] = { "0:W1[2,1]=0.125", "0:b1[1]-0.5", "0:W1[1,2]+1e-6" };
  static const int epochs[] = { 0, 4, 4 };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GradusChange change = change_read (texts[i]);
      g_autoptr (GError) error = NULL;
      gradus_trainer_run (live, epochs[i] - gradus_trainer_get_epoch (live));
      if (n_blocks > 0)
        gradus_trainer_work (live, n_blocks);
      gradus_trainer_change (live, &change, &error);
      g_assert_no_error (error);
      g_assert_true (gradus_trainer_is_redoing (live));
      g_assert_cmpint (gradus_trainer_get_epoch (live), ==, epochs[i]);
      while (gradus_trainer_is_redoing (live))
        gradus_trainer_work (live, 1);
      g_assert_cmpint (gradus_trainer_get_epoch (live), ==, epochs[i]);
      g_autoptr (GradusSnapshot) snapshot = gradus_trainer_take_snapshot (live);
      const GradusSnapshot *kept = gradus_album_find (gradus_trainer_get_album (live), epochs[i]);
      g_assert_cmpmem (snapshot->network->parameters, 8 * snapshot->network->n_parameters,
                       kept->network->parameters, 8 * kept->network->n_parameters);
      g_assert_cmpfloat (kept->row.cost, ==, run_cost (live));
    }
  gradus_trainer_run (live, 8);

  g_autoptr (GradusTrainer) replayed = run_new (gradus_trainer_get_spec (live));
  gradus_trainer_run (replayed, gradus_trainer_get_epoch (live) + 1);
  run_assert_same (live, replayed);
}

static void
test_live (void)
{
  GradusSpec spec;

  run_spec (&spec, "init-scale", "1", NULL);
  assert_live_is_as_replayed (&spec, 0);
  run_spec (&spec, "examples", "20000", "held-out", "0.25", NULL);
  for (int n_blocks = 0; n_blocks < 4; n_blocks++)
    assert_live_is_as_replayed (&spec, n_blocks);
  run_spec (&spec, "examples", "9000", "batch", "2500", "hidden", "5;3", NULL);
  for (int n_blocks = 0; n_blocks < 8; n_blocks++)
    assert_live_is_as_replayed (&spec, n_blocks);
}

/* From a kept epoch on, what was changed up to it is not changed again. */
static void
test_replay (void)
{
  GradusSpec spec;

  run_spec (&spec, "epochs", "9", "changes", "0:W1[2,1]=0.125;2:b1[1]-0.5;4:W1[1,2]+1", NULL);
  g_autoptr (GradusTrainer) whole = run_new (&spec);
  gradus_trainer_run (whole, 10);
  for (gint64 epoch = 0; epoch < 6; epoch++)
    {
      g_autoptr (GradusTrainer) again =
          gradus_trainer_new_at (&spec, gradus_trainer_get_training (whole), NULL,
                                 gradus_album_find (gradus_trainer_get_album (whole), epoch));
      gradus_trainer_run (again, 10);
      g_assert_cmpint (gradus_trainer_get_epoch (again), ==, 9);
      g_assert_cmpfloat (run_cost (again), ==, run_cost (whole));
    }
}

/* A finished run is changed at its last epoch and stays finished. */
static void
test_finished (void)
{
  GradusSpec spec;
  GradusChange change = change_read ("0:b2[1]=1");

  run_spec (&spec, "epochs", "3", NULL);
  g_autoptr (GradusTrainer) trainer = run_new (&spec);
  gradus_trainer_run (trainer, 4);
  double cost = run_cost (trainer);
  g_assert_true (gradus_trainer_change (trainer, &change, NULL));
  g_assert_cmpint (gradus_trainer_work (trainer, G_MAXINT), ==, GRADUS_TRAINER_FINISHED);
  g_assert_cmpint (gradus_trainer_get_epoch (trainer), ==, 3);
  g_assert_cmpuint (gradus_history_count (gradus_trainer_get_history (trainer)), ==, 4);
  g_assert_cmpfloat (run_cost (trainer), !=, cost);
}

static void
test_refused (void)
{
  GradusSpec spec;
  static const char *const wrong[] = { "0:W1[5,1]=1", "0:W1[1,3]=1", "0:W3[1,1]=1", "0:b2[2]=1" };

  run_spec (&spec, NULL);
  g_autoptr (GradusTrainer) trainer = run_new (&spec);
  g_autoptr (GradusTrainer) same = run_new (&spec);
  gradus_trainer_run (trainer, 3);
  gradus_trainer_run (same, 3);
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      GradusChange change = change_read (wrong[i]);
      g_autoptr (GError) error = NULL;
      g_assert_false (gradus_trainer_change (trainer, &change, &error));
      g_assert_nonnull (strstr (error->message, "W1[1,1] to W2[1,4] and b1[1] to b2[1] are right"));
    }
  run_assert_same (trainer, same);

  GradusChange change = change_read ("0:b1[1]+0.001");
  for (int i = 0; i < GRADUS_MAX_CHANGES; i++)
    {
      g_assert_true (gradus_trainer_change (trainer, &change, NULL));
      gradus_trainer_work (trainer, G_MAXINT);
    }
  g_assert_false (gradus_trainer_change (trainer, &change, NULL));
  g_assert_false (gradus_trainer_is_redoing (trainer));
}

/* What an experiment file could not say: ±1e6 is the field's range, and its ends are in it. */
static void
test_out_of_range (void)
{
  GradusSpec spec, read;
  const double wrong[] = { NAN, INFINITY, -INFINITY, nextafter (1e6, 2e6), nextafter (-1e6, -2e6) };
  const double right[] = { 1e6, -1e6 };

  run_spec (&spec, NULL);
  g_autoptr (GradusTrainer) trainer = run_new (&spec);
  g_autoptr (GradusTrainer) same = run_new (&spec);
  gradus_trainer_run (trainer, 3);
  gradus_trainer_run (same, 3);
  for (gsize i = 0; i < 2 * G_N_ELEMENTS (wrong); i++)
    {
      GradusChange change = { 0, 1, 0, 0, i % 2 == 1, wrong[i / 2] };
      g_autoptr (GError) error = NULL;
      g_assert_false (gradus_trainer_change (trainer, &change, &error));
      g_assert_error (error, GRADUS_ERROR, GRADUS_ERROR_SPEC);
      g_assert_nonnull (
          strstr (error->message, "out of range; a number from -1000000 to 1000000 is right"));
      g_assert_false (gradus_trainer_is_redoing (trainer));
      g_assert_cmpint (gradus_trainer_get_spec (trainer)->changes.n, ==, 0);
    }
  run_assert_same (trainer, same);

  for (gsize i = 0; i < G_N_ELEMENTS (right); i++)
    {
      GradusChange change = { 0, 1, 0, 0, FALSE, right[i] };
      g_assert_true (gradus_trainer_change (trainer, &change, NULL));
      gradus_trainer_work (trainer, G_MAXINT);
    }
  const GradusSpec *changed = gradus_trainer_get_spec (trainer);
  const GradusSpecField *field = gradus_spec_field_find ("changes");
  g_autofree char *text = gradus_spec_field_get (field, changed);
  run_spec (&read, "changes", text, NULL);
  g_assert_true (gradus_spec_equal (&read, changed));
}

/* Least and largest cost between kept rows come out as if the row had only been made once. */
static void
test_history (void)
{
  g_autoptr (GradusHistory) once = gradus_history_new (), twice = gradus_history_new ();

  for (int t = 0; t < 3 * GRADUS_HISTORY_ROWS; t++)
    {
      GradusRow row = { .epoch = t, .cost = sin (t) }, first = { .epoch = t, .cost = 5 };
      gradus_history_add (once, &row);
      gradus_history_add (twice, t % 3 == 0 ? &first : &row);
      if (t % 3 == 0)
        gradus_history_replace (twice, &row);
    }
  g_assert_cmpmem (once->rows, once->n_rows * sizeof *once->rows, twice->rows,
                   twice->n_rows * sizeof *twice->rows);
  g_assert_cmpmem (&once->last, sizeof once->last, &twice->last, sizeof twice->last);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/change/is-read-and-written-as-on-paper", test_text);
  g_test_add_func ("/change/is-of-the-epoch-before-its-row-is-made", test_by_spec);
  g_test_add_func ("/change/a-live-one-is-as-one-of-the-spec", test_live);
  g_test_add_func ("/change/a-replay-has-them-once", test_replay);
  g_test_add_func ("/change/a-finished-run-takes-one", test_finished);
  g_test_add_func ("/change/what-cannot-be-is-refused", test_refused);
  g_test_add_func ("/change/what-a-file-could-not-say-is-refused", test_out_of_range);
  g_test_add_func ("/change/history-forgets-the-row-before", test_history);
  return g_test_run ();
}
