/* A figure of the session on screen: one plot that follows the run. */
#pragma once

#include <gtk/gtk.h>

#include "app/session.h"
#include "plot/figure.h"

/* Properties: view (int, GradusView); log-cost, log-epochs (boolean): the cost curve's axes; layer
 * (int, from 1 on): whose units are shown; first-unit, second-unit (int, from 1 on): the two of the
 * hidden space;
 * step-layer (int): whose equations are shown, 0: those of all layers; only (int): the run of a
 * comparison that has the room of all, -1: none. */
#define GRADUS_TYPE_FIGURE_VIEW (gradus_figure_view_get_type ())
G_DECLARE_FINAL_TYPE (GradusFigureView, gradus_figure_view, GRADUS, FIGURE_VIEW, GtkWidget)

/* Follows the session, for good. */
void gradus_figure_view_set_session (GradusFigureView *self, GradusSession *session);

/* Has the bubble of the pointer lie on a widget around the view, over what else lies on that, which
 * calls the second at the end of its snapshot. */
void gradus_figure_view_raise_bubble (GradusFigureView *self, GtkWidget *ground);
void gradus_figure_view_snapshot_bubble (GradusFigureView *self, GtkSnapshot *snapshot);

/* The figure on screen, without its cached examples; borrows from the view and the session until
 * the main loop runs again. */
void gradus_figure_view_init_figure (GradusFigureView *self, GradusFigure *figure);
