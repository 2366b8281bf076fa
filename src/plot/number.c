/* Numbers as they stand on a plot, written without a look at the locale. */
#include "plot/number.h"

#include <math.h>
#include <string.h>

#define MINUS "\xe2\x88\x92" /* U+2212 */
/* Sets thousands apart. Not the locale's comma or full stop, one of which is a decimal point to
 * half of those who read over a shoulder; and not before 10,000, for four digits are read at a look
 * and are what epochs mostly have. */
#define NARROW_SPACE "\xe2\x80\xaf" /* U+202F, at which no line is broken */
#define LEAST_GROUPED 5             /* digits */
#define NO_BREAK_SPACE "\xc2\xa0"   /* U+00A0 */

static void
append (GradusNumber *number, const char *text, gsize length)
{
  gsize used = strlen (number->text);
  gsize room = sizeof number->text - 1 - used;

  if (length > room)
    return;
  memcpy (number->text + used, text, length);
  number->text[used + length] = '\0';
}

/* Digits of the C locale into the user's, with the thousands of many set apart. */
static void
append_digits (GradusNumber *number, const char *digits, const char *decimal_point)
{
  gsize whole = strspn (digits, "0123456789");

  for (gsize i = 0; i < whole; i++)
    {
      if (i > 0 && (whole - i) % 3 == 0 && whole >= LEAST_GROUPED)
        append (number, NARROW_SPACE, strlen (NARROW_SPACE));
      append (number, digits + i, 1);
    }
  if (digits[whole] != '.')
    return;
  append (number, decimal_point, strlen (decimal_point));
  append (number, digits + whole + 1, strlen (digits + whole + 1));
}

static GradusNumber
not_finite (double value)
{
  GradusNumber number = { "" };

  if (isnan (value))
    g_strlcpy (number.text, "?", sizeof number.text);
  else
    g_strlcpy (number.text, value > 0 ? "\xe2\x88\x9e" : MINUS "\xe2\x88\x9e", sizeof number.text);
  return number;
}

static gboolean
is_all_zeros (const char *digits)
{
  return strspn (digits, "0.") == strlen (digits);
}

GradusNumber
gradus_number_fixed (double value, int decimals, const char *decimal_point)
{
  GradusNumber number = { "" };
  char format[8], digits[48];

  if (!isfinite (value))
    return not_finite (value);
  if (fabs (value) >= 1e15)
    return gradus_number_scientific (value, 3, decimal_point);
  g_snprintf (format, sizeof format, "%%.%df", CLAMP (decimals, 0, 17));
  g_ascii_formatd (digits, sizeof digits, format, fabs (value));
  if (value < 0 && !is_all_zeros (digits))
    append (&number, MINUS, strlen (MINUS));
  append_digits (&number, digits, decimal_point);
  return number;
}

GradusNumber
gradus_number_scientific (double value, int decimals, const char *decimal_point)
{
  GradusNumber number = { "" };
  char format[8], digits[48];

  if (!isfinite (value))
    return not_finite (value);
  g_snprintf (format, sizeof format, "%%.%de", CLAMP (decimals, 0, 17));
  g_ascii_formatd (digits, sizeof digits, format, fabs (value));
  if (value < 0)
    append (&number, MINUS, strlen (MINUS));

  char *e = strchr (digits, 'e');
  int exponent = (int) g_ascii_strtoll (e + 1, NULL, 10);
  *e = '\0';
  if (strchr (digits, '.') != NULL) /* 2.50 is 2.5, and 2.00 is 2 */
    for (char *end = e - 1; *end == '0' || *end == '.'; end--)
      {
        gboolean was_point = *end == '.';
        *end = '\0';
        if (was_point)
          break;
      }
  append_digits (&number, digits, decimal_point);
  append (&number, "e", 1);
  if (exponent < 0)
    append (&number, MINUS, strlen (MINUS));
  g_snprintf (digits, sizeof digits, "%d", ABS (exponent));
  append (&number, digits, strlen (digits));
  return number;
}

GradusNumber
gradus_number_cost (double value, const char *decimal_point)
{
  double size = fabs (value);

  if (value == 0 || (size >= 0.001 && size < 1e5))
    return gradus_number_fixed (value, size < 1000 ? 4 : 1, decimal_point);
  return gradus_number_scientific (value, 3, decimal_point);
}

GradusNumber
gradus_number_percent (double fraction, int decimals, const char *decimal_point)
{
  double unit = pow (10, -decimals), percent = 100 * fraction;
  GradusNumber number;

  /* Half goes up: 29 of 800 are 3.63 %, though as doubles they come out a hair below 3.625. */
  if (percent >= 0 && percent <= 100)
    percent = floor (percent / unit + 0.5 + 1e-9) * unit;
  if (fraction > 0 && percent < unit)
    percent = unit;
  if (fraction < 1 && percent > 100 - unit)
    percent = 100 - unit;
  gboolean all_or_none = fraction == 0 || fraction == 1;
  number = gradus_number_fixed (percent, all_or_none ? 0 : decimals, decimal_point);
  append (&number, NO_BREAK_SPACE "%", strlen (NO_BREAK_SPACE "%"));
  return number;
}

GradusNumber
gradus_number_percent_in_words (double fraction, int decimals, const char *decimal_point)
{
  GradusNumber number = gradus_number_percent (fraction, decimals, decimal_point);
  char *space = strstr (number.text, NO_BREAK_SPACE);

  if (space != NULL)
    memcpy (space, " %", sizeof " %");
  return number;
}

GradusNumber
gradus_number_count (gint64 count)
{
  GradusNumber number = { "" };
  char digits[32];

  g_snprintf (digits, sizeof digits, "%" G_GINT64_FORMAT, count < 0 ? -count : count);
  if (count < 0)
    append (&number, MINUS, strlen (MINUS));
  append_digits (&number, digits, "");
  return number;
}
