/* A box for one child that stands back where there is too little room for it, for another if there
 * is one. */
#pragma once

#include <gtk/gtk.h>

/* Properties: child (GtkWidget); instead (GtkWidget, or none): shown where the child is not;
 * threshold (int): from this width on the child is shown, or from its natural width on if that is
 * less. It asks for its natural width and gets along with none. */
#define GRADUS_TYPE_SHY_BIN (gradus_shy_bin_get_type ())
G_DECLARE_FINAL_TYPE (GradusShyBin, gradus_shy_bin, GRADUS, SHY_BIN, GtkWidget)
