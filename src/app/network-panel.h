/* The panel of the network: its picture, and any parameter to be set by hand. */
#pragma once

#include "app/panel.h"

#define GRADUS_TYPE_NETWORK_PANEL (gradus_network_panel_get_type ())
G_DECLARE_FINAL_TYPE (GradusNetworkPanel, gradus_network_panel, GRADUS, NETWORK_PANEL, GradusPanel)
