/* What gradus-cli says of its runs, in the C locale: a script reads it. */
#include "cli/report.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>

#include "cli/explain.h"
#include "plot/landmark-words.h"
#include "plot/number.h"

#include "core/gradient-check.h"

void
gradus_report_complain (const char *message)
{
  g_autofree char *line = g_strdup (message);

  for (char *c = line; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c))
      *c = ' ';
  fprintf (stderr, "gradus-cli: %s\n", line); /* UTF-8 in every locale, as in the files */
}

/* In the C locale, so that what a script reads does not hang on the user's language. */
static char *
format_result (double cost, double accuracy)
{
  char cost_text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (cost_text, sizeof cost_text, cost < 1e9 ? "%.6f" : "%.6e", cost);
  return g_strdup_printf ("cost %s  accuracy %s", cost_text,
                          gradus_number_percent_in_words (accuracy, 2, ".").text);
}

/* Standard output, or standard error where a table has that to itself. */
static FILE *
find_stream (const GradusOptions *options)
{
  return gradus_options_fill_stdout (options) ? stderr : stdout;
}

/* "run 0.01  " before what is said of a run that is not alone. */
static void
print_run (FILE *stream, const char *run)
{
  if (run != NULL)
    fprintf (stream, "run %s  ", run);
}

void
gradus_report_summary (const GradusOptions *options, const char *run, const GradusTrainer *trainer)
{
  const GradusHistory *history = gradus_trainer_get_history (trainer);
  const GradusRow *row = &history->last;
  FILE *stream = find_stream (options);
  g_autofree char *result = NULL;

  if (options->quiet || gradus_history_count (history) == 0)
    return;
  result = format_result (row->cost, row->accuracy);
  print_run (stream, run);
  fprintf (stream, "epoch %" G_GINT64_FORMAT "  %s", row->epoch, result);
  if (!isnan (row->held_out_cost))
    {
      g_autofree char *held_out = format_result (row->held_out_cost, row->held_out_accuracy);

      fprintf (stream, "  held out: %s", held_out);
    }
  fprintf (stream, "\n");
}

/* "91.25 %", "0.218612"; a median that is of a run that diverged has no number. */
static char *
format_measure (double value, GradusSweepMeasure measure)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (value))
    return g_strdup (isnan (value) ? "none" : "diverged");
  if (measure != GRADUS_SWEEP_COST)
    return g_strdup (gradus_number_percent_in_words (value, 2, ".").text);
  g_ascii_formatd (text, sizeof text, value < 1e9 ? "%.6f" : "%.6e", value);
  return g_strdup (text);
}

void
gradus_report_row (const GradusOptions *options, const GradusSweep *sweep, int row)
{
  FILE *stream = find_stream (options);
  static const GradusSweepMeasure measures[] = { GRADUS_SWEEP_COST, GRADUS_SWEEP_ACCURACY };
  GradusSweepSummary summary;

  if (options->quiet)
    return;
  print_run (stream, sweep->row_values[row]);
  for (gsize i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      gradus_sweep_sum_up (sweep, row, measures[i], &summary);
      g_autofree char *median = format_measure (summary.median, measures[i]);
      g_autofree char *least = format_measure (summary.least, measures[i]);
      g_autofree char *most = format_measure (summary.most, measures[i]);
      fprintf (stream, "%s %s (%s to %s)  ",
               measures[i] == GRADUS_SWEEP_COST ? "median cost" : "median accuracy", median, least,
               most);
    }
  fprintf (stream, "runs %d of %d", summary.n_done + summary.n_diverged, sweep->n_columns);
  if (summary.n_diverged > 0)
    fprintf (stream, "  diverged %d", summary.n_diverged);
  fprintf (stream, "\n");
}

void
gradus_report_landmarks (const GradusOptions *options, const char *run,
                         const GradusLandmarks *landmarks)
{
  FILE *stream = find_stream (options);
  GradusLandmark list[GRADUS_N_LANDMARKS];
  int n = options->quiet ? 0 : gradus_landmarks_list (landmarks, list);

  for (int i = 0; i < n; i++)
    {
      g_autofree char *phrase = gradus_landmark_phrase (landmarks, list[i]);

      print_run (stream, run);
      fprintf (stream, "landmark  epoch %" G_GINT64_FORMAT "  %s\n", landmarks->epochs[list[i]],
               phrase);
    }
}

void
gradus_report_explanation (const GradusOptions *options, const char *run,
                           const GradusTrainer *trainer)
{
  FILE *stream = find_stream (options);

  if (!options->explain || options->quiet)
    return;
  g_autofree char *sentence = gradus_explain (trainer);
  print_run (stream, run);
  fprintf (stream, "%s\n", sentence);
}

gboolean
gradus_report_checks (const GradusOptions *options, const char *run, const GradusChecks *checks)
{
  FILE *stream = find_stream (options);
  gboolean agree = TRUE;

  for (int i = 0; i < checks->n; i++)
    {
      const GradusCheck *check = &checks->checks[i];
      char difference[G_ASCII_DTOSTR_BUF_SIZE];

      agree = agree && check->difference <= GRADUS_GRADIENT_CHECK_LIMIT;
      if (options->quiet)
        continue;
      g_ascii_formatd (difference, sizeof difference, "%.3g", check->difference);
      print_run (stream, run);
      fprintf (stream, "gradient check  epoch %" G_GINT64_FORMAT "  difference %s", check->epoch,
               difference);
      if (check->n_left_out > 0)
        fprintf (stream, "  examples on a kink left out: %" G_GSIZE_FORMAT, check->n_left_out);
      fprintf (stream, "\n");
    }
  if (!agree)
    gradus_report_complain (
        _ ("back-propagation and differences of the cost do not agree; at most 1e-7 is right. Of "
           "features or parameters far from 1 the differences are too coarse: then a smaller "
           "--init-scale or --standardise is right"));
  return agree;
}

void
gradus_report_diverged (const char *run, const GradusTrainer *trainer)
{
  g_autofree char *what = g_strdup_printf (
      _ ("diverged at epoch %ld: the cost or a parameter has left the range of numbers; a smaller "
         "alpha or init-scale is right"),
      (glong) gradus_trainer_get_diverged_epoch (trainer));
  g_autofree char *message =
      run != NULL ? g_strdup_printf (_ ("run %s: %s"), run, what) : g_strdup (what);

  gradus_report_complain (message);
}
