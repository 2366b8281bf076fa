/* The panel that shows one of the three plots by itself. */
#pragma once

#include "app/panel.h"

/* Property: view (int, GradusView): which of the three. */
#define GRADUS_TYPE_PLOT_PANEL (gradus_plot_panel_get_type ())
G_DECLARE_FINAL_TYPE (GradusPlotPanel, gradus_plot_panel, GRADUS, PLOT_PANEL, GradusPanel)
