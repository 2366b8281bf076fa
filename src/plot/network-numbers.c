/* The weights in numbers, where their lines arrive. */
#include "plot/network-numbers.h"

#include "plot/network-tile.h"

/* The least distance of two lines where they arrive that leaves room for their numbers, and the
 * least between two columns. */
#define NUMBER_PORT 10.5
#define NUMBER_ROOM 96.0

void
gradus_network_numbers_draw (const GradusNetworkPicture *picture, GradusInk *ink, int column,
                             int unit, int input)
{
  const GradusNetworkLayout *layout = &picture->layout;

  if (!gradus_network_layout_has_lines (layout, column))
    return;
  const GradusNetworkColumn *to = &layout->columns[column], *from = to - 1;
  if ((!to->has_text && !to->has_text_beside)
      || gradus_network_layout_port (layout, column) < NUMBER_PORT
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
        gradus_network_number_draw (ink, x1 - 5, y1, w[i * picture->network->n[to->layer - 1] + k]);
      }
}
