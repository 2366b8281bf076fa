/* The actions of a window that keep cost curves. */
#pragma once

#include <gtk/gtk.h>

#include "app/session.h"

/* Adds win.pin-curve, which keeps the cost curves on screen as faint ones beside those of the runs
 * to come, and win.unpin-curves, which can be used where there are some. */
void gradus_pinner_add_actions (GtkApplicationWindow *window, GradusSession *session);
