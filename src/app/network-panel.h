/* The panel of the network: its picture, and any parameter to be set by hand. */
#pragma once

#include <gtk/gtk.h>

#include "app/session.h"

/* Property: session (GradusSession, construct-only). */
#define GRADUS_TYPE_NETWORK_PANEL (gradus_network_panel_get_type ())
G_DECLARE_FINAL_TYPE (GradusNetworkPanel, gradus_network_panel, GRADUS, NETWORK_PANEL, GtkWidget)
