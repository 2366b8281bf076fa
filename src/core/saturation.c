/* Which kind of saturated a layer is: stuck by its start, or sure of what it has learnt. */
#include "core/saturation.h"

#include "core/kernel.h"

#define MOST 0.5
#define LOW 0.5

gboolean
gradus_saturation_is_most (const GradusLayerDiagnosis *layer)
{
  return layer->saturated > MOST;
}

/* blocked is NAN where there is no error: nothing is kept from getting through. */
static gboolean
is_flat (const GradusLayerDiagnosis *layer)
{
  return gradus_saturation_is_most (layer) || layer->blocked > MOST;
}

GradusSaturation
gradus_saturation_judge (const GradusLayerDiagnosis *layer, const GradusLayerDiagnosis *start,
                         GradusActivation g, const GradusRow *row, int n_classes)
{
  gboolean was_flat = start != NULL && is_flat (start);
  double chance = n_classes;

  if (!gradus_activation_can_saturate (g))
    return GRADUS_SATURATION_NONE;
  if (!is_flat (layer))
    return was_flat ? GRADUS_SATURATION_FREED : GRADUS_SATURATION_OPEN;
  if (row->epoch == 0)
    return GRADUS_SATURATION_START;
  gradus_kernel_plain ()->log (1, &chance);
  if (row->cost < LOW * chance)
    return GRADUS_SATURATION_DECIDED;
  return was_flat ? GRADUS_SATURATION_STUCK : GRADUS_SATURATION_CAUGHT;
}
