/* The ground of a plot over the epochs: axes, the shown epoch, names at the ends of curves. */
#pragma once

#include "plot/figure.h"
#include "plot/ink.h"

/* A plain value. */
typedef struct
{
  GradusRect frame;
  GradusScale x, y;    /* epochs, and what is drawn over them */
  gboolean has_values; /* y has numbers to be written beside it */
  double left, right;  /* words beside the frame stay between these */
  double shown;        /* where the epoch on screen is, or NAN */
} GradusEpochPlot;

/* y is for the caller; has_values is TRUE. */
void gradus_epoch_plot_init (GradusEpochPlot *self, const GradusFigure *figure,
                             const GradusRect *frame, double left, double right);

/* Grid and numbers of y, numbers of the epochs and their name; frame. */
void gradus_epoch_plot_draw_axes (const GradusEpochPlot *self, GradusInk *ink);

/* Keeps curves within the frame, a pen's width around it too; to be ended by cairo_restore (). */
void gradus_epoch_plot_clip (const GradusEpochPlot *self, GradusInk *ink);

/* The vertical line of the epoch that the scene shows, and its number over it where it is wanted.
 * Returns: FALSE where it lies outside. */
gboolean gradus_epoch_plot_draw_marker (const GradusEpochPlot *self, const GradusFigure *figure,
                                        GradusInk *ink, gboolean with_number);

/* "plateau: left at epoch 55", or a whole sentence; NULL where the run did not begin on one.
 * Returns: (transfer full). */
char *gradus_plateau_tell (const GradusFigure *figure, gboolean in_sentence);

/* Shades the plateau that the run began on, if it did; and says when it was left, over the curves.
 */
void gradus_epoch_plot_draw_plateau (const GradusEpochPlot *self, const GradusFigure *figure,
                                     GradusInk *ink);
void gradus_epoch_plot_name_plateau (const GradusEpochPlot *self, const GradusFigure *figure,
                                     GradusInk *ink);

/* Words beside a vertical line at x = at, with their baseline at y, on the side where they have
 * room and the line of the shown epoch is not; none where it is on both. The curves step back
 * behind them. */
void gradus_epoch_plot_draw_note (const GradusEpochPlot *self, GradusInk *ink, double at, double y,
                                  GradusColor color, const char *words);

/* A dot on a curve. */
void gradus_epoch_plot_draw_dot (const GradusEpochPlot *self, GradusInk *ink, gint64 epoch,
                                 double value, GradusColor color);

/* Curves' names at their ends. */
#define GRADUS_EPOCH_PLOT_NAMES 64
typedef struct
{
  char *markup; /* owned by the list */
  double x, y;  /* where the curve ends */
  GradusColor color;
} GradusEndName;

typedef struct
{
  int n;
  GradusEndName names[GRADUS_EPOCH_PLOT_NAMES];
} GradusEndNames;

void gradus_end_names_add (GradusEndNames *self, char *markup, double x, double y,
                           GradusColor color);
/* Draws them, those that would touch giving way to each other up and down; none where there is no
 * height for them all. Frees them. Returns: whether they are drawn. */
gboolean gradus_end_names_draw (GradusEndNames *self, GradusInk *ink, const GradusRect *frame,
                                double room);

/* A number in six digits, for a bubble. */
GradusNumber gradus_number_exact (double value, const char *decimal_point);

/* The colour, towards the ink's as far as words on paper need it. */
GradusColor gradus_ink_word_color (const GradusInk *ink, GradusColor color);
