/* The curves of a cost plot: those of the run or of all that are compared, and pinned ones. */
#pragma once

#include "plot/figure.h"
#include "plot/ink.h"

typedef struct
{
  const GradusHistory *history;
  gboolean held_out;
  GradusColor color;
  const char *name; /* NULL: of a pinned one gradus_cost_line_name () tells it */
  int run;          /* that is compared; -1: none */
  int pin;          /* that is pinned; -1: none */
} GradusCostLine;

#define GRADUS_MAX_COST_LINES (GRADUS_MAX_COMPARED + GRADUS_MAX_PINS)

/* Whether the figure shows curves of earlier runs. */
gboolean gradus_cost_has_pins (const GradusFigure *figure);

/* The pinned ones last, but for those that a curve on screen lies upon. Returns: how many there
 * are. */
int gradus_cost_lines_list (const GradusFigure *figure,
                            GradusCostLine lines[GRADUS_MAX_COST_LINES]);

/* What stands beside its end. Returns: (transfer full). */
char *gradus_cost_line_name (const GradusFigure *figure, const GradusCostLine *line);

/* A line "\n…" with cost and accuracy at the epoch for each run that is compared and each pinned
 * one, as far as they have come; "" where there is none. Returns: (transfer full). */
char *gradus_cost_lines_tell (const GradusFigure *figure, gint64 epoch);

/* Each curve's name at its end, within the frame or at the right of it as far as right; those that
 * would touch give way to each other. */
void gradus_cost_lines_draw_names (const GradusFigure *figure, GradusInk *ink,
                                   const GradusRect *frame, double right, const GradusScale *x,
                                   const GradusScale *y);
