/* Stamps: the ink that cairo would have laid down, also where the image cuts them off. */
#include "plot/blit.h"

#include "picture.h"
#include "plot/marks.h"

#define SIDE 24
#define CANVAS 40

/* A mark of each class, on ground that is partly clear. */
static cairo_surface_t *
make_picture (int class, gboolean held_out)
{
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIDE, SIDE);
  GradusInk ink = { .cr = cairo_create (picture), .theme = gradus_theme_get (GRADUS_THEME_LIGHT) };

  cairo_set_line_join (ink.cr, CAIRO_LINE_JOIN_ROUND);
  gradus_mark_draw (&ink, class, held_out, 11.25, 12.5, 4.3);
  cairo_destroy (ink.cr);
  cairo_surface_flush (picture);
  return picture;
}

static cairo_surface_t *
make_ground (void)
{
  cairo_surface_t *ground = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, CANVAS, CANVAS);
  cairo_t *cr = cairo_create (ground);

  for (int i = 0; i < CANVAS; i++)
    {
      cairo_set_source_rgba (cr, i % 7 / 6.0, i % 5 / 4.0, i % 3 / 2.0, i % 11 / 10.0);
      cairo_rectangle (cr, i, 0, 1, CANVAS);
      cairo_fill (cr);
    }
  cairo_destroy (cr);
  cairo_surface_flush (ground);
  return ground;
}

static void
assert_alike (cairo_surface_t *a, cairo_surface_t *b)
{
  const guint8 *p = cairo_image_surface_get_data (a), *q = cairo_image_surface_get_data (b);
  int n = CANVAS * cairo_image_surface_get_stride (a);

  for (int i = 0; i < n; i++)
    g_assert_cmpint (ABS (p[i] - q[i]), <=, 2);
}

static void
stamp_at (cairo_surface_t *picture, const GradusStampInk *stamp, int x, int y)
{
  cairo_surface_t *ours = make_ground (), *cairos = make_ground ();
  GradusCanvas canvas = { cairo_image_surface_get_data (ours),
                          (gsize) cairo_image_surface_get_stride (ours), CANVAS, CANVAS };
  cairo_t *cr = cairo_create (cairos);

  gradus_canvas_stamp (&canvas, stamp, x, y);
  cairo_surface_mark_dirty (ours);
  cairo_set_source_surface (cr, picture, x, y);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_flush (cairos);
  assert_alike (ours, cairos);
  cairo_surface_destroy (ours);
  cairo_surface_destroy (cairos);
}

static void
test_same_ink (void)
{
  static const int places[] = { -60, -20, -9, -1, 0, 3, 8, 20, 27, 39, 90 };

  for (int class = 0; class < GRADUS_MAX_CLASSES; class ++)
    for (int held_out = 0; held_out < 2; held_out++)
      {
        cairo_surface_t *picture = make_picture (class, held_out);
        GradusStampInk stamp;
        gradus_stamp_ink_init (&stamp, picture);
        g_assert_cmpint (stamp.width, >=, 9);
        g_assert_cmpint (stamp.width, <, SIDE); /* margins are not blended */
        for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
          for (gsize j = 0; j < G_N_ELEMENTS (places); j++)
            stamp_at (picture, &stamp, places[i], places[j]);
        gradus_stamp_ink_clear (&stamp);
        cairo_surface_destroy (picture);
      }
}

/* An empty picture is a stamp that does nothing. */
static void
test_empty (void)
{
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIDE, SIDE);
  GradusStampInk stamp;

  gradus_stamp_ink_init (&stamp, picture);
  stamp_at (picture, &stamp, 5, 5);
  gradus_stamp_ink_clear (&stamp);
  cairo_surface_destroy (picture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/blit/a-stamp-has-cairo-s-ink-also-at-the-edges", test_same_ink);
  g_test_add_func ("/blit/an-empty-stamp-changes-nothing", test_empty);
  return g_test_run ();
}
