/* The words of a lesson: numbers filled in, and markup. */
#include "plot/lesson-words.h"

#include <math.h>
#include <string.h>

#include "core/markup.h"
#include "core/placeholder.h"
#include "plot/number.h"
#include "plot/paragraph.h"

#define DASH "\xe2\x80\x93" /* – */
#define MINUS "\xe2\x88\x92"
#define TIMES "\xc3\x97"
#define NO_BREAK_SPACE "\xc2\xa0"

/* Four digits that count, and no zeros behind them: 1.2, 0.05, 3.142e−7. */
static char *
format_number (double value, const char *decimal_point)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  GString *text = g_string_new (NULL);

  g_ascii_formatd (digits, sizeof digits, "%.4g", value);
  if (strchr (digits, 'e') != NULL)
    g_string_append (text, gradus_number_scientific (value, 3, decimal_point).text);
  else
    for (const char *c = digits; *c != '\0'; c++)
      if (*c == '.' || *c == '-')
        g_string_append (text, *c == '.' ? decimal_point : MINUS);
      else
        g_string_append_c (text, *c);
  return g_string_free (text, FALSE);
}

char *
gradus_lesson_number (const GradusMeasure *measure, double value, int decimals,
                      const char *decimal_point)
{
  if (isnan (value))
    return g_strdup (DASH);
  switch (measure->kind)
    {
    case GRADUS_MEASURE_COUNT:
    case GRADUS_MEASURE_PASSED:
      return g_strdup (gradus_number_count ((gint64) value).text);
    case GRADUS_MEASURE_SHARE:
      if (decimals < 0)
        decimals = g_str_has_prefix (measure->name, "saturated")
                           || g_str_has_prefix (measure->name, "blocked")
                           || strcmp (measure->name, "inactive") == 0
                       ? 0
                       : GRADUS_ACCURACY_DECIMALS;
      return g_strdup (gradus_number_percent (value, decimals, decimal_point).text);
    case GRADUS_MEASURE_COST:
    case GRADUS_MEASURE_NUMBER:
    default:
      if (decimals >= 0)
        return g_strdup (gradus_number_fixed (value, decimals, decimal_point).text);
      return measure->kind == GRADUS_MEASURE_COST && isfinite (value)
                 ? g_strdup (gradus_number_cost (value, decimal_point).text)
             : isfinite (value) ? format_number (value, decimal_point)
                                : g_strdup (gradus_number_fixed (value, 0, decimal_point).text);
    }
}

/* How many bytes long the sign is that text begins with; 0: none. */
static gsize
measure_sign (const char *text)
{
  static const char *const signs[] = { "=", "<", ">", TIMES };

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (text, signs[i]))
      return strlen (signs[i]);
  return 0;
}

/* Adds start … end with {{ as {; no line is broken within “90 %” or “α = 0.01”. */
static void
add_text (GString *filled, const char *start, const char *end)
{
  for (const char *c = start; c < end; c++)
    {
      gsize sign = *c == ' ' ? measure_sign (c + 1) : 0;

      if (*c == ' ' && c[1] == '%' && c > start && g_ascii_isdigit (c[-1]))
        g_string_append (filled, NO_BREAK_SPACE);
      else if (sign > 0 && c[sign + 1] == ' '
               && (g_ascii_isdigit (c[sign + 2]) || c[sign + 2] == '{'))
        {
          g_string_append_printf (filled, NO_BREAK_SPACE "%.*s" NO_BREAK_SPACE, (int) sign, c + 1);
          c += sign + 1;
        }
      else
        g_string_append_c (filled, *c);
      if (*c == '{' && c + 1 < end && c[1] == '{')
        c++;
    }
}

char *
gradus_lesson_fill (const char *text, const GradusMeasured *runs, int n_runs,
                    const char *decimal_point)
{
  GString *filled = g_string_new (NULL);
  GradusPlaceholder placeholder;
  const char *start = NULL, *at = text;

  while (gradus_placeholder_next (&at, &start, &placeholder, NULL))
    {
      double value = gradus_measure_take (&placeholder.name, runs, n_runs);
      g_autofree char *number = gradus_lesson_number (placeholder.name.measure, value,
                                                      placeholder.decimals, decimal_point);

      add_text (filled, text, start);
      g_string_append (filled, number);
      text = at;
    }
  add_text (filled, text, text + strlen (text));
  return g_string_free (filled, FALSE);
}

/* A line break within a lesson's words begins a paragraph. */
static void
set_paragraphs_apart (GString *text)
{
  g_string_replace (text, "\n", "\n\n", 0);
}

char *
gradus_lesson_markup (const char *text)
{
  g_autoptr (GArray) spans = gradus_markup_read (text);
  GString *markup = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      const GradusMarkupSpan *span = &g_array_index (spans, GradusMarkupSpan, i);
      gboolean is_code = (span->style & GRADUS_MARKUP_CODE) != 0;
      g_autofree char *words =
          is_code ? g_markup_escape_text (span->text, -1) : gradus_paragraph_markup (span->text);

      g_string_append_printf (
          markup, "%s%s%s%s%s%s%s", (span->style & GRADUS_MARKUP_BOLD) != 0 ? "<b>" : "",
          (span->style & GRADUS_MARKUP_ITALIC) != 0 ? "<i>" : "", is_code ? "<tt>" : "", words,
          is_code ? "</tt>" : "", (span->style & GRADUS_MARKUP_ITALIC) != 0 ? "</i>" : "",
          (span->style & GRADUS_MARKUP_BOLD) != 0 ? "</b>" : "");
    }
  set_paragraphs_apart (markup);
  return g_string_free (markup, FALSE);
}

char *
gradus_lesson_plain (const char *text)
{
  g_autoptr (GArray) spans = gradus_markup_read (text);
  GString *plain = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    g_string_append (plain, g_array_index (spans, GradusMarkupSpan, i).text);
  set_paragraphs_apart (plain);
  return g_string_free (plain, FALSE);
}
