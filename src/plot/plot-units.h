/* The hidden units of a layer, a tile for each. */
#pragma once

#include "plot/figure.h"
#include "plot/ink.h"

void gradus_units_draw (const GradusFigure *figure, GradusInk *ink, double width, double height);

/* The height at which every tile is readable. */
double gradus_units_natural_height (const GradusFigure *figure, double width);

/* Whether so large a fraction of examples, as it is shown, is over half. */
static inline gboolean
gradus_units_is_alarming (double saturated)
{
  return saturated > 0.505;
}

/* A unit's tile, as the rows of the table of views. */
gboolean gradus_units_find (const GradusFigure *figure, double width, double height, double px,
                            double py, GradusTarget *target);
void gradus_units_light (const GradusFigure *figure, GradusInk *ink, double width, double height,
                         const GradusTarget *target);
