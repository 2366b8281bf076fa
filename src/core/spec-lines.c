/* The lines of an experiment file, which GKeyFile parses but does not number. */
#include "core/spec-lines.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/error.h"

#define MAX_QUOTED 60

static gboolean
is_comment_or_blank (const char *line)
{
  while (g_ascii_isspace (*line))
    line++;
  return *line == '\0' || *line == '#';
}

/* "[data]" is the group "data"; NULL where the line is no group. (transfer full) */
static char *
line_group (const char *line)
{
  g_autofree char *stripped = g_strstrip (g_strdup (line));
  gsize length = strlen (stripped);

  if (length < 3 || stripped[0] != '[' || stripped[length - 1] != ']')
    return NULL;
  return g_strndup (stripped + 1, length - 2);
}

/* "seed = 2" is the key "seed"; NULL where the line is no such thing. (transfer full) */
static char *
line_key (const char *line)
{
  const char *equals = strchr (line, '=');
  char *key;

  if (equals == NULL || is_comment_or_blank (line))
    return NULL;
  key = g_strstrip (g_strndup (line, (gsize) (equals - line)));
  if (*key == '\0')
    g_clear_pointer (&key, g_free);
  return key;
}

int
gradus_spec_lines_find (char **lines, const char *group, const char *key)
{
  g_autofree char *current = NULL;
  int found = 0;

  for (int i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *new_group = line_group (lines[i]);
      g_autofree char *new_key = NULL;

      if (new_group != NULL)
        {
          g_free (current);
          current = g_steal_pointer (&new_group);
          if (key == NULL && strcmp (current, group) == 0)
            return i + 1;
          continue;
        }
      new_key = line_key (lines[i]);
      if (key != NULL && new_key != NULL && g_strcmp0 (current, group) == 0
          && strcmp (new_key, key) == 0)
        found = i + 1;
    }
  return found;
}

int
gradus_spec_lines_find_again (char **lines, int *first)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *current = g_strdup ("");

  for (int i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *group = line_group (lines[i]);
      g_autofree char *key = group != NULL ? NULL : line_key (lines[i]);
      char *name;

      if (group == NULL && key == NULL)
        continue;
      if (group != NULL)
        {
          g_free (current);
          current = g_strdup (group);
        }
      name = g_strdup_printf ("[%s] %s", current, key != NULL ? key : "");
      *first = GPOINTER_TO_INT (g_hash_table_lookup (seen, name));
      if (*first > 0)
        {
          g_free (name);
          return i + 1;
        }
      g_hash_table_insert (seen, name, GINT_TO_POINTER (i + 1));
    }
  return 0;
}

void
gradus_spec_lines_fail (GError **error, const char *name, int line, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (line > 0)
    g_set_error (error, GRADUS_ERROR, GRADUS_ERROR_DATA, "%s:%d: %s", name, line, message);
  else
    g_set_error (error, GRADUS_ERROR, GRADUS_ERROR_DATA, "%s: %s", name, message);
}

gboolean
gradus_spec_lines_check (char **lines, const char *name, GError **error)
{
  gboolean in_group = FALSE;

  for (int i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *group = line_group (lines[i]);
      g_autofree char *key = line_key (lines[i]);
      g_autofree char *quoted = NULL;

      if (group != NULL)
        in_group = TRUE;
      if (group != NULL || is_comment_or_blank (lines[i]) || (key != NULL && in_group))
        continue;
      if (key != NULL)
        {
          gradus_spec_lines_fail (
              error, name, i + 1,
              _ ("%s stands before any group; a line such as [data] above it is right"), key);
          return FALSE;
        }
      quoted = g_utf8_strlen (lines[i], -1) > MAX_QUOTED
                   ? g_utf8_substring (lines[i], 0, MAX_QUOTED)
                   : g_strdup (lines[i]);
      gradus_spec_lines_fail (
          error, name, i + 1,
          _ ("“%s” is no line of such a file; a [group], a name=value or a # comment "
             "is right"),
          g_strstrip (quoted));
      return FALSE;
    }
  return TRUE;
}
