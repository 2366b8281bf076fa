/* A window for one panel of the inspector, with the keys of the window it came from. */
#pragma once

#include <gtk/gtk.h>

/* Shows the panel in a window of its own, which goes when the parent goes. */
void gradus_panel_window_present (GtkWindow *parent, GtkWidget *panel, const char *title);
