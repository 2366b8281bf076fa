/* The rows and cells of a table's bytes: private to the files table*.c. */
#pragma once

#include <glib.h>

/* One cell, borrowed from the table's bytes, without the blanks and quotes around it. */
typedef struct
{
  const char *text; /* not NUL-terminated */
  gsize length;
  gboolean quoted; /* "" inside still stands for " */
} GradusCell;

/* A walk over the rows of a table. Plain to copy but for cells, which belongs to one. */
typedef struct
{
  const char *name;  /* borrowed: stands in messages */
  const char *start; /* of the text, behind a byte order mark */
  const char *end;
  const char *next; /* where the next line begins */
  gsize next_line;  /* its number, from 1 */
  gsize line;       /* the number of the row that was read last */
  char separator;   /* ',', ';', '\t', or ' ' for white space */
  GArray *cells;    /* GradusCell: of the row that was read last */
} GradusScan;

/* Checks that the bytes are text (UTF-8 without NUL, no line too long) and finds the separator.
 * name and bytes must outlive self. Returns: FALSE with GRADUS_ERROR_DATA; free self even then. */
gboolean gradus_scan_open (GradusScan *self, const char *bytes, gsize length, const char *name,
                           GError **error);
void gradus_scan_close (GradusScan *self);

/* Reads the next row that is neither blank nor a comment into *cells, valid until the next call;
 * *n_cells is 0 at the end. Returns: FALSE with GRADUS_ERROR_DATA. */
gboolean gradus_scan_read (GradusScan *self, const GradusCell **cells, gsize *n_cells,
                           GError **error);

/* Goes back to the first row. */
void gradus_scan_rewind (GradusScan *self);

/* Sets error to "name:line: …". Returns: FALSE. */
gboolean gradus_scan_fail (const GradusScan *self, gsize line, GError **error, const char *format,
                           ...) G_GNUC_PRINTF (4, 5);
