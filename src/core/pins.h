/* Cost curves of earlier runs that are kept, to be looked at beside those of newer ones. */
#pragma once

#include "core/history.h"

#define GRADUS_MAX_PINS 4

typedef struct
{
  GradusSpec *spec;       /* of the run, which compares nothing */
  GradusHistory *history; /* as far as the run had come */
} GradusPin;

/* All zero has none. */
typedef struct
{
  int n;
  GradusPin pins[GRADUS_MAX_PINS]; /* the oldest first */
} GradusPins;

/* Keeps a copy of the history; the oldest pin goes where there are too many. A pin of the same
 * experiment is that curve already: the longer of the two stays. */
void gradus_pins_add (GradusPins *self, const GradusSpec *spec, const GradusHistory *history);

/* Whether the run of that experiment has drawn the pinned curve itself, as far as it goes. */
gboolean gradus_pin_is_of (const GradusPin *self, const GradusSpec *spec,
                           const GradusHistory *history);

/* Drops what was trained on other examples than any of the experiments are: that curve cannot be
 * compared with theirs. Returns: how many went. */
int gradus_pins_drop_others (GradusPins *self, const GradusSpec *const *specs, int n_specs);

/* Copies them into self, which has none. */
void gradus_pins_copy (GradusPins *self, const GradusPins *other);

void gradus_pins_clear (GradusPins *self);
