/* The words of a sweep. */
#include "plot/sweep-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "plot/run-name.h"

#define MOST_TOLD 12 /* rows, in one sentence */

/* A value as in the file, with the user's decimal point. (transfer full) */
static char *
localise (const char *value, const char *decimal_point)
{
  g_auto (GStrv) parts = g_strsplit (value, ".", -1);

  return g_strjoinv (decimal_point, parts);
}

char *
gradus_sweep_row_name (const GradusSweep *sweep, int row, const char *decimal_point)
{
  return gradus_run_name (&sweep->spec, row * sweep->n_columns, decimal_point);
}

char *
gradus_sweep_column_name (const GradusSweep *sweep, int column, const char *decimal_point)
{
  return localise (sweep->column_values[column], decimal_point);
}

char *
gradus_sweep_tell_measure (const GradusFigure *figure)
{
  const GradusSweep *sweep = figure->sweep;
  gboolean is_cost = figure->sweep_measure == GRADUS_SWEEP_COST;
  gboolean varies =
      g_str_equal (sweep->spec.vary, "epochs") || g_str_equal (sweep->spec.across, "epochs");

  if (varies || sweep->spec.epochs < 0)
    return g_strdup (is_cost ? _ ("cost at the end") : _ ("accuracy at the end"));
  GradusNumber epochs = gradus_number_count (sweep->spec.epochs);
  return g_strdup_printf (
      is_cost ? g_dngettext (GETTEXT_PACKAGE, "cost after %s epoch", "cost after %s epochs",
                             (gulong) sweep->spec.epochs)
              : g_dngettext (GETTEXT_PACKAGE, "accuracy after %s epoch", "accuracy after %s epochs",
                             (gulong) sweep->spec.epochs),
      epochs.text);
}

GradusNumber
gradus_sweep_number (double value, GradusSweepMeasure measure, const char *decimal_point)
{
  GradusNumber number = { "–" };

  if (isinf (value))
    g_strlcpy (number.text, _ ("diverged"), sizeof number.text);
  else if (!isnan (value) && measure == GRADUS_SWEEP_COST)
    number = gradus_number_cost (value, decimal_point);
  else if (!isnan (value))
    number = gradus_number_percent (value, GRADUS_ACCURACY_DECIMALS, decimal_point);
  return number;
}

char *
gradus_sweep_tell_range (const GradusSweepSummary *summary, GradusSweepMeasure measure,
                         const char *decimal_point)
{
  GradusNumber least = gradus_sweep_number (summary->least, measure, decimal_point);
  GradusNumber most = gradus_sweep_number (summary->most, measure, decimal_point);
  char *sign = strstr (least.text, "\u00a0%");

  if (isnan (summary->least))
    return g_strdup ("–");
  if (sign != NULL) /* which the other one has */
    *sign = '\0';
  return g_strdup_printf ("%s–%s", least.text, most.text);
}

char *
gradus_sweep_tell_cell (const GradusSweep *sweep, int row, int column, const char *decimal_point)
{
  const GradusSweepCell *cell = &sweep->cells[row * sweep->n_columns + column];
  g_autofree char *name = gradus_sweep_row_name (sweep, row, decimal_point);
  g_autofree char *value = gradus_sweep_column_name (sweep, column, decimal_point);
  GradusNumber epoch = gradus_number_count (cell->epoch);
  GString *words = g_string_new (NULL);

  g_string_append_printf (words, "%s, %s %s\n", name, sweep->spec.across, value);
  if (cell->state == GRADUS_SWEEP_WAITING || (cell->epoch < 0))
    g_string_append (words, _ ("waiting"));
  else if (cell->state == GRADUS_SWEEP_DIVERGED)
    g_string_append_printf (words, _ ("diverged at epoch %s"), epoch.text);
  else
    {
      GradusNumber cost = gradus_number_fixed (cell->cost, 6, decimal_point);
      GradusNumber accuracy =
          gradus_number_percent_in_words (cell->accuracy, GRADUS_ACCURACY_DECIMALS, decimal_point);
      g_string_append_printf (words,
                              cell->state == GRADUS_SWEEP_RUNNING
                                  ? _ ("training, epoch %s\ncost %s\naccuracy %s")
                                  : _ ("epoch %s\ncost %s\naccuracy %s"),
                              epoch.text, cost.text, accuracy.text);
    }
  return g_string_free (words, FALSE);
}

/* "90.75 % with randn × 1; …": of each row, as many as can be listened to. */
static void
append_medians (const GradusFigure *figure, GString *words)
{
  const GradusSweep *sweep = figure->sweep;
  const char *point = figure->captions->decimal_point;

  for (int i = 0; i < MIN (sweep->n_rows, MOST_TOLD); i++)
    {
      GradusSweepSummary summary;
      g_autofree char *name = gradus_sweep_row_name (sweep, i, point);
      gradus_sweep_sum_up (sweep, i, figure->sweep_measure, &summary);
      GradusNumber median = gradus_sweep_number (summary.median, figure->sweep_measure, point);
      if (isfinite (summary.median) && figure->sweep_measure == GRADUS_SWEEP_ACCURACY)
        median = gradus_number_percent_in_words (summary.median, GRADUS_ACCURACY_DECIMALS, point);
      g_string_append (words, i > 0 ? "; " : "");
      /* Translators: a median, and the row it is of: "90.75 % with randn × 1". */
      g_string_append_printf (words, _ ("%s with %s"), median.text, name);
    }
  if (sweep->n_rows > MOST_TOLD)
    g_string_append_printf (words,
                            g_dngettext (GETTEXT_PACKAGE, "; and %d more row", "; and %d more rows",
                                         (gulong) (sweep->n_rows - MOST_TOLD)),
                            sweep->n_rows - MOST_TOLD);
}

char *
gradus_sweep_describe (const GradusFigure *figure)
{
  const GradusSweep *sweep = figure->sweep;

  if (sweep == NULL)
    return g_strdup (_ ("Sweep: nothing to show yet."));
  int n = gradus_sweep_count (sweep);
  g_autofree char *measure = gradus_sweep_tell_measure (figure);
  GString *words = g_string_new (NULL);

  g_string_append_printf (words, _ ("Sweep of %s and %s: %d of %d runs have ended."),
                          sweep->spec.vary, sweep->spec.across, gradus_sweep_count_ended (sweep),
                          n);
  g_string_append_printf (words, _ (" Median of the %s: "), measure);
  append_medians (figure, words);
  g_string_append_c (words, '.');
  return g_string_free (words, FALSE);
}
