/* The grid of the plane in the space of the hidden units, with points where its lines bend. */
#pragma once

#include "core/space.h"

/* Fills in the grid and where its lines start; n_layers and n_units are there already. */
void gradus_space_map_grid (GradusSpace *self, const GradusNetwork *network, GradusTile *tile,
                            const GradusExtent *extent);

/* Sends n points (x1, x2) through the network; the set makes room for what they become. */
void gradus_space_fill (GradusSpaceSet *set, const GradusSpace *self, const GradusNetwork *network,
                        GradusTile *tile, gsize n, const double *x1, const double *x2);

/* Widens low … high to hold the unit's values (0, 1, … of layer 1 … L - 1). */
void gradus_space_widen (const GradusSpaceSet *set, int layer, int unit, float *low, float *high);
