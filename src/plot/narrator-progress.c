/* The narrator's sentences on how a run goes on: each may be told where its rule holds. */
#include <glib/gi18n-lib.h>

#include "plot/narrator-facts.h"
#include "plot/narrator-words.h"

char *
gradus_narrator_tell_logistic (const GradusFacts *facts)
{
  const GradusNetwork *network = facts->scene->snapshot->network;
  gboolean is_zero = gradus_facts_row (facts)->epoch == 0;

  for (gsize i = 0; i < network->n_parameters; i++)
    is_zero = is_zero && network->parameters[i] == 0;
  if (network->n[1] > 1)
    return g_strdup (_ ("No hidden layer: straight lines between the classes are all it can "
                        "draw."));
  if (is_zero)
    return g_strdup (_ ("No hidden layer: zeros are a fine start here, and a straight line is all "
                        "it can draw."));
  return g_strdup (_ ("No hidden layer: a straight line is all it can draw."));
}

char *
gradus_narrator_tell_ready (const GradusFacts *facts)
{
  GradusNumber cost = gradus_facts_cost (facts, gradus_facts_row (facts)->cost);

  return g_strdup_printf (
      _ ("Ready at cost %s: train, and watch the boundary bend as the cost falls."), cost.text);
}

char *
gradus_narrator_tell_breaking (const GradusFacts *facts)
{
  return g_strdup (
      _ ("Still on the plateau: the units are almost alike, and the symmetry is breaking."));
}

char *
gradus_narrator_tell_plateau (const GradusFacts *facts)
{
  GradusNumber cost = gradus_facts_cost (facts, gradus_facts_row (facts)->cost);

  return g_strdup_printf (
      _ ("On the plateau: cost %s is still, to 1 %%, that of an answer without a look at x."),
      cost.text);
}

char *
gradus_narrator_tell_all_the_same (const GradusFacts *facts)
{
  GradusNumber saturated = gradus_facts_percent (facts, gradus_facts_start (facts)->saturated);
  GradusNumber cost = gradus_facts_cost (facts, gradus_facts_row (facts)->cost);

  return g_strdup_printf (
      _ ("%s of the hidden outputs began saturated, and still it learns: cost %s."), saturated.text,
      cost.text);
}

/* Up to ten in letters. (transfer full) */
static char *
count_in_letters (int n)
{
  static const char *const letters[] = { N_ ("two"),   N_ ("three"), N_ ("four"),
                                         N_ ("five"),  N_ ("six"),   N_ ("seven"),
                                         N_ ("eight"), N_ ("nine"),  N_ ("ten") };

  if (n >= 2 && n - 2 < (int) G_N_ELEMENTS (letters))
    return g_strdup (_ (letters[n - 2]));
  GradusNumber number = gradus_number_count (n);
  return g_strdup (number.text);
}

char *
gradus_narrator_tell_broke (const GradusFacts *facts)
{
  const GradusNetwork *network = facts->scene->snapshot->network;
  g_autofree char *units = count_in_letters (network->n[1]);
  g_autofree char *ways = count_in_letters (gradus_facts_count_ways (network));

  return g_strdup_printf (
      _ ("Small random weights broke the symmetry: the %s units now face %s ways."), units, ways);
}

char *
gradus_narrator_tell_decided (const GradusFacts *facts)
{
  GradusNumber saturated = gradus_facts_percent (facts, facts->scene->diagnosis->saturated);
  GradusNumber cost = gradus_facts_cost (facts, gradus_facts_row (facts)->cost);

  return g_strdup_printf (
      _ ("%s of the hidden outputs are saturated, and the cost is low (%s): it has made up its "
         "mind."),
      saturated.text, cost.text);
}

/* "The cost fell from 0.6930 to 0.2881 in 1000 epochs". (transfer full) */
static char *
tell_way (const GradusFacts *facts)
{
  const GradusRow *row = gradus_facts_row (facts), *start = gradus_facts_start_row (facts);
  GradusNumber from = gradus_facts_cost (facts, start->cost),
               to = gradus_facts_cost (facts, row->cost);
  GradusNumber count = gradus_number_count (row->epoch);
  g_autofree char *epochs = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s epoch", "%s epochs", (gulong) row->epoch), count.text);

  if (row->epoch == 0)
    return g_strdup_printf (_ ("the cost was %s at the start"), from.text);
  if (g_str_equal (from.text, to.text))
    return g_strdup_printf (_ ("the cost is %s, as it was %s ago"), to.text, epochs);
  return g_strdup_printf (row->cost < start->cost ? _ ("the cost fell from %s to %s in %s")
                                                  : _ ("the cost rose from %s to %s in %s"),
                          from.text, to.text, epochs);
}

char *
gradus_narrator_tell_finished (const GradusFacts *facts)
{
  g_autofree char *way = tell_way (facts);

  return g_strdup_printf (_ ("Finished: %s."), way);
}

char *
gradus_narrator_tell_progress (const GradusFacts *facts)
{
  g_autofree char *way = tell_way (facts);
  GradusNumber right =
      gradus_number_percent_in_words (gradus_facts_row (facts)->accuracy, 0, facts->decimal_point);

  if (gradus_facts_row (facts)->epoch == 0)
    {
      GradusNumber cost = gradus_facts_cost (facts, gradus_facts_row (facts)->cost);
      return g_strdup_printf (_ ("The start: cost %s, and %s of the examples are put right."),
                              cost.text, right.text);
    }
  return g_strdup_printf (_ ("So far %s, and %s of the examples are put right."), way, right.text);
}
