/* The narrator: a real run for each rule, and nothing that its numbers do not show. */
#include <math.h>

#include "core/curvature.h"
#include "picture.h"
#include "plot/narrator.h"

/* What is told of an epoch that the run has a snapshot of. */
static GradusTale
tell_of (const GradusTrainer *trainer, GradusSnapshot *snapshot, gboolean knows_sharpness,
         char **sentence)
{
  g_autoptr (GradusDiagnosis) start = NULL;
  g_autoptr (GradusScene) scene = NULL;
  GradusFacts facts;
  double sharpness = NAN;

  if (snapshot != NULL)
    {
      const GradusAlbum *album = gradus_trainer_get_album (trainer);
      GradusSceneOrder order;
      gradus_trainer_order_scene (trainer, snapshot->row.epoch, &order);
      start = gradus_diagnosis_new (gradus_album_find (album, 0)->network, order.training);
      order.snapshot = snapshot;
      order.start = start;
      order.resolution = 32;
      scene = gradus_scene_new (&order);
      if (knows_sharpness)
        sharpness = gradus_curvature_measure (snapshot->network, order.training, order.l2).value;
    }
  facts = gradus_facts_of (trainer, scene, ".");
  facts.sharpness = sharpness;
  GradusTale tale = gradus_narrator_choose (&facts);
  *sentence = gradus_narrator_tell (&facts, tale);
  return tale;
}

/* Of the newest. */
static GradusTale
tell (const GradusTrainer *trainer, gboolean knows_sharpness, char **sentence)
{
  g_autoptr (GradusSnapshot) snapshot = gradus_trainer_take_snapshot (trainer);

  return tell_of (trainer, snapshot, knows_sharpness, sentence);
}

/* As far as the epoch at which the cost is first higher than before. */
#define FIRST_RISE (-1)

/* A run by its fields, "name=text name=text", as far as an epoch. */
static const struct
{
  GradusTale tale;
  const char *fields;
  gint64 epoch;
  GradusView view;
  const char *sentence;
} runs[] = {
  { GRADUS_TALE_DIVERGED, "activation=relu init-scale=1 alpha=1000", 10000, GRADUS_VIEW_COST,
    "Diverged at epoch 39: the numbers grew beyond all range. Lower α or the init scale." },
  { GRADUS_TALE_REST, "init-scale=0", 1000, GRADUS_VIEW_SYMMETRY,
    "All weights are 0 and the classes are of equal size: every gradient is exactly 0, and nothing "
    "moves." },
  { GRADUS_TALE_REST_WEIGHTS, "init-scale=0 held-out=0.1", 100, GRADUS_VIEW_SYMMETRY,
    "Every dW is exactly 0: only biases move, no weight does." },
  { GRADUS_TALE_SYMMETRIC, "init=constant init-scale=0.5", 1000, GRADUS_VIEW_SYMMETRY,
    "All 4 units are the same, and so are their gradients: they will stay alike." },
  { GRADUS_TALE_SYMMETRIC, "init-scale=0 held-out=0.1 activation=sigmoid", 1000,
    GRADUS_VIEW_SYMMETRY,
    "All 4 units are the same, and so are their gradients: they will stay alike." },
  { GRADUS_TALE_ALIKE,
    "hidden=3 init-scale=0.5 changes=0:W1[1,1]=1;0:W1[1,2]=2;0:W1[3,1]=1;0:W1[3,2]=2", 0,
    GRADUS_VIEW_SYMMETRY, "Units 1 and 3 are alike: whatever the example, they compute the same." },
  { GRADUS_TALE_ALIKE, "init-scale=0.0000000001", 3, GRADUS_VIEW_SYMMETRY,
    "Units 1, 2, 3 and 4 agree to within a billionth, but not to the bit: the difference can "
    "grow." },
  /* 0.89 and 0.95 at scale 10, J = 0.770 at epoch 50 (numerics) */
  { GRADUS_TALE_BLOCKED, "init-scale=10", 0, GRADUS_VIEW_SATURATION,
    "Saturated at the start (89 % of the outputs): 95 % of the error is blocked." },
  { GRADUS_TALE_BLOCKED, "init-scale=10", 50, GRADUS_VIEW_SATURATION,
    "Saturated at the start: 95 % of the error was blocked, and the cost is still 0.7705." },
  { GRADUS_TALE_OSCILLATES, "alpha=5", 300, GRADUS_VIEW_STEP_SIZE, NULL },
  { GRADUS_TALE_ROSE, "", FIRST_RISE, GRADUS_VIEW_COST, NULL },
  { GRADUS_TALE_OVERFITS, "examples=60 held-out=0.4 hidden=20 init=xavier", 1000, GRADUS_VIEW_COST,
    NULL },
  { GRADUS_TALE_DEAD, "activation=relu init-scale=0.5 hidden=3 changes=0:b1[2]=-100", 0,
    GRADUS_VIEW_SATURATION,
    "Unit 2 is dead: inactive on all examples, so that no error reaches it." },
  { GRADUS_TALE_LOGISTIC, "hidden=0", 1000, GRADUS_VIEW_BOUNDARY,
    "No hidden layer: a straight line is all it can draw." },
  { GRADUS_TALE_LOGISTIC, "hidden=0 init-scale=0", 0, GRADUS_VIEW_BOUNDARY,
    "No hidden layer: zeros are a fine start here, and a straight line is all it can draw." },
  { GRADUS_TALE_READY, "", 0, GRADUS_VIEW_BOUNDARY,
    "Ready at cost 0.6930: train, and watch the boundary bend as the cost falls." },
  { GRADUS_TALE_BREAKING, "", 5, GRADUS_VIEW_SYMMETRY,
    "Still on the plateau: the units are almost alike, and the symmetry is breaking." },
  { GRADUS_TALE_PLATEAU, "hidden=1", 10, GRADUS_VIEW_COST,
    "On the plateau: cost 0.6918 is still, to 1 %, that of an answer without a look at x." },
  /* 42 % at scale 1, J = 0.288553 at epoch 1000 (numerics) */
  { GRADUS_TALE_ALL_THE_SAME, "init-scale=1", 1000, GRADUS_VIEW_SATURATION,
    "42 % of the hidden outputs began saturated, and still it learns: cost 0.2886." },
  { GRADUS_TALE_BROKE, "", 1000, GRADUS_VIEW_HIDDEN_SPACE,
    "Small random weights broke the symmetry: the four units now face four ways." },
  { GRADUS_TALE_DECIDED, "init-scale=0.3", 1000, GRADUS_VIEW_SATURATION,
    "80 % of the hidden outputs are saturated, and the cost is low (0.2897): it has made up its "
    "mind." },
  { GRADUS_TALE_FINISHED, "init-scale=0.3 epochs=50", 50, GRADUS_VIEW_COST,
    "Finished: the cost fell from 0.6710 to 0.4012 in 50 epochs." },
  { GRADUS_TALE_PROGRESS, "init-scale=0.3", 50, GRADUS_VIEW_COST, NULL },
};

/* Returns: (transfer full). */
static GradusTrainer *
run_by_fields (const char *fields, gint64 epoch)
{
  g_auto (GStrv) pairs = g_strsplit (fields, " ", -1);
  GradusSpec spec;

  gradus_spec_init (&spec);
  for (int i = 0; pairs[i] != NULL && *fields != '\0'; i++)
    {
      char *text = strchr (pairs[i], '=');
      g_autoptr (GError) error = NULL;
      *text = '\0';
      gradus_spec_set (&spec, pairs[i], text + 1, &error);
      g_assert_no_error (error);
    }
  GradusTrainer *trainer = run_new (&spec);
  gradus_trainer_run (trainer, epoch == FIRST_RISE ? 1 : epoch + 1);
  while (epoch == FIRST_RISE
         && gradus_trainer_get_landmarks (trainer)->epochs[GRADUS_LANDMARK_RISE] < 0)
    gradus_trainer_run (trainer, 1);
  return trainer;
}

static void
test_rules (void)
{
  gboolean is_driven[GRADUS_N_TALES] = { FALSE };

  for (gsize i = 0; i < G_N_ELEMENTS (runs); i++)
    {
      g_autoptr (GradusTrainer) trainer = run_by_fields (runs[i].fields, runs[i].epoch);
      g_autofree char *sentence = NULL;
      GradusTale tale = tell (trainer, FALSE, &sentence);
      g_test_message ("%s epoch %d: %s", runs[i].fields, (int) runs[i].epoch, sentence);
      g_assert_cmpint (tale, ==, runs[i].tale);
      g_assert_cmpint (gradus_narrator_view (tale), ==, runs[i].view);
      if (runs[i].sentence != NULL)
        g_assert_cmpstr (sentence, ==, runs[i].sentence);
      is_driven[tale] = TRUE;
    }
  for (int tale = 0; tale < GRADUS_N_TALES; tale++)
    if (!is_driven[tale])
      g_error ("no run for tale %d", tale);
}

/* α is said to be above 2/λmax where λmax was measured, and only where it is. */
static void
test_sharpness (void)
{
  static const struct
  {
    const char *fields;
    gint64 epoch;
    const char *part;
  } cases[] = {
    { "activation=relu init-scale=1 alpha=1000", 10000, "α = 1000 is above 2/λmax = " },
    { "alpha=10", 300, "α = 10 is above 2/λmax = " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GradusTrainer) trainer = run_by_fields (cases[i].fields, cases[i].epoch);
      g_autoptr (GradusSnapshot) snapshot = gradus_trainer_take_snapshot (trainer);
      double sharpness =
          gradus_curvature_measure (snapshot->network, gradus_trainer_get_training (trainer), 0)
              .value;
      g_autofree char *known = NULL;
      g_autofree char *unknown = NULL;
      tell (trainer, TRUE, &known);
      tell (trainer, FALSE, &unknown);
      const char *found = strstr (known, cases[i].part);
      g_assert_nonnull (found);
      g_assert_cmpfloat_with_epsilon (g_ascii_strtod (found + strlen (cases[i].part), NULL),
                                      2 / sharpness, 1e-4);
      g_assert_null (strstr (unknown, "λmax"));
    }
  g_autoptr (GradusTrainer) calm = run_by_fields ("alpha=5", 300);
  g_autofree char *sentence = NULL;
  g_assert_cmpint (tell (calm, TRUE, &sentence), ==, GRADUS_TALE_OSCILLATES);
  g_test_message ("%s", sentence);
}

/* The course's own run, epoch by epoch: what each sentence says, by the costs themselves. */
static void
test_flower (void)
{
  static const gint64 looks[] = { 0,    1,    3,    5,    8,    10,   11,   12,
                                  20,   50,   100,  200,  500,  1000, 3000, 5000,
                                  7000, 7842, 7843, 7850, 7900, 8500, 9500 };
  g_autoptr (GradusTrainer) trainer = run_by_fields ("", 0);
  g_autoptr (GArray) costs = g_array_new (FALSE, FALSE, sizeof (double));

  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      while (gradus_trainer_get_epoch (trainer) < looks[i])
        {
          double cost = run_cost (trainer);
          g_array_append_val (costs, cost);
          gradus_trainer_run (trainer, 1);
        }
      double cost = run_cost (trainer), *before = (double *) (gpointer) costs->data;
      int n_rises = 0, n_recent = 0;
      for (gint64 e = MAX (looks[i] - 49, 1); e <= looks[i]; e++)
        {
          gboolean rose = (e == looks[i] ? cost : before[e]) > before[e - 1] * (1 + 1e-12);
          n_rises += rose;
          n_recent += rose && e > looks[i] - 10;
        }
      g_autofree char *sentence = NULL;
      GradusTale tale = tell (trainer, FALSE, &sentence);
      g_test_message ("epoch %d cost %g rises %d: %s", (int) looks[i], cost, n_rises, sentence);
      g_assert_cmpint (tale == GRADUS_TALE_READY, ==, looks[i] == 0);
      g_assert_cmpint (tale == GRADUS_TALE_BREAKING, ==, looks[i] > 0 && cost >= 0.99 * G_LN2);
      g_assert_cmpint (tale == GRADUS_TALE_OSCILLATES, ==, n_rises >= 10);
      g_assert_cmpint (tale == GRADUS_TALE_ROSE, ==, n_rises < 10 && n_recent > 0);
      g_assert_cmpint (tale == GRADUS_TALE_BROKE, ==,
                       cost < 0.99 * G_LN2 && n_rises < 10 && n_recent == 0);
      g_autofree char *count = g_strdup_printf ("it rose in %d of the last 50 epochs", n_rises);
      if (tale == GRADUS_TALE_OSCILLATES)
        g_assert_nonnull (strstr (sentence, count));
    }
}

/* An earlier epoch is told as it was: what came later does not show. The run is long enough for
 * the history to drop rows. */
static void
test_past (void)
{
  static const struct
  {
    gint64 epoch;
    GradusTale tale;
  } past[] = { { 8, GRADUS_TALE_BREAKING }, { 1000, GRADUS_TALE_BROKE } };
  g_autoptr (GradusTrainer) trainer = run_by_fields ("epochs=17000", 17000);
  const GradusAlbum *album = gradus_trainer_get_album (trainer);
  g_autofree char *start = NULL;

  g_assert_cmpint (gradus_trainer_get_history (trainer)->stride, ==, 2);
  g_assert_cmpint (tell_of (trainer, gradus_album_find (album, 0), FALSE, &start), ==,
                   GRADUS_TALE_PROGRESS);
  g_assert_cmpstr (start, ==, "The start: cost 0.6930, and 60 % of the examples are put right.");
  for (gsize i = 0; i < G_N_ELEMENTS (past); i++)
    {
      GradusSnapshot *snapshot = gradus_album_find (album, past[i].epoch);
      g_autofree char *then = NULL;
      g_autofree char *now = NULL;
      g_autoptr (GradusTrainer) young = run_by_fields ("", past[i].epoch);
      g_assert_cmpint (snapshot->row.epoch, ==, past[i].epoch);
      g_assert_cmpint (tell_of (trainer, snapshot, FALSE, &now), ==, past[i].tale);
      g_assert_cmpint (tell (young, FALSE, &then), ==, past[i].tale);
      g_assert_cmpstr (now, ==, then);
    }
}

/* No step is blamed for what it did not do. */
static void
test_changes (void)
{
  g_autoptr (GradusTrainer) trainer = run_by_fields ("changes=100:W2[1,1]+5", 100);
  const GradusHistory *history = gradus_trainer_get_history (trainer);
  g_autofree char *sentence = NULL;

  g_assert_cmpfloat (gradus_history_get (history, 100)->cost, >,
                     1.1 * gradus_history_get (history, 99)->cost);
  g_assert_cmpint (tell (trainer, FALSE, &sentence), !=, GRADUS_TALE_ROSE);
}

/* Mini-batches make the cost of all examples go up and down, and no step is too large for that. */
static void
test_batches (void)
{
  g_autoptr (GradusTrainer) trainer = run_by_fields ("batch=20 init-scale=0.3", 400);
  const GradusHistory *history = gradus_trainer_get_history (trainer);
  g_autofree char *sentence = NULL;
  int n_rises = 0;

  for (gsize i = 351; i <= 400; i++)
    n_rises += gradus_history_get (history, i)->cost > gradus_history_get (history, i - 1)->cost;
  g_assert_cmpint (n_rises, >, 10);
  g_assert_cmpint (tell (trainer, FALSE, &sentence), >, GRADUS_TALE_ROSE);
}

/* Every network that there can be has its sentence, with an end. */
static void
test_any (void)
{
  static const char *const fields[] = {
    "hidden=1;1",
    "hidden=8;8;8 init=xavier",
    "hidden=64 activation=relu",
    "activation=identity",
    "activation=sigmoid",
    "bias-scale=1 init-scale=0",
    "l2=10",
    "examples=4 hidden=2",
    "data-seed=3 source=blobs",
    "init-scale=1000",
    "alpha=1000",
    "hidden=3;3 init=constant",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    for (gint64 epoch = 0; epoch < 300; epoch = 4 * epoch + 1)
      {
        g_autoptr (GradusTrainer) trainer = run_by_fields (fields[i], epoch);
        g_autofree char *sentence = NULL;
        tell (trainer, FALSE, &sentence);
        g_assert_true (g_str_has_suffix (sentence, "."));
        g_assert_null (strstr (sentence, "?"));
        g_assert_cmpint (g_utf8_strlen (sentence, -1), <, 140);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/narrator/a-run-for-every-rule", test_rules);
  g_test_add_func ("/narrator/alpha-too-large-only-where-measured", test_sharpness);
  g_test_add_func ("/narrator/the-flower-epoch-by-epoch", test_flower);
  g_test_add_func ("/narrator/the-past-as-it-was", test_past);
  g_test_add_func ("/narrator/no-step-is-blamed-for-a-change-by-hand", test_changes);
  g_test_add_func ("/narrator/nor-for-mini-batches", test_batches);
  g_test_add_func ("/narrator/always-has-a-sentence", test_any);
  return g_test_run ();
}
