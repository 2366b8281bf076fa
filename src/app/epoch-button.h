/* Which epoch is on screen, on a button that lets another be typed, or a landmark be chosen. */
#pragma once

#include <gtk/gtk.h>

#include "app/session.h"

#define GRADUS_TYPE_EPOCH_BUTTON (gradus_epoch_button_get_type ())
G_DECLARE_FINAL_TYPE (GradusEpochButton, gradus_epoch_button, GRADUS, EPOCH_BUTTON, GtkWidget)

/* Follows the session and steers it, for good. */
void gradus_epoch_button_set_session (GradusEpochButton *self, GradusSession *session);

/* Opens it, so that an epoch can be typed. */
void gradus_epoch_button_popup (GradusEpochButton *self);
