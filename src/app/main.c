/* The window's program: sets up the user's language and runs the application. */
#include <glib/gi18n-lib.h>
#include <locale.h>

#include "app/application.h"

int
main (int argc, char **argv)
{
  g_autoptr (GradusApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, GRADUS_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name ("Gradus");

  application = gradus_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
