/* Numbers as people write them: the user's decimal point and grouping, and a true minus sign. */
#include "app/numbers.h"

#include <locale.h>
#include <math.h>
#include <string.h>

#include "plot/number.h"

#define MINUS "\u2212"

static char *
text_replace (const char *text, const char *from, const char *to)
{
  g_auto (GStrv) parts = g_strsplit (text, from, -1);
  return g_strjoinv (to, parts);
}

static const char *
decimal_point (void)
{
  const char *point = localeconv ()->decimal_point;
  return point != NULL && *point != '\0' && g_utf8_validate (point, -1, NULL) ? point : ".";
}

/* From the C locale's form to the user's. */
static char *
text_localise (const char *plain)
{
  g_autofree char *with_minus = text_replace (plain, "-", MINUS);
  return text_replace (with_minus, ".", decimal_point ());
}

char *
gradus_number_to_text (double value, int digits)
{
  char format[16], plain[400];

  g_snprintf (format, sizeof format, "%%.%df", CLAMP (digits, 0, 17));
  g_ascii_formatd (plain, sizeof plain, format, value);
  return text_localise (plain);
}

char *
gradus_number_to_shortest (double value)
{
  char format[16], plain[G_ASCII_DTOSTR_BUF_SIZE];

  for (int digits = 1; digits <= 17; digits++)
    {
      g_snprintf (format, sizeof format, "%%.%dg", digits);
      g_ascii_formatd (plain, sizeof plain, format, value);
      if (g_ascii_strtod (plain, NULL) == value)
        break;
    }
  /* A count such as 10000 is not written 1e+04. */
  if (value == floor (value) && fabs (value) < 1e15)
    g_ascii_formatd (plain, sizeof plain, "%.0f", value);
  return text_localise (plain);
}

char *
gradus_number_to_scientific (double value)
{
  char plain[G_ASCII_DTOSTR_BUF_SIZE];
  char *e;

  if (value == 0)
    return g_strdup ("0");
  g_ascii_formatd (plain, sizeof plain, "%.1e", value);
  e = strchr (plain, 'e');
  if (e == NULL)
    return text_localise (plain);
  *e = '\0';
  g_autofree char *mantissa = text_localise (plain);
  if (g_ascii_strtoll (e + 1, NULL, 10) == 0)
    return g_steal_pointer (&mantissa);
  g_autofree char *exponent =
      g_strdup_printf ("%" G_GINT64_FORMAT, g_ascii_strtoll (e + 1, NULL, 10));
  g_autofree char *signed_exponent = text_replace (exponent, "-", MINUS);
  return g_strdup_printf ("%se%s", mantissa, signed_exponent);
}

char *
gradus_number_to_percent (double fraction, int digits)
{
  return g_strdup (gradus_number_percent_in_words (fraction, digits, decimal_point ()).text);
}

char *
gradus_count_to_text (gint64 count)
{
  return g_strdup (gradus_number_count (count).text);
}

gboolean
gradus_number_parse (const char *text, double *value)
{
  g_autofree char *with_hyphen = text_replace (text, MINUS, "-");
  g_autofree char *plain = text_replace (with_hyphen, decimal_point (), ".");
  char *end = NULL;

  g_strstrip (plain);
  /* strtod would take "nan", "inf" and hexadecimal numerals as well. */
  if (*plain == '\0' || strspn (plain, "+-.0123456789eE") != strlen (plain))
    return FALSE;
  double read = g_ascii_strtod (plain, &end);
  if (end == plain || *end != '\0' || !isfinite (read))
    return FALSE;
  *value = read;
  return TRUE;
}
