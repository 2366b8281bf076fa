/* The spec as an observable object: one GObject property per row of the field table. */
#pragma once

#include <glib-object.h>

#include "core/spec.h"

#define GRADUS_TYPE_KNOBS (gradus_knobs_get_type ())
G_DECLARE_FINAL_TYPE (GradusKnobs, gradus_knobs, GRADUS, KNOBS, GObject)

/* Properties, made from the table in a loop: int64 fields and doubles are "gdouble" properties in
 * the field's range (so that they bind to a GtkAdjustment's value), booleans "gboolean", choices
 * "guint" (so that they bind to GtkDropDown:selected), the others strings in the experiment file's
 * form. Two more, both "gdouble", speak of the hidden list: "hidden-units" (of every hidden layer;
 * setting it makes all of them that wide) and "hidden-layers" (0 … GRADUS_MAX_HIDDEN_LAYERS).
 *
 * Signal "changed" (const char *field_name): a property was set to another value; emitted after the
 * spec holds it, once for a whole gradus_knobs_set_spec () with NULL as the name. */
GradusKnobs *gradus_knobs_new (void);

const GradusSpec *gradus_knobs_get_spec (GradusKnobs *self);

/* Takes over a whole experiment: notifies every property that differs, then "changed" once. */
void gradus_knobs_set_spec (GradusKnobs *self, const GradusSpec *spec);

/* As set_spec, without "changed": for a spec that the run itself has amended (α schedule). */
void gradus_knobs_adopt_spec (GradusKnobs *self, const GradusSpec *spec);
