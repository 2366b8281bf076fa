/* Which of a table's columns are x1, x2 and the label. Private to the files table*.c. */
#pragma once

#include "core/table-look.h"
#include "core/table.h"

typedef struct
{
  gsize x[2]; /* columns, from 0 */
  gsize label;
  gsize held_out; /* of 0 and 1, a column of just that name beside the others; see has_held_out */
  gboolean has_held_out;
} GradusTableChoice;

/* As table.h has it: the named columns, and for the others the first that will do. columns may be
 * NULL. Returns: FALSE with GRADUS_ERROR_DATA. */
gboolean gradus_table_choose (const GradusTableLook *look, const GradusTableColumns *columns,
                              GradusTableChoice *choice, GError **error);

/* Whether the text is one of the names that label columns go by, in any case. */
gboolean gradus_table_is_label_name (const char *text);
