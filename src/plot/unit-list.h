/* Units named one by one in a sentence. */
#pragma once

#include <glib.h>

/* "2", "2 and 5", "1, 2 and 7", and of more than six the first ones and how many more: "1, 2, 3, 4,
 * 5 and 9 more". units: counted from 0, n ≥ 1 of them. Returns: (transfer full). */
char *gradus_unit_list (const int *units, int n);
