/* The labels of a table, gathered row by row, and the classes that they make. Private to the files
 * table*.c. */
#pragma once

#include "core/dataset.h"
#include "core/table-cell.h"

/* More ways of writing at most GRADUS_MAX_CLASSES numbers ("1", "1.0") than anyone uses. */
#define GRADUS_MAX_SPELLINGS 64

/* A label as it is written. */
typedef struct
{
  GradusCell cell;
  gboolean is_number;
  double value;
  gsize line; /* where it stands first */
} GradusSpelling;

typedef struct
{
  gboolean decimal_comma;
  guint n_spellings;
  gsize n_words; /* spellings that are not numbers */
  GradusSpelling spellings[GRADUS_MAX_SPELLINGS];
} GradusLabels;

void gradus_labels_init (GradusLabels *self, gboolean decimal_comma);

/* Adds the label of a row of scan. *spelling is the number of its spelling. The cell's text must
 * outlive self. Returns: FALSE with GRADUS_ERROR_DATA: no label, too long a one, too many. */
gboolean gradus_labels_add (GradusLabels *self, const GradusScan *scan, const GradusCell *cell,
                            guint8 *spelling, GError **error);

/* The classes: numbers in ascending order (equal ones are one class, named as it is written first)
 * or, where not all are numbers, words in byte order. classes (GRADUS_MAX_SPELLINGS) gets the class
 * of each spelling. Returns: (transfer full) the names, NULL-terminated; or NULL with
 * GRADUS_ERROR_DATA where there is but one class, or numbers and a "nan" or "NA". */
char **gradus_labels_sort (const GradusLabels *self, const GradusScan *scan, guint8 *classes,
                           GError **error);
