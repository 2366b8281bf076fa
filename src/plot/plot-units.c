/* The hidden units of a layer: how many tiles there is room for, and what is said of the rest. */
#include "plot/plot-units.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "plot/unit-tile.h"

#define PAD 14.0
#define HEAD 36.0
#define GAP 8.0
#define MORE 24.0 /* the line that counts what is not shown */
/* Width to height of a good tile. */
#define SHAPE 1.85
/* Beneath this height there is no title. */
#define BARE 110.0

typedef struct
{
  int columns, shown;
  gboolean is_compact;
  double width, height; /* of a tile */
} Grid;

/* The layer that is shown, 1 … L - 1; 0 where there is no hidden layer, or nothing to show. */
static int
shown_layer (const GradusFigure *figure)
{
  const GradusScene *scene = figure->scene;
  int n = scene != NULL ? scene->snapshot->network->n_layers - 1 : 0;
  int layer = n > 0 ? CLAMP (figure->layer, 1, n) : 0;

  return layer > 0 && scene->units[layer - 1] != NULL && scene->diagnosis != NULL
                 && layer <= scene->diagnosis->n_layers
             ? layer
             : 0;
}

/* Units of the layer, and how many of them there are pictures of. */
static int
count_units (const GradusFigure *figure, int *n_pictures)
{
  int layer = shown_layer (figure);
  int n = figure->scene->snapshot->network->n[layer];

  *n_pictures = MIN (n, figure->scene->units[layer - 1]->n_planes);
  return n;
}

/* The columns that make n tiles largest, none smaller than the least size. Returns: FALSE where
 * they do not fit. */
static gboolean
fit_tiles (int n, double width, double height, gboolean is_compact, Grid *grid)
{
  double least_width = is_compact ? GRADUS_TILE_COMPACT_WIDTH : GRADUS_TILE_WIDTH;
  double least_height = is_compact ? GRADUS_TILE_COMPACT_HEIGHT : GRADUS_TILE_HEIGHT;
  double best = 0;

  for (int columns = 1; columns <= n; columns++)
    {
      int rows = (n + columns - 1) / columns;
      double w = (width - (columns - 1) * GAP) / columns;
      double h = (height - (rows - 1) * GAP) / rows;
      double size = fmin (w, h * SHAPE);
      if (w < least_width || h < least_height || size <= best)
        continue;
      best = size;
      *grid = (Grid){ columns, n, is_compact, floor (w), floor (fmin (h, w / 1.6)) };
    }
  return best > 0;
}

/* Large tiles if all fit, else compact ones, else as many as there is room for. */
static Grid
choose_grid (int n, int n_pictures, double width, double height)
{
  Grid grid = { 0 };
  double room = n > n_pictures ? height - MORE : height;

  if (fit_tiles (n_pictures, width, room, FALSE, &grid)
      || fit_tiles (n_pictures, width, room, TRUE, &grid))
    return grid;
  double w = fmin (GRADUS_TILE_COMPACT_WIDTH, width), h = GRADUS_TILE_COMPACT_HEIGHT;
  int columns = MAX (1, (int) ((width + GAP) / (w + GAP)));
  int rows = MAX (0, (int) ((height - MORE + GAP) / (h + GAP)));
  grid = (Grid){ columns, MIN (columns * rows, n_pictures), TRUE,
                 floor ((width - (columns - 1) * GAP) / columns), h };
  if (rows > 0)
    grid.height = floor (fmin ((height - MORE - (rows - 1) * GAP) / rows, grid.width / 1.6));
  return grid;
}

double
gradus_units_natural_height (const GradusFigure *figure, double width)
{
  int n_pictures;

  if (shown_layer (figure) == 0)
    return HEAD + 44 + PAD;
  int n = count_units (figure, &n_pictures);
  gboolean is_compact = n > 16;
  double inner = fmax (width - 2 * PAD, 1);
  double wanted = is_compact ? 124 : 216;
  int columns = CLAMP ((int) ((inner + GAP) / (wanted + GAP)), 1, n_pictures);
  double tile = (inner - (columns - 1) * GAP) / columns;
  double height = is_compact ? CLAMP (tile * 0.6, 72, 110) : CLAMP (tile * 0.54, 116, 190);
  int rows = (n_pictures + columns - 1) / columns;

  return ceil (HEAD + rows * height + (rows - 1) * GAP + PAD + (n > n_pictures ? MORE : 0));
}

/* Which layer, and what the percentages are where the tiles have no room to say it; of a lone layer
 * what the tiles mean. (transfer full) */
static char *
tell_tiles (const GradusFigure *figure, int layer, const char *percentages)
{
  int n_layers = figure->scene->snapshot->network->n_layers - 1;
  gsize m = figure->scene->training->m;
  GradusNumber count = gradus_number_count ((gint64) m);

  if (n_layers > 1)
    {
      g_autofree char *which = g_strdup_printf (_ ("layer %d of %d"), layer, n_layers);
      return g_strjoin (percentages != NULL ? " · " : "", which,
                        percentages != NULL ? percentages : "", NULL);
    }
  if (percentages != NULL)
    return g_strdup (percentages);
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "what each unit sees, and where the %s example sits on g(z)",
                   "what each unit sees, and where the %s examples sit on g(z)", (gulong) m),
      count.text);
}

/* The title, and beside it what there is to say of all tiles; percentages may be NULL. */
static void
draw_head (const GradusFigure *figure, GradusInk *ink, double width, const char *percentages)
{
  double taken = gradus_ink_markup (ink, GRADUS_FONT_TITLE, ink->theme->ink, PAD, 23, 0,
                                    width - 2 * PAD, figure->captions->units_title);
  int layer = shown_layer (figure);

  if (layer == 0)
    return;
  g_autofree char *whole = tell_tiles (figure, layer, percentages);
  const char *note = whole;
  double room = width - 2 * PAD - taken - 14;
  if (percentages != NULL && gradus_ink_measure (ink, GRADUS_FONT_NOTE, whole) > room)
    note = percentages;
  if (gradus_ink_measure (ink, GRADUS_FONT_NOTE, note) <= room)
    gradus_ink_text (ink, GRADUS_FONT_NOTE, ink->theme->soft, PAD + taken + 14, 23, 0, 0, note);
}

static void
draw_more (GradusInk *ink, int n_more, double x, double y, double room)
{
  g_autofree char *words = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "and %d more", "and %d more", (gulong) n_more), n_more);

  gradus_ink_text (ink, GRADUS_FONT_NOTE, ink->theme->soft, x, y, 0, room, words);
}

static GradusRect
tile_area (double width, double height)
{
  double head = height < BARE ? PAD / 2 : HEAD;

  return (GradusRect){ PAD, head, width - 2 * PAD, height - head - PAD };
}

static GradusRect
tile_place (const Grid *grid, const GradusRect *area, int i)
{
  return (GradusRect){ area->x + i % grid->columns * (grid->width + GAP),
                       area->y + i / grid->columns * (grid->height + GAP), grid->width,
                       grid->height };
}

/* Returns: what the percentages on the tiles are, where these do not say it; or NULL. (transfer
 * full) */
static char *
draw_tiles (const GradusFigure *figure, GradusInk *ink, const GradusRect *area)
{
  int n_pictures, n = count_units (figure, &n_pictures);
  Grid grid = choose_grid (n, n_pictures, area->width, area->height);
  GradusUnitTile tile;
  double bottom = area->y;

  gradus_unit_tile_init (&tile, ink, figure->scene, shown_layer (figure), grid.width, grid.height,
                         grid.is_compact);
  for (int i = 0; i < grid.shown; i++)
    {
      GradusRect place = tile_place (&grid, area, i);
      cairo_save (ink->cr);
      cairo_translate (ink->cr, place.x, place.y);
      gradus_unit_tile_draw (&tile, ink, i);
      cairo_restore (ink->cr);
      bottom = place.y + place.height;
    }
  if (n > grid.shown)
    draw_more (ink, n - grid.shown, area->x, bottom + 17, area->width);
  return tile.is_terse ? gradus_unit_tile_tell_percentages (&tile, figure->captions) : NULL;
}

void
gradus_units_draw (const GradusFigure *figure, GradusInk *ink, double width, double height)
{
  gboolean bare = height < BARE;
  GradusRect area = tile_area (width, height);
  g_autofree char *percentages = NULL;

  if (!gradus_rect_is_empty (&area) && shown_layer (figure) > 0)
    percentages = draw_tiles (figure, ink, &area);
  else if (!gradus_rect_is_empty (&area) && figure->scene != NULL)
    gradus_ink_text (ink, GRADUS_FONT_BODY, ink->theme->soft, width / 2, area.y + 24, 0.5,
                     area.width, figure->captions->no_hidden);
  if (!bare)
    draw_head (figure, ink, width, percentages);
}

/* The tiles that are shown; none where there is no room or no layer. */
static Grid
find_grid (const GradusFigure *figure, double width, double height, GradusRect *area)
{
  int n_pictures, n;

  *area = tile_area (width, height);
  if (gradus_rect_is_empty (area) || shown_layer (figure) == 0)
    return (Grid){ 0 };
  n = count_units (figure, &n_pictures);
  return choose_grid (n, n_pictures, area->width, area->height);
}

gboolean
gradus_units_find (const GradusFigure *figure, double width, double height, double px, double py,
                   GradusTarget *target)
{
  GradusRect area;
  Grid grid = find_grid (figure, width, height, &area);

  for (int i = 0; i < grid.shown; i++)
    {
      GradusRect place = tile_place (&grid, &area, i);
      if (!gradus_rect_contains (&place, px, py))
        continue;
      *target =
          (GradusTarget){ .kind = GRADUS_TARGET_UNIT, .layer = shown_layer (figure), .unit = i };
      return TRUE;
    }
  return FALSE;
}

void
gradus_units_light (const GradusFigure *figure, GradusInk *ink, double width, double height,
                    const GradusTarget *target)
{
  GradusRect area;
  Grid grid = find_grid (figure, width, height, &area);

  if (target->kind == GRADUS_TARGET_EXAMPLE || target->layer != shown_layer (figure)
      || target->unit >= grid.shown)
    return;
  GradusRect place = tile_place (&grid, &area, target->unit);
  GradusRect around = { place.x - 2, place.y - 2, place.width + 4, place.height + 4 };
  gradus_ink_round_path (ink, &around, 7);
  gradus_ink_color (ink, ink->theme->train, 1);
  cairo_set_line_width (ink->cr, 2);
  cairo_stroke (ink->cr);
}
