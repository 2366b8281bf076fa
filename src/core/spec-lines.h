/* The lines of an experiment file, by number. */
#pragma once

#include <glib.h>

/* Every line must be one of the four things that it can be: blank, a # comment, a [group] or a
 * name=value within one. Returns: FALSE with an error that names the first other one. */
gboolean gradus_spec_lines_check (char **lines, const char *name, GError **error);

/* The line, counted from 1, that GKeyFile took the key from (the last one, as it does), or with key
 * NULL the line where the group begins. 0: nowhere. */
int gradus_spec_lines_find (char **lines, const char *group, const char *key);

/* The first line whose group or key was there before, and *first, where; 0: there is none. */
int gradus_spec_lines_find_again (char **lines, int *first);

/* Sets a GRADUS_ERROR_DATA: "name:line: what is wrong", without the line where it is 0. */
void gradus_spec_lines_fail (GError **error, const char *name, int line, const char *format, ...)
    G_GNUC_PRINTF (4, 5);
