/* The experiment file: a spec as GKeyFile text and back. */
#include "core/spec-text.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "core/error.h"
#include "core/file.h"
#include "core/spec-fields.h"
#include "core/spec-lines.h"

#define MAX_TEXT_BYTES (1024 * 1024)

/* "source, file, x1" of one group, or of all groups their names. (transfer full) */
static char *
list_names (const char *group)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  int n_fields = 0;
  const GradusSpecField *fields = gradus_spec_fields (&n_fields);

  for (int i = 0; i < n_fields; i++)
    if (group != NULL && strcmp (fields[i].group, group) == 0)
      g_ptr_array_add (names, (char *) fields[i].name);
    else if (group == NULL && (i == 0 || strcmp (fields[i].group, fields[i - 1].group) != 0))
      g_ptr_array_add (names, (char *) fields[i].group);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

static gboolean
check_names (GKeyFile *key_file, char **lines, const char *name, GError **error)
{
  g_auto (GStrv) groups = g_key_file_get_groups (key_file, NULL);

  for (int i = 0; groups[i] != NULL; i++)
    {
      g_autofree char *names = list_names (groups[i]);
      g_auto (GStrv) keys = NULL;

      if (*names == '\0')
        {
          g_autofree char *all = list_names (NULL);

          gradus_spec_lines_fail (error, name, gradus_spec_lines_find (lines, groups[i], NULL),
                                  _ ("there is no group [%s]; %s are right"), groups[i], all);
          return FALSE;
        }
      keys = g_key_file_get_keys (key_file, groups[i], NULL, NULL);
      for (int k = 0; keys[k] != NULL; k++)
        {
          const GradusSpecField *field = gradus_spec_field_find (keys[k]);
          int line = gradus_spec_lines_find (lines, groups[i], keys[k]);

          if (field == NULL)
            gradus_spec_lines_fail (error, name, line, _ ("[%s] has no key %s; %s are right"),
                                    groups[i], keys[k], names);
          else if (strcmp (field->group, groups[i]) != 0)
            gradus_spec_lines_fail (error, name, line, _ ("[%s] has no key %s; it belongs in [%s]"),
                                    groups[i], keys[k], field->group);
          else
            continue;
          return FALSE;
        }
    }
  return TRUE;
}

char *
gradus_spec_text_value (GKeyFile *key_file, const char *group, const GradusSpecField *field,
                        const char *name, GError **error)
{
  gboolean escaped = field->kind == GRADUS_FIELD_TEXT || field->kind == GRADUS_FIELD_PATH;
  g_autoptr (GError) local = NULL;
  g_autofree char *value = NULL;

  if (!g_key_file_has_key (key_file, group, field->name, NULL))
    return NULL;
  if (!escaped)
    return g_key_file_get_value (key_file, group, field->name, error);

  value = g_key_file_get_string (key_file, group, field->name, &local);
  if (value == NULL || local != NULL)
    {
      g_set_error (error, GRADUS_ERROR, GRADUS_ERROR_DATA,
                   _ ("%s: a stray backslash; \\\\ is right for the sign itself"), field->name);
      return NULL;
    }
  if (field->kind == GRADUS_FIELD_PATH && *value != '\0' && !g_path_is_absolute (value))
    {
      g_autofree char *folder = g_path_get_dirname (name);

      if (strcmp (folder, ".") != 0)
        return g_build_filename (folder, value, NULL);
    }
  return g_steal_pointer (&value);
}

static gboolean
read_fields (GradusSpec *spec, GKeyFile *key_file, char **lines, const char *name, GError **error)
{
  int n_fields = 0;
  const GradusSpecField *fields = gradus_spec_fields (&n_fields);

  for (int i = 0; i < n_fields; i++)
    {
      g_autoptr (GError) local = NULL;
      g_autofree char *value =
          gradus_spec_text_value (key_file, fields[i].group, &fields[i], name, &local);

      if (value != NULL)
        gradus_spec_field_set (&fields[i], spec, value, &local);
      if (local != NULL)
        {
          gradus_spec_lines_fail (error, name,
                                  gradus_spec_lines_find (lines, fields[i].group, fields[i].name),
                                  "[%s] %s", fields[i].group, local->message);
          return FALSE;
        }
    }
  return TRUE;
}

gboolean
gradus_spec_text_check_bytes (const char *text, gsize length, const char *name, GError **error)
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
gradus_spec_from_text (GradusSpec *spec, const char *text, gsize length, const char *name,
                       GError **error)
{
  g_autoptr (GKeyFile) key_file = g_key_file_new ();
  g_autoptr (GError) local = NULL;
  g_autofree GradusSpec *read = g_new (GradusSpec, 1);
  g_autofree char *copy = NULL;
  g_auto (GStrv) lines = NULL;

  g_return_val_if_fail (spec != NULL && text != NULL && name != NULL, FALSE);

  if (!gradus_spec_text_check_bytes (text, length, name, error))
    return FALSE;
  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0) /* a byte order mark */
    text += 3, length -= 3;
  copy = g_strndup (text, length);
  lines = g_strsplit (copy, "\n", -1);
  if (!gradus_spec_lines_check (lines, name, error))
    return FALSE;
  if (length > 0
      && !g_key_file_load_from_data (key_file, copy, length, G_KEY_FILE_KEEP_TRANSLATIONS, &local))
    {
      g_set_error (error, GRADUS_ERROR, GRADUS_ERROR_DATA,
                   _ ("%s: %s; groups such as [data] with lines such as seed=2 are right"), name,
                   local->message);
      return FALSE;
    }
  gradus_spec_init (read);
  if (!check_names (key_file, lines, name, error)
      || !read_fields (read, key_file, lines, name, error))
    return FALSE;
  if (!gradus_spec_check (read, error))
    {
      g_prefix_error (error, "%s: ", name);
      return FALSE;
    }
  *spec = *read;
  return TRUE;
}

/* The folder of path, links and all resolved, so that ".." in a relative path leads where the
 * system goes. (transfer full) */
static char *
resolve_folder (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *folder = g_path_get_dirname (absolute);
  char *real = realpath (folder, NULL);
  char *resolved = g_strdup (real != NULL ? real : folder);

  free (real);
  return resolved;
}

/* path as seen from the folder of name: "points.csv", "../data/points.csv"; absolute where the two
 * have nothing in common. (transfer full) */
static char *
relative_path (const char *path, const char *name)
{
  g_autofree char *from = resolve_folder (name);
  g_autofree char *to = resolve_folder (path);
  g_autofree char *base = g_path_get_basename (path);
  g_auto (GStrv) from_parts = g_strsplit (from, "/", -1);
  g_auto (GStrv) to_parts = g_strsplit (to, "/", -1);
  g_autoptr (GString) relative = g_string_new (NULL);
  int same = 0;

  while (from_parts[same] != NULL && g_strcmp0 (from_parts[same], to_parts[same]) == 0)
    same++;
  if (same < 2 && strcmp (from, to) != 0)
    return g_build_filename (to, base, NULL);
  for (int i = same; from_parts[i] != NULL; i++)
    g_string_append (relative, "../");
  for (int i = same; to_parts[i] != NULL; i++)
    g_string_append_printf (relative, "%s/", to_parts[i]);
  g_string_append (relative, base);
  return g_string_free (g_steal_pointer (&relative), FALSE);
}

char *
gradus_spec_to_text (const GradusSpec *spec, const char *name)
{
  g_autoptr (GKeyFile) key_file = g_key_file_new ();
  int n_fields = 0;
  const GradusSpecField *fields = gradus_spec_fields (&n_fields);

  g_return_val_if_fail (spec != NULL, NULL);

  for (int i = 0; i < n_fields; i++)
    {
      const GradusSpecField *field = &fields[i];
      g_autofree char *value = gradus_spec_field_get (field, spec);

      if (field->kind == GRADUS_FIELD_PATH && name != NULL && *value != '\0')
        {
          g_autofree char *relative = relative_path (value, name);

          g_key_file_set_string (key_file, field->group, field->name, relative);
        }
      else if (field->kind == GRADUS_FIELD_PATH || field->kind == GRADUS_FIELD_TEXT)
        g_key_file_set_string (key_file, field->group, field->name, value);
      else
        g_key_file_set_value (key_file, field->group, field->name, value);
    }
  return g_key_file_to_data (key_file, NULL, NULL);
}

gboolean
gradus_spec_load (GradusSpec *spec, const char *path, GError **error)
{
  g_autofree char *text = NULL;
  gsize length = 0;

  g_return_val_if_fail (spec != NULL && path != NULL, FALSE);

  return gradus_file_read (path, &text, &length, error)
         && gradus_spec_from_text (spec, text, length, path, error);
}

gboolean
gradus_spec_save (const GradusSpec *spec, const char *path, GError **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (spec != NULL && path != NULL, FALSE);

  text = gradus_spec_to_text (spec, path);
  return gradus_file_write (path, text, strlen (text), error);
}
