/* The table of a sweep on screen: it fills while one looks, and a cell opens its run. */
#pragma once

#include <gtk/gtk.h>

#include "plot/figure.h"

/* Arrow keys, Home and End move a cursor over the cells; a click or Enter opens one.
 * Signal: opened (int row, int column). */
#define GRADUS_TYPE_SWEEP_VIEW (gradus_sweep_view_get_type ())
G_DECLARE_FINAL_TYPE (GradusSweepView, gradus_sweep_view, GRADUS, SWEEP_VIEW, GtkWidget)

/* Shows another table, which is borrowed until there is another one; NULL: none. */
void gradus_sweep_view_set_sweep (GradusSweepView *self, const GradusSweep *sweep);

/* What is coloured. */
void gradus_sweep_view_set_measure (GradusSweepView *self, GradusSweepMeasure measure);

/* The table's cells have changed. */
void gradus_sweep_view_update (GradusSweepView *self);

/* The figure on screen, without the cursor; borrows until the main loop runs again. */
void gradus_sweep_view_init_figure (GradusSweepView *self, GradusFigure *figure);
