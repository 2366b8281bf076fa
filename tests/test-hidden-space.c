/* The hidden space as a picture: marks where the units put them, and sentences that hold. */
#include "picture.h"

static void
start (Picture *picture, gint64 epochs, const char *name, const char *text)
{
  GradusSpec spec;

  run_spec (&spec, name, text, NULL);
  picture_init (picture, &spec, epochs, GRADUS_VIEW_HIDDEN_SPACE);
}

static void
assert_says (gint64 epochs, const char *name, const char *text, const char *expected)
{
  Picture picture;

  start (&picture, epochs, name, text);
  g_autofree char *sentence = gradus_figure_describe (&picture.figure);
  g_assert_cmpstr (sentence, ==, expected);
  picture_clear (&picture);
}

/* The numbers are those that tests/test-space.c has of the same runs. */
static void
test_sentences (void)
{
  assert_says (0, "init-scale", "0",
               "Hidden space: units 1 and 2 are alike: all lies on the diagonal.");
  assert_says (0, "init-scale", "100",
               "Hidden space: units 1 and 2 push the examples into the corners: on 94 % of them "
               "both are saturated.");
  assert_says (0, "init-scale", "0.01",
               "Hidden space: units 1 and 2 hold the examples close together: neither varies by "
               "more than 0.2292.");
  assert_says (10, "init-scale", "0.01",
               "Hidden space: units 1 and 2 lay the examples along a line: their correlation is "
               "0.995.");
  assert_says (100, "init-scale", "0.01",
               "Hidden space: units 1 and 2 spread the examples out: they differ by 1.2946 on "
               "average.");
  assert_says (0, "hidden", "0", "No hidden layer: logistic regression.");
  assert_says (0, "hidden", "1;2",
               "Hidden space, layer 1: one unit, whose activation goes from −0.02 to 0.02 over the "
               "examples.");
}

static void
test_nothing (void)
{
  Picture picture;

  start (&picture, 0, "hidden", "2");
  picture.figure.scene = NULL;
  g_autofree char *sentence = gradus_figure_describe (&picture.figure);
  g_assert_cmpstr (sentence, ==, "Hidden space: nothing to show yet.");
  cairo_surface_destroy (picture_draw (&picture.figure, 300, 300));
  picture_clear (&picture);
}

/* Alike units: all that is inked in a class's colour lies on the diagonal. The frame's corners are
 * found by asking where there is something to tell. */
static void
find_frame (const GradusFigure *figure, int width, int height, int ends[2][2])
{
  for (int axis = 0; axis < 2; axis++)
    {
      ends[axis][0] = ends[axis][1] = -1;
      for (int at = 0; at < (axis == 0 ? width : height); at++)
        {
          double x = axis == 0 ? at + 0.5 : width / 2, y = axis == 0 ? height / 2 : at + 0.5;
          GradusTarget target;
          g_autofree char *words = gradus_figure_tell (figure, width, height, x, y);
          gradus_figure_find (figure, width, height, x, y, &target);
          if (words == NULL)
            continue;
          ends[axis][1] = at;
          if (ends[axis][0] < 0)
            ends[axis][0] = at;
        }
    }
  g_assert_cmpint (ends[0][0], >=, 0);
  g_assert_cmpint (ends[1][1], >, ends[1][0]);
}

static void
test_diagonal (void)
{
  Picture picture;
  int frame[2][2], n_on = 0;

  start (&picture, 200, "init", "constant");
  find_frame (&picture.figure, 400, 400, frame);
  cairo_surface_t *image = picture_draw (&picture.figure, 400, 400);
  const GradusTheme *theme = gradus_theme_get (GRADUS_THEME_LIGHT);
  int side = frame[0][1] - frame[0][0];

  for (int y = frame[1][0]; y <= frame[1][1]; y++)
    for (int x = frame[0][0]; x <= frame[0][1]; x++)
      if (picture_distance (picture_pixel (image, x, y), theme->classes[0]) < 12)
        {
          g_assert_cmpint (ABS ((x - frame[0][0]) - (side - (y - frame[1][0]))), <, 8);
          n_on++;
        }
  g_assert_cmpint (n_on, >, 50);
  cairo_surface_destroy (image);
  picture_clear (&picture);
}

/* Every mark that no other lies on is found, and what is found is told and lit. */
static void
test_pointer (void)
{
  Picture picture;
  GradusTarget target;
  int n_found = 0;

  start (&picture, 100, "init-scale", "0.01");
  GradusFigure *figure = &picture.figure;
  for (int y = 0; y < 420; y += 3)
    for (int x = 0; x < 420; x += 3)
      if (gradus_figure_find (figure, 420, 420, x, y, &target))
        {
          n_found++;
          g_assert_cmpint (target.kind, ==, GRADUS_TARGET_EXAMPLE);
          g_assert_cmpint (target.example, <, 400);
          g_autofree char *words = gradus_figure_tell (figure, 420, 420, x, y);
          g_autofree char *begin = g_strdup_printf ("example %d, ", (int) target.example + 1);
          g_assert_true (g_str_has_prefix (words, begin));
          g_assert_nonnull (strstr (words, "unit 2: "));
        }
  g_assert_cmpint (n_found, >, 100);

  cairo_surface_t *image = picture_draw (figure, 420, 420),
                  *before = picture_draw (figure, 420, 420);
  cairo_t *cr = cairo_create (image);
  int n_changed = 0;
  target = (GradusTarget){ .kind = GRADUS_TARGET_EXAMPLE, .example = 7 };
  gradus_figure_light (figure, cr, 420, 420, &target);
  cairo_destroy (cr);
  for (int y = 0; y < 420; y++)
    for (int x = 0; x < 420; x++)
      n_changed += picture_pixel (image, x, y) != picture_pixel (before, x, y);
  g_assert_cmpint (n_changed, >, 20);
  g_assert_cmpint (n_changed, <, 2000);
  cairo_surface_destroy (image);
  cairo_surface_destroy (before);
  picture_clear (&picture);
}

/* Units that there are not, layers that there are not, any size and any number of examples. */
static void
test_any (void)
{
  static const char *const runs[][2] = { { "hidden", "1" },        { "hidden", "3;1;2" },
                                         { "activation", "relu" }, { "examples", "6000" },
                                         { "init-scale", "1000" }, { "held-out", "0.3" } };
  static const double sizes[][2] = { { 1, 1 },     { 40, 400 },  { 169, 171 }, { 171, 171 },
                                     { 340, 260 }, { 900, 300 }, { 300, 900 } };

  for (guint run = 0; run < G_N_ELEMENTS (runs); run++)
    {
      Picture picture;
      start (&picture, 20, runs[run][0], runs[run][1]);
      for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
        for (int unit = 0; unit < 8; unit += 3)
          {
            picture.figure.layer = unit;
            picture.figure.first_unit = unit;
            picture.figure.second_unit = 7 - unit;
            cairo_surface_destroy (picture_draw (&picture.figure, sizes[i][0], sizes[i][1]));
            g_autofree char *sentence = gradus_figure_describe (&picture.figure);
            g_assert_true (g_str_has_suffix (sentence, "."));
          }
      picture_clear (&picture);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hidden-space/says-what-the-numbers-show", test_sentences);
  g_test_add_func ("/hidden-space/nothing-to-show", test_nothing);
  g_test_add_func ("/hidden-space/alike-units-lie-on-the-diagonal", test_diagonal);
  g_test_add_func ("/hidden-space/marks-are-found-told-and-lit", test_pointer);
  g_test_add_func ("/hidden-space/takes-any-network-and-size", test_any);
  return g_test_run ();
}
