/* One hidden unit: what it sees, and where the examples sit on its g (z). */
#pragma once

#include "core/scene.h"
#include "plot/ink.h"

/* What all tiles of a layer have in common. */
typedef struct
{
  const GradusScene *scene;
  int layer;
  const GradusField *field;
  const GradusLayerDiagnosis *diagnosis;
  GradusActivation g;
  double width, height;
  gboolean is_compact; /* without numbers on the axes */
  gboolean is_slim;    /* and without the map: narrower than a compact tile */
  gboolean is_terse;   /* and no room for the words about a percentage */
  GradusRect map;      /* in the tile */
  GradusRect box;      /* of the curve, in the tile */
  GradusScale z, a;    /* in the tile */
  GradusTicks z_ticks, a_ticks;
} GradusUnitTile;

/* The least and the best width to height of a tile that can be read. */
#define GRADUS_TILE_WIDTH 192.0
#define GRADUS_TILE_HEIGHT 106.0
#define GRADUS_TILE_SLIM_WIDTH 46.0
#define GRADUS_TILE_COMPACT_WIDTH 96.0
#define GRADUS_TILE_COMPACT_HEIGHT 50.0

void gradus_unit_tile_init (GradusUnitTile *self, GradusInk *ink, const GradusScene *scene,
                            int layer, double width, double height, gboolean is_compact);

/* Of a tile that shows curve and histogram alone, in the box; only gradus_unit_tile_draw_box () may
 * be called with it, for units that have no picture as well. */
void gradus_unit_tile_init_box (GradusUnitTile *self, const GradusScene *scene, int layer,
                                const GradusRect *box);
void gradus_unit_tile_draw_box (const GradusUnitTile *self, GradusInk *ink, int unit);

/* "% saturated" or "inactive %": what stands for the words that a terse tile leaves out. Returns:
 * (transfer full), or NULL where tiles have no percentages. */
char *gradus_unit_tile_tell_percentages (const GradusUnitTile *self,
                                         const GradusCaptions *captions);

/* Draws unit (0, 1, …) with the tile's corner at (0, 0). */
void gradus_unit_tile_draw (const GradusUnitTile *self, GradusInk *ink, int unit);
