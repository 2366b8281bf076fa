/* The window that reproduces published runs: a table, trained live, with a verdict on each row. */
#pragma once

#include "app/message-bar.h"
#include "app/session.h"
#include <gtk/gtk.h>

#define GRADUS_TYPE_PUBLISHED_WINDOW (gradus_published_window_get_type ())
G_DECLARE_FINAL_TYPE (GradusPublishedWindow, gradus_published_window, GRADUS, PUBLISHED_WINDOW,
                      GtkWindow)

/* Adds win.reproduce to the window, which opens this one beside it (or brings it to the front), and
 * win.open-published (a path, as bytes), which does so with that table; what is wrong with the file
 * is told in the message bar. Runs can be put into the session. Borrows all three, which must
 * outlive the actions. */
void gradus_published_window_add_actions (GtkApplicationWindow *window, GradusSession *session,
                                          GradusMessageBar *message_bar);
