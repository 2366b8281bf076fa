/* The hidden units of a run that is compared: small tiles, as much on each as there is room for. */
#include "plot/compare-units.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "plot/plot-units.h"
#include "plot/unit-tile.h"

#define GAP 6.0
#define INSET 4.0
#define CAPTION 18.0 /* the line below a curve */

/* How much a tile shows, and the least size at which that can be read. */
typedef enum
{
  WHOLE,     /* as in the view of the units */
  CAPTIONED, /* curve and histogram, below them how much is saturated */
  BARE,      /* these alone */
  N_KINDS
} Kind;

static const struct
{
  double width, height, gap;
} least[N_KINDS] = {
  [WHOLE] = { GRADUS_TILE_WIDTH, GRADUS_TILE_HEIGHT, GAP },
  [CAPTIONED] = { 40, 42, GAP },
  [BARE] = { 16, 16, 4 },
};

typedef struct
{
  Kind kind;
  int columns, shown;
  double width, height; /* of a tile */
} Grid;

/* The grid of n tiles of that kind with the largest ones. Returns: FALSE where they do not fit. */
static gboolean
fit_tiles (Kind kind, int n, const GradusRect *area, Grid *grid)
{
  double best = 0, gap = least[kind].gap;

  for (int columns = 1; columns <= n; columns++)
    {
      int rows = (n + columns - 1) / columns;
      double width = floor ((area->width - (columns - 1) * gap) / columns);
      double height = floor ((area->height - (rows - 1) * gap) / rows);
      double size = fmin (width, 1.2 * height);
      if (width < least[kind].width || height < least[kind].height || size <= best)
        continue;
      best = size;
      *grid = (Grid){ kind, columns, n, fmin (width, fmax (1.3 * height, 96)), height };
      if (kind == WHOLE)
        grid->height = fmin (height, floor (width / 1.6));
    }
  return best > 0;
}

/* The last places of a grid that cannot hold all count the rest. */
static Grid
choose_grid (int n, int n_pictures, const GradusRect *area)
{
  Grid grid = { 0 };

  for (int kind = n_pictures < n ? CAPTIONED : WHOLE; kind < N_KINDS; kind++)
    if (fit_tiles ((Kind) kind, n, area, &grid))
      return grid;
  double width = least[BARE].width, gap = least[BARE].gap;
  int columns = (int) ((area->width + gap) / (width + gap));
  int rows = (int) ((area->height + gap) / (least[BARE].height + gap));
  int counted = (int) ceil (40 / (width + gap));
  if (rows > 0 && columns > counted)
    grid = (Grid){ BARE, columns, columns * rows - counted, width,
                   floor ((area->height - (rows - 1) * gap) / rows) };
  return grid;
}

/* "66 % sat.", or the number alone. (transfer full); NULL: there is nothing to say. */
static char *
tell_state (GradusInk *ink, GradusActivation g, const GradusUnitDiagnosis *unit, double room,
            gboolean *is_alarming)
{
  gboolean is_relu = g == GRADUS_ACTIVATION_RELU;
  double share = is_relu ? unit->inactive : unit->saturated;
  GradusNumber number = gradus_number_percent (share, 0, ink->captions->decimal_point);

  *is_alarming = is_relu ? unit->dead : gradus_units_is_alarming (share);
  if (is_relu && unit->dead)
    return g_strdup (ink->captions->dead);
  if (!is_relu && !gradus_activation_can_saturate (g))
    return NULL;
  /* Translators: how many of the examples a unit is saturated on, or inactive; as short as can be
   */
  const char *format = is_relu ? _ ("%s inactive") : _ ("%s sat.");
  g_autofree char *longest = g_strdup_printf (format, "100\xc2\xa0%");
  if (gradus_ink_measure (ink, GRADUS_FONT_SMALL, longest) > room) /* for no tile of them */
    return g_strdup (number.text);
  return g_strdup_printf (format, number.text);
}

static void
draw_small (GradusInk *ink, const GradusScene *scene, int layer, const Grid *grid, int i)
{
  GradusRect tile = { 0, 0, grid->width, grid->height };
  gboolean has_caption = grid->kind == CAPTIONED, is_alarming = FALSE;
  double inset = has_caption ? INSET : 1.5;
  GradusRect box = { inset, inset, tile.width - 2 * inset,
                     tile.height - 2 * inset - (has_caption ? CAPTION - INSET : 0) };
  const GradusUnitDiagnosis *unit = &scene->diagnosis->layers[layer - 1].units[i];
  GradusActivation g = scene->snapshot->network->activation;
  g_autofree char *state = tell_state (ink, g, unit, tile.width - 6, &is_alarming);
  GradusUnitTile picture;

  if (has_caption && state == NULL) /* then the curve has the room */
    box.height += CAPTION - INSET;
  gradus_unit_tile_init_box (&picture, scene, layer, &box);
  gradus_unit_tile_draw_box (&picture, ink, i);
  gradus_ink_outline (ink, &tile, has_caption ? 5 : 2,
                      is_alarming && !has_caption ? ink->theme->alarm : ink->theme->frame);
  if (has_caption && state != NULL)
    gradus_ink_text (ink, GRADUS_FONT_SMALL, is_alarming ? ink->theme->alarm : ink->theme->soft,
                     tile.width / 2, tile.height - 5, 0.5, 0, state);
}

static void
draw_whole (GradusInk *ink, const GradusScene *scene, int layer, const Grid *grid, int i)
{
  GradusUnitTile tile;

  gradus_unit_tile_init (&tile, ink, scene, layer, grid->width, grid->height, FALSE);
  gradus_unit_tile_draw (&tile, ink, i);
}

void
gradus_compare_units_draw (GradusInk *ink, const GradusScene *scene, int layer,
                           const GradusRect *area)
{
  int n = scene->diagnosis->layers[layer - 1].n_units;
  int n_pictures = scene->units[layer - 1] != NULL ? scene->units[layer - 1]->n_planes : 0;
  Grid grid = choose_grid (n, n_pictures, area);
  double gap = least[grid.kind].gap;

  for (int i = 0; i < grid.shown; i++)
    {
      cairo_save (ink->cr);
      cairo_translate (ink->cr, area->x + i % grid.columns * (grid.width + gap),
                       area->y + floor (i / grid.columns) * (grid.height + gap));
      if (grid.kind == WHOLE)
        draw_whole (ink, scene, layer, &grid, i);
      else
        draw_small (ink, scene, layer, &grid, i);
      cairo_restore (ink->cr);
    }
  if (grid.shown == 0 || grid.shown == n)
    return;
  g_autofree char *more = g_strdup_printf ("+%d", n - grid.shown);
  gradus_ink_text (ink, GRADUS_FONT_SMALL, ink->theme->soft, area->x + area->width,
                   area->y + area->height - grid.height / 2 + gradus_font_drop (GRADUS_FONT_SMALL),
                   1, 0, more);
}
