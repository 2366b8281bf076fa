/* What there is to be known of a run at one of its epochs. */
#include "core/facts.h"

#include <math.h>

#include "core/trainer.h"

GradusFacts
gradus_facts_of (const GradusTrainer *trainer, const GradusScene *scene, const char *decimal_point)
{
  return (GradusFacts){ .scene = scene,
                        .history = gradus_trainer_get_history (trainer),
                        .landmarks = gradus_trainer_get_landmarks (trainer),
                        .spec = gradus_trainer_get_spec (trainer),
                        .diverged_epoch = gradus_trainer_get_diverged_epoch (trainer),
                        .is_finished =
                            gradus_trainer_get_status (trainer) == GRADUS_TRAINER_FINISHED,
                        .sharpness = NAN,
                        .decimal_point = decimal_point };
}
