/* Several runs side by side: every size and number of runs draws cleanly, and is told as it is. */
#include "plot/run-name.h"

#include "core/compare.h"
#include "picture.h"
#include "plot/compare-layout.h"

typedef struct
{
  GradusSpec spec;
  int n;
  Picture pictures[GRADUS_MAX_COMPARED];
  char *names[GRADUS_MAX_COMPARED];
  GradusFigureRun runs[GRADUS_MAX_COMPARED];
  GradusFigure figure;
} Comparison;

static void
comparison_init (Comparison *self, const char *vary, const char *values, gint64 epochs)
{
  run_spec (&self->spec, "vary", vary, "values", values, "epochs", "1000000", NULL);
  self->n = gradus_compare_count (&self->spec);
  for (int i = 0; i < self->n; i++)
    {
      GradusSpec run;
      gradus_compare_pick (&self->spec, i, &run);
      picture_init (&self->pictures[i], &run, epochs, GRADUS_VIEW_COMPARE);
      self->names[i] = gradus_run_name (&self->spec, i, ".");
      self->runs[i] = (GradusFigureRun){ .name = self->names[i],
                                         .scene = self->pictures[i].scene,
                                         .history = self->pictures[i].figure.history };
    }
  self->figure = self->pictures[0].figure;
  self->figure.n_runs = self->n;
  self->figure.runs = self->runs;
}

static void
comparison_clear (Comparison *self)
{
  for (int i = 0; i < self->n; i++)
    {
      picture_clear (&self->pictures[i]);
      g_free (self->names[i]);
    }
}

static void
assert_names (const char *vary, const char *values, const char *expected)
{
  GradusSpec spec;
  g_autoptr (GString) found = g_string_new (NULL);

  run_spec (&spec, "vary", vary, "values", values, NULL);
  for (int i = 0; i < gradus_compare_count (&spec); i++)
    {
      g_autofree char *name = gradus_run_name (&spec, i, ",");
      g_string_append_printf (found, "%s%s", i > 0 ? "|" : "", name);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_names (void)
{
  assert_names ("init-scale", "0;0.01;1", "W = 0|randn × 0,01|randn × 1");
  assert_names ("alpha", "0.1;1.2", "α = 0,1|α = 1,2");
  assert_names ("hidden", "0;1;4;8,4", "logistic regression|1 unit|4 units|8–4");
  assert_names ("activation", "tanh;relu", "tanh|ReLU");
  assert_names ("seed", "3..4", "seed 3|seed 4");
}

static void
assert_title (const char *vary, const char *values, const char *expected)
{
  GradusSpec spec;

  run_spec (&spec, "vary", vary, "values", values, NULL);
  g_autofree char *title = gradus_comparison_name (&spec, ",");
  g_assert_cmpstr (title, ==, expected);
}

static void
test_title (void)
{
  assert_title ("init-scale", "0;0.01;1", "Init scale 0 · 0,01 · 1");
  assert_title ("alpha", "0.1;1.2", "α 0,1 · 1,2");
  assert_title ("hidden", "0;4;8,4", "Hidden units 0 · 4 · 8,4");
  assert_title ("init", "xavier;he", "Initial weights Xavier · He");
  assert_title ("seed", "3..4", "Seed 3 · 4");
}

/* A run has the colour of its curve, and there is ink of each in the picture. */
static void
test_sizes (void)
{
  static const double sizes[][2] = { { 1360, 850 }, { 1024, 768 }, { 500, 900 }, { 300, 200 },
                                     { 1920, 300 }, { 40, 40 },    { 1, 1 } };
  static const char *const values[] = { "0.01", "0;1", "0;0.01;1", "0;0.01;1;100" };

  for (guint k = 0; k < G_N_ELEMENTS (values); k++)
    {
      Comparison comparison;
      comparison_init (&comparison, "init-scale", values[k], 30);
      for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
        for (int theme = 0; theme < GRADUS_N_THEMES; theme++)
          {
            comparison.figure.theme = (GradusThemeKind) theme;
            cairo_surface_destroy (picture_draw (&comparison.figure, sizes[i][0], sizes[i][1]));
          }
      comparison_clear (&comparison);
    }
}

static void
test_told (void)
{
  Comparison comparison;

  comparison_init (&comparison, "init-scale", "0;0.01", 100);
  g_autofree char *words = gradus_figure_describe (&comparison.figure);
  g_assert_cmpstr (words, ==,
                   "At epoch 100: W = 0 has cost 0.6931 and accuracy 50.00\xc2\xa0%; "
                   "randn × 0.01 has cost 0.6044 and accuracy 59.50\xc2\xa0%.");
  comparison.figure.n_runs = 0;
  g_autofree char *nothing = gradus_figure_describe (&comparison.figure);
  g_assert_cmpstr (nothing, ==, "Comparison: nothing to show yet.");
  comparison_clear (&comparison);
}

/* Left and right thirds are the first and the third column; the cost plot below is none. */
static void
test_found (void)
{
  Comparison comparison;
  GradusTarget target;

  comparison_init (&comparison, "init-scale", "0;0.01;1", 0);
  for (int i = 0; i < 3; i++)
    {
      g_assert_true (
          gradus_figure_find (&comparison.figure, 1200, 800, 200 + 400 * i, 200, &target));
      g_assert_cmpint (target.kind, ==, GRADUS_TARGET_RUN);
      g_assert_cmpint (target.unit, ==, i);
    }
  g_assert_false (gradus_figure_find (&comparison.figure, 1200, 800, 600, 780, &target));
  comparison_clear (&comparison);
}

/* At its natural height a comparison shows all its parts, at any width and of any number. */
static void
test_all_parts (void)
{
  static const char *const values[] = { "1", "0;1", "0;0.01;1", "0;0.01;1;100" };

  for (guint k = 0; k < G_N_ELEMENTS (values); k++)
    {
      Comparison comparison;
      comparison_init (&comparison, "init-scale", values[k], 0);
      for (double width = 320; width < 2000; width += 67)
        {
          GradusCompareLayout layout;
          double height = gradus_figure_natural_height (&comparison.figure, width);
          gradus_compare_layout_init (&layout, &comparison.figure, width, height);
          g_assert_false (gradus_rect_is_empty (&layout.units));
          g_assert_false (gradus_rect_is_empty (&layout.chips));
          g_assert_cmpfloat (layout.plane.width, >=, 90);
          g_assert_cmpfloat (layout.cost.height, >=, 120);
          g_assert_cmpfloat (layout.cost.y + layout.cost.height, <=, height);
        }
      comparison_clear (&comparison);
    }
}

/* One that is shown alone has the room of all, and the colour it has among them. */
static void
test_only (void)
{
  Comparison comparison;
  GradusCompareLayout all, one;
  GradusTarget target;

  comparison_init (&comparison, "init-scale", "0;0.01;1", 0);
  gradus_compare_layout_init (&all, &comparison.figure, 1200, 800);
  comparison.figure.only = 2;
  gradus_compare_layout_init (&one, &comparison.figure, 1200, 800);
  g_assert_cmpfloat (one.plane.width, >, 1.3 * all.plane.width);
  g_assert_true (gradus_rect_is_empty (&one.places[0]) && gradus_rect_is_empty (&one.places[1]));
  g_assert_true (gradus_figure_find (&comparison.figure, 1200, 800, 100, 200, &target));
  g_assert_cmpint (target.unit, ==, 2);
  cairo_surface_destroy (picture_draw (&comparison.figure, 1200, 800));
  comparison_clear (&comparison);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/comparison/runs-have-the-names-of-the-field", test_names);
  g_test_add_func ("/comparison/its-title-names-the-field-once", test_title);
  g_test_add_func ("/comparison/draws-at-every-size", test_sizes);
  g_test_add_func ("/comparison/is-told-as-it-is", test_told);
  g_test_add_func ("/comparison/a-point-is-in-a-column", test_found);
  g_test_add_func ("/comparison/all-parts-at-its-natural-height", test_all_parts);
  g_test_add_func ("/comparison/one-can-have-the-room-of-all", test_only);
  return g_test_run ();
}
