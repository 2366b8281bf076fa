/* Epochs between two snapshots are worked out again with the bits they had. */
#include "core/replay.h"

#include <string.h>

#include "run.h"

static void
assert_same_snapshot (const GradusSnapshot *a, const GradusSnapshot *b)
{
  gsize bytes = a->network->n_parameters * sizeof (double);

  g_assert_cmpmem (a->network->parameters, bytes, b->network->parameters, bytes);
  g_assert_cmpmem (&a->row, G_STRUCT_OFFSET (GradusRow, cost_min), &b->row,
                   G_STRUCT_OFFSET (GradusRow, cost_min));
  g_assert_true ((a->rng != NULL) == (b->rng != NULL));
  if (a->rng != NULL)
    g_assert_cmpmem (a->rng, sizeof *a->rng, b->rng, sizeof *b->rng);
}

/* An album so thin that most epochs lie between two snapshots. */
static GradusTrainer *
run_thin (const GradusSpec *spec, gint64 epochs, gint64 stride)
{
  GradusTrainer *trainer = run_new (spec);
  GradusAlbum *album = (GradusAlbum *) gradus_trainer_get_album (trainer);

  album->stride = stride;
  gradus_trainer_run (trainer, epochs + 1);
  return trainer;
}

/* As the run of the spec once more, all its snapshots kept, says. */
static void
assert_between (const GradusSpec *spec, gint64 epochs)
{
  g_autoptr (GradusTrainer) full = run_thin (spec, epochs, 1);
  g_autoptr (GradusTrainer) thin = run_thin (spec, epochs, 16);

  for (gint64 epoch = 0; epoch <= epochs; epoch++)
    {
      g_autoptr (GradusReplay) replay = gradus_replay_new (thin, epoch);
      g_autoptr (GradusSnapshot) again = gradus_replay_finish (replay);

      g_assert_cmpint (gradus_replay_get_distance (replay), ==, epoch % 16);
      assert_same_snapshot (again, gradus_album_find (gradus_trainer_get_album (full), epoch));
    }
}

static void
test_full_batch (void)
{
  GradusSpec spec;

  run_spec (&spec, "init-scale", "1", NULL);
  assert_between (&spec, 70);
  run_spec (&spec, "hidden", "5;3", "activation", "sigmoid", "l2", "2", NULL);
  assert_between (&spec, 40);
}

static void
test_batches (void)
{
  GradusSpec spec;

  run_spec (&spec, "batch", "64", "alpha", "0.5", NULL);
  assert_between (&spec, 40);
  run_spec (&spec, "batch", "7", "examples", "50", "held-out", "0.2", "standardise", "true", NULL);
  assert_between (&spec, 40);
}

static void
test_held_out (void)
{
  GradusSpec spec;

  run_spec (&spec, "held-out", "0.25", "hidden", "0", NULL);
  assert_between (&spec, 40);
}

static void
test_schedule (void)
{
  GradusSpec spec;

  run_spec (&spec, "alpha-schedule", "5:0.3;16:2;20:0.01", NULL);
  assert_between (&spec, 40);
  run_spec (&spec, "alpha-schedule", "5:0.3;31:2", "batch", "100", NULL);
  assert_between (&spec, 40);
}

/* Once each: not again what the snapshot has, nor too late what comes behind it. */
static void
test_changes (void)
{
  GradusSpec spec;

  run_spec (&spec, "changes", "0:W1[1,2]=0.5;16:b1[2]+0.25;21:W2[1,3]-1;32:W1[1,1]+0.125", NULL);
  assert_between (&spec, 40);
  run_spec (&spec, "changes", "16:b1[2]+0.25;21:W2[1,3]-1", "batch", "100", NULL);
  assert_between (&spec, 40);
}

/* What is done to the run after a replay has begun does not reach it. */
static void
test_apart (void)
{
  GradusSpec spec;

  run_spec (&spec, "batch", "100", NULL);
  g_autoptr (GradusTrainer) full = run_thin (&spec, 40, 1);
  GradusTrainer *thin = run_thin (&spec, 40, 16);
  g_autoptr (GradusReplay) replay = gradus_replay_new (thin, 29);
  gradus_replay_work (replay, 3);
  gradus_trainer_set_alpha (thin, 0.001);
  gradus_trainer_run (thin, 20);
  gradus_trainer_free (thin);
  g_autoptr (GradusSnapshot) again = gradus_replay_finish (replay);
  assert_same_snapshot (again, gradus_album_find (gradus_trainer_get_album (full), 29));
}

static void
test_not_recorded (void)
{
  GradusSpec spec;

  run_spec (&spec, "epochs", "10", NULL);
  g_autoptr (GradusTrainer) trainer = run_new (&spec);
  g_assert_null (gradus_replay_new (trainer, 0));
  gradus_trainer_run (trainer, 4);
  g_assert_null (gradus_replay_new (trainer, 4));
  g_assert_null (gradus_replay_new (trainer, -1));
  g_autoptr (GradusReplay) newest = gradus_replay_new (trainer, 3);
  g_assert_nonnull (newest);
}

/* A run that diverges can be replayed up to its last finite epoch. */
static void
test_diverged (void)
{
  GradusSpec spec;

  run_spec (&spec, "activation", "relu", "alpha", "1000", "init-scale", "1", NULL);
  g_autoptr (GradusTrainer) trainer = run_thin (&spec, 1000, 16);
  g_assert_cmpint (gradus_trainer_get_status (trainer), ==, GRADUS_TRAINER_DIVERGED);
  g_autoptr (GradusSnapshot) last = gradus_trainer_take_snapshot (trainer);
  g_autoptr (GradusReplay) replay = gradus_replay_new (trainer, last->row.epoch);
  g_autoptr (GradusSnapshot) again = gradus_replay_finish (replay);
  assert_same_snapshot (again, last);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/replay/gives-the-bits-of-a-full-batch-run", test_full_batch);
  g_test_add_func ("/replay/draws-the-mini-batches-again", test_batches);
  g_test_add_func ("/replay/knows-the-held-out-examples", test_held_out);
  g_test_add_func ("/replay/follows-the-schedule-of-alpha", test_schedule);
  g_test_add_func ("/replay/carries-out-changes-by-hand-once", test_changes);
  g_test_add_func ("/replay/stands-apart-from-the-run", test_apart);
  g_test_add_func ("/replay/there-is-none-of-what-is-not-recorded", test_not_recorded);
  g_test_add_func ("/replay/reaches-the-last-finite-epoch", test_diverged);
  return g_test_run ();
}
