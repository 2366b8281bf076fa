/* A row of widgets that goes on in another row where there is too little room. */
#pragma once

#include <gtk/gtk.h>

/* Its children are those of the .ui file; each has its natural width as long as a row is that wide.
 */
#define GRADUS_TYPE_WRAP_BOX (gradus_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (GradusWrapBox, gradus_wrap_box, GRADUS, WRAP_BOX, GtkWidget)
