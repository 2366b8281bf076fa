/* The network's picture: widths say |w|, a pointer finds what it is on, light falls on that alone.
 */
#include "plot/network-picture.h"

#include <string.h>

#include "picture.h"
#include "plot/network-target.h"
#include "plot/network-words.h"

#define WIDTH 640
#define HEIGHT 480

/* A trained 2–4–1 network. */
static void
begin (Picture *picture, GradusNetworkPicture *drawn)
{
  GradusSpec spec;

  run_spec (&spec, "init-scale", "1", NULL);
  picture_init (picture, &spec, 20, GRADUS_VIEW_NETWORK);
  g_assert_true (gradus_network_picture_init (drawn, &picture->figure, WIDTH, HEIGHT));
}

/* The figure's scene made anew of parameters that the test sets. */
static void
set_parameters (Picture *picture, const double *values, gsize n)
{
  GradusSceneOrder order;

  gradus_scene_reorder (picture->scene, &order);
  g_autoptr (GradusSnapshot) snapshot =
      gradus_snapshot_new (&order.snapshot->row, order.snapshot->network, order.snapshot->rng);
  for (gsize i = 0; i < snapshot->network->n_parameters; i++)
    snapshot->network->parameters[i] = values[i % n];
  order.snapshot = snapshot;
  GradusScene *scene = gradus_scene_new (&order);
  gradus_scene_unref (picture->scene);
  picture->figure.scene = picture->scene = scene;
}

/* W = (4, −2, 0, 1, 0.001, …), b = …: the heaviest line is 4, half of it 2. */
static void
test_widths (void)
{
  static const double values[] = { 4, -2, 0, 1, 0.001, 3, -4, 2, 1, -1, 0, 0.5, 1, 2, 3, -4, 2 };
  Picture picture;
  GradusNetworkPicture drawn;
  GradusLine lines[8];

  begin (&picture, &drawn);
  set_parameters (&picture, values, G_N_ELEMENTS (values));
  g_assert_true (gradus_network_picture_init (&drawn, &picture.figure, WIDTH, HEIGHT));
  g_assert_cmpfloat (drawn.largest, ==, 4);
  for (int i = 0; i < 8; i++)
    g_assert_true (gradus_network_picture_line (&drawn, 1, i / 2, i % 2, &lines[i]));
  g_assert_cmpfloat (lines[0].width, ==, drawn.layout.most);
  g_assert_cmpfloat (lines[1].width, ==, drawn.layout.most / 2);
  g_assert_cmpfloat (lines[3].width, ==, drawn.layout.most / 4);
  g_assert_cmpfloat (lines[4].width, <, 1);
  g_assert_cmpfloat (lines[4].width, >, 0);
  g_assert_cmphex (lines[0].color, ==, drawn.theme->plus);
  g_assert_cmphex (lines[1].color, ==, drawn.theme->minus);
  g_assert_true (lines[0].dash == 0 && lines[1].dash > 0);
  g_assert_true (lines[2].color != drawn.theme->plus && lines[2].color != drawn.theme->minus);
  /* b[1] = (1, −1, 0, 0.5) */
  double whole = drawn.layout.ring - 1;
  g_assert_cmpfloat (gradus_network_picture_disc (&drawn, 1, 0), ==, whole / 4);
  g_assert_cmpfloat (gradus_network_picture_disc (&drawn, 1, 1), ==, whole / 4);
  g_assert_cmpfloat (gradus_network_picture_disc (&drawn, 1, 2), ==, 0);
  picture_clear (&picture);
}

static void
assert_found (const GradusFigure *figure, double x, double y, GradusTargetKind kind, int layer,
              int unit, int input)
{
  GradusTarget target, expected = { .kind = kind, .layer = layer, .unit = unit, .input = input };

  g_assert_true (gradus_figure_find (figure, WIDTH, HEIGHT, x, y, &target));
  g_assert_true (gradus_target_equal (&target, &expected));
}

static void
test_find (void)
{
  Picture picture;
  GradusNetworkPicture drawn;
  GradusTarget target;

  begin (&picture, &drawn);
  for (int layer = 0; layer <= 2; layer++)
    for (int unit = 0; unit < drawn.network->n[layer]; unit++)
      {
        GradusRect tile = gradus_network_layout_tile (&drawn.layout, layer, unit);
        double x, y;
        assert_found (&picture.figure, tile.x + tile.width / 2, tile.y + tile.height / 2,
                      GRADUS_TARGET_UNIT, layer, unit, 0);
        if (layer == 0)
          continue;
        gradus_network_layout_ring (&drawn.layout, layer, unit, &x, &y);
        assert_found (&picture.figure, x, y, GRADUS_TARGET_BIAS, layer, unit, 0);
        for (int input = 0; input < drawn.network->n[layer - 1]; input++)
          {
            GradusLine line;
            gradus_network_picture_line (&drawn, layer, unit, input, &line);
            /* a third of the way there, and a pixel beside the line */
            assert_found (&picture.figure, line.x0 + (line.x1 - line.x0) * 0.34,
                          line.y0 + (line.y1 - line.y0) * 0.34 - 1, GRADUS_TARGET_WEIGHT, layer,
                          unit, input);
          }
      }
  g_assert_false (gradus_figure_find (&picture.figure, WIDTH, HEIGHT, 5, 5, &target));
  g_assert_cmpint (target.kind, ==, GRADUS_TARGET_NONE);
  g_assert_false (gradus_figure_find (&picture.figure, 3, 3, 1, 1, &target));
  picture.figure.scene = NULL;
  g_assert_false (gradus_figure_find (&picture.figure, WIDTH, HEIGHT, 320, 240, &target));
  picture_clear (&picture);
}

/* How many pixels light up that are nearer than `reach` to the line, and how many elsewhere. */
static void
count_lit (const GradusFigure *figure, const GradusTarget *target, const GradusLine *line,
           double reach, int *near, int *far)
{
  cairo_surface_t *dark = picture_draw (figure, WIDTH, HEIGHT);
  cairo_surface_t *lit = picture_draw (figure, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (lit);

  gradus_figure_light (figure, cr, WIDTH, HEIGHT, target);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (lit);
  *near = *far = 0;
  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      if (picture_pixel (dark, x, y) != picture_pixel (lit, x, y))
        {
          if (gradus_line_distance (line, x + 0.5, y + 0.5) < reach)
            ++*near;
          else
            ++*far;
        }
  cairo_surface_destroy (dark);
  cairo_surface_destroy (lit);
}

/* A weight lights its own line, and the edges of the squares at its ends. */
static void
test_light_weight (void)
{
  GradusTarget target = { .kind = GRADUS_TARGET_WEIGHT, .layer = 1, .unit = 2, .input = 1 };
  Picture picture;
  GradusNetworkPicture drawn;
  GradusLine line;
  int near, far;

  begin (&picture, &drawn);
  gradus_network_picture_line (&drawn, 1, 2, 1, &line);
  count_lit (&picture.figure, &target, &line, line.width / 2 + 4, &near, &far);
  g_assert_cmpint (near, >, 100);
  double sides = drawn.layout.columns[0].side + drawn.layout.columns[1].side;
  g_assert_cmpfloat (far, <, 4 * 4 * sides);
  picture_clear (&picture);
}

/* A unit lights every line that arrives or leaves. */
static void
test_light_unit (void)
{
  GradusTarget target = { .kind = GRADUS_TARGET_UNIT, .layer = 1, .unit = 1 };
  Picture picture;
  GradusNetworkPicture drawn;
  GradusLine line;
  int near, far;

  begin (&picture, &drawn);
  for (int i = 0; i < 3; i++)
    {
      if (i < 2)
        gradus_network_picture_line (&drawn, 1, 1, i, &line);
      else
        gradus_network_picture_line (&drawn, 2, 0, 1, &line);
      count_lit (&picture.figure, &target, &line, line.width / 2 + 3, &near, &far);
      g_assert_cmpint (near, >, 100);
    }
  picture_clear (&picture);
}

/* What is not in the picture lights nothing: folded units, other networks' layers, examples. */
static void
test_light_nothing (void)
{
  static const GradusTarget targets[] = {
    { .kind = GRADUS_TARGET_NONE },
    { .kind = GRADUS_TARGET_EXAMPLE, .example = 3 },
    { .kind = GRADUS_TARGET_UNIT, .layer = 1, .unit = 30 },
    { .kind = GRADUS_TARGET_UNIT, .layer = 9 },
    { .kind = GRADUS_TARGET_WEIGHT, .layer = 1, .unit = 30, .input = 1 },
    { .kind = GRADUS_TARGET_WEIGHT, .layer = 2, .unit = 0, .input = 30 },
    { .kind = GRADUS_TARGET_BIAS, .layer = 1, .unit = 30 },
    { .kind = GRADUS_TARGET_BIAS, .layer = 0, .unit = 0 },
    { .kind = GRADUS_TARGET_UNIT, .layer = -1, .unit = -1 },
  };
  GradusSpec spec;
  Picture picture;
  GradusLine nowhere = { -900, -900, -800, -900, 1, 0, 0 };
  int near, far;

  run_spec (&spec, "hidden", "40", NULL);
  picture_init (&picture, &spec, 2, GRADUS_VIEW_NETWORK);
  for (gsize i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      count_lit (&picture.figure, &targets[i], &nowhere, 1, &near, &far);
      g_assert_cmpint (near + far, ==, 0);
    }
  picture_clear (&picture);
}

static void
test_index (void)
{
  Picture picture;
  GradusNetworkPicture drawn;
  GradusTarget target = { .kind = GRADUS_TARGET_WEIGHT, .layer = 1, .unit = 2, .input = 1 };
  gsize index = 99;

  begin (&picture, &drawn); /* W[1] 0 … 7, b[1] 8 … 11, W[2] 12 … 15, b[2] 16 */
  g_assert_true (gradus_network_index (drawn.network, &target, &index));
  g_assert_cmpuint (index, ==, 5);
  target = (GradusTarget){ .kind = GRADUS_TARGET_BIAS, .layer = 1, .unit = 3 };
  g_assert_true (gradus_network_index (drawn.network, &target, &index));
  g_assert_cmpuint (index, ==, 11);
  target = (GradusTarget){ .kind = GRADUS_TARGET_WEIGHT, .layer = 2, .input = 3 };
  g_assert_true (gradus_network_index (drawn.network, &target, &index));
  g_assert_cmpuint (index, ==, 15);
  target.input = 4;
  g_assert_false (gradus_network_index (drawn.network, &target, &index));
  target = (GradusTarget){ .kind = GRADUS_TARGET_BIAS, .layer = 3 };
  g_assert_false (gradus_network_index (drawn.network, &target, &index));
  target = (GradusTarget){ .kind = GRADUS_TARGET_UNIT, .layer = 1 };
  g_assert_false (gradus_network_index (drawn.network, &target, &index));
  picture_clear (&picture);
}

static void
assert_says (const Picture *picture, const char *expected)
{
  g_autofree char *sentence = gradus_figure_describe (&picture->figure);

  g_assert_cmpstr (sentence, ==, expected);
}

static void
test_describe (void)
{
  static const double values[] = { 1, 2, 3, -1, 0.5, 1, 1, 1, 9, 9, 9, 9, 0.1, 0.2, -5.2, 1, 9 };
  Picture picture;
  GradusNetworkPicture drawn;
  const double zero = 0;

  begin (&picture, &drawn);
  set_parameters (&picture, values, G_N_ELEMENTS (values));
  assert_says (&picture, "Network: 2 features, 4 hidden units, 1 output; the largest weight is "
                         "W[2] output, a3: \u22125.20.");
  set_parameters (&picture, &zero, 1);
  assert_says (&picture, "Network: 2 features, 4 hidden units, 1 output; all weights are 0.");
  picture_clear (&picture);
}

static void
assert_tells (const Picture *picture, GradusTarget target, const char *expected)
{
  g_autofree char *words = gradus_network_tell_target (picture->scene, &target, ".");

  g_assert_cmpstr (words, ==, expected);
}

/* Every weight 0: all gradients are 0 as well, but that of b[2], mean (a) − mean (y) = ½ − ½. */
static void
test_tell (void)
{
  static const double values[] = { 0.5,   -0.52817249, 1e-7, 3,   4, -5, 1234567, 2,   0.25,
                                   -3e-9, 9,           9,    0.1, 2, 3,  1,       12.5 };
  const double zero = 0;
  Picture picture;
  GradusNetworkPicture drawn;
  double x, y;

  begin (&picture, &drawn);
  set_parameters (&picture, &zero, 1);
  assert_tells (&picture,
                (GradusTarget){ .kind = GRADUS_TARGET_WEIGHT, .layer = 1, .unit = 1, .input = 1 },
                "W[1] unit 2, x2 = 0\ndW[1] = 0");
  set_parameters (&picture, values, G_N_ELEMENTS (values));
  g_clear_pointer (&picture.scene->gradient, g_free);
  assert_tells (&picture, (GradusTarget){ .kind = GRADUS_TARGET_WEIGHT, .layer = 1, .input = 1 },
                "W[1] unit 1, x2 = \u22120.528172");
  assert_tells (&picture, (GradusTarget){ .kind = GRADUS_TARGET_WEIGHT, .layer = 1, .unit = 1 },
                "W[1] unit 2, x1 = 1e\u22127");
  assert_tells (&picture, (GradusTarget){ .kind = GRADUS_TARGET_WEIGHT, .layer = 1, .unit = 3 },
                "W[1] unit 4, x1 = 1.23457e6");
  assert_tells (&picture, (GradusTarget){ .kind = GRADUS_TARGET_WEIGHT, .layer = 2, .input = 2 },
                "W[2] output, a3 = 3");
  assert_tells (&picture, (GradusTarget){ .kind = GRADUS_TARGET_BIAS, .layer = 2 },
                "b[2] output = 12.5");
  assert_tells (&picture, (GradusTarget){ .kind = GRADUS_TARGET_UNIT, .layer = 1 },
                "unit 1 of layer 1\nb[1] = 0.25");
  assert_tells (&picture, (GradusTarget){ .kind = GRADUS_TARGET_UNIT, .layer = 0, .unit = 1 },
                "x2");
  gradus_network_layout_ring (&drawn.layout, 2, 0, &x, &y);
  g_autofree char *words = gradus_figure_tell (&picture.figure, WIDTH, HEIGHT, x, y);
  g_assert_cmpstr (words, ==, "b[2] output = 12.5");
  g_assert_null (gradus_figure_tell (&picture.figure, WIDTH, HEIGHT, 5, 5));
  picture_clear (&picture);
}

/* The slope that is told is the scene's. */
static void
test_tell_slope (void)
{
  Picture picture;
  GradusNetworkPicture drawn;

  begin (&picture, &drawn);
  picture.scene->gradient[3] = -0.000321449;
  GradusTarget target = { .kind = GRADUS_TARGET_WEIGHT, .layer = 1, .unit = 1, .input = 1 };
  g_autofree char *words = gradus_network_tell_target (picture.scene, &target, ".");
  g_assert_true (g_str_has_suffix (words, "\ndW[1] = \u22120.0003214"));
  picture_clear (&picture);
}

/* Parameters that nobody would choose: drawn without a warning, told without "nan". */
static void
test_degenerate (void)
{
  static const double values[][3] = { { 0, 0, 0 },          { 1e100, -1e100, 1e100 },
                                      { 1e308, -1e308, 1 }, { 1e-320, 0, -1e-320 },
                                      { NAN, 1, -1 },       { INFINITY, -INFINITY, 1 },
                                      { NAN, NAN, NAN } };
  static const char *const hidden[] = { "0", "1", "16;16;16", "40;3;3;3;3;3;3;3" };

  for (gsize h = 0; h < G_N_ELEMENTS (hidden); h++)
    {
      GradusSpec spec;
      Picture picture;
      run_spec (&spec, "hidden", hidden[h], "examples", "60", NULL);
      picture_init (&picture, &spec, 1, GRADUS_VIEW_NETWORK);
      for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
        {
          set_parameters (&picture, values[i], 3);
          cairo_surface_t *image = picture_draw (&picture.figure, WIDTH, HEIGHT);
          cairo_surface_destroy (image);
          g_autofree char *sentence = gradus_figure_describe (&picture.figure);
          g_assert_null (strstr (sentence, "nan"));
          g_assert_null (strstr (sentence, "inf"));
        }
      picture_clear (&picture);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/network/width-is-w-and-colour-is-the-sign", test_widths);
  g_test_add_func ("/network/every-unit-weight-and-bias-is-found", test_find);
  g_test_add_func ("/network/a-weight-lights-its-line", test_light_weight);
  g_test_add_func ("/network/a-unit-lights-all-its-lines", test_light_unit);
  g_test_add_func ("/network/what-is-not-shown-lights-nothing", test_light_nothing);
  g_test_add_func ("/network/a-target-is-a-parameter-s-place", test_index);
  g_test_add_func ("/network/the-sentence-names-the-largest-weight", test_describe);
  g_test_add_func ("/network/a-target-is-told-with-six-digits", test_tell);
  g_test_add_func ("/network/and-with-the-cost-s-slope", test_tell_slope);
  g_test_add_func ("/network/odd-parameters-are-drawn", test_degenerate);
  return g_test_run ();
}
