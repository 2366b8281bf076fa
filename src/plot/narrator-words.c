/* The narrator's sentences on what is wrong, or may be: each may be told where its rule holds. */
#include "plot/narrator-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "plot/narrator-facts.h"
#include "plot/number.h"
#include "plot/unit-list.h"

/* Digits in which two costs differ, four at least. */
static int
find_decimals (double a, double b)
{
  double apart = fabs (a - b);

  return apart > 0 ? (int) CLAMP (ceil (-log10 (apart)) + 1, 4, 12) : 4;
}

/* As few digits as tell it apart from others: 1.2, 0.0003. */
static GradusNumber
short_number (const GradusFacts *facts, double value)
{
  if (value == floor (value) && fabs (value) < 1e6)
    return gradus_number_count ((gint64) value);
  for (int decimals = 1; decimals < 6; decimals++)
    if (fabs (value) >= 1e-3 && fabs (value) < 1e6
        && fabs (value - round (value * pow (10, decimals)) / pow (10, decimals)) < 1e-9)
      return gradus_number_fixed (value, decimals, facts->decimal_point);
  return gradus_number_cost (value, facts->decimal_point);
}

static gboolean
has_layers (const GradusFacts *facts)
{
  return facts->scene->diagnosis->n_layers > 1;
}

/* "Layer 2: " where there are several. (transfer full) */
static char *
name_layer (const GradusFacts *facts, int l)
{
  return has_layers (facts) ? g_strdup_printf (_ ("Layer %d: "), l) : g_strdup ("");
}

/* α of the step that λmax forbids; FALSE where that is not known. */
static gboolean
find_limit (const GradusFacts *facts, GradusNumber *limit)
{
  double alpha = facts->scene != NULL ? facts->scene->alpha : NAN;

  if (!(facts->sharpness > 0) || !(alpha * facts->sharpness > 2))
    return FALSE;
  *limit = gradus_number_cost (2 / facts->sharpness, facts->decimal_point);
  return TRUE;
}

char *
gradus_narrator_tell_diverged (const GradusFacts *facts)
{
  GradusNumber epoch = gradus_number_count (facts->diverged_epoch), limit;

  if (!find_limit (facts, &limit))
    return g_strdup_printf (
        _ ("Diverged at epoch %s: the numbers grew beyond all range. Lower α or the init scale."),
        epoch.text);
  GradusNumber alpha = short_number (facts, facts->scene->alpha);
  return g_strdup_printf (
      _ ("Diverged at epoch %s: α = %s is above 2/λmax = %s, and steps overshot. Lower α."),
      epoch.text, alpha.text, limit.text);
}

char *
gradus_narrator_tell_rest (const GradusFacts *facts)
{
  if (facts->scene->rest == GRADUS_REST_ZEROS)
    return g_strdup (_ ("All weights are 0 and the classes are of equal size: every gradient is "
                        "exactly 0, and nothing moves."));
  return g_strdup (_ ("Every gradient is exactly 0: nothing moves."));
}

char *
gradus_narrator_tell_rest_weights (const GradusFacts *facts)
{
  return g_strdup (_ ("Every dW is exactly 0: only biases move, no weight does."));
}

char *
gradus_narrator_tell_symmetric (const GradusFacts *facts)
{
  int l = gradus_facts_find_symmetric (facts);
  g_autofree char *layer = name_layer (facts, l);

  return g_strdup_printf (
      _ ("%sAll %d units are the same, and so are their gradients: they will stay alike."), layer,
      facts->scene->diagnosis->layers[l - 1].n_units);
}

/* The units of the first group that has several. (transfer full) */
static char *
list_group (const GradusLayerDiagnosis *layer)
{
  g_autofree int *units = g_new (int, layer->n_units);

  for (int group = 0; group < layer->n_groups; group++)
    {
      int n = 0;
      for (int j = 0; j < layer->n_units; j++)
        if (layer->units[j].group == group)
          units[n++] = j;
      if (n > 1)
        return gradus_unit_list (units, n);
    }
  return NULL;
}

char *
gradus_narrator_tell_alike (const GradusFacts *facts)
{
  int l = gradus_facts_find_alike (facts);
  const GradusLayerDiagnosis *layer = &facts->scene->diagnosis->layers[l - 1];
  g_autofree char *name = name_layer (facts, l);
  g_autofree char *list = list_group (layer);

  if (layer->n_different == layer->n_units)
    return g_strdup_printf (
        _ ("%sUnits %s agree to within a billionth, but not to the bit: the difference can grow."),
        name, list);
  return g_strdup_printf (_ ("%sUnits %s are alike: whatever the example, they compute the same."),
                          name, list);
}

char *
gradus_narrator_tell_blocked (const GradusFacts *facts)
{
  int l = gradus_facts_most_blocked (facts);
  const GradusDiagnosis *start = gradus_facts_start (facts);
  GradusNumber blocked = gradus_facts_percent (facts, start->layers[l - 1].blocked);
  GradusNumber flat = gradus_facts_percent (facts, start->layers[l - 1].saturated);
  GradusNumber cost = gradus_facts_cost (facts, gradus_facts_row (facts)->cost);
  g_autofree char *name = name_layer (facts, l);

  if (gradus_facts_row (facts)->epoch == 0)
    return g_strdup_printf (
        _ ("%sSaturated at the start (%s of the outputs): %s of the error is blocked."), name,
        flat.text, blocked.text);
  return g_strdup_printf (
      _ ("%sSaturated at the start: %s of the error was blocked, and the cost is still %s."), name,
      blocked.text, cost.text);
}

char *
gradus_narrator_tell_oscillates (const GradusFacts *facts)
{
  int n_looked;
  const GradusRow *last, *before;
  int n = gradus_facts_count_rises (facts, GRADUS_FACTS_LONG, &n_looked, &last, &before);
  GradusNumber rises = gradus_number_count (n), all = gradus_number_count (n_looked), limit;
  GradusNumber alpha = short_number (facts, facts->scene->alpha);

  if (facts->history->stride > 1) /* a row stands for several epochs */
    return g_strdup_printf (_ ("The cost goes up and down: steps of α = %s overshoot."),
                            alpha.text);
  if (find_limit (facts, &limit))
    return g_strdup_printf (_ ("The cost rose in %s of the last %s epochs: α = %s is above 2/λmax "
                               "= %s, and steps overshoot."),
                            rises.text, all.text, alpha.text, limit.text);
  return g_strdup_printf (
      _ ("The cost goes up and down: it rose in %s of the last %s epochs. Steps of α = %s "
         "overshoot."),
      rises.text, all.text, alpha.text);
}

char *
gradus_narrator_tell_rose (const GradusFacts *facts)
{
  int n_looked;
  const GradusRow *last, *before;

  gradus_facts_count_rises (facts, GRADUS_FACTS_SHORT, &n_looked, &last, &before);
  int decimals = find_decimals (before->cost, last->cost_max);
  GradusNumber from = gradus_number_fixed (before->cost, decimals, facts->decimal_point);
  GradusNumber to = gradus_number_fixed (last->cost_max, decimals, facts->decimal_point);
  GradusNumber epoch = gradus_number_count (last->epoch);
  return g_strdup_printf (_ ("The cost has just risen, at epoch %s from %s to %s: a step went too "
                             "far."),
                          epoch.text, from.text, to.text);
}

char *
gradus_narrator_tell_overfits (const GradusFacts *facts)
{
  const GradusRow *best = gradus_facts_best_held_out (facts);
  GradusNumber epoch = gradus_number_count (best->epoch);
  GradusNumber from = gradus_facts_cost (facts, best->held_out_cost);
  GradusNumber to = gradus_facts_cost (facts, gradus_facts_row (facts)->held_out_cost);

  return g_strdup_printf (_ ("Overfitting: since epoch %s the cost of training fell, that of the "
                             "held-out examples rose from %s to %s."),
                          epoch.text, from.text, to.text);
}

char *
gradus_narrator_tell_dead (const GradusFacts *facts)
{
  int l = gradus_facts_find_dead (facts), n = 0;
  const GradusLayerDiagnosis *layer = &facts->scene->diagnosis->layers[l - 1];
  g_autofree int *units = g_new (int, layer->n_units);
  g_autofree char *name = name_layer (facts, l);

  for (int j = 0; j < layer->n_units; j++)
    if (layer->units[j].dead)
      units[n++] = j;
  g_autofree char *list = gradus_unit_list (units, n);
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "%sUnit %s is dead: inactive on all examples, so that no error reaches it.",
                   "%sUnits %s are dead: inactive on all examples, so that no error reaches them.",
                   (gulong) n),
      name, list);
}
