/* Where the parts of a sweep's table stand: found without ink, so that a pointer finds them too. */
#include "plot/sweep-layout.h"

#include <math.h>

#include "plot/sweep-words.h"

#define PAD 14.0
#define HEAD 76.0   /* the title, and the columns' names over the cells */
#define LEGEND 42.0 /* the key beneath them */
#define LEAST_CELLS 60.0
/* Of a letter of a note, on the average; a name that is wider ends in an ellipsis. */
#define LETTER 6.9
#define MEDIAN 68.0
#define RANGE 106.0
#define DIVERGED 64.0
#define MOST_CELL_WIDTH 120.0
#define MOST_CELL_HEIGHT 44.0
#define GOOD_CELL_HEIGHT 28.0
/* More rows than these are lower; of very many all together are not higher than that. */
#define MOST_GOOD_ROWS 30
#define LOW_CELL_HEIGHT 16.0
#define MOST_ROWS_HEIGHT 3000.0
#define GAP_SIDE 5.0

static double
guess_names (const GradusFigure *figure)
{
  glong longest = 0;

  /* Names of many rows are alike. */
  for (int i = 0; i < MIN (figure->sweep->n_rows, 64); i++)
    {
      g_autofree char *name =
          gradus_sweep_row_name (figure->sweep, i, figure->captions->decimal_point);
      longest = MAX (longest, g_utf8_strlen (name, -1));
    }
  return (double) longest * LETTER + 10;
}

static gboolean
has_diverged (const GradusSweep *sweep)
{
  for (int i = 0; i < gradus_sweep_count (sweep); i++)
    if (sweep->cells[i].state == GRADUS_SWEEP_DIVERGED)
      return TRUE;
  return FALSE;
}

/* Whole pixels where that costs little, so that cells are sharp. */
static double
find_side (double room, int n, double most)
{
  double side = fmin (room / n, most);

  return side >= 2 * GAP_SIDE ? floor (side) : side;
}

gboolean
gradus_sweep_layout (const GradusFigure *figure, double width, double height,
                     GradusSweepLayout *layout)
{
  const GradusSweep *sweep = figure->sweep;
  double room = width - 2 * PAD, rows_room;

  *layout = (GradusSweepLayout){ 0 };
  if (sweep == NULL || room < LEAST_CELLS)
    return FALSE;
  double stats = MEDIAN + RANGE + (has_diverged (sweep) ? DIVERGED : 0);
  layout->names = fmin (guess_names (figure), 0.3 * room);
  if (room - layout->names - MEDIAN < LEAST_CELLS)
    layout->names = stats = 0;
  else if (room - layout->names - stats < 0.45 * room)
    stats = MEDIAN;
  layout->x = ceil (PAD + layout->names);
  layout->cell_width =
      find_side (width - PAD - stats - layout->x, sweep->n_columns, MOST_CELL_WIDTH);
  layout->y = HEAD;
  rows_room = height - HEAD - LEGEND;
  layout->legend = 1;
  if (rows_room < LEGEND)
    {
      rows_room = height - HEAD - PAD / 2;
      layout->legend = 0;
    }
  layout->cell_height = find_side (rows_room, sweep->n_rows, MOST_CELL_HEIGHT);
  if (!(layout->cell_width > 0 && layout->cell_height > 0))
    return FALSE;
  layout->gap = fmin (layout->cell_width, layout->cell_height) >= GAP_SIDE ? 1 : 0;
  if (layout->legend > 0)
    layout->legend = layout->y + sweep->n_rows * layout->cell_height + 14;
  double right = layout->x + sweep->n_columns * layout->cell_width;
  if (stats > 0)
    layout->median = right + MEDIAN;
  if (stats > MEDIAN)
    layout->range = layout->median + RANGE;
  if (stats > MEDIAN + RANGE)
    layout->diverged = layout->range + DIVERGED;
  return TRUE;
}

double
gradus_sweep_natural_height (const GradusFigure *figure, double width)
{
  int n = figure->sweep != NULL ? figure->sweep->n_rows : 8;
  double side =
      n <= MOST_GOOD_ROWS ? GOOD_CELL_HEIGHT : fmin (LOW_CELL_HEIGHT, MOST_ROWS_HEIGHT / n);

  return ceil (HEAD + LEGEND + n * side);
}

GradusRect
gradus_sweep_cell_rect (const GradusSweepLayout *layout, int row, int column)
{
  return (GradusRect){ layout->x + column * layout->cell_width,
                       layout->y + row * layout->cell_height, layout->cell_width - layout->gap,
                       layout->cell_height - layout->gap };
}
