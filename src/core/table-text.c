/* Checks that a table's bytes are text, and finds where its lines end. */
#include "core/table-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/table.h"

const char *
gradus_text_line_end (const char *text, const char *end)
{
  while (text < end && *text != '\n' && *text != '\r')
    text++;
  return text;
}

const char *
gradus_text_skip_line_end (const char *line_end, const char *end)
{
  if (line_end == end)
    return end;
  if (*line_end == '\r' && line_end + 1 < end && line_end[1] == '\n')
    return line_end + 2;
  return line_end + 1;
}

static gsize
count_lines (const char *start, const char *place)
{
  gsize line = 1;

  for (const char *end = gradus_text_line_end (start, place); end < place;)
    {
      line++;
      end = gradus_text_line_end (gradus_text_skip_line_end (end, place), place);
    }
  return line;
}

/* The first bytes of what spreadsheets save as their own: zip, and the older compound file. */
static gboolean
is_spreadsheet (const char *bytes, gsize length)
{
  return length >= 4 && (!memcmp (bytes, "PK\3\4", 4) || !memcmp (bytes, "\xd0\xcf\x11\xe0", 4));
}

static gboolean
check_text (const GradusScan *scan, GError **error)
{
  gsize length = (gsize) (scan->end - scan->start);
  const char *place = length > 0 ? memchr (scan->start, '\0', length) : NULL;

  if (length >= 2 && (!memcmp (scan->start, "\xff\xfe", 2) || !memcmp (scan->start, "\xfe\xff", 2)))
    return gradus_scan_fail (scan, 1, error,
                             _ ("this file is UTF-16; save it as UTF-8, then it can be read"));
  if (is_spreadsheet (scan->start, length))
    return gradus_scan_fail (scan, 1, error,
                             _ ("this is a spreadsheet or another packed file; save the table as "
                                "CSV, then it can be read"));
  if (place != NULL)
    return gradus_scan_fail (scan, count_lines (scan->start, place), error,
                             _ ("there is a NUL byte in this line; a table is plain UTF-8 text"));
  if (!g_utf8_validate (scan->start, (gssize) length, &place))
    return gradus_scan_fail (
        scan, count_lines (scan->start, place), error,
        _ ("this line is not UTF-8; save the table as UTF-8, then it can be read"));
  return TRUE;
}

static gboolean
check_lines (const GradusScan *scan, GError **error)
{
  const char *line = scan->start;

  for (gsize number = 1; line < scan->end; number++)
    {
      const char *line_end = gradus_text_line_end (line, scan->end);

      if (line_end - line > GRADUS_MAX_LINE_BYTES)
        return gradus_scan_fail (scan, number, error,
                                 _ ("this line has %lu bytes; up to %d in a line are right"),
                                 (gulong) (line_end - line), GRADUS_MAX_LINE_BYTES);
      line = gradus_text_skip_line_end (line_end, scan->end);
    }
  return TRUE;
}

gboolean
gradus_text_check (const GradusScan *scan, GError **error)
{
  return check_text (scan, error) && check_lines (scan, error);
}
