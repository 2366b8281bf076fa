/* The part of a session that keeps the cost curves of earlier runs. */
#include <glib/gi18n-lib.h>

#include "app/session-private.h"

void
gradus_session_pin_curves (GradusSession *self)
{
  g_return_if_fail (GRADUS_IS_SESSION (self));

  for (int i = 0; i < gradus_session_count_runs (self); i++)
    {
      GradusScene *scene;
      const GradusTrainer *trainer = gradus_session_get_compared (self, i, &scene);
      gradus_pins_add (&self->pins, gradus_trainer_get_spec (trainer),
                       gradus_trainer_get_history (trainer));
    }
  gradus_session_emit (self, GRADUS_SESSION_CURVES_CHANGED, NULL);
}

void
gradus_session_unpin_curves (GradusSession *self)
{
  g_return_if_fail (GRADUS_IS_SESSION (self));

  gradus_pins_clear (&self->pins);
  gradus_session_emit (self, GRADUS_SESSION_CURVES_CHANGED, NULL);
}

const GradusPins *
gradus_session_get_pins (GradusSession *self)
{
  g_return_val_if_fail (GRADUS_IS_SESSION (self), NULL);

  return &self->pins;
}

void
gradus_session_check_pins (GradusSession *self)
{
  const GradusSpec *specs[GRADUS_MOST_RUNS];
  int n = MIN (gradus_session_count_runs (self), GRADUS_MOST_RUNS);
  GradusScene *scene;

  for (int i = 0; i < n; i++)
    specs[i] = gradus_trainer_get_spec (gradus_session_get_compared (self, i, &scene));
  if (gradus_pins_drop_others (&self->pins, specs, n) == 0)
    return;
  gradus_session_emit (
      self, GRADUS_SESSION_FAILED,
      _ ("Pinned curves of other examples are gone: costs on other examples cannot "
         "be compared"));
  gradus_session_emit (self, GRADUS_SESSION_CURVES_CHANGED, NULL);
}
