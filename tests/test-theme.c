/* The palettes: every word can be read, and every class told apart. */
#include "plot/theme.h"

static void
test_names (void)
{
  for (int i = 0; i < GRADUS_N_THEMES; i++)
    g_assert_cmpint (gradus_theme_from_name (gradus_theme_name ((GradusThemeKind) i)), ==, i);
  g_assert_cmpint (gradus_theme_from_name ("sepia"), ==, -1);
  g_assert_cmpint (gradus_theme_from_name (NULL), ==, -1);
}

/* W3C's own examples: black on white is 21 : 1, and #767676 the lightest grey that passes. */
static void
test_contrast_formula (void)
{
  g_assert_cmpfloat_with_epsilon (gradus_color_contrast (0x000000, 0xffffff), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (gradus_color_contrast (0xffffff, 0x767676), 4.54, 0.005);
  g_assert_cmpfloat_with_epsilon (gradus_color_contrast (0x777777, 0xffffff), 4.48, 0.005);
  g_assert_cmpfloat (gradus_color_contrast (0x123456, 0x123456), ==, 1);
}

static void
test_words (void)
{
  for (int i = 0; i < GRADUS_N_THEMES; i++)
    {
      const GradusTheme *t = gradus_theme_get ((GradusThemeKind) i);
      const GradusColor words[] = { t->ink, t->soft, t->alarm, t->train, t->held_out };
      for (gsize k = 0; k < G_N_ELEMENTS (words); k++)
        g_assert_cmpfloat (gradus_color_contrast (words[k], t->paper), >=, 4.5);
      g_assert_cmpfloat (gradus_color_contrast (t->ink, t->sheet), >=, 4.5);
      g_assert_cmpfloat (gradus_color_contrast (t->ink, t->chip), >=, 4.5);
      g_assert_cmpfloat (gradus_color_contrast (t->alarm, t->chip), >=, 4.5);
    }
}

/* W3C asks 3 : 1 of what is not words. */
static void
test_lines (void)
{
  for (int i = 0; i < GRADUS_N_THEMES; i++)
    {
      const GradusTheme *t = gradus_theme_get ((GradusThemeKind) i);
      g_assert_cmpfloat (gradus_color_contrast (t->contour, t->even), >=, 7);
      g_assert_cmpfloat (gradus_color_contrast (t->curve, t->paper), >=, 7);
      g_assert_cmpfloat (gradus_color_contrast (t->marker, t->paper), >=, 3);
      for (int k = 0; k < GRADUS_MAX_CLASSES; k++)
        {
          g_assert_cmpfloat (gradus_color_contrast (t->classes[k], t->even), >=, 3);
          g_assert_cmpfloat (gradus_color_contrast (t->classes[k], t->casing), >=, 3);
          g_assert_cmpfloat (gradus_color_contrast (t->unit_line, t->far[k]), >=, 3);
          g_assert_cmpfloat (gradus_color_contrast (t->contour, t->far[k]), >=, 4.5);
        }
    }
}

/* Dark the one and light the other: in grey they still differ. */
static void
test_signs (void)
{
  for (int i = 0; i < GRADUS_N_THEMES; i++)
    {
      const GradusTheme *t = gradus_theme_get ((GradusThemeKind) i);
      g_assert_cmpfloat (gradus_color_contrast (t->plus, t->paper), >=, 3);
      g_assert_cmpfloat (gradus_color_contrast (t->minus, t->paper), >=, 3);
      g_assert_cmpfloat (gradus_color_contrast (t->plus, t->minus), >=, 2);
    }
}

static void
test_mix (void)
{
  g_assert_cmphex (gradus_color_mix (0x102030, 0xffffff, 0), ==, 0x102030);
  g_assert_cmphex (gradus_color_mix (0x102030, 0xfedcba, 1), ==, 0xfedcba);
  g_assert_cmphex (gradus_color_mix (0x000000, 0x0064c8, 0.5), ==, 0x003264);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/theme/a-name-is-a-theme-s-and-back", test_names);
  g_test_add_func ("/theme/contrast-is-that-of-wcag", test_contrast_formula);
  g_test_add_func ("/theme/words-have-a-contrast-of-4.5", test_words);
  g_test_add_func ("/theme/lines-and-examples-have-a-contrast-of-3", test_lines);
  g_test_add_func ("/theme/signs-are-told-apart-by-lightness", test_signs);
  g_test_add_func ("/theme/mixtures-go-channel-by-channel", test_mix);
  return g_test_run ();
}
