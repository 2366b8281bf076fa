/* The view of one step: every number in its place at every width, and what lies under a pointer. */
#include <string.h>

#include "picture.h"
#include "plot/step-sheet.h"

static const double widths[] = { 300, 340, 639, 640, 800, 1400 };

static const GradusStepLine *
get_line (const GradusStepSheet *sheet, guint i)
{
  return &g_array_index (sheet->lines, GradusStepLine, i);
}

/* The first line whose equation begins like that. */
static const GradusStepLine *
find_line (const GradusStepSheet *sheet, const char *begin)
{
  for (guint i = 0; i < sheet->lines->len; i++)
    if (g_str_has_prefix (get_line (sheet, i)->equation, begin))
      return get_line (sheet, i);
  g_assert_not_reached ();
}

static void
picture_show (Picture *picture, const char *hidden, const char *field, const char *value)
{
  GradusSpec spec;

  run_spec (&spec, "hidden", hidden, field, value, NULL);
  picture_init (picture, &spec, 7, GRADUS_VIEW_STEP);
}

static void
assert_inside (const GradusStepSheet *sheet, double width)
{
  double bottom = 0;

  for (guint i = 0; i < sheet->lines->len; i++)
    {
      const GradusStepLine *line = get_line (sheet, i);
      g_assert_cmpfloat (line->top, >=, bottom); /* no line reaches into another */
      g_assert_cmpfloat (line->label.y, >=, line->top);
      bottom = line->bottom;
      g_assert_cmpfloat (bottom, <=, sheet->height);
      for (int k = 0; k < line->n_matrices; k++)
        {
          const GradusStepMatrix *m = &line->matrices[k];
          g_assert_cmpint (m->n_columns, >=, 1);
          g_assert_cmpfloat (m->box.x, >=, 0);
          g_assert_cmpfloat (m->box.x + m->box.width, <=, width);
          g_assert_cmpfloat (m->box.y, >=, line->top);
          g_assert_cmpfloat (m->box.y + m->box.height, <=, line->bottom);
          if (!sheet->is_narrow)
            g_assert_cmpfloat (m->box.x, >=, line->place.x + line->place.width);
          else
            g_assert_cmpfloat (m->box.y, >=, line->label.y + line->label.height);
        }
    }
}

static void
test_places (void)
{
  static const char *const hidden[] = { "0", "4", "13;3", "1024", "2;2;2;2" };
  static const char *const l2[] = { "0", "3" };

  for (guint i = 0; i < G_N_ELEMENTS (hidden); i++)
    for (guint k = 0; k < 2; k++)
      {
        Picture picture;
        picture_show (&picture, hidden[i], "l2", l2[k]);
        for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
          {
            g_autoptr (GradusStepSheet) sheet = gradus_step_sheet_new (&picture.figure, widths[w]);
            int n_layers = picture.scene->snapshot->network->n_layers;
            /* X, Y, and for each layer Z, A, dZ, dW, db, W, b */
            g_assert_cmpuint (sheet->lines->len, ==, 2 + 7 * (guint) n_layers);
            assert_inside (sheet, widths[w]);
            g_assert_cmpfloat (gradus_figure_natural_height (&picture.figure, widths[w]), ==,
                               sheet->height);
          }
        picture_clear (&picture);
      }
}

/* Pixels in the rectangle that are no paper. */
static int
count_ink (cairo_surface_t *image, const GradusRect *rect, GradusColor paper)
{
  int x0 = (int) ceil (rect->x), y0 = (int) ceil (rect->y);
  int x1 = (int) (rect->x + rect->width), y1 = (int) (rect->y + rect->height);

  return (x1 - x0) * (y1 - y0) - picture_count (image, x0, y0, x1, y1, paper);
}

static void
test_ink (void)
{
  Picture picture;

  picture_show (&picture, "4;14", "l2", "0");
  for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
    for (int theme = 0; theme < GRADUS_N_THEMES; theme++)
      {
        GradusColor paper = gradus_theme_get ((GradusThemeKind) theme)->paper;
        picture.figure.theme = (GradusThemeKind) theme;
        g_autoptr (GradusStepSheet) sheet = gradus_step_sheet_new (&picture.figure, widths[w]);
        cairo_surface_t *image = picture_draw (&picture.figure, widths[w], sheet->height);
        for (guint i = 0; i < sheet->lines->len; i++)
          {
            const GradusStepLine *line = get_line (sheet, i);
            const GradusStepMatrix *m = &line->matrices[line->n_matrices - 1];
            g_assert_cmpint (count_ink (image, &line->label, paper), >, 20);
            g_assert_cmpint (count_ink (image, &line->place, paper), >, 20);
            for (int row = 0; row < m->n_rows; row++)
              for (int column = 0; column < m->n_columns; column++)
                {
                  double right = gradus_step_matrix_column_x (m, column);
                  GradusRect cell = { right - 6, gradus_step_matrix_row_y (m, row) - 6, 6, 12 };
                  g_assert_cmpint (count_ink (image, &cell, paper), >, 4);
                }
          }
        cairo_surface_destroy (image);
      }
  picture_clear (&picture);
}

static void
test_layers (void)
{
  Picture picture;

  picture_show (&picture, "4;3", "l2", "0");
  for (int layer = 1; layer <= 3; layer++)
    {
      picture.figure.step_layer = layer;
      g_autoptr (GradusStepSheet) sheet = gradus_step_sheet_new (&picture.figure, 800);
      g_assert_cmpuint (sheet->lines->len, ==, layer == 2 ? 7 : 8); /* X with 1, Y with 3 */
      g_autofree char *begin = g_strdup_printf ("<i>dW</i><sup>[%d]</sup>", layer);
      find_line (sheet, begin);
    }
  picture_clear (&picture);
}

/* The course's equations as they are written, with the shapes of its matrices. */
static void
test_words (void)
{
  Picture picture;

  picture_show (&picture, "4", "l2", "0");
  g_autoptr (GradusStepSheet) sheet = gradus_step_sheet_new (&picture.figure, 800);
  const GradusStepLine *dw = find_line (sheet, "<i>dW</i><sup>[1]</sup>");
  g_assert_cmpstr (dw->equation, ==,
                   "<i>dW</i><sup>[1]</sup> = (1/<i>m</i>) <i>dZ</i><sup>[1]</sup> "
                   "<i>X</i><sup>T</sup>");
  g_assert_cmpstr (dw->shape, ==, "4 × 2");
  const GradusStepLine *z = find_line (sheet, "<i>Z</i><sup>[2]</sup>");
  g_assert_cmpstr (z->equation, ==,
                   "<i>Z</i><sup>[2]</sup> = <i>W</i><sup>[2]</sup> <i>A</i><sup>[1]</sup> + "
                   "<i>b</i><sup>[2]</sup>");
  g_assert_cmpstr (z->shape, ==, "1 × 400");
  const GradusStepLine *w = find_line (sheet, "<i>W</i><sup>[1]</sup>");
  g_assert_cmpint (w->n_matrices, ==, 3);
  g_assert_cmpstr (w->joints[1], ==, "− 1.2 ×");
  g_assert_cmpstr (w->joints[2], ==, "=");
  for (int row = 0; row < 4; row++)
    for (int k = 0; k < 2; k++) /* W − α dW = W, as it stands there */
      g_assert_cmpfloat (gradus_step_matrix_get (&w->matrices[0], row, k)
                             - 1.2 * gradus_step_matrix_get (&w->matrices[1], row, k),
                         ==, gradus_step_matrix_get (&w->matrices[2], row, k));
  picture_clear (&picture);
}

static void
test_find (void)
{
  Picture picture;
  GradusTarget target;

  picture_show (&picture, "4;3", "l2", "0");
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      double width = widths[i];
      g_autoptr (GradusStepSheet) sheet = gradus_step_sheet_new (&picture.figure, width);
      const GradusStepMatrix *w = &find_line (sheet, "<i>W</i><sup>[2]</sup>")->matrices[2];
      for (int row = 0; row < 3; row++)
        for (int k = 0; k < w->n_columns; k++)
          {
            GradusTarget wanted = { GRADUS_TARGET_WEIGHT, 2, row, k, 0 };
            g_assert_true (gradus_figure_find (&picture.figure, width, sheet->height,
                                               gradus_step_matrix_column_x (w, k) - 3,
                                               gradus_step_matrix_row_y (w, row), &target));
            g_assert_true (gradus_target_equal (&target, &wanted));
          }
      const GradusStepMatrix *a = &find_line (sheet, "<i>A</i><sup>[1]</sup>")->matrices[0];
      GradusTarget unit = { GRADUS_TARGET_UNIT, 1, 3, 0, 0 };
      g_assert_true (gradus_figure_find (&picture.figure, width, sheet->height, a->box.x + 20,
                                         gradus_step_matrix_row_y (a, 3), &target));
      g_assert_true (gradus_target_equal (&target, &unit));
      const GradusStepMatrix *db = &find_line (sheet, "<i>db</i><sup>[1]</sup>")->matrices[0];
      GradusTarget bias = { GRADUS_TARGET_BIAS, 1, 2, 0, 0 };
      g_assert_true (gradus_figure_find (&picture.figure, width, sheet->height, db->box.x + 8,
                                         gradus_step_matrix_row_y (db, 2), &target));
      g_assert_true (gradus_target_equal (&target, &bias));
      g_assert_false (gradus_figure_find (&picture.figure, width, sheet->height, 3, 3, &target));
      g_assert_cmpint (target.kind, ==, GRADUS_TARGET_NONE);
    }
  picture_clear (&picture);
}

/* How many pixels of the rectangle a light changes. */
static int
count_lit (const GradusFigure *figure, double width, double height, const GradusTarget *target,
           const GradusRect *rect)
{
  cairo_surface_t *before = picture_draw (figure, width, height);
  cairo_surface_t *after = picture_draw (figure, width, height);
  cairo_t *cr = cairo_create (after);
  int n = 0;

  gradus_figure_light (figure, cr, width, height, target);
  cairo_destroy (cr);
  cairo_surface_flush (after);
  for (int y = (int) rect->y; y < (int) (rect->y + rect->height); y++)
    for (int x = (int) rect->x; x < (int) (rect->x + rect->width); x++)
      n += picture_pixel (before, x, y) != picture_pixel (after, x, y);
  cairo_surface_destroy (before);
  cairo_surface_destroy (after);
  return n;
}

static GradusRect
row_of (const GradusStepMatrix *m, int row)
{
  return (GradusRect){ m->box.x + 2, gradus_step_matrix_row_y (m, row) - 5, m->box.width - 4, 10 };
}

static void
test_light (void)
{
  GradusTarget unit = { GRADUS_TARGET_UNIT, 1, 2, 0, 0 };
  GradusTarget example = { GRADUS_TARGET_EXAMPLE, 0, 0, 0, 1 };
  GradusTarget far = { GRADUS_TARGET_EXAMPLE, 0, 0, 0, 300 };
  GradusTarget input = { GRADUS_TARGET_WEIGHT, 1, 900, 900, 0 };
  Picture picture;

  picture_show (&picture, "4", "l2", "0");
  g_autoptr (GradusStepSheet) sheet = gradus_step_sheet_new (&picture.figure, 800);
  double height = sheet->height;
  GradusRect all = { 0, 0, 800, height };
  const GradusStepMatrix *z = &find_line (sheet, "<i>Z</i><sup>[1]</sup>")->matrices[0];
  const GradusStepMatrix *dw = &find_line (sheet, "<i>dW</i><sup>[1]</sup>")->matrices[0];
  const GradusStepMatrix *z2 = &find_line (sheet, "<i>Z</i><sup>[2]</sup>")->matrices[0];
  for (int row = 0; row < 4; row++)
    {
      GradusRect in_z = row_of (z, row), in_dw = row_of (dw, row);
      g_assert_true ((count_lit (&picture.figure, 800, height, &unit, &in_z) > 0) == (row == 2));
      g_assert_true ((count_lit (&picture.figure, 800, height, &unit, &in_dw) > 0) == (row == 2));
    }
  GradusRect other_layer = row_of (z2, 0);
  g_assert_cmpint (count_lit (&picture.figure, 800, height, &unit, &other_layer), ==, 0);
  g_assert_cmpint (count_lit (&picture.figure, 800, height, &example, &z->box), >, 100);
  g_assert_cmpint (count_lit (&picture.figure, 800, height, &example, &dw->box), ==, 0);
  g_assert_cmpint (count_lit (&picture.figure, 800, height, &far, &all), ==, 0);
  g_assert_cmpint (count_lit (&picture.figure, 800, height, &input, &all), ==, 0);
  picture_clear (&picture);
}

/* One example alone: the course's small letters, one column, no means. */
static void
test_example (void)
{
  Picture picture;
  GradusSceneOrder order;

  picture_show (&picture, "4", "l2", "0");
  gradus_scene_reorder (picture.scene, &order);
  order.example = 16;
  g_autoptr (GradusScene) scene = gradus_scene_new (&order);
  picture.figure.scene = scene;
  g_autoptr (GradusStepSheet) sheet = gradus_step_sheet_new (&picture.figure, 400);
  g_assert_cmpstr (find_line (sheet, "<i>dW</i><sup>[2]</sup>")->equation, ==,
                   "<i>dW</i><sup>[2]</sup> = <i>dz</i><sup>[2]</sup> <i>a</i><sup>[1]T</sup>");
  g_assert_cmpstr (find_line (sheet, "<i>z</i><sup>[1]</sup>")->shape, ==, "4 × 1");
  g_autofree char *words = gradus_figure_describe (&picture.figure);
  g_assert_nonnull (strstr (words, "example 17 alone"));
  picture_clear (&picture);
}

static void
test_describe (void)
{
  Picture picture;

  picture_show (&picture, "4", "init", "zeros");
  g_autofree char *words = gradus_figure_describe (&picture.figure);
  g_assert_cmpstr (words, ==,
                   "One step, in numbers: epoch 7 · α = 1.2 · all 400 examples · ‖dW[1]‖ = 0 · "
                   "‖dW[2]‖ = 0.");
  picture_clear (&picture);
  picture_show (&picture, "0", "batch", "64");
  g_autofree char *batch = gradus_figure_describe (&picture.figure);
  g_assert_nonnull (strstr (batch, "each update of this run uses a batch of 64"));
  picture.figure.scene = NULL;
  g_autofree char *nothing = gradus_figure_describe (&picture.figure);
  g_assert_cmpstr (nothing, ==, "One step, in numbers: nothing to show yet.");
  picture_clear (&picture);
}

/* Numbers of every size: too large, too small, none, and not to be had as numbers at all. */
static void
test_degenerate (void)
{
  static const double factors[] = { 0, 1e-300, 1e-12, 1e12, 1e99, 1e200, INFINITY };

  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    {
      Picture picture;
      picture_show (&picture, "3", "init-scale", "1");
      const GradusNetwork *network = picture.scene->snapshot->network;
      for (gsize p = 0; p < network->n_parameters; p++)
        network->parameters[p] *= factors[i];
      GradusSceneOrder order;
      gradus_scene_reorder (picture.scene, &order);
      g_autoptr (GradusStep) step = gradus_step_new (order.snapshot, order.training, 1.2, 0, 0, -1);
      GradusScene scene = *picture.scene;
      scene.step = step;
      picture.figure.scene = &scene;
      for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
        {
          g_autoptr (GradusStepSheet) sheet = gradus_step_sheet_new (&picture.figure, widths[w]);
          assert_inside (sheet, widths[w]);
          cairo_surface_t *image = picture_draw (&picture.figure, widths[w], sheet->height);
          cairo_surface_destroy (image);
        }
      g_autofree char *words = gradus_figure_describe (&picture.figure);
      g_assert_cmpuint (strlen (words), >, 20);
      picture_clear (&picture);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/step-view/every-matrix-has-its-place-at-every-width", test_places);
  g_test_add_func ("/step-view/every-number-is-written", test_ink);
  g_test_add_func ("/step-view/one-layer-or-all", test_layers);
  g_test_add_func ("/step-view/the-equations-are-the-courses", test_words);
  g_test_add_func ("/step-view/a-row-is-its-unit-and-a-number-its-parameter", test_find);
  g_test_add_func ("/step-view/a-unit-lights-its-rows-and-an-example-its-column", test_light);
  g_test_add_func ("/step-view/one-example-has-small-letters", test_example);
  g_test_add_func ("/step-view/says-what-it-is-of", test_describe);
  g_test_add_func ("/step-view/numbers-of-any-size-have-room", test_degenerate);
  return g_test_run ();
}
