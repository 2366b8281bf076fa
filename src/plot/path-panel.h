/* The paths of one W[l] or b[l], as a plot among others. */
#pragma once

#include "plot/epoch-plot.h"

/* A plain value; borrows what the figure borrows. */
typedef struct
{
  const GradusPaths *paths;
  const GradusPathGroup *group;
  GradusRect area; /* with its title */
  GradusEpochPlot plot;
} GradusPathPanel;

/* Where everything in the area is. Returns: FALSE where there is no room for a curve. */
gboolean gradus_path_panel_init (GradusPathPanel *self, const GradusFigure *figure, int group,
                                 const GradusRect *area);
/* is_first: says what is the same for all of them. */
void gradus_path_panel_draw (const GradusPathPanel *self, const GradusFigure *figure,
                             GradusInk *ink, gboolean is_first);

/* The table's column at or before the epoch. */
gsize gradus_path_panel_column (const GradusPathPanel *self, double epoch);

/* Which path lies nearest to the point, within a pointer's reach; -1: none, or they are folded. */
int gradus_path_panel_find (const GradusPathPanel *self, double px, double py);
/* Draws one of the paths again so that it stands out. */
void gradus_path_panel_light (const GradusPathPanel *self, GradusInk *ink, int path);
