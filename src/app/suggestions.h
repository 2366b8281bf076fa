/* Values worth comparing, for fields whose own neighbours say little. */
#pragma once

#include <glib.h>

/* For up to four runs side by side, or for a table of as many runs as one likes; lists as in the
 * experiment file. NULL where the field of that name has none. */
const char *gradus_suggest_few (const char *field);
const char *gradus_suggest_many (const char *field);
