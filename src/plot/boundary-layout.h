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

/* Two to ten classes, "held out", and the units' lines. */
#define GRADUS_LEGEND_ENTRIES (GRADUS_MAX_CLASSES + 2)

typedef enum
{
  GRADUS_LEGEND_CLASS,
  GRADUS_LEGEND_HELD_OUT,
  GRADUS_LEGEND_UNIT_LINES,
} GradusLegendKind;

typedef struct
{
  gboolean bare;
  GradusRect frame;
  int n_entries; /* of the legend */
  int n_rows;
  struct
  {
    GradusLegendKind kind;
    double x, y;                    /* left end, middle */
    double room;                    /* for mark and words */
  } entries[GRADUS_LEGEND_ENTRIES]; /* the classes are first */
} GradusBoundaryLayout;

GradusBoundaryLayout gradus_boundary_lay_out (const GradusFigure *figure, double width,
                                              double height);

/* What the numbers of the y axis need. */
double gradus_boundary_gutter (const GradusScene *scene);

/* What entry i of the legend says. Returns: (transfer full). */
char *gradus_boundary_entry_name (const GradusFigure *figure, GradusLegendKind kind, int i);

/* What the output is the probability of, as Pango markup. Returns: (transfer full). */
char *gradus_boundary_meaning (const GradusScene *scene);
