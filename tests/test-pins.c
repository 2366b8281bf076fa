/* Pinned cost curves: what is kept, what goes, and what they are called. */
#include "core/pins.h"

#include "picture.h"
#include "plot/cost-lines.h"
#include "plot/plot-cost.h"
#include "plot/run-name.h"

static GradusTrainer *
run_trainer (const GradusSpec *spec, gint64 epochs)
{
  GradusTrainer *trainer = run_new (spec);

  gradus_trainer_run (trainer, epochs + 1);
  return trainer;
}

static void
pin (GradusPins *pins, const GradusSpec *spec, gint64 epochs)
{
  g_autoptr (GradusTrainer) trainer = run_trainer (spec, epochs);

  gradus_pins_add (pins, gradus_trainer_get_spec (trainer), gradus_trainer_get_history (trainer));
}

static void
assert_names (const GradusPins *pins, const GradusSpec *run, const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (int i = 0; i < pins->n; i++)
    {
      g_autofree char *name = gradus_pin_name (pins, i, &run, 1, ".");
      g_string_append_printf (found, "%s%s", i > 0 ? "|" : "", name);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

/* A copy does not go on with the run. */
static void
test_copied (void)
{
  GradusPins pins = { 0 };
  GradusSpec spec;

  run_spec (&spec, "epochs", "1000", NULL);
  g_autoptr (GradusTrainer) trainer = run_trainer (&spec, 100);
  const GradusHistory *history = gradus_trainer_get_history (trainer);
  gradus_pins_add (&pins, &spec, history);
  gradus_trainer_run (trainer, 50);
  g_assert_cmpint (pins.n, ==, 1);
  g_assert_cmpint (gradus_history_count (pins.pins[0].history), ==, 101);
  g_assert_cmpint (gradus_history_count (history), ==, 151);
  for (gsize i = 0; i < 101; i++)
    g_assert_cmpfloat (gradus_history_get (pins.pins[0].history, i)->cost, ==,
                       gradus_history_get (history, i)->cost);
  gradus_pins_add (&pins, &spec, history); /* the same curve, longer */
  g_assert_cmpint (pins.n, ==, 1);
  g_assert_cmpint (gradus_history_count (pins.pins[0].history), ==, 151);
  pin (&pins, &spec, 20); /* shorter */
  g_assert_cmpint (gradus_history_count (pins.pins[0].history), ==, 151);
  gradus_pins_clear (&pins);
}

static void
test_four (void)
{
  static const char *const scales[] = { "0.1", "0.2", "0.3", "0.4", "0.5" };
  GradusPins pins = { 0 };
  GradusSpec spec;

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      run_spec (&spec, "init-scale", scales[i], NULL);
      pin (&pins, &spec, 3);
    }
  run_spec (&spec, NULL);
  assert_names (&pins, &spec, "randn × 0.2|randn × 0.3|randn × 0.4|randn × 0.5");
  gradus_pins_clear (&pins);
}

/* Names say what is different from pin to pin and from the run on screen, and no more. */
static void
test_names (void)
{
  GradusPins pins = { 0 };
  GradusSpec spec, run;

  run_spec (&spec, "init-scale", "1", "alpha", "0.5", NULL);
  pin (&pins, &spec, 3);
  run_spec (&run, "init-scale", "1", NULL);
  assert_names (&pins, &run, "α = 0.5");
  run_spec (&run, NULL);
  assert_names (&pins, &run, "randn × 1, α = 0.5");
  assert_names (&pins, &spec, "pinned");
  run_spec (&spec, "hidden", "0", "init-scale", "1", NULL);
  pin (&pins, &spec, 3);
  run_spec (&run, "init-scale", "1", NULL);
  assert_names (&pins, &run, "4 units, α = 0.5|logistic regression, α = 1.2");
  run_spec (&run, "init-scale", "1", "epochs", "7", NULL); /* no difference of that kind */
  assert_names (&pins, &run, "4 units, α = 0.5|logistic regression, α = 1.2");
  gradus_pins_clear (&pins);
}

/* Costs on other examples are no comparison: neither of another recipe nor of another part. */
static void
test_other_data (void)
{
  static const char *const rows[][2] = {
    { "source", "moons" }, { "held-out", "0.2" }, { "standardise", "true" }, { "data-seed", "7" }
  };
  GradusSpec spec, other;

  run_spec (&spec, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GradusPins pins = { 0 };
      const GradusSpec *both[] = { &spec, &other };
      run_spec (&other, rows[i][0], rows[i][1], NULL);
      pin (&pins, &spec, 2);
      pin (&pins, &other, 2);
      g_assert_cmpint (gradus_pins_drop_others (&pins, both, 2), ==, 0);
      g_assert_cmpint (gradus_pins_drop_others (&pins, both, 1), ==, 1);
      g_assert_cmpint (pins.n, ==, 1);
      g_assert_true (gradus_spec_equal (pins.pins[0].spec, &spec));
      gradus_pins_clear (&pins);
    }
}

static int
count_differences (cairo_surface_t *one, cairo_surface_t *other)
{
  const unsigned char *a = cairo_image_surface_get_data (one);
  const unsigned char *b = cairo_image_surface_get_data (other);
  int n = 0, size = cairo_image_surface_get_stride (one) * cairo_image_surface_get_height (one);

  for (int i = 0; i < size; i++)
    n += a[i] != b[i];
  return n;
}

/* Bytes that are different from column first on, before end. */
static int
count_between (cairo_surface_t *one, cairo_surface_t *other, int first, int end)
{
  int stride = cairo_image_surface_get_stride (one), n = 0;

  for (int y = 0; y < cairo_image_surface_get_height (one); y++)
    for (int x = 4 * first; x < 4 * end; x++)
      n += cairo_image_surface_get_data (one)[y * stride + x]
           != cairo_image_surface_get_data (other)[y * stride + x];
  return n;
}

/* A run of 20 epochs is not a line at the left edge beside a pinned one of 300, which goes to the
 * right edge and no further. */
static void
test_cut_off (void)
{
  GradusPins pins = { 0 };
  GradusSpec spec, run;
  Picture picture;

  run_spec (&spec, "init-scale", "1", NULL);
  pin (&pins, &spec, 300);
  run_spec (&run, "epochs", "1000", NULL);
  picture_init (&picture, &run, 20, GRADUS_VIEW_COST);
  picture.figure.pins = &pins;
  picture.figure.spec = &run;
  picture.figure.scene = NULL; /* no dots at the right edge */
  GradusRect frame = gradus_cost_frame (&picture.figure, 640, 400);
  g_assert_cmpfloat (gradus_cost_epochs (&picture.figure, &frame).high, ==, 20);
  cairo_surface_t *with = picture_draw (&picture.figure, 640, 400);
  gradus_pins_clear (&pins);
  run_spec (&spec, "init-scale", "1", "alpha", "1e-9", NULL);
  pin (&pins, &spec, 300); /* which stays where it begins */
  cairo_surface_t *other = picture_draw (&picture.figure, 640, 400);
  int right = (int) (frame.x + frame.width);
  g_assert_cmpint (count_between (with, other, right - 40, right), >, 20);
  g_assert_cmpint (count_between (with, other, right + 2, right + 7), ==, 0);
  cairo_surface_destroy (with);
  cairo_surface_destroy (other);
  picture_clear (&picture);
  gradus_pins_clear (&pins);
}

/* A pinned curve is there, fainter than the run's. */
static void
test_drawn (void)
{
  GradusPins pins = { 0 };
  GradusSpec spec, run;
  Picture picture;
  GradusCostLine lines[GRADUS_MAX_COST_LINES];

  run_spec (&spec, "init-scale", "100", NULL);
  pin (&pins, &spec, 300);
  run_spec (&run, "epochs", "1000", NULL);
  picture_init (&picture, &run, 100, GRADUS_VIEW_COST);
  cairo_surface_t *without = picture_draw (&picture.figure, 640, 400);
  picture.figure.pins = &pins;
  picture.figure.spec = &run;
  cairo_surface_t *with = picture_draw (&picture.figure, 640, 400);
  g_assert_cmpint (count_differences (with, without), >, 500);
  g_assert_cmpint (gradus_cost_lines_list (&picture.figure, lines), ==, 3);
  g_assert_cmpint (lines[2].pin, ==, 0);
  picture.figure.spec = &spec; /* as if that were the run that has drawn it */
  picture.figure.history = pins.pins[0].history;
  g_assert_cmpint (gradus_cost_lines_list (&picture.figure, lines), ==, 2);
  picture.figure.spec = &run;
  picture.figure.history = gradus_trainer_get_history (picture.trainer);
  gradus_cost_lines_list (&picture.figure, lines);
  const GradusTheme *theme = gradus_theme_get (GRADUS_THEME_LIGHT);
  g_assert_cmpfloat (gradus_color_contrast (lines[2].color, theme->paper), <,
                     gradus_color_contrast (lines[0].color, theme->paper));
  cairo_surface_destroy (with);
  cairo_surface_destroy (without);
  picture_clear (&picture);
  gradus_pins_clear (&pins);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pins/are-copies-and-each-curve-is-there-once", test_copied);
  g_test_add_func ("/pins/the-oldest-of-five-goes", test_four);
  g_test_add_func ("/pins/names-say-what-differs", test_names);
  g_test_add_func ("/pins/other-examples-are-no-comparison", test_other_data);
  g_test_add_func ("/pins/are-drawn-and-fainter", test_drawn);
  g_test_add_func ("/pins/a-longer-one-does-not-stretch-the-axis", test_cut_off);
  return g_test_run ();
}
