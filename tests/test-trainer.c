/* The resumable job: any slicing, any number of threads, the same bits; and what it records. */
#include <math.h>
#include <string.h>

#include "run.h"

/* Works through the run in slices of lengths that a generator picks. */
static GradusTrainer *
run_sliced (const GradusSpec *spec, int longest, int n_threads)
{
  GradusTrainer *trainer = run_new (spec);
  GradusTrainerStatus status;
  GradusRng rng;

  gradus_rng_seed (&rng, 11);
  gradus_trainer_set_threads (trainer, n_threads);
  do
    status = gradus_trainer_work (trainer, 1 + (int) gradus_rng_interval (&rng, longest - 1));
  while (status != GRADUS_TRAINER_FINISHED && status != GRADUS_TRAINER_DIVERGED);
  return trainer;
}

static void
assert_slices_do_not_matter (const GradusSpec *spec)
{
  static const int longest[] = { 1, 3, 100 };
  static const int n_threads[] = { 1, 2, 3, 7 };
  g_autoptr (GradusTrainer) whole = run_new (spec);

  gradus_trainer_run (whole, spec->epochs + 1);
  for (guint i = 0; i < G_N_ELEMENTS (longest); i++)
    for (guint j = 0; j < G_N_ELEMENTS (n_threads); j++)
      {
        g_autoptr (GradusTrainer) sliced = run_sliced (spec, longest[i], n_threads[j]);
        run_assert_same (whole, sliced);
      }
}

static void
test_slices (void)
{
  GradusSpec spec;

  run_spec (&spec, "epochs", "30", "init-scale", "1", NULL);
  assert_slices_do_not_matter (&spec);
  run_spec (&spec, "epochs", "4", "examples", "20001", "hidden", "5;3", "held-out", "0.3", "l2",
            "0.5", NULL);
  assert_slices_do_not_matter (&spec);
  run_spec (&spec, "epochs", "3", "examples", "9000", "batch", "2500", "activation", "relu",
            "held-out", "0.25", "standardise", "true", NULL);
  assert_slices_do_not_matter (&spec);
  run_spec (&spec, "epochs", "3", "batch", "7", "alpha", "0.1", NULL);
  assert_slices_do_not_matter (&spec);
  run_spec (&spec, "epochs", "1", "examples", "1000", "hidden", "200;200", NULL);
  assert_slices_do_not_matter (&spec); /* whose blocks are smaller */
}

static void
test_published (void)
{
  static const double published[] = { 0.693048, 0.288083, 0.254385, 0.233864,
                                      0.226792, 0.222644, 0.219731, 0.217504 };
  GradusSpec spec;

  run_spec (&spec, "epochs", "7000", NULL);
  g_autoptr (GradusTrainer) trainer = run_new (&spec);
  gradus_trainer_run (trainer, 7001);
  const GradusHistory *history = gradus_trainer_get_history (trainer);
  for (int i = 0; i < 8; i++)
    g_assert_cmpfloat_with_epsilon (gradus_history_find (history, 1000 * i)->cost, published[i],
                                    5.1e-7);
}

static void
test_constant_start (void)
{
  for (int n_h = 2; n_h <= 16; n_h++)
    {
      char text[3];
      GradusSpec spec;
      g_snprintf (text, sizeof text, "%d", n_h);
      /* 300 examples of 400 make the classes unequal, so that every parameter moves */
      run_spec (&spec, "hidden", text, "init", "constant", "init-scale", "0.5", "examples", "60",
                "held-out", "0.25", "epochs", "20000", NULL);
      g_autoptr (GradusTrainer) trainer = run_new (&spec);
      g_assert_cmpint (gradus_trainer_run (trainer, 20001), ==, GRADUS_TRAINER_FINISHED);
      const GradusNetwork *network = gradus_trainer_get_network (trainer);
      const double *w = gradus_network_w (network, 1), *b = gradus_network_b (network, 1);
      for (int j = 1; j < n_h; j++)
        {
          g_assert_cmpmem (w, 2 * sizeof *w, w + 2 * j, 2 * sizeof *w);
          g_assert_cmpmem (b, sizeof *b, b + j, sizeof *b);
        }
      g_assert_cmpfloat (w[0], !=, 0.5);
    }
}

static void
test_between_epochs (void)
{
  GradusSpec spec;

  run_spec (&spec, "epochs", "5", NULL);
  g_autoptr (GradusTrainer) trainer = run_new (&spec);
  g_assert_cmpint (gradus_trainer_get_epoch (trainer), ==, -1);
  g_assert_null (gradus_trainer_take_snapshot (trainer));
  for (gint64 epoch = 0; epoch <= 5; epoch++)
    {
      const GradusNetwork *network = gradus_trainer_get_network (trainer);
      g_autofree double *before = g_memdup2 (network->parameters, 17 * sizeof (double));
      g_autofree double *gradient =
          g_memdup2 (gradus_trainer_get_gradient (trainer), 17 * sizeof (double));
      gradus_trainer_work (trainer, 100);
      g_assert_cmpint (gradus_trainer_get_epoch (trainer), ==, epoch);
      for (int i = 0; i < 17 && epoch > 0; i++) /* W := W − α dW with the numbers shown */
        g_assert_true (network->parameters[i] == before[i] - 1.2 * gradient[i]);
      double squares = 0;
      for (int i = 0; i < 8; i++)
        squares +=
            gradus_trainer_get_gradient (trainer)[i] * gradus_trainer_get_gradient (trainer)[i];
      g_assert_cmpfloat_with_epsilon (gradus_trainer_get_history (trainer)->last.gradient_norm[0],
                                      sqrt (squares), 1e-15);
    }
  g_assert_cmpint (gradus_trainer_work (trainer, 1), ==, GRADUS_TRAINER_FINISHED);
  g_assert_cmpint (gradus_trainer_get_epoch (trainer), ==, 5);
}

static void
test_epochs_can_grow (void)
{
  GradusSpec spec;

  run_spec (&spec, "epochs", "5", NULL);
  g_autoptr (GradusTrainer) grown = run_new (&spec);
  spec.epochs = 12;
  g_autoptr (GradusTrainer) whole = run_new (&spec);
  gradus_trainer_run (grown, 100);
  gradus_trainer_set_epochs (grown, 12);
  g_assert_cmpint (gradus_trainer_run (grown, 100), ==, GRADUS_TRAINER_FINISHED);
  gradus_trainer_run (whole, 100);
  run_assert_same (grown, whole);
  gradus_trainer_set_epochs (grown, 3);
  g_assert_cmpint (gradus_trainer_work (grown, 1), ==, GRADUS_TRAINER_FINISHED);
  gradus_trainer_set_epochs (grown, -1);
  g_assert_cmpint (gradus_trainer_work (grown, 1), ==, GRADUS_TRAINER_EPOCH_DONE);
}

static void
test_diverges (void)
{
  GradusSpec spec;

  run_spec (&spec, "activation", "relu", "alpha", "1000", "init-scale", "1", NULL);
  g_autoptr (GradusTrainer) trainer = run_new (&spec);
  g_assert_cmpint (gradus_trainer_run (trainer, 10001), ==, GRADUS_TRAINER_DIVERGED);
  gint64 epoch = gradus_trainer_get_epoch (trainer);
  g_assert_cmpint (epoch, >, 0);
  g_assert_cmpint (gradus_trainer_get_diverged_epoch (trainer), ==, epoch + 1);
  g_assert_cmpuint (gradus_history_count (gradus_trainer_get_history (trainer)), ==,
                    (gsize) epoch + 1);
  g_assert_true (isfinite (run_cost (trainer)));

  const GradusNetwork *network = gradus_trainer_get_network (trainer);
  for (gsize i = 0; i < network->n_parameters; i++)
    g_assert_true (isfinite (network->parameters[i]));
  spec.epochs = epoch; /* what is left is that epoch to the bit */
  g_autoptr (GradusTrainer) stopped = run_new (&spec);
  gradus_trainer_run (stopped, epoch + 1);
  run_assert_same (stopped, trainer);
  g_assert_cmpint (gradus_trainer_work (trainer, 1), ==, GRADUS_TRAINER_DIVERGED);
}

static void
test_alpha_can_be_repeated (void)
{
  GradusSpec spec;

  for (int batch = 0; batch <= 50; batch += 50)
    {
      run_spec (&spec, "epochs", "40", NULL);
      spec.batch = batch;
      g_autoptr (GradusTrainer) turned = run_new (&spec);
      gradus_trainer_run (turned, 11); /* epoch 10 is recorded */
      g_assert_true (gradus_trainer_set_alpha (turned, 0.3));
      gradus_trainer_run (turned, 10);                 /* epoch 20 */
      gradus_trainer_work (turned, batch > 0 ? 1 : 0); /* and into the next one, if it has parts */
      g_assert_true (gradus_trainer_set_alpha (turned, 0.01));
      gradus_trainer_run (turned, 100);

      g_autoptr (GradusTrainer) repeated = run_new (gradus_trainer_get_spec (turned));
      gradus_trainer_run (repeated, 100);
      run_assert_same (turned, repeated);
      g_autoptr (GradusTrainer) untouched = run_new (&spec);
      gradus_trainer_run (untouched, 100);
      g_assert_true (run_cost (untouched) != run_cost (repeated));
    }
}

static void
test_snapshots (void)
{
  GradusSpec spec;

  run_spec (&spec, "epochs", "9", "batch", "64", NULL);
  g_autoptr (GradusTrainer) trainer = run_new (&spec);
  for (gint64 epoch = 0; epoch < 9; epoch++)
    {
      gradus_trainer_run (trainer, 1);
      g_autoptr (GradusSnapshot) taken = gradus_trainer_take_snapshot (trainer);
      const GradusSnapshot *kept = gradus_album_find (gradus_trainer_get_album (trainer), epoch);
      gradus_trainer_work (trainer, 1); /* in the midst of the next epoch */
      g_autoptr (GradusSnapshot) late = gradus_trainer_take_snapshot (trainer);
      gsize bytes = taken->network->n_parameters * sizeof (double);
      g_assert_cmpint (kept->row.epoch, ==, epoch);
      g_assert_cmpint (late->row.epoch, ==, epoch);
      g_assert_cmpmem (taken->network->parameters, bytes, kept->network->parameters, bytes);
      g_assert_cmpmem (taken->network->parameters, bytes, late->network->parameters, bytes);
      g_assert_cmpmem (taken->rng, sizeof (GradusRng), late->rng, sizeof (GradusRng));
    }
}

static void
test_held_out (void)
{
  GradusSpec spec;

  run_spec (&spec, "held-out", "0.25", "epochs", "0", "init-scale", "1", "l2", "3", NULL);
  g_autoptr (GradusTrainer) trainer = run_new (&spec);
  gradus_trainer_run (trainer, 1);
  g_assert_cmpuint (gradus_trainer_get_training (trainer)->m, ==, 300);
  g_assert_cmpuint (gradus_trainer_get_held_out (trainer)->m, ==, 100);

  /* The same network on the held-out examples alone, without penalty; and on all with it. */
  g_autoptr (GradusSnapshot) start = gradus_trainer_take_snapshot (trainer);
  const GradusRow *row = &gradus_trainer_get_history (trainer)->last;
  g_autoptr (GError) error = NULL;
  GradusSpec alone = spec;
  alone.held_out = 0;
  alone.l2 = 0;
  g_autoptr (GradusTrainer) outside =
      gradus_trainer_new (&alone, gradus_trainer_get_held_out (trainer), &error);
  gradus_trainer_run (outside, 1);
  g_assert_cmpfloat (row->held_out_cost, ==, run_cost (outside));
  g_autoptr (GradusTrainer) inside =
      gradus_trainer_new (&alone, gradus_trainer_get_training (trainer), &error);
  gradus_trainer_run (inside, 1);
  double squares = 0;
  for (int l = 1; l <= 2; l++)
    for (int i = 0; i < (l == 1 ? 8 : 4); i++)
      squares += pow (gradus_network_w (start->network, l)[i], 2);
  g_assert_cmpfloat_with_epsilon (row->cost, run_cost (inside) + 3 / 600.0 * squares, 1e-14);
}

static void
test_large_batch (void)
{
  GradusSpec spec;

  /* A batch of more than all examples is all of them, in another order. */
  run_spec (&spec, "epochs", "20", NULL);
  g_autoptr (GradusTrainer) full = run_new (&spec);
  spec.batch = 100000;
  g_autoptr (GradusTrainer) batch = run_new (&spec);
  gradus_trainer_run (full, 21);
  gradus_trainer_run (batch, 21);
  g_assert_cmpfloat_with_epsilon (run_cost (full), run_cost (batch), 1e-12);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trainer/slices-and-threads-do-not-matter", test_slices);
  g_test_add_func ("/trainer/the-published-run-comes-out", test_published);
  g_test_add_func ("/trainer/constant-weights-stay-identical-to-the-bit", test_constant_start);
  g_test_add_func ("/trainer/between-epochs-the-next-step-can-be-told", test_between_epochs);
  g_test_add_func ("/trainer/a-finished-run-goes-on-when-epochs-grows", test_epochs_can_grow);
  g_test_add_func ("/trainer/divergence-keeps-the-last-finite-epoch", test_diverges);
  g_test_add_func ("/trainer/a-turned-alpha-can-be-repeated-from-the-spec",
                   test_alpha_can_be_repeated);
  g_test_add_func ("/trainer/snapshots-are-whole-epochs", test_snapshots);
  g_test_add_func ("/trainer/held-out-cost-has-no-penalty", test_held_out);
  g_test_add_func ("/trainer/a-batch-larger-than-all-is-all", test_large_batch);
  return g_test_run ();
}
