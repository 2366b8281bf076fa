/* Where the parts of a sweep's table stand. */
#pragma once

#include "plot/figure.h"
#include "plot/ink.h"

typedef struct
{
  double x, y; /* of the first cell's corner */
  double cell_width, cell_height;
  double gap;           /* between two cells, within them */
  double names;         /* room for a row's name, left of the cells; 0: none */
  double median, range; /* right ends of these columns; 0: not shown */
  double diverged;      /* the same, where something has diverged */
  double legend;        /* y of the key's upper edge; 0: none */
} GradusSweepLayout;

/* Returns: FALSE where not even the cells have room. */
gboolean gradus_sweep_layout (const GradusFigure *figure, double width, double height,
                              GradusSweepLayout *layout);

/* The height at which rows can be read, as far as that is reasonable. */
double gradus_sweep_natural_height (const GradusFigure *figure, double width);

GradusRect gradus_sweep_cell_rect (const GradusSweepLayout *layout, int row, int column);
