/* Numbers as they stand on a plot: U+2212 for minus, the user's decimal point, narrow spaces. */
#pragma once

#include <glib.h>

/* A short text by value, so that drawing a number takes no memory. */
typedef struct
{
  char text[64];
} GradusNumber;

/* With so many decimals (0 … 17), thousands set apart from 10,000 on; from 1e15 on in powers of
 * ten. decimal_point: a full stop or the user's own. */
GradusNumber gradus_number_fixed (double value, int decimals, const char *decimal_point);

/* "2.5e−7", with so many decimals at most; trailing zeros are left out. */
GradusNumber gradus_number_scientific (double value, int decimals, const char *decimal_point);

/* A cost: four decimals, or a power of ten where they would say nothing. */
GradusNumber gradus_number_cost (double value, const char *decimal_point);

/* Decimals of an accuracy, wherever one is written. */
#define GRADUS_ACCURACY_DECIMALS 2

/* A fraction 0 … 1 as "88.5 %", half rounded up. Never 100 % of what is not all, nor 0 % of what is
 * not none. */
GradusNumber gradus_number_percent (double fraction, int decimals, const char *decimal_point);

/* The same with a plain space, for a sentence. */
GradusNumber gradus_number_percent_in_words (double fraction, int decimals,
                                             const char *decimal_point);

/* A count: "3497", "34 970", wherever one is written. */
GradusNumber gradus_number_count (gint64 count);
