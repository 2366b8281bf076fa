/* Tables as people have them: CSV, TSV, semicolons or white space, read into a data set. */
#pragma once

#include "core/dataset.h"

#define GRADUS_MAX_LINE_BYTES 65536

/* Which columns to use: a column's name, or its number counted from 1; NULL or "" finds it.
 * The label: a column named label, class, target, y, species, … (any case), else the last one.
 * The features: the first two numeric columns that are not the label.
 * A fourth column called held_out, of 0 and 1, marks the examples that come held out. */
typedef struct
{
  const char *x1;
  const char *x2;
  const char *label;
} GradusTableColumns;

/* Parses a table from bytes: UTF-8 with or without BOM, LF or CRLF, the separator found by itself
 * (comma, tab, semicolon or white space), double quotes, # comments, blank lines, with or without a
 * header, decimal comma where the separator is a semicolon. Labels are numbers (ascending) or words
 * (byte order), 2 … 10 of them. No row is dropped silently.
 * name stands in messages: "points.csv:17: …". columns may be NULL.
 * Returns: (transfer full), two features; or NULL with GRADUS_ERROR_DATA. */
GradusDataset *gradus_table_parse (const char *bytes, gsize length, const char *name,
                                   const GradusTableColumns *columns, GError **error);

/* The data set as CSV, as gradus-cli --data-out writes it: header x1,x2,label,held_out, 17
 * significant digits, examples in their order. labels are the classes' names, quoted where they
 * need it. held_out is NULL or m flags. Returns: (transfer full). */
GString *gradus_table_format (const GradusDataset *dataset, const gboolean *held_out);
