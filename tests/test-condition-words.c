/* What a lesson waits for, in words: whole sentences, and never a name out of the lesson's file. */
#include "plot/condition-words.h"

#include <string.h>

#include "run.h"

static char *
tell (const char *text, const char *vary, const char *decimal_point)
{
  GradusSpec spec;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) conditions = gradus_conditions_read (text, &error);

  g_assert_no_error (error);
  if (vary != NULL)
    run_spec (&spec, "vary", vary, "values", "1e-8;0.01", NULL);
  else
    run_spec (&spec, NULL);
  return gradus_conditions_tell (conditions, &spec, decimal_point);
}

static void
test_sentences (void)
{
  static const char *const told[][2] = {
    { "epoch 1000", "epoch 1000" },
    { "epoch >= 12345", "epoch 12\u202f345" },
    { "epoch > 20", "the epoch is over 20" },
    { "plateau-left", "the plateau is left" },
    { "plateau-left < 100", "the plateau is left before epoch 100" },
    { "cost-rises >= 40", "the cost rises at epoch 40 or later" },
    { "not diverged", "this has not happened: the run diverges" },
    { "cost < 0.3", "the cost is under 0.3" },
    { "cost = 0.288 ± 0.0005", "the cost is 0.288 ± 0.0005" },
    { "gradient <= 1e-9", "the length of the gradient is at most 1e−9" },
    { "accuracy >= 90 %", "the accuracy is at least 90\u00a0%" },
    { "accuracy > 66.5 %", "the accuracy is over 66.5\u00a0%" },
    { "alike = 4", "the number of units that are alike is 4" },
    { "alike[2] != 0", "the number of units that are alike in layer 2 is not 0" },
    { "cost < 0.5; diverged", "the cost is under 0.5 and the run diverges" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (told); i++)
    {
      g_autofree char *words = tell (told[i][0], NULL, ".");
      g_assert_cmpstr (words, ==, told[i][1]);
    }
}

static void
test_runs (void)
{
  g_autofree char *first = tell ("plateau-left@1", "init-scale", ".");
  g_autofree char *both = tell ("epoch 100", "init-scale", ".");
  g_autofree char *second = tell ("cost@2 < 0.5", "alpha", ",");

  g_assert_cmpstr (first, ==, "the plateau is left (randn × 1e-8)");
  g_assert_cmpstr (both, ==, "epoch 100");
  g_assert_cmpstr (second, ==, "the cost is under 0,5 (α = 0,01)");
}

/* A measure that is added to the table has words too. */
static void
test_every_measure (void)
{
  int n;
  const GradusMeasure *measures = gradus_measures (&n);

  for (int i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf (
          measures[i].kind == GRADUS_MEASURE_SHARE ? "%s > 1 %%" : "%s > 1", measures[i].name);
      g_autofree char *words = tell (text, NULL, ".");

      g_assert_null (strchr (words, '-'));
      g_assert_nonnull (strchr (words, ' '));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/condition-words/a-wait-is-a-sentence", test_sentences);
  g_test_add_func ("/condition-words/a-run-is-called-as-on-the-plots", test_runs);
  g_test_add_func ("/condition-words/every-measure-has-some", test_every_measure);
  return g_test_run ();
}
