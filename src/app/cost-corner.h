/* The comparison with buttons in the upper right corner of its cost plot, wherever that stands. */
#pragma once

#include <gtk/gtk.h>

/* Properties: figure (GradusFigureView); corner (GtkWidget), which is not there while the cost plot
 * is too small for it, or in large type. */
#define GRADUS_TYPE_COST_CORNER (gradus_cost_corner_get_type ())
G_DECLARE_FINAL_TYPE (GradusCostCorner, gradus_cost_corner, GRADUS, COST_CORNER, GtkWidget)
