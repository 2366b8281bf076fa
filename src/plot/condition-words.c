/* What a lesson waits for, in words that a student knows. */
#include "plot/condition-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plot/number.h"
#include "plot/run-name.h"

#define NO_BREAK_SPACE "\xc2\xa0"

/* Each measure's name in a lesson file, and what it is called in a sentence; what is passed is
 * a sentence. */
static const struct
{
  const char *name;
  const char *words;
} measures[] = {
  { "epoch", N_ ("the epoch") },
  { "cost", N_ ("the cost") },
  { "cost-at-start", N_ ("the cost at epoch 0") },
  { "cost-of-chance", N_ ("the cost of the best constant answer") },
  { "accuracy", N_ ("the accuracy") },
  { "accuracy-at-start", N_ ("the accuracy at epoch 0") },
  { "held-out-cost", N_ ("the cost over the examples held out") },
  { "held-out-accuracy", N_ ("the accuracy over the examples held out") },
  { "gradient", N_ ("the length of the gradient") },
  { "largest-parameter", N_ ("the largest weight or bias") },
  { "alpha", N_ ("the learning rate α") },
  { "units", N_ ("the number of hidden units") },
  { "alike", N_ ("the number of units that are alike") },
  { "distinct", N_ ("the number of distinct functions of the units") },
  { "different", N_ ("the number of units that differ") },
  { "spread", N_ ("the distance between the units") },
  { "saturated", N_ ("the share of saturated outputs") },
  { "saturated-at-start", N_ ("the share of saturated outputs at epoch 0") },
  { "blocked", N_ ("the share of the error that is blocked") },
  { "blocked-at-start", N_ ("the share of the error that is blocked at epoch 0") },
  { "inactive", N_ ("the share of inactive outputs") },
  { "dead", N_ ("the number of dead units") },
  { "dead-at-start", N_ ("the number of dead units at epoch 0") },
  { "largest-eigenvalue", N_ ("λmax") },
  { "largest-alpha", N_ ("2/λmax") },
  { "plateau-left", N_ ("the plateau is left") },
  { "half-saturated", N_ ("a unit is saturated on over half of the examples") },
  { "over-90", N_ ("the accuracy is over 90 %") },
  { "cost-rises", N_ ("the cost rises") },
  { "diverged", N_ ("the run diverges") },
  { "finished", N_ ("the run is finished") },
};

/* The digits that the lesson has, and no more. */
static char *
write_number (double value, gboolean is_share, const char *decimal_point)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (digits, sizeof digits, "%.10g", is_share ? value * 100 : value);
  const char *point = strchr (digits, '.');
  GradusNumber number =
      strchr (digits, 'e') != NULL
          ? gradus_number_scientific (value, 9, decimal_point)
          : gradus_number_fixed (is_share ? value * 100 : value,
                                 point != NULL ? (int) strlen (point + 1) : 0, decimal_point);
  return g_strconcat (number.text, is_share ? NO_BREAK_SPACE "%" : "", NULL);
}

/* The plateau is left, and when. */
static char *
tell_passed (GradusRelation relation, const char *words, const char *epoch)
{
  switch (relation)
    {
    case GRADUS_RELATION_NOT_PASSED:
      return g_strdup_printf (_ ("this has not happened: %s"), words);
    case GRADUS_RELATION_LESS:
      return g_strdup_printf (_ ("%s before epoch %s"), words, epoch);
    case GRADUS_RELATION_AT_MOST:
      return g_strdup_printf (_ ("%s by epoch %s"), words, epoch);
    case GRADUS_RELATION_EQUAL:
      return g_strdup_printf (_ ("%s at epoch %s"), words, epoch);
    case GRADUS_RELATION_NOT_EQUAL:
      return g_strdup_printf (_ ("%s, but not at epoch %s"), words, epoch);
    case GRADUS_RELATION_AT_LEAST:
      return g_strdup_printf (_ ("%s at epoch %s or later"), words, epoch);
    case GRADUS_RELATION_MORE:
      return g_strdup_printf (_ ("%s after epoch %s"), words, epoch);
    case GRADUS_RELATION_PASSED:
    default:
      return g_strdup (words);
    }
}

static char *
tell_compared (GradusRelation relation, const char *words, const char *number)
{
  switch (relation)
    {
    case GRADUS_RELATION_LESS:
      return g_strdup_printf (_ ("%s is under %s"), words, number);
    case GRADUS_RELATION_AT_MOST:
      return g_strdup_printf (_ ("%s is at most %s"), words, number);
    case GRADUS_RELATION_NOT_EQUAL:
      return g_strdup_printf (_ ("%s is not %s"), words, number);
    case GRADUS_RELATION_AT_LEAST:
      return g_strdup_printf (_ ("%s is at least %s"), words, number);
    case GRADUS_RELATION_MORE:
      return g_strdup_printf (_ ("%s is over %s"), words, number);
    case GRADUS_RELATION_EQUAL:
    case GRADUS_RELATION_PASSED:
    case GRADUS_RELATION_NOT_PASSED:
    default:
      return g_strdup_printf (_ ("%s is %s"), words, number);
    }
}

static const char *
find_words (const char *measure)
{
  for (gsize i = 0; i < G_N_ELEMENTS (measures); i++)
    if (strcmp (measures[i].name, measure) == 0)
      return _ (measures[i].words);
  g_return_val_if_reached (measure);
}

/* "0.288 ± 0.0005" */
static char *
write_value (const GradusCondition *self, const char *decimal_point)
{
  gboolean is_share = self->name.measure->kind == GRADUS_MEASURE_SHARE;
  g_autofree char *value = write_number (self->value, is_share, decimal_point);

  if (self->tolerance == 0)
    return g_steal_pointer (&value);
  g_autofree char *tolerance = write_number (self->tolerance, is_share, decimal_point);
  return g_strdup_printf ("%s ± %s", value, tolerance);
}

static gboolean
is_epoch (const GradusCondition *self)
{
  return strcmp (self->name.measure->name, "epoch") == 0;
}

static char *
tell (const GradusCondition *self, const char *decimal_point)
{
  const GradusMeasure *measure = self->name.measure;
  g_autofree char *value = write_value (self, decimal_point);
  g_autofree char *words =
      self->name.layer != MAX (measure->layer, 0)
          ? g_strdup_printf (_ ("%s in layer %d"), find_words (measure->name), self->name.layer)
          : g_strdup (find_words (measure->name));

  if (is_epoch (self)
      && (self->relation == GRADUS_RELATION_EQUAL || self->relation == GRADUS_RELATION_AT_LEAST))
    return g_strdup_printf (_ ("epoch %s"), value);
  return measure->kind == GRADUS_MEASURE_PASSED ? tell_passed (self->relation, words, value)
                                                : tell_compared (self->relation, words, value);
}

char *
gradus_conditions_tell (const GArray *conditions, const GradusSpec *spec, const char *decimal_point)
{
  GString *list = g_string_new (NULL);

  g_return_val_if_fail (conditions != NULL && spec != NULL && decimal_point != NULL, NULL);

  for (guint i = 0; i < conditions->len; i++)
    {
      const GradusCondition *condition = &g_array_index (conditions, GradusCondition, i);
      g_autofree char *words = tell (condition, decimal_point);

      if (i > 0)
        g_string_append (list, _ (" and "));
      g_string_append (list, words);
      /* Runs side by side are in step: an epoch is that of all. */
      if (*spec->vary == '\0' || is_epoch (condition))
        continue;
      g_autofree char *run = gradus_run_name (spec, condition->name.run, decimal_point);
      g_string_append_printf (list, " (%s)", run);
    }
  return g_string_free (list, FALSE);
}
