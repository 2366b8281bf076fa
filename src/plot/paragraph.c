/* Words over several lines. */
#include "plot/paragraph.h"

#include <math.h>

/* Letters are narrower than this share of a line's height, on the average of any sentence. */
#define LETTER 0.48

/* Whether the text goes on with a layer's number: [1], [16]. */
static gboolean
is_layer (const char *text)
{
  const char *end = text + 1;

  if (*text != '[')
    return FALSE;
  while (g_ascii_isdigit (*end))
    end++;
  return end > text + 1 && *end == ']';
}

char *
gradus_paragraph_markup (const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  GString *markup = g_string_new (NULL);
  gboolean is_raised = FALSE;

  for (const char *c = escaped; *c != '\0'; c++)
    {
      if (is_layer (c) && c > escaped && g_ascii_isalpha (c[-1]))
        {
          g_string_append (markup, GRADUS_INK_RAISED);
          is_raised = TRUE;
        }
      g_string_append_c (markup, *c);
      if (is_raised && *c == ']')
        {
          g_string_append (markup, "</span>");
          is_raised = FALSE;
        }
    }
  return g_string_free (markup, FALSE);
}

double
gradus_paragraph_draw (GradusInk *ink, GradusFont font, GradusColor color, double x, double y,
                       double width, const char *text)
{
  g_autofree char *plain = gradus_paragraph_markup (text);
  g_autofree char *markup = gradus_ink_enlarge_indices (ink, font, plain);
  g_autoptr (PangoLayout) layout = pango_layout_new (gradus_lettering_get_context ());
  PangoRectangle logical;

  pango_layout_set_font_description (layout, ink->fonts[font]);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_NONE);
  pango_layout_set_single_paragraph_mode (layout, FALSE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_width (layout, (int) (fmax (width, 1) * PANGO_SCALE));
  pango_layout_set_markup (layout, markup, -1);
  pango_layout_get_extents (layout, NULL, &logical);
  gradus_ink_color (ink, color, 1);
  cairo_move_to (ink->cr, x, y);
  pango_cairo_show_layout (ink->cr, layout);
  cairo_new_path (ink->cr);
  return (double) logical.height / PANGO_SCALE;
}

double
gradus_paragraph_guess (GradusFont font, double width, const char *text)
{
  double line = gradus_font_height (font);
  double letters = fmax (1, floor (width / (LETTER * line)));

  return ceil ((double) g_utf8_strlen (text, -1) / letters) * line * 1.1;
}
