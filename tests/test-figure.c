/* Figures: ink is where it must be, on every surface alike, and on data that nobody would choose.
 */
#include "picture.h"

static void
test_names (void)
{
  for (int i = 0; i < GRADUS_N_VIEWS; i++)
    g_assert_cmpint (gradus_view_from_name (gradus_view_name ((GradusView) i)), ==, i);
  g_assert_cmpint (gradus_view_from_name ("loss"), ==, -1);
}

/* The same draw, kept on a recording surface first. */
static cairo_surface_t *
replay (const GradusFigure *figure, double width, double height)
{
  cairo_rectangle_t extents = { 0, 0, width + 1, height + 1 };
  cairo_surface_t *record = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  cairo_surface_t *image =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width + 1, (int) height + 1);
  cairo_t *cr = cairo_create (record);

  gradus_figure_draw (figure, cr, width, height);
  cairo_destroy (cr);
  cr = cairo_create (image);
  cairo_set_source_rgb (cr, 1, 0, 0);
  cairo_paint (cr);
  cairo_set_source_surface (cr, record, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (record);
  cairo_surface_flush (image);
  return image;
}

static void
test_replay (void)
{
  GradusSpec spec;
  Picture picture;

  run_spec (&spec, "held-out", "0.2", NULL);
  picture_init (&picture, &spec, 60, GRADUS_VIEW_BOUNDARY);
  for (int view = 0; view < GRADUS_N_VIEWS; view++)
    for (int theme = 0; theme < GRADUS_N_THEMES; theme++)
      {
        picture.figure.view = (GradusView) view;
        picture.figure.theme = (GradusThemeKind) theme;
        cairo_surface_t *drawn = picture_draw (&picture.figure, 500, 420);
        cairo_surface_t *replayed = replay (&picture.figure, 500, 420);
        for (int y = 0; y < 420; y++)
          for (int x = 0; x < 500; x++)
            g_assert_cmpint (
                picture_distance (picture_pixel (drawn, x, y), picture_pixel (replayed, x, y)), <=,
                2);
        cairo_surface_destroy (drawn);
        cairo_surface_destroy (replayed);
      }
  picture_clear (&picture);
}

/* Whatever state the caller left behind. */
static void
test_own_state (void)
{
  GradusSpec spec;
  Picture picture;
  const double dash[] = { 1, 7 };

  run_spec (&spec, NULL);
  picture_init (&picture, &spec, 20, GRADUS_VIEW_WINDOW);
  cairo_surface_t *plain = picture_draw (&picture.figure, 600, 400);
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 601, 401);
  cairo_t *cr = cairo_create (image);
  cairo_set_source_rgb (cr, 1, 0, 0);
  cairo_paint (cr);
  cairo_set_line_width (cr, 30);
  cairo_set_dash (cr, dash, 2, 3);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_SQUARE);
  cairo_set_operator (cr, CAIRO_OPERATOR_XOR);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_rectangle (cr, 0, 0, 50, 50);
  gradus_figure_draw (&picture.figure, cr, 600, 400);
  g_assert_cmpfloat (cairo_get_line_width (cr), ==, 30);
  g_assert_cmpint (cairo_get_operator (cr), ==, CAIRO_OPERATOR_XOR);
  cairo_destroy (cr);
  cairo_surface_flush (image);
  for (int y = 0; y < 400; y++)
    for (int x = 0; x < 600; x++)
      g_assert_cmphex (picture_pixel (plain, x, y), ==, picture_pixel (image, x, y));
  cairo_surface_destroy (plain);
  cairo_surface_destroy (image);
  picture_clear (&picture);
}

/* Sizes without any room, and hardly any. */
static void
test_tiny_sizes (void)
{
  static const double sizes[][2] = { { 0, 0 },     { 1, 1 },      { -5, 10 },   { 3, 400 },
                                     { 400, 3 },   { 40, 40 },    { 171, 171 }, { 60, 500 },
                                     { 500, 60 },  { 0.4, 0.4 },  { NAN, 100 }, { 130, 119.5 },
                                     { 201, 121 }, { 1000, 111 }, { 111, 900 } };
  GradusSpec spec;
  Picture picture;

  run_spec (&spec, "examples", "40", "held-out", "0.2", "hidden", "6", NULL);
  picture_init (&picture, &spec, 3, GRADUS_VIEW_BOUNDARY);
  for (int view = 0; view < GRADUS_N_VIEWS; view++)
    for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
      {
        double width = sizes[i][0], height = isnan (sizes[i][0]) ? NAN : sizes[i][1];
        picture.figure.view = (GradusView) view;
        cairo_surface_t *image =
            picture_draw (&picture.figure, isnan (width) ? 0 : width, isnan (height) ? 0 : height);
        cairo_surface_destroy (image);
        cairo_surface_t *examples =
            gradus_figure_prepare_examples (&picture.figure, width, height, 2);
        g_assert_cmpint (cairo_surface_status (examples), ==, CAIRO_STATUS_SUCCESS);
        cairo_surface_destroy (examples);
      }
  picture_clear (&picture);
}

/* Nothing outside of the rectangle, and all of the rectangle. */
static void
test_paper (void)
{
  GradusCaptions captions;

  gradus_captions_init (&captions, NULL);
  for (int view = 0; view < GRADUS_N_VIEWS; view++)
    {
      GradusFigure figure;
      gradus_figure_init (&figure, (GradusView) view, &captions);
      cairo_surface_t *image = picture_draw (&figure, 300, 200);
      g_assert_cmpint (picture_count (image, 0, 0, 300, 200, 0xff0000), ==, 0);
      g_assert_cmpint (picture_count (image, 300, 0, 301, 201, 0xff0000), ==, 201);
      g_assert_cmpint (picture_count (image, 0, 200, 300, 201, 0xff0000), ==, 300);
      cairo_surface_destroy (image);
    }
}

static void
assert_draws (const GradusFigure *figure)
{
  g_autofree char *sentence = NULL;

  for (int view = 0; view < GRADUS_N_VIEWS; view++)
    {
      GradusFigure copy = *figure;
      copy.view = (GradusView) view;
      cairo_surface_t *image = picture_draw (&copy, 480, 360);
      cairo_surface_destroy (image);
      g_free (sentence);
      sentence = gradus_figure_describe (&copy);
      g_assert_cmpstr (sentence, !=, "");
      g_assert_true (g_utf8_validate (sentence, -1, NULL));
      g_assert_null (strstr (sentence, "nan"));
    }
}

static void
test_nothing_yet (void)
{
  GradusCaptions captions;
  GradusFigure figure;
  double x, y;

  gradus_captions_init (&captions, ",");
  gradus_figure_init (&figure, GRADUS_VIEW_BOUNDARY, &captions);
  assert_draws (&figure);
  g_assert_false (gradus_figure_to_plane (&figure, 300, 300, 150, 150, &x, &y));
  figure.view = GRADUS_VIEW_COST;
  g_assert_cmpint (gradus_figure_to_epoch (&figure, 300, 300, 150, 150), ==, -1);
  g_autoptr (GradusHistory) empty = gradus_history_new ();
  figure.history = empty;
  assert_draws (&figure);
  g_assert_cmpint (gradus_figure_to_epoch (&figure, 300, 300, 150, 150), ==, -1);
}

/* Runs that end in odd places: no hidden layer, weights of 1000, all zero, far too large steps. */
static void
test_odd_runs (void)
{
  static const char *const runs[][2] = {
    { "hidden", "0" },           { "init-scale", "1000" }, { "init", "zeros" },
    { "alpha", "1000" },         { "activation", "relu" }, { "activation", "identity" },
    { "hidden", "70;2" },        { "hidden", "1" },        { "init", "constant" },
    { "activation", "sigmoid" }, { "held-out", "0.9" },    { "activation", "leaky-relu" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (runs); i++)
    {
      GradusSpec spec;
      Picture picture;
      run_spec (&spec, "examples", "60", runs[i][0], runs[i][1], NULL);
      picture_init (&picture, &spec, 4, GRADUS_VIEW_BOUNDARY);
      for (int log = 0; log < 4; log++)
        {
          picture.figure.log_cost = log & 1;
          picture.figure.log_epochs = log >> 1;
          picture.figure.layer = log; /* 0 and 3 are no layers */
          assert_draws (&picture.figure);
        }
      picture_clear (&picture);
    }
}

/* Costs that are no numbers leave a gap. */
static void
test_odd_costs (void)
{
  static const double costs[][4] = {
    { 0, 0, 0, 0 },           { 1e300, 1, 1e-300, 0 },
    { NAN, 1, NAN, 2 },       { INFINITY, 1, 0.5, 0.2 },
    { 1e-320, 1e-320, 0, 0 }, { 0.6931, 0.6931, 0.6931, 0.6931 },
    { NAN, NAN, NAN, NAN },   { 1e308, 1e308, 1e308, 1e308 },
  };
  GradusCaptions captions;
  GradusFigure figure;

  gradus_captions_init (&captions, NULL);
  gradus_figure_init (&figure, GRADUS_VIEW_COST, &captions);
  for (gsize i = 0; i < G_N_ELEMENTS (costs); i++)
    {
      g_autoptr (GradusHistory) history = gradus_history_new ();
      figure.history = history;
      for (int epoch = 0; epoch < 4; epoch++)
        {
          GradusRow row = { .epoch = epoch,
                            .cost = costs[i][epoch],
                            .held_out_cost = costs[i][3 - epoch] };
          gradus_history_add (history, &row);
          figure.log_cost = epoch & 1;
          assert_draws (&figure);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/a-name-is-a-view-s-and-back", test_names);
  g_test_add_func ("/figure/an-image-equals-a-recording-s-replay", test_replay);
  g_test_add_func ("/figure/the-caller-s-state-neither-shows-nor-changes", test_own_state);
  g_test_add_func ("/figure/no-size-is-too-small", test_tiny_sizes);
  g_test_add_func ("/figure/paper-covers-the-rectangle-and-no-more", test_paper);
  g_test_add_func ("/figure/nothing-to-show-is-shown", test_nothing_yet);
  g_test_add_func ("/figure/odd-runs-are-drawn", test_odd_runs);
  g_test_add_func ("/figure/odd-costs-are-drawn", test_odd_costs);
  return g_test_run ();
}
