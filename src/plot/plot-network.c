/* The network: units as heat maps, connections as lines. */
#include "plot/plot-network.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "plot/boundary-layout.h"
#include "plot/network-legend.h"
#include "plot/network-numbers.h"
#include "plot/network-picture.h"
#include "plot/network-tile.h"

double
gradus_network_natural_height (const GradusFigure *figure, double width)
{
  if (figure->scene == NULL)
    return 200;
  const GradusNetwork *network = figure->scene->snapshot->network;

  return gradus_network_layout_height (network->n, network->n_layers, width);
}

double
gradus_network_least_height (const GradusFigure *figure, double width)
{
  if (figure->scene == NULL)
    return 200;
  const GradusNetwork *network = figure->scene->snapshot->network;

  return gradus_network_layout_least_height (network->n, network->n_layers, width);
}

/* The lines that arrive at a column, by themselves: a small image is drawn on faster. */
static void
draw_lines (const GradusNetworkPicture *picture, GradusInk *ink, int column, double density)
{
  const GradusNetworkLayout *layout = &picture->layout;
  const GradusNetworkColumn *to = &layout->columns[column], *from = to - 1;
  GradusLine lines[GRADUS_NETWORK_UNITS * GRADUS_NETWORK_UNITS];
  double left = from->middle + from->side / 2 - 1, right = to->middle - to->side / 2 + 1;
  GradusRect area = { left, layout->area.y, right - left, layout->area.height };
  gsize n = 0;

  if (!gradus_network_layout_has_lines (layout, column))
    return;
  for (int unit = 0; unit < to->n_shown; unit++)
    for (int input = 0; input < from->n_shown; input++)
      n += gradus_network_picture_line (picture, column, unit, input, &lines[n]);
  gradus_bundle_draw (ink, lines, n, &area, density, 1);
}

/* A column's name over it. */
static void
draw_caption (const GradusFigure *figure, const GradusNetworkPicture *picture, GradusInk *ink,
              int column)
{
  const GradusNetworkLayout *layout = &picture->layout;
  const GradusNetworkColumn *c = &layout->columns[column];
  double y = layout->area.y + 12;
  g_autofree char *name =
      c->layer > 0 ? g_strdup_printf ("<i>a</i><sup>[%d]</sup>", c->layer) : g_strdup ("<i>x</i>");

  if (c->layer == picture->network->n_layers && layout->pitch > 150)
    {
      g_free (name);
      name = gradus_boundary_meaning (figure->scene);
      gradus_ink_markup (ink, GRADUS_FONT_NOTE, ink->theme->soft,
                         layout->head.x + layout->head.width, y, 1, layout->pitch, name);
      return;
    }
  gradus_ink_markup (ink, GRADUS_FONT_NOTE, ink->theme->soft, c->middle, y, 0.5, layout->pitch,
                     name);
}

/* What there is no room for, in words: upright in place of layers, under the last unit. */
static void
draw_rest (const GradusNetworkPicture *picture, GradusInk *ink, int column)
{
  const GradusNetworkLayout *layout = &picture->layout;
  const GradusNetworkColumn *c = &layout->columns[column];
  int n = c->n_units - c->n_shown;
  g_autofree char *words = NULL;

  if (c->layer == GRADUS_NETWORK_FOLD)
    {
      words = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "and %d more layer", "and %d more layers", (gulong) n), n);
      gradus_ink_upright (ink, GRADUS_FONT_NOTE, ink->theme->soft, c->middle,
                          layout->area.y + layout->area.height / 2, layout->area.height, words);
    }
  else if (n > 0)
    {
      words = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "and %d more", "and %d more", (gulong) n), n);
      if (gradus_ink_measure (ink, GRADUS_FONT_SMALL, words) > layout->pitch - 6)
        {
          g_free (words);
          words = g_strdup_printf (_ ("+%d"), n);
        }
      gradus_ink_text (ink, GRADUS_FONT_SMALL, ink->theme->soft, c->middle,
                       c->top + (c->n_shown - 1) * c->pitch + c->side + 11, 0.5, layout->pitch,
                       words);
    }
}

static void
draw_network (const GradusFigure *figure, const GradusNetworkPicture *picture, GradusInk *ink)
{
  const GradusNetworkLayout *layout = &picture->layout;
  GradusNetworkTiles tiles;

  for (int i = 1; i < layout->n_columns; i++)
    {
      draw_lines (picture, ink, i, figure->density);
      gradus_network_numbers_draw (picture, ink, i, -1, -1);
    }
  gradus_network_tiles_init (&tiles, figure, picture, ink);
  for (int i = 0; i < layout->n_columns; i++)
    {
      gradus_network_tiles_draw (&tiles, ink, i);
      draw_rest (picture, ink, i);
      if (!layout->is_bare && layout->columns[i].layer != GRADUS_NETWORK_FOLD)
        draw_caption (figure, picture, ink, i);
    }
}

void
gradus_network_draw (const GradusFigure *figure, GradusInk *ink, double width, double height)
{
  GradusNetworkPicture picture;
  gboolean has_room = gradus_network_picture_init (&picture, figure, width, height);

  if (!has_room || picture.layout.head.height > 0)
    gradus_ink_markup (ink, GRADUS_FONT_TITLE, ink->theme->ink, 14, 23, 0, width - 28,
                       figure->captions->network_title);
  if (!has_room)
    return;
  draw_network (figure, &picture, ink);
  if (!picture.layout.is_bare)
    gradus_network_legend_draw (&picture, ink);
}
