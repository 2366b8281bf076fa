/* Numbers as people write them: the user's decimal point and grouping, and a true minus sign. */
#pragma once

#include <glib.h>

/* With so many digits behind the decimal point. Returns: (transfer full). */
char *gradus_number_to_text (double value, int digits);

/* The fewest digits that read back as the same double. Returns: (transfer full). */
char *gradus_number_to_shortest (double value);

/* Two significant digits with a power of ten where it takes one: "3.7e−3", "1.8".
 * Returns: (transfer full). */
char *gradus_number_to_scientific (double value);

/* A fraction 0 … 1 as gradus_number_percent_in_words () has it. Returns: (transfer full). */
char *gradus_number_to_percent (double fraction, int digits);

/* A count as gradus_number_count () has it. Returns: (transfer full). */
char *gradus_count_to_text (gint64 count);

/* Reads a finite number with blanks around it; takes the user's decimal point or a full stop, and
 * either minus sign. Returns: FALSE for anything else, value unchanged. */
gboolean gradus_number_parse (const char *text, double *value);
