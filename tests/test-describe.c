/* Sentences about figures: they say what the numbers say. */
#include "picture.h"

static void
assert_says (const GradusFigure *figure, GradusView view, const char *expected)
{
  GradusFigure copy = *figure;

  copy.view = view;
  g_autofree char *sentence = gradus_figure_describe (&copy);
  g_assert_cmpstr (sentence, ==, expected);
}

/* The published run: 0.6931 before training and 0.2881 after 1,000 epochs. */
static void
test_flower (void)
{
  GradusSpec spec;
  Picture picture;

  run_spec (&spec, NULL);
  picture_init (&picture, &spec, 1000, GRADUS_VIEW_BOUNDARY);
  assert_says (&picture.figure, GRADUS_VIEW_COST,
               "Cost fell from 0.6930 to 0.2881 in 1000 epochs.");
  g_autofree char *sentence = gradus_figure_describe (&picture.figure);
  g_assert_true (g_str_has_prefix (sentence, "Decision boundary after 1000 epochs: "));
  g_assert_true (g_str_has_suffix (sentence, " % of 400 examples are on the right side."));
  assert_says (&picture.figure, GRADUS_VIEW_UNITS, "4 hidden units, no two alike, 78 % saturated.");
  picture_clear (&picture);
}

static void
test_start (void)
{
  GradusSpec spec;
  Picture picture;

  run_spec (&spec, "init", "zeros", "hidden", "3;1", NULL);
  picture_init (&picture, &spec, 0, GRADUS_VIEW_BOUNDARY);
  assert_says (&picture.figure, GRADUS_VIEW_BOUNDARY,
               "Decision boundary before training: 50.00 % of 400 examples are on the right side.");
  assert_says (&picture.figure, GRADUS_VIEW_COST, "Cost is 0.6931 before training.");
  assert_says (&picture.figure, GRADUS_VIEW_UNITS,
               "Layer 1: 3 hidden units, all alike, 0 % saturated.");
  picture.figure.layer = 2;
  assert_says (&picture.figure, GRADUS_VIEW_UNITS, "Layer 2: 1 hidden unit, 0 % saturated.");
  picture_clear (&picture);
}

static void
test_no_units (void)
{
  GradusSpec spec;
  Picture picture;

  run_spec (&spec, "hidden", "0", NULL);
  picture_init (&picture, &spec, 1, GRADUS_VIEW_BOUNDARY);
  assert_says (&picture.figure, GRADUS_VIEW_UNITS, "No hidden layer: logistic regression.");
  picture_clear (&picture);
}

static void
test_held_out (void)
{
  GradusSpec spec;
  Picture picture;

  run_spec (&spec, "examples", "100", "held-out", "0.2", NULL);
  picture_init (&picture, &spec, 1, GRADUS_VIEW_BOUNDARY);
  g_autofree char *sentence = gradus_figure_describe (&picture.figure);
  g_assert_true (g_str_has_prefix (sentence, "Decision boundary after 1 epoch: "));
  g_assert_nonnull (strstr (sentence, "of 80 examples are on the right side, and "));
  g_assert_true (g_str_has_suffix (sentence, " % of the 20 that were held out."));
  picture_clear (&picture);
}

/* "Fell" and "rose" are said of what did. */
static void
test_cost (void)
{
  static const struct
  {
    double costs[3];
    const char *sentence;
  } runs[] = {
    { { 0.5, 0.9, 0.4 }, "Cost fell from 0.5000 to 0.4000 in 2 epochs." },
    { { 0.5, 0.1, 0.6 }, "Cost rose from 0.5000 to 0.6000 in 2 epochs." },
    { { 0.5, 0.1, 0.5 }, "Cost is 0.5000 at the start and after 2 epochs." },
    { { 0.5, 0.4, NAN }, "Cost fell from 0.5000 to 0.4000 in 1 epoch." },
    { { NAN, NAN, NAN }, "Cost: nothing to show yet." },
  };
  GradusCaptions captions;
  GradusFigure figure;

  gradus_captions_init (&captions, NULL);
  gradus_figure_init (&figure, GRADUS_VIEW_COST, &captions);
  assert_says (&figure, GRADUS_VIEW_COST, "Cost: nothing to show yet.");
  for (gsize i = 0; i < G_N_ELEMENTS (runs); i++)
    {
      g_autoptr (GradusHistory) history = gradus_history_new ();
      for (int epoch = 0; epoch < 3; epoch++)
        {
          GradusRow row = { .epoch = epoch, .cost = runs[i].costs[epoch], .held_out_cost = NAN };
          gradus_history_add (history, &row);
        }
      figure.history = history;
      assert_says (&figure, GRADUS_VIEW_COST, runs[i].sentence);
    }
}

static void
test_network (void)
{
  static const char *const networks[][3] = { { "4", "tanh", "2–4–1 · tanh" },
                                             { "8;3", "leaky-relu", "2–8–3–1 · leaky ReLU" },
                                             { "0", "relu", "2–1 · logistic regression" } };
  GradusCaptions captions;

  gradus_captions_init (&captions, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (networks); i++)
    {
      GradusSpec spec;
      run_spec (&spec, "hidden", networks[i][0], "activation", networks[i][1], NULL);
      g_autoptr (GradusTrainer) trainer = run_new (&spec);
      g_autofree char *words =
          gradus_captions_tell_network (&captions, gradus_trainer_get_network (trainer));
      g_assert_cmpstr (words, ==, networks[i][2]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/describe/the-flower-s-published-figures", test_flower);
  g_test_add_func ("/describe/before-training", test_start);
  g_test_add_func ("/describe/no-hidden-layer", test_no_units);
  g_test_add_func ("/describe/held-out-examples-are-told-apart", test_held_out);
  g_test_add_func ("/describe/a-cost-falls-or-rises-only-if-it-did", test_cost);
  g_test_add_func ("/describe/a-network-is-its-layers-and-its-activation", test_network);
  return g_test_run ();
}
