/* The panel of the symmetry meter, with the button that breaks the symmetry. */
#pragma once

#include "app/panel.h"

#define GRADUS_TYPE_SYMMETRY_PANEL (gradus_symmetry_panel_get_type ())
G_DECLARE_FINAL_TYPE (GradusSymmetryPanel, gradus_symmetry_panel, GRADUS, SYMMETRY_PANEL,
                      GradusPanel)
