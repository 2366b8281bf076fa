/* Where the parts of a comparison stand: a column for each run, and below them (or beside the only
 * one) the cost plot. */
#pragma once

#include "plot/figure.h"
#include "plot/ink.h"

typedef struct
{
  GradusRect places[GRADUS_MAX_COMPARED]; /* of the runs' columns; empty: that run is not shown */
  int head_lines;                         /* 1 … 3: name, cost and accuracy share a line or not */
  GradusRect head, plane, units, chips;   /* within every column; empty: there is no room */
  GradusRect cost;                        /* empty as well */
} GradusCompareLayout;

/* Everything that can be read at that size, the planes as large as that leaves room for; where not
 * all can be, chips and units give way first, then the cost plot. */
void gradus_compare_layout_init (GradusCompareLayout *self, const GradusFigure *figure,
                                 double width, double height);

/* Whether the run has a column: each has, unless one has the room of all. */
gboolean gradus_compare_shows (const GradusFigure *figure, int run);

/* The least height at which all of it can be read. */
double gradus_compare_layout_height (const GradusFigure *figure, double width);

/* The layer whose units a run's column shows, 1 … L - 1; 0: it has no hidden layer, or no scene. */
int gradus_compare_layer (const GradusFigure *figure, int run);
