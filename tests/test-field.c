/* The sampled plane and its decision boundary, where the answer is known. */
#include <math.h>

#include "core/contour.h"
#include "run.h"

static const GradusExtent extent = { -2, 3, -1, 4 };

/* Logistic regression whose boundary is x1 + 2 x2 = 1. */
static GradusNetwork *
plane_network (void)
{
  GradusHidden none = { .n = 0 };
  GradusNetwork *network = gradus_network_new (2, &none, GRADUS_ACTIVATION_TANH, 2);

  network->parameters[0] = 1;
  network->parameters[1] = 2;
  network->parameters[2] = -1;
  return network;
}

static void
test_nodes (void)
{
  g_autoptr (GradusNetwork) network = plane_network ();
  g_autoptr (GradusField) field = gradus_field_new (network, 1, 10, &extent, 301, 7);

  g_assert_cmpint (field->n_planes, ==, 1);
  for (int row = 0; row < 7; row++)
    for (int column = 0; column < 301; column++)
      {
        double x = -2 + 5.0 * column / 300, y = 4 - 5.0 * row / 6;
        g_assert_cmpfloat_with_epsilon (field->values[row * 301 + column], x + 2 * y - 1, 1e-5);
      }
  g_assert_cmpfloat (gradus_field_x (field, 0), ==, -2);
  g_assert_cmpfloat (gradus_field_x (field, 300), ==, 3);
  g_assert_cmpfloat (gradus_field_y (field, 0), ==, 4);
  g_assert_cmpfloat (gradus_field_y (field, 6), ==, -1);
}

static void
test_straight (void)
{
  g_autoptr (GradusNetwork) network = plane_network ();
  g_autoptr (GradusField) field = gradus_field_new (network, 1, 10, &extent, 40, 50);
  g_autoptr (GradusContour) contour = gradus_contour_new (field);

  g_assert_cmpint (contour->n_lines, ==, 1);
  g_assert_cmpuint (contour->points->len, >, 40);
  for (guint i = 0; i < contour->points->len; i++)
    {
      const GradusPoint *p = &g_array_index (contour->points, GradusPoint, i);
      g_assert_cmpfloat_with_epsilon (p->x + 2 * p->y, 1, 1e-5);
    }
  /* from x = −2 at one end to x = 3 at the other */
  double a = g_array_index (contour->points, GradusPoint, 0).x;
  double b = g_array_index (contour->points, GradusPoint, contour->points->len - 1).x;
  g_assert_cmpfloat_with_epsilon (fabs (a - b), 5, 1e-5);
}

/* A field of f over the extent, for lines that no network draws exactly. */
static GradusField *
field_of (double (*f) (double x, double y), int nodes)
{
  g_autoptr (GradusNetwork) network = plane_network ();
  GradusField *field = gradus_field_new (network, 1, 1, &extent, nodes, nodes);

  for (int row = 0; row < nodes; row++)
    for (int column = 0; column < nodes; column++)
      field->values[row * nodes + column] =
          (float) f (gradus_field_x (field, column), gradus_field_y (field, row));
  return field;
}

static double
two_rings (double x, double y)
{
  return fmin (hypot (x + 0.5, y - 1) - 0.8, hypot (x - 1.7, y - 2.5) - 0.6);
}

static void
test_rings (void)
{
  g_autoptr (GradusField) field = field_of (two_rings, 200);
  g_autoptr (GradusContour) contour = gradus_contour_new (field);

  g_assert_cmpint (contour->n_lines, ==, 2);
  double length[2] = { 0, 0 };
  for (int line = 0; line < 2; line++)
    {
      int first = g_array_index (contour->starts, int, line);
      int end = g_array_index (contour->starts, int, line + 1);
      const GradusPoint *p = &g_array_index (contour->points, GradusPoint, 0);
      g_assert_true (p[first].x == p[end - 1].x && p[first].y == p[end - 1].y);
      for (int i = first; i + 1 < end; i++)
        length[line] += hypot (p[i + 1].x - p[i].x, p[i + 1].y - p[i].y);
    }
  g_assert_cmpfloat_with_epsilon (length[0] + length[1], 2 * G_PI * (0.8 + 0.6), 0.02);
}

static double
saddle (double x, double y)
{
  return (x - 0.5) * (y - 1.5) + 1e-3;
}

static void
test_saddle (void)
{
  /* an even number of nodes puts the crossing in the middle of a square */
  g_autoptr (GradusField) field = field_of (saddle, 64);
  g_autoptr (GradusContour) contour = gradus_contour_new (field);

  g_assert_cmpint (contour->n_lines, ==, 2);
}

static double
nothing (double x, double y)
{
  return 0;
}

static double
broken (double x, double y)
{
  return x < 0 ? NAN : x > 2 ? INFINITY : -INFINITY;
}

static void
test_degenerate (void)
{
  g_autoptr (GradusField) zero = field_of (nothing, 20);
  g_autoptr (GradusContour) none = gradus_contour_new (zero);
  g_autoptr (GradusField) holes = field_of (broken, 20);
  g_autoptr (GradusContour) finite = gradus_contour_new (holes);

  g_assert_cmpint (none->n_lines, ==, 0);
  g_assert_cmpuint (none->points->len, ==, 0);
  for (guint i = 0; i < finite->points->len; i++)
    {
      const GradusPoint *p = &g_array_index (finite->points, GradusPoint, i);
      g_assert_true (isfinite (p->x) && isfinite (p->y));
    }
}

static void
test_softmax (void)
{
  GradusHidden none = { .n = 0 };
  g_autoptr (GradusNetwork) network = gradus_network_new (2, &none, GRADUS_ACTIVATION_TANH, 3);

  /* classes win where x, −x (both from the left and right), or 0.5 is largest: lines at ±0.5 */
  network->parameters[0] = 1;
  network->parameters[2] = -1;
  network->parameters[8] = 0.5;
  g_autoptr (GradusField) field = gradus_field_new (network, 1, 10, &extent, 64, 64);
  g_assert_cmpint (field->n_planes, ==, 3);
  for (int i = 0; i < 64 * 64; i++)
    g_assert_cmpfloat_with_epsilon (gradus_field_plane (field, 0)[i]
                                        + gradus_field_plane (field, 1)[i]
                                        + gradus_field_plane (field, 2)[i],
                                    1, 1e-6);
  g_autoptr (GradusContour) contour = gradus_contour_new (field);
  g_assert_cmpint (contour->n_lines, ==, 2);
  for (guint i = 0; i < contour->points->len; i++)
    g_assert_cmpfloat_with_epsilon (fabs (g_array_index (contour->points, GradusPoint, i).x), 0.5,
                                    0.01);
}

static void
test_units (void)
{
  GradusSpec spec;

  run_spec (&spec, "hidden", "3;70", "init-scale", "1", NULL);
  g_autoptr (GradusTrainer) trainer = run_new (&spec);
  const GradusNetwork *network = gradus_trainer_get_network (trainer);
  g_autoptr (GradusField) wide = gradus_field_new (network, 2, 64, &extent, 16, 16);
  g_autoptr (GradusField) first = gradus_field_new (network, 1, 64, &extent, 2, 2);

  g_assert_cmpint (wide->n_planes, ==, 64);
  g_assert_cmpint (first->n_planes, ==, 3);
  const double *w = gradus_network_w (network, 1);
  for (int j = 0; j < 3; j++) /* lower right: x1 = 3, x2 = −1 */
    g_assert_cmpfloat_with_epsilon (gradus_field_plane (first, j)[3],
                                    tanh (w[2 * j] * 3 - w[2 * j + 1]), 1e-6);
}

/* By two tables where the exponentials allow it, else node by node: both are the network. */
static void
test_separable (void)
{
  static const char *const scales[] = { "1", "30", "100", "900" };
  static const char *const activations[] = { "tanh", "sigmoid" };

  for (guint g = 0; g < G_N_ELEMENTS (activations); g++)
    for (guint s = 0; s < G_N_ELEMENTS (scales); s++)
      {
        GradusSpec spec;
        run_spec (&spec, "hidden", "5", "activation", activations[g], "init-scale", scales[s],
                  "bias-scale", "1", NULL);
        g_autoptr (GradusTrainer) trainer = run_new (&spec);
        const GradusNetwork *network = gradus_trainer_get_network (trainer);
        g_autoptr (GradusField) field = gradus_field_new (network, 2, 1, &extent, 133, 21);
        const double *w = gradus_network_w (network, 1), *b = gradus_network_b (network, 1);
        const double *v = gradus_network_w (network, 2);
        for (int node = 0; node < 133 * 21; node++)
          {
            double x = gradus_field_x (field, node % 133), y = gradus_field_y (field, node / 133);
            double z = *gradus_network_b (network, 2), size = fabs (z);
            for (int j = 0; j < 5; j++)
              {
                z += v[j]
                     * gradus_activation_value (network->activation,
                                                w[2 * j] * x + w[2 * j + 1] * y + b[j]);
                size += fabs (v[j]);
              }
            g_assert_cmpfloat_with_epsilon (field->values[node], z, 1e-7 * size);
          }
      }
}

/* With weights of 1e-15 the boundary is the same as with weights of 1e-3, as Z is all but a plane:
 * w2 · (W1 x), up to a factor. */
static void
test_tiny_weights (void)
{
  GradusSpec spec;

  run_spec (&spec, "init-scale", "1e-15", NULL);
  g_autoptr (GradusTrainer) tiny = run_new (&spec);
  run_spec (&spec, "init-scale", "1e-3", NULL);
  g_autoptr (GradusTrainer) small = run_new (&spec);
  g_autoptr (GradusField) a =
      gradus_field_new (gradus_trainer_get_network (tiny), 2, 1, &extent, 90, 90);
  g_autoptr (GradusField) b =
      gradus_field_new (gradus_trainer_get_network (small), 2, 1, &extent, 90, 90);
  for (int node = 0; node < 90 * 90; node++)
    g_assert_cmpfloat_with_epsilon (a->values[node] * 1e24, b->values[node], 3e-9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/field/nodes-are-where-they-say", test_nodes);
  g_test_add_func ("/field/hidden-layers-give-a-plane-per-unit", test_units);
  g_test_add_func ("/field/one-hidden-layer-by-tables-is-the-network", test_separable);
  g_test_add_func ("/field/tiny-weights-keep-their-digits", test_tiny_weights);
  g_test_add_func ("/contour/of-logistic-regression-is-its-line", test_straight);
  g_test_add_func ("/contour/closed-lines-close", test_rings);
  g_test_add_func ("/contour/a-saddle-is-two-lines", test_saddle);
  g_test_add_func ("/contour/of-nothing-is-nothing-and-holes-are-finite", test_degenerate);
  g_test_add_func ("/contour/of-a-softmax-is-where-two-classes-are-equal", test_softmax);
  return g_test_run ();
}
