/* The units of a network's picture: what each sees, and its bias. */
#include "plot/network-tile.h"

#include <math.h>

void
gradus_network_tiles_init (GradusNetworkTiles *self, const GradusFigure *figure,
                           const GradusNetworkPicture *picture, GradusInk *ink)
{
  self->picture = picture;
  self->density = gradus_ink_pixels (ink, NULL);
  if (self->density == 0
      && cairo_surface_get_type (cairo_get_group_target (ink->cr)) == CAIRO_SURFACE_TYPE_RECORDING)
    self->density = figure->density > 0 ? figure->density : 1;
  else if (self->density == 0)
    self->density = 2; /* on paper */
  gradus_tint_init (&self->tint, ink->theme);
}

GradusNumber
gradus_network_number (double value, const char *decimal_point)
{
  double size = fabs (value);

  if (value == 0)
    return gradus_number_fixed (0, 0, decimal_point);
  if (size >= 0.001 && size < 10000)
    return gradus_number_fixed (value,
                                size < 1     ? 3
                                : size < 10  ? 2
                                : size < 100 ? 1
                                             : 0,
                                decimal_point);
  return gradus_number_scientific (value, 1, decimal_point);
}

void
gradus_network_number_draw (GradusInk *ink, double x, double y, double value)
{
  GradusNumber number = gradus_network_number (value, ink->captions->decimal_point);
  double width = gradus_ink_measure (ink, GRADUS_FONT_SMALL, number.text);

  cairo_rectangle (ink->cr, x - width - 4, y - 6, width + 6, 12);
  gradus_ink_color (ink, ink->theme->paper, 0.85);
  cairo_fill (ink->cr);
  gradus_ink_text (ink, GRADUS_FONT_SMALL, ink->theme->ink, x,
                   y + gradus_font_drop (GRADUS_FONT_SMALL), 1, 0, number.text);
}

/* Nodes over the whole square, the outermost on its edges. */
static void
paint_nodes (GradusInk *ink, const GradusRect *tile, cairo_surface_t *image)
{
  double columns = cairo_image_surface_get_width (image);
  double rows = cairo_image_surface_get_height (image);

  cairo_save (ink->cr);
  cairo_rectangle (ink->cr, tile->x, tile->y, tile->width, tile->height);
  cairo_clip (ink->cr);
  cairo_translate (ink->cr, tile->x, tile->y);
  cairo_scale (ink->cr, tile->width / (columns - 1), tile->height / (rows - 1));
  cairo_set_source_surface (ink->cr, image, -0.5, -0.5);
  cairo_pattern_set_filter (cairo_get_source (ink->cr), CAIRO_FILTER_BILINEAR);
  cairo_pattern_set_extend (cairo_get_source (ink->cr), CAIRO_EXTEND_PAD);
  cairo_paint (ink->cr);
  cairo_restore (ink->cr);
}

/* Takes over the image: one of nodes, or one whose pixels are those of the drawing. */
static void
paint_map (GradusInk *ink, const GradusRect *tile, cairo_surface_t *image, gboolean has_nodes)
{
  double density = cairo_image_surface_get_width (image) / tile->width;

  if (has_nodes)
    paint_nodes (ink, tile, image);
  else
    {
      cairo_surface_set_device_scale (image, density, density);
      cairo_set_source_surface (ink->cr, image, tile->x, tile->y);
      cairo_pattern_set_filter (cairo_get_source (ink->cr), CAIRO_FILTER_NEAREST);
      cairo_rectangle (ink->cr, tile->x, tile->y, tile->width, tile->height);
      cairo_fill (ink->cr);
    }
  cairo_surface_destroy (image);
}

/* A feature is its own value everywhere: from low to high, with zero in between. */
static void
paint_feature (const GradusNetworkTiles *self, GradusInk *ink, const GradusRect *tile, int feature)
{
  const GradusExtent *e = &self->picture->scene->extent;
  double from = feature == 0 ? e->x0 : e->y0, to = feature == 0 ? e->x1 : e->y1;
  double most = fmax (fabs (from), fabs (to));
  cairo_pattern_t *pattern =
      feature == 0 ? cairo_pattern_create_linear (tile->x, 0, tile->x + tile->width, 0)
                   : cairo_pattern_create_linear (0, tile->y + tile->height, 0, tile->y);

  for (int i = 0; i <= 2; i++)
    {
      double t = i == 1 ? CLAMP (from / (from - to), 0, 1) : i / 2.0;
      double value = (from + t * (to - from)) / most;
      GradusColor color =
          gradus_color_mix (ink->theme->middle, value < 0 ? ink->theme->low : ink->theme->high,
                            fmin (fabs (value), 1));
      cairo_pattern_add_color_stop_rgb (pattern, t, gradus_color_red (color),
                                        gradus_color_green (color), gradus_color_blue (color));
    }
  cairo_set_source (ink->cr, pattern);
  cairo_rectangle (ink->cr, tile->x, tile->y, tile->width, tile->height);
  cairo_fill (ink->cr);
  cairo_pattern_destroy (pattern);
}

static void
paint_output (const GradusNetworkTiles *self, GradusInk *ink, const GradusRect *tile, int unit,
              int side)
{
  const GradusField *field = self->picture->scene->field;
  gboolean has_nodes = MIN (field->columns, field->rows) < 2 * side;
  GradusTint tint;

  if (field->n_planes == 1)
    {
      paint_map (ink, tile,
                 gradus_tint_output (field, has_nodes ? 0 : side, has_nodes ? 0 : side, ink->theme),
                 has_nodes);
      return;
    }
  gradus_tint_init_class (&tint, ink->theme, unit);
  paint_map (ink, tile, gradus_tint_plane (&tint, field, unit, 0, 1, has_nodes ? 0 : side),
             has_nodes);
}

static void
paint_hidden (const GradusNetworkTiles *self, GradusInk *ink, const GradusRect *tile, int layer,
              int unit, int side)
{
  const GradusField *field = self->picture->scene->units[layer - 1];
  gboolean has_nodes = MIN (field->columns, field->rows) < 2 * side;
  double low, high;

  gradus_tint_range (self->picture->network->activation, field, unit, &low, &high);
  paint_map (ink, tile,
             gradus_tint_plane (&self->tint, field, unit, low, high, has_nodes ? 0 : side),
             has_nodes);
}

static void
add_circle (GradusInk *ink, double x, double y, double radius)
{
  cairo_new_sub_path (ink->cr);
  cairo_arc (ink->cr, x, y, radius, 0, 2 * G_PI);
}

static void
fill (GradusInk *ink, GradusColor color)
{
  gradus_ink_color (ink, color, 1);
  cairo_fill (ink->cr);
}

/* The discs of the biases of one sign. */
static void
draw_discs (const GradusNetworkTiles *self, GradusInk *ink, int column, int sign)
{
  const GradusNetworkColumn *c = &self->picture->layout.columns[column];
  const double *b = gradus_network_b (self->picture->network, c->layer);

  for (int unit = 0; unit < c->n_shown; unit++)
    {
      double x, y, disc = gradus_network_picture_disc (self->picture, column, unit);
      gradus_network_layout_ring (&self->picture->layout, column, unit, &x, &y);
      if (b[unit] * sign > 0 && disc > 0)
        add_circle (ink, x, y, disc);
    }
  fill (ink, gradus_network_picture_color (self->picture, sign));
}

/* The biases: a disc in a ring that the largest parameter of the network would fill. All rings of a
 * column are one shape, and all within them, for cairo is slow to begin one. */
static void
draw_rings (const GradusNetworkTiles *self, GradusInk *ink, int column)
{
  const GradusNetworkLayout *layout = &self->picture->layout;
  double edge = 0.8 * ink->theme->hairline;

  for (int inner = 0; inner <= 1; inner++)
    {
      for (int unit = 0; unit < layout->columns[column].n_shown; unit++)
        {
          double x, y;
          gradus_network_layout_ring (layout, column, unit, &x, &y);
          add_circle (ink, x, y, layout->ring - (inner ? edge : 0));
        }
      fill (ink, inner ? ink->theme->paper : ink->theme->marker);
    }
  draw_discs (self, ink, column, 1);
  draw_discs (self, ink, column, -1);
}

static void
draw_bias (const GradusNetworkTiles *self, GradusInk *ink, int column, int unit)
{
  const GradusNetworkLayout *layout = &self->picture->layout;
  const GradusNetworkColumn *c = &layout->columns[column];
  double x, y, b = gradus_network_b (self->picture->network, c->layer)[unit];
  GradusNumber number = gradus_network_number (b, ink->captions->decimal_point);

  gradus_network_layout_ring (layout, column, unit, &x, &y);
  if (c->has_text_beside)
    {
      gradus_network_number_draw (ink, x - layout->ring - 3, y, b);
      return;
    }
  gradus_ink_text (ink, GRADUS_FONT_SMALL, ink->theme->ink, x + layout->ring + 4,
                   y + gradus_font_drop (GRADUS_FONT_SMALL), 0, 0, number.text);
}

/* The features' names under them, the classes' beside them. */
static void
draw_name (const GradusNetworkTiles *self, GradusInk *ink, int column, int unit)
{
  const GradusNetworkLayout *layout = &self->picture->layout;
  const GradusNetworkColumn *c = &layout->columns[column];
  const GradusDataset *data = self->picture->scene->training;
  GradusRect tile = gradus_network_layout_tile (layout, column, unit);
  double edge = layout->head.x + layout->head.width, right = tile.x + tile.width + 6;

  if (c->layer == 0 && c->pitch - c->side > 16)
    {
      g_autofree char *name = gradus_ink_name_markup (data->feature_names[unit]);
      gradus_ink_markup (ink, GRADUS_FONT_SMALL, ink->theme->ink, tile.x, tile.y + tile.height + 12,
                         0, layout->pitch - 8, name);
    }
  else if (c->layer == self->picture->network->n_layers && data->n_classes > 2)
    gradus_ink_text (ink, GRADUS_FONT_SMALL, ink->theme->ink, right,
                     tile.y + tile.height / 2 + gradus_font_drop (GRADUS_FONT_SMALL), 0,
                     fmax (edge - right, 1), data->class_names[unit]);
}

static void
draw_tile (const GradusNetworkTiles *self, GradusInk *ink, int column, int unit)
{
  const GradusNetworkPicture *picture = self->picture;
  const GradusNetworkColumn *c = &picture->layout.columns[column];
  GradusRect tile = gradus_network_layout_tile (&picture->layout, column, unit);
  GradusRect map = { tile.x + 1, tile.y + 1, tile.width - 2, tile.height - 2 };
  int side = MAX (1, (int) (map.width * self->density + 0.5));

  gradus_ink_fill (ink, &tile, ink->theme->frame);
  if (c->layer == 0)
    paint_feature (self, ink, &map, unit);
  else if (c->layer == picture->network->n_layers)
    paint_output (self, ink, &map, unit, side);
  else
    paint_hidden (self, ink, &map, c->layer, unit, side);
  if ((c->has_text || c->has_text_beside) && c->layer > 0)
    draw_bias (self, ink, column, unit);
  if (!picture->layout.is_bare)
    draw_name (self, ink, column, unit);
}

void
gradus_network_tiles_draw (const GradusNetworkTiles *self, GradusInk *ink, int column)
{
  const GradusNetworkColumn *c = &self->picture->layout.columns[column];

  for (int unit = 0; unit < c->n_shown; unit++)
    draw_tile (self, ink, column, unit);
  if (c->layer > 0 && c->n_shown > 0)
    draw_rings (self, ink, column);
}
