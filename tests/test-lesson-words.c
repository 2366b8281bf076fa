/* A lesson's words: numbers as the program writes them, and markup that Pango takes. */
#include "plot/lesson-words.h"

#include <math.h>
#include <pango/pango.h>

static void
assert_filled (const char *text, const char *expected)
{
  GradusRow row = { .epoch = 12345, .cost = 0.28808341, .accuracy = 0.905, .held_out_cost = NAN };
  GradusSpec spec;
  GradusMeasured run = { .spec = &spec, .row = &row, .largest_eigenvalue = 1e-7 };

  gradus_spec_init (&spec);
  g_autofree char *filled = gradus_lesson_fill (text, &run, 1, ".");
  g_assert_cmpstr (filled, ==, expected);
}

static void
test_fill (void)
{
  assert_filled ("no number", "no number");
  assert_filled ("{cost} and {cost:6}", "0.2881 and 0.288083");
  assert_filled ("at {epoch}: {accuracy}", "at 12\u202f345: 90.50\u00a0%");
  assert_filled ("90 % of it, W = 0, randn × 0.01, a = b",
                 "90\u00a0% of it, W\u00a0=\u00a00, randn\u00a0×\u00a00.01, a = b");
  assert_filled ("{accuracy:0}", "91\u00a0%");
  assert_filled ("α = {alpha}, λ {largest-eigenvalue}", "α\u00a0=\u00a01.2, λ 1e−7");
  assert_filled ("{held-out-cost}, {alike}, {diverged}, {cost@2}", "–, –, –, –");
  assert_filled ("a {{ b }", "a { b }");
}

static void
test_markup (void)
{
  static const char *const texts[][2] = {
    { "a *b* & _c_ < `d`", "a <b>b</b> &amp; <i>c</i> &lt; <tt>d</tt>" },
    { "one\ntwo", "one\n\ntwo" },
    { "W[1] and `W[1]`", "W<span size=\"smaller\" rise=\"3600\">[1]</span> and <tt>W[1]</tt>" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *markup = gradus_lesson_markup (texts[i][0]);

      g_assert_cmpstr (markup, ==, texts[i][1]);
      g_assert_true (pango_parse_markup (markup, -1, 0, NULL, NULL, NULL, NULL));
    }
}

static void
test_plain (void)
{
  g_autofree char *plain = gradus_lesson_plain ("a *b* _c_ `d` 2 * 3\nW[1]");

  g_assert_cmpstr (plain, ==, "a b c d 2 * 3\n\nW[1]");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lesson-words/numbers-take-the-placeholders-place", test_fill);
  g_test_add_func ("/lesson-words/markup-is-pangos", test_markup);
  g_test_add_func ("/lesson-words/plain-has-no-signs", test_plain);
  return g_test_run ();
}
