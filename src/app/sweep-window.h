/* The window of a sweep: which runs, how far they are, and the table they fill. */
#pragma once

#include <gtk/gtk.h>

#include "app/session.h"

#define GRADUS_TYPE_SWEEP_WINDOW (gradus_sweep_window_get_type ())
G_DECLARE_FINAL_TYPE (GradusSweepWindow, gradus_sweep_window, GRADUS, SWEEP_WINDOW, GtkWindow)

/* Of the experiment of the session, whose window is the parent: a cell opens its run there. It goes
 * with the parent. */
GradusSweepWindow *gradus_sweep_window_new (GtkWindow *parent, GradusSession *session);

/* Takes the fields and values of the sweep that the experiment is. */
void gradus_sweep_window_take (GradusSweepWindow *self, const GradusSpec *spec);
