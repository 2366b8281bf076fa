/* The action that shows the window of a sweep. */
#pragma once

#include <gtk/gtk.h>

#include "app/session.h"

/* "sweep"; an experiment that is one shows it by itself when it is opened. */
void gradus_sweep_opener_add_action (GtkApplicationWindow *window, GradusSession *session);
