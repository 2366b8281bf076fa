/* A curve over the epochs, thinned to what a frame can show. */
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

/* Anything that goes over the epochs, point by point, epochs ascending. */
typedef struct
{
  gsize n;
  /* Returns: FALSE where there is none: the curve has a gap there. */
  gboolean (*get) (gconstpointer data, gsize i, double *epoch, GradusCostPoint *point);
  gconstpointer data;
} GradusSeries;

/* Strokes the series with a pen of that width: at most four points a pixel column, however many
 * there are, and a dot where there is but one. */
void gradus_series_draw (GradusInk *ink, const GradusSeries *series, const GradusScale *x,
                         const GradusScale *y, GradusColor color, double line);

/* Any number that a row has, with the least and the largest since the row before where they are
 * known. Returns: FALSE where the row has none: the curve has a gap there. */
typedef gboolean (*GradusCurvePick) (const GradusRow *row, int index, GradusCostPoint *point);

/* Strokes the curve of what pick finds with the index, as gradus_series_draw () does. */
void gradus_curve_draw (GradusInk *ink, const GradusHistory *history, GradusCurvePick pick,
                        int index, const GradusScale *x, const GradusScale *y, GradusColor color);

/* The same of gradus_cost_point (). */
void gradus_cost_curve_draw (GradusInk *ink, const GradusHistory *history, gboolean held_out,
                             const GradusScale *x, const GradusScale *y, GradusColor color);
