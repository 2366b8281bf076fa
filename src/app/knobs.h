/* The spec as an observable object: one GObject property per row of the field table. */
#pragma once

#include <glib-object.h>

#include "core/spec.h"

#define GRADUS_TYPE_KNOBS (gradus_knobs_get_type ())
G_DECLARE_FINAL_TYPE (GradusKnobs, gradus_knobs, GRADUS, KNOBS, GObject)

/* Properties, made from the table in a loop: int64 fields and doubles are "gdouble" properties in
 * the field's range (so that they bind to a GtkAdjustment's value), booleans "gboolean", choices
 * "guint" (so that they bind to GtkDropDown:selected), the others strings in the experiment file's
 * form. A number that may be empty reads -1 where it is, and anything below 0 empties it: "epochs"
 * -1 is until told, "noise" -1 the recipe's own default. Numbers out of range become the nearest in
 * range; whole numbers are rounded; a text or choice that the field does not take changes nothing
 * and is notified, so that what is bound to it goes back.
 *
 * Two more, both "gdouble", speak of the hidden list: "hidden-units" (1 … GRADUS_MAX_UNITS, of the
 * first hidden layer; setting it makes every layer that wide) and "hidden-layers" (0 …
 * GRADUS_MAX_HIDDEN_LAYERS; a new layer is as wide as the last one, the first as wide as the last
 * known hidden-units).
 *
 * Another recipe as "source" has its own default noise: "noise" is emptied with it.
 *
 * Signal "changed" (const char *field_name): a property was set to another value; emitted after the
 * spec holds it, once for a whole gradus_knobs_set_spec () with NULL as the name. hidden-units and
 * hidden-layers are told as "hidden". */
GradusKnobs *gradus_knobs_new (void);

/* (transfer none); what it points to changes with the knobs. */
const GradusSpec *gradus_knobs_get_spec (GradusKnobs *self);

/* Takes over a whole experiment: notifies every property that differs, then "changed" once, if
 * anything differs. */
void gradus_knobs_set_spec (GradusKnobs *self, const GradusSpec *spec);

/* As set_spec, without "changed": for what the run on screen does by itself (a schedule moves α, a
 * new value is refused). */
void gradus_knobs_adopt_spec (GradusKnobs *self, const GradusSpec *spec);
