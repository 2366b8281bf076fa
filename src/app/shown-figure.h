/* Finds the figure on screen that shows a view, to export it as it is seen. */
#pragma once

#include "app/figure-view.h"

/* The figure of that view: in the window, in a panel that has a window of its own, or in a panel
 * that was looked at before. Returns: (transfer none), or NULL where there has been none. */
GradusFigureView *gradus_shown_figure_find (GtkWindow *window, GradusView view);
