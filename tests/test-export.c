/* Pictures as files: of the right kind and size, the same twice, and refused before they cost. */
#include <glib/gstdio.h>

#include "core/error.h"
#include "picture.h"
#include "plot/export.h"

static void
small_picture (Picture *picture, GradusView view)
{
  GradusSpec spec;

  run_spec (&spec, "examples", "60", "held-out", "0.2", NULL);
  picture_init (picture, &spec, 12, view);
}

static GByteArray *
render (const Picture *picture, GradusFormat format, double width, double height, double scale)
{
  g_autoptr (GError) error = NULL;
  GByteArray *bytes =
      gradus_export_render (&picture->figure, NULL, format, width, height, scale, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
test_paths (void)
{
  g_assert_cmpint (gradus_format_from_path ("a/b.c/boundary.PNG"), ==, GRADUS_FORMAT_PNG);
  g_assert_cmpint (gradus_format_from_path ("x.svg"), ==, GRADUS_FORMAT_SVG);
  g_assert_cmpint (gradus_format_from_path ("x.y.Pdf"), ==, GRADUS_FORMAT_PDF);
  g_assert_cmpint (gradus_format_from_path ("png"), ==, -1);
  g_assert_cmpint (gradus_format_from_path ("x.jpg"), ==, -1);
  g_assert_cmpint (gradus_format_from_path (NULL), ==, -1);
  for (int i = 0; i < GRADUS_N_FORMATS; i++)
    {
      g_autofree char *path = g_strconcat ("x.", gradus_format_name ((GradusFormat) i), NULL);
      g_assert_cmpint (gradus_format_from_path (path), ==, i);
    }
}

/* Columns and rows stand in a PNG's first chunk, big-endian. */
static guint
read_size (const GByteArray *png, guint at)
{
  return (guint) png->data[at] << 24 | (guint) png->data[at + 1] << 16
         | (guint) png->data[at + 2] << 8 | png->data[at + 3];
}

static gboolean
has_text (const GByteArray *bytes, const char *text)
{
  gsize length = strlen (text);

  for (gsize i = 0; i + length <= bytes->len; i++)
    if (memcmp (bytes->data + i, text, length) == 0)
      return TRUE;
  return FALSE;
}

static void
test_kinds (void)
{
  Picture picture;

  small_picture (&picture, GRADUS_VIEW_WINDOW);
  g_autoptr (GByteArray) png = render (&picture, GRADUS_FORMAT_PNG, 300, 200.4, 2.5);
  g_assert_cmpmem (png->data, 8, "\x89PNG\r\n\x1a\n", 8);
  g_assert_cmpuint (read_size (png, 16), ==, 750);
  g_assert_cmpuint (read_size (png, 20), ==, 501);

  g_autoptr (GByteArray) svg = render (&picture, GRADUS_FORMAT_SVG, 300, 200, 1);
  g_autofree char *text = g_strndup ((const char *) svg->data, svg->len);
  g_assert_true (g_str_has_prefix (text, "<?xml"));
  g_assert_nonnull (strstr (text, "viewBox=\"0 0 300 200\""));
  g_assert_nonnull (strstr (text, "</svg>"));

  g_autoptr (GByteArray) pdf = render (&picture, GRADUS_FORMAT_PDF, 400, 200, 1);
  g_autofree char *page = g_strndup ((const char *) pdf->data, 5);
  g_assert_cmpstr (page, ==, "%PDF-");
  g_assert_true (has_text (pdf, "[ 0 0 300 150 ]")); /* 96 pixels, or 72 points, to the inch */
  picture_clear (&picture);
}

/* Also when others were drawn in between; and the only time in a PDF is one that stands still. */
static void
test_same_twice (void)
{
  Picture picture;

  small_picture (&picture, GRADUS_VIEW_WINDOW);
  GByteArray *first[GRADUS_N_FORMATS] = { NULL };
  for (int i = 0; i < GRADUS_N_FORMATS; i++)
    first[i] = render (&picture, (GradusFormat) i, 500, 400, 1);
  g_assert_true (has_text (first[GRADUS_FORMAT_PDF], "/CreationDate (20000101000000Z)"));
  g_assert_false (has_text (first[GRADUS_FORMAT_PDF], "/ModDate"));
  for (int i = 0; i < GRADUS_N_FORMATS; i++)
    {
      g_autoptr (GByteArray) again = render (&picture, (GradusFormat) i, 500, 400, 1);
      g_assert_cmpmem (first[i]->data, first[i]->len, again->data, again->len);
    }
  for (int i = 0; i < GRADUS_N_FORMATS; i++)
    g_clear_pointer (&first[i], g_byte_array_unref);
  picture_clear (&picture);
}

/* Every reference in an SVG leads to a name that is there, and no name is given twice. */
static void
test_svg_names (void)
{
  Picture picture;
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  small_picture (&picture, GRADUS_VIEW_WINDOW);
  g_autoptr (GByteArray) svg = render (&picture, GRADUS_FORMAT_SVG, 500, 400, 1);
  g_autofree char *text = g_strndup ((const char *) svg->data, svg->len);
  g_autoptr (GRegex) given = g_regex_new (" id=\"([^\"]*)\"", G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr (GRegex) used = g_regex_new ("[\"(]#([^\")]*)[\")]", G_REGEX_OPTIMIZE, 0, NULL);
  for (g_regex_match (given, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    g_assert_true (g_hash_table_add (names, g_match_info_fetch (match, 1)));
  g_assert_cmpuint (g_hash_table_size (names), >, 10);
  g_clear_pointer (&match, g_match_info_free);
  for (g_regex_match (used, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *name = g_match_info_fetch (match, 1);
      g_assert_true (g_hash_table_contains (names, name));
    }
  picture_clear (&picture);
}

static void
test_sizes (void)
{
  static const struct
  {
    GradusFormat format;
    double width, height, scale;
    const char *names;
  } sizes[] = {
    { GRADUS_FORMAT_PNG, 15, 100, 1, "15" },
    { GRADUS_FORMAT_SVG, 100, 20001, 1, "20001" },
    { GRADUS_FORMAT_PDF, NAN, 100, 1, "nan" },
    { GRADUS_FORMAT_PNG, 20000, 20000, 1, "100 million" },
    { GRADUS_FORMAT_PNG, 300, 300, 100, "30000" },
    { GRADUS_FORMAT_PNG, 300, 300, 0, "scale" },
    { GRADUS_FORMAT_PNG, 300, 300, -1, "scale" },
    { GRADUS_FORMAT_PNG, 300, 300, NAN, "scale" },
    { GRADUS_FORMAT_PNG, 300, 300, 0.001, "20000" },
    { GRADUS_FORMAT_PNG, -1e300, 1e300, 1, "20000" },
  };
  Picture picture;

  small_picture (&picture, GRADUS_VIEW_BOUNDARY);
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GError) error = NULL;
      GByteArray *bytes =
          gradus_export_render (&picture.figure, NULL, sizes[i].format, sizes[i].width,
                                sizes[i].height, sizes[i].scale, &error);
      g_assert_null (bytes);
      g_assert_error (error, GRADUS_ERROR, GRADUS_ERROR_SPEC);
      g_assert_nonnull (strstr (error->message, sizes[i].names));
    }
  picture_clear (&picture);
}

static void
test_files (void)
{
  Picture picture;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("gradus-export-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "plot.svg", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "none", "plot.svg", NULL);
  g_autofree char *content = NULL;
  gsize length = 0;

  small_picture (&picture, GRADUS_VIEW_COST);
  g_assert_true (
      gradus_export_write (&picture.figure, NULL, GRADUS_FORMAT_SVG, path, 300, 200, 1, &error));
  g_assert_no_error (error);
  g_autoptr (GByteArray) bytes = render (&picture, GRADUS_FORMAT_SVG, 300, 200, 1);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_cmpmem (content, length, bytes->data, bytes->len);
  g_assert_false (
      gradus_export_write (&picture.figure, NULL, GRADUS_FORMAT_SVG, nowhere, 300, 200, 1, &error));
  g_assert_error (error, GRADUS_ERROR, GRADUS_ERROR_FILE);
  g_unlink (path);
  g_rmdir (folder);
  picture_clear (&picture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/a-suffix-is-a-format", test_paths);
  g_test_add_func ("/export/bytes-are-of-the-format-and-the-size", test_kinds);
  g_test_add_func ("/export/the-same-picture-is-the-same-bytes", test_same_twice);
  g_test_add_func ("/export/names-in-an-svg-are-whole", test_svg_names);
  g_test_add_func ("/export/sizes-that-cannot-be-are-refused", test_sizes);
  g_test_add_func ("/export/a-file-holds-the-rendered-bytes", test_files);
  return g_test_run ();
}
