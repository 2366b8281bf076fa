/* Light markup into spans of one style. */
#include "core/markup.h"

#include <string.h>

static void
clear_span (gpointer data)
{
  g_free (((GradusMarkupSpan *) data)->text);
}

static guint
style_of (char sign)
{
  return sign == '*'   ? GRADUS_MARKUP_BOLD
         : sign == '_' ? GRADUS_MARKUP_ITALIC
         : sign == '`' ? GRADUS_MARKUP_CODE
                       : 0;
}

/* Letters and digits, also those beyond ASCII (bytes of UTF-8). */
static gboolean
is_of_word (char c)
{
  return g_ascii_isalnum (c) || (guchar) c >= 0x80;
}

static gboolean
can_open (const char *text, const char *at)
{
  return (at == text || !is_of_word (at[-1])) && at[1] != '\0' && !g_ascii_isspace (at[1])
         && at[1] != *at;
}

static gboolean
can_close (const char *text, const char *at)
{
  return at > text && !g_ascii_isspace (at[-1]) && !is_of_word (at[1]);
}

/* Where the sign at *at is closed, within its paragraph; NULL: nowhere. */
static const char *
find_close (const char *text, const char *at)
{
  for (const char *c = at + 2; *c != '\0' && *c != '\n'; c++)
    if (*c == *at && can_close (text, c))
      return c;
  return NULL;
}

static void
add_span (GArray *spans, const char *start, const char *end, guint style)
{
  GradusMarkupSpan span = { NULL, style };

  if (end == start)
    return;
  span.text = g_strndup (start, (gsize) (end - start));
  g_array_append_val (spans, span);
}

/* The spans of start … end, which all have style; text is where all begins. */
static void
read_part (GArray *spans, const char *text, const char *start, const char *end, guint style)
{
  const char *plain = start;

  for (const char *c = start; c < end; c++)
    {
      guint sign = style_of (*c);
      const char *close =
          sign != 0 && (style & sign) == 0 && can_open (text, c) ? find_close (text, c) : NULL;

      if (close == NULL || close >= end)
        continue;
      add_span (spans, plain, c, style);
      if (sign == GRADUS_MARKUP_CODE)
        add_span (spans, c + 1, close, style | sign);
      else
        read_part (spans, text, c + 1, close, style | sign);
      c = close;
      plain = close + 1;
    }
  add_span (spans, plain, end, style);
}

GArray *
gradus_markup_read (const char *text)
{
  GArray *spans = g_array_new (FALSE, TRUE, sizeof (GradusMarkupSpan));

  g_array_set_clear_func (spans, clear_span);
  read_part (spans, text, text, text + strlen (text), 0);
  return spans;
}
