/* Tests that large type can be read from afar: how large every letter comes out, and that words
 * keep clear of each other and of the edges. What is written is caught on its way to Cairo. */
#include <pango/pangocairo.h>

#include "core/along-run.h"
#include "core/compare.h"
#include "picture.h"
#include "plot/run-name.h"
#include "plot/views.h"

#define MOST_WORDS 4096

typedef struct
{
  double x0, y0, x1, y1; /* of the ink, device pixels */
  double letters;        /* the smallest ones in it */
  gboolean is_cut;
  char text[64];
} Words;

static struct
{
  int n;
  Words words[MOST_WORDS];
} seen;

/* The rectangle as it comes out, with whatever the context turns and scales. */
static void
place_words (Words *words, cairo_t *cr, const PangoRectangle *ink)
{
  double x, y;

  cairo_get_current_point (cr, &x, &y);
  words->x0 = words->y0 = INFINITY;
  words->x1 = words->y1 = -INFINITY;
  for (int corner = 0; corner < 4; corner++)
    {
      double at_x = x + (double) (ink->x + (corner & 1) * ink->width) / PANGO_SCALE;
      double at_y = y + (double) (ink->y + (corner >> 1) * ink->height) / PANGO_SCALE;

      cairo_user_to_device (cr, &at_x, &at_y);
      words->x0 = fmin (words->x0, at_x);
      words->y0 = fmin (words->y0, at_y);
      words->x1 = fmax (words->x1, at_x);
      words->y1 = fmax (words->y1, at_y);
    }
}

static double
measure_letters (cairo_t *cr, PangoFont *font)
{
  PangoFontDescription *description = pango_font_describe_with_absolute_size (font);
  double size = (double) pango_font_description_get_size (description) / PANGO_SCALE, zero = 0;

  pango_font_description_free (description);
  cairo_user_to_device_distance (cr, &zero, &size);
  return hypot (zero, size);
}

static Words *
add_words (const char *text)
{
  Words *words = &seen.words[seen.n++];

  g_assert_cmpint (seen.n, <, MOST_WORDS);
  *words = (Words){ .letters = INFINITY };
  g_utf8_strncpy (words->text, text, sizeof words->text / 4 - 1); /* no letter is cut in two */
  return words;
}

/* Stands in for Pango's own, in this program. */
void
pango_cairo_show_layout (cairo_t *cr, PangoLayout *layout)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  Words *words = add_words (pango_layout_get_text (layout));
  PangoRectangle ink;

  pango_layout_get_extents (layout, &ink, NULL);
  place_words (words, cr, &ink);
  words->is_cut = pango_layout_is_ellipsized (layout);
  do
    {
      const PangoGlyphItem *run = pango_layout_iter_get_run_readonly (iter);
      if (run != NULL)
        words->letters = fmin (words->letters, measure_letters (cr, run->item->analysis.font));
    }
  while (pango_layout_iter_next_run (iter));
  pango_layout_iter_free (iter);
}

/* And this, of numbers in matrices. */
void
pango_cairo_show_glyph_string (cairo_t *cr, PangoFont *font, PangoGlyphString *glyphs)
{
  Words *words = add_words ("a number");
  PangoRectangle ink;

  pango_glyph_string_extents (glyphs, font, &ink, NULL);
  place_words (words, cr, &ink);
  words->letters = measure_letters (cr, font);
}

static double
overlap (double from, double to, double other_from, double other_to)
{
  return fmin (to, other_to) - fmax (from, other_from);
}

/* Draws the figure, and says of every word how it is. */
static void
check (const GradusFigure *figure, double width, double height, double least)
{
  seen.n = 0;
  cairo_surface_destroy (picture_draw (figure, width, height));
  g_assert_cmpint (seen.n, >, 0);
  for (int i = 0; i < seen.n; i++)
    {
      const Words *a = &seen.words[i];

      if (a->x1 <= a->x0) /* a blank */
        continue;
      g_test_message ("%s %gx%g: “%s” %.1f px", gradus_view_name (figure->view), width, height,
                      a->text, a->letters);
      g_assert_cmpfloat (a->letters, >=, least);
      g_assert_false (a->is_cut);
      g_assert_cmpfloat (a->x0, >=, -0.5);
      g_assert_cmpfloat (a->y0, >=, -0.5);
      g_assert_cmpfloat (a->x1, <=, width + 0.5);
      g_assert_cmpfloat (a->y1, <=, height + 0.5);
      for (int j = 0; j < i; j++)
        {
          const Words *b = &seen.words[j];
          gboolean touch = overlap (a->x0, a->x1, b->x0, b->x1) > 0.5
                           && overlap (a->y0, a->y1, b->y0, b->y1) > 0.5;
          if (touch)
            g_test_message ("it lies over “%s”", b->text);
          g_assert_false (touch);
        }
    }
}

/* What the presenter's window shows of one run, at 1080p and on a projector. */
static void
test_one_run (void)
{
  static const GradusView views[] = { GRADUS_VIEW_BOUNDARY, GRADUS_VIEW_COST, GRADUS_VIEW_UNITS };
  static const double sizes[][2] = { { 940, 900 }, { 940, 440 }, { 1880, 900 } };
  GradusSpec spec;
  Picture picture;

  run_spec (&spec, "held-out", "0.2", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    {
      picture_init (&picture, &spec, 300, views[i]);
      for (gsize k = 0; k < G_N_ELEMENTS (sizes); k++)
        for (double part = 1; part > 0.6; part -= 1.0 / 3)
          {
            picture.figure.type = gradus_figure_type_from_afar (1920, 1080) * part;
            check (&picture.figure, sizes[k][0] * part, sizes[k][1] * part, 24 * part - 0.05);
          }
      picture_clear (&picture);
    }
}

/* The inspector's panels, which have the presenter's whole window; what is higher is scrolled. */
static void
check_panel (GradusView view, const GradusSpec *spec)
{
  static const double sizes[][2] = { { 1880, 900 }, { 1264, 586 }, { 1008, 620 } };
  static const double screens[][2] = { { 1920, 1080 }, { 1280, 720 }, { 1024, 768 } };
  Picture picture;

  picture_init (&picture, spec, 1000, view);
  g_autofree GradusTrack *track = gradus_along_run_track (picture.trainer, 100);
  g_autoptr (GradusPaths) paths = gradus_along_run_paths (picture.trainer);
  picture.figure.track = track;
  picture.figure.paths = paths;
  picture.figure.landmarks = gradus_trainer_get_landmarks (picture.trainer);
  picture.figure.spec = gradus_trainer_get_spec (picture.trainer);
  for (gsize k = 0; k < G_N_ELEMENTS (sizes); k++)
    {
      picture.figure.type = gradus_figure_type_from_afar (screens[k][0], screens[k][1]);
      double least = gradus_figure_least_height (&picture.figure, sizes[k][0]);
      check (&picture.figure, sizes[k][0], fmax (sizes[k][1], least),
             24 * screens[k][1] / 1080 - 0.05);
    }
  picture_clear (&picture);
}

static void
test_panel (gconstpointer view)
{
  static const char *const networks[][3] = { { "flower", "4", "0.01" },
                                             { "circles", "16", "1" },
                                             { "blobs", "4,4,4", "30" },
                                             { "gaussians", "0", "0" } };
  GradusSpec spec;

  for (gsize i = 0; i < G_N_ELEMENTS (networks); i++)
    {
      run_spec (&spec, "source", networks[i][0], "hidden", networks[i][1], "init-scale",
                networks[i][2], NULL);
      check_panel ((GradusView) GPOINTER_TO_INT (view), &spec);
    }
}

/* The columns of a comparison, all of them and one by itself. */
static void
test_several_runs (void)
{
  static const char *const values[] = { "0;0.01;1", "0.01;1;30;100" };
  static const double sizes[][2] = { { 1896, 880 }, { 1264, 586 }, { 1008, 620 } };
  static const double screens[][2] = { { 1920, 1080 }, { 1280, 720 }, { 1024, 768 } };

  for (gsize v = 0; v < G_N_ELEMENTS (values); v++)
    {
      Picture pictures[GRADUS_MAX_COMPARED];
      GradusFigureRun runs[GRADUS_MAX_COMPARED] = { 0 };
      GradusSpec spec, run;

      run_spec (&spec, "vary", "init-scale", "values", values[v], NULL);
      int n = gradus_compare_count (&spec);
      for (int i = 0; i < n; i++)
        {
          gradus_compare_pick (&spec, i, &run);
          picture_init (&pictures[i], &run, 300, GRADUS_VIEW_COMPARE);
          runs[i].name = gradus_run_name (&spec, i, ".");
          runs[i].scene = pictures[i].scene;
          runs[i].history = pictures[i].figure.history;
        }
      GradusFigure figure = pictures[0].figure;
      figure.n_runs = n;
      figure.runs = runs;
      for (figure.only = -1; figure.only < n; figure.only++)
        for (gsize k = 0; k < G_N_ELEMENTS (sizes); k++)
          {
            figure.type = gradus_figure_type_from_afar (screens[k][0], screens[k][1]);
            check (&figure, sizes[k][0], sizes[k][1], 24 * screens[k][1] / 1080 - 0.05);
          }
      for (int i = 0; i < n; i++)
        {
          picture_clear (&pictures[i]);
          g_free ((char *) runs[i].name);
        }
    }
}

/* Type 1 is what it was, and an index is no smaller than the smallest letters only beyond it. */
static void
test_only_beyond_one (void)
{
  GradusSpec spec;
  Picture picture;

  run_spec (&spec, NULL);
  picture_init (&picture, &spec, 10, GRADUS_VIEW_BOUNDARY);
  cairo_surface_t *plain = picture_draw (&picture.figure, 400, 420);
  picture.figure.type = 0; /* as in a figure that was only cleared */
  cairo_surface_t *same = picture_draw (&picture.figure, 400, 420);
  g_assert_cmpmem (
      cairo_image_surface_get_data (plain), (gsize) cairo_image_surface_get_stride (plain) * 420,
      cairo_image_surface_get_data (same), (gsize) cairo_image_surface_get_stride (same) * 420);
  cairo_surface_destroy (plain);
  cairo_surface_destroy (same);
  picture_clear (&picture);
}

/* A point means what lies there, however large it is drawn. */
static void
test_points (void)
{
  GradusSpec spec;
  Picture picture;
  double x1, x2, same_x1, same_x2;

  run_spec (&spec, NULL);
  picture_init (&picture, &spec, 10, GRADUS_VIEW_BOUNDARY);
  g_assert_true (gradus_figure_to_plane (&picture.figure, 400, 420, 210, 200, &x1, &x2));
  picture.figure.type = 2;
  g_assert_true (gradus_figure_to_plane (&picture.figure, 800, 840, 420, 400, &same_x1, &same_x2));
  g_assert_cmpfloat (x1, ==, same_x1);
  g_assert_cmpfloat (x2, ==, same_x2);
  picture_clear (&picture);
}

int
main (int argc, char **argv)
{
  static const GradusView panels[] = { GRADUS_VIEW_NETWORK,      GRADUS_VIEW_STEP,
                                       GRADUS_VIEW_SYMMETRY,     GRADUS_VIEW_SATURATION,
                                       GRADUS_VIEW_HIDDEN_SPACE, GRADUS_VIEW_PARAMETERS,
                                       GRADUS_VIEW_GRADIENTS,    GRADUS_VIEW_STEP_SIZE };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/type/one-run-is-read-from-afar", test_one_run);
  for (gsize i = 0; i < G_N_ELEMENTS (panels); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/type/the-panel-%s-is-read-from-afar", gradus_view_name (panels[i]));

      g_test_add_data_func (path, GINT_TO_POINTER (panels[i]), test_panel);
    }
  g_test_add_func ("/type/several-runs-are-read-from-afar", test_several_runs);
  g_test_add_func ("/type/one-is-as-without", test_only_beyond_one);
  g_test_add_func ("/type/a-point-means-what-lies-there", test_points);
  return g_test_run ();
}
