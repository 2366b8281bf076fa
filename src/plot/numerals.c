/* Numbers written fast: the few signs they are made of are shaped once for a whole page of them. */
#include "plot/numerals.h"

/* Digits come first, so that a digit is its own place in the table. */
static const gunichar all_signs[GRADUS_NUMERALS] = { '0', '1', '2', '3', '4', '5',    '6',
                                                     '7', '8', '9', '.', ',', 0x2212, 0x202f };

static void
shape (GradusNumerals *self, int i)
{
  char text[8] = { 0 };

  g_unichar_to_utf8 (all_signs[i], text);
  self->signs[i].sign = all_signs[i];
  const GradusWords *words = gradus_ink_lay_out (self->ink, self->face, 0, text, FALSE);
  PangoLayoutLine *line = pango_layout_get_line_readonly (words->layout, 0);
  if (line == NULL || line->runs == NULL)
    return;
  const PangoGlyphItem *run = line->runs->data;
  if (run->glyphs->num_glyphs != 1)
    return;
  self->signs[i].font = g_object_ref (run->item->analysis.font);
  self->signs[i].glyph = run->glyphs->glyphs[0].glyph;
  self->signs[i].width = run->glyphs->glyphs[0].geometry.width;
}

void
gradus_numerals_init (GradusNumerals *self, GradusInk *ink, GradusFont face)
{
  *self = (GradusNumerals){ .ink = ink, .face = face, .glyphs = pango_glyph_string_new () };
  for (int i = 0; i < GRADUS_NUMERALS; i++)
    shape (self, i);
}

void
gradus_numerals_clear (GradusNumerals *self)
{
  for (int i = 0; i < GRADUS_NUMERALS; i++)
    g_clear_object (&self->signs[i].font);
  g_clear_pointer (&self->glyphs, pango_glyph_string_free);
}

/* Returns: the sign's place in the table; -1 where it is not there or has no glyph. */
static int
find_sign (const GradusNumerals *self, gunichar sign)
{
  for (int i = sign >= '0' && sign <= '9' ? (int) (sign - '0') : 10; i < GRADUS_NUMERALS; i++)
    if (self->signs[i].sign == sign)
      return self->signs[i].font != NULL ? i : -1;
  return -1;
}

/* Signs as places in the table. Returns: how many; -1 where one is missing. */
static int
look_up (const GradusNumerals *self, const GradusNumber *number, int *places, int *width)
{
  int n = 0;

  *width = 0;
  for (const char *c = number->text; *c != '\0'; c = g_utf8_next_char (c))
    {
      int place = find_sign (self, g_utf8_get_char (c));
      if (place < 0)
        return -1;
      places[n++] = place;
      *width += self->signs[place].width;
    }
  return n;
}

void
gradus_numerals_draw (GradusNumerals *self, GradusColor color, double x, double y,
                      const GradusNumber *number)
{
  int places[sizeof number->text], width, n = look_up (self, number, places, &width);
  cairo_t *cr = self->ink->cr;

  if (n < 0)
    {
      gradus_ink_text (self->ink, self->face, color, x, y, 1, 0, number->text);
      return;
    }
  gradus_ink_color (self->ink, color, 1);
  x -= (double) width / PANGO_SCALE;
  for (int first = 0, end; first < n; first = end)
    {
      PangoFont *font = self->signs[places[first]].font; /* the minus may be of another */
      for (end = first; end < n && self->signs[places[end]].font == font;)
        end++;
      pango_glyph_string_set_size (self->glyphs, end - first);
      cairo_move_to (cr, x, y);
      for (int i = first; i < end; i++)
        {
          PangoGlyphInfo *info = &self->glyphs->glyphs[i - first];
          *info = (PangoGlyphInfo){ .glyph = self->signs[places[i]].glyph };
          info->geometry.width = self->signs[places[i]].width;
          x += (double) info->geometry.width / PANGO_SCALE;
        }
      pango_cairo_show_glyph_string (cr, font, self->glyphs);
    }
  cairo_new_path (cr);
}
