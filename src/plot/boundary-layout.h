/* Where the parts of a boundary plot stand: told without fonts, so that a pointer can be placed. */
#pragma once

#include "plot/figure.h"
#include "plot/ink.h"

#define GRADUS_BOUNDARY_PAD 14.0
#define GRADUS_BOUNDARY_HEAD 36.0 /* title */
#define GRADUS_BOUNDARY_FOOT 50.0 /* numbers and name of the x axis */
#define GRADUS_BOUNDARY_NAME 20.0 /* name of the y axis, upright */
#define GRADUS_LEGEND_MARK 17.0
#define GRADUS_LEGEND_GAP 16.0

/* Two to ten classes, and "held out". */
#define GRADUS_LEGEND_ENTRIES (GRADUS_MAX_CLASSES + 1)

typedef struct
{
  gboolean bare;
  GradusRect frame;
  int n_entries; /* of the legend */
  int n_rows;
  double room; /* for an entry, mark and words */
  struct
  {
    double x, y;
  } at[GRADUS_LEGEND_ENTRIES]; /* left end, middle */
} GradusBoundaryLayout;

GradusBoundaryLayout gradus_boundary_lay_out (const GradusFigure *figure, double width,
                                              double height);

/* What the numbers of the y axis need. */
double gradus_boundary_gutter (const GradusScene *scene);

/* What entry i of the legend says. Returns: (transfer full). */
char *gradus_boundary_entry_name (const GradusFigure *figure, int i);

/* What the output is the probability of, as Pango markup. Returns: (transfer full). */
char *gradus_boundary_meaning (const GradusScene *scene);
