/* What of a window is out of the way while it is shown to a room. */
#pragma once

#include <gtk/gtk.h>

/* Hides a widget that is visible, and remembers it in hidden (of GObject, with references). */
void gradus_backstage_hide (GPtrArray *hidden, GtkWidget *widget);

/* Hides all in the widget that is only there to be pressed. */
void gradus_backstage_hide_controls (GPtrArray *hidden, GtkWidget *widget);

/* Brings back all that is remembered. */
void gradus_backstage_show (GPtrArray *hidden);
