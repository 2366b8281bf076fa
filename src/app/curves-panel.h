/* The panel of the curves along a run: the paths of parameters, or the size of gradients. */
#pragma once

#include "app/panel.h"

/* Property: view (int, GradusView): which of the two. */
#define GRADUS_TYPE_CURVES_PANEL (gradus_curves_panel_get_type ())
G_DECLARE_FINAL_TYPE (GradusCurvesPanel, gradus_curves_panel, GRADUS, CURVES_PANEL, GradusPanel)
