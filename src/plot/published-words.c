/* A table of published figures in words: what was published, what came out, the verdict. */
#include "plot/published-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "plot/number.h"

/* Of ours at least, so that there is something behind a rounded figure. */
#define COST_DECIMALS 6
#define SHARE_DECIMALS 2

const char *
gradus_quantity_words (GradusQuantity quantity)
{
  static const char *const words[] = { N_ ("cost"),          N_ ("accuracy"),
                                       N_ ("held-out cost"), N_ ("held-out accuracy"),
                                       N_ ("saturated"),     N_ ("blocked error") };
  G_STATIC_ASSERT (G_N_ELEMENTS (words) == GRADUS_N_QUANTITIES);

  return _ (words[quantity]);
}

char *
gradus_published_figure (const GradusPublishedRow *row, const char *decimal_point)
{
  GradusNumber least = gradus_number_fixed (row->least, row->decimals, decimal_point);
  GradusNumber most = gradus_number_fixed (row->most, row->decimals, decimal_point);
  const char *unit = gradus_quantity_is_share (row->quantity) ? " %" : "";

  return row->is_band ? g_strdup_printf ("%s … %s%s", least.text, most.text, unit)
                      : g_strconcat (least.text, unit, NULL);
}

/* A value in the row's unit, as exactly as ours are told. (transfer full) */
static char *
tell (const GradusPublishedRow *row, double value, const char *decimal_point)
{
  gboolean is_share = gradus_quantity_is_share (row->quantity);
  int decimals = MAX (row->decimals, is_share ? SHARE_DECIMALS : COST_DECIMALS);

  return g_strconcat (gradus_number_fixed (value, decimals, decimal_point).text,
                      is_share ? " %" : "", NULL);
}

char *
gradus_published_ours (const GradusPublishedRow *row, const GradusOutcome *outcome,
                       const char *decimal_point)
{
  return isnan (outcome->ours) ? g_strdup ("") : tell (row, outcome->ours, decimal_point);
}

char *
gradus_published_verdict (const GradusPublishedRow *row, const GradusOutcome *outcome,
                          const char *decimal_point)
{
  double distance;
  g_autofree char *amount = NULL;

  switch (outcome->verdict)
    {
    case GRADUS_VERDICT_AGREES:
      return g_strdup (_ ("agrees"));
    case GRADUS_VERDICT_IN_BAND:
      return g_strdup (_ ("in the band"));
    case GRADUS_VERDICT_MISSING:
      return g_strdup (_ ("not there"));
    case GRADUS_VERDICT_DIFFERS:
      distance = gradus_published_distance (row, outcome->ours);
      amount = tell (row, fabs (distance), decimal_point);
      return g_strdup_printf (distance > 0 ? _ ("%s too high") : _ ("%s too low"), amount);
    case GRADUS_VERDICT_OPEN:
    default:
      return g_strdup ("");
    }
}

char *
gradus_published_sum (const GradusOutcome *outcomes, int n)
{
  int n_exact = gradus_outcomes_count (outcomes, n, GRADUS_VERDICT_AGREES);
  int n_in_band = gradus_outcomes_count (outcomes, n, GRADUS_VERDICT_IN_BAND);

  if (n_exact + n_in_band < n)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%d of %d row differs", "%d of %d rows differ", (gulong) n),
        n - n_exact - n_in_band, n);
  if (n_in_band == 0)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "The one row agrees", "All %d rows agree", (gulong) n), n);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The one row agrees, within a band",
                                       "All %d rows agree, %d of them within a band", (gulong) n),
                          n, n_in_band);
}

gboolean
gradus_published_is_reproduced (const GradusOutcome *outcomes, int n)
{
  return gradus_outcomes_count (outcomes, n, GRADUS_VERDICT_AGREES)
             + gradus_outcomes_count (outcomes, n, GRADUS_VERDICT_IN_BAND)
         == n;
}
