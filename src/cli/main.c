/* gradus-cli: trains without a window or a display. */
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "cli/options.h"
#include "cli/outputs.h"
#include "cli/run.h"
#include "core/source.h"

enum
{
  EXIT_DONE = 0,
  EXIT_BAD = 1,
  EXIT_DIVERGED = 3,
};

/* One line on standard error, whatever signs a file's name may hold. */
static void
complain (const char *message)
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
  char accuracy_text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (cost_text, sizeof cost_text, cost < 1e9 ? "%.6f" : "%.6e", cost);
  g_ascii_formatd (accuracy_text, sizeof accuracy_text, "%.2f", 100 * accuracy);
  return g_strdup_printf ("cost %s  accuracy %s %%", cost_text, accuracy_text);
}

/* To standard output, or to standard error where the history has that to itself. */
static void
print_summary (const GradusOptions *options, const GradusTrainer *trainer)
{
  const GradusHistory *history = gradus_trainer_get_history (trainer);
  const GradusRow *row = &history->last;
  FILE *stream = g_strcmp0 (options->history, "-") == 0 ? stderr : stdout;
  g_autofree char *result = NULL;

  if (options->quiet || gradus_history_count (history) == 0)
    return;
  result = format_result (row->cost, row->accuracy);
  fprintf (stream, "epoch %" G_GINT64_FORMAT "  %s", row->epoch, result);
  if (!isnan (row->held_out_cost))
    {
      g_autofree char *held_out = format_result (row->held_out_cost, row->held_out_accuracy);

      fprintf (stream, "  held out: %s", held_out);
    }
  fprintf (stream, "\n");
}

/* Returns: FALSE when one of the differences is too large. */
static gboolean
print_checks (const GradusOptions *options, const GradusChecks *checks)
{
  FILE *stream = g_strcmp0 (options->history, "-") == 0 ? stderr : stdout;
  gboolean agree = TRUE;

  for (int i = 0; i < checks->n; i++)
    {
      const GradusCheck *check = &checks->checks[i];
      char difference[G_ASCII_DTOSTR_BUF_SIZE];

      agree = agree && check->difference <= GRADUS_CHECK_LIMIT;
      if (options->quiet)
        continue;
      g_ascii_formatd (difference, sizeof difference, "%.3g", check->difference);
      fprintf (stream, "gradient check  epoch %" G_GINT64_FORMAT "  difference %s", check->epoch,
               difference);
      if (check->n_left_out > 0)
        fprintf (stream, "  examples on a kink left out: %" G_GSIZE_FORMAT, check->n_left_out);
      fprintf (stream, "\n");
    }
  if (!agree)
    complain (_ ("back-propagation and differences of the cost do not agree; at most 1e-7 is "
                 "right"));
  return agree;
}

static void
complain_diverged (const GradusTrainer *trainer)
{
  g_autofree char *message = g_strdup_printf (
      _ ("diverged at epoch %ld: the cost or a parameter has left the range of numbers; a smaller "
         "alpha or init-scale is right"),
      (glong) gradus_trainer_get_diverged_epoch (trainer));

  complain (message);
}

/* Standard output is a file like any other: a full disk must not go by unsaid. */
static gboolean
finish_stdout (void)
{
  gboolean ok = !ferror (stdout);

  if (fflush (stdout) != 0)
    ok = FALSE;
  if (!ok)
    complain (_ ("standard output cannot be written; a place with room is right"));
  return ok;
}

static int
run (const GradusOptions *options, GError **error)
{
  g_autoptr (GradusDataset) all = NULL;
  g_autoptr (GradusTrainer) trainer = NULL;
  g_autoptr (GradusHistoryCsv) csv = NULL;
  g_autoptr (GPtrArray) failures = NULL;
  GradusChecks checks = { 0 };
  gboolean ok;

  if (!gradus_outputs_check (options, error))
    return EXIT_BAD;
  all = gradus_source_load (&options->spec, error);
  if (all == NULL)
    return EXIT_BAD;
  trainer = gradus_trainer_new (&options->spec, all, error);
  if (trainer == NULL)
    return EXIT_BAD;

  if (options->history != NULL)
    csv = gradus_history_csv_new (options, trainer);
  gradus_run_train (options, trainer, csv, &checks);
  failures = gradus_outputs_write (options, trainer, all,
                                   csv != NULL ? gradus_history_csv_finish (csv) : NULL);
  print_summary (options, trainer);
  ok = print_checks (options, &checks);
  for (guint i = 0; i < failures->len; i++)
    complain (failures->pdata[i]);
  ok = finish_stdout () && ok && failures->len == 0;
  if (gradus_trainer_get_status (trainer) == GRADUS_TRAINER_DIVERGED)
    {
      complain_diverged (trainer);
      return failures->len == 0 ? EXIT_DIVERGED : EXIT_BAD;
    }
  return ok ? EXIT_DONE : EXIT_BAD;
}

int
main (int argc, char **argv)
{
  g_autoptr (GradusOptions) options = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, GRADUS_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  options = gradus_options_parse (argc, argv, &error);
  if (options != NULL && options->help)
    {
      g_autofree char *help = gradus_options_help ();

      fputs (help, stdout);
      return finish_stdout () ? EXIT_DONE : EXIT_BAD;
    }
  if (options != NULL && options->version)
    {
      fputs ("gradus-cli " GRADUS_VERSION "\n", stdout);
      return finish_stdout () ? EXIT_DONE : EXIT_BAD;
    }
  status = options != NULL ? run (options, &error) : EXIT_BAD;
  if (error != NULL)
    complain (error->message);
  return status;
}
