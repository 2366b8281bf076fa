/* The numbers of the epoch on screen, each in a small field of its own. */
#pragma once

#include <gtk/gtk.h>

#include "app/session.h"

/* Property: layer (int): the hidden layer, from 1 on, that the chips on units speak of. */
#define GRADUS_TYPE_CHIPS (gradus_chips_get_type ())
G_DECLARE_FINAL_TYPE (GradusChips, gradus_chips, GRADUS, CHIPS, GtkWidget)

/* Follows the session, for good. */
void gradus_chips_set_session (GradusChips *self, GradusSession *session);
