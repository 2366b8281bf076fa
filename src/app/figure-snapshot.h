/* A figure as a part of what GTK draws. */
#pragma once

#include <gtk/gtk.h>

#include "plot/figure.h"

/* What a view draws on, in turn; all zero at first. While GTK shows one image the next picture is
 * drawn on the other: to get fresh memory for each would take as long as some pictures do. */
typedef struct
{
  cairo_surface_t *images[2];
  int newest;
} GradusEasel;

void gradus_easel_clear (GradusEasel *self);

/* The figure at its size, and over it lit, and where runs are compared a frame about the selected
 * one (place; -1: none). */
void gradus_figure_snapshot (GtkSnapshot *snapshot, GradusEasel *easel, const GradusFigure *figure,
                             int width, int height, int scale, const GradusTarget *lit, int place);
