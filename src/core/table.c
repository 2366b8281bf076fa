/* Reads a table into a data set, and writes a data set as a table. */
#include "core/table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/table-columns.h"
#include "core/table-labels.h"

#define FIRST_ROOM 1024

/* The examples read up to now. */
typedef struct
{
  gsize m;
  gsize room;
  double *x[2];       /* (room) each */
  guint8 *spellings;  /* (room): numbers of spellings in labels */
  gboolean *held_out; /* (room) */
  gsize n_held_out;
  GradusLabels labels;
} Examples;

static void
clear_examples (Examples *self)
{
  g_free (self->x[0]);
  g_free (self->x[1]);
  g_free (self->spellings);
  g_free (self->held_out);
}

static void
make_room (Examples *self)
{
  if (self->m < self->room)
    return;
  self->room = self->room == 0 ? FIRST_ROOM : MIN (2 * self->room, GRADUS_MAX_EXAMPLES);
  for (int f = 0; f < 2; f++)
    self->x[f] = g_renew (double, self->x[f], self->room);
  self->spellings = g_renew (guint8, self->spellings, self->room);
  self->held_out = g_renew (gboolean, self->held_out, self->room);
}

/* Whether the row is held out: its cell is 1, not 0. */
static gboolean
read_held_out (Examples *self, const GradusTableLook *look, const GradusTableChoice *choice,
               const GradusCell *cells, GError **error)
{
  const GradusCell *cell = &cells[choice->held_out];
  double value = 0;

  if (choice->has_held_out
      && (gradus_cell_read_number (cell, look->scan->separator == ';', &value)
              != GRADUS_NUMERAL_FINE
          || (value != 0 && value != 1)))
    {
      g_autofree char *excerpt = gradus_cell_get_excerpt (cell);

      return gradus_scan_fail (look->scan, look->scan->line, error,
                               _ ("“%s” in column “held_out” is neither; 0 (for training) or 1 "
                                  "(held out) is right"),
                               excerpt);
    }
  self->held_out[self->m] = value == 1;
  self->n_held_out += value == 1;
  return TRUE;
}

static gboolean
read_row (Examples *self, const GradusTableLook *look, const GradusTableChoice *choice,
          const GradusCell *cells, gsize n_cells, GError **error)
{
  const GradusScan *scan = look->scan;

  if (!gradus_table_look_check_width (look, n_cells, error))
    return FALSE;
  if (self->m == GRADUS_MAX_EXAMPLES)
    return gradus_scan_fail (scan, scan->line, error,
                             _ ("there are too many rows; up to %d examples are right"),
                             GRADUS_MAX_EXAMPLES);
  make_room (self);
  for (int f = 0; f < 2; f++)
    {
      const GradusCell *cell = &cells[choice->x[f]];

      if (gradus_cell_read_number (cell, scan->separator == ';', &self->x[f][self->m])
          != GRADUS_NUMERAL_FINE)
        return gradus_table_look_refuse (look, scan->line, choice->x[f], cell, error);
    }
  if (!gradus_labels_add (&self->labels, scan, &cells[choice->label], &self->spellings[self->m],
                          error)
      || !read_held_out (self, look, choice, cells, error))
    return FALSE;
  self->m++;
  return TRUE;
}

static gboolean
read_rows (Examples *self, const GradusTableLook *look, const GradusTableChoice *choice,
           GError **error)
{
  GradusScan *scan = look->scan;
  gboolean is_header = look->names != NULL;
  const GradusCell *cells;
  gsize n_cells, last_line = look->first_line;

  while (TRUE)
    {
      if (!gradus_scan_read (scan, &cells, &n_cells, error))
        return FALSE;
      if (n_cells == 0)
        break;
      last_line = scan->line;
      if (!is_header && !read_row (self, look, choice, cells, n_cells, error))
        return FALSE;
      is_header = FALSE;
    }
  scan->line = last_line;
  if (self->m > 0 && self->n_held_out == self->m)
    return gradus_scan_fail (scan, last_line, error,
                             _ ("every row is held out; some with 0 in “held_out”, to train on, "
                                "are right"));
  if (self->m >= GRADUS_MIN_EXAMPLES)
    return TRUE;
  return gradus_scan_fail (
      scan, last_line, error,
      g_dngettext (GETTEXT_PACKAGE, "there is only %lu row of an example; at least %d are right",
                   "there are only %lu rows of examples; at least %d are right", (gulong) self->m),
      (gulong) self->m, GRADUS_MIN_EXAMPLES);
}

/* x1 and x2 where the table has no names, or an empty one. */
static char *
name_feature (const GradusTableLook *look, const GradusTableChoice *choice, int f)
{
  if (look->names == NULL || *look->names[choice->x[f]] == '\0')
    return g_strdup_printf ("x%d", f + 1);
  return g_strdup (look->names[choice->x[f]]);
}

static GradusDataset *
make_dataset (const Examples *self, const GradusTableLook *look, const GradusTableChoice *choice,
              GError **error)
{
  guint8 classes[GRADUS_MAX_SPELLINGS] = { 0 };
  g_auto (GStrv) class_names = gradus_labels_sort (&self->labels, look->scan, classes, error);
  g_auto (GStrv) feature_names = g_new0 (char *, 3);
  GradusDataset *dataset;

  if (class_names == NULL)
    return NULL;
  for (int f = 0; f < 2; f++)
    feature_names[f] = name_feature (look, choice, f);
  dataset =
      gradus_dataset_new (self->m, 2, (int) g_strv_length (class_names),
                          (const char *const *) feature_names, (const char *const *) class_names);
  for (int f = 0; f < 2; f++)
    memcpy (gradus_dataset_feature (dataset, f), self->x[f], self->m * sizeof (double));
  for (gsize i = 0; i < self->m; i++)
    dataset->labels[i] = classes[self->spellings[i]];
  if (self->n_held_out > 0)
    dataset->held_out = g_memdup2 (self->held_out, self->m * sizeof *self->held_out);
  return dataset;
}

GradusDataset *
gradus_table_parse (const char *bytes, gsize length, const char *name,
                    const GradusTableColumns *columns, GError **error)
{
  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  GradusScan scan;
  GradusTableLook look = { 0 };
  GradusTableChoice choice;
  Examples examples = { 0 };
  GradusDataset *dataset = NULL;

  if (gradus_scan_open (&scan, bytes, length, name, error)
      && gradus_table_look_take (&look, &scan, columns != NULL ? columns->label : NULL, error)
      && gradus_table_choose (&look, columns, &choice, error))
    {
      gradus_labels_init (&examples.labels, scan.separator == ';');
      if (read_rows (&examples, &look, &choice, error))
        dataset = make_dataset (&examples, &look, &choice, error);
    }
  clear_examples (&examples);
  gradus_table_look_clear (&look);
  gradus_scan_close (&scan);
  return dataset;
}

static void
append_number (GString *table, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (table, g_ascii_formatd (text, sizeof text, "%.17g", value));
  g_string_append_c (table, ',');
}

static void
append_label (GString *table, const char *label)
{
  gsize length = strlen (label);
  gboolean needs_quotes = strpbrk (label, ",;\t\"#\r\n") != NULL || length == 0 || label[0] == ' '
                          || label[length - 1] == ' ';

  if (!needs_quotes)
    {
      g_string_append (table, label);
      return;
    }
  g_string_append_c (table, '"');
  for (; *label != '\0'; label++)
    {
      if (*label == '"')
        g_string_append_c (table, '"');
      g_string_append_c (table, *label);
    }
  g_string_append_c (table, '"');
}

GString *
gradus_table_format (const GradusDataset *dataset, const gboolean *held_out)
{
  g_return_val_if_fail (dataset != NULL, NULL);

  GString *table = g_string_new (NULL);

  for (int f = 0; f < dataset->n_x; f++)
    g_string_append_printf (table, "x%d,", f + 1);
  g_string_append (table, "label,held_out\n");
  for (gsize i = 0; i < dataset->m; i++)
    {
      for (int f = 0; f < dataset->n_x; f++)
        append_number (table, gradus_dataset_feature (dataset, f)[i]);
      append_label (table, dataset->class_names[dataset->labels[i]]);
      g_string_append (table, held_out != NULL && held_out[i] ? ",1\n" : ",0\n");
    }
  return table;
}
