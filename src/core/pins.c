/* Cost curves of earlier runs that are kept, to be looked at beside those of newer ones. */
#include "core/pins.h"

#include <string.h>

#include "core/spec-fields.h"

/* Whether the fields of the group, or of all but that group, are equal; how long a run goes on and
 * what it is compared with are no part of either. */
static gboolean
is_same (const GradusSpec *spec, const GradusSpec *other, const char *group, gboolean within)
{
  int n_fields = 0;
  const GradusSpecField *fields = gradus_spec_fields (&n_fields);

  for (int i = 0; i < n_fields; i++)
    if ((strcmp (fields[i].group, group) == 0) == within && strcmp (fields[i].group, "compare") != 0
        && strcmp (fields[i].name, "epochs") != 0
        && !gradus_spec_field_equal (&fields[i], spec, other))
      return FALSE;
  return TRUE;
}

static void
drop (GradusPins *self, int i)
{
  g_free (self->pins[i].spec);
  gradus_history_free (self->pins[i].history);
  self->n--;
  for (; i < self->n; i++)
    self->pins[i] = self->pins[i + 1];
}

gboolean
gradus_pin_is_of (const GradusPin *self, const GradusSpec *spec, const GradusHistory *history)
{
  const GradusRow *last = &self->history->last;
  const GradusRow *row = gradus_history_find (history, last->epoch);

  /* Most are told apart by what costs least. */
  return row != NULL && history->last.epoch >= last->epoch
         && (row->epoch != last->epoch || row->cost == last->cost)
         && is_same (self->spec, spec, "data", TRUE) && is_same (self->spec, spec, "data", FALSE);
}

void
gradus_pins_add (GradusPins *self, const GradusSpec *spec, const GradusHistory *history)
{
  g_return_if_fail (self != NULL && spec != NULL && history != NULL);

  if (gradus_history_count (history) == 0)
    return;
  for (int i = self->n - 1; i >= 0; i--)
    {
      const GradusPin *pin = &self->pins[i];
      if (!is_same (pin->spec, spec, "data", TRUE) || !is_same (pin->spec, spec, "data", FALSE))
        continue;
      if (pin->history->last.epoch >= history->last.epoch)
        return;
      drop (self, i);
    }
  if (self->n == GRADUS_MAX_PINS)
    drop (self, 0);
  GradusPin *pin = &self->pins[self->n++];
  pin->spec = g_memdup2 (spec, sizeof *spec);
  pin->spec->vary[0] = pin->spec->values[0] = '\0';
  pin->history = gradus_history_copy (history);
}

int
gradus_pins_drop_others (GradusPins *self, const GradusSpec *const *specs, int n_specs)
{
  int n_dropped = 0;

  for (int i = self->n - 1; i >= 0; i--)
    {
      gboolean is_known = FALSE;
      for (int k = 0; k < n_specs; k++)
        is_known |= is_same (self->pins[i].spec, specs[k], "data", TRUE);
      if (is_known)
        continue;
      drop (self, i);
      n_dropped++;
    }
  return n_dropped;
}

void
gradus_pins_copy (GradusPins *self, const GradusPins *other)
{
  g_return_if_fail (self->n == 0);

  for (; self->n < other->n; self->n++)
    {
      const GradusPin *pin = &other->pins[self->n];
      self->pins[self->n] = (GradusPin){ g_memdup2 (pin->spec, sizeof *pin->spec),
                                         gradus_history_copy (pin->history) };
    }
}

void
gradus_pins_clear (GradusPins *self)
{
  while (self->n > 0)
    drop (self, self->n - 1);
}
