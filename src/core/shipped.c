/* Finds the files that come with the program, wherever it was put. */
#include "core/shipped.h"

#include <string.h>

/* Seen from the program's own folder: as it is installed, and as it is built. */
static const char *const from_program[] = { "../share/gradus", "../../data" };

/* The first folder of that kind that there is: beside the program, so that what belongs together is
 * found together, else where the system keeps data. (transfer full), or NULL */
static char *
find_folder (const char *kind)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *home = program != NULL ? g_path_get_dirname (program) : NULL;
  const char *const *data = g_get_system_data_dirs ();

  for (gsize i = 0; home != NULL && i < G_N_ELEMENTS (from_program); i++)
    {
      g_autofree char *folder = g_build_filename (home, from_program[i], kind, NULL);

      if (g_file_test (folder, G_FILE_TEST_IS_DIR))
        return g_canonicalize_filename (folder, NULL);
    }
  for (int i = 0; data[i] != NULL; i++)
    {
      g_autofree char *folder = g_build_filename (data[i], "gradus", kind, NULL);

      if (g_file_test (folder, G_FILE_TEST_IS_DIR))
        return g_steal_pointer (&folder);
    }
  return NULL;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char **
gradus_shipped_list (const char *kind, const char *suffix)
{
  g_return_val_if_fail (kind != NULL && suffix != NULL, NULL);

  g_autofree char *folder = find_folder (kind);
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  GPtrArray *paths = g_ptr_array_new ();
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, suffix))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_names);
  g_ptr_array_add (paths, NULL);
  return (char **) g_ptr_array_free (paths, FALSE);
}

char *
gradus_shipped_find (const char *kind, const char *suffix, const char *name)
{
  g_return_val_if_fail (kind != NULL && suffix != NULL && name != NULL, NULL);

  g_auto (GStrv) paths = gradus_shipped_list (kind, suffix);
  g_autofree char *file = g_strconcat (name, suffix, NULL);

  for (int i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *base = g_path_get_basename (paths[i]);

      if (g_str_equal (base, file))
        return g_strdup (paths[i]);
    }
  return NULL;
}
