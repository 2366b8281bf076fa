/* Pictures that carry their experiment: what is put in comes out, and nothing else does. */
#include <glib/gstdio.h>

#include "core/error.h"
#include "core/spec-text.h"
#include "picture.h"
#include "plot/export.h"
#include "plot/imprint-kinds.h"
#include "plot/recipe-line.h"

typedef struct
{
  char *folder;
  Picture picture;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  GradusSpec spec;

  self->folder = g_dir_make_tmp ("gradus-imprint-XXXXXX", NULL);
  run_spec (&spec, "examples", "60", NULL);
  picture_init (&self->picture, &spec, 7, GRADUS_VIEW_WINDOW);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);
      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  picture_clear (&self->picture);
}

/* (transfer full) */
static char *
write_bytes (const Fixture *self, const char *name, const void *bytes, gsize length)
{
  char *path = g_build_filename (self->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  return path;
}

/* The picture with the experiment of spec in it, written to the folder. (transfer full) */
static char *
write_picture (const Fixture *self, const char *name, const GradusSpec *spec, gint64 epoch)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GradusImprint) imprint = gradus_imprint_new (spec, epoch, path);
  GradusExportNotes notes = { imprint, NULL };

  gradus_export_write (&self->picture.figure, &notes, (GradusFormat) gradus_format_from_path (path),
                       path, 200, 150, 1, &error);
  g_assert_no_error (error);
  return path;
}

static const char *const pictures[] = { "a.png", "b ü.svg", "c.PDF" };

static void
assert_comes_back (const Fixture *self, const GradusSpec *spec, gint64 epoch)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      g_autofree GradusSpec *read = g_new0 (GradusSpec, 1);
      g_autofree char *path = write_picture (self, pictures[i], spec, epoch);
      g_autoptr (GError) error = NULL;
      gint64 shown = -1;

      gradus_imprint_load (read, &shown, path, &error);
      g_assert_no_error (error);
      g_assert_cmpint (shown, ==, epoch);
      g_assert_true (gradus_spec_equal (read, spec));
    }
}

static void
test_round_trip (Fixture *self, gconstpointer data)
{
  GradusSpec spec;

  gradus_spec_init (&spec);
  assert_comes_back (self, &spec, 0);
  run_spec (&spec, "source", "moons", "hidden", "8;4", "activation", "sigmoid", "alpha-schedule",
            "500:0.1;2000:0.09999999999994567", "changes", "0:W1[1,2]=0.5;120:b2[1]+1e-6", "l2",
            "0.1", "batch", "64", "epochs", "", NULL);
  assert_comes_back (self, &spec, 999999999999);
  run_spec (&spec, "vary", "init-scale", "values", "0;0.01;1", NULL);
  assert_comes_back (self, &spec, 40);
}

/* Every sign that a file's name may have, next to the pictures. */
static void
test_tables (Fixture *self, gconstpointer data)
{
  static const char *const names[] = { "flowers.csv", "Blümen & <co>; (1) 100%.csv", "a\\b\"'].csv",
                                       "odd\001\ttable\n.csv" };
  GradusSpec spec;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *table = write_bytes (self, names[i], "x", 1);

      run_spec (&spec, "source", "file", "file", table, NULL);
      assert_comes_back (self, &spec, 3);
    }
}

static void
test_moved (Fixture *self, gconstpointer data)
{
  GradusSpec spec, read = { 0 };
  g_autofree char *table = write_bytes (self, "t.csv", "x", 1);
  g_autoptr (GError) error = NULL;
  gint64 epoch = -1;

  run_spec (&spec, "source", "file", "file", table, NULL);
  g_autofree char *path = write_picture (self, "p.svg", &spec, 3);
  g_autoptr (GradusImprint) imprint = gradus_imprint_read (path, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (imprint->text, "file=t.csv\n"));
  g_unlink (table);
  g_assert_false (gradus_imprint_load (&read, &epoch, path, &error));
  g_assert_error (error, GRADUS_ERROR, GRADUS_ERROR_FILE);
  g_assert_nonnull (strstr (error->message, "p.svg: "));
  g_assert_nonnull (strstr (error->message, "t.csv"));
  g_assert_cmpint (epoch, ==, -1);
}

static void
test_epochs (Fixture *self, gconstpointer data)
{
  GradusSpec spec, read;
  gint64 epoch;

  run_spec (&spec, "epochs", "10", NULL);
  g_autofree char *path = write_picture (self, "p.png", &spec, 30);
  g_assert_true (gradus_imprint_load (&read, &epoch, path, NULL));
  g_assert_cmpint (read.epochs, ==, 30);
}

/* Broken off anywhere, or with any byte changed, a picture gives the experiment, another one that
 * can be, or nothing; never a crash. */
static void
test_damaged (Fixture *self, gconstpointer data)
{
  GradusSpec spec;
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  run_spec (&spec, "alpha-schedule", "500:0.1", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      g_autofree char *path = write_picture (self, pictures[i], &spec, 30), *bytes = NULL;
      gsize length = 0;

      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      for (int k = 0; k < 600; k++)
        {
          g_autofree char *copy = g_memdup2 (bytes, length);
          int kept = k < 300 ? g_rand_int_range (rand, 0, (int) MIN (length, 3000)) : (int) length;

          if (k >= 300)
            copy[g_rand_int_range (rand, 0, k < 550 ? 2500 : (int) length)] = (char) k;
          g_autoptr (GradusImprint) imprint = gradus_imprint_find (copy, (gsize) kept);
          g_assert_true (imprint == NULL || (imprint->text != NULL && imprint->epoch >= 0));
        }
    }
}

static void
test_foreign (Fixture *self, gconstpointer data)
{
  static const char *const foreign[] = {
    "",
    "\x89PNG",
    "\x89PNG\r\n\x1a\n",
    "%PDF-1.4\n/Keywords (gradus-experiment;1;",
    "%PDF-1.4\n/Keywords (gradus-experiment;1;0123456789abcdef;30;[data])",
    "<svg/>",
    "<svg xmlns=\"http://www.w3.org/2000/svg\"><metadata><experiment>[data]</experiment>"
    "</metadata></svg>",
    "<svg xmlns:g=\"urn:org.gradus.Gradus:experiment\"><g:experiment>[data]</g:experiment></svg>",
    "<svg xmlns:g=\"urn:org.gradus.Gradus:experiment\"><g:experiment epoch=\"-1\">[data]"
    "</g:experiment></svg>",
    "<svg xmlns:g=\"urn:org.gradus.Gradus:experiment\"><g:experiment epoch=\"1\">[data]",
    "not XML at all",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (foreign); i++)
    {
      g_autofree char *path = write_bytes (self, "f.png", foreign[i], strlen (foreign[i]));
      g_autoptr (GError) error = NULL;

      g_assert_null (gradus_imprint_read (path, &error));
      g_assert_error (error, GRADUS_ERROR, GRADUS_ERROR_FILE);
      g_assert_true (g_str_has_suffix (error->message,
                                       "f.png: there is no experiment in this picture; one that "
                                       "Gradus exported is right"));
    }
}

/* What programs that edit drawings do to them. */
static void
test_edited_svg (Fixture *self, gconstpointer data)
{
  static const char *const text =
      "<?xml version=\"1.0\"?><!DOCTYPE svg><ns0:svg xmlns:ns0=\"http://www.w3.org/2000/svg\" "
      "xmlns:ns1=\"urn:org.gradus.Gradus:experiment\"><!-- made by hand --><ns0:metadata>"
      "<ns1:experiment epoch=\"12\"><![CDATA[[data]\nsource=moons\n]]></ns1:experiment>"
      "</ns0:metadata></ns0:svg>";
  g_autofree char *path = write_bytes (self, "e.svg", text, strlen (text));
  g_autoptr (GError) error = NULL;
  GradusSpec spec;
  gint64 epoch;

  gradus_imprint_load (&spec, &epoch, path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (spec.source, ==, GRADUS_SOURCE_MOONS);
  g_assert_cmpint (epoch, ==, 12);
}

/* An experiment that says what cannot be is told as in its own file. */
static void
test_wrong_experiment (Fixture *self, gconstpointer data)
{
  static const char *const text =
      "<svg xmlns:g=\"urn:org.gradus.Gradus:experiment\"><g:experiment epoch=\"1\">[network]\n"
      "hiden=4\n</g:experiment></svg>";
  g_autofree char *path = write_bytes (self, "w.svg", text, strlen (text));
  g_autoptr (GError) error = NULL;
  GradusSpec spec;
  gint64 epoch;

  g_assert_false (gradus_imprint_load (&spec, &epoch, path, &error));
  g_assert_error (error, GRADUS_ERROR, GRADUS_ERROR_DATA);
  g_assert_nonnull (strstr (error->message, "w.svg:2: "));
}

static void
test_names (void)
{
  g_assert_true (gradus_imprint_is_picture ("a/b.PNG"));
  g_assert_true (gradus_imprint_is_picture ("b.svg"));
  g_assert_true (gradus_imprint_is_picture ("b.Pdf"));
  g_assert_false (gradus_imprint_is_picture ("b.gradus"));
  g_assert_false (gradus_imprint_is_picture ("b.png.csv"));
}

static void
assert_words (const GradusSpec *spec, gint64 epoch, const char *wanted)
{
  g_autofree char *words = gradus_recipe_line_words (spec, epoch, ".");
  g_auto (GStrv) parts = g_strsplit (words, "\xc2\xa0", -1);
  g_autofree char *plain = g_strjoinv (" ", parts);

  g_assert_cmpstr (plain, ==, wanted);
}

static void
test_words (void)
{
  GradusSpec spec;

  gradus_spec_init (&spec);
  assert_words (&spec, 1000,
                "flower · 400 examples · data seed 1 · 4 hidden units · tanh · randn × 0.01 · "
                "seed 2 · α = 1.2 · epoch 1000");
  run_spec (&spec, "source", "file", "file", "/a/points.csv", "hidden", "0", "init", "zeros",
            "alpha-schedule", "500:0.1", "changes", "120:b1[1]+1e-6", "l2", "0.5", NULL);
  assert_words (&spec, 0,
                "points.csv · logistic regression · W = 0 · α = 1.2 · α = 0.1 from epoch 500 · "
                "λ = 0.5 · b1[1]+1e-06 at epoch 120 · epoch 0");
  run_spec (&spec, "vary", "init-scale", "values", "0;0.01;1", "held-out", "0.2", "hidden", "8;4",
            NULL);
  assert_words (&spec, 5,
                "flower · 400 examples · data seed 1 · 20 % held out · 8–4 hidden units · tanh · "
                "W = 0, randn × 0.01, randn × 1 · seed 2 · α = 1.2 · epoch 5");
  run_spec (&spec, "vary", "bias-scale", "values", "0;1", "init", "he", NULL);
  assert_words (&spec, 5,
                "flower · 400 examples · data seed 1 · 4 hidden units · tanh · He · "
                "bias scale 0, bias scale 1 · seed 2 · α = 1.2 · epoch 5");
}

/* The words take their room from the figure, and stand below it. */
static void
test_words_are_below (Fixture *self, gconstpointer data)
{
  const char *words = "flower · 4 hidden units · epoch 7";
  double height = gradus_recipe_line_height (&self->picture.figure, words, 400, 300);
  GradusExportNotes notes = { NULL, words };
  g_autoptr (GByteArray) with =
      gradus_export_render (&self->picture.figure, &notes, GRADUS_FORMAT_PNG, 400, 300, 1, NULL);
  g_autoptr (GByteArray) without =
      gradus_export_render (&self->picture.figure, NULL, GRADUS_FORMAT_PNG, 400, 300, 1, NULL);

  g_assert_cmpfloat (height, >, 15);
  g_assert_cmpfloat (height, <, 40);
  g_assert_cmpfloat (gradus_recipe_line_height (&self->picture.figure, words, 90, 300), >, height);
  g_assert_cmpfloat (gradus_recipe_line_height (&self->picture.figure, words, 16, 40), <=, 20);
  g_assert_cmpmem (with->data, 33, without->data, 33); /* as large */
  g_assert_true (with->len != without->len || memcmp (with->data, without->data, with->len) != 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/imprint/an-experiment-comes-back-from-each-format", test_round_trip);
  ADD ("/imprint/tables-of-any-name-are-found-again", test_tables);
  ADD ("/imprint/a-table-that-is-gone-is-named", test_moved);
  ADD ("/imprint/epochs-reach-to-the-one-that-is-shown", test_epochs);
  ADD ("/imprint/damage-is-one-sentence", test_damaged);
  ADD ("/imprint/other-files-hold-none", test_foreign);
  ADD ("/imprint/an-edited-drawing-keeps-it", test_edited_svg);
  ADD ("/imprint/a-wrong-experiment-is-told-by-line", test_wrong_experiment);
  ADD ("/imprint/words-stand-below", test_words_are_below);
  g_test_add_func ("/imprint/a-suffix-makes-a-picture", test_names);
  g_test_add_func ("/imprint/the-words-say-what-it-takes", test_words);
  return g_test_run ();
}
