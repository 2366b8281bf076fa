/* A figure as a part of what GTK draws. */
#pragma once

#include <gtk/gtk.h>

#include "plot/figure.h"

/* The figure at its size, and over it lit, and where runs are compared a frame about the selected
 * one (place; -1: none). */
void gradus_figure_snapshot (GtkSnapshot *snapshot, const GradusFigure *figure, int width,
                             int height, int scale, const GradusTarget *lit, int place);
