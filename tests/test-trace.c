/* A line through many points: few corners, none of the points far from it. */
#include "plot/trace.h"

#include <math.h>

#define MOST 4000

static double xs[MOST], ys[MOST];

/* The path of the first n points. */
static cairo_path_t *
trace (int n)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (image);
  GradusTrace self;

  gradus_trace_begin (&self, cr, xs[0], ys[0]);
  for (int i = 1; i < n; i++)
    gradus_trace_add (&self, xs[i], ys[i]);
  gradus_trace_end (&self);
  cairo_path_t *path = cairo_copy_path (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (image);
  return path;
}

static double
distance (double x, double y, const cairo_path_data_t *a, const cairo_path_data_t *b)
{
  double dx = b->point.x - a->point.x, dy = b->point.y - a->point.y, square = dx * dx + dy * dy;
  double t = square > 0 ? ((x - a->point.x) * dx + (y - a->point.y) * dy) / square : 0;

  t = CLAMP (t, 0, 1);
  return hypot (x - a->point.x - t * dx, y - a->point.y - t * dy);
}

/* How far the worst of the points is from the path (in 1/256 of a pixel cairo is not exact). */
static double
find_worst (const cairo_path_t *path, int n)
{
  double worst = 0;

  for (int i = 0; i < n; i++)
    {
      double nearest = INFINITY;
      for (int k = 2; k < path->num_data; k += 2)
        nearest = fmin (nearest, distance (xs[i], ys[i], &path->data[k - 1], &path->data[k + 1]));
      worst = fmax (worst, nearest);
    }
  return worst;
}

static void
check (int n, int most_corners)
{
  cairo_path_t *path = trace (n);

  g_assert_cmpint (path->num_data / 2, <=, most_corners);
  g_assert_cmpfloat (find_worst (path, n), <=, GRADUS_TRACE_TOLERANCE + 0.01);
  cairo_path_data_t *end = &path->data[path->num_data - 1];
  g_assert_cmpfloat (hypot (end->point.x - xs[n - 1], end->point.y - ys[n - 1]), <, 0.01);
  cairo_path_destroy (path);
}

static void
test_straight (void)
{
  for (int i = 0; i < MOST; i++)
    {
      xs[i] = i * 0.2;
      ys[i] = 7 + i * 0.1 + (i % 2) * 0.05;
    }
  check (MOST, 3);
}

/* A circle of radius 200: chords of 2 √(2 · 200 · 0.1) = 12.6 pixels would do, and half of that is
 * what one gets who looks only back. */
static void
test_round (void)
{
  for (int i = 0; i < MOST; i++)
    {
      xs[i] = 300 + 200 * cos (2 * G_PI * i / (MOST - 1));
      ys[i] = 300 + 200 * sin (2 * G_PI * i / (MOST - 1));
    }
  check (MOST, 200);
}

/* There and back on the same line, and on the spot: the farthest point stays. */
static void
test_back (void)
{
  for (int i = 0; i < 101; i++)
    {
      xs[i] = i <= 50 ? i : 100 - i;
      ys[i] = 3;
    }
  check (101, 4);
  for (int i = 0; i < 10; i++)
    xs[i] = ys[i] = 5;
  check (10, 2);
  check (1, 2);
}

/* Corners of all angles. */
static void
test_rough (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (int i = 0; i < 300; i++)
    {
      xs[i] = g_rand_double_range (rand, 0, i % 3 == 0 ? 1 : 40);
      ys[i] = g_rand_double_range (rand, 0, i % 3 == 0 ? 1 : 40);
    }
  check (300, 300);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trace/a-straight-line-has-two-ends", test_straight);
  g_test_add_func ("/trace/a-curve-has-corners-where-it-needs-them", test_round);
  g_test_add_func ("/trace/a-line-that-turns-back-keeps-its-tip", test_back);
  g_test_add_func ("/trace/no-point-is-far-from-the-line", test_rough);
  return g_test_run ();
}
