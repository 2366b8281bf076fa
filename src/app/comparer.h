/* The actions of a window that compare runs. */
#pragma once

#include <gtk/gtk.h>

#include "app/session.h"

/* win.compare (a switch: the three starts of the weights side by side, or one run again),
 * win.compare-values ("FIELD=LIST"), win.compare-other (asks), and win.select-run (which of the
 * runs all else speaks of, from 0 on). */
void gradus_comparer_add_actions (GtkApplicationWindow *window, GradusSession *session);
