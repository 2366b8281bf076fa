/* A window: one session, its controls and its plots. */
#pragma once

#include <gtk/gtk.h>

#define GRADUS_TYPE_WINDOW (gradus_window_get_type ())
G_DECLARE_FINAL_TYPE (GradusWindow, gradus_window, GRADUS, WINDOW, GtkApplicationWindow)

GradusWindow *gradus_window_new (GtkApplication *application);

/* Opens an experiment or a data file; what is wrong with it is told in the window, which goes on
 * with what it had. */
void gradus_window_open (GradusWindow *self, GFile *file);
