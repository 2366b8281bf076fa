/* Numbers read from text, strictly: the whole text counts, whatever the locale. */
#pragma once

#include <glib.h>

typedef enum
{
  GRADUS_PARSED,
  GRADUS_NOT_UNDERSTOOD,
  GRADUS_OUT_OF_RANGE,
} GradusParsed;

/* value is set only where the text is PARSED. "-0" is 0. */
GradusParsed gradus_numeral_double (const char *text, double min, double max, double *value);
GradusParsed gradus_numeral_int (const char *text, gint64 min, gint64 max, gint64 *value);

/* The shortest text that reads back as the same double. Returns: (transfer full). */
char *gradus_numeral_format (double value);
