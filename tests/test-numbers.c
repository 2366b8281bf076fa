/* Numbers as people write them. */
#include "app/numbers.h"

#include <locale.h>
#include <math.h>

static void
assert_text (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_shortest (void)
{
  static const double values[] = { 0.1, 1.0 / 3.0, 1e-300, 5e-324, G_MAXDOUBLE, -2.5, 1e22, 0.01 };

  assert_text (gradus_number_to_shortest (0.01), "0.01");
  assert_text (gradus_number_to_shortest (10000), "10000");
  assert_text (gradus_number_to_shortest (-1.5), "\u22121.5");
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *text = gradus_number_to_shortest (values[i]);
      double read = NAN;

      g_assert_true (gradus_number_parse (text, &read));
      g_assert_cmpfloat (read, ==, values[i]);
    }
}

static void
test_digits (void)
{
  assert_text (gradus_number_to_text (0.6930478, 6), "0.693048");
  assert_text (gradus_number_to_text (-0.5, 1), "\u22120.5");
  assert_text (gradus_number_to_percent (0.905, 2), "90.50 %");
  /* As on the plots: half goes up, and all is all. */
  assert_text (gradus_number_to_percent (0.885, 0), "89 %");
  assert_text (gradus_number_to_percent (1, 2), "100 %");
  assert_text (gradus_number_to_scientific (1.8), "1.8");
  assert_text (gradus_number_to_scientific (0.0037), "3.7e\u22123");
  assert_text (gradus_number_to_scientific (0), "0");
  assert_text (gradus_number_to_scientific (1.24e120), "1.2e120");
}

static void
test_counts (void)
{
  assert_text (gradus_count_to_text (0), "0");
  assert_text (gradus_count_to_text (1234567), "1\u202f234\u202f567");
  assert_text (gradus_count_to_text (-12), "\u221212");
}

static void
test_parse (void)
{
  double value = 0;

  g_assert_true (gradus_number_parse (" 1.5 ", &value));
  g_assert_cmpfloat (value, ==, 1.5);
  g_assert_true (gradus_number_parse ("\u22122e-3", &value));
  g_assert_cmpfloat (value, ==, -2e-3);
}

static void
test_refuse (void)
{
  static const char *const texts[] = { "",    " ",    "word",  "1.5x", "1,5,5", "nan",
                                       "inf", "0x10", "1e999", "--1",  "1 2",   "e" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      double value = 7;

      g_assert_false (gradus_number_parse (texts[i], &value));
      g_assert_cmpfloat (value, ==, 7);
    }
}

/* Only where such a locale is installed. */
static void
test_comma (void)
{
  double value = 0;

  if (setlocale (LC_NUMERIC, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("no German locale here");
      return;
    }
  assert_text (gradus_number_to_shortest (0.01), "0,01");
  assert_text (gradus_count_to_text (1234567), "1\u202f234\u202f567");
  g_assert_true (gradus_number_parse ("1,5", &value));
  g_assert_cmpfloat (value, ==, 1.5);
  g_assert_true (gradus_number_parse ("1.5", &value));
  g_assert_cmpfloat (value, ==, 1.5);
  setlocale (LC_NUMERIC, "C");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/numbers/shortest-text-reads-back", test_shortest);
  g_test_add_func ("/numbers/digits-are-as-asked", test_digits);
  g_test_add_func ("/numbers/counts-are-grouped-as-is-the-custom", test_counts);
  g_test_add_func ("/numbers/either-minus-sign-is-read", test_parse);
  g_test_add_func ("/numbers/what-is-no-finite-number-is-refused", test_refuse);
  g_test_add_func ("/numbers/a-decimal-comma-is-read-and-written-where-it-is-the-custom",
                   test_comma);
  return g_test_run ();
}
