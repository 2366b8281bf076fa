/* A first look at a table: how wide it is, whether its first row holds names, which of its columns
 * hold numbers. Private to the files table*.c. */
#pragma once

#include "core/table-cell.h"
#include "core/table-scan.h"

typedef struct
{
  GradusCell first; /* the cell of the first row */
  gsize n_filled;   /* among the judged rows of examples */
  gsize n_numerals;
  GradusCell odd; /* the first cell that is not a numeral */
  gsize odd_line; /* its line; 0 where there is none */
} GradusColumnLook;

typedef struct
{
  GradusScan *scan; /* borrowed */
  gsize n_columns;  /* at least 3 */
  gsize first_line; /* the line of the first row */
  gsize n_rows;     /* judged rows below the first */
  GradusColumnLook *columns;
  char **names; /* (n_columns), NULL-terminated; NULL where the first row is an example */
} GradusTableLook;

/* Looks at the first rows of scan and goes back to the first one. label is the label column as the
 * user names it, or NULL. Returns: FALSE with GRADUS_ERROR_DATA; clear self even then. */
gboolean gradus_table_look_take (GradusTableLook *self, GradusScan *scan, const char *label,
                                 GError **error);
void gradus_table_look_clear (GradusTableLook *self);

/* Whether most cells of the column were meant as numbers. A single bad one does not make words of
 * them all: it is told with its line when the rows are read. */
gboolean gradus_table_look_is_numeric (const GradusTableLook *self, gsize column);

/* The last column that is not empty in all judged rows: some programs end each row with a
 * separator. */
gsize gradus_table_look_find_last (const GradusTableLook *self);

/* The column for a message: “width”, or its number from 1 where it has no name.
 * Returns: (transfer full). */
char *gradus_table_look_describe (const GradusTableLook *self, gsize column);

/* Sets error to what is wrong with a cell that should have been a number. Returns: FALSE. */
gboolean gradus_table_look_refuse (const GradusTableLook *self, gsize line, gsize column,
                                   const GradusCell *cell, GError **error);

/* Whether the row read last has as many cells as the first.
 * Returns: FALSE with GRADUS_ERROR_DATA. */
gboolean gradus_table_look_check_width (const GradusTableLook *self, gsize n_cells, GError **error);

/* The number that a column's name is, from 1; 0 where it is none. */
gsize gradus_table_look_read_number (const char *text);
