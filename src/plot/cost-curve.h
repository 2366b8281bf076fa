/* A curve of the history, thinned to what a frame can show. */
#pragma once

#include "core/history.h"
#include "plot/ink.h"

/* The costs of training, or held out: a row's three numbers. */
typedef struct
{
  double value;
  double low, high; /* least and largest since the row before */
} GradusCostPoint;

/* Returns: FALSE where the row has no such cost. */
gboolean gradus_cost_point (const GradusRow *row, gboolean held_out, GradusCostPoint *point);

/* Any number that a row has, with the least and the largest since the row before where they are
 * known. Returns: FALSE where the row has none: the curve has a gap there. */
typedef gboolean (*GradusCurvePick) (const GradusRow *row, int index, GradusCostPoint *point);

/* Strokes the curve of what pick finds with the index: at most four points a pixel column, whatever
 * the number of rows, and a dot where there is but one row. */
void gradus_curve_draw (GradusInk *ink, const GradusHistory *history, GradusCurvePick pick,
                        int index, const GradusScale *x, const GradusScale *y, GradusColor color);

/* The same of gradus_cost_point (). */
void gradus_cost_curve_draw (GradusInk *ink, const GradusHistory *history, gboolean held_out,
                             const GradusScale *x, const GradusScale *y, GradusColor color);
