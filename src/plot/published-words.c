/* A table of published figures in words: what was published, what came out, the verdict. */
#include "plot/published-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Of ours at least, so that there is something behind a rounded figure. */
#define COST_DECIMALS 6
#define SHARE_DECIMALS 2
/* From there on in powers of ten. */
#define MAX_PLAIN 1e9

const char *
gradus_quantity_words (GradusQuantity quantity)
{
  static const char *const words[] = { N_ ("cost"),          N_ ("accuracy"),
                                       N_ ("held-out cost"), N_ ("held-out accuracy"),
                                       N_ ("saturated"),     N_ ("blocked error") };
  G_STATIC_ASSERT (G_N_ELEMENTS (words) == GRADUS_N_QUANTITIES);

  return _ (words[quantity]);
}

/* With so many decimals and nothing between the thousands: a script may read it. (transfer full) */
static char *
format (double value, int decimals, const char *decimal_point)
{
  char pattern[16], plain[512];
  char *point;

  g_snprintf (pattern, sizeof pattern, fabs (value) < MAX_PLAIN ? "%%.%df" : "%%.%de", decimals);
  g_ascii_formatd (plain, sizeof plain, pattern, value);
  point = strchr (plain, '.');
  if (point == NULL)
    return g_strdup (plain);
  *point = '\0';
  return g_strconcat (plain, decimal_point, point + 1, NULL);
}

char *
gradus_published_figure (const GradusPublishedRow *row, const char *decimal_point)
{
  g_autofree char *least = format (row->least, row->decimals, decimal_point);
  g_autofree char *most = format (row->most, row->decimals, decimal_point);
  const char *unit = gradus_quantity_is_share (row->quantity) ? " %" : "";

  return row->is_band ? g_strdup_printf ("%s … %s%s", least, most, unit)
                      : g_strconcat (least, unit, NULL);
}

/* A value in the row's unit, as exactly as ours are told. (transfer full) */
static char *
tell (const GradusPublishedRow *row, double value, const char *decimal_point)
{
  gboolean is_share = gradus_quantity_is_share (row->quantity);
  int decimals = MAX (row->decimals, is_share ? SHARE_DECIMALS : COST_DECIMALS);
  g_autofree char *text = format (value, decimals, decimal_point);

  return g_strconcat (text, is_share ? " %" : "", NULL);
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
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d of %d rows differs",
                                         "%d of %d rows differ",
                                         (gulong) (n - n_exact - n_in_band)),
                            n - n_exact - n_in_band, n);
  if (n_in_band == 0)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "The one row agrees", "All %d rows agree", (gulong) n), n);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The one row agrees, within a band",
                                       "All %d rows agree, %d of them within a band", (gulong) n),
                          n, n_in_band);
}

char *
gradus_published_to_text (const GradusPublished *table, const GradusOutcome *outcomes,
                          const char *decimal_point)
{
  GString *text = g_string_new (table->title);

  g_string_append_c (text, '\n');
  g_string_append_printf (text, _ ("Published: %s."), table->where);
  g_string_append_printf (text, "\n%s\t%s\t%s\t%s\t%s\t%s\n", _ ("run"), _ ("epoch"),
                          _ ("quantity"), _ ("published"), _ ("ours"), _ ("verdict"));
  for (int i = 0; i < table->n_rows; i++)
    {
      const GradusPublishedRow *row = &table->rows[i];
      g_autofree char *figure = gradus_published_figure (row, decimal_point);
      g_autofree char *ours = gradus_published_ours (row, &outcomes[i], decimal_point);
      g_autofree char *verdict = gradus_published_verdict (row, &outcomes[i], decimal_point);

      g_string_append_printf (text, "%s\t%" G_GINT64_FORMAT "\t%s\t%s\t%s\t%s\n",
                              table->runs[row->run].title, row->epoch,
                              gradus_quantity_words (row->quantity), figure, ours, verdict);
    }
  return g_string_free (text, FALSE);
}

gboolean
gradus_published_is_reproduced (const GradusOutcome *outcomes, int n)
{
  return gradus_outcomes_count (outcomes, n, GRADUS_VERDICT_AGREES)
             + gradus_outcomes_count (outcomes, n, GRADUS_VERDICT_IN_BAND)
         == n;
}
