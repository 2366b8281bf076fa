/* Bundles of lines: as much ink as width times length, where cairo would put it, and no more. */
#include "plot/bundle.h"

#include <math.h>

#include "picture.h"

#define SIDE 200

/* An image of SIDE CSS pixels, white, with the lines on it in black. */
static cairo_surface_t *
draw (const GradusLine *lines, gsize n, double scale)
{
  GradusCaptions captions;
  GradusInk ink;
  GradusRect area = { 0, 0, SIDE, SIDE };
  cairo_surface_t *image =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (SIDE * scale), (int) (SIDE * scale));
  cairo_t *cr = cairo_create (image);

  cairo_scale (cr, scale, scale);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  gradus_captions_init (&captions, NULL);
  gradus_ink_init (&ink, cr, gradus_theme_get (GRADUS_THEME_LIGHT), &captions);
  gradus_bundle_draw (&ink, lines, n, &area, 0, 1);
  gradus_ink_clear (&ink);
  cairo_destroy (cr);
  cairo_surface_flush (image);
  return image;
}

/* What is black of the image, in CSS pixels. */
static double
measure_ink (cairo_surface_t *image, double scale)
{
  double ink = 0;

  for (int y = 0; y < cairo_image_surface_get_height (image); y++)
    for (int x = 0; x < cairo_image_surface_get_width (image); x++)
      ink += 1 - (picture_pixel (image, x, y) & 0xff) / 255.0;
  return ink / (scale * scale);
}

/* An area is the product of its sides, however it is turned. */
static void
test_ink (void)
{
  static const double widths[] = { 0.25, 0.5, 1, 1.6, 2, 3.3, 7 };
  static const double ends[][2] = { { 180, 20 }, { 180, 21.5 }, { 180, 90 },  { 180, 179 },
                                    { 60, 180 }, { 20, 180 },   { 30, -150 }, { 180, -60 } };

  for (int dashed = 0; dashed <= 1; dashed++)
    for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
      for (gsize j = 0; j < G_N_ELEMENTS (widths); j++)
        for (int scale = 1; scale <= 2; scale++)
          {
            double down = ends[i][1] < 0 ? 200 : 0;
            GradusLine line = {
              20, 20, ends[i][0], fabs (ends[i][1]), widths[j], dashed ? 8 : 0, 0x000000
            };
            if (down > 0)
              line.y0 = 190;
            double length = hypot (line.x1 - line.x0, line.y1 - line.y0);
            double expected = length * line.width / (dashed ? 1.6 : 1);
            cairo_surface_t *image = draw (&line, 1, scale);
            /* the last dash may be cut, and the ends are straight up, not square */
            double slack = 0.03 * expected + (dashed ? 8 * line.width : 0) + 0.5;
            g_assert_cmpfloat_with_epsilon (measure_ink (image, scale), expected, slack);
            cairo_surface_destroy (image);
          }
}

/* Pixel by pixel beside cairo's own stroke. */
static void
test_cairo (void)
{
  GradusLine line = { 20.3, 30.2, 170.7, 110.9, 3.4, 0, 0x000000 };
  cairo_surface_t *ours = draw (&line, 1, 1);
  cairo_surface_t *theirs = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIDE, SIDE);
  cairo_t *cr = cairo_create (theirs);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, line.width);
  cairo_move_to (cr, line.x0, line.y0);
  cairo_line_to (cr, line.x1, line.y1);
  cairo_stroke (cr);
  cairo_destroy (cr);
  cairo_surface_flush (theirs);
  for (int x = 25; x < 166; x++)
    for (int y = 0; y < SIDE; y++)
      g_assert_cmpint (picture_distance (picture_pixel (ours, x, y), picture_pixel (theirs, x, y)),
                       <=, 40);
  cairo_surface_destroy (ours);
  cairo_surface_destroy (theirs);
}

/* Lines that leave the area are cut there; what has no length is nothing. */
static void
test_outside (void)
{
  static const GradusLine lines[] = {
    { -50, 100, 250, 100, 2, 0, 0x000000 },   { 100, -1e5, 101, 1e5, 2, 0, 0x000000 },
    { 300, 300, 400, 400, 5, 0, 0x000000 },   { -9, 199.8, 400, 199.9, 9, 0, 0x000000 },
    { 60, 60, 60, 60, 3, 0, 0x000000 },       { 0, 0, 200, 0, 2, 4, 0x000000 },
    { 199.9, -5, 199.95, 205, 3, 0, 0x0000 },
  };
  static const double ink[] = { 400, 400, 0, 200 * 4.65, 0, 125, 200 * 1.575 };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      cairo_surface_t *image = draw (&lines[i], 1, 1);
      g_assert_cmpfloat_with_epsilon (measure_ink (image, 1), ink[i], 0.02 * ink[i] + 4);
      cairo_surface_destroy (image);
    }
}

/* The later one lies on top. */
static void
test_order (void)
{
  GradusLine lines[] = { { 20, 100, 180, 100, 10, 0, 0xff0000 },
                         { 100, 20, 100, 180, 10, 0, 0x0000ff } };
  cairo_surface_t *image = draw (lines, 2, 1);

  g_assert_cmphex (picture_pixel (image, 100, 100), ==, 0x0000ff);
  g_assert_cmphex (picture_pixel (image, 50, 100), ==, 0xff0000);
  cairo_surface_destroy (image);
}

static void
test_distance (void)
{
  GradusLine line = { 0, 0, 8, 6, 1, 0, 0 }, point = { 3, 4, 3, 4, 1, 0, 0 };

  g_assert_cmpfloat (gradus_line_distance (&line, 4, 3), ==, 0);
  g_assert_cmpfloat_with_epsilon (gradus_line_distance (&line, 4 - 3, 3 + 4), 5, 1e-12);
  g_assert_cmpfloat (gradus_line_distance (&line, -3, -4), ==, 5); /* beyond an end */
  g_assert_cmpfloat (gradus_line_distance (&line, 11, 10), ==, 5);
  g_assert_cmpfloat (gradus_line_distance (&point, 0, 0), ==, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bundle/ink-is-width-times-length", test_ink);
  g_test_add_func ("/bundle/a-line-is-where-cairo-puts-it", test_cairo);
  g_test_add_func ("/bundle/what-is-outside-is-cut", test_outside);
  g_test_add_func ("/bundle/the-last-line-is-on-top", test_order);
  g_test_add_func ("/bundle/a-distance-is-to-the-nearest-point", test_distance);
  return g_test_run ();
}
