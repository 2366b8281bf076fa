/* Which kind of saturated a layer is: stuck by its start, or sure of what it has learnt. */
#pragma once

#include "core/diagnosis.h"
#include "core/history.h"

/* A layer is flat where more than half of it is saturated or more than half of the error is
 * blocked; a cost is low under half of ln K, the cost of giving each of K classes 1/K. The first
 * one that holds counts. */
typedef enum
{
  GRADUS_SATURATION_NONE,    /* g cannot saturate: relu, leaky-relu, identity */
  GRADUS_SATURATION_START,   /* epoch 0, and flat */
  GRADUS_SATURATION_DECIDED, /* flat, and the cost is low: it has made up its mind */
  GRADUS_SATURATION_STUCK,   /* flat, as it was at epoch 0, and the cost is not low */
  GRADUS_SATURATION_CAUGHT,  /* flat, as it was not at epoch 0, and the cost is not low */
  GRADUS_SATURATION_FREED,   /* not flat, but it was at epoch 0 */
  GRADUS_SATURATION_OPEN,    /* not flat, neither now nor at epoch 0 */
} GradusSaturation;

/* Judges a layer of units that have g, at the row's epoch. start: the layer at epoch 0; where that
 * is not known (NULL) it counts as not flat. */
GradusSaturation gradus_saturation_judge (const GradusLayerDiagnosis *layer,
                                          const GradusLayerDiagnosis *start, GradusActivation g,
                                          const GradusRow *row, int n_classes);

/* Whether more than half of the layer is saturated, whatever the error. */
gboolean gradus_saturation_is_most (const GradusLayerDiagnosis *layer);
