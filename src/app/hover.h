/* What lies under the pointer on a plot, in words, and a bubble to show them in. */
#pragma once

#include <gtk/gtk.h>

#include "plot/figure.h"

/* For the boundary the point and what the network says of it, for the cost curve the epoch and its
 * numbers; NULL elsewhere. (px, py) in a figure of width × height. Returns: (transfer full). */
char *gradus_hover_tell (const GradusFigure *figure, double width, double height, double px,
                         double py);

/* Draws the words beside (px, py), within the widget. */
void gradus_hover_snapshot (GtkWidget *widget, GtkSnapshot *snapshot, const char *words, double px,
                            double py);
