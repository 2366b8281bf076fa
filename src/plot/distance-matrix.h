/* How far each two units of a layer are apart, as a square of coloured cells. */
#pragma once

#include "core/diagnosis.h"
#include "plot/ink.h"

/* Draws it into the area, as large a square as fits, with the units' numbers beside it and the key
 * to its colours below. */
void gradus_distance_matrix_draw (GradusInk *ink, const GradusLayerDiagnosis *layer,
                                  const GradusRect *area);

/* Which two units' cell lies at the point. Returns: FALSE where none does. */
gboolean gradus_distance_matrix_find (const GradusLayerDiagnosis *layer, const GradusRect *area,
                                      double px, double py, int *row, int *column);

/* Frames a unit's row and column. */
void gradus_distance_matrix_light (GradusInk *ink, const GradusLayerDiagnosis *layer,
                                   const GradusRect *area, int unit);
