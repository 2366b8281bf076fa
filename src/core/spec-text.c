/* The experiment file: a spec as GKeyFile text and back. */
#include "core/spec-text.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "core/error.h"
#include "core/file.h"
#include "core/key-text.h"
#include "core/spec-fields.h"
#include "core/spec-lines.h"

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
check_names (const GradusKeyText *file, GError **error)
{
  g_auto (GStrv) groups = g_key_file_get_groups (file->keys, NULL);

  for (int i = 0; groups[i] != NULL; i++)
    {
      g_autofree char *names = list_names (groups[i]);
      g_auto (GStrv) keys = NULL;

      if (*names == '\0')
        {
          g_autofree char *all = list_names (NULL);

          gradus_spec_lines_fail (error, file->name,
                                  gradus_spec_lines_find (file->lines, groups[i], NULL),
                                  _ ("there is no group [%s]; %s are right"), groups[i], all);
          return FALSE;
        }
      keys = g_key_file_get_keys (file->keys, groups[i], NULL, NULL);
      for (int k = 0; keys[k] != NULL; k++)
        {
          const GradusSpecField *field = gradus_spec_field_find (keys[k]);
          int line = gradus_spec_lines_find (file->lines, groups[i], keys[k]);

          if (field == NULL)
            gradus_spec_lines_fail (error, file->name, line, _ ("[%s] has no key %s; %s are right"),
                                    groups[i], keys[k], names);
          else if (strcmp (field->group, groups[i]) != 0)
            gradus_spec_lines_fail (error, file->name, line,
                                    _ ("[%s] has no key %s; it belongs in [%s]"), groups[i],
                                    keys[k], field->group);
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
read_fields (GradusSpec *spec, const GradusKeyText *file, GError **error)
{
  int n_fields = 0;
  const GradusSpecField *fields = gradus_spec_fields (&n_fields);

  for (int i = 0; i < n_fields; i++)
    {
      g_autoptr (GError) local = NULL;
      g_autofree char *value =
          gradus_spec_text_value (file->keys, fields[i].group, &fields[i], file->name, &local);

      if (value != NULL)
        gradus_spec_field_set (&fields[i], spec, value, &local);
      if (local != NULL)
        {
          gradus_spec_lines_fail (
              error, file->name,
              gradus_spec_lines_find (file->lines, fields[i].group, fields[i].name), "[%s] %s",
              fields[i].group, local->message);
          return FALSE;
        }
    }
  return TRUE;
}

gboolean
gradus_spec_from_text (GradusSpec *spec, const char *text, gsize length, const char *name,
                       GError **error)
{
  g_auto (GradusKeyText) file = { NULL, NULL, NULL };
  g_autofree GradusSpec *read = g_new (GradusSpec, 1);

  g_return_val_if_fail (spec != NULL && text != NULL && name != NULL, FALSE);

  if (!gradus_key_text_read (&file, text, length, name,
                             _ ("groups such as [data] with lines such as seed=2 are right"),
                             error))
    return FALSE;
  gradus_spec_init (read);
  if (!check_names (&file, error) || !read_fields (read, &file, error))
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
