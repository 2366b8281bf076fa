/* Scenes: what part of the plane is shown, and that all is there. */
#include <math.h>

#include "core/gradient.h"
#include "core/scene.h"
#include "run.h"

static GradusDataset *
points (double x_low, double x_high, double y_low, double y_high)
{
  GradusDataset *data = gradus_dataset_new (4, 2, 2, NULL, NULL);
  const double x[] = { x_low, x_high, x_low, x_high, y_low, y_high, y_low, y_high };

  for (int i = 0; i < 8; i++)
    data->x[i] = x[i];
  return data;
}

static void
assert_shows (const GradusExtent *extent, const GradusDataset *data)
{
  for (gsize i = 0; i < data->m; i++)
    {
      g_assert_cmpfloat (data->x[i], >, extent->x0);
      g_assert_cmpfloat (data->x[i], <, extent->x1);
      g_assert_cmpfloat (data->x[data->m + i], >, extent->y0);
      g_assert_cmpfloat (data->x[data->m + i], <, extent->y1);
    }
}

static void
test_extents (void)
{
  static const double ranges[][4] = {
    { -1, 1, -1, 1 },        { 0, 100, 0, 90 },        { 3, 3, 3, 3 },
    { 0, 0, -5, 5 },         { 1e6, 1e6 + 1, 0, 1 },   { 0, 1e-8, 0, 1000 },
    { -1e200, 1e200, 0, 1 }, { 1e-200, 2e-200, 0, 1 }, { 1e17, 1e17, -1e17, -1e17 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      const double *r = ranges[i];
      g_autoptr (GradusDataset) data = points (r[0], r[1], r[2], r[3]);
      GradusExtent extent;
      gradus_scene_extent (data, NULL, &extent);
      assert_shows (&extent, data);
      g_assert_cmpfloat (extent.x1 - extent.x0, >, 0);
      g_assert_true (isfinite (extent.x1 - extent.x0) && isfinite (extent.y1 - extent.y0));
    }
}

static void
test_flower (void)
{
  GradusSpec spec;
  GradusExtent extent;

  run_spec (&spec, NULL);
  g_autoptr (GradusDataset) data = gradus_recipe_make (&spec);
  gradus_scene_extent (data, NULL, &extent);
  g_assert_true (extent.x0 == -5 && extent.x1 == 5 && extent.y0 == -5 && extent.y1 == 5);
}

static void
test_shapes (void)
{
  g_autoptr (GradusDataset) near_square = points (0, 10, 0, 4);
  g_autoptr (GradusDataset) far_from_it = points (0, 1, 0, 1000);
  GradusExtent extent;

  gradus_scene_extent (near_square, NULL, &extent);
  g_assert_cmpfloat (extent.x1 - extent.x0, ==, extent.y1 - extent.y0);
  gradus_scene_extent (far_from_it, NULL, &extent);
  g_assert_cmpfloat (extent.x1 - extent.x0, <, 2);
  g_autoptr (GradusDataset) held_out = points (0, 7, 0, 1);
  gradus_scene_extent (near_square, held_out, &extent);
  assert_shows (&extent, held_out);
}

static void
test_whole (void)
{
  static const char *const hidden[] = { "0", "4", "3;2;100" };

  for (guint i = 0; i < G_N_ELEMENTS (hidden); i++)
    {
      GradusSpec spec;
      run_spec (&spec, "hidden", hidden[i], "held-out", "0.2", "init-scale", "1", NULL);
      g_autoptr (GradusTrainer) trainer = run_new (&spec);
      gradus_trainer_run (trainer, 3);
      g_autoptr (GradusSnapshot) snapshot = gradus_trainer_take_snapshot (trainer);
      GradusSceneOrder order;
      gradus_trainer_order_scene (trainer, 2, &order);
      order.snapshot = snapshot;
      order.resolution = 50;
      g_autoptr (GradusScene) scene = gradus_scene_new (&order);
      g_clear_pointer (&trainer, gradus_trainer_free); /* a scene outlives its run */
      g_assert_cmpint (scene->snapshot->row.epoch, ==, 2);
      g_assert_cmpint (scene->field->columns, ==, 50);
      g_assert_cmpint (scene->diagnosis->n_layers, ==, spec.hidden.n);
      for (int l = 0; l < GRADUS_MAX_HIDDEN_LAYERS; l++)
        g_assert_true ((scene->units[l] != NULL) == (l < spec.hidden.n));
      g_assert_cmpuint (scene->held_out->m, ==, 80);
      g_autoptr (GradusScene) second = gradus_scene_ref (scene);
      g_assert_true (second == scene);
    }
}

/* The slope of J along one parameter, by central differences, is that part of the gradient. */
static void
test_gradient (void)
{
  GradusSpec spec;
  GradusSceneOrder order;
  const double h = 1e-5;

  run_spec (&spec, "hidden", "3", "init-scale", "1", "l2", "0.5", NULL);
  g_autoptr (GradusTrainer) trainer = run_new (&spec);
  gradus_trainer_run (trainer, 3);
  g_autoptr (GradusSnapshot) snapshot = gradus_trainer_take_snapshot (trainer);
  gradus_trainer_order_scene (trainer, 2, &order);
  order.snapshot = snapshot;
  order.resolution = 32;
  g_autoptr (GradusScene) without = gradus_scene_new (&order);
  g_assert_null (without->gradient);
  order.parts = GRADUS_SCENE_GRADIENT;
  g_autoptr (GradusScene) scene = gradus_scene_new (&order);
  g_autoptr (GradusNetwork) moved = gradus_network_copy (snapshot->network);
  for (gsize i = 0; i < moved->n_parameters; i++)
    {
      double there = moved->parameters[i];
      moved->parameters[i] = there + h;
      double above = gradus_gradient_whole (moved, order.training, 0.5, NULL);
      moved->parameters[i] = there - h;
      double below = gradus_gradient_whole (moved, order.training, 0.5, NULL);
      moved->parameters[i] = there;
      g_assert_cmpfloat_with_epsilon (scene->gradient[i], (above - below) / (2 * h), 1e-9);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/every-example-is-inside-with-a-margin", test_extents);
  g_test_add_func ("/scene/the-flower-is-shown-from-minus-5-to-5", test_flower);
  g_test_add_func ("/scene/square-where-the-ranges-allow-it", test_shapes);
  g_test_add_func ("/scene/is-whole-and-outlives-its-run", test_whole);
  g_test_add_func ("/scene/the-gradient-is-the-cost-s-slope", test_gradient);
  return g_test_run ();
}
