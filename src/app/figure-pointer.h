/* The pointer over a figure view, moved by a mouse or by keys: what it lights up, tells and does.
 */
#pragma once

#include "app/figure-view.h"

typedef struct
{
  GradusFigureView *view;
  GradusSession *session;
  GtkWidget *ground; /* that the bubble lies on: the view, or something around it */
  double x, y;       /* negative: not over the plot */
  gboolean by_keys;  /* it came there by keys */
} GradusFigurePointer;

/* For a view that has it as a part. */
void gradus_figure_pointer_init (GradusFigurePointer *self, GradusFigureView *view);
/* Borrows the session, which the view keeps. */
void gradus_figure_pointer_set_session (GradusFigurePointer *self, GradusSession *session);

/* A bubble with what lies there, if anything does, in the ground's snapshot. */
void gradus_figure_pointer_snapshot (const GradusFigurePointer *self, GtkSnapshot *snapshot,
                                     const GradusFigure *figure);
