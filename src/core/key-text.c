/* A text of groups and keys while it is read: an experiment, a lesson, a table. */
#include "core/key-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/error.h"
#include "core/spec-lines.h"

#define MAX_TEXT_BYTES (1024 * 1024)

/* Whether the bytes can be such a file at all, and not a data file by mistake. */
static gboolean
check_bytes (const char *text, gsize length, const char *name, GError **error)
{
  const char *end = NULL;
  int line = 1;

  if (length > MAX_TEXT_BYTES)
    {
      g_set_error (error, GRADUS_ERROR, GRADUS_ERROR_DATA,
                   _ ("%s: %lu bytes are too many; a text of at most %d bytes is right"), name,
                   (gulong) length, MAX_TEXT_BYTES);
      return FALSE;
    }
  if (g_utf8_validate_len (text, length, &end))
    return TRUE;
  for (const char *c = text; c < end; c++)
    line += *c == '\n';
  if (*end == '\0')
    gradus_spec_lines_fail (error, name, line, _ ("a NUL byte; text in UTF-8 is right"));
  else
    gradus_spec_lines_fail (error, name, line,
                            _ ("a byte that is not UTF-8; text in UTF-8 is right"));
  return FALSE;
}

gboolean
gradus_key_text_read (GradusKeyText *self, const char *text, gsize length, const char *name,
                      const char *hint, GError **error)
{
  g_autoptr (GError) local = NULL;

  *self = (GradusKeyText){ .keys = g_key_file_new (), .name = name };
  if (!check_bytes (text, length, name, error))
    return FALSE;
  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0) /* a byte order mark */
    text += 3, length -= 3;
  g_autofree char *copy = g_strndup (text, length);
  self->lines = g_strsplit (copy, "\n", -1);
  if (!gradus_spec_lines_check (self->lines, name, error))
    return FALSE;
  if (length == 0
      || g_key_file_load_from_data (self->keys, copy, length, G_KEY_FILE_KEEP_TRANSLATIONS, &local))
    return TRUE;
  gradus_spec_lines_fail (error, name, 0, "%s; %s", local->message, hint);
  return FALSE;
}

void
gradus_key_text_clear (GradusKeyText *self)
{
  g_clear_pointer (&self->keys, g_key_file_unref);
  g_clear_pointer (&self->lines, g_strfreev);
}

gboolean
gradus_key_text_check_once (const GradusKeyText *self, GError **error)
{
  int first = 0, again = gradus_spec_lines_find_again (self->lines, &first);

  if (again == 0)
    return TRUE;
  g_autofree char *line = g_strstrip (g_strdup (self->lines[again - 1]));
  gradus_spec_lines_fail (error, self->name, again, _ ("“%s” is in line %d already; once is right"),
                          line, first);
  return FALSE;
}

gboolean
gradus_key_text_fail (const GradusKeyText *self, const char *group, const char *key, GError **error,
                      const char *format, ...)
{
  va_list arguments;
  int line = key != NULL ? gradus_spec_lines_find (self->lines, group, key) : 0;

  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (line == 0)
    line = gradus_spec_lines_find (self->lines, group, NULL);
  gradus_spec_lines_fail (error, self->name, line, "[%s] %s%s%s", group, key != NULL ? key : "",
                          key != NULL ? ": " : "", message);
  return FALSE;
}
