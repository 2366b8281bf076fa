/* One hidden unit's tile: heat map, curve with histogram, and what is to be said of it. */
#include "plot/unit-tile.h"

#include <math.h>

#include "plot/plot-units.h"
#include "plot/steep-strip.h"
#include "plot/tint.h"

/* How much of the box's height the longest bar takes. */
#define BARS 0.9

/* The values of g over its z axis. */
static void
value_range (GradusActivation g, double *low, double *high)
{
  double end = gradus_activation_view_z (g);

  *low = floor (gradus_activation_value (g, -end));
  *high = ceil (gradus_activation_value (g, end));
  if (g == GRADUS_ACTIVATION_LEAKY_RELU)
    *low = 0; /* −0.05 is too little to give it a number of its own */
}

static void
place (GradusUnitTile *self)
{
  double pad = self->is_compact ? 6 : 10, head = self->is_compact ? 20 : 28;
  double foot = self->is_compact ? 7 : 25, gap = self->is_compact ? 8 : 32;
  double room = self->height - head - foot;

  if (self->is_slim)
    {
      self->box = (GradusRect){ pad, head, fmax (0, self->width - 2 * pad), fmax (0, room) };
      return;
    }
  double side = floor (fmax (0, fmin (room, 0.5 * self->width)));
  double left = pad + side + gap;

  self->map = (GradusRect){ pad, head, side, side };
  self->box = (GradusRect){ left, head, fmax (0, self->width - pad - left), fmax (0, side) };
}

static void
init_scales (GradusUnitTile *self)
{
  const GradusRect *box = &self->box;
  double low, high, end = gradus_activation_view_z (self->g), inset = fmin (3, box->height / 8);

  value_range (self->g, &low, &high);
  gradus_scale_init (&self->z, GRADUS_SCALE_LINEAR, -end, end, box->x, box->x + box->width);
  gradus_scale_init (&self->a, GRADUS_SCALE_LINEAR, low, high, box->y + box->height - inset,
                     box->y + inset);
}

void
gradus_unit_tile_init (GradusUnitTile *self, GradusInk *ink, const GradusScene *scene, int layer,
                       double width, double height, gboolean is_compact)
{
  *self = (GradusUnitTile){ .scene = scene,
                            .layer = layer,
                            .field = scene->units[layer - 1],
                            .diagnosis = &scene->diagnosis->layers[layer - 1],
                            .g = scene->snapshot->network->activation,
                            .width = width,
                            .height = height,
                            .is_compact = is_compact,
                            .is_slim = is_compact && width < GRADUS_TILE_COMPACT_WIDTH };
  place (self);
  init_scales (self);
  const GradusRect *box = &self->box;
  if (is_compact)
    {
      g_autofree char *longest = g_strdup_printf (ink->captions->saturated, "88\xc2\xa0%");
      self->is_terse = gradus_ink_measure (ink, GRADUS_FONT_SMALL, longest) > width - 40;
      return;
    }
  gradus_ink_fit_ticks (ink, GRADUS_FONT_SMALL, &self->z, TRUE, box->x - 8, box->x + box->width + 8,
                        &self->z_ticks);
  gradus_ink_fit_ticks (ink, GRADUS_FONT_SMALL, &self->a, FALSE, box->y - 4,
                        box->y + box->height + 4, &self->a_ticks);
}

static void
draw_map (const GradusUnitTile *self, GradusInk *ink, int unit)
{
  const GradusField *field = self->field;
  const GradusRect *map = &self->map;
  double low, high;

  gradus_tint_range (self->g, field, unit, &low, &high);
  cairo_surface_t *image = gradus_tint_unit (field, unit, low, high, ink->theme);
  cairo_save (ink->cr);
  gradus_ink_round_path (ink, map, 3);
  cairo_clip (ink->cr);
  cairo_translate (ink->cr, map->x, map->y);
  cairo_scale (ink->cr, map->width / (field->columns - 1), map->height / (field->rows - 1));
  cairo_set_source_surface (ink->cr, image, -0.5, -0.5);
  cairo_pattern_set_filter (cairo_get_source (ink->cr), CAIRO_FILTER_BILINEAR);
  cairo_pattern_set_extend (cairo_get_source (ink->cr), CAIRO_EXTEND_PAD);
  cairo_paint (ink->cr);
  cairo_restore (ink->cr);
  cairo_surface_destroy (image);
  gradus_ink_outline (ink, map, 3, ink->theme->frame);
}

/* A band of the box from z0 to z1, height from its bottom. */
static void
fill_band (const GradusUnitTile *self, GradusInk *ink, double z0, double z1, double height,
           GradusColor color, double gap)
{
  double x0 = gradus_scale_map (&self->z, z0), x1 = gradus_scale_map (&self->z, z1);
  GradusRect band = { x0, self->box.y + self->box.height - height, x1 - x0 - gap, height };

  if (!gradus_rect_is_empty (&band))
    gradus_ink_fill (ink, &band, color);
}

/* The flat parts of g: where tanh and sigmoid saturate, and where a relu is inactive. */
static void
draw_shades (const GradusUnitTile *self, GradusInk *ink)
{
  double end = self->z.high, flat = gradus_activation_saturation_z (self->g);

  if (gradus_activation_can_saturate (self->g))
    {
      fill_band (self, ink, -end, -flat, self->box.height, ink->theme->flat, 0);
      fill_band (self, ink, flat, end, self->box.height, ink->theme->flat, 0);
    }
  else if (self->g == GRADUS_ACTIVATION_RELU)
    fill_band (self, ink, -end, 0, self->box.height, ink->theme->idle, 0);
}

static GradusColor
bar_color (const GradusUnitTile *self, const GradusTheme *theme, double z)
{
  if (fabs (z) > gradus_activation_saturation_z (self->g))
    return theme->bar_flat;
  return self->g == GRADUS_ACTIVATION_RELU && z < 0 ? theme->bar_idle : theme->bar;
}

/* A bar of the histogram; a bin that g turns flat in is cut there. */
static void
draw_bar (const GradusUnitTile *self, GradusInk *ink, double z0, double z1, double height,
          double gap)
{
  double flat = gradus_activation_saturation_z (self->g);
  double cut = z0 < -flat && z1 > -flat ? -flat : z0 < flat && z1 > flat ? flat : z1;

  fill_band (self, ink, z0, cut, height, bar_color (self, ink->theme, (z0 + cut) / 2),
             cut < z1 ? 0 : gap);
  if (cut < z1)
    fill_band (self, ink, cut, z1, height, bar_color (self, ink->theme, (cut + z1) / 2), gap);
}

static void
draw_bars (const GradusUnitTile *self, GradusInk *ink, const GradusUnitDiagnosis *unit)
{
  double end = self->z.high, width = 2 * end / GRADUS_BINS, most = 0, below = 0;
  double gap = fmin (1, 0.2 * self->box.width / GRADUS_BINS);

  for (int i = 0; i < GRADUS_BINS; i++)
    most = fmax (most, unit->bins[i]);
  for (int i = 0; i < GRADUS_BINS && most > 0; i++)
    {
      double z0 = -end + i * width, z1 = z0 + width, tall = BARS * self->box.height / most;
      if (self->g == GRADUS_ACTIVATION_RELU && i == GRADUS_BINS / 2)
        { /* z > 0 stands on z ≤ 0 */
          fill_band (self, ink, z0, z1, unit->bins[i] * tall, ink->theme->bar, gap);
          fill_band (self, ink, z0, z1, (unit->inactive - below) * tall, ink->theme->bar_idle, gap);
        }
      else
        draw_bar (self, ink, z0, z1, unit->bins[i] * tall, gap);
      below += unit->bins[i];
    }
}

static void
draw_curve (const GradusUnitTile *self, GradusInk *ink)
{
  const GradusRect *box = &self->box;
  int steps = self->g == GRADUS_ACTIVATION_TANH || self->g == GRADUS_ACTIVATION_SIGMOID ? 48 : 2;

  gradus_ink_line (ink, box->x, box->y + box->height, box->x + box->width, box->y + box->height,
                   ink->theme->hairline, 0, ink->theme->frame);
  for (int i = 0; i <= steps; i++)
    {
      double z = self->z.low + (self->z.high - self->z.low) * i / steps;
      cairo_line_to (ink->cr, gradus_scale_map (&self->z, z),
                     gradus_scale_map (&self->a, gradus_activation_value (self->g, z)));
    }
  cairo_set_line_width (ink->cr, (self->is_compact ? 0.75 : 0.95) * ink->theme->line);
  gradus_ink_color (ink, ink->theme->curve, 1);
  cairo_stroke (ink->cr);
}

/* The first unit that this one is alike to; itself where there is none before it. */
static int
find_twin (const GradusUnitTile *self, int unit)
{
  for (int i = 0; i < unit; i++)
    if (self->diagnosis->units[i].group == self->diagnosis->units[unit].group)
      return i;
  return unit;
}

/* What g does to the unit, in words, or NULL where there is nothing to say. (transfer full) */
static char *
tell_state (const GradusUnitTile *self, const GradusCaptions *captions, int unit,
            gboolean *is_alarming)
{
  const GradusUnitDiagnosis *state = &self->diagnosis->units[unit];
  gboolean is_relu = self->g == GRADUS_ACTIVATION_RELU;
  GradusNumber number = gradus_number_percent (is_relu ? state->inactive : state->saturated, 0,
                                               captions->decimal_point);

  *is_alarming = is_relu ? state->dead : gradus_units_is_alarming (state->saturated);
  if (is_relu && state->dead)
    return g_strdup (captions->dead);
  if (!is_relu && !gradus_activation_can_saturate (self->g))
    return NULL;
  if (self->is_terse)
    return g_strdup (number.text);
  return g_strdup_printf (is_relu ? captions->inactive : captions->saturated, number.text);
}

char *
gradus_unit_tile_tell_percentages (const GradusUnitTile *self, const GradusCaptions *captions)
{
  if (self->g == GRADUS_ACTIVATION_RELU)
    return g_strdup_printf (captions->inactive, "%");
  return gradus_activation_can_saturate (self->g) ? g_strdup_printf (captions->saturated, "%")
                                                  : NULL;
}

static void
draw_words (const GradusUnitTile *self, GradusInk *ink, int unit)
{
  const GradusTheme *theme = ink->theme;
  double pad = self->is_compact ? 6 : 10, y = self->is_compact ? 14.5 : 19;
  GradusFont font = self->is_compact ? GRADUS_FONT_SMALL : GRADUS_FONT_STRONG;
  gboolean is_alarming = FALSE;
  int twin = find_twin (self, unit);
  g_autofree char *state = tell_state (self, ink->captions, unit, &is_alarming);
  g_autofree char *name = self->is_compact ? g_strdup_printf ("<b>%d</b>", unit + 1)
                                           : g_strdup_printf (ink->captions->unit, unit + 1);
  double taken = gradus_ink_markup (ink, font, theme->ink, pad, y, 0, 0, name);

  if (twin != unit && !self->is_slim)
    {
      g_autofree char *same = g_strdup_printf (ink->captions->same_as, twin + 1);
      if (self->is_compact)
        {
          gradus_ink_text (ink, font, theme->alarm, self->width - pad, y, 1,
                           self->width - 2 * pad - taken - 6, same);
          return;
        }
      gradus_ink_text (ink, GRADUS_FONT_SMALL, theme->alarm, pad, self->height - 9, 0,
                       self->box.x - pad - 4, same);
    }
  if (state != NULL)
    gradus_ink_text (ink,
                     is_alarming && !self->is_compact ? GRADUS_FONT_STRONG
                     : self->is_compact               ? GRADUS_FONT_SMALL
                                                      : GRADUS_FONT_NOTE,
                     is_alarming ? theme->alarm : theme->soft, self->width - pad, y, 1,
                     self->width - 2 * pad - taken - 8, state);
}

void
gradus_unit_tile_init_box (GradusUnitTile *self, const GradusScene *scene, int layer,
                           const GradusRect *box)
{
  *self = (GradusUnitTile){ .scene = scene,
                            .layer = layer,
                            .diagnosis = &scene->diagnosis->layers[layer - 1],
                            .g = scene->snapshot->network->activation,
                            .is_compact = TRUE,
                            .box = *box };
  init_scales (self);
}

void
gradus_unit_tile_draw_box (const GradusUnitTile *self, GradusInk *ink, int unit)
{
  draw_shades (self, ink);
  draw_bars (self, ink, &self->diagnosis->units[unit]);
  draw_curve (self, ink);
}

void
gradus_unit_tile_draw (const GradusUnitTile *self, GradusInk *ink, int unit)
{
  GradusRect whole = { 0, 0, self->width, self->height };

  gradus_ink_outline (ink, &whole, 6, ink->theme->frame);
  draw_words (self, ink, unit);
  if (gradus_rect_is_empty (&self->box))
    return;
  if (!gradus_rect_is_empty (&self->map))
    {
      draw_map (self, ink, unit);
      gradus_steep_strip_draw (ink, self->scene, self->layer, unit, &self->map);
    }
  gradus_unit_tile_draw_box (self, ink, unit);
  if (!self->is_compact)
    {
      gradus_ink_x_ticks (ink, GRADUS_FONT_SMALL, &self->z_ticks, self->box.y + self->box.height);
      gradus_ink_y_ticks (ink, GRADUS_FONT_SMALL, &self->a_ticks, self->box.x);
    }
}
