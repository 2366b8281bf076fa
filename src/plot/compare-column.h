/* The column of one of the runs that are compared. */
#pragma once

#include "plot/compare-layout.h"

/* All of it, with the column's corner at (0, 0). */
void gradus_compare_column_draw (const GradusFigure *figure, GradusInk *ink, int run,
                                 const GradusCompareLayout *layout);
