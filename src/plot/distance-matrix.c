/* How far each two units of a layer are apart, as a square of coloured cells. */
#include "plot/distance-matrix.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "plot/symmetry-words.h"

/* Distances from the one (alike, as numerics has it) to the other go through all colours, by their
 * logarithm: the square of it, for most are within two or three decades of the farthest. */
#define NEAREST 1e-9
#define FARTHEST 10.0

#define MARGIN 24.0 /* the units' numbers */
#define KEY 34.0    /* beneath the cells */
/* A cell of this side has room for its number, for the sign of twins, and for a gap to the next. */
#define NUMBER_SIDE 46.0
#define LARGE_SIDE 90.0 /* for a large number */
#define SIGN_SIDE 9.0
#define GAP_SIDE 5.0
/* No cell is larger than this. */
#define MOST_SIDE 160.0

typedef struct
{
  int n;
  double x, y, side; /* of the first cell, and of each */
  gboolean has_key;
} Grid;

static Grid
place (const GradusLayerDiagnosis *layer, const GradusRect *area)
{
  gboolean has_key = area->height >= 140;
  double room = fmin (area->width, area->height - (has_key ? KEY : 0)) - MARGIN;
  double side = fmin (room / layer->n_shown, MOST_SIDE);

  if (side >= GAP_SIDE)
    side = floor (side);
  return (Grid){ layer->n_shown, area->x + MARGIN, area->y + MARGIN, fmax (side, 0), has_key };
}

static GradusColor
cell_color (const GradusTheme *theme, double distance)
{
  double t = (log10 (distance) - log10 (NEAREST)) / (log10 (FARTHEST) - log10 (NEAREST));

  return gradus_color_mix (theme->grid, theme->train, t > 0 ? fmin (t * t, 1) : 0);
}

/* The same two lines as in "=": bit for bit. */
static void
draw_sign (GradusInk *ink, const GradusRect *cell)
{
  double x = cell->x + cell->width / 2, y = cell->y + cell->height / 2;
  double half = fmin (7, cell->width * 0.28), gap = half * 0.45;
  double thick = CLAMP (cell->width / 14, 1.0, 2.2);

  for (int i = -1; i <= 1; i += 2)
    gradus_ink_line (ink, x - half, y + i * gap, x + half, y + i * gap, thick, 0,
                     ink->theme->alarm);
}

static void
draw_number (GradusInk *ink, const GradusRect *cell, GradusColor color, double distance)
{
  GradusColor words = gradus_color_contrast (ink->theme->ink, color)
                              >= gradus_color_contrast (ink->theme->paper, color)
                          ? ink->theme->ink
                          : ink->theme->paper;
  GradusNumber number = gradus_symmetry_number (distance, ink->captions->decimal_point);

  GradusFont font = cell->width >= LARGE_SIDE ? GRADUS_FONT_TITLE : GRADUS_FONT_SMALL;

  gradus_ink_text (ink, font, words, cell->x + cell->width / 2,
                   cell->y + cell->height / 2 + gradus_font_drop (font), 0.5, cell->width - 2,
                   number.text);
}

static void
draw_cell (GradusInk *ink, const Grid *grid, int i, int j, double distance)
{
  double gap = grid->side >= GAP_SIDE ? 1 : 0;
  GradusRect cell = { grid->x + j * grid->side, grid->y + i * grid->side, grid->side - gap,
                      grid->side - gap };
  const GradusTheme *theme = ink->theme;

  if (i == j)
    {
      gradus_ink_fill (ink, &cell, theme->sheet);
      return;
    }
  if (distance == 0)
    {
      gradus_ink_fill (ink, &cell, grid->side >= SIGN_SIDE ? theme->flat : theme->bar_flat);
      if (grid->side >= SIGN_SIDE)
        draw_sign (ink, &cell);
      return;
    }
  gradus_ink_fill (ink, &cell, cell_color (theme, distance));
  if (grid->side >= NUMBER_SIDE)
    draw_number (ink, &cell, cell_color (theme, distance), distance);
}

/* The units' numbers above and beside the cells, as many as do not touch. */
static void
draw_names (GradusInk *ink, const Grid *grid)
{
  int step = 1;

  while (step * grid->side < 17)
    step += step == 1 ? 1 : step == 2 ? 3 : 5;
  for (int i = step == 2 ? 1 : 0; i < grid->n; i += i == 0 && step > 1 ? step - 1 : step)
    {
      GradusNumber number = gradus_number_count (i + 1);
      double at = (i + 0.5) * grid->side;
      gradus_ink_text (ink, GRADUS_FONT_SMALL, ink->theme->soft, grid->x + at, grid->y - 6, 0.5, 0,
                       number.text);
      gradus_ink_text (ink, GRADUS_FONT_SMALL, ink->theme->soft, grid->x - 6,
                       grid->y + at + gradus_font_drop (GRADUS_FONT_SMALL), 1, 0, number.text);
    }
}

/* The sign of the twins, and where there is room the colours from the nearest to the farthest. */
static void
draw_key (GradusInk *ink, const Grid *grid, const GradusRect *area)
{
  const GradusTheme *theme = ink->theme;
  double y = grid->y + grid->n * grid->side + 10, x = grid->x, right = area->x + area->width;
  double baseline = y + 6 + gradus_font_drop (GRADUS_FONT_SMALL);
  const char *point = ink->captions->decimal_point;
  GradusNumber low = gradus_number_scientific (NEAREST, 0, point);
  GradusNumber high = gradus_number_fixed (FARTHEST, 0, point);
  double words = gradus_ink_measure (ink, GRADUS_FONT_SMALL, low.text) + 5
                 + gradus_ink_measure (ink, GRADUS_FONT_SMALL, high.text);
  GradusRect cell = { x, y - 1, 14, 14 };

  gradus_ink_fill (ink, &cell, theme->flat);
  draw_sign (ink, &cell);
  x += 19;
  x += 14
       + gradus_ink_text (ink, GRADUS_FONT_SMALL, theme->soft, x, baseline, 0, right - x,
                          _ ("same bits"));
  int n = (int) (fmin (84, right - x - words - 5) / 2); /* strips of two pixels */
  if (n < 16)
    return;
  x += 5 + gradus_ink_text (ink, GRADUS_FONT_SMALL, theme->soft, x, baseline, 0, 0, low.text);
  for (int i = 0; i < n; i++)
    {
      GradusRect strip = { x + 2 * i, y, 2, 12 };
      double distance = NEAREST * pow (FARTHEST / NEAREST, i / (n - 1.0));
      gradus_ink_fill (ink, &strip, cell_color (theme, distance));
    }
  gradus_ink_text (ink, GRADUS_FONT_SMALL, theme->soft, x + 2 * n + 5, baseline, 0, 0, high.text);
}

void
gradus_distance_matrix_draw (GradusInk *ink, const GradusLayerDiagnosis *layer,
                             const GradusRect *area)
{
  Grid grid = place (layer, area);

  if (grid.side <= 0)
    return;
  for (int i = 0; i < grid.n; i++)
    for (int j = 0; j < grid.n; j++)
      draw_cell (ink, &grid, i, j, layer->distances[i * grid.n + j]);
  draw_names (ink, &grid);
  if (grid.has_key)
    draw_key (ink, &grid, area);
}

gboolean
gradus_distance_matrix_find (const GradusLayerDiagnosis *layer, const GradusRect *area, double px,
                             double py, int *row, int *column)
{
  Grid grid = place (layer, area);
  double i = floor ((py - grid.y) / grid.side), j = floor ((px - grid.x) / grid.side);

  if (!(grid.side > 0 && i >= 0 && i < grid.n && j >= 0 && j < grid.n))
    return FALSE;
  *row = (int) i;
  *column = (int) j;
  return TRUE;
}

void
gradus_distance_matrix_light (GradusInk *ink, const GradusLayerDiagnosis *layer,
                              const GradusRect *area, int unit)
{
  Grid grid = place (layer, area);
  double at = unit * grid.side, whole = grid.n * grid.side;

  if (grid.side <= 0 || unit < 0 || unit >= grid.n)
    return;
  gradus_ink_color (ink, ink->theme->ink, 1);
  cairo_set_line_width (ink->cr, 1.6);
  cairo_rectangle (ink->cr, grid.x - 0.5, grid.y + at - 0.5, whole, grid.side);
  cairo_rectangle (ink->cr, grid.x + at - 0.5, grid.y - 0.5, grid.side, whole);
  cairo_stroke (ink->cr);
}
