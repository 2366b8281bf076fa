/* What a run passes, and when: by rows written by hand and by runs that others have made. */
#include "core/landmarks.h"

#include <math.h>

#include "run.h"

static const GradusLandmarks *
run_to_end (GradusTrainer *trainer)
{
  gradus_trainer_run (trainer, G_MAXINT32);
  return gradus_trainer_get_landmarks (trainer);
}

/* The epochs of numerics.md, which an independent program found. */
static void
test_plateau (void)
{
  static const struct
  {
    const char *scale;
    gint64 epoch;
  } starts[] = { { "1e-8", 76 }, { "1e-6", 55 }, { "1e-4", 33 }, { "1e-2", 11 }, { "0", -1 } };

  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      GradusSpec spec;

      run_spec (&spec, "init-scale", starts[i].scale, "epochs", "100", NULL);
      g_autoptr (GradusTrainer) trainer = run_new (&spec);
      const GradusLandmarks *landmarks = run_to_end (trainer);
      g_assert_cmpint (landmarks->epochs[GRADUS_LANDMARK_PLATEAU], ==, starts[i].epoch);
      g_assert_cmpfloat_with_epsilon (landmarks->constant_cost, G_LN2, 1e-16);
      g_assert_true (gradus_landmarks_began_on_plateau (landmarks));
    }
}

/* The costs of the course's own run rise at once by 1e-7 of themselves, not by some ulps. Where
 * that is hangs on the order of the sums: near epoch 7832 in NumPy, near 7843 here. */
static void
test_course (void)
{
  GradusSpec spec;

  run_spec (&spec, "epochs", "8000", NULL);
  g_autoptr (GradusTrainer) trainer = run_new (&spec);
  const GradusLandmarks *landmarks = run_to_end (trainer);
  const GradusHistory *history = gradus_trainer_get_history (trainer);
  gint64 rise = landmarks->epochs[GRADUS_LANDMARK_RISE];
  gint64 accurate = landmarks->epochs[GRADUS_LANDMARK_ACCURATE];

  g_assert_cmpint (rise, >, 7750);
  g_assert_cmpint (rise, <, 7950);
  for (gint64 epoch = 1; epoch < rise; epoch++)
    g_assert_cmpfloat (gradus_history_find (history, epoch)->cost, <=,
                       gradus_history_find (history, epoch - 1)->cost);
  g_assert_cmpfloat (gradus_history_find (history, rise)->cost, >,
                     gradus_history_find (history, rise - 1)->cost * (1 + 1e-8));
  /* 361 of 400 are the first that are more than 90 %. */
  g_assert_cmpint (accurate, ==, 2143);
  g_assert_cmpfloat (gradus_history_find (history, accurate)->accuracy, ==, 361 / 400.0);
  for (gint64 epoch = 0; epoch < accurate; epoch++)
    g_assert_cmpfloat (gradus_history_find (history, epoch)->accuracy, <=, 0.9);
  g_assert_cmpint (landmarks->epochs[GRADUS_LANDMARK_DIVERGED], ==, -1);
}

static void
take (GradusLandmarks *landmarks, gint64 epoch, double cost, double accuracy)
{
  GradusRow row = { .epoch = epoch, .cost = cost, .accuracy = accuracy };

  gradus_landmarks_take (landmarks, &row);
}

/* 1, 2 and 3 examples of three classes. */
static GradusLandmarks
make_uneven (void)
{
  g_autoptr (GradusDataset) data = gradus_dataset_new (6, 2, 3, NULL, NULL);
  GradusLandmarks landmarks;

  for (int i = 0; i < 6; i++)
    data->labels[i] = (guint8) (i < 1 ? 0 : i < 3 ? 1 : 2);
  gradus_landmarks_init (&landmarks, data);
  return landmarks;
}

static void
test_uneven (void)
{
  GradusLandmarks landmarks = make_uneven ();
  /* ln 6 / 6 + ln 3 / 3 + ln 2 / 2 = 1.0114042647 */
  double entropy = log (6) / 6 + log (3) / 3 + log (2) / 2;

  g_assert_cmpfloat_with_epsilon (landmarks.constant_cost, entropy, 1e-15);
  g_assert_false (landmarks.is_balanced);
  take (&landmarks, 0, 0.9901 * entropy, 0.5);
  g_assert_cmpint (landmarks.epochs[GRADUS_LANDMARK_PLATEAU], ==, -1);
  take (&landmarks, 1, 0.9899 * entropy, 0.5);
  take (&landmarks, 2, 0.5, 0.5);
  g_assert_cmpint (landmarks.epochs[GRADUS_LANDMARK_PLATEAU], ==, 1);
  g_assert_true (gradus_landmarks_began_on_plateau (&landmarks));

  landmarks = make_uneven ();
  take (&landmarks, 0, 1.02 * entropy, 0.5);
  g_assert_false (gradus_landmarks_began_on_plateau (&landmarks));
}

static void
test_one_class (void)
{
  g_autoptr (GradusDataset) data = gradus_dataset_new (5, 2, 2, NULL, NULL);
  GradusLandmarks landmarks;

  gradus_landmarks_init (&landmarks, data);
  g_assert_cmpfloat (landmarks.constant_cost, ==, 0); /* there is nothing to learn */
  take (&landmarks, 0, 0.1, 1);
  g_assert_cmpint (landmarks.epochs[GRADUS_LANDMARK_PLATEAU], ==, -1);
}

static void
test_rounding (void)
{
  GradusLandmarks landmarks = make_uneven ();

  take (&landmarks, 0, 0.25, 0.5);
  take (&landmarks, 1, 0.25 + 4 * 0x1p-54, 0.5);
  take (&landmarks, 2, 0.25 + 4 * 0x1p-54, 0.5);
  g_assert_cmpint (landmarks.epochs[GRADUS_LANDMARK_RISE], ==, -1);
  take (&landmarks, 3, 0.25 * (1 + 1e-11), 0.5);
  take (&landmarks, 4, 0.3, 0.5);
  g_assert_cmpint (landmarks.epochs[GRADUS_LANDMARK_RISE], ==, 3);
}

/* Logistic regression on two clouds comes to rest, where the cost moves by ulps. */
static void
test_rest (void)
{
  GradusSpec spec;

  run_spec (&spec, "source", "gaussians", "hidden", "0", "l2", "1", "epochs", "3000", NULL);
  g_autoptr (GradusTrainer) trainer = run_new (&spec);
  const GradusLandmarks *landmarks = run_to_end (trainer);
  const GradusHistory *history = gradus_trainer_get_history (trainer);
  int n_rises = 0;

  for (gint64 epoch = 1; epoch <= 3000; epoch++)
    n_rises +=
        gradus_history_find (history, epoch)->cost > gradus_history_find (history, epoch - 1)->cost;
  g_assert_cmpint (n_rises, >, 0);
  g_assert_cmpint (landmarks->epochs[GRADUS_LANDMARK_RISE], ==, -1);
}

static void
test_redone (void)
{
  GradusLandmarks landmarks = make_uneven (), other;

  take (&landmarks, 0, 1.02, 0.4);
  take (&landmarks, 1, 0.9, 0.95);
  g_assert_cmpint (landmarks.epochs[GRADUS_LANDMARK_ACCURATE], ==, 1);
  g_assert_cmpint (landmarks.epochs[GRADUS_LANDMARK_PLATEAU], ==, 1);
  take (&landmarks, 1, 1.03, 0.2); /* instead */
  g_assert_cmpint (landmarks.epochs[GRADUS_LANDMARK_ACCURATE], ==, -1);
  g_assert_cmpint (landmarks.epochs[GRADUS_LANDMARK_PLATEAU], ==, -1);
  g_assert_cmpint (landmarks.epochs[GRADUS_LANDMARK_RISE], ==, 1);
  take (&landmarks, 1, 1.01, 0.2);
  g_assert_cmpint (landmarks.epochs[GRADUS_LANDMARK_RISE], ==, -1);
  take (&landmarks, 2, 0.9, 0.2);

  other = make_uneven ();
  take (&other, 0, 1.02, 0.4);
  take (&other, 1, 1.01, 0.2);
  take (&other, 2, 0.9, 0.2);
  g_assert_cmpmem (landmarks.epochs, sizeof landmarks.epochs, other.epochs, sizeof other.epochs);

  landmarks = make_uneven ();
  take (&landmarks, 0, 1.03, 0.2);
  take (&landmarks, 0, 1.04, 0.2); /* the start too */
  g_assert_cmpfloat (landmarks.start, ==, 1.04);
  g_assert_cmpint (landmarks.epochs[GRADUS_LANDMARK_RISE], ==, -1);
}

static void
test_list (void)
{
  GradusLandmarks landmarks = make_uneven ();
  GradusLandmark list[GRADUS_N_LANDMARKS];

  g_assert_cmpint (gradus_landmarks_list (&landmarks, list), ==, 0);
  g_assert_cmpint (gradus_landmarks_find (&landmarks, 5, 1), ==, -1);
  landmarks.epoch = 40;
  landmarks.epochs[GRADUS_LANDMARK_PLATEAU] = 30;
  landmarks.epochs[GRADUS_LANDMARK_ACCURATE] = 7;
  landmarks.epochs[GRADUS_LANDMARK_RISE] = 7;
  landmarks.epochs[GRADUS_LANDMARK_DIVERGED] = 41; /* which never was */
  g_assert_cmpint (gradus_landmarks_list (&landmarks, list), ==, 4);
  g_assert_cmpint (list[0], ==, GRADUS_LANDMARK_ACCURATE);
  g_assert_cmpint (list[1], ==, GRADUS_LANDMARK_RISE);
  g_assert_cmpint (list[2], ==, GRADUS_LANDMARK_PLATEAU);
  g_assert_cmpint (list[3], ==, GRADUS_LANDMARK_DIVERGED);
  g_assert_cmpint (gradus_landmarks_show (&landmarks, GRADUS_LANDMARK_DIVERGED), ==, 40);
  g_assert_cmpint (gradus_landmarks_find (&landmarks, 0, 1), ==, 7);
  g_assert_cmpint (gradus_landmarks_find (&landmarks, 7, 1), ==, 30);
  g_assert_cmpint (gradus_landmarks_find (&landmarks, 30, 1), ==, 40);
  g_assert_cmpint (gradus_landmarks_find (&landmarks, 40, 1), ==, -1);
  g_assert_cmpint (gradus_landmarks_find (&landmarks, 40, -1), ==, 30);
  g_assert_cmpint (gradus_landmarks_find (&landmarks, 8, -1), ==, 7);
  g_assert_cmpint (gradus_landmarks_find (&landmarks, 7, -1), ==, -1);
}

static void
test_diverged (void)
{
  GradusSpec spec;

  run_spec (&spec, "activation", "relu", "alpha", "1000", "init-scale", "1", NULL);
  g_autoptr (GradusTrainer) trainer = run_new (&spec);
  const GradusLandmarks *landmarks = run_to_end (trainer);
  g_assert_cmpint (landmarks->epochs[GRADUS_LANDMARK_DIVERGED], >, 0);
  g_assert_cmpint (landmarks->epochs[GRADUS_LANDMARK_DIVERGED], ==,
                   gradus_trainer_get_diverged_epoch (trainer));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/landmarks/the-plateau-is-left-when-others-say", test_plateau);
  g_test_add_func ("/landmarks/the-course-s-run-rises-and-passes-90-per-cent", test_course);
  g_test_add_func ("/landmarks/the-best-constant-answer-knows-the-classes-shares", test_uneven);
  g_test_add_func ("/landmarks/one-class-has-no-plateau", test_one_class);
  g_test_add_func ("/landmarks/some-ulps-are-no-rise", test_rounding);
  g_test_add_func ("/landmarks/a-run-at-rest-does-not-rise", test_rest);
  g_test_add_func ("/landmarks/a-row-that-is-redone-is-decided-anew", test_redone);
  g_test_add_func ("/landmarks/divergence-is-one", test_diverged);
  g_test_add_func ("/landmarks/are-told-in-their-order", test_list);
  return g_test_run ();
}
