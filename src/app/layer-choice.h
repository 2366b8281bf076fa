/* Which hidden layer is shown: a choice that hides where there is none. */
#pragma once

#include <gtk/gtk.h>

#include "app/session.h"

/* Properties: layer (int, 1 …): the hidden layer chosen; and when it is made, of-all (boolean):
 * among those of all runs that are compared, else of the one that is selected, and label (string):
 * its name for a screen reader. */
#define GRADUS_TYPE_LAYER_CHOICE (gradus_layer_choice_get_type ())
G_DECLARE_FINAL_TYPE (GradusLayerChoice, gradus_layer_choice, GRADUS, LAYER_CHOICE, GtkWidget)

/* Takes a reference; to be called once. */
void gradus_layer_choice_set_session (GradusLayerChoice *self, GradusSession *session);
