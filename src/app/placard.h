/* Epoch, cost and accuracy of what is shown, large. */
#pragma once

#include <gtk/gtk.h>

#include "app/session.h"

#define GRADUS_TYPE_PLACARD (gradus_placard_get_type ())
G_DECLARE_FINAL_TYPE (GradusPlacard, gradus_placard, GRADUS, PLACARD, GtkWidget)

/* Follows the session, for good. */
void gradus_placard_set_session (GradusPlacard *self, GradusSession *session);
