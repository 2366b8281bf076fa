/* A table of runs as a picture. */
#include <string.h>

#include "picture.h"
#include "plot/sweep-layout.h"
#include "plot/sweep-words.h"

typedef struct
{
  GradusSweep *sweep;
  GradusCaptions captions;
  GradusFigure figure;
} Table;

static void
table_init (Table *self, const char *values, const char *across_values)
{
  GradusSpec spec;

  run_spec (&spec, "vary", "init-scale", "values", values, "across", "seed", "across-values",
            across_values, NULL);
  self->sweep = gradus_sweep_new (&spec);
  gradus_captions_init (&self->captions, NULL);
  gradus_figure_init (&self->figure, GRADUS_VIEW_SWEEP, &self->captions);
  self->figure.sweep = self->sweep;
}

/* n_rows × n_columns, whatever their values are. */
static void
table_init_sized (Table *self, int n_rows, int n_columns)
{
  g_autoptr (GString) values = g_string_new ("0");
  g_autofree char *across = g_strdup_printf ("100..%d", 99 + n_columns);

  for (int i = 1; i < n_rows; i++)
    g_string_append_printf (values, ";%d", i);
  table_init (self, values->str, across);
}

static void
table_clear (Table *self)
{
  gradus_sweep_free (self->sweep);
}

static void
set_cell (Table *self, int i, GradusSweepState state, double cost, double accuracy)
{
  self->sweep->cells[i] = (GradusSweepCell){ state, 10000, cost, accuracy, NAN, NAN };
}

/* The colour in a corner of the cell, where no number and no sign is. */
static GradusColor
cell_color (const Table *self, cairo_surface_t *image, double width, double height, int row,
            int column)
{
  GradusSweepLayout layout;

  g_assert_true (gradus_sweep_layout (&self->figure, width, height, &layout));
  GradusRect rect = gradus_sweep_cell_rect (&layout, row, column);
  return picture_pixel (image, (int) rect.x + 2, (int) rect.y + 2);
}

/* The better a run the more of the deep colour, of both measures; what has diverged is as no other.
 */
static void
test_colors (void)
{
  Table table;

  table_init (&table, "1", "1..4");
  set_cell (&table, 0, GRADUS_SWEEP_DONE, 0.2, 0.92);
  set_cell (&table, 1, GRADUS_SWEEP_DONE, 0.5, 0.7);
  set_cell (&table, 2, GRADUS_SWEEP_DIVERGED, NAN, NAN);
  for (int theme = 0; theme < GRADUS_N_THEMES; theme++)
    for (int measure = GRADUS_SWEEP_COST; measure <= GRADUS_SWEEP_ACCURACY; measure++)
      {
        const GradusTheme *colors = gradus_theme_get ((GradusThemeKind) theme);
        table.figure.theme = (GradusThemeKind) theme;
        table.figure.sweep_measure = (GradusSweepMeasure) measure;
        cairo_surface_t *image = picture_draw (&table.figure, 640, 200);
        GradusColor best = cell_color (&table, image, 640, 200, 0, 0);
        GradusColor worse = cell_color (&table, image, 640, 200, 0, 1);
        GradusColor diverged = cell_color (&table, image, 640, 200, 0, 2);
        g_assert_cmpint (picture_distance (best, colors->plus), <,
                         picture_distance (worse, colors->plus));
        /* In grey as well: further from the paper. */
        g_assert_cmpfloat (gradus_color_contrast (best, colors->paper), >,
                           gradus_color_contrast (worse, colors->paper) + 1);
        g_assert_cmpint (picture_distance (diverged, best), >, 8);
        g_assert_cmpint (picture_distance (diverged, worse), >, 8);
        g_assert_cmpint (cell_color (&table, image, 640, 200, 0, 3), ==, colors->paper);
        cairo_surface_destroy (image);
      }
  table_clear (&table);
}

static void
draw_everywhere (Table *table)
{
  static const double sizes[][2] = { { 1360, 850 }, { 640, 480 }, { 320, 200 },
                                     { 120, 60 },   { 90, 300 },  { 1, 1 } };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (int measure = GRADUS_SWEEP_COST; measure <= GRADUS_SWEEP_ACCURACY; measure++)
      {
        table->figure.sweep_measure = (GradusSweepMeasure) measure;
        cairo_surface_destroy (picture_draw (&table->figure, sizes[i][0], sizes[i][1]));
      }
  g_autofree char *words = gradus_figure_describe (&table->figure);
  g_assert_true (g_utf8_validate (words, -1, NULL));
  g_assert_cmpint (strlen (words), <, 1000);
  double height = gradus_figure_natural_height (&table->figure, 800);
  g_assert_true (height > 100 && height < 4000);
}

static void
test_degenerate (void)
{
  static const int sizes[][2] = { { 1, 1 }, { 8, 25 }, { 30, 100 }, { 1, 1500 }, { 300, 2 } };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (int state = GRADUS_SWEEP_WAITING; state <= GRADUS_SWEEP_DIVERGED; state++)
      {
        Table table;
        table_init_sized (&table, sizes[i][0], sizes[i][1]);
        for (int k = 0; k < gradus_sweep_count (table.sweep); k++)
          {
            if (state == GRADUS_SWEEP_WAITING)
              continue;
            gboolean has_diverged = state == GRADUS_SWEEP_DIVERGED;
            set_cell (&table, k, (GradusSweepState) state, has_diverged ? NAN : 0.4,
                      has_diverged ? NAN : 0.9);
          }
        draw_everywhere (&table);
        table_clear (&table);
      }
  /* A cost of nothing at all, and one without an end. */
  Table table;
  table_init_sized (&table, 2, 2);
  set_cell (&table, 0, GRADUS_SWEEP_DONE, 0, 1);
  set_cell (&table, 1, GRADUS_SWEEP_DONE, 1e300, 0);
  draw_everywhere (&table);
  table_clear (&table);
}

/* What the pointer finds at a cell's middle is that cell, and what is told and lit is of it. */
static void
test_found (void)
{
  Table table;
  GradusSweepLayout layout;

  table_init (&table, "0;0.01;1", "100..124");
  set_cell (&table, 25, GRADUS_SWEEP_DONE, 0.25, 0.9125);
  set_cell (&table, 26, GRADUS_SWEEP_DIVERGED, NAN, NAN);
  g_assert_true (gradus_sweep_layout (&table.figure, 800, 300, &layout));
  for (int row = 0; row < 3; row++)
    for (int column = 0; column < 25; column++)
      {
        GradusRect rect = gradus_sweep_cell_rect (&layout, row, column);
        double x = rect.x + rect.width / 2, y = rect.y + rect.height / 2;
        GradusTarget target;
        g_assert_true (gradus_figure_find (&table.figure, 800, 300, x, y, &target));
        g_assert_cmpint (target.kind, ==, GRADUS_TARGET_CELL);
        g_assert_cmpint (target.unit, ==, row);
        g_assert_cmpint (target.input, ==, column);
        g_autofree char *words = gradus_figure_tell (&table.figure, 800, 300, x, y);
        if (row == 1 && column == 0)
          g_assert_cmpstr (words, ==,
                           "randn × 0.01, seed 100\nepoch 10\u202f000\ncost 0.250000\n"
                           "accuracy 91.25 %");
        if (row == 1 && column == 1)
          g_assert_cmpstr (words, ==, "randn × 0.01, seed 101\ndiverged at epoch 10\u202f000");
        if (row == 0 && column == 0)
          g_assert_cmpstr (words, ==, "W = 0, seed 100\nwaiting");
      }
  GradusTarget target;
  g_assert_false (gradus_figure_find (&table.figure, 800, 300, 3, 3, &target));
  table_clear (&table);
}

static void
test_described (void)
{
  Table table;

  table_init (&table, "0.01;1;30", "1..2");
  set_cell (&table, 0, GRADUS_SWEEP_DONE, 0.25, 0.91);
  set_cell (&table, 1, GRADUS_SWEEP_DONE, 0.35, 0.92);
  set_cell (&table, 2, GRADUS_SWEEP_DIVERGED, NAN, NAN);
  g_autofree char *accuracy = gradus_figure_describe (&table.figure);
  g_assert_cmpstr (accuracy, ==,
                   "Sweep of init-scale and seed: 3 of 6 runs have ended. Median of the accuracy "
                   "after 10\u202f000 epochs: 91.50 % with randn × 0.01; diverged with randn × 1; "
                   "– with randn × 30.");
  table.figure.sweep_measure = GRADUS_SWEEP_COST;
  g_autofree char *cost = gradus_figure_describe (&table.figure);
  g_assert_nonnull (strstr (cost, "0.3000 with randn × 0.01;"));
  table_clear (&table);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sweep-view/the-better-the-deeper", test_colors);
  g_test_add_func ("/sweep-view/any-table-at-any-size", test_degenerate);
  g_test_add_func ("/sweep-view/a-cell-is-found-and-told", test_found);
  g_test_add_func ("/sweep-view/the-sentence-has-the-medians", test_described);
  return g_test_run ();
}
