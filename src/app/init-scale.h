/* The scale of the initial weights: 0, 0.01, 1 at a click, or any other number. */
#pragma once

#include <gtk/gtk.h>

/* Property: value (double). */
#define GRADUS_TYPE_INIT_SCALE (gradus_init_scale_get_type ())
G_DECLARE_FINAL_TYPE (GradusInitScale, gradus_init_scale, GRADUS, INIT_SCALE, GtkWidget)
