/* Walks over a table's bytes row by row, and cuts the rows into cells. */
#include "core/table-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/error.h"
#include "core/table-text.h"

/* How many rows the separator is judged by. */
#define N_JUDGED 8

static const char separators[] = { '\t', ';', ',' };

gboolean
gradus_scan_fail (const GradusScan *self, gsize line, GError **error, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, GRADUS_ERROR, GRADUS_ERROR_DATA, "%s:%lu: %s", self->name, (gulong) line,
               what);
  return FALSE;
}

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t';
}

static const char *
skip_blanks (const char *text, const char *end)
{
  while (text < end && is_blank (*text))
    text++;
  return text;
}

/* "sep=;" in the first line is a spreadsheet's word to others of its kind. */
static gboolean
names_separator (const GradusScan *self, const char *first, const char *line_end)
{
  return self->line == 1 && line_end - first <= 5 && line_end - first >= 4
         && g_ascii_strncasecmp (first, "sep=", 4) == 0;
}

/* Steps to the next line that holds a row. Returns: FALSE at the end. */
static gboolean
next_row (GradusScan *self, const char **row, const char **row_end)
{
  while (self->next < self->end)
    {
      const char *line_end = gradus_text_line_end (self->next, self->end);

      *row = self->next;
      *row_end = line_end;
      self->line = self->next_line++;
      self->next = gradus_text_skip_line_end (line_end, self->end);

      const char *first = skip_blanks (*row, line_end);
      if (first < line_end && *first != '#' && !names_separator (self, first, line_end))
        return TRUE;
    }
  return FALSE;
}

/* How often the separator stands outside of quotes. */
static gsize
count_separators (const char *row, const char *row_end, char separator)
{
  gboolean quoted = FALSE;
  gsize n = 0;

  for (; row < row_end; row++)
    {
      if (*row == '"')
        quoted = !quoted;
      n += !quoted && *row == separator;
    }
  return n;
}

/* The separator is the first of tab, semicolon and comma that stands in each of the first rows;
 * where none does, the first that stands in the first row; else white space. The semicolon goes
 * before the comma, because beside it the comma may be a decimal one. */
static void
find_separator (GradusScan *self)
{
  gsize n_with[G_N_ELEMENTS (separators)] = { 0 };
  gboolean in_first[G_N_ELEMENTS (separators)] = { FALSE };
  const char *row, *row_end;
  gsize n_rows = 0;

  for (; n_rows < N_JUDGED && next_row (self, &row, &row_end); n_rows++)
    for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
      {
        gboolean there = count_separators (row, row_end, separators[i]) > 0;

        n_with[i] += there ? 1 : 0;
        in_first[i] |= n_rows == 0 && there;
      }
  gradus_scan_rewind (self);
  self->separator = ' ';
  for (gsize i = G_N_ELEMENTS (separators); i-- > 0;)
    if (in_first[i])
      self->separator = separators[i];
  for (gsize i = G_N_ELEMENTS (separators); i-- > 0;)
    if (n_rows > 0 && n_with[i] == n_rows)
      self->separator = separators[i];
}

gboolean
gradus_scan_open (GradusScan *self, const char *bytes, gsize length, const char *name,
                  GError **error)
{
  *self = (GradusScan){ .name = name, .start = bytes, .end = bytes + length };
  self->cells = g_array_new (FALSE, FALSE, sizeof (GradusCell));
  if (length >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    self->start += 3;
  gradus_scan_rewind (self);
  if (!gradus_text_check (self, error))
    return FALSE;
  find_separator (self);
  return TRUE;
}

void
gradus_scan_close (GradusScan *self)
{
  g_clear_pointer (&self->cells, g_array_unref);
}

void
gradus_scan_rewind (GradusScan *self)
{
  self->next = self->start;
  self->next_line = 1;
  self->line = 0;
}

/* Blanks around a cell do not count, but for a tab that separates. */
static const char *
skip_padding (const GradusScan *self, const char *text, const char *end)
{
  while (text < end && is_blank (*text) && (self->separator == ' ' || *text != self->separator))
    text++;
  return text;
}

/* Reads a cell whose opening quote stands at text. Returns: where its closing quote is passed, or
 * NULL where there is none. */
static const char *
read_quoted (const char *text, const char *end, GradusCell *cell)
{
  for (const char *p = text + 1; p < end; p++)
    {
      if (*p != '"')
        continue;
      if (p + 1 < end && p[1] == '"')
        p++;
      else
        {
          *cell = (GradusCell){ text + 1, (gsize) (p - text - 1), TRUE };
          return p + 1;
        }
    }
  return NULL;
}

/* Returns: where the cell's text ends. */
static const char *
read_plain (const GradusScan *self, const char *text, const char *end, GradusCell *cell)
{
  const char *p = text;

  if (self->separator == ' ')
    while (p < end && !is_blank (*p))
      p++;
  else
    while (p < end && *p != self->separator)
      p++;
  while (p > text && is_blank (p[-1]))
    p--;
  *cell = (GradusCell){ text, (gsize) (p - text), FALSE };
  return p;
}

/* Steps from the end of a cell to the start of the next, if there is a separator between. */
static gboolean
pass_separator (const GradusScan *self, const char **text, const char *end)
{
  const char *p = skip_padding (self, *text, end);

  if (self->separator == ' ' ? p == *text : *p != self->separator)
    return FALSE;
  *text = self->separator == ' ' ? p : skip_padding (self, p + 1, end);
  return TRUE;
}

static gboolean
split_row (GradusScan *self, const char *row, const char *end, GError **error)
{
  const char *p = skip_padding (self, row, end);

  while (TRUE)
    {
      GradusCell cell;

      if (p < end && *p == '"')
        p = read_quoted (p, end, &cell);
      else
        p = read_plain (self, p, end, &cell);
      if (p == NULL)
        return gradus_scan_fail (self, self->line, error,
                                 _ ("a quote (\") is opened and not closed in this line; "
                                    "a cell with both its quotes in one line is right"));
      g_array_append_val (self->cells, cell);
      if (skip_padding (self, p, end) == end)
        return TRUE;
      if (!pass_separator (self, &p, end))
        return gradus_scan_fail (self, self->line, error,
                                 _ ("there is text right behind a closing quote (\"); a quote "
                                    "within quotes is written twice"));
    }
}

gboolean
gradus_scan_read (GradusScan *self, const GradusCell **cells, gsize *n_cells, GError **error)
{
  const char *row, *row_end;

  g_array_set_size (self->cells, 0);
  if (next_row (self, &row, &row_end) && !split_row (self, row, row_end, error))
    return FALSE;
  *cells = (const GradusCell *) (void *) self->cells->data;
  *n_cells = self->cells->len;
  return TRUE;
}
