/* Reads numbers and words from the cells of a table. */
#include "core/table-cell.h"

#include <math.h>
#include <string.h>

#define EXCERPT_CHARS 40

/* A numeral as written: how many digits, and whether one of them counts. */
typedef struct
{
  const char *p;
  const char *end;
  gsize n_digits;
  gboolean is_zero;
} Numeral;

static void
pass_digits (Numeral *self)
{
  for (; self->p < self->end && g_ascii_isdigit (*self->p); self->p++)
    {
      self->n_digits++;
      if (*self->p != '0')
        self->is_zero = FALSE;
    }
}

static gboolean
pass_exponent (Numeral *self)
{
  const char *first;

  if (self->p == self->end || (*self->p != 'e' && *self->p != 'E'))
    return TRUE;
  self->p++;
  if (self->p < self->end && (*self->p == '+' || *self->p == '-'))
    self->p++;
  for (first = self->p; self->p < self->end && g_ascii_isdigit (*self->p);)
    self->p++;
  return self->p > first;
}

/* [+-] digits [. digits] [e [+-] digits], at least one digit before or behind the point. */
static gboolean
is_decimal (const GradusCell *cell, gboolean decimal_comma, gboolean *is_zero)
{
  Numeral numeral = { cell->text, cell->text + cell->length, 0, TRUE };

  if (numeral.p < numeral.end && (*numeral.p == '+' || *numeral.p == '-'))
    numeral.p++;
  pass_digits (&numeral);
  if (numeral.p < numeral.end && (*numeral.p == '.' || (decimal_comma && *numeral.p == ',')))
    {
      numeral.p++;
      pass_digits (&numeral);
    }
  *is_zero = numeral.is_zero;
  return numeral.n_digits > 0 && pass_exponent (&numeral) && numeral.p == numeral.end;
}

static gboolean
is_word_of (const char *text, gsize length, const char *const *words)
{
  for (; *words != NULL; words++)
    if (strlen (*words) == length && g_ascii_strncasecmp (text, *words, length) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_hexadecimal (const char *text, gsize length)
{
  if (length < 3 || text[0] != '0' || (text[1] != 'x' && text[1] != 'X'))
    return FALSE;
  for (gsize i = 2; i < length; i++)
    if (!g_ascii_isxdigit (text[i]) && strchr (".pP+-", text[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* What is not a decimal number. */
static GradusNumeral
classify_other (const GradusCell *cell)
{
  static const char *const not_finite[] = { "nan", "inf", "infinity", NULL };
  gboolean has_sign = cell->length > 0 && (*cell->text == '+' || *cell->text == '-');
  const char *text = cell->text + (has_sign ? 1 : 0);
  gsize length = cell->length - (has_sign ? 1 : 0);

  if (cell->length == 0)
    return GRADUS_NUMERAL_EMPTY;
  if (is_word_of (text, length, not_finite))
    return GRADUS_NUMERAL_NOT_FINITE;
  return is_hexadecimal (text, length) ? GRADUS_NUMERAL_HEXADECIMAL : GRADUS_NUMERAL_WORD;
}

GradusNumeral
gradus_cell_read_number (const GradusCell *cell, gboolean decimal_comma, double *value)
{
  char room[64];
  g_autofree char *heap = NULL;
  char *text = room, *comma;
  gboolean is_zero;
  double number;

  if (!is_decimal (cell, decimal_comma, &is_zero))
    return classify_other (cell);
  if (cell->length >= sizeof room)
    text = heap = g_malloc (cell->length + 1);
  memcpy (text, cell->text, cell->length);
  text[cell->length] = '\0';
  if (decimal_comma && (comma = strchr (text, ',')) != NULL)
    *comma = '.';

  number = g_ascii_strtod (text, NULL);
  if (fabs (number) > GRADUS_MAX_NUMBER)
    return GRADUS_NUMERAL_TOO_LARGE;
  if (number == 0 && !is_zero)
    return GRADUS_NUMERAL_TOO_SMALL;
  *value = number;
  return GRADUS_NUMERAL_FINE;
}

gboolean
gradus_cell_is_numeral (const GradusCell *cell, gboolean decimal_comma)
{
  double value;
  GradusNumeral kind = gradus_cell_read_number (cell, decimal_comma, &value);

  return kind != GRADUS_NUMERAL_WORD && kind != GRADUS_NUMERAL_EMPTY;
}

gboolean
gradus_cell_is_missing (const GradusCell *cell)
{
  static const char *const missing[] = { "na", "n/a", "<na>", "null", "?", NULL };

  return is_word_of (cell->text, cell->length, missing);
}

char *
gradus_cell_get_text (const GradusCell *cell)
{
  char *text = g_strndup (cell->text, cell->length);
  char *to = text;

  if (!cell->quoted)
    return text;
  for (const char *from = text; *from != '\0'; from++)
    {
      *to++ = *from;
      if (from[0] == '"' && from[1] == '"')
        from++;
    }
  *to = '\0';
  return text;
}

char *
gradus_cell_make_excerpt (const char *text, gsize length)
{
  GString *excerpt = g_string_new (NULL);
  const char *end = text + length;

  for (int i = 0; text < end; i++, text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (i == EXCERPT_CHARS)
        {
          g_string_append (excerpt, "…");
          break;
        }
      g_string_append_unichar (excerpt, g_unichar_isprint (c) ? c : 0xfffd);
    }
  return g_string_free (excerpt, FALSE);
}

char *
gradus_cell_get_excerpt (const GradusCell *cell)
{
  g_autofree char *text = gradus_cell_get_text (cell);

  return gradus_cell_make_excerpt (text, strlen (text));
}
