/* Where the parts of a network's picture stand: a column of units for each layer that is shown. */
#include "plot/network-layout.h"

#include <math.h>

#define PAD 14.0
#define HEAD 36.0
#define CAPTION 20.0 /* a column's name, over it */
#define FOOT 30.0
#define FOOT_ROW 18.0
#define NAMES 70.0     /* what classes are called, right of the output */
#define TEXT 16.0      /* a line under a square */
#define TEXT_ROOM 54.0 /* what a bias and its number take of it */
/* Beneath this width or height there is only the network. */
#define BARE_WIDTH 240.0
#define BARE_HEIGHT 170.0
/* Squares, and how close to each other they may come. */
#define LEAST_SIDE 9.0
#define MOST_SIDE 88.0
#define MOST_SHARE 0.18  /* of the height, where that is more */
#define MOST_OUTPUT 1.45 /* times that */
#define TEXT_SIDE 30.0   /* the least that has words under it */
#define BESIDE_SIDE 24.0 /* the least that has words beside it */
#define BESIDE_ROOM 96.0 /* that they need between two columns */
#define LEAST_ROW 13.0
#define LEAST_COLUMN 54.0
#define BARE_COLUMN 26.0 /* where there are no words */
/* The share of a square's left edge where lines arrive. */
#define PORTS_FROM 0.1
#define PORTS_TO 0.9
#define PORTS_TO_RING 0.62     /* the ring stands below them */
#define PORTS_FROM_BESIDE 0.02 /* and the bias' number under theirs */

static int
count_rows (int n_units)
{
  return n_units > GRADUS_NETWORK_UNITS ? GRADUS_NETWORK_UNITS + 1 : n_units;
}

/* Features, as many hidden layers as fit, and the output; the fold takes a column too. */
static void
choose_columns (const int *n, int n_layers, double width, GradusNetworkLayout *layout)
{
  int n_hidden = n_layers - 1,
      room = (int) (width / (layout->is_bare ? BARE_COLUMN : LEAST_COLUMN)) - 2;
  int first = n_hidden, last = 0; /* hidden layers before the fold and behind it */

  layout->n_columns = 0;
  if (room < (n_hidden > 0 ? 1 : 0))
    return;
  if (n_hidden > MIN (room, GRADUS_NETWORK_HIDDEN))
    {
      int shown = MIN (room - 1, GRADUS_NETWORK_HIDDEN);
      first = (shown + 1) / 2;
      last = shown / 2;
    }
  for (int layer = 0; layer <= n_layers; layer++)
    {
      GradusNetworkColumn *column = &layout->columns[layout->n_columns++];
      if (layer == first + 1 && layer < n_layers - last)
        {
          *column = (GradusNetworkColumn){ .layer = GRADUS_NETWORK_FOLD,
                                           .n_units = n_hidden - first - last };
          layer = n_hidden - last;
        }
      else
        *column = (GradusNetworkColumn){ .layer = layer, .n_units = n[layer] };
    }
}

/* The words around the network, where there is room for them. */
static void
place_words (double width, double height, double natural, gboolean has_names,
             GradusNetworkLayout *layout)
{
  double inner = fmax (0, width - 2 * PAD);
  double foot = width < 520 ? FOOT + FOOT_ROW : FOOT;
  double head = height < natural ? 0 : HEAD; /* low as it is, the units need it more */

  layout->is_bare = width < BARE_WIDTH || height < BARE_HEIGHT;
  if (layout->is_bare)
    {
      double pad = fmin (PAD / 2, fmin (width, height) / 8);
      layout->area = (GradusRect){ pad, pad, width - 2 * pad, height - 2 * pad };
      return;
    }
  double names = has_names ? fmin (NAMES, width / 8) : 0;
  layout->head = (GradusRect){ PAD, 0, inner, head };
  layout->foot = (GradusRect){ PAD, height - foot, inner, foot };
  layout->area = (GradusRect){ PAD, head, inner - names, height - head - foot };
}

/* How many units of the column there is room for, and how large. */
static void
size_column (const GradusNetworkLayout *layout, GradusNetworkColumn *column, gboolean is_output,
             double pitch)
{
  double caption = layout->is_bare ? 0 : CAPTION, height = layout->area.height - caption;
  double most = fmax (MOST_SIDE, MOST_SHARE * height);
  int rows = count_rows (column->n_units), fit = MAX (1, (int) (height / LEAST_ROW));

  if (column->layer == GRADUS_NETWORK_FOLD)
    {
      column->middle = column->side = 0;
      column->top = layout->area.y + caption + height / 2;
      return;
    }
  if (is_output && column->n_units == 1)
    most *= MOST_OUTPUT;
  rows = MIN (rows, fit);
  column->n_shown = column->n_units <= MIN (rows, GRADUS_NETWORK_UNITS) ? rows : MAX (1, rows - 1);
  column->pitch = fmin (height / rows, most + 2 * TEXT);
  double widest = fmin (most, pitch * 0.44);
  double with_text = column->pitch - TEXT - 6;
  column->has_text = !layout->is_bare && fmin (with_text, widest) >= TEXT_SIDE;
  double room = column->has_text ? with_text : column->pitch - CLAMP (0.12 * column->pitch, 2, 8);
  column->side = floor (fmin (room, widest));
  column->top = layout->area.y + caption + (height - rows * column->pitch) / 2
                + (column->pitch - column->side - (column->has_text ? TEXT : 0)) / 2;
}

/* Columns at equal distances, the outermost at the area's edges. */
static void
place_columns (GradusNetworkLayout *layout)
{
  const GradusRect *area = &layout->area;
  int last = layout->n_columns - 1;
  double left =
      area->x + fmax (layout->columns[0].side / 2, layout->is_bare ? 0 : LEAST_COLUMN / 2);
  double end = layout->columns[last].side;
  double right = area->x + area->width - end / 2;
  double least = INFINITY;

  if (layout->columns[last].has_text)
    right -= fmax (0, TEXT_ROOM - end);
  layout->pitch = (right - left) / last;
  for (int i = 0; i <= last; i++)
    {
      GradusNetworkColumn *column = &layout->columns[i];
      column->middle = left + i * layout->pitch;
      if (column->n_shown > 0)
        least = fmin (least, column->side);
      column->has_text_beside =
          !layout->is_bare && !column->has_text && i > 0 && column->side >= BESIDE_SIDE
          && layout->pitch - (column->side + column[-1].side) / 2 >= BESIDE_ROOM;
    }
  layout->most = CLAMP (0.2 * least, 2, 7);
  layout->ring = CLAMP (0.2 * least, 2, 5);
}

void
gradus_network_lay_out (const int *n, int n_layers, double width, double height,
                        GradusNetworkLayout *layout)
{
  *layout = (GradusNetworkLayout){ 0 };
  if (!isfinite (width) || !isfinite (height))
    return;
  place_words (width, height, gradus_network_layout_height (n, n_layers, width), n[n_layers] > 1,
               layout);
  if (gradus_rect_is_empty (&layout->area))
    return;
  choose_columns (n, n_layers, layout->area.width, layout);
  double pitch = layout->area.width / layout->n_columns;
  for (int i = 0; i < layout->n_columns; i++)
    {
      size_column (layout, &layout->columns[i], i == layout->n_columns - 1, pitch);
      if (layout->columns[i].n_shown > 0 && layout->columns[i].side < LEAST_SIDE)
        layout->n_columns = 0;
    }
  if (layout->n_columns > 0)
    place_columns (layout);
}

/* Of the layer that has most. */
static int
count_most_rows (const int *n, int n_layers)
{
  int rows = 1;

  for (int l = 0; l <= n_layers; l++)
    rows = MAX (rows, count_rows (n[l]));
  return rows;
}

double
gradus_network_layout_least_height (const int *n, int n_layers, double width)
{
  int rows = count_most_rows (n, n_layers);
  double row = rows <= 4 ? 42 : rows <= 8 ? 22 : 16;

  return CAPTION + fmax (rows * row, 150) + FOOT + (width < 520 ? FOOT_ROW : 0);
}

double
gradus_network_layout_height (const int *n, int n_layers, double width)
{
  int rows = count_most_rows (n, n_layers);
  double row = rows <= 4 ? 56 : rows <= 8 ? 40 : 28;
  return HEAD + CAPTION + fmax (rows * row, 200) + FOOT + (width < 520 ? FOOT_ROW : 0);
}

int
gradus_network_layout_find (const GradusNetworkLayout *self, int layer)
{
  for (int i = 0; i < self->n_columns; i++)
    if (self->columns[i].layer == layer && layer != GRADUS_NETWORK_FOLD)
      return i;
  return -1;
}

GradusRect
gradus_network_layout_tile (const GradusNetworkLayout *self, int column, int unit)
{
  const GradusNetworkColumn *c = &self->columns[column];

  return (GradusRect){ floor (c->middle - c->side / 2), floor (c->top + unit * c->pitch), c->side,
                       c->side }; /* on whole pixels */
}

void
gradus_network_layout_ring (const GradusNetworkLayout *self, int column, int unit, double *x,
                            double *y)
{
  GradusRect tile = gradus_network_layout_tile (self, column, unit);
  gboolean has_text = self->columns[column].has_text;

  *x = has_text ? tile.x + self->ring : tile.x - self->ring - 1;
  *y = has_text ? tile.y + tile.height + TEXT / 2 + 1 : tile.y + tile.height - self->ring;
}

gboolean
gradus_network_layout_has_lines (const GradusNetworkLayout *self, int column)
{
  return column > 0 && column < self->n_columns && self->columns[column].n_shown > 0
         && self->columns[column - 1].n_shown > 0;
}

static double
ports_from (const GradusNetworkColumn *column)
{
  return column->has_text_beside ? PORTS_FROM_BESIDE : PORTS_FROM;
}

double
gradus_network_layout_port (const GradusNetworkLayout *self, int column)
{
  const GradusNetworkColumn *c = &self->columns[column];

  return ((c->has_text ? PORTS_TO : PORTS_TO_RING) - ports_from (c)) * c->side
         / self->columns[column - 1].n_shown;
}

void
gradus_network_layout_line (const GradusNetworkLayout *self, int column, int unit, int input,
                            double *x0, double *y0, double *x1, double *y1)
{
  GradusRect from = gradus_network_layout_tile (self, column - 1, input);
  GradusRect to = gradus_network_layout_tile (self, column, unit);

  *x0 = from.x + from.width;
  *y0 = from.y + from.height / 2;
  *x1 = to.x;
  *y1 = to.y + ports_from (&self->columns[column]) * to.height
        + (input + 0.5) * gradus_network_layout_port (self, column);
}
