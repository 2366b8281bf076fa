/* gradus-cli: trains without a window or a display. */
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdio.h>

#include "cli/batch.h"
#include "cli/lesson-run.h"
#include "cli/options.h"
#include "cli/outputs.h"
#include "cli/report.h"
#include "cli/reproduce.h"

enum
{
  EXIT_DONE = 0,
  EXIT_BAD = 1,
  EXIT_DIVERGED = 3,
  EXIT_DIFFERS = 4,
};

/* Standard output is a file like any other: a full disk must not go by unsaid. */
static gboolean
finish_stdout (void)
{
  gboolean ok = !ferror (stdout);

  if (fflush (stdout) != 0)
    ok = FALSE;
  if (!ok)
    gradus_report_complain (_ ("standard output cannot be written; a place with room is right"));
  return ok;
}

static int
run (const GradusOptions *options, GError **error)
{
  g_autoptr (GradusBatch) batch = NULL;
  g_autoptr (GPtrArray) failures = NULL;
  gboolean ok;

  if (options->lesson != NULL)
    {
      ok = gradus_lesson_run (options, error);
      return finish_stdout () && ok ? EXIT_DONE : EXIT_BAD;
    }
  if (!gradus_outputs_check (options, error))
    return EXIT_BAD;
  batch = gradus_batch_new (options);
  if (!gradus_batch_run (batch, error))
    return EXIT_BAD;
  failures = gradus_outputs_write (options, batch);
  ok = gradus_batch_agrees (batch);
  for (guint i = 0; i < failures->len; i++)
    gradus_report_complain (failures->pdata[i]);
  ok = finish_stdout () && ok && failures->len == 0;
  if (gradus_batch_has_diverged (batch))
    return failures->len == 0 ? EXIT_DIVERGED : EXIT_BAD;
  return ok ? EXIT_DONE : EXIT_BAD;
}

static int
reproduce (const GradusOptions *options, GError **error)
{
  gboolean agrees;

  if (!gradus_reproduce (options, &agrees, error) || !finish_stdout ())
    return EXIT_BAD;
  return agrees ? EXIT_DONE : EXIT_DIFFERS;
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
  if (options == NULL)
    status = EXIT_BAD;
  else
    status = (options->reproduce != NULL ? reproduce : run) (options, &error);
  if (error != NULL)
    gradus_report_complain (error->message);
  return status;
}
