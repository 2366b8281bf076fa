/* Options that take the bare name of a file that ships, or a file: --lesson and --reproduce. */
#include "cli/shipped-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/shipped.h"
#include "core/spec.h"

char *
gradus_shipped_file (const char *option, const char *kind, const char *suffix, const char *text,
                     GError **error)
{
  char *path;

  if (strchr (text, '/') != NULL || g_str_has_suffix (text, suffix))
    return g_strdup (text);
  path = gradus_shipped_find (kind, suffix, text);
  if (path == NULL)
    gradus_spec_fail (error,
                      _ ("--%s: there is none called “%s”; gradus-cli --%s lists those that there "
                         "are, and a file such as mine%s is right too"),
                      option, text, option, suffix);
  return path;
}
