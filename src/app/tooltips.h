/* Takes tooltips down before GTK 4.8 mistakes a window for one. */
#pragma once

/* For all windows of the program, those to come as well. The tooltip of a window that is maximised,
 * goes full screen or comes back goes before the window is laid out anew: else GTK casts that
 * window to a tooltip (surface_transform_changed_cb () in its gtktooltipwindow.c takes its first
 * argument for it), warns, and takes for a surface whatever lies there in memory. */
void gradus_tooltips_mend (void);
