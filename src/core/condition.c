/* What a lesson waits for and what it claims, read and judged. */
#include "core/condition.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "core/numeral.h"

/* 0.25 is within 0.26 ± 0.01, though as doubles they are a hair too far apart. */
#define ROUNDING 1e-9
#define PLUS_MINUS "\xc2\xb1" /* ± */

static const struct
{
  const char *sign;
  GradusRelation relation;
} relations[] = {
  /* The longer ones first: "<=" begins with "<". */
  { "<=", GRADUS_RELATION_AT_MOST },
  { ">=", GRADUS_RELATION_AT_LEAST },
  { "!=", GRADUS_RELATION_NOT_EQUAL },
  { "\xe2\x89\xa4", GRADUS_RELATION_AT_MOST },
  { "\xe2\x89\xa5", GRADUS_RELATION_AT_LEAST },
  { "\xe2\x89\xa0", GRADUS_RELATION_NOT_EQUAL },
  { "<", GRADUS_RELATION_LESS },
  { ">", GRADUS_RELATION_MORE },
  { "=", GRADUS_RELATION_EQUAL },
};

static void
clear_condition (gpointer data)
{
  g_free (((GradusCondition *) data)->text);
}

static void
skip_spaces (const char **text)
{
  while (g_ascii_isspace (**text))
    ++*text;
}

static gboolean
skip_word (const char **text, const char *word)
{
  if (!g_str_has_prefix (*text, word))
    return FALSE;
  *text += strlen (word);
  return TRUE;
}

/* The number at *text, up to a ± or the end: with a % for a share, else without. */
static gboolean
read_number (const char **text, const GradusMeasure *measure, double *number, GError **error)
{
  const char *end = *text;
  gboolean is_share = measure->kind == GRADUS_MEASURE_SHARE;

  while (*end != '\0' && !g_str_has_prefix (end, PLUS_MINUS) && !g_str_has_prefix (end, "+-"))
    end++;
  g_autofree char *numeral = g_strstrip (g_strndup (*text, (gsize) (end - *text)));
  *text = end;
  gboolean has_sign = g_str_has_suffix (numeral, "%");
  if (has_sign)
    numeral[strlen (numeral) - 1] = '\0';
  g_strchomp (numeral);
  if (gradus_numeral_double (numeral, -1e300, 1e300, number) != GRADUS_PARSED)
    return gradus_spec_fail (error,
                             is_share ? _ ("“%s” is no number; %s takes one such as 90 %%")
                                      : _ ("“%s” is no number; %s takes one such as 1000 or 0.3"),
                             numeral, measure->name);
  if (is_share && !has_sign)
    return gradus_spec_fail (
        error, _ ("%s is a share; a number with a sign such as 90 %% is right"), measure->name);
  if (!is_share && has_sign)
    return gradus_spec_fail (error, _ ("%s is no share; a number without %% is right"),
                             measure->name);
  if (is_share)
    *number /= 100;
  return TRUE;
}

static gboolean
read_comparison (GradusCondition *self, const char *at, GError **error)
{
  const GradusMeasure *measure = self->name.measure;

  self->relation = GRADUS_RELATION_EQUAL;
  for (gsize i = 0; i < G_N_ELEMENTS (relations); i++)
    if (skip_word (&at, relations[i].sign))
      {
        self->relation = relations[i].relation;
        break;
      }
  skip_spaces (&at);
  if (!read_number (&at, measure, &self->value, error))
    return FALSE;
  if (*at == '\0')
    return TRUE;
  at += strlen (PLUS_MINUS); /* which is as long as "+-" */
  if (self->relation != GRADUS_RELATION_EQUAL)
    return gradus_spec_fail (error, _ ("± goes with = alone; %s = NUMBER ± NUMBER is right"),
                             measure->name);
  if (!read_number (&at, measure, &self->tolerance, error))
    return FALSE;
  if (*at != '\0' || self->tolerance < 0)
    return gradus_spec_fail (error, _ ("one ± and a number from 0 on behind it are right"));
  return TRUE;
}

static gboolean
read_condition (GradusCondition *self, const char *text, GError **error)
{
  const char *at = text;
  gboolean is_not = skip_word (&at, "not ");

  skip_spaces (&at);
  if (!gradus_measure_read (&at, &self->name, error))
    return FALSE;
  const GradusMeasure *measure = self->name.measure;
  skip_spaces (&at);
  if (*at == '\0' && measure->kind == GRADUS_MEASURE_PASSED)
    {
      self->relation = is_not ? GRADUS_RELATION_NOT_PASSED : GRADUS_RELATION_PASSED;
      return TRUE;
    }
  if (*at == '\0')
    return gradus_spec_fail (error, _ ("%s is a number; a comparison such as %s = %s is right"),
                             measure->name, measure->name,
                             measure->kind == GRADUS_MEASURE_SHARE ? "90 %" : "4");
  if (is_not)
    return gradus_spec_fail (
        error, _ ("not goes with what is passed, such as not diverged; the comparison "
                  "the other way round is right"));
  return read_comparison (self, at, error);
}

GArray *
gradus_conditions_read (const char *text, GError **error)
{
  g_autoptr (GArray) conditions = g_array_new (FALSE, TRUE, sizeof (GradusCondition));
  g_auto (GStrv) items = g_strsplit (text, ";", -1);

  g_array_set_clear_func (conditions, clear_condition);
  for (int i = 0; items[i] != NULL; i++)
    {
      GradusCondition condition = { 0 };

      if (*g_strstrip (items[i]) == '\0' && items[i + 1] == NULL)
        break; /* a separator at the very end is allowed */
      if (!read_condition (&condition, items[i], error))
        {
          g_prefix_error (error, "“%s”: ", items[i]);
          return NULL;
        }
      condition.text = g_strdup (items[i]);
      g_array_append_val (conditions, condition);
    }
  return g_steal_pointer (&conditions);
}

GradusMeasureNeeds
gradus_conditions_need (const GArray *conditions)
{
  GradusMeasureNeeds needs = GRADUS_NEEDS_ROW;

  for (guint i = 0; i < conditions->len; i++)
    needs = MAX (needs, g_array_index (conditions, GradusCondition, i).name.measure->needs);
  return needs;
}

/* FALSE for what is not known: NAN compares as FALSE. */
static gboolean
holds (const GradusCondition *self, double value)
{
  switch (self->relation)
    {
    case GRADUS_RELATION_PASSED:
      return !isnan (value);
    case GRADUS_RELATION_NOT_PASSED:
      return isnan (value);
    case GRADUS_RELATION_LESS:
      return value < self->value;
    case GRADUS_RELATION_AT_MOST:
      return value <= self->value;
    case GRADUS_RELATION_EQUAL:
      return value == self->value || fabs (value - self->value) <= self->tolerance * (1 + ROUNDING);
    case GRADUS_RELATION_NOT_EQUAL:
      return value < self->value || value > self->value;
    case GRADUS_RELATION_AT_LEAST:
      return value >= self->value;
    case GRADUS_RELATION_MORE:
      return value > self->value;
    default:
      g_return_val_if_reached (FALSE);
    }
}

const GradusCondition *
gradus_conditions_find_false (const GArray *conditions, const GradusMeasured *runs, int n_runs)
{
  for (guint i = 0; i < conditions->len; i++)
    {
      const GradusCondition *condition = &g_array_index (conditions, GradusCondition, i);

      if (!holds (condition, gradus_measure_take (&condition->name, runs, n_runs)))
        return condition;
    }
  return NULL;
}

gint64
gradus_conditions_get_epoch (const GArray *conditions)
{
  const GradusCondition *only =
      conditions->len == 1 ? &g_array_index (conditions, GradusCondition, 0) : NULL;

  if (only == NULL || strcmp (only->name.measure->name, "epoch") != 0
      || (only->relation != GRADUS_RELATION_EQUAL && only->relation != GRADUS_RELATION_AT_LEAST)
      || only->value < 0 || only->value > 1e12 || only->tolerance != 0)
    return -1;
  return (gint64) ceil (only->value);
}
