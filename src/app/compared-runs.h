/* The runs of a session as a figure shows them side by side: names, scenes, examples drawn once. */
#pragma once

#include "app/session.h"
#include "app/stamp.h"
#include "plot/figure.h"

/* All zero is right to begin with. */
typedef struct
{
  char *names[GRADUS_MAX_COMPARED]; /* the same until the session restarts */
  GradusFigureRun runs[GRADUS_MAX_COMPARED];
  GradusStamp stamps[GRADUS_MAX_COMPARED];
} GradusComparedRuns;

/* Gives all runs to the figure, which borrows them until the main loop runs again. */
void gradus_compared_runs_add (GradusComparedRuns *self, GradusSession *session,
                               GradusFigure *figure);

/* And to each the image of its examples, for a figure of that size. */
void gradus_compared_runs_prepare (GradusComparedRuns *self, GradusFigure *figure, int width,
                                   int height, int scale);

/* The session has restarted: they have other names. */
void gradus_compared_runs_forget (GradusComparedRuns *self);
void gradus_compared_runs_clear (GradusComparedRuns *self);
