/* Which two fields a sweep varies, what they are in its rows and columns, and how long it trains.
 */
#pragma once

#include <gtk/gtk.h>

#include "core/spec.h"

/* Signal: changed (): something else stands there. */
#define GRADUS_TYPE_SWEEP_FORM (gradus_sweep_form_get_type ())
G_DECLARE_FINAL_TYPE (GradusSweepForm, gradus_sweep_form, GRADUS, SWEEP_FORM, GtkWidget)

/* Shows the sweep of the spec; where it has none, what is worth a look, over its epochs. */
void gradus_sweep_form_take (GradusSweepForm *self, const GradusSpec *spec);

/* Writes into the spec what stands there. Returns: FALSE where epochs is no number; the rest is for
 * gradus_spec_check (). */
gboolean gradus_sweep_form_fill (GradusSweepForm *self, GradusSpec *spec, GError **error);
