/* The panel of the hidden space: the plane of two units that are chosen here. */
#pragma once

#include "app/panel.h"

#define GRADUS_TYPE_HIDDEN_SPACE_PANEL (gradus_hidden_space_panel_get_type ())
G_DECLARE_FINAL_TYPE (GradusHiddenSpacePanel, gradus_hidden_space_panel, GRADUS, HIDDEN_SPACE_PANEL,
                      GradusPanel)
