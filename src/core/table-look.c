/* Judges a table by its first rows. */
#include "core/table-look.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/table-columns.h"

/* How many rows under the first one the columns are judged by. */
#define N_JUDGED 20
#define MAX_NAME_BYTES 255

static gboolean
is_numeral (const GradusTableLook *self, const GradusCell *cell)
{
  return gradus_cell_is_numeral (cell, self->scan->separator == ';');
}

static void
judge_cell (const GradusTableLook *self, GradusColumnLook *column, const GradusCell *cell,
            gsize line)
{
  gboolean numeral = is_numeral (self, cell);

  column->n_filled += cell->length > 0 ? 1 : 0;
  column->n_numerals += numeral ? 1 : 0;
  if (!numeral && column->odd_line == 0)
    {
      column->odd = *cell;
      column->odd_line = line;
    }
}

static gboolean
read_first_row (GradusTableLook *self, GError **error)
{
  const GradusCell *cells;
  gsize n_cells;

  if (!gradus_scan_read (self->scan, &cells, &n_cells, error))
    return FALSE;
  if (n_cells == 0)
    return gradus_scan_fail (self->scan, 1, error,
                             _ ("this file is empty; a table with two columns of numbers and a "
                                "label is right"));
  self->first_line = self->scan->line;
  if (n_cells < 3)
    return gradus_scan_fail (
        self->scan, self->first_line, error,
        g_dngettext (GETTEXT_PACKAGE,
                     "there is only %lu column; two columns of numbers and a label are right",
                     "there are only %lu columns; two columns of numbers and a label are right",
                     (gulong) n_cells),
        (gulong) n_cells);
  self->n_columns = n_cells;
  self->columns = g_new0 (GradusColumnLook, n_cells);
  for (gsize i = 0; i < n_cells; i++)
    self->columns[i].first = cells[i];
  return TRUE;
}

static gboolean
read_rows_below (GradusTableLook *self, GError **error)
{
  const GradusCell *cells;
  gsize n_cells;

  for (; self->n_rows < N_JUDGED; self->n_rows++)
    {
      if (!gradus_scan_read (self->scan, &cells, &n_cells, error))
        return FALSE;
      if (n_cells == 0)
        return TRUE;
      if (!gradus_table_look_check_width (self, n_cells, error))
        return FALSE;
      for (gsize i = 0; i < n_cells; i++)
        judge_cell (self, &self->columns[i], &cells[i], self->scan->line);
    }
  return TRUE;
}

/* Whether the label column has a word in the first row over nothing but numbers. A word that stands
 * for a missing label is none: it would drop an example. */
static gboolean
is_word_over_numbers (const GradusTableLook *self, gsize label)
{
  const GradusColumnLook *column;

  if (label >= self->n_columns)
    return FALSE;
  column = &self->columns[label];
  return column->first.length > 0 && !is_numeral (self, &column->first)
         && !gradus_cell_is_missing (&column->first) && self->n_rows > 1
         && column->n_numerals == self->n_rows;
}

/* Whether the first row names the label column, by the wanted name, by one that label columns go
 * by, or by a word over numbers, and its numbers could be names as well, as tables have them whose
 * features are 0 and 1. */
static gboolean
names_a_label (const GradusTableLook *self, const char *wanted, gsize label)
{
  gboolean is_named = is_word_over_numbers (self, label);

  for (gsize i = 0; i < self->n_columns; i++)
    {
      const GradusCell *cell = &self->columns[i].first;
      g_autofree char *text = gradus_cell_get_text (cell);

      if (is_numeral (self, cell) && strspn (text, "0123456789") != strlen (text))
        return FALSE;
      is_named =
          is_named || gradus_table_is_label_name (text)
          || (wanted != NULL && *wanted != '\0' && gradus_table_look_read_number (wanted) == 0
              && g_ascii_strcasecmp (text, wanted) == 0);
    }
  return is_named;
}

/* The first row holds names when no cell of it is a number where the rows below have numbers (where
 * they have none, when no cell of it is a number at all). Some numbers and some words are neither:
 * such a row is refused, not dropped. The label column has no say, for labels may be words. */
static gboolean
find_header (GradusTableLook *self, gsize label, gboolean *has_header, GError **error)
{
  gsize n_numeric = 0, n_numbers = 0, word = G_MAXSIZE;

  for (gsize i = 0; i < self->n_columns; i++)
    n_numeric += i != label && gradus_table_look_is_numeric (self, i);
  for (gsize i = 0; i < self->n_columns; i++)
    {
      const GradusCell *cell = &self->columns[i].first;

      if (i == label || (n_numeric > 0 && !gradus_table_look_is_numeric (self, i)))
        continue;
      if (is_numeral (self, cell))
        n_numbers++;
      else if (cell->length > 0 && word == G_MAXSIZE)
        word = i;
    }
  *has_header = n_numbers == 0 && word != G_MAXSIZE;
  if (n_numeric > 0 && n_numbers > 0 && word != G_MAXSIZE)
    return gradus_table_look_refuse (self, self->first_line, word, &self->columns[word].first,
                                     error);
  return TRUE;
}

static gboolean
take_names (GradusTableLook *self, GError **error)
{
  self->names = g_new0 (char *, self->n_columns + 1);
  for (gsize i = 0; i < self->n_columns; i++)
    {
      if (self->columns[i].first.length > MAX_NAME_BYTES)
        return gradus_scan_fail (self->scan, self->first_line, error,
                                 _ ("the name of column %lu is too long; up to %d bytes are right"),
                                 (gulong) i + 1, MAX_NAME_BYTES);
      self->names[i] = gradus_cell_get_text (&self->columns[i].first);
    }
  if (self->n_rows == 0)
    return gradus_scan_fail (self->scan, self->first_line, error,
                             _ ("there is a row of names and nothing under it; at least %d rows "
                                "of examples are right"),
                             GRADUS_MIN_EXAMPLES);
  return TRUE;
}

/* An example after all. What is odd in it comes before what is odd below. */
static void
judge_first_row (GradusTableLook *self)
{
  for (gsize i = 0; i < self->n_columns; i++)
    {
      GradusColumnLook *column = &self->columns[i];

      if (!is_numeral (self, &column->first))
        column->odd_line = 0;
      judge_cell (self, column, &column->first, self->first_line);
    }
}

gboolean
gradus_table_look_take (GradusTableLook *self, GradusScan *scan, const char *label, GError **error)
{
  gboolean has_header = FALSE;
  gsize label_column;

  *self = (GradusTableLook){ .scan = scan };
  if (!read_first_row (self, error) || !read_rows_below (self, error))
    return FALSE;
  /* A label column given by name is not found yet; 0 - 1 is no column. */
  label_column = label != NULL && *label != '\0' ? gradus_table_look_read_number (label) - 1
                                                 : gradus_table_look_find_last (self);
  has_header = names_a_label (self, label, label_column);
  if (!has_header && !find_header (self, label_column, &has_header, error))
    return FALSE;
  if (has_header && !take_names (self, error))
    return FALSE;
  if (!has_header)
    judge_first_row (self);
  gradus_scan_rewind (scan);
  return TRUE;
}

void
gradus_table_look_clear (GradusTableLook *self)
{
  g_clear_pointer (&self->columns, g_free);
  g_clear_pointer (&self->names, g_strfreev);
}

gboolean
gradus_table_look_is_numeric (const GradusTableLook *self, gsize column)
{
  const GradusColumnLook *look = &self->columns[column];

  return look->n_numerals > 0 && 2 * look->n_numerals >= look->n_filled;
}

gsize
gradus_table_look_find_last (const GradusTableLook *self)
{
  for (gsize i = self->n_columns; i-- > 0;)
    if (self->columns[i].n_filled > 0)
      return i;
  return self->n_columns - 1;
}

char *
gradus_table_look_describe (const GradusTableLook *self, gsize column)
{
  g_autofree char *excerpt = NULL;

  if (self->names == NULL || *self->names[column] == '\0')
    return g_strdup_printf ("%lu", (gulong) column + 1);
  excerpt = gradus_cell_make_excerpt (self->names[column], strlen (self->names[column]));
  return g_strdup_printf ("“%s”", excerpt);
}

gboolean
gradus_table_look_refuse (const GradusTableLook *self, gsize line, gsize column,
                          const GradusCell *cell, GError **error)
{
  g_autofree char *where = gradus_table_look_describe (self, column);
  g_autofree char *excerpt = gradus_cell_get_excerpt (cell);
  double value;

  switch (gradus_cell_read_number (cell, self->scan->separator == ';', &value))
    {
    case GRADUS_NUMERAL_EMPTY:
      return gradus_scan_fail (self->scan, line, error,
                               _ ("column %s is empty here; a number is right"), where);
    case GRADUS_NUMERAL_NOT_FINITE:
      return gradus_scan_fail (self->scan, line, error,
                               _ ("“%s” in column %s is not finite; a finite number is right"),
                               excerpt, where);
    case GRADUS_NUMERAL_HEXADECIMAL:
      return gradus_scan_fail (self->scan, line, error,
                               _ ("“%s” in column %s is hexadecimal; a decimal number is right"),
                               excerpt, where);
    case GRADUS_NUMERAL_TOO_LARGE:
      return gradus_scan_fail (
          self->scan, line, error,
          _ ("“%s” in column %s is out of range; a number from -1e100 to 1e100 is right"), excerpt,
          where);
    case GRADUS_NUMERAL_TOO_SMALL:
      return gradus_scan_fail (
          self->scan, line, error,
          _ ("“%s” in column %s is out of range, too near to 0; 0 or a larger number is right"),
          excerpt, where);
    default:
      return gradus_scan_fail (
          self->scan, line, error,
          _ ("“%s” in column %s is not a number; a number such as 0.5 or -2e3 is right"), excerpt,
          where);
    }
}

gboolean
gradus_table_look_check_width (const GradusTableLook *self, gsize n_cells, GError **error)
{
  if (n_cells == self->n_columns)
    return TRUE;
  return gradus_scan_fail (
      self->scan, self->scan->line, error,
      n_cells < self->n_columns
          ? g_dngettext (
              GETTEXT_PACKAGE,
              "this row is too short: it has %lu cell; %lu as in the first row are right",
              "this row is too short: it has %lu cells; %lu as in the first row are "
              "right",
              (gulong) n_cells)
          : g_dngettext (
              GETTEXT_PACKAGE,
              "this row is too long: it has %lu cell; %lu as in the first row are right",
              "this row is too long: it has %lu cells; %lu as in the first row are right",
              (gulong) n_cells),
      (gulong) n_cells, (gulong) self->n_columns);
}

gsize
gradus_table_look_read_number (const char *text)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (text, 10, 1, G_MAXUINT32, &number, NULL))
    return 0;
  return (gsize) number;
}
