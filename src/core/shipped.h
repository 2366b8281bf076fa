/* The files that come with the program: data/ in a build, share/gradus where it is installed. */
#pragma once

#include <glib.h>

/* The paths of the files of that kind ("tables") with the suffix (".table"), by name; none is an
 * empty list. Returns: (transfer full). */
char **gradus_shipped_list (const char *kind, const char *suffix);

/* The path of the one called name, without the suffix; NULL where there is none.
 * Returns: (transfer full). */
char *gradus_shipped_find (const char *kind, const char *suffix, const char *name);
