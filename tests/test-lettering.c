/* Words laid out: kept while they are asked for, and never others than those asked for. */
#include <glib.h>

#include "plot/lettering.h"

static PangoFontDescription *
new_font (double size, PangoWeight weight)
{
  PangoFontDescription *font = pango_font_description_from_string ("Cantarell, sans");

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  return font;
}

static void
test_kept (void)
{
  PangoFontDescription *font = new_font (12, PANGO_WEIGHT_NORMAL);
  const GradusWords *words = gradus_lettering_lay_out (font, 0, "Decision boundary", FALSE);

  /* Thousands of other words go by, as numbers do. */
  for (int i = 0; i < 5000; i++)
    {
      char number[16];
      g_snprintf (number, sizeof number, "%d", i);
      const GradusWords *other = gradus_lettering_lay_out (font, 0, number, FALSE);
      g_assert_cmpstr (pango_layout_get_text (other->layout), ==, number);
      if (i % 100 == 0)
        g_assert_true (gradus_lettering_lay_out (font, 0, "Decision boundary", FALSE) == words);
    }
  g_assert_cmpstr (pango_layout_get_text (words->layout), ==, "Decision boundary");
  pango_font_description_free (font);
}

/* Each part of what is asked for counts. */
static void
test_told_apart (void)
{
  PangoFontDescription *fonts[] = { new_font (12, PANGO_WEIGHT_NORMAL),
                                    new_font (24, PANGO_WEIGHT_NORMAL),
                                    new_font (12, PANGO_WEIGHT_BOLD) };
  double width = gradus_lettering_lay_out (fonts[0], 0, "a <i>b</i> c", FALSE)->width;

  g_assert_cmpfloat (gradus_lettering_lay_out (fonts[1], 0, "a <i>b</i> c", FALSE)->width, >,
                     1.9 * width);
  g_assert_cmpfloat (gradus_lettering_lay_out (fonts[2], 0, "a <i>b</i> c", FALSE)->width, !=,
                     width);
  g_assert_cmpfloat (gradus_lettering_lay_out (fonts[0], 0, "a <i>b</i> c", TRUE)->width, <,
                     0.6 * width);
  g_assert_cmpfloat (gradus_lettering_lay_out (fonts[0], 30, "a <i>b</i> c", FALSE)->width, <=, 30);
  g_assert_cmpfloat (gradus_lettering_lay_out (fonts[0], 0, "a <i>b</i> c", FALSE)->width, ==,
                     width);
  for (gsize i = 0; i < G_N_ELEMENTS (fonts); i++)
    pango_font_description_free (fonts[i]);
}

static gpointer
lay_out_beside (gpointer font)
{
  return (gpointer) gradus_lettering_lay_out (font, 0, "beside", FALSE)->layout;
}

/* An export draws on a thread. */
static void
test_threads (void)
{
  PangoFontDescription *font = new_font (12, PANGO_WEIGHT_NORMAL);
  const GradusWords *here = gradus_lettering_lay_out (font, 0, "beside", FALSE);
  GThread *thread = g_thread_new ("beside", lay_out_beside, font);

  g_assert_true (g_thread_join (thread) != (gpointer) here->layout);
  pango_font_description_free (font);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lettering/words-are-kept-while-they-are-asked-for", test_kept);
  g_test_add_func ("/lettering/fonts-rooms-and-markup-are-told-apart", test_told_apart);
  g_test_add_func ("/lettering/each-thread-has-its-own", test_threads);
  return g_test_run ();
}
