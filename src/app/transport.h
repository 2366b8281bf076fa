/* Train and pause, one epoch, start again, and how fast. */
#pragma once

#include <gtk/gtk.h>

#include "app/session.h"

#define GRADUS_TYPE_TRANSPORT (gradus_transport_get_type ())
G_DECLARE_FINAL_TYPE (GradusTransport, gradus_transport, GRADUS, TRANSPORT, GtkWidget)

/* Binds the buttons to the session, for good. */
void gradus_transport_set_session (GradusTransport *self, GradusSession *session);
