/* The panel of one step in numbers: its equations, the check of its gradient, and what came. */
#pragma once

#include "app/panel.h"

#define GRADUS_TYPE_STEP_PANEL (gradus_step_panel_get_type ())
G_DECLARE_FINAL_TYPE (GradusStepPanel, gradus_step_panel, GRADUS, STEP_PANEL, GradusPanel)
