/* Conditions, measures and markup of lessons: on numbers worked by hand and on runs that others
 * have made. */
#include "core/condition.h"

#include <math.h>
#include <string.h>

#include "core/markup.h"
#include "core/placeholder.h"
#include "run.h"

/* A run and all that can be known of it. */
typedef struct
{
  GradusTrainer *trainer;
  GradusDiagnosis *start, *diagnosis;
  GradusMeasured measured;
} Known;

static void
know (Known *known, const char *init, const char *scale, gint64 epochs)
{
  GradusSpec spec;

  run_spec (&spec, "init", init, "init-scale", scale, NULL);
  spec.epochs = epochs;
  known->trainer = run_new (&spec);
  GradusDataset *training = gradus_trainer_get_training (known->trainer);
  const GradusNetwork *network = gradus_trainer_get_network (known->trainer);
  gradus_trainer_run (known->trainer, 1);
  known->start = gradus_diagnosis_new (network, training);
  gradus_trainer_run (known->trainer, epochs);
  known->diagnosis = gradus_diagnosis_new (network, training);
  const GradusHistory *history = gradus_trainer_get_history (known->trainer);
  known->measured = (GradusMeasured){ .spec = gradus_trainer_get_spec (known->trainer),
                                      .row = &history->last,
                                      .start_row = &history->rows[0],
                                      .network = network,
                                      .diagnosis = known->diagnosis,
                                      .start = known->start,
                                      .landmarks = gradus_trainer_get_landmarks (known->trainer),
                                      .largest_eigenvalue = 4,
                                      .is_finished = TRUE };
}

static void
forget (Known *known)
{
  gradus_trainer_free (known->trainer);
  gradus_diagnosis_unref (known->start);
  gradus_diagnosis_unref (known->diagnosis);
}

static const char *
first_false (const char *text, const GradusMeasured *runs, int n_runs)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) conditions = gradus_conditions_read (text, &error);

  g_assert_no_error (error);
  const GradusCondition *found = gradus_conditions_find_false (conditions, runs, n_runs);
  return found != NULL ? g_intern_string (found->text) : NULL;
}

/* Numbers of the table in numerics. */
static void
test_measures (void)
{
  Known known;

  know (&known, "constant", "0.5", 100);
  g_assert_cmpstr (first_false ("epoch 100; cost = 0.661443 ± 0.0000005; alike = 4; distinct = 1;"
                                "different = 1; spread = 0; units = 4; saturated-at-start = 18 % ± "
                                "0.5 %; cost-at-start = 1.089600 +- 0.0000005; alpha = 1.2;"
                                "largest-alpha = 0.5; largest-eigenvalue 4; finished; dead = 0;"
                                "not diverged; cost-of-chance = 0.693147 ± 0.000001; gradient > 0;"
                                "accuracy > 50 %; finished <= 100; plateau-left < 100",
                                &known.measured, 1),
                   ==, NULL);
  forget (&known);
  know (&known, "normal", "1", 0);
  g_assert_cmpstr (first_false ("saturated = 42 % ± 0.5 %; blocked-at-start = 67 % ± 0.5 %;"
                                "blocked[1] ≥ 60 %; alike = 0; distinct ≠ 3; epoch ≤ 0",
                                &known.measured, 1),
                   ==, NULL);
  forget (&known);
}

static void
test_finds_the_first (void)
{
  GradusRow rows[2] = { { .epoch = 7, .cost = 0.5, .accuracy = 0.9 },
                        { .epoch = 7, .cost = 0.25, .accuracy = 0.5 } };
  GradusMeasured runs[2] = { { .row = &rows[0], .largest_eigenvalue = NAN },
                             { .row = &rows[1], .largest_eigenvalue = NAN } };

  g_assert_cmpstr (first_false ("cost < 0.6; cost@2 < 0.2; epoch 8", runs, 2), ==, "cost@2 < 0.2");
  g_assert_cmpstr (first_false ("accuracy = 90 %; accuracy@2 = 50%", runs, 2), ==, NULL);
  g_assert_cmpstr (first_false ("cost = 0.26 ± 0.01", runs + 1, 1), ==, NULL);
  g_assert_cmpstr (first_false ("cost != 0.25", runs + 1, 1), ==, "cost != 0.25");
  /* What is not known holds in no comparison. */
  g_assert_cmpstr (first_false ("alike = 0", runs, 2), ==, "alike = 0");
  g_assert_cmpstr (first_false ("alike != 0", runs, 2), ==, "alike != 0");
  g_assert_cmpstr (first_false ("largest-alpha > 0", runs, 2), ==, "largest-alpha > 0");
  g_assert_cmpstr (first_false ("diverged", runs, 2), ==, "diverged");
  g_assert_cmpstr (first_false ("not diverged; not plateau-left", runs, 2), ==, NULL);
  g_assert_cmpstr (first_false ("", runs, 2), ==, NULL);
}

static void
test_epoch (void)
{
  static const struct
  {
    const char *text;
    gint64 epoch;
  } waits[] = { { "epoch 1000", 1000 },      { "epoch >= 20", 20 }, { "epoch > 20", -1 },
                { "epoch 5; cost < 1", -1 }, { "cost 5", -1 },      { "", -1 } };

  for (gsize i = 0; i < G_N_ELEMENTS (waits); i++)
    {
      g_autoptr (GArray) conditions = gradus_conditions_read (waits[i].text, NULL);
      g_assert_cmpint (gradus_conditions_get_epoch (conditions), ==, waits[i].epoch);
    }
}

static void
test_faults (void)
{
  static const char *const faults[][2] = {
    { "cots < 1", "there is no measure cots; one of epoch, cost" },
    { "cost << 1", "“< 1” is no number" },
    { "cost < ", "“” is no number" },
    { "cost < nan", "“nan” is no number" },
    { "accuracy > 0.9", "accuracy is a share; a number with a sign such as 90 % is right" },
    { "cost < 30 %", "cost is no share; a number without % is right" },
    { "alike", "alike is a number; a comparison such as alike = 4 is right" },
    { "not cost < 1", "not goes with what is passed" },
    { "cost < 1 ± 0.1", "± goes with = alone" },
    { "cost = 1 ± -0.1", "one ± and a number from 0 on" },
    { "cost = 1 ± 0.1 ± 0.2", "one ± and a number from 0 on" },
    { "cost[1] < 1", "cost is not of a layer" },
    { "alike[0] = 4", "a hidden layer such as alike[1], up to 16, is right" },
    { "alike[17] = 4", "a hidden layer such as alike[1], up to 16, is right" },
    { "alike[1 = 4", "a hidden layer such as alike[1], up to 16, is right" },
    { "cost@0 < 1", "a run such as cost@1, up to 4, is right" },
    { "cost@5 < 1", "a run such as cost@1, up to 4, is right" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (gradus_conditions_read (faults[i][0], &error));
      if (strstr (error->message, faults[i][1]) == NULL)
        g_error ("%s: %s", faults[i][0], error->message);
    }
}

static void
test_placeholders (void)
{
  static const char *const faults[] = { "{cots}",   "{cost", "{cost:}", "{cost:18}",
                                        "{cost x}", "{}",    "{cost{" };
  GradusMeasureNeeds needs = GRADUS_NEEDS_ROW;

  g_assert_true (gradus_placeholders_check ("a {{ b {cost:6} c {alike[1]@2} }", &needs, NULL));
  g_assert_cmpint (needs, ==, GRADUS_NEEDS_DIAGNOSIS);
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (gradus_placeholders_check (faults[i], NULL, &error));
      g_assert_nonnull (error);
    }
}

/* Spans as "style:text|", where style is the sum of bold 1, italic 2 and code 4. */
static char *
spell_spans (const char *text)
{
  g_autoptr (GArray) spans = gradus_markup_read (text);
  GString *spelt = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      const GradusMarkupSpan *span = &g_array_index (spans, GradusMarkupSpan, i);
      g_string_append_printf (spelt, "%u:%s|", span->style, span->text);
    }
  return g_string_free (spelt, FALSE);
}

static void
test_markup (void)
{
  static const char *const texts[][2] = {
    { "", "" },
    { "plain", "0:plain|" },
    { "a *b c* d", "0:a |1:b c|0: d|" },
    { "*b*, _i_; `c`", "1:b|0:, |2:i|0:; |4:c|" },
    { "*a _b_ c*", "1:a |3:b|1: c|" },
    { "2 * 3 * 4", "0:2 * 3 * 4|" },
    { "n_h and x_1", "0:n_h and x_1|" },
    { "*never closed", "0:*never closed|" },
    { "*over\nlines*", "0:*over\nlines*|" },
    { "`*raw* _x_`", "4:*raw* _x_|" },
    { "(*b*)", "0:(|1:b|0:)|" },
    { "**", "0:**|" },
    { "die *Größe*!", "0:die |1:Größe|0:!|" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *spelt = spell_spans (texts[i][0]);
      g_assert_cmpstr (spelt, ==, texts[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/condition/measures-are-those-of-the-diagnosis", test_measures);
  g_test_add_func ("/condition/the-first-that-is-false-is-found", test_finds_the_first);
  g_test_add_func ("/condition/an-epoch-alone-is-known-for-one", test_epoch);
  g_test_add_func ("/condition/a-fault-says-what-is-right", test_faults);
  g_test_add_func ("/condition/placeholders-are-measures", test_placeholders);
  g_test_add_func ("/condition/markup-is-light", test_markup);
  return g_test_run ();
}
