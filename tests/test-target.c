/* What a pointer finds in the first plots, and that it lights up what it found, and only that. */
#include "picture.h"

#define WIDTH 500
#define HEIGHT 480

static void
show (Picture *picture, const char *examples, const char *hidden, GradusView view)
{
  GradusSpec spec;

  run_spec (&spec, "examples", examples, "hidden", hidden, "init-scale", "1", NULL);
  picture_init (picture, &spec, 20, view);
}

static GradusTarget
find (const GradusFigure *figure, double x, double y)
{
  GradusTarget target = { .kind = GRADUS_TARGET_BIAS };
  gboolean found = gradus_figure_find (figure, WIDTH, HEIGHT, x, y, &target);

  g_assert_true (found == (target.kind != GRADUS_TARGET_NONE));
  return target;
}

/* The pixels that the light of the target changes: how many, and the middle of them all. */
static int
count_lit (const GradusFigure *figure, const GradusTarget *target, double *x, double *y)
{
  cairo_surface_t *plain = picture_draw (figure, WIDTH, HEIGHT);
  cairo_surface_t *lit = picture_draw (figure, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (lit);
  int n = 0;

  gradus_figure_light (figure, cr, WIDTH, HEIGHT, target);
  cairo_destroy (cr);
  cairo_surface_flush (lit);
  *x = *y = 0;
  for (int j = 0; j < HEIGHT; j++)
    for (int i = 0; i < WIDTH; i++)
      if (picture_pixel (plain, i, j) != picture_pixel (lit, i, j))
        {
          *x += i + 0.5;
          *y += j + 0.5;
          n++;
        }
  *x /= MAX (n, 1);
  *y /= MAX (n, 1);
  cairo_surface_destroy (plain);
  cairo_surface_destroy (lit);
  return n;
}

static void
test_examples (void)
{
  Picture picture;

  show (&picture, "40", "4", GRADUS_VIEW_BOUNDARY);
  const GradusDataset *data = picture.scene->training;
  for (gint64 i = 0; i < 40; i++)
    {
      int px = 0, py = 0;
      double x, y;
      picture_place (&picture.figure, WIDTH, HEIGHT, gradus_dataset_feature (data, 0)[i],
                     gradus_dataset_feature (data, 1)[i], &px, &py);
      GradusTarget target = find (&picture.figure, px + 0.5, py + 0.5);
      g_assert_cmpint (target.kind, ==, GRADUS_TARGET_EXAMPLE);
      g_assert_cmpint (
          gradus_figure_to_example (&picture.figure, WIDTH, HEIGHT, px + 0.5, py + 0.5), ==,
          target.example);
      /* the nearest one: another only where it lies at the same pixel */
      g_assert_cmpfloat_with_epsilon (gradus_dataset_feature (data, 0)[target.example],
                                      gradus_dataset_feature (data, 0)[i], 0.03);
      g_assert_cmpfloat_with_epsilon (gradus_dataset_feature (data, 1)[target.example],
                                      gradus_dataset_feature (data, 1)[i], 0.03);
      g_assert_cmpint (count_lit (&picture.figure, &target, &x, &y), >, 40);
      g_assert_cmpfloat_with_epsilon (x, px + 0.5, 2);
      g_assert_cmpfloat_with_epsilon (y, py + 0.5, 2);
    }
  g_assert_cmpint (gradus_figure_to_example (&picture.figure, WIDTH, HEIGHT, 2, 2), ==, -1);
  g_assert_cmpint (find (&picture.figure, 2, 2).kind, ==, GRADUS_TARGET_NONE);
  picture_clear (&picture);
}

static void
test_lines (void)
{
  Picture picture;
  double x, y;
  int n_found[3] = { 0 };

  show (&picture, "4", "3", GRADUS_VIEW_BOUNDARY);
  const GradusNetwork *network = picture.scene->snapshot->network;
  for (int j = 0; j < HEIGHT; j += 3)
    for (int i = 0; i < WIDTH; i += 3)
      {
        GradusTarget target = find (&picture.figure, i + 0.5, j + 0.5);
        double u, v;
        if (target.kind != GRADUS_TARGET_UNIT)
          continue;
        g_assert_cmpint (target.layer, ==, 1);
        g_assert_true (
            gradus_figure_to_plane (&picture.figure, WIDTH, HEIGHT, i + 0.5, j + 0.5, &u, &v));
        const double *w = gradus_network_w (network, 1) + 2 * target.unit;
        double z = w[0] * u + w[1] * v + gradus_network_b (network, 1)[target.unit];
        g_assert_cmpfloat (fabs (z) / hypot (w[0], w[1]), <, 0.15); /* of 10: some pixels */
        n_found[target.unit]++;
      }
  for (int j = 0; j < 3; j++)
    {
      GradusTarget unit = { GRADUS_TARGET_UNIT, 1, j, 0, 0 };
      GradusTarget weight = { GRADUS_TARGET_WEIGHT, 1, j, 1, 0 };
      GradusTarget behind = { GRADUS_TARGET_UNIT, 2, j, 0, 0 };
      int n = count_lit (&picture.figure, &unit, &x, &y);
      g_assert_cmpint (n_found[j], >, 20);
      g_assert_cmpint (n, >, 300);
      g_assert_cmpint (count_lit (&picture.figure, &weight, &x, &y), ==, n);
      g_assert_cmpint (count_lit (&picture.figure, &behind, &x, &y), ==, 0);
    }
  GradusTarget none = { GRADUS_TARGET_UNIT, 1, 17, 0, 0 }; /* of a run before, perhaps */
  g_assert_cmpint (count_lit (&picture.figure, &none, &x, &y), ==, 0);
  picture_clear (&picture);
}

static void
test_tiles (void)
{
  static const char *const hidden[] = { "1", "4", "3;9", "100" };

  for (guint h = 0; h < G_N_ELEMENTS (hidden); h++)
    {
      Picture picture;
      int n_seen = 0;
      show (&picture, "40", hidden[h], GRADUS_VIEW_UNITS);
      picture.figure.layer = h == 2 ? 2 : 1;
      for (int j = 5; j < HEIGHT; j += 10)
        for (int i = 5; i < WIDTH; i += 10)
          {
            GradusTarget target = find (&picture.figure, i, j);
            double x, y;
            if (target.kind == GRADUS_TARGET_NONE || target.unit < n_seen)
              continue;
            g_assert_cmpint (target.kind, ==, GRADUS_TARGET_UNIT);
            g_assert_cmpint (target.layer, ==, picture.figure.layer);
            g_assert_cmpint (target.unit, ==, n_seen++); /* row by row, in their order */
            g_assert_cmpint (count_lit (&picture.figure, &target, &x, &y), >, 100);
            GradusTarget middle = find (&picture.figure, x, y);
            g_assert_true (gradus_target_equal (&target, &middle));
          }
      g_assert_cmpint (n_seen, ==, h == 0 ? 1 : h == 1 ? 4 : h == 2 ? 9 : n_seen);
      g_assert_cmpint (n_seen, >, 0);
      picture_clear (&picture);
    }
}

/* A motion over very many examples looks at none of them, a click at all. */
static void
test_many (void)
{
  Picture picture;
  int px = 0, py = 0;

  show (&picture, "20000", "0", GRADUS_VIEW_BOUNDARY);
  const GradusDataset *data = picture.scene->training;
  picture_place (&picture.figure, WIDTH, HEIGHT, gradus_dataset_feature (data, 0)[77],
                 gradus_dataset_feature (data, 1)[77], &px, &py);
  g_assert_cmpint (find (&picture.figure, px, py).kind, ==, GRADUS_TARGET_NONE);
  g_assert_cmpint (gradus_figure_to_example (&picture.figure, WIDTH, HEIGHT, px, py), >=, 0);
  picture_clear (&picture);
}

static void
test_ring (void)
{
  Picture picture;
  GradusSceneOrder order;
  int px = 0, py = 0, n = 0;

  show (&picture, "40", "4", GRADUS_VIEW_BOUNDARY);
  gradus_scene_reorder (picture.scene, &order);
  order.example = 5;
  g_autoptr (GradusScene) scene = gradus_scene_new (&order);
  cairo_surface_t *plain = picture_draw (&picture.figure, WIDTH, HEIGHT);
  picture.figure.scene = scene;
  cairo_surface_t *ringed = picture_draw (&picture.figure, WIDTH, HEIGHT);
  picture_place (&picture.figure, WIDTH, HEIGHT, gradus_dataset_feature (scene->training, 0)[5],
                 gradus_dataset_feature (scene->training, 1)[5], &px, &py);
  for (int j = 0; j < HEIGHT; j++)
    for (int i = 0; i < WIDTH; i++)
      if (picture_pixel (plain, i, j) != picture_pixel (ringed, i, j))
        {
          g_assert_cmpfloat (hypot (i - px, j - py), <, 13);
          n++;
        }
  g_assert_cmpint (n, >, 40);
  cairo_surface_destroy (plain);
  cairo_surface_destroy (ringed);
  picture_clear (&picture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/target/every-example-is-found-where-it-lies", test_examples);
  g_test_add_func ("/target/a-line-is-its-unit-there-and-back", test_lines);
  g_test_add_func ("/target/a-tile-is-its-unit-there-and-back", test_tiles);
  g_test_add_func ("/target/of-very-many-examples-only-a-click-finds-one", test_many);
  g_test_add_func ("/target/the-example-that-is-looked-at-has-a-ring", test_ring);
  return g_test_run ();
}
