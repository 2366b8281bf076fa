/* Parameters changed by hand: as the spec says, and while a run goes on. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/change.h"
#include "core/error.h"
#include "core/spec-fields.h"
#include "core/trainer-private.h"

void
gradus_trainer_carry_out_changes (GradusTrainer *self)
{
  const GradusChanges *changes = &self->spec.changes;
  gint64 epoch = self->epoch + (self->is_redoing ? 0 : 1);

  for (; self->n_changed < changes->n && changes->changes[self->n_changed].epoch <= epoch;
       self->n_changed++)
    {
      const GradusChange *change = &changes->changes[self->n_changed];
      gsize i = 0;
      if (gradus_change_find (change, self->network, &i))
        self->network->parameters[i] =
            (change->is_added ? self->network->parameters[i] : 0) + change->value;
    }
}

gboolean
gradus_trainer_check_changes (const GradusChange *changes, int n, const GradusNetwork *network,
                              GError **error)
{
  gsize parameter;

  for (int i = 0; i < n; i++)
    if (!gradus_change_find (&changes[i], network, &parameter))
      {
        g_autofree char *text = gradus_change_to_text (&changes[i]);

        g_set_error (error, GRADUS_ERROR, GRADUS_ERROR_SPEC,
                     _ ("changes: “%s”: this network has no such parameter; W1[1,1] to W%d[%d,%d] "
                        "and b1[1] to b%d[%d] are right"),
                     text, network->n_layers, network->n[network->n_layers],
                     network->n[network->n_layers - 1], network->n_layers,
                     network->n[network->n_layers]);
        return FALSE;
      }
  return TRUE;
}

/* What the field of the spec could not hold, no run is changed by: not a number is not in range. */
static gboolean
check_value (const GradusChange *change, GError **error)
{
  const GradusSpecField *field = gradus_spec_field_find ("changes");

  if (change->value >= field->min && change->value <= field->max)
    return TRUE;
  g_autofree char *value = gradus_numeral_format (change->value);
  g_autofree char *min = gradus_numeral_format (field->min);
  g_autofree char *max = gradus_numeral_format (field->max);
  return gradus_spec_fail (
      error, _ ("changes: “%s” is out of range; a number from %s to %s is right"), value, min, max);
}

/* The change among the others of the spec, as the next to be carried out. */
static void
insert_change (GradusTrainer *self, const GradusChange *change)
{
  GradusChanges *changes = &self->spec.changes;
  GradusChange *place = &changes->changes[self->n_changed];

  memmove (place + 1, place, (gsize) (changes->n - self->n_changed) * sizeof *place);
  *place = *change;
  place->epoch = self->epoch;
  changes->n++;
}

gboolean
gradus_trainer_change (GradusTrainer *self, const GradusChange *change, GError **error)
{
  if (!gradus_trainer_check_changes (change, 1, self->network, error)
      || !check_value (change, error))
    return FALSE;
  if (self->spec.changes.n == GRADUS_MAX_CHANGES)
    {
      g_set_error (
          error, GRADUS_ERROR, GRADUS_ERROR_SPEC,
          _ ("changes: this run has %d already, more are not kept; another start is right"),
          GRADUS_MAX_CHANGES);
      return FALSE;
    }
  if (self->status == GRADUS_TRAINER_DIVERGED || self->epoch < 0)
    {
      g_set_error (error, GRADUS_ERROR, GRADUS_ERROR_SPEC,
                   _ ("changes: a run that has diverged cannot be changed; a new start is right"));
      return FALSE;
    }
  if (self->status != GRADUS_TRAINER_WORKING)
    {
      gradus_network_copy_parameters (self->recorded, self->network);
      self->recorded_rng = self->rng;
    }
  else if (!self->is_redoing)
    {
      gradus_network_copy_parameters (self->network, self->recorded);
      self->rng = self->order != NULL ? self->recorded_rng : self->rng;
    }
  self->status = GRADUS_TRAINER_WORKING;
  self->is_redoing = TRUE;
  insert_change (self, change);
  gradus_trainer_begin_row (self);
  return TRUE;
}

gboolean
gradus_trainer_is_redoing (const GradusTrainer *self)
{
  return self->is_redoing;
}
