/* What a table's cell says: a number, a word, or something else. Private to the files table*.c. */
#pragma once

#include "core/table-scan.h"

/* The largest magnitude that is taken: far outside of any measurement, and far enough inside of
 * double's range that squares and sums of it stay finite. */
#define GRADUS_MAX_NUMBER 1e100

typedef enum
{
  GRADUS_NUMERAL_FINE,
  GRADUS_NUMERAL_EMPTY,
  GRADUS_NUMERAL_NOT_FINITE,  /* nan, inf */
  GRADUS_NUMERAL_HEXADECIMAL, /* 0x1f */
  GRADUS_NUMERAL_TOO_LARGE,   /* over GRADUS_MAX_NUMBER */
  GRADUS_NUMERAL_TOO_SMALL,   /* not 0, but a double would be */
  GRADUS_NUMERAL_WORD,        /* none of these */
} GradusNumeral;

/* Reads a decimal number, sign and exponent allowed; decimal_comma allows ',' for '.'.
 * *value is set only where the answer is GRADUS_NUMERAL_FINE. */
GradusNumeral gradus_cell_read_number (const GradusCell *cell, gboolean decimal_comma,
                                       double *value);

/* Whether the cell was meant as a number, right or wrong: neither a word nor empty. */
gboolean gradus_cell_is_numeral (const GradusCell *cell, gboolean decimal_comma);

/* Whether the cell is one of the words that programs write where a value is missing. */
gboolean gradus_cell_is_missing (const GradusCell *cell);

/* The cell's text, doubled quotes made single. Returns: (transfer full). */
char *gradus_cell_get_text (const GradusCell *cell);

/* The cell's text for a message: what cannot be printed replaced, cut where it is long.
 * Returns: (transfer full). */
char *gradus_cell_get_excerpt (const GradusCell *cell);

/* text for a message, likewise. Returns: (transfer full). */
char *gradus_cell_make_excerpt (const char *text, gsize length);
