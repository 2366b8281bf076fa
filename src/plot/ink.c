/* Lines, boxes and words: the hand that all plots write with. */
#include "plot/ink.h"

#include <math.h>

#define FAMILY "Cantarell, sans"

static const struct
{
  double size; /* CSS pixels */
  PangoWeight weight;
} faces[GRADUS_N_FONTS] = {
  [GRADUS_FONT_TITLE] = { 13.5, PANGO_WEIGHT_BOLD },
  [GRADUS_FONT_BODY] = { 13, PANGO_WEIGHT_NORMAL },
  [GRADUS_FONT_STRONG] = { 12, PANGO_WEIGHT_BOLD },
  [GRADUS_FONT_NOTE] = { 12, PANGO_WEIGHT_NORMAL },
  [GRADUS_FONT_SMALL] = { 11, PANGO_WEIGHT_NORMAL },
};

void
gradus_ink_init (GradusInk *self, cairo_t *cr, const GradusTheme *theme,
                 const GradusCaptions *captions)
{
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_DEFAULT);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_WINDING);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_miter_limit (cr, 10);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_tolerance (cr, 0.1);

  *self = (GradusInk){ .cr = cr, .theme = theme, .captions = captions };
  for (int i = 0; i < GRADUS_N_FONTS; i++)
    {
      self->fonts[i] = pango_font_description_from_string (FAMILY);
      pango_font_description_set_weight (self->fonts[i], faces[i].weight);
      pango_font_description_set_absolute_size (self->fonts[i], faces[i].size * PANGO_SCALE);
    }
}

void
gradus_ink_clear (GradusInk *self)
{
  for (int i = 0; i < GRADUS_N_FONTS; i++)
    g_clear_pointer (&self->fonts[i], pango_font_description_free);
  cairo_restore (self->cr);
}

void
gradus_ink_set_type (GradusInk *self, double type)
{
  cairo_scale (self->cr, type, type);
  self->is_large = type > 1;
}

double
gradus_font_size (GradusFont font)
{
  return faces[font].size;
}

double
gradus_font_height (GradusFont font)
{
  return faces[font].size * 1.25;
}

double
gradus_font_drop (GradusFont font)
{
  return faces[font].size * 0.35; /* figures are 0.7 of the size high */
}

void
gradus_ink_color (GradusInk *self, GradusColor color, double alpha)
{
  cairo_set_source_rgba (self->cr, gradus_color_red (color), gradus_color_green (color),
                         gradus_color_blue (color), alpha);
}

void
gradus_ink_fill (GradusInk *self, const GradusRect *rect, GradusColor color)
{
  gradus_ink_color (self, color, 1);
  cairo_rectangle (self->cr, rect->x, rect->y, rect->width, rect->height);
  cairo_fill (self->cr);
}

static gboolean
is_whole (double x)
{
  return fabs (x - floor (x + 0.5)) < 1e-3;
}

double
gradus_ink_pixels (GradusInk *self, const GradusRect *rect)
{
  cairo_surface_t *target = cairo_get_group_target (self->cr);
  double scale_x = 1, scale_y = 1, left = 0, top = 0;
  cairo_matrix_t m;

  if (cairo_surface_get_type (target) != CAIRO_SURFACE_TYPE_IMAGE)
    return 0;
  cairo_get_matrix (self->cr, &m);
  cairo_surface_get_device_scale (target, &scale_x, &scale_y);
  cairo_surface_get_device_offset (target, &left, &top);
  if (m.xy != 0 || m.yx != 0 || m.xx <= 0 || fabs (m.xx * scale_x - m.yy * scale_y) > 1e-6)
    return 0;
  double density = m.xx * scale_x;
  if (rect != NULL
      && !(is_whole ((m.x0 * scale_x + rect->x * density) + left)
           && is_whole (rect->width * density)
           && is_whole ((m.y0 * scale_y + rect->y * density) + top)
           && is_whole (rect->height * density)))
    return 0;
  return density;
}

double
gradus_ink_grow_to_pixels (GradusInk *self, GradusRect *rect, double hint)
{
  cairo_surface_t *target = cairo_get_group_target (self->cr);
  gboolean is_recording = cairo_surface_get_type (target) == CAIRO_SURFACE_TYPE_RECORDING;
  double scale = 1, left = 0, top = 0;
  cairo_matrix_t m;

  if (!is_recording && !(gradus_ink_pixels (self, NULL) > 0))
    return 0;
  cairo_get_matrix (self->cr, &m);
  cairo_surface_get_device_scale (target, &scale, &scale);
  cairo_surface_get_device_offset (target, &left, &top);
  if (is_recording && hint > 0)
    scale = hint;
  double density = m.xx * scale;
  left += m.x0 * scale;
  top += m.y0 * scale;
  double x0 = floor (left + rect->x * density + 1e-3);
  double y0 = floor (top + rect->y * density + 1e-3);
  double x1 = ceil (left + (rect->x + rect->width) * density - 1e-3);
  double y1 = ceil (top + (rect->y + rect->height) * density - 1e-3);
  *rect = (GradusRect){ (x0 - left) / density, (y0 - top) / density, (x1 - x0) / density,
                        (y1 - y0) / density };
  return density;
}

void
gradus_ink_round_path (GradusInk *self, const GradusRect *rect, double radius)
{
  double r = fmin (radius, fmin (rect->width, rect->height) / 2);
  double left = rect->x + r, right = rect->x + rect->width - r;
  double top = rect->y + r, bottom = rect->y + rect->height - r;

  cairo_new_sub_path (self->cr);
  cairo_arc (self->cr, right, top, r, -G_PI_2, 0);
  cairo_arc (self->cr, right, bottom, r, 0, G_PI_2);
  cairo_arc (self->cr, left, bottom, r, G_PI_2, G_PI);
  cairo_arc (self->cr, left, top, r, G_PI, 1.5 * G_PI);
  cairo_close_path (self->cr);
}

void
gradus_ink_trim_corners (GradusInk *self, const GradusRect *rect, double radius, GradusColor color)
{
  double x[2] = { rect->x, rect->x + rect->width }, y[2] = { rect->y, rect->y + rect->height };

  for (int i = 0; i < 4; i++)
    {
      int right = i == 1 || i == 2, below = i >= 2;
      double in_x = right ? -radius : radius, in_y = below ? -radius : radius;
      double start = G_PI + i * G_PI_2; /* clockwise from the left end of the upper left corner */
      cairo_move_to (self->cr, x[right], y[below]);
      cairo_arc (self->cr, x[right] + in_x, y[below] + in_y, radius, start, start + G_PI_2);
      cairo_close_path (self->cr);
    }
  gradus_ink_color (self, color, 1);
  cairo_fill (self->cr);
}

void
gradus_ink_outline (GradusInk *self, const GradusRect *rect, double radius, GradusColor color)
{
  double width = self->theme->hairline;
  GradusRect inner = { rect->x + width / 2, rect->y + width / 2, rect->width - width,
                       rect->height - width };

  if (gradus_rect_is_empty (&inner))
    return;
  gradus_ink_round_path (self, &inner, radius);
  gradus_ink_color (self, color, 1);
  cairo_set_line_width (self->cr, width);
  cairo_stroke (self->cr);
}

void
gradus_ink_image (GradusInk *self, cairo_surface_t *image, const GradusRect *rect)
{
  double sx = 1, sy = 1;
  int columns = cairo_image_surface_get_width (image);
  int rows = cairo_image_surface_get_height (image);

  if (columns <= 0 || rows <= 0)
    return;
  cairo_surface_get_device_scale (image, &sx, &sy);
  double fit_x = rect->width / (columns / sx), fit_y = rect->height / (rows / sy);
  cairo_save (self->cr);
  cairo_translate (self->cr, rect->x, rect->y);
  if (fabs (fit_x - 1) * columns > 1 || fabs (fit_y - 1) * rows > 1)
    cairo_scale (self->cr, fit_x, fit_y);
  cairo_set_source_surface (self->cr, image, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (self->cr), CAIRO_FILTER_BILINEAR);
  cairo_paint (self->cr);
  cairo_restore (self->cr);
}

void
gradus_ink_line (GradusInk *self, double x0, double y0, double x1, double y1, double width,
                 double dash, GradusColor color)
{
  double dashes[] = { dash, dash * 0.75 };

  cairo_set_dash (self->cr, dashes, dash > 0 ? 2 : 0, 0);
  cairo_set_line_width (self->cr, width);
  gradus_ink_color (self, color, 1);
  cairo_move_to (self->cr, x0, y0);
  cairo_line_to (self->cr, x1, y1);
  cairo_stroke (self->cr);
  cairo_set_dash (self->cr, NULL, 0, 0);
}

/* Pango would set an index in 65 % of the letters' size, and far from their line. No index is
 * smaller than the smallest letters. */
char *
gradus_ink_enlarge_indices (const GradusInk *self, GradusFont font, const char *markup)
{
  GString *larger = g_string_new (markup);
  double part = fmax (0.92, faces[GRADUS_FONT_SMALL].size / faces[font].size);
  int percent = (int) ceil (100 * part), size = (int) (faces[font].size * PANGO_SCALE);
  g_autofree char *sub = g_strdup_printf ("<span size=\"%d%%\" rise=\"%d\">", percent, -size / 8);
  g_autofree char *sup = g_strdup_printf ("<span size=\"%d%%\" rise=\"%d\">", percent, size / 4);

  if (!self->is_large)
    return g_string_free (larger, FALSE);
  g_string_replace (larger, "<sub>", sub, 0);
  g_string_replace (larger, "<sup>", sup, 0);
  g_string_replace (larger, GRADUS_INK_RAISED, sup, 0);
  g_string_replace (larger, "</sub>", "</span>", 0);
  g_string_replace (larger, "</sup>", "</span>", 0);
  return g_string_free (larger, FALSE);
}

const GradusWords *
gradus_ink_lay_out (const GradusInk *self, GradusFont font, double room, const char *words,
                    gboolean is_markup)
{
  if (is_markup && self->is_large)
    {
      g_autofree char *larger = gradus_ink_enlarge_indices (self, font, words);
      return gradus_lettering_lay_out (self->fonts[font], room, larger, TRUE);
    }
  return gradus_lettering_lay_out (self->fonts[font], room, words, is_markup);
}

double
gradus_ink_measure (GradusInk *self, GradusFont font, const char *text)
{
  return gradus_ink_lay_out (self, font, 0, text, FALSE)->width;
}

double
gradus_ink_measure_markup (GradusInk *self, GradusFont font, const char *markup)
{
  return gradus_ink_lay_out (self, font, 0, markup, TRUE)->width;
}

static double
show_words (GradusInk *self, GradusColor color, double x, double y, double align,
            const GradusWords *words)
{
  gradus_ink_color (self, color, 1);
  cairo_move_to (self->cr, x - align * words->width - words->x, y - words->baseline);
  pango_cairo_show_layout (self->cr, words->layout);
  cairo_new_path (self->cr);
  return words->width;
}

double
gradus_ink_text (GradusInk *self, GradusFont font, GradusColor color, double x, double y,
                 double align, double room, const char *text)
{
  return show_words (self, color, x, y, align, gradus_ink_lay_out (self, font, room, text, FALSE));
}

double
gradus_ink_markup (GradusInk *self, GradusFont font, GradusColor color, double x, double y,
                   double align, double room, const char *markup)
{
  return show_words (self, color, x, y, align, gradus_ink_lay_out (self, font, room, markup, TRUE));
}

void
gradus_ink_upright (GradusInk *self, GradusFont font, GradusColor color, double x, double y,
                    double room, const char *markup)
{
  cairo_save (self->cr);
  cairo_translate (self->cr, x, y);
  cairo_rotate (self->cr, -G_PI_2);
  gradus_ink_markup (self, font, color, 0, gradus_font_drop (font), 0.5, room, markup);
  cairo_restore (self->cr);
}

double
gradus_ink_chip (GradusInk *self, double x, double y, GradusColor color, const char *text)
{
  return gradus_ink_chip_on (self, x, y, color, self->theme->chip, text);
}

double
gradus_ink_chip_on (GradusInk *self, double x, double y, GradusColor color, GradusColor ground,
                    const char *text)
{
  double width = gradus_ink_measure (self, GRADUS_FONT_NOTE, text) + 20;
  GradusRect box = { x, y - 11, width, 22 };

  gradus_ink_round_path (self, &box, 11);
  gradus_ink_color (self, ground, 1);
  cairo_fill (self->cr);
  if (ground == self->theme->sheet) /* on paper a line takes the tint's place */
    gradus_ink_outline (self, &box, 11, self->theme->frame);
  gradus_ink_text (self, GRADUS_FONT_NOTE, color, x + 10, y + gradus_font_drop (GRADUS_FONT_NOTE),
                   0, 0, text);
  return width;
}
