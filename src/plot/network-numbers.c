/* The weights in numbers, where their lines arrive. */
#include "plot/network-numbers.h"

#include "plot/network-tile.h"

/* The least distance of two lines where they arrive that leaves room for their numbers, and the
 * least between two columns. */
#define NUMBER_PORT 12.5
#define NUMBER_ROOM 96.0

/* On a patch of paper, right-aligned at x and around y, so that it can be read over a line. */
static void
draw_number (GradusInk *ink, double x, double y, double value)
{
  GradusNumber number = gradus_network_number (value, ink->captions->decimal_point);
  double width = gradus_ink_measure (ink, GRADUS_FONT_SMALL, number.text);

  cairo_rectangle (ink->cr, x - width - 4, y - 6, width + 6, 12);
  gradus_ink_color (ink, ink->theme->paper, 0.85);
  cairo_fill (ink->cr);
  gradus_ink_text (ink, GRADUS_FONT_SMALL, ink->theme->ink, x,
                   y + gradus_font_drop (GRADUS_FONT_SMALL), 1, 0, number.text);
}

void
gradus_network_numbers_draw (const GradusNetworkPicture *picture, GradusInk *ink, int column,
                             int unit, int input)
{
  const GradusNetworkLayout *layout = &picture->layout;

  if (!gradus_network_layout_has_lines (layout, column))
    return;
  const GradusNetworkColumn *to = &layout->columns[column], *from = to - 1;
  if (!to->has_text || gradus_network_layout_port (layout, column) < NUMBER_PORT
      || layout->pitch - (from->side + to->side) / 2 < NUMBER_ROOM)
    return;
  for (int i = 0; i < to->n_shown; i++)
    for (int k = 0; k < from->n_shown; k++)
      {
        double x0, y0, x1, y1;
        const double *w = gradus_network_w (picture->network, to->layer);
        if ((unit >= 0 && unit != i) || (input >= 0 && input != k))
          continue;
        gradus_network_layout_line (layout, column, i, k, &x0, &y0, &x1, &y1);
        draw_number (ink, x1 - 5, y1, w[i * picture->network->n[to->layer - 1] + k]);
      }
}
