/* The window that reproduces published runs: a table, trained live, with a verdict on each row. */
#pragma once

#include "app/session.h"
#include <gtk/gtk.h>

#define GRADUS_TYPE_PUBLISHED_WINDOW (gradus_published_window_get_type ())
G_DECLARE_FINAL_TYPE (GradusPublishedWindow, gradus_published_window, GRADUS, PUBLISHED_WINDOW,
                      GtkWindow)

/* Adds win.reproduce to the window, which opens this one beside it (or brings it to the front). Its
 * runs can be put into the session, which must outlive the window. */
void gradus_published_window_add_action (GtkApplicationWindow *window, GradusSession *session);
