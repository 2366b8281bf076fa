/* The cost's curve, stroked where rows are few and filled where they are dense: the look is one. */
#include "picture.h"

#define WIDTH 500
#define HEIGHT 300

static GradusColor
blue (void)
{
  return gradus_theme_get (GRADUS_THEME_LIGHT)->train;
}

/* A cost of 0.2 at all epochs but one, and none (a gap) for a while if wanted. */
static cairo_surface_t *
draw_run (gint64 epochs, gint64 spike, gboolean log_epochs, gboolean with_gap)
{
  g_autoptr (GradusHistory) history = gradus_history_new ();
  GradusCaptions captions;
  GradusFigure figure;

  for (gint64 epoch = 0; epoch <= epochs; epoch++)
    {
      GradusRow row = { .epoch = epoch, .cost = epoch == spike ? 0.9 : 0.2, .held_out_cost = NAN };
      if (with_gap && epoch > 0.4 * (double) epochs && epoch < 0.6 * (double) epochs)
        row.cost = NAN;
      gradus_history_add (history, &row);
    }
  gradus_captions_init (&captions, NULL);
  gradus_figure_init (&figure, GRADUS_VIEW_COST, &captions);
  figure.history = history;
  figure.log_epochs = log_epochs;
  return picture_draw (&figure, WIDTH, HEIGHT);
}

/* Rows of pixels with the curve's colour between two columns; the highest of them. */
static int
count_inked (cairo_surface_t *image, int x0, int x1, int *highest)
{
  int n = 0;

  for (int y = HEIGHT - 1; y > 45; y--)
    {
      gboolean inked = FALSE;
      for (int x = x0; x < x1; x++)
        inked = inked || picture_distance (picture_pixel (image, x, y), blue ()) <= 70;
      n += inked;
      if (inked && highest != NULL)
        *highest = y;
    }
  return n;
}

/* The ink of a spike ends at the same height, dropped from the rows or not, and the curve beside it
 * is as thick. */
static void
test_spike (void)
{
  static const gint64 epochs[] = { 100, 1000, 10000, 40000, 300000 };
  int highest[G_N_ELEMENTS (epochs)] = { 0 }, thick[G_N_ELEMENTS (epochs)];

  for (gsize i = 0; i < G_N_ELEMENTS (epochs); i++)
    {
      cairo_surface_t *image = draw_run (epochs[i], epochs[i] / 2 + 1, FALSE, FALSE);
      count_inked (image, 200, 300, &highest[i]);
      thick[i] = count_inked (image, 120, 121, NULL);
      cairo_surface_destroy (image);
      g_assert_cmpint (highest[i], >, 45);
      g_assert_cmpint (ABS (highest[i] - highest[0]), <=, 1);
      g_assert_cmpint (thick[i], >=, 1);
      g_assert_cmpint (ABS (thick[i] - thick[0]), <=, 1);
    }
}

/* Wherever stroked points and filled columns meet, the curve hangs together. */
static void
test_joints (void)
{
  static const gint64 epochs[] = { 300, 370, 400, 700, 5000, 100000 };

  for (gsize i = 0; i < G_N_ELEMENTS (epochs); i++)
    for (int log_epochs = 0; log_epochs < 2; log_epochs++)
      {
        cairo_surface_t *image = draw_run (epochs[i], -1, log_epochs, FALSE);
        for (int x = 58; x < 340; x++)
          g_assert_cmpint (count_inked (image, x, x + 1, NULL), >=, 1);
        cairo_surface_destroy (image);
      }
}

/* Epochs without a cost are left open, in a dense curve as in a sparse one. */
static void
test_gap (void)
{
  static const gint64 epochs[] = { 100, 10000, 100000 };

  for (gsize i = 0; i < G_N_ELEMENTS (epochs); i++)
    {
      cairo_surface_t *image = draw_run (epochs[i], -1, FALSE, TRUE);
      g_assert_cmpint (count_inked (image, 120, 121, NULL), >=, 1);
      g_assert_cmpint (count_inked (image, 235, 245, NULL), ==, 0);
      g_assert_cmpint (count_inked (image, 340, 341, NULL), >=, 1);
      cairo_surface_destroy (image);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/curve/a-dropped-spike-has-its-ink-at-its-height", test_spike);
  g_test_add_func ("/curve/strokes-and-outlines-hang-together", test_joints);
  g_test_add_func ("/curve/a-gap-stays-open-however-dense", test_gap);
  return g_test_run ();
}
