/* Numbers read from text, strictly: the whole text counts, whatever the locale. */
#include "core/numeral.h"

#include <errno.h>

/* digits, at least one; returns what follows them, or NULL. */
static const char *
skip_digits (const char *text)
{
  if (!g_ascii_isdigit (*text))
    return NULL;
  while (g_ascii_isdigit (*text))
    text++;
  return text;
}

/* [+-] digits [. digits] [e [+-] digits], with either run of digits about the point left out.
 * g_ascii_strtod () alone would take nan, inf, hexadecimals and what stands behind a number. */
static gboolean
is_numeral (const char *text)
{
  const char *end;

  if (*text == '+' || *text == '-')
    text++;
  end = skip_digits (text);
  if (end == NULL && (*text != '.' || skip_digits (text + 1) == NULL))
    return FALSE;
  if (end != NULL)
    text = end;
  if (*text == '.')
    {
      end = skip_digits (++text);
      if (end != NULL)
        text = end;
    }
  if (*text == 'e' || *text == 'E')
    {
      text++;
      if (*text == '+' || *text == '-')
        text++;
      text = skip_digits (text);
    }
  return text != NULL && *text == '\0';
}

GradusParsed
gradus_numeral_double (const char *text, double min, double max, double *value)
{
  double parsed;

  if (!is_numeral (text))
    return GRADUS_NOT_UNDERSTOOD;
  errno = 0;
  parsed = g_ascii_strtod (text, NULL);
  if ((errno == ERANGE && parsed == 0) || !(parsed >= min && parsed <= max))
    return GRADUS_OUT_OF_RANGE;
  *value = parsed == 0 ? 0 : parsed; /* "-0" is 0 */
  return GRADUS_PARSED;
}

GradusParsed
gradus_numeral_int (const char *text, gint64 min, gint64 max, gint64 *value)
{
  gint64 parsed;
  const char *end = skip_digits (text + (*text == '+' || *text == '-'));

  if (end == NULL || *end != '\0')
    return GRADUS_NOT_UNDERSTOOD;
  errno = 0;
  parsed = g_ascii_strtoll (text, NULL, 10);
  if (errno != 0 || parsed < min || parsed > max)
    return GRADUS_OUT_OF_RANGE;
  *value = parsed;
  return GRADUS_PARSED;
}

/* From fifteen digits on, the first count that reads back as the same double; %g drops zeros. */
char *
gradus_numeral_format (double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  for (int digits = 15; digits <= 17; digits++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%dg", digits);
      g_ascii_formatd (text, sizeof text, format, value);
      if (g_ascii_strtod (text, NULL) == value)
        break;
    }
  return g_strdup (text);
}
