/* What the keys of a lesson's step must have to do with each other. */
#include "core/lesson-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/compare.h"

gboolean
gradus_lesson_check_question (const GradusKeyText *text, const char *group,
                              const GradusLessonStep *step, GError **error)
{
  if (step->question == NULL && step->n_choices > 0)
    return gradus_key_text_fail (text, group, NULL, error,
                                 _ ("there are choices and no question; question=… is right"));
  if (step->question != NULL && step->n_choices < 2)
    return gradus_key_text_fail (text, group, "question", error,
                                 _ ("there is nothing to choose from; choice-1=… and choice-2=…, "
                                    "and more, are right"));
  for (int i = 0; i < GRADUS_MAX_CHOICES; i++)
    {
      g_autofree char *choice = g_strdup_printf ("choice-%d", i + 1);
      g_autofree char *reply = g_strdup_printf ("reply-%d", i + 1);

      if (step->choices[i] != NULL && i >= step->n_choices)
        return gradus_key_text_fail (text, group, choice, error,
                                     _ ("one before it is missing; choices count 1, 2, 3, …"));
      if (step->choices[i] != NULL && step->replies[i] == NULL)
        return gradus_key_text_fail (text, group, choice, error,
                                     _ ("there is no reply to it; %s=… is right"), reply);
      if (step->choices[i] == NULL && step->replies[i] != NULL)
        return gradus_key_text_fail (text, group, reply, error,
                                     _ ("there is no such choice; %s=… with it is right"), choice);
    }
  return TRUE;
}

gboolean
gradus_lesson_goes_on (const GradusSpec *before, const GradusSpec *spec)
{
  if (before == NULL)
    return FALSE;
  g_autofree GradusSpec *other = g_memdup2 (before, sizeof *before);
  other->epochs = spec->epochs;
  return gradus_spec_equal (other, spec);
}

/* Whether the step's runs have such a run and such a layer. */
static gboolean
check_name (const GradusMeasureName *name, const GradusLessonStep *step, char **message)
{
  int n_runs = gradus_lesson_step_count_runs (step);
  int n_layers = step->spec->hidden.n;

  if (name->run >= n_runs)
    *message = n_runs == 1
                   ? g_strdup_printf (_ ("%s@%d: there is one run in this step; without @%d, or "
                                         "with vary= and values=, it is right"),
                                      name->measure->name, name->run + 1, name->run + 1)
                   : g_strdup_printf (_ ("%s@%d: from @1 to @%d are right in this step"),
                                      name->measure->name, name->run + 1, n_runs);
  else if (strcmp (step->spec->vary, "hidden") != 0 && name->layer > n_layers)
    *message = n_layers == 0
                   ? g_strdup_printf (_ ("%s: this step’s network has no hidden layer; hidden=4 "
                                         "with it is right"),
                                      name->measure->name)
                   : g_strdup_printf (_ ("%s[%d]: this step’s network has hidden layers 1 to %d"),
                                      name->measure->name, name->layer, n_layers);
  return *message == NULL;
}

static gboolean
check_conditions (const GradusKeyText *text, const char *group, const char *key,
                  const GArray *conditions, const GradusLessonStep *step, GError **error)
{
  for (guint i = 0; i < conditions->len; i++)
    {
      const GradusCondition *condition = &g_array_index (conditions, GradusCondition, i);
      g_autofree char *message = NULL;

      if (!check_name (&condition->name, step, &message))
        return gradus_key_text_fail (text, group, key, error, "%s", message);
    }
  return TRUE;
}

static gboolean
check_placeholders (const GradusKeyText *text, const char *group, const char *key,
                    const char *words, const GradusLessonStep *step, GError **error)
{
  GradusPlaceholder placeholder;
  const char *start = NULL;

  while (words != NULL && gradus_placeholder_next (&words, &start, &placeholder, NULL))
    {
      g_autofree char *message = NULL;

      if (!check_name (&placeholder.name, step, &message))
        return gradus_key_text_fail (text, group, key, error, "%s", message);
    }
  return TRUE;
}

static gboolean
check_wait (const GradusKeyText *text, const char *group, const GradusLessonStep *step,
            GError **error)
{
  gint64 epoch = gradus_conditions_get_epoch (step->wait);

  if (step->wait->len == 0 && (step->reveal != NULL || step->goes))
    return gradus_key_text_fail (text, group, step->reveal != NULL ? "reveal" : "train", error,
                                 _ ("there is nothing to wait for; wait=epoch 1000 with it, or "
                                    "another condition, is right"));
  if (gradus_conditions_need (step->wait) >= GRADUS_NEEDS_EIGENVALUE)
    return gradus_key_text_fail (text, group, "wait", error,
                                 _ ("the largest eigenvalue is not measured at every epoch; in "
                                    "expect= and in words it is right"));
  if (step->spec->epochs >= 0 && epoch > step->spec->epochs)
    return gradus_key_text_fail (text, group, "wait", error,
                                 _ ("the run ends at epoch %" G_GINT64_FORMAT
                                    ", before that; epochs=%" G_GINT64_FORMAT " with it is right"),
                                 step->spec->epochs, epoch);
  return TRUE;
}

gboolean
gradus_lesson_check_step (const GradusKeyText *text, const char *group,
                          const GradusLessonStep *step, GError **error)
{
  int n_runs = gradus_lesson_step_count_runs (step);

  if (n_runs > GRADUS_MAX_LESSON_RUNS)
    return gradus_key_text_fail (text, group, "values", error,
                                 _ ("these are %d runs; up to %d are right"), n_runs,
                                 GRADUS_MAX_LESSON_RUNS);
  if (!check_wait (text, group, step, error)
      || !check_conditions (text, group, "wait", step->wait, step, error)
      || !check_conditions (text, group, "expect", step->expect, step, error)
      || !check_placeholders (text, group, "caption", step->caption, step, error)
      || !check_placeholders (text, group, "question", step->question, step, error)
      || !check_placeholders (text, group, "reveal", step->reveal, step, error))
    return FALSE;
  for (int i = 0; i < step->n_choices; i++)
    {
      g_autofree char *choice = g_strdup_printf ("choice-%d", i + 1);
      g_autofree char *reply = g_strdup_printf ("reply-%d", i + 1);

      if (!check_placeholders (text, group, choice, step->choices[i], step, error)
          || !check_placeholders (text, group, reply, step->replies[i], step, error))
        return FALSE;
    }
  return TRUE;
}
