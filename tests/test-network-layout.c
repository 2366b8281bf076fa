/* Where a network's units stand: never over each other, never outside, for every network and size.
 */
#include "plot/network-layout.h"

#include <math.h>

static const double sizes[][2] = { { 340, 260 },  { 340, 900 },  { 640, 480 }, { 700, 320 },
                                   { 1200, 700 }, { 1920, 900 }, { 120, 120 }, { 171, 171 } };

static gboolean
touch (const GradusRect *a, const GradusRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height
         && b->y < a->y + a->height;
}

static void
assert_inside (const GradusRect *rect, double width, double height)
{
  g_assert_cmpfloat (rect->x, >=, 0);
  g_assert_cmpfloat (rect->y, >=, 0);
  g_assert_cmpfloat (rect->x + rect->width, <=, width);
  g_assert_cmpfloat (rect->y + rect->height, <=, height);
}

/* The unit's square and its ring, as rectangles. Returns: how many. */
static int
get_parts (const GradusNetworkLayout *layout, int column, int unit, GradusRect parts[2])
{
  double x, y, r = layout->ring;

  parts[0] = gradus_network_layout_tile (layout, column, unit);
  if (layout->columns[column].layer == 0)
    return 1;
  gradus_network_layout_ring (layout, column, unit, &x, &y);
  parts[1] = (GradusRect){ x - r, y - r, 2 * r, 2 * r };
  return 2;
}

/* No two squares or rings anywhere touch, and all lie in the figure, between title and legend. */
static void
assert_apart (const GradusNetworkLayout *layout, double width, double height)
{
  GradusRect all[2 * GRADUS_NETWORK_COLUMNS * GRADUS_NETWORK_UNITS];
  int n = 0;

  for (int i = 0; i < layout->n_columns; i++)
    for (int unit = 0; unit < layout->columns[i].n_shown; unit++)
      n += get_parts (layout, i, unit, &all[n]);
  for (int i = 0; i < n; i++)
    {
      assert_inside (&all[i], width, height);
      g_assert_false (touch (&all[i], &layout->head));
      g_assert_false (touch (&all[i], &layout->foot));
      for (int j = 0; j < i; j++)
        g_assert_false (touch (&all[i], &all[j]));
    }
}

/* Lines run to the right, from one square's edge to another's. */
static void
assert_lines (const GradusNetworkLayout *layout)
{
  for (int i = 1; i < layout->n_columns; i++)
    for (int unit = 0;
         gradus_network_layout_has_lines (layout, i) && unit < layout->columns[i].n_shown; unit++)
      for (int input = 0; input < layout->columns[i - 1].n_shown; input++)
        {
          GradusRect from = gradus_network_layout_tile (layout, i - 1, input);
          GradusRect to = gradus_network_layout_tile (layout, i, unit);
          double x0, y0, x1, y1;
          gradus_network_layout_line (layout, i, unit, input, &x0, &y0, &x1, &y1);
          g_assert_cmpfloat (x0, ==, from.x + from.width);
          g_assert_cmpfloat (x1, ==, to.x);
          g_assert_cmpfloat (x1, >, x0 + 4);
          g_assert_cmpfloat (y0, >, from.y);
          g_assert_cmpfloat (y1, >, to.y);
          g_assert_cmpfloat (y1, <, to.y + to.height);
        }
}

static void
fill (int n[GRADUS_MAX_LAYERS + 1], int n_hidden, int units, int n_y)
{
  n[0] = 2;
  for (int l = 1; l <= n_hidden; l++)
    n[l] = units;
  n[n_hidden + 1] = n_y;
}

static void
test_no_overlap (void)
{
  int n[GRADUS_MAX_LAYERS + 1];
  GradusNetworkLayout layout;

  for (gsize s = 0; s < G_N_ELEMENTS (sizes); s++)
    for (int n_hidden = 0; n_hidden <= GRADUS_MAX_HIDDEN_LAYERS; n_hidden++)
      for (int units = 1; units <= 20; units++)
        for (int n_y = 1; n_y <= 10; n_y += 3)
          {
            fill (n, n_hidden, units, n_y);
            gradus_network_lay_out (n, n_hidden + 1, sizes[s][0], sizes[s][1], &layout);
            g_assert_cmpint (layout.n_columns, >, 0);
            assert_apart (&layout, sizes[s][0], sizes[s][1]);
            assert_lines (&layout);
          }
}

/* What the two sizes that people see most must show without folding anything. */
static void
test_all_shown (void)
{
  int n[GRADUS_MAX_LAYERS + 1];
  GradusNetworkLayout layout;

  for (int large = 0; large <= 1; large++)
    for (int n_hidden = 0; n_hidden <= GRADUS_NETWORK_HIDDEN; n_hidden++)
      for (int units = 1; units <= GRADUS_NETWORK_UNITS; units++)
        {
          fill (n, n_hidden, units, 10);
          gradus_network_lay_out (n, n_hidden + 1, large ? 1200 : 640, large ? 700 : 480, &layout);
          g_assert_cmpint (layout.n_columns, ==, n_hidden + 2);
          for (int l = 0; l <= n_hidden + 1; l++)
            {
              g_assert_cmpint (layout.columns[l].layer, ==, l);
              g_assert_cmpint (layout.columns[l].n_shown, ==, n[l]);
              g_assert_cmpfloat (layout.columns[l].side, >=, 16);
              g_assert_cmpint (gradus_network_layout_find (&layout, l), ==, l);
            }
        }
}

/* Nine hidden layers: three before the fold, which stands for three, and three behind it. */
static void
test_fold (void)
{
  static const int expected[] = { 0, 1, 2, 3, GRADUS_NETWORK_FOLD, 7, 8, 9, 10 };
  int n[GRADUS_MAX_LAYERS + 1];
  GradusNetworkLayout layout;

  fill (n, 9, 40, 1);
  gradus_network_lay_out (n, 10, 1200, 700, &layout);
  g_assert_cmpint (layout.n_columns, ==, G_N_ELEMENTS (expected));
  for (int i = 0; i < layout.n_columns; i++)
    {
      g_assert_cmpint (layout.columns[i].layer, ==, expected[i]);
      g_assert_cmpint (gradus_network_layout_has_lines (&layout, i), ==,
                       i != 0 && i != 4 && i != 5);
    }
  g_assert_cmpint (layout.columns[4].n_units, ==, 3);
  g_assert_cmpint (layout.columns[1].n_units, ==, 40);
  g_assert_cmpint (layout.columns[1].n_shown, ==, GRADUS_NETWORK_UNITS);
  g_assert_cmpint (gradus_network_layout_find (&layout, 5), ==, -1);
  g_assert_cmpint (gradus_network_layout_find (&layout, GRADUS_NETWORK_FOLD), ==, -1);
}

/* At the height that a layout asks for, a panel of any width shows all units of up to 16. */
static void
test_natural_height (void)
{
  int n[GRADUS_MAX_LAYERS + 1];
  GradusNetworkLayout layout;

  for (int units = 1; units <= GRADUS_NETWORK_UNITS; units++)
    for (double width = 340; width < 1300; width += 160)
      {
        fill (n, 2, units, 1);
        double height = gradus_network_layout_height (n, 3, width);
        gradus_network_lay_out (n, 3, width, height, &layout);
        g_assert_cmpint (layout.n_columns, ==, 4);
        g_assert_cmpint (layout.columns[1].n_shown, ==, units);
        g_assert_cmpfloat (layout.columns[1].side, >=, 18);
      }
}

/* So does it at the least height, without a title; a layer of four has its numbers too. */
static void
test_least_height (void)
{
  int n[GRADUS_MAX_LAYERS + 1];
  GradusNetworkLayout layout;

  for (int units = 1; units <= GRADUS_NETWORK_UNITS; units++)
    for (double width = 340; width < 1300; width += 160)
      {
        fill (n, 1, units, 1);
        double height = gradus_network_layout_least_height (n, 2, width);
        g_assert_cmpfloat (height, <, gradus_network_layout_height (n, 2, width));
        gradus_network_lay_out (n, 2, width, height, &layout);
        g_assert_cmpint (layout.columns[1].n_shown, ==, units);
        g_assert_cmpfloat (layout.columns[1].side, >=, 14);
        g_assert_cmpfloat (layout.head.height, ==, 0);
        assert_apart (&layout, width, height);
        if (units <= 4 && width > 600)
          g_assert_true (layout.columns[1].has_text || layout.columns[1].has_text_beside);
      }
}

static void
test_no_room (void)
{
  static const double none[][2] = { { 0, 0 }, { -5, 100 }, { 3, 400 }, { 400, 3 }, { NAN, 100 } };
  int n[GRADUS_MAX_LAYERS + 1];
  GradusNetworkLayout layout;

  fill (n, 1, 4, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (none); i++)
    {
      gradus_network_lay_out (n, 2, none[i][0], none[i][1], &layout);
      g_assert_cmpint (layout.n_columns, ==, 0);
      g_assert_cmpint (gradus_network_layout_find (&layout, 1), ==, -1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/network-layout/no-two-units-overlap-and-all-are-inside", test_no_overlap);
  g_test_add_func ("/network-layout/six-layers-of-sixteen-are-shown-whole", test_all_shown);
  g_test_add_func ("/network-layout/what-is-more-is-folded", test_fold);
  g_test_add_func ("/network-layout/the-natural-height-shows-all-units", test_natural_height);
  g_test_add_func ("/network-layout/the-least-height-shows-all-units-too", test_least_height);
  g_test_add_func ("/network-layout/no-room-is-no-column", test_no_room);
  return g_test_run ();
}
