/* All plots on one sheet, under a line that says which experiment they show. */
#pragma once

#include "plot/figure.h"
#include "plot/ink.h"

/* Where the plot of the view stands on a sheet of width × height. */
GradusRect gradus_sheet_place (const GradusFigure *figure, GradusView view, double width,
                               double height);

void gradus_sheet_draw (const GradusFigure *figure, GradusInk *ink, double width, double height);

double gradus_sheet_natural_height (const GradusFigure *figure, double width);
