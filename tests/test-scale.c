/* Scales, ticks and numbers, up to the ranges that nobody would choose. */
#include "plot/scale.h"

#include <float.h>
#include <math.h>

#include "plot/ink.h"

#define MINUS "\xe2\x88\x92"
#define NARROW "\xe2\x80\xaf"

static const GradusScaleKind kinds[] = { GRADUS_SCALE_LINEAR, GRADUS_SCALE_LOG,
                                         GRADUS_SCALE_LOG1P };

static const double odd_ranges[][2] = {
  { 0, 0 },
  { 1, 1 },
  { -3, -3 },
  { 5, 2 },
  { 0, 1e300 },
  { -1e308, 1e308 },
  { 1e300, 1e300 },
  { 0, 1e-300 },
  { 1e-310, 1e-308 },
  { NAN, 1 },
  { -INFINITY, 3 },
  { NAN, NAN },
  { 1e9, 1e9 + 1 },
  { 1, 1 + DBL_EPSILON },
  { 0.0217, 0.69315 },
  { 0, 7 },
  { -5, 5 },
  { 0.2, 122 },
  { 1e-12, 5 },
  { 0, 10000 },
  { 0, 1e7 },
  { 1e-300, 1e300 },
  { -DBL_MAX, DBL_MAX },
};

static void
assert_ticks (const GradusScale *scale, const GradusTicks *ticks)
{
  for (int i = 0; i < ticks->n; i++)
    {
      const GradusTick *tick = &ticks->ticks[i];
      double slack = 1e-6 * (scale->high / 2 - scale->low / 2);
      g_assert_true (isfinite (tick->value) && isfinite (tick->at));
      g_assert_cmpfloat (tick->value, >=, scale->low - slack);
      g_assert_cmpfloat (tick->value, <=, scale->high + slack);
      g_assert_cmpstr (tick->label.text, !=, "");
      if (i > 0)
        {
          g_assert_cmpfloat (tick->value, >, tick[-1].value);
          g_assert_cmpstr (tick->label.text, !=, tick[-1].label.text);
        }
    }
}

static void
test_odd_ranges (void)
{
  for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (gsize i = 0; i < G_N_ELEMENTS (odd_ranges); i++)
      for (int most = 2; most <= GRADUS_MAX_TICKS; most++)
        {
          GradusScale scale;
          GradusTicks ticks;
          gradus_scale_init (&scale, kinds[k], odd_ranges[i][0], odd_ranges[i][1], 10, 210);
          g_assert_cmpfloat (scale.low, <, scale.high);
          g_assert_cmpfloat_with_epsilon (gradus_scale_map (&scale, scale.low), 10, 1e-6);
          g_assert_cmpfloat_with_epsilon (gradus_scale_map (&scale, scale.high), 210, 1e-6);
          gradus_scale_ticks (&scale, most, ".", &ticks);
          g_assert_cmpint (ticks.n, <=, most);
          assert_ticks (&scale, &ticks);
        }
}

static void
test_inverse (void)
{
  for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      GradusScale scale;
      gradus_scale_init (&scale, kinds[k], 0.5, 4000, 300, 20); /* upwards, as a y axis */
      for (double v = 0.5; v <= 4000; v *= 1.7)
        g_assert_cmpfloat_with_epsilon (gradus_scale_unmap (&scale, gradus_scale_map (&scale, v)),
                                        v, 1e-9 * v);
      g_assert_cmpfloat (gradus_scale_map (&scale, 1), <, 301);
      g_assert_cmpfloat (gradus_scale_map (&scale, 1000), <, gradus_scale_map (&scale, 10));
    }
}

static void
assert_labels (GradusScaleKind kind, double low, double high, int most, const char *point,
               const char *expected)
{
  GradusScale scale;
  GradusTicks ticks;
  GString *labels = g_string_new (NULL);

  gradus_scale_init (&scale, kind, low, high, 0, 300);
  gradus_scale_ticks (&scale, most, point, &ticks);
  for (int i = 0; i < ticks.n; i++)
    g_string_append_printf (labels, "%s%s", i > 0 ? "|" : "", ticks.ticks[i].label.text);
  g_assert_cmpstr (labels->str, ==, expected);
  g_string_free (labels, TRUE);
}

static void
test_labels (void)
{
  assert_labels (GRADUS_SCALE_LINEAR, -5, 5, 6, ".", MINUS "4|" MINUS "2|0|2|4");
  assert_labels (GRADUS_SCALE_LINEAR, 0, 3000, 4, ".", "0|1000|2000|3000");
  assert_labels (GRADUS_SCALE_LINEAR, 0, 30000, 4, ".",
                 "0|10" NARROW "000|20" NARROW "000|30" NARROW "000");
  assert_labels (GRADUS_SCALE_LINEAR, 0, 1, 3, ",", "0|0,5|1,0");
  assert_labels (GRADUS_SCALE_LINEAR, 0, 3e-9, 4, ".", "0|1e" MINUS "9|2e" MINUS "9|3e" MINUS "9");
  assert_labels (GRADUS_SCALE_LINEAR, 0, 1e300, 3, ".", "0|5e299|1e300");
  assert_labels (GRADUS_SCALE_LOG, 0.2, 2, 6, ".", "0.2|0.3|0.5|1|2");
  assert_labels (GRADUS_SCALE_LOG, 1e-5, 1, 3, ".", "0.0001|0.01|1");
  assert_labels (GRADUS_SCALE_LOG, 0.5, 1e199, 5, ".", "1|1e50|1e100|1e150");
  assert_labels (GRADUS_SCALE_LOG, 1e-9, 1, 4, ".", "1e" MINUS "9|1e" MINUS "6|0.001|1");
  /* A million is too long for the margin beside a cost. */
  assert_labels (GRADUS_SCALE_LOG, 0.5, 2e12, 6, ".", "1|1000|1e6|1e9|1e12");
  assert_labels (GRADUS_SCALE_LOG1P, 0, 1000, 6, ".", "0|1|10|100|1000");
}

/* Epoch 0 stands at the left end, and every later one further to the right. */
static void
test_epoch_zero (void)
{
  GradusScale scale;

  gradus_scale_init (&scale, GRADUS_SCALE_LOG1P, 0, 10000, 50, 450);
  g_assert_cmpfloat (gradus_scale_map (&scale, 0), ==, 50);
  g_assert_cmpfloat (gradus_scale_map (&scale, 1), >, 60);
  g_assert_cmpfloat_with_epsilon (gradus_scale_map (&scale, 10000), 450, 1e-9);
  g_assert_cmpfloat_with_epsilon (gradus_scale_map (&scale, 99), 50 + 400 * log (100) / log (10001),
                                  1e-9);
}

static void
test_round_numbers (void)
{
  g_assert_cmpfloat (gradus_scale_round_up (1000), ==, 1000);
  g_assert_cmpfloat (gradus_scale_round_up (1001), ==, 1500);
  g_assert_cmpfloat (gradus_scale_round_up (8001), ==, 10000);
  g_assert_cmpfloat_with_epsilon (gradus_scale_round_up (0.021), 0.03, 1e-15);
  g_assert_cmpfloat_with_epsilon (gradus_scale_log_floor (0.288), 0.2, 1e-15);
  g_assert_cmpfloat_with_epsilon (gradus_scale_log_floor (0.3), 0.3, 1e-15);
  g_assert_cmpfloat_with_epsilon (gradus_scale_log_ceil (0.693), 1, 1e-15);
  g_assert_true (isfinite (gradus_scale_round_up (1e308)));
}

static void
assert_number (GradusNumber number, const char *expected)
{
  g_assert_cmpstr (number.text, ==, expected);
}

static void
test_numbers (void)
{
  assert_number (gradus_number_fixed (-1234567.25, 2, ","), MINUS "1" NARROW "234" NARROW "567,25");
  assert_number (gradus_number_fixed (-0.001, 1, "."), "0.0");
  assert_number (gradus_number_fixed (NAN, 1, "."), "?");
  assert_number (gradus_number_fixed (-INFINITY, 1, "."), MINUS "\xe2\x88\x9e");
  assert_number (gradus_number_scientific (-2.5e-7, 3, "."), MINUS "2.5e" MINUS "7");
  assert_number (gradus_number_scientific (100, 3, "."), "1e2");
  assert_number (gradus_number_cost (0.288083, "."), "0.2881");
  assert_number (gradus_number_cost (0, "."), "0.0000");
  assert_number (gradus_number_cost (0.000012345, "."), "1.234e" MINUS "5");
  assert_number (gradus_number_count (1234567), "1" NARROW "234" NARROW "567");
  assert_number (gradus_number_count (-12345), MINUS "12" NARROW "345");
  assert_number (gradus_number_count (9999), "9999");
}

/* 100 % is said of all alone, and 0 % of none. */
static void
test_percent (void)
{
  assert_number (gradus_number_percent (0.885, 1, "."), "88.5\xc2\xa0%");
  assert_number (gradus_number_percent (1, 1, "."), "100\xc2\xa0%");
  assert_number (gradus_number_percent (0.99999, 1, "."), "99.9\xc2\xa0%");
  assert_number (gradus_number_percent (0.00001, 1, "."), "0.1\xc2\xa0%");
  assert_number (gradus_number_percent (0, 0, "."), "0\xc2\xa0%");
  assert_number (gradus_number_percent (29.0 / 800, 2, "."), "3.63\xc2\xa0%"); /* 3.625: half up */
  assert_number (gradus_number_percent (357.0 / 400, 1, "."), "89.3\xc2\xa0%");
  assert_number (gradus_number_percent (357.0 / 400, 2, "."), "89.25\xc2\xa0%");
}

static void
assert_apart (GradusInk *ink, const GradusScale *scale, gboolean horizontal)
{
  GradusTicks ticks;
  double first = fmin (scale->from, scale->to) - 20, last = fmax (scale->from, scale->to) + 20;

  gradus_ink_fit_ticks (ink, GRADUS_FONT_NOTE, scale, horizontal, first, last, &ticks);
  for (int i = 0; i < ticks.n; i++)
    {
      g_assert_cmpfloat (ticks.ticks[i].from, >=, first);
      for (int j = 0; j < i; j++)
        g_assert_true (ticks.ticks[i].from > ticks.ticks[j].to
                       || ticks.ticks[i].to < ticks.ticks[j].from);
    }
}

static void
test_apart (void)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1, 1);
  cairo_t *cr = cairo_create (image);
  GradusCaptions captions;
  GradusInk ink;

  gradus_captions_init (&captions, NULL);
  gradus_ink_init (&ink, cr, gradus_theme_get (GRADUS_THEME_LIGHT), &captions);
  for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (gsize i = 0; i < G_N_ELEMENTS (odd_ranges); i++)
      for (double length = 1; length < 1500; length *= 2.3)
        {
          GradusScale scale;
          gradus_scale_init (&scale, kinds[k], odd_ranges[i][0], odd_ranges[i][1], 0, length);
          assert_apart (&ink, &scale, TRUE);
          gradus_scale_init (&scale, kinds[k], odd_ranges[i][0], odd_ranges[i][1], length, 0);
          assert_apart (&ink, &scale, FALSE);
        }
  gradus_ink_clear (&ink);
  cairo_destroy (cr);
  cairo_surface_destroy (image);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scale/any-range-has-ends-and-ticks-within", test_odd_ranges);
  g_test_add_func ("/scale/pixels-lead-back-to-values", test_inverse);
  g_test_add_func ("/scale/ticks-are-round-numbers-as-people-write-them", test_labels);
  g_test_add_func ("/scale/epoch-0-has-its-place-on-a-log-axis", test_epoch_zero);
  g_test_add_func ("/scale/ends-of-an-axis-are-round", test_round_numbers);
  g_test_add_func ("/scale/tick-labels-never-touch", test_apart);
  g_test_add_func ("/number/minus-point-and-thousands", test_numbers);
  g_test_add_func ("/number/percent-tells-all-and-none-from-nearly", test_percent);
  return g_test_run ();
}
