/* Where the ink is: fields, contours, examples, curves and tiles, and the places they stand for. */
#include "picture.h"
#include "plot/plot-cost.h"

#define SIDE 440

static const GradusTheme *
theme (void)
{
  return gradus_theme_get (GRADUS_THEME_LIGHT);
}

/* Blue where the network says 0, orange where it says 1, dark where it cannot tell: on blobs that a
 * line parts, checked against the network itself. */
static void
test_field (void)
{
  GradusSpec spec;
  Picture picture;

  run_spec (&spec, "source", "gaussians", "noise", "0.2", "hidden", "0", "alpha", "1", NULL);
  picture_init (&picture, &spec, 300, GRADUS_VIEW_BOUNDARY);
  cairo_surface_t *image = picture_draw (&picture.figure, SIDE, SIDE);
  const double *w = gradus_trainer_get_network (picture.trainer)->parameters;
  const GradusExtent *e = &picture.scene->extent;
  int px = 0, py = 0, n_dark = 0;

  for (int i = 1; i < 10; i++)
    for (int j = 1; j < 10; j++)
      {
        double x = e->x0 + (e->x1 - e->x0) * i / 10, y = e->y0 + (e->y1 - e->y0) * j / 10;
        double z = w[0] * x + w[1] * y + w[2];
        if (fabs (z) < 6 || hypot (fabs (x) - 1.5, fabs (y) - 1) < 1)
          continue;
        picture_place (&picture.figure, SIDE, SIDE, x, y, &px, &py);
        GradusColor color = picture_pixel (image, px, py);
        int red = color >> 16, blue = color & 0xff;
        g_assert_cmpint (z > 0 ? red - blue : blue - red, >, 20);
      }
  for (int i = 1; i < 10; i++) /* on the line w1 x1 + w2 x2 + b = 0 */
    {
      double y = e->y0 + (e->y1 - e->y0) * i / 10, x = -(w[1] * y + w[2]) / w[0];
      if (x < e->x0 || x > e->x1)
        continue;
      picture_place (&picture.figure, SIDE, SIDE, x, y, &px, &py);
      n_dark++;
      g_assert_cmpint (picture_count (image, px - 2, py - 2, px + 3, py + 3, theme ()->contour), >=,
                       1);
    }
  g_assert_cmpint (n_dark, >=, 3);
  cairo_surface_destroy (image);
  picture_clear (&picture);
}

/* Of 12 examples far from each other each has its class's colour in its middle, or the rim's where
 * it was held out; drawn one by one or from a prepared image. */
static void
test_examples (void)
{
  GradusSpec spec;
  Picture picture;

  run_spec (&spec, "examples", "12", "source", "circles", "held-out", "0.25", NULL);
  picture_init (&picture, &spec, 0, GRADUS_VIEW_BOUNDARY);
  for (int prepared = 0; prepared < 2; prepared++)
    {
      if (prepared)
        picture.figure.examples = gradus_figure_prepare_examples (&picture.figure, SIDE, SIDE, 1);
      cairo_surface_t *image = picture_draw (&picture.figure, SIDE, SIDE);
      for (int held_out = 0; held_out < 2; held_out++)
        {
          const GradusDataset *data = held_out ? picture.scene->held_out : picture.scene->training;
          for (gsize i = 0; i < data->m; i++)
            {
              int px = 0, py = 0;
              GradusColor color = theme ()->classes[data->labels[i]];
              picture_place (&picture.figure, SIDE, SIDE, data->x[i], data->x[data->m + i], &px,
                             &py);
              GradusColor middle = picture_pixel (image, px, py);
              g_assert_cmpint (picture_distance (middle, held_out ? theme ()->casing : color), <=,
                               30);
              g_assert_cmpint (picture_nearest (image, px, py, 6, color), <=, 40);
            }
        }
      cairo_surface_destroy (image);
      g_clear_pointer (&picture.figure.examples, cairo_surface_destroy);
    }
  picture_clear (&picture);
}

/* 20,000 examples and more are a density; it too lies where the examples are. */
static void
test_density (void)
{
  GradusSpec spec;
  Picture picture;

  run_spec (&spec, "examples", "30000", "source", "gaussians", "noise", "0.3", NULL);
  picture_init (&picture, &spec, 0, GRADUS_VIEW_BOUNDARY);
  for (int prepared = 0; prepared < 2; prepared++)
    {
      if (prepared)
        picture.figure.examples = gradus_figure_prepare_examples (&picture.figure, SIDE, SIDE, 1);
      cairo_surface_t *image = picture_draw (&picture.figure, SIDE, SIDE);
      for (int class = 0; class < 2; class ++)
        {
          int px = 0, py = 0, sign = class == 0 ? -1 : 1;
          picture_place (&picture.figure, SIDE, SIDE, 1.5 * sign, sign, &px, &py);
          g_assert_cmpint (
              picture_distance (picture_pixel (image, px, py), theme ()->classes[class]), <=, 60);
        }
      cairo_surface_destroy (image);
      g_clear_pointer (&picture.figure.examples, cairo_surface_destroy);
    }
  picture_clear (&picture);
}

/* Corners of the frame are corners of the plane, and what is outside is none of it. */
static void
test_plane (void)
{
  GradusSpec spec;
  Picture picture;
  double x, y, left = INFINITY, right = -INFINITY, low = INFINITY, high = -INFINITY;

  run_spec (&spec, "examples", "40", NULL);
  picture_init (&picture, &spec, 0, GRADUS_VIEW_WINDOW);
  for (int i = 0; i < 1000; i++) /* two lines across a sheet whose left half has the plane */
    {
      if (gradus_figure_to_plane (&picture.figure, 1000, 700, i, 350, &x, &y))
        {
          left = fmin (left, x);
          right = fmax (right, x);
        }
      if (gradus_figure_to_plane (&picture.figure, 1000, 700, 300, i, &x, &y))
        {
          low = fmin (low, y);
          high = fmax (high, y);
        }
    }
  g_assert_cmpfloat_with_epsilon (left, picture.scene->extent.x0, 1e-9);
  g_assert_cmpfloat_with_epsilon (right, picture.scene->extent.x1, 1e-9);
  g_assert_cmpfloat_with_epsilon (low, picture.scene->extent.y0, 1e-9);
  g_assert_cmpfloat_with_epsilon (high, picture.scene->extent.y1, 1e-9);
  g_assert_false (gradus_figure_to_plane (&picture.figure, 1000, 700, 999, 699, &x, &y));
  picture.figure.view = GRADUS_VIEW_COST;
  g_assert_false (gradus_figure_to_plane (&picture.figure, 1000, 700, 500, 350, &x, &y));
  picture_clear (&picture);
}

/* The curve is drawn from the first epoch to the last, and a pointer reads the epochs off. */
static void
test_cost (void)
{
  GradusSpec spec;
  Picture picture;
  gint64 last = -1;

  run_spec (&spec, "examples", "100", NULL);
  picture_init (&picture, &spec, 40, GRADUS_VIEW_COST);
  cairo_surface_t *image = picture_draw (&picture.figure, 600, 300);
  for (int px = 0; px < 600; px++)
    {
      gint64 epoch = gradus_figure_to_epoch (&picture.figure, 600, 300, px, 150);
      if (epoch < 0)
        continue;
      g_assert_cmpint (epoch, >=, last);
      last = epoch;
      if (epoch >= 1 && epoch <= 39)
        g_assert_cmpint (picture_count (image, px, 40, px + 1, 280, theme ()->train), >=, 1);
    }
  g_assert_cmpint (last, ==, 40); /* the axis ends at a round number: the newest epoch */
  g_assert_cmpint (gradus_figure_to_epoch (&picture.figure, 600, 300, 1, 150), ==, -1);
  g_assert_cmpint (gradus_figure_to_epoch (&picture.figure, 600, 300, 300, 5), ==, -1);
  g_assert_cmpint (picture_count (image, 0, 0, 600, 300, theme ()->held_out), ==, 0);
  cairo_surface_destroy (image);
  picture_clear (&picture);
}

/* However far the cost goes, its start is on the axis: a run that diverges is seen to rise. */
static void
test_diverged_cost (void)
{
  g_autoptr (GradusHistory) history = gradus_history_new ();
  GradusCaptions captions;
  GradusFigure figure;
  int left = 0, last = 600;

  for (gint64 epoch = 0; epoch <= 40; epoch++)
    {
      GradusRow row = { .epoch = epoch,
                        .cost = pow (10, 5 * (double) epoch),
                        .held_out_cost = NAN };
      gradus_history_add (history, &row);
    }
  gradus_captions_init (&captions, NULL);
  gradus_figure_init (&figure, GRADUS_VIEW_COST, &captions);
  figure.history = history;
  cairo_surface_t *image = picture_draw (&figure, 600, 300);
  while (gradus_figure_to_epoch (&figure, 600, 300, left, 150) < 0)
    left++;
  for (int x = left + 1; x < 500; x += 20) /* a straight line upwards, from the bottom left on */
    {
      int y = 0;
      while (y < 300 && picture_count (image, x, y, x + 1, y + 1, theme ()->train) == 0)
        y++;
      g_assert_cmpint (y, <, last);
      last = y;
    }
  g_assert_cmpint (last, <, 100);
  cairo_surface_destroy (image);
}

/* The name of a curve that ends near the frame's right side stands within or outside: never a word
 * of the curve's colour where the side is. */
static void
test_curve_name (void)
{
  GradusCaptions captions;
  GradusFigure figure;

  gradus_captions_init (&captions, NULL);
  gradus_figure_init (&figure, GRADUS_VIEW_COST, &captions);
  GradusRect frame = gradus_cost_frame (&figure, 600, 300);
  int right = (int) (frame.x + frame.width);
  for (gint64 last = 301; last < 390; last += 2) /* of an axis up to 400 */
    {
      g_autoptr (GradusHistory) history = gradus_history_new ();
      for (gint64 epoch = 0; epoch <= last; epoch++)
        {
          GradusRow row = { .epoch = epoch, .cost = 0.5, .held_out_cost = NAN };
          gradus_history_add (history, &row);
        }
      figure.history = history;
      cairo_surface_t *image = picture_draw (&figure, 600, 300);
      g_assert_cmpint (picture_count (image, right - 3, 52, right + 3, 268, theme ()->train), ==,
                       0);
      cairo_surface_destroy (image);
    }
}

/* A lone spike among 10,000 epochs is still seen. */
static void
test_spike (void)
{
  g_autoptr (GradusHistory) history = gradus_history_new ();
  GradusCaptions captions;
  GradusFigure figure;
  int highest = 300;

  for (gint64 epoch = 0; epoch <= 40000; epoch++)
    {
      GradusRow row = { .epoch = epoch, .cost = epoch == 12347 ? 0.9 : 0.2, .held_out_cost = NAN };
      gradus_history_add (history, &row);
    }
  gradus_captions_init (&captions, NULL);
  gradus_figure_init (&figure, GRADUS_VIEW_COST, &captions);
  figure.history = history;
  cairo_surface_t *image = picture_draw (&figure, 400, 300);
  for (int y = 299; y > 45; y--)
    if (picture_count (image, 60, y, 320, y + 1, theme ()->train) > 0)
      highest = y;
  g_assert_cmpint (highest, <, 90);
  cairo_surface_destroy (image);
}

/* Units that saturate show red bars; those of a line have no end that is flat. */
static void
test_units (void)
{
  static const struct
  {
    const char *activation;
    gboolean is_red, is_grey;
  } cases[] = { { "tanh", TRUE, FALSE }, { "relu", FALSE, TRUE }, { "identity", FALSE, FALSE } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GradusSpec spec;
      Picture picture;
      run_spec (&spec, "init-scale", "2", "activation", cases[i].activation, NULL);
      picture_init (&picture, &spec, 0, GRADUS_VIEW_UNITS);
      cairo_surface_t *image = picture_draw (&picture.figure, 500, 300);
      g_assert_cmpint (picture_count (image, 0, 0, 500, 300, theme ()->bar), >, 50);
      int red = picture_count (image, 0, 0, 500, 300, theme ()->bar_flat);
      int grey = picture_count (image, 0, 0, 500, 300, theme ()->bar_idle);
      g_assert_cmpint (red > 400, ==, cases[i].is_red);
      g_assert_cmpint (grey > 400, ==, cases[i].is_grey);
      cairo_surface_destroy (image);
      picture_clear (&picture);
    }
}

/* Where every z is 0 there is one bar: of a relu it is all inactive, and between the two flat ends
 * of tanh it stands in the middle. */
static void
test_zero_bar (void)
{
  GradusSpec spec;
  Picture picture;
  int first = -1, last = -1, left = -1, right = -1;

  run_spec (&spec, "init", "zeros", "hidden", "1", "activation", "relu", NULL);
  picture_init (&picture, &spec, 0, GRADUS_VIEW_UNITS);
  cairo_surface_t *image = picture_draw (&picture.figure, 500, 300);
  g_assert_cmpint (picture_count (image, 0, 0, 500, 300, theme ()->bar), ==, 0);
  g_assert_cmpint (picture_count (image, 0, 0, 500, 300, theme ()->bar_idle), >, 400);
  cairo_surface_destroy (image);
  picture_clear (&picture);

  run_spec (&spec, "init", "zeros", "hidden", "1", NULL);
  picture_init (&picture, &spec, 0, GRADUS_VIEW_UNITS);
  image = picture_draw (&picture.figure, 500, 300);
  for (int x = 0; x < 500; x++)
    {
      if (picture_count (image, x, 0, x + 1, 300, theme ()->bar) > 20)
        {
          first = first < 0 ? x : first;
          last = x;
        }
      if (picture_count (image, x, 100, x + 1, 101, theme ()->flat) > 0)
        {
          left = left < 0 ? x : left;
          right = x;
        }
    }
  g_assert_cmpint (first, >, 0);
  g_assert_cmpint (ABS (first + last - left - right), <=, 2);
  cairo_surface_destroy (image);
  picture_clear (&picture);
}

/* Tiles too tight for the words about their percentages leave them to the head, which else has no
 * room for a note. */
static void
test_terse_tiles (void)
{
  static const char *const hidden[] = { "4", "40", "40;3" };

  for (gsize i = 0; i < G_N_ELEMENTS (hidden); i++)
    {
      GradusSpec spec;
      Picture picture;
      run_spec (&spec, "examples", "40", "hidden", hidden[i], "init-scale", "1", NULL);
      picture_init (&picture, &spec, 0, GRADUS_VIEW_UNITS);
      cairo_surface_t *image = picture_draw (&picture.figure, 238, 560);
      int head = picture_count (image, 108, 5, 238, 33, theme ()->paper);
      g_assert_cmpint (head<130 * 28, ==, i> 0);
      cairo_surface_destroy (image);
      picture_clear (&picture);
    }
}

/* More units want more height, and many of them less of it on a wider figure. */
static void
test_natural_height (void)
{
  static const char *const hidden[] = { "0", "2", "6", "16", "64" };
  double before = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (hidden); i++)
    {
      GradusSpec spec;
      Picture picture;
      run_spec (&spec, "examples", "40", "hidden", hidden[i], NULL);
      picture_init (&picture, &spec, 0, GRADUS_VIEW_UNITS);
      double height = gradus_figure_natural_height (&picture.figure, 500);
      g_assert_cmpfloat (height, >, before);
      if (i >= 3)
        g_assert_cmpfloat (gradus_figure_natural_height (&picture.figure, 1500), <, height);
      before = height;
      picture_clear (&picture);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ink/the-field-is-of-the-class-s-colour-and-the-contour-dark", test_field);
  g_test_add_func ("/ink/examples-have-their-class-s-colour-where-they-lie", test_examples);
  g_test_add_func ("/ink/very-many-examples-lie-where-they-are", test_density);
  g_test_add_func ("/ink/the-frame-s-corners-are-the-plane-s", test_plane);
  g_test_add_func ("/ink/the-cost-goes-from-the-first-epoch-to-the-last", test_cost);
  g_test_add_func ("/ink/a-diverged-cost-is-seen-from-its-start", test_diverged_cost);
  g_test_add_func ("/ink/a-curve-s-name-does-not-stand-on-the-frame", test_curve_name);
  g_test_add_func ("/ink/no-spike-is-thinned-away", test_spike);
  g_test_add_func ("/ink/bars-are-red-where-g-is-flat", test_units);
  g_test_add_func ("/ink/where-all-z-are-zero-the-bar-stands-on-zero", test_zero_bar);
  g_test_add_func ("/ink/percentages-without-words-are-told-in-the-head", test_terse_tiles);
  g_test_add_func ("/ink/more-units-want-more-height", test_natural_height);
  return g_test_run ();
}
