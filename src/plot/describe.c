/* The first views in one sentence each: nothing that their numbers do not show. */
#include "plot/describe.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "plot/number.h"

static char *
tell_epochs (gint64 n)
{
  GradusNumber number = gradus_number_count (n);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s epoch", "%s epochs", (gulong) n),
                          number.text);
}

static char *
tell_examples (gsize n)
{
  GradusNumber number = gradus_number_count ((gint64) n);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s example", "%s examples", (gulong) n),
                          number.text);
}

char *
gradus_describe_boundary (const GradusFigure *self)
{
  const GradusScene *scene = self->scene;

  if (scene == NULL)
    return g_strdup (_ ("Decision boundary: nothing to show yet."));
  const char *point = self->captions->decimal_point;
  const GradusRow *row = &scene->snapshot->row;
  g_autofree char *epochs = tell_epochs (row->epoch);
  g_autofree char *examples = tell_examples (scene->training->m);
  g_autofree char *when = row->epoch == 0
                              ? g_strdup (_ ("Decision boundary before training"))
                              : g_strdup_printf (_ ("Decision boundary after %s"), epochs);
  GradusNumber right =
      gradus_number_percent_in_words (row->accuracy, GRADUS_ACCURACY_DECIMALS, point);

  if (scene->held_out == NULL || !isfinite (row->held_out_accuracy))
    return g_strdup_printf (_ ("%s: %s of %s are on the right side."), when, right.text, examples);
  GradusNumber held_out =
      gradus_number_percent_in_words (row->held_out_accuracy, GRADUS_ACCURACY_DECIMALS, point);
  GradusNumber count = gradus_number_count ((gint64) scene->held_out->m);
  return g_strdup_printf (
      _ ("%s: %s of %s are on the right side, and %s of the %s that were held out."), when,
      right.text, examples, held_out.text, count.text);
}

/* The first and the last row with a cost that is a number; FALSE where there is none. */
static gboolean
find_ends (const GradusHistory *history, const GradusRow **first, const GradusRow **last)
{
  *first = *last = NULL;
  for (gsize i = 0; history != NULL && i < gradus_history_count (history); i++)
    {
      const GradusRow *row = gradus_history_get (history, i);
      if (!isfinite (row->cost))
        continue;
      if (*first == NULL)
        *first = row;
      *last = row;
    }
  return *first != NULL;
}

char *
gradus_describe_cost (const GradusFigure *self)
{
  const GradusRow *first, *last;

  if (!find_ends (self->history, &first, &last))
    return g_strdup (_ ("Cost: nothing to show yet."));
  const char *point = self->captions->decimal_point;
  g_autofree char *epochs = tell_epochs (last->epoch - first->epoch);
  GradusNumber from = gradus_number_cost (first->cost, point);
  GradusNumber to = gradus_number_cost (last->cost, point);

  if (first == last && first->epoch == 0)
    return g_strdup_printf (_ ("Cost is %s before training."), from.text);
  if (first == last)
    return g_strdup_printf (_ ("Cost is %s."), from.text);
  if (g_str_equal (from.text, to.text))
    return g_strdup_printf (_ ("Cost is %s at the start and after %s."), from.text, epochs);
  return g_strdup_printf (last->cost < first->cost ? _ ("Cost fell from %s to %s in %s.")
                                                   : _ ("Cost rose from %s to %s in %s."),
                          from.text, to.text, epochs);
}

/* What is alike: "no two alike", "all alike", or how many kinds there are. (transfer full) */
static char *
tell_groups (const GradusLayerDiagnosis *layer)
{
  if (layer->n_groups >= layer->n_units)
    return g_strdup (_ ("no two alike"));
  if (layer->n_groups == 1)
    return g_strdup (_ ("all alike"));
  GradusNumber kinds = gradus_number_count (layer->n_groups);
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s different", "%s different", (gulong) layer->n_groups),
      kinds.text);
}

char *
gradus_describe_units (const GradusFigure *self)
{
  const GradusScene *scene = self->scene;

  if (scene == NULL)
    return g_strdup (_ ("Hidden units: nothing to show yet."));
  const GradusNetwork *network = scene->snapshot->network;
  if (network->n_layers < 2 || scene->diagnosis == NULL)
    return g_strdup (_ ("No hidden layer: logistic regression."));

  const char *point = self->captions->decimal_point;
  int shown = CLAMP (self->layer, 1, network->n_layers - 1);
  const GradusLayerDiagnosis *layer = &scene->diagnosis->layers[shown - 1];
  GradusNumber count = gradus_number_count (layer->n_units);
  GString *words = g_string_new (NULL);
  if (network->n_layers > 2)
    g_string_append_printf (words, _ ("Layer %d: "), shown);
  g_string_append_printf (
      words,
      g_dngettext (GETTEXT_PACKAGE, "%s hidden unit", "%s hidden units", (gulong) layer->n_units),
      count.text);
  if (layer->n_units > 1)
    {
      g_autofree char *groups = tell_groups (layer);
      g_string_append_printf (words, ", %s", groups);
    }
  if (gradus_activation_can_saturate (network->activation))
    {
      GradusNumber saturated = gradus_number_percent_in_words (layer->saturated, 0, point);
      g_string_append_printf (words, _ (", %s saturated"), saturated.text);
    }
  else if (network->activation == GRADUS_ACTIVATION_RELU)
    {
      GradusNumber dead = gradus_number_count (layer->n_dead);
      g_string_append_printf (words, _ (", %s dead"), layer->n_dead > 0 ? dead.text : _ ("none"));
    }
  g_string_append_c (words, '.');
  return g_string_free (words, FALSE);
}

char *
gradus_describe_sheet (const GradusFigure *self)
{
  g_autofree char *boundary = gradus_describe_boundary (self);
  g_autofree char *cost = gradus_describe_cost (self);
  g_autofree char *units = gradus_describe_units (self);

  return g_strdup_printf ("%s %s %s", boundary, cost, units);
}
