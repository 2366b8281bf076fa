/* A sweep in words: its rows, its cells, and the whole. */
#pragma once

#include "plot/figure.h"
#include "plot/number.h"

/* "randn × 0.01" and "103": what a row and a column of it are called. (transfer full) */
char *gradus_sweep_row_name (const GradusSweep *sweep, int row, const char *decimal_point);
char *gradus_sweep_column_name (const GradusSweep *sweep, int column, const char *decimal_point);

/* "accuracy after 10,000 epochs", or the cost: what is coloured. (transfer full) */
char *gradus_sweep_tell_measure (const GradusFigure *figure);

/* A value of the measure: "91.25 %", "0.2186", "diverged", "–". */
GradusNumber gradus_sweep_number (double value, GradusSweepMeasure measure,
                                  const char *decimal_point);

/* "67.25–92.50 %": the least and the most of a row. (transfer full) */
char *gradus_sweep_tell_range (const GradusSweepSummary *summary, GradusSweepMeasure measure,
                               const char *decimal_point);

/* The run of a cell and what it has come to, in a few lines. (transfer full) */
char *gradus_sweep_tell_cell (const GradusSweep *sweep, int row, int column,
                              const char *decimal_point);

/* One sentence for the whole: how far it is, and the median of each row. (transfer full) */
char *gradus_sweep_describe (const GradusFigure *figure);
