/* A table of runs: what a row of it comes to, and how it is written down. */
#include <math.h>

#include "core/compare.h"
#include "core/sweep-cell.h"
#include "run.h"

static GradusSweep *
make (const char *values, const char *across_values)
{
  GradusSpec spec;
  g_autoptr (GError) error = NULL;

  run_spec (&spec, "vary", "init-scale", "values", values, "across", "seed", "across-values",
            across_values, "epochs", "9", NULL);
  gradus_spec_check (&spec, &error);
  g_assert_no_error (error);
  return gradus_sweep_new (&spec);
}

static void
set_done (GradusSweep *sweep, int i, double cost, double accuracy)
{
  sweep->cells[i] = (GradusSweepCell){ GRADUS_SWEEP_DONE, 9, cost, accuracy, NAN, NAN };
}

static void
set_diverged (GradusSweep *sweep, int i)
{
  sweep->cells[i] = (GradusSweepCell){ GRADUS_SWEEP_DIVERGED, 3, NAN, NAN, NAN, NAN };
}

/* Numbers of both measures: median, least, most. */
static void
assert_row (const GradusSweep *sweep, int row, const double cost[3], const double accuracy[3])
{
  GradusSweepSummary summary;

  gradus_sweep_sum_up (sweep, row, GRADUS_SWEEP_COST, &summary);
  g_assert_cmpfloat (summary.median, ==, cost[0]);
  g_assert_cmpfloat (summary.least, ==, cost[1]);
  g_assert_cmpfloat (summary.most, ==, cost[2]);
  gradus_sweep_sum_up (sweep, row, GRADUS_SWEEP_ACCURACY, &summary);
  g_assert_cmpfloat (summary.median, ==, accuracy[0]);
  g_assert_cmpfloat (summary.least, ==, accuracy[1]);
  g_assert_cmpfloat (summary.most, ==, accuracy[2]);
}

/* As np.median ([3, 1, 2, 5]) == 2.5 and np.median ([3, 1, 2]) == 2.0. */
static void
test_median (void)
{
  g_autoptr (GradusSweep) sweep = make ("0.01;1", "1..4");
  const double costs[] = { 3, 1, 2, 5 };

  g_assert_cmpint (sweep->n_rows, ==, 2);
  g_assert_cmpint (sweep->n_columns, ==, 4);
  for (int j = 0; j < 4; j++)
    set_done (sweep, j, costs[j], costs[j] / 8);
  assert_row (sweep, 0, (double[]){ 2.5, 1, 5 }, (double[]){ 2.5 / 8, 1.0 / 8, 5.0 / 8 });
  for (int j = 0; j < 3; j++)
    set_done (sweep, 4 + j, costs[j], costs[j] / 8);
  assert_row (sweep, 1, (double[]){ 2, 1, 3 }, (double[]){ 2.0 / 8, 1.0 / 8, 3.0 / 8 });
}

/* As np.median ([1, 2, inf]) == 2, np.median ([1, inf, 2, inf]) == inf, np.median ([.5, -inf]) ==
 * -inf: a failure counts as worse than all else. */
static void
test_diverged (void)
{
  g_autoptr (GradusSweep) sweep = make ("1;30", "1..4");
  GradusSweepSummary summary;

  set_done (sweep, 0, 1, 0.9);
  set_done (sweep, 1, 2, 0.8);
  set_diverged (sweep, 2);
  assert_row (sweep, 0, (double[]){ 2, 1, 2 }, (double[]){ 0.8, 0.8, 0.9 });
  set_diverged (sweep, 3);
  assert_row (sweep, 0, (double[]){ INFINITY, 1, 2 }, (double[]){ -INFINITY, 0.8, 0.9 });
  gradus_sweep_sum_up (sweep, 0, GRADUS_SWEEP_COST, &summary);
  g_assert_cmpint (summary.n_done, ==, 2);
  g_assert_cmpint (summary.n_diverged, ==, 2);
  for (int j = 4; j < 8; j++)
    set_diverged (sweep, j);
  gradus_sweep_sum_up (sweep, 1, GRADUS_SWEEP_COST, &summary);
  g_assert_true (isinf (summary.median) && isnan (summary.least) && isnan (summary.most));
  g_assert_cmpint (gradus_sweep_count_ended (sweep), ==, 8);
}

static void
test_waiting (void)
{
  g_autoptr (GradusSweep) sweep = make ("1", "5");
  GradusSweepSummary summary;
  double least, most;

  gradus_sweep_sum_up (sweep, 0, GRADUS_SWEEP_ACCURACY, &summary);
  g_assert_true (isnan (summary.median) && isnan (summary.least));
  g_assert_false (gradus_sweep_range (sweep, GRADUS_SWEEP_COST, &least, &most));
  g_assert_cmpfloat (gradus_sweep_progress (sweep), ==, 0);
  sweep->cells[0] = (GradusSweepCell){ GRADUS_SWEEP_RUNNING, 4, 0.6, 0.7, NAN, NAN };
  /* What is not at its end is in no median. */
  gradus_sweep_sum_up (sweep, 0, GRADUS_SWEEP_ACCURACY, &summary);
  g_assert_true (isnan (summary.median));
  g_assert_cmpfloat (gradus_sweep_progress (sweep), ==, 0.5); /* epochs 0 … 4 of 0 … 9 */
  set_done (sweep, 0, 0.5, 0.75);
  g_assert_true (gradus_sweep_range (sweep, GRADUS_SWEEP_COST, &least, &most));
  g_assert_cmpfloat (least, ==, 0.5);
  g_assert_cmpfloat (most, ==, 0.5);
  g_assert_cmpfloat (gradus_sweep_progress (sweep), ==, 1);
}

/* Epochs that differ count as what they are: 1 + 3 of 1 + 3 + 1 + 3 epochs. */
static void
test_epochs_differ (void)
{
  GradusSpec spec;

  run_spec (&spec, "vary", "seed", "values", "1;2", "across", "epochs", "across-values", "0;2",
            NULL);
  g_autoptr (GradusSweep) sweep = gradus_sweep_new (&spec);
  set_done (sweep, 0, 1, 1);
  set_done (sweep, 1, 1, 1);
  g_assert_cmpfloat (gradus_sweep_progress (sweep), ==, 0.5);
}

static void
test_trained (void)
{
  GradusSpec spec, run;

  run_spec (&spec, "vary", "alpha", "values", "1.2;1e6", "across", "seed", "across-values", "2",
            "epochs", "400", "hidden", "0", "l2", "10", NULL);
  gradus_compare_pick (&spec, 0, &run);
  run_spec (&run, "epochs", "30", NULL);
  g_autoptr (GradusTrainer) good = run_new (&run);
  GradusSweepCell cell = gradus_sweep_cell (good);
  g_assert_cmpint (cell.state, ==, GRADUS_SWEEP_RUNNING);
  g_assert_cmpint (cell.epoch, ==, -1);
  gradus_trainer_run (good, G_MAXINT64);
  cell = gradus_sweep_cell (good);
  g_assert_cmpint (cell.state, ==, GRADUS_SWEEP_DONE);
  g_assert_cmpint (cell.epoch, ==, 30);
  g_assert_cmpfloat (cell.cost, ==, run_cost (good));

  gradus_compare_pick (&spec, 1, &run);
  g_autoptr (GradusTrainer) bad = run_new (&run);
  gradus_trainer_run (bad, G_MAXINT64);
  cell = gradus_sweep_cell (bad);
  g_assert_cmpint (cell.state, ==, GRADUS_SWEEP_DIVERGED);
  g_assert_cmpint (cell.epoch, ==, gradus_trainer_get_diverged_epoch (bad));
  g_assert_true (isnan (cell.cost));
}

static void
test_csv (void)
{
  g_autoptr (GradusSweep) sweep = make ("0.01;1", "1..2");
  g_autoptr (GString) whole = g_string_new (NULL);
  g_autoptr (GString) parts = g_string_new (NULL);

  set_done (sweep, 0, 0.5, 0.75);
  set_diverged (sweep, 1);
  sweep->cells[2] = (GradusSweepCell){ GRADUS_SWEEP_RUNNING, 4, 0.1, 0.5, 2, 0.25 };
  gradus_sweep_append_csv (sweep, 0, 4, TRUE, whole);
  g_assert_cmpstr (whole->str, ==,
                   "run,across,state,epoch,cost,accuracy,held_out_cost,held_out_accuracy\n"
                   "0.01,1,done,9,0.5,0.75,,\n"
                   "0.01,2,diverged,3,,,,\n"
                   "1,1,running,4,0.10000000000000001,0.5,2,0.25\n"
                   "1,2,waiting,,,,,\n");
  for (int i = 0; i < 4; i++)
    gradus_sweep_append_csv (sweep, i, i + 1, i == 0, parts);
  g_assert_cmpstr (parts->str, ==, whole->str);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sweep/median-least-and-most-are-numpys", test_median);
  g_test_add_func ("/sweep/what-diverged-is-worse-than-all-else", test_diverged);
  g_test_add_func ("/sweep/what-is-not-at-its-end-is-in-no-median", test_waiting);
  g_test_add_func ("/sweep/progress-counts-epochs", test_epochs_differ);
  g_test_add_func ("/sweep/a-cell-is-what-its-run-came-to", test_trained);
  g_test_add_func ("/sweep/parts-of-the-table-make-the-whole", test_csv);
  return g_test_run ();
}
