/* The panel of the step-size gauge: the largest eigenvalue of the Hessian against 2 / α. */
#pragma once

#include "app/panel.h"

#define GRADUS_TYPE_STEP_SIZE_PANEL (gradus_step_size_panel_get_type ())
G_DECLARE_FINAL_TYPE (GradusStepSizePanel, gradus_step_size_panel, GRADUS, STEP_SIZE_PANEL,
                      GradusPanel)
