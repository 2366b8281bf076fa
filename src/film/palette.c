/* The 256 colours of a picture in a GIF: boxes of colours are halved where they hold the most. */
#include "film/palette.h"

#include <string.h>

/* Bits of a channel that tell two colours apart. */
#define BITS 6
#define SIDE (1 << BITS)
#define N_CELLS (SIDE * SIDE * SIDE)

/* Colours from low up to and with high in each channel. */
typedef struct
{
  int low[3], high[3];
  guint64 count;
} Box;

static inline guint
find_cell (guint32 pixel)
{
  return (pixel >> (24 - BITS) & (SIDE - 1)) << (2 * BITS)
         | (pixel >> (16 - BITS) & (SIDE - 1)) << BITS | (pixel >> (8 - BITS) & (SIDE - 1));
}

static inline guint
cell_at (int r, int g, int b)
{
  return (guint) (r << (2 * BITS) | g << BITS | b);
}

/* How many pixels there are at each place along the channel. */
static void
project (const Box *box, const guint32 *cells, int channel, guint64 counts[SIDE])
{
  int at[3];

  memset (counts, 0, SIDE * sizeof *counts);
  for (at[0] = box->low[0]; at[0] <= box->high[0]; at[0]++)
    for (at[1] = box->low[1]; at[1] <= box->high[1]; at[1]++)
      for (at[2] = box->low[2]; at[2] <= box->high[2]; at[2]++)
        counts[at[channel]] += cells[cell_at (at[0], at[1], at[2])];
}

/* Takes away what is empty at the box's sides. */
static void
shrink (Box *box, const guint32 *cells)
{
  guint64 counts[SIDE];

  for (int c = 0; c < 3; c++)
    {
      project (box, cells, c, counts);
      while (box->low[c] < box->high[c] && counts[box->low[c]] == 0)
        box->low[c]++;
      while (box->high[c] > box->low[c] && counts[box->high[c]] == 0)
        box->high[c]--;
    }
  project (box, cells, 0, counts);
  box->count = 0;
  for (int i = 0; i < SIDE; i++)
    box->count += counts[i];
}

static int
longest_side (const Box *box)
{
  int longest = 0;

  for (int c = 1; c < 3; c++)
    if (box->high[c] - box->low[c] > box->high[longest] - box->low[longest])
      longest = c;
  return longest;
}

/* How much a box is worth halving: large ones with few pixels too, as they hold thin lines. */
static double
worth (const Box *box)
{
  int c = longest_side (box), side = box->high[c] - box->low[c];

  return side == 0 ? 0 : (double) side * side * (double) MIN (box->count, 20000);
}

static void
halve (Box *box, Box *other, const guint32 *cells)
{
  int c = longest_side (box), cut = (box->low[c] + box->high[c]) / 2;

  *other = *box;
  box->high[c] = cut;
  other->low[c] = cut + 1;
  shrink (box, cells);
  shrink (other, cells);
}

/* Boxes that hold all cells with something in them. Returns: how many. */
static int
make_boxes (const guint32 *cells, Box boxes[GRADUS_PALETTE_COLORS])
{
  int n = 1;

  boxes[0] = (Box){ { 0, 0, 0 }, { SIDE - 1, SIDE - 1, SIDE - 1 }, 0 };
  shrink (&boxes[0], cells);
  while (n < GRADUS_PALETTE_COLORS)
    {
      int best = 0;
      for (int i = 1; i < n; i++)
        if (worth (&boxes[i]) > worth (&boxes[best]))
          best = i;
      if (worth (&boxes[best]) <= 0)
        break;
      halve (&boxes[best], &boxes[n], cells);
      n++;
    }
  return n;
}

static void
fill_map (const Box *box, guint8 number, guint8 *map)
{
  for (int r = box->low[0]; r <= box->high[0]; r++)
    for (int g = box->low[1]; g <= box->high[1]; g++)
      for (int b = box->low[2]; b <= box->high[2]; b++)
        map[cell_at (r, g, b)] = number;
}

/* The mean of the pixels that each number stands for, so that plain white stays white. */
static void
mix_colors (const guint8 *pixels, int stride, int width, int height, const guint8 *indices, int row,
            guint32 *colors)
{
  guint64 sums[GRADUS_PALETTE_COLORS][4] = { { 0 } };

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        guint32 pixel =
            ((const guint32 *) (gconstpointer) (pixels + (gsize) y * (gsize) stride))[x];
        guint64 *sum = sums[indices[(gsize) y * (gsize) row + (gsize) x]];
        for (int c = 0; c < 3; c++)
          sum[c] += pixel >> (16 - 8 * c) & 0xff;
        sum[3]++;
      }
  memset (colors, 0, GRADUS_PALETTE_COLORS * sizeof *colors);
  for (int i = 0; i < GRADUS_PALETTE_COLORS; i++)
    for (int c = 0; c < 3 && sums[i][3] > 0; c++)
      colors[i] = colors[i] << 8 | (guint32) ((sums[i][c] + sums[i][3] / 2) / sums[i][3]);
}

void
gradus_palette_choose (const guint8 *pixels, int stride, int width, int height,
                       guint32 colors[GRADUS_PALETTE_COLORS], guint8 *indices, int row)
{
  g_autofree guint32 *cells = g_new0 (guint32, N_CELLS);
  g_autofree guint8 *map = g_new0 (guint8, N_CELLS);
  Box boxes[GRADUS_PALETTE_COLORS];

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      cells[find_cell (
          ((const guint32 *) (gconstpointer) (pixels + (gsize) y * (gsize) stride))[x])]++;
  int n = make_boxes (cells, boxes);
  for (int i = 0; i < n; i++)
    fill_map (&boxes[i], (guint8) i, map);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      indices[(gsize) y * (gsize) row + (gsize) x] = map[find_cell (
          ((const guint32 *) (gconstpointer) (pixels + (gsize) y * (gsize) stride))[x])];
  mix_colors (pixels, stride, width, height, indices, row, colors);
}
