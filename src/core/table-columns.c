/* Chooses the columns of a table: those that the user names, else the first that will do. */
#include "core/table-columns.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How many columns a message names at most. */
#define N_LISTED 12
#define NONE G_MAXSIZE

/* What a label column may be called, the surest first; and see find_label about "y". */
static const char *const label_names[] = { "label",   "labels",    "class",    "classes", "target",
                                           "species", "variety",   "category", "kind",    "group",
                                           "outcome", "diagnosis", "cluster" };

gboolean
gradus_table_is_label_name (const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (label_names); i++)
    if (g_ascii_strcasecmp (text, label_names[i]) == 0)
      return TRUE;
  return FALSE;
}

/* The column of that name in any case, or NONE. */
static gsize
find_name (const GradusTableLook *look, const char *name)
{
  for (gsize i = 0; look->names != NULL && i < look->n_columns; i++)
    if (g_ascii_strcasecmp (look->names[i], name) == 0)
      return i;
  return NONE;
}

static gboolean
refuse_name (const GradusTableLook *look, const char *text, GError **error)
{
  g_autofree char *excerpt = NULL;
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) list = g_string_new (NULL);

  excerpt = gradus_cell_make_excerpt (valid, strlen (valid));
  if (look->names == NULL)
    return gradus_scan_fail (look->scan, look->first_line, error,
                             _ ("there is no column “%s”; a number from 1 to %lu is right, for "
                                "the first row holds no names"),
                             excerpt, (gulong) look->n_columns);
  for (gsize i = 0; i < MIN (look->n_columns, N_LISTED); i++)
    {
      g_autofree char *name = gradus_table_look_describe (look, i);

      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", name);
    }
  return gradus_scan_fail (look->scan, look->first_line, error,
                           _ ("there is no column “%s”; %s%s are right"), excerpt, list->str,
                           look->n_columns > N_LISTED ? ", …" : "");
}

/* The column that the user means: a name as it is written, a name in another case, a number. */
static gboolean
resolve (const GradusTableLook *look, const char *text, gsize *column, GError **error)
{
  gsize number = gradus_table_look_read_number (text);

  *column = NONE;
  for (gsize i = 0; look->names != NULL && i < look->n_columns; i++)
    {
      if (!g_str_equal (look->names[i], text))
        continue;
      if (*column != NONE)
        return gradus_scan_fail (
            look->scan, look->first_line, error,
            _ ("columns %lu and %lu are both called “%s”; one of these numbers is right"),
            (gulong) *column + 1, (gulong) i + 1, text);
      *column = i;
    }
  if (*column == NONE)
    *column = find_name (look, text);
  if (*column == NONE && number >= 1 && number <= look->n_columns)
    *column = number - 1;
  return *column != NONE || refuse_name (look, text, error);
}

static gboolean
resolve_given (const GradusTableLook *look, const GradusTableColumns *columns,
               GradusTableChoice *choice, GError **error)
{
  const char *texts[3] = { columns->x1, columns->x2, columns->label };
  gsize *places[3] = { &choice->x[0], &choice->x[1], &choice->label };

  for (int i = 0; i < 3; i++)
    {
      if (texts[i] == NULL || *texts[i] == '\0')
        continue;
      if (!resolve (look, texts[i], places[i], error))
        return FALSE;
      for (int j = 0; j < i; j++)
        if (*places[i] == *places[j])
          {
            g_autofree char *name = gradus_table_look_describe (look, *places[i]);

            return gradus_scan_fail (look->scan, look->first_line, error,
                                     _ ("column %s is named twice; three columns for x1, x2 and "
                                        "the label are right"),
                                     name);
          }
    }
  return TRUE;
}

static gboolean
is_taken (const GradusTableChoice *choice, gsize column)
{
  return column == choice->x[0] || column == choice->x[1] || column == choice->label
         || (choice->has_held_out && column == choice->held_out);
}

/* A column by one of the usual names, else the last that is left. "y" is a label, but beside "x" it
 * is a coordinate. */
static gsize
find_label (const GradusTableLook *look, const GradusTableChoice *choice)
{
  gsize column;

  for (gsize i = 0; i < G_N_ELEMENTS (label_names); i++)
    {
      column = find_name (look, label_names[i]);
      if (column != NONE && !is_taken (choice, column))
        return column;
    }
  column = find_name (look, "y");
  if (column != NONE && !is_taken (choice, column) && find_name (look, "x") == NONE)
    return column;
  for (column = gradus_table_look_find_last (look); column > 0 && is_taken (choice, column);)
    column--;
  return is_taken (choice, column) ? look->n_columns - 1 : column;
}

/* Tells why there are not two features: the first column that could have been one. */
static gboolean
refuse_words (const GradusTableLook *look, const GradusTableChoice *choice, GError **error)
{
  gsize column = 0;
  double value;

  while (is_taken (choice, column))
    column++;

  const GradusColumnLook *odd = &look->columns[column];
  g_autofree char *name = gradus_table_look_describe (look, column);
  g_autofree char *excerpt = gradus_cell_get_excerpt (&odd->odd);

  if (gradus_cell_read_number (&odd->odd, FALSE, &value) != GRADUS_NUMERAL_WORD)
    return gradus_table_look_refuse (look, odd->odd_line, column, &odd->odd, error);
  return gradus_scan_fail (look->scan, odd->odd_line, error,
                           _ ("“%s” in column %s is not a number; two columns of numbers beside "
                              "the label are right"),
                           excerpt, name);
}

/* The column "held_out" where nobody asked for it as another, and three are left without it. */
static void
find_held_out (const GradusTableLook *look, GradusTableChoice *choice)
{
  gsize column = find_name (look, "held_out");

  if (column == NONE || is_taken (choice, column) || look->n_columns < 4)
    return;
  choice->held_out = column;
  choice->has_held_out = TRUE;
}

gboolean
gradus_table_choose (const GradusTableLook *look, const GradusTableColumns *columns,
                     GradusTableChoice *choice, GError **error)
{
  *choice = (GradusTableChoice){ .x = { NONE, NONE }, .label = NONE };
  if (columns != NULL && !resolve_given (look, columns, choice, error))
    return FALSE;
  find_held_out (look, choice);
  if (choice->label == NONE)
    choice->label = find_label (look, choice);
  for (int f = 0; f < 2; f++)
    for (gsize i = 0; choice->x[f] == NONE && i < look->n_columns; i++)
      if (!is_taken (choice, i) && gradus_table_look_is_numeric (look, i))
        choice->x[f] = i;
  if (choice->x[0] == NONE || choice->x[1] == NONE)
    return refuse_words (look, choice, error);
  return TRUE;
}
