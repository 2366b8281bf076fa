/* The side bar: one control for each knob of the experiment. */
#pragma once

#include <gtk/gtk.h>

#include "app/knobs.h"

/* Properties: has-file (boolean, read-only): the data come from a file; has-scale (boolean,
 * read-only): the initialisation takes a scale. */
#define GRADUS_TYPE_CONTROLS (gradus_controls_get_type ())
G_DECLARE_FINAL_TYPE (GradusControls, gradus_controls, GRADUS, CONTROLS, GtkWidget)

/* The knobs that the controls are bound to, made by them. (transfer none) */
GradusKnobs *gradus_controls_get_knobs (GradusControls *self);

/* What the data set in use is called on screen. (transfer none) */
const char *gradus_controls_get_data_title (GradusControls *self);
