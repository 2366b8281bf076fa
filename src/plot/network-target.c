/* Pointing at a network's picture: what is where, and how it stands out. */
#include "plot/network-target.h"

#include <math.h>

#include "plot/network-numbers.h"

/* How far from a line or a ring a pointer still means it. */
#define REACH 4.0
#define RING_REACH 2.0
/* What is lit up is at least so wide, and set off by so much paper on both sides. */
#define LIT_WIDTH 1.6
#define CASING 1.5

static gboolean
find_unit (const GradusNetworkLayout *layout, int column, double px, double py,
           GradusTarget *target)
{
  const GradusNetworkColumn *c = &layout->columns[column];

  for (int unit = 0; unit < c->n_shown; unit++)
    {
      GradusRect tile = gradus_network_layout_tile (layout, column, unit);
      double x, y;
      *target = (GradusTarget){ .kind = GRADUS_TARGET_BIAS, .layer = c->layer, .unit = unit };
      gradus_network_layout_ring (layout, column, unit, &x, &y);
      if (c->layer > 0 && hypot (px - x, py - y) <= layout->ring + RING_REACH)
        return TRUE;
      target->kind = GRADUS_TARGET_UNIT;
      if (px >= tile.x && px <= tile.x + tile.width && py >= tile.y && py <= tile.y + tile.height)
        return TRUE;
    }
  return FALSE;
}

static gboolean
find_line (const GradusNetworkPicture *picture, int column, double px, double py,
           GradusTarget *target)
{
  double nearest = INFINITY;
  GradusLine line;

  if (!gradus_network_layout_has_lines (&picture->layout, column))
    return FALSE;
  const GradusNetworkColumn *to = &picture->layout.columns[column], *from = to - 1;
  if (px < from->middle + from->side / 2 || px > to->middle - to->side / 2)
    return FALSE;
  for (int unit = 0; unit < to->n_shown; unit++)
    for (int input = 0; input < from->n_shown; input++)
      {
        if (!gradus_network_picture_line (picture, column, unit, input, &line))
          continue;
        double distance = gradus_line_distance (&line, px, py);
        if (distance >= nearest || distance > fmax (REACH, line.width / 2 + 1))
          continue;
        nearest = distance;
        *target = (GradusTarget){
          .kind = GRADUS_TARGET_WEIGHT, .layer = to->layer, .unit = unit, .input = input
        };
      }
  return isfinite (nearest);
}

gboolean
gradus_network_find (const GradusFigure *figure, double width, double height, double px, double py,
                     GradusTarget *target)
{
  GradusNetworkPicture picture;

  if (gradus_network_picture_init (&picture, figure, width, height))
    {
      for (int i = 0; i < picture.layout.n_columns; i++)
        if (find_unit (&picture.layout, i, px, py, target))
          return TRUE;
      for (int i = 1; i < picture.layout.n_columns; i++)
        if (find_line (&picture, i, px, py, target))
          return TRUE;
    }
  *target = (GradusTarget){ .kind = GRADUS_TARGET_NONE };
  return FALSE;
}

static void
add_line (const GradusNetworkPicture *picture, int column, int unit, int input, GArray *lines)
{
  GradusLine line;

  if (!gradus_network_layout_has_lines (&picture->layout, column)
      || unit >= picture->layout.columns[column].n_shown
      || input >= picture->layout.columns[column - 1].n_shown
      || !gradus_network_picture_line (picture, column, unit, input, &line))
    return;
  line.width = fmax (line.width, LIT_WIDTH);
  g_array_append_val (lines, line);
}

/* The lit lines over the others, each on a strip of paper. */
static void
draw_lines (const GradusNetworkPicture *picture, GradusInk *ink, GArray *lines, double density)
{
  guint n = lines->len;

  for (guint i = 0; i < n; i++)
    {
      GradusLine line = g_array_index (lines, GradusLine, i);
      g_array_append_val (lines, line);
      GradusLine *casing = &g_array_index (lines, GradusLine, i);
      casing->width += 2 * CASING;
      casing->dash = 0;
      casing->color = ink->theme->paper;
    }
  gradus_bundle_draw (ink, (const GradusLine *) (gpointer) lines->data, lines->len,
                      &picture->layout.area, density, 1);
}

static void
outline_unit (const GradusNetworkPicture *picture, GradusInk *ink, int column, int unit,
              double width)
{
  GradusRect tile;

  if (unit >= picture->layout.columns[column].n_shown)
    return;
  tile = gradus_network_layout_tile (&picture->layout, column, unit);
  tile = (GradusRect){ tile.x - width / 2, tile.y - width / 2, tile.width + width,
                       tile.height + width };
  gradus_ink_round_path (ink, &tile, 3);
  cairo_set_line_width (ink->cr, width);
  gradus_ink_color (ink, ink->theme->ink, 1);
  cairo_stroke (ink->cr);
}

static void
outline_ring (const GradusNetworkPicture *picture, GradusInk *ink, int column, int unit)
{
  double x, y;

  if (unit >= picture->layout.columns[column].n_shown)
    return;
  gradus_network_layout_ring (&picture->layout, column, unit, &x, &y);
  cairo_new_sub_path (ink->cr);
  cairo_arc (ink->cr, x, y, picture->layout.ring + 1, 0, 2 * G_PI);
  cairo_set_line_width (ink->cr, 2);
  gradus_ink_color (ink, ink->theme->ink, 1);
  cairo_stroke (ink->cr);
}

void
gradus_network_light (const GradusFigure *figure, GradusInk *ink, double width, double height,
                      const GradusTarget *target)
{
  GradusNetworkPicture picture;
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (GradusLine));

  if (target->kind == GRADUS_TARGET_EXAMPLE
      || !gradus_network_picture_init (&picture, figure, width, height))
    return;
  int column = gradus_network_layout_find (&picture.layout, target->layer);
  if (column < 0 || target->unit < 0 || target->input < 0)
    return;
  const GradusNetworkColumn *c = &picture.layout.columns[column];
  if (target->kind == GRADUS_TARGET_WEIGHT)
    add_line (&picture, column, target->unit, target->input, lines);
  else if (target->kind == GRADUS_TARGET_UNIT)
    {
      for (int i = 0; column > 0 && i < c[-1].n_shown; i++)
        add_line (&picture, column, target->unit, i, lines);
      for (int i = 0; column + 1 < picture.layout.n_columns && i < c[1].n_shown; i++)
        add_line (&picture, column + 1, i, target->unit, lines);
    }
  draw_lines (&picture, ink, lines, figure->density);
  if (target->kind == GRADUS_TARGET_WEIGHT)
    gradus_network_numbers_draw (&picture, ink, column, target->unit, target->input);
  else if (target->kind == GRADUS_TARGET_UNIT)
    {
      gradus_network_numbers_draw (&picture, ink, column, target->unit, -1);
      gradus_network_numbers_draw (&picture, ink, column + 1, -1, target->unit);
    }
  if (target->kind == GRADUS_TARGET_BIAS && column > 0)
    outline_ring (&picture, ink, column, target->unit);
  else if (target->kind == GRADUS_TARGET_UNIT)
    outline_unit (&picture, ink, column, target->unit, 2);
  else if (lines->len > 0)
    {
      outline_unit (&picture, ink, column - 1, target->input, 1.2);
      outline_unit (&picture, ink, column, target->unit, 1.2);
    }
}
