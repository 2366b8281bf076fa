/* The panel of the saturation x-ray. */
#pragma once

#include <gtk/gtk.h>

#include "app/session.h"

/* Property "session" (GradusSession, construct-only). */
#define GRADUS_TYPE_SATURATION_PANEL (gradus_saturation_panel_get_type ())
G_DECLARE_FINAL_TYPE (GradusSaturationPanel, gradus_saturation_panel, GRADUS, SATURATION_PANEL,
                      GtkWidget)
