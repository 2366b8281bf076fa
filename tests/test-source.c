/* A run's examples from what its spec names. */
#include "core/source.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "core/error.h"

/* A spec of the file, in a folder for temporary files, that holds text. */
static GradusSpec *
make_spec (const char *text)
{
  GradusSpec *spec = g_new0 (GradusSpec, 1);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  int fd = g_file_open_tmp ("gradus-test-XXXXXX.csv", &path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  spec->source = GRADUS_SOURCE_FILE;
  g_strlcpy (spec->file, path, sizeof spec->file);
  return spec;
}

static void
test_columns (void)
{
  g_autofree GradusSpec *spec = make_spec ("a,b,c,d\n1,2,3,4\n1,2,4,4\n1,2,3,4\n1,2,4,4\n");
  g_autoptr (GError) error = NULL;

  g_strlcpy (spec->x1, "d", sizeof spec->x1);
  g_strlcpy (spec->label, "3", sizeof spec->label);

  g_autoptr (GradusDataset) dataset = gradus_source_load (spec, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (dataset->feature_names[0], ==, "d");
  g_assert_cmpstr (dataset->feature_names[1], ==, "a");
  g_assert_cmpstr (dataset->class_names[1], ==, "4");
  g_unlink (spec->file);
}

static void
test_messages (void)
{
  g_autofree GradusSpec *spec = make_spec ("1,2,r\n1,2,s\n1,x,r\n1,2,s\n");
  g_autofree char *place = g_strconcat (spec->file, ":3: ", NULL);
  g_autofree char *file = g_strconcat (spec->file, ": ", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) missing = NULL;

  g_assert_null (gradus_source_load (spec, &error));
  g_assert_error (error, GRADUS_ERROR, GRADUS_ERROR_DATA);
  g_assert_true (g_str_has_prefix (error->message, place));

  g_unlink (spec->file);
  g_assert_null (gradus_source_load (spec, &missing));
  g_assert_error (missing, GRADUS_ERROR, GRADUS_ERROR_FILE);
  g_assert_true (g_str_has_prefix (missing->message, file));
}

static void
test_recipe (void)
{
  g_autofree GradusSpec *spec = g_new0 (GradusSpec, 1);
  g_autoptr (GError) error = NULL;

  spec->source = GRADUS_SOURCE_MOONS;
  spec->examples = 7;
  spec->noise = NAN;

  g_autoptr (GradusDataset) dataset = gradus_source_load (spec, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (dataset->m, ==, 7);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/source/a-file-is-read-with-the-columns-of-the-spec", test_columns);
  g_test_add_func ("/source/messages-begin-with-the-path-and-the-line", test_messages);
  g_test_add_func ("/source/a-recipe-needs-no-file", test_recipe);
  return g_test_run ();
}
