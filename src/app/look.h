/* How the figures of a window look: dark or light, how large their letters are. */
#pragma once

#include <gtk/gtk.h>

#include "plot/figure.h"

/* The type of all figures in the window, now and later on. */
void gradus_look_set_type (GtkWindow *window, double type);

/* Of the window that the widget is in; 1 where nothing was set. */
double gradus_look_find_type (GtkWidget *widget);

/* What of a figure follows from where the widget is. */
void gradus_look_init_figure (GtkWidget *widget, GradusFigure *figure);
