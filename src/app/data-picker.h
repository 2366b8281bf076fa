/* The choice of a data set: the nine recipes, the file that was opened, and "File…" for another. */
#pragma once

#include <gtk/gtk.h>

/* Properties: source (guint, GradusSource), file (string, its path or empty). Choosing "File…"
 * activates win.open and leaves source alone. */
#define GRADUS_TYPE_DATA_PICKER (gradus_data_picker_get_type ())
G_DECLARE_FINAL_TYPE (GradusDataPicker, gradus_data_picker, GRADUS, DATA_PICKER, GtkWidget)

/* What the source in use is called on screen: "Planar flower", or the file's name.
 * (transfer none), valid until the next change. */
const char *gradus_data_picker_get_title (GradusDataPicker *self);
