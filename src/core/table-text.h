/* Whether a table's bytes are text, and where its lines end: private to the files table*.c. */
#pragma once

#include "core/table-scan.h"

/* The end of the line that starts at text: its LF or CR, or end. */
const char *gradus_text_line_end (const char *text, const char *end);

/* Where the line after the one that ends at line_end begins; CR LF is one line end. */
const char *gradus_text_skip_line_end (const char *line_end, const char *end);

/* UTF-8 without NUL bytes, and no line longer than GRADUS_MAX_LINE_BYTES.
 * Returns: FALSE with GRADUS_ERROR_DATA, naming the line. */
gboolean gradus_text_check (const GradusScan *scan, GError **error);
