/* The three plots, side by side where there is room, closer together where there is little. */
#pragma once

#include <gtk/gtk.h>

#include "app/session.h"
#include "plot/figure.h"

/* Properties: layer (int, from 1 on): the hidden layer whose units are shown; only (int,
 * GradusView): the plot that has the room of all, -1: none; bare (boolean): without the numbers
 * below. */
#define GRADUS_TYPE_PLOTS (gradus_plots_get_type ())
G_DECLARE_FINAL_TYPE (GradusPlots, gradus_plots, GRADUS, PLOTS, GtkWidget)

/* Follows the session, for good. */
void gradus_plots_set_session (GradusPlots *self, GradusSession *session);

/* Draws the eye to the plot of that view for a moment. Returns: FALSE where it is none of these. */
gboolean gradus_plots_point_at (GradusPlots *self, GradusView view);

/* The figure of that view, as it is on screen (axes, layer, theme); borrows from the plots and the
 * session until the main loop runs again. */
void gradus_plots_init_figure (GradusPlots *self, GradusView view, GradusFigure *figure);
