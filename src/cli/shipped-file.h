/* Options that take the bare name of a file that ships, or a file: --lesson and --reproduce. */
#pragma once

#include <glib.h>

/* The path of what the option's text names: "flower" is the file of that kind ("tables") with the
 * suffix (".table") that comes with the program, and what looks like a file is one.
 * Returns: (transfer full), or NULL with an error. */
char *gradus_shipped_file (const char *option, const char *kind, const char *suffix,
                           const char *text, GError **error);
