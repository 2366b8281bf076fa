/* The panel of the saturation x-ray. */
#pragma once

#include "app/panel.h"

#define GRADUS_TYPE_SATURATION_PANEL (gradus_saturation_panel_get_type ())
G_DECLARE_FINAL_TYPE (GradusSaturationPanel, gradus_saturation_panel, GRADUS, SATURATION_PANEL,
                      GradusPanel)
