/* A figure: a pure function from a scene and a history to ink in a rectangle. */
#pragma once

#include <cairo.h>

#include "core/history.h"
#include "core/landmarks.h"
#include "core/paths.h"
#include "core/pins.h"
#include "core/scene.h"
#include "core/sweep.h"
#include "core/target.h"
#include "core/track.h"
#include "plot/captions.h"
#include "plot/theme.h"

typedef enum
{
  GRADUS_VIEW_BOUNDARY,
  GRADUS_VIEW_COST,
  GRADUS_VIEW_UNITS,
  GRADUS_VIEW_WINDOW, /* the three of them on one sheet */
  GRADUS_VIEW_STEP,
  GRADUS_VIEW_SYMMETRY,
  GRADUS_VIEW_SATURATION,
  GRADUS_VIEW_HIDDEN_SPACE,
  GRADUS_VIEW_NETWORK,
  GRADUS_VIEW_PARAMETERS,
  GRADUS_VIEW_GRADIENTS,
  GRADUS_VIEW_STEP_SIZE,
  GRADUS_VIEW_COMPARE, /* several runs side by side */
  GRADUS_VIEW_SWEEP,   /* a table of runs */
  GRADUS_N_VIEWS
} GradusView;

/* "boundary", "cost", … and back; -1 for another word. */
const char *gradus_view_name (GradusView view);
int gradus_view_from_name (const char *name);

/* All names, with commas between them. Returns: (transfer full). */
char *gradus_view_list (void);

/* What a scene must have to be shown in the view (GradusSceneParts). */
guint gradus_view_parts (GradusView view);

/* Runs that a figure can show side by side. */
#define GRADUS_MAX_COMPARED 4

/* One of them. */
typedef struct
{
  const char *name; /* plain words, such as "W = 0" */
  const GradusScene *scene;
  const GradusHistory *history;
  cairo_surface_t *examples;        /* as in the figure; or NULL */
  const GradusLandmarks *landmarks; /* what it has passed, and */
  const GradusSpec *spec;           /* what it was started with; NULL: not known */
} GradusFigureRun;

/* Borrows everything it points to; lives for one draw or one export. */
typedef struct
{
  GradusView view;
  GradusThemeKind theme;
  const GradusCaptions *captions;
  const GradusScene *scene;         /* NULL draws an empty, framed plot */
  const GradusHistory *history;     /* NULL as well */
  const GradusLandmarks *landmarks; /* what the run has passed; NULL: not to be shown */
  gboolean log_epochs;              /* the cost curve's axes */
  gboolean log_cost;
  const GradusSpec *spec;   /* of the run; NULL: not known, as these: */
  const GradusTrack *track; /* λmax along it */
  const GradusPaths *paths; /* of its parameters */
  const GradusPins *pins;   /* cost curves of earlier runs; NULL: none */
  int layer;                /* whose hidden units are shown, 1 … L - 1 */
  int step_layer;           /* whose equations are shown; 0: those of all layers */
  int paths_layer;          /* whose parameters' paths are shown, 1 … L; 0: those of all layers */
  int first_unit;           /* the two whose plane the hidden space is, from 1 on */
  int second_unit;
  double density; /* pixels to a CSS pixel, where a recording is drawn; 0: one */
  double type;    /* how large letters, lines, marks and margins are; 1: as in the window */
  int n_runs; /* that are compared: at most GRADUS_MAX_COMPARED; 0: scene and history stand alone */
  const GradusFigureRun *runs;
  int only;                 /* which of them has the room of all, from 0 on; -1: each has its own */
  const GradusSweep *sweep; /* the table of runs; NULL: there is none */
  GradusSweepMeasure sweep_measure;
  cairo_surface_t *examples; /* see gradus_figure_prepare_examples (); NULL draws them one by one */
} GradusFigure;

/* All at their defaults: light, log cost, linear epochs, layer 1, units 1 and 2, type 1, every run
 * that is compared, nothing to show. */
void gradus_figure_init (GradusFigure *self, GradusView view, const GradusCaptions *captions);

/* The type that can be read from the last row of a room, on a screen of that size: the smallest
 * letters are 24 pixels high where the screen has 1080 rows, and in proportion elsewhere. */
double gradus_figure_type_from_afar (double width, double height);

/* Inks the rectangle (0, 0, width, height), CSS pixels, paper included. The same call makes the
 * widget, the PNG, the SVG and the PDF. */
void gradus_figure_draw (const GradusFigure *self, cairo_t *cr, double width, double height);

/* The examples of the boundary plot (or of a column of those that are compared) as an image for a
 * figure of width × height at device scale,
 * so that a redraw costs the same for any number of them. Depends on the data, the theme and the
 * size alone: keep it until one of them changes. From GRADUS_MANY_EXAMPLES on it shows how densely
 * they lie. Returns: (transfer full); an empty image where there is nothing to show. */
cairo_surface_t *gradus_figure_prepare_examples (const GradusFigure *self, double width,
                                                 double height, double scale);

#define GRADUS_MANY_EXAMPLES 20000

/* The height that suits the view at that width, so that all of it can be read; 0: any does. */
double gradus_figure_natural_height (const GradusFigure *self, double width);

/* The least height at that width in which all of it can be read; 0: as small as you like. */
double gradus_figure_least_height (const GradusFigure *self, double width);

/* Where in the plane the point (px, py) of a boundary plot of that size lies. Returns: FALSE
 * outside of the plot's frame. */
gboolean gradus_figure_to_plane (const GradusFigure *self, double width, double height, double px,
                                 double py, double *x1, double *x2);

/* The training example that a click at (px, py) on a boundary plot of that size means, the nearest
 * one; -1 where none is near. Looks at all of them, which gradus_figure_find () spares itself when
 * they are many. */
gint64 gradus_figure_to_example (const GradusFigure *figure, double width, double height, double px,
                                 double py);

/* Which epoch of a plot over the epochs of that size lies at px; -1 outside of its frames. */
gint64 gradus_figure_to_epoch (const GradusFigure *self, double width, double height, double px,
                               double py);

/* What lies at the point (px, py) of a figure of that size. Returns: FALSE (and kind NONE) where
 * there is nothing to point at. */
gboolean gradus_figure_find (const GradusFigure *self, double width, double height, double px,
                             double py, GradusTarget *target);

/* What lies at the point, in a few short lines with its numbers. Returns: (transfer full); NULL
 * where there is nothing to tell. */
char *gradus_figure_tell (const GradusFigure *self, double width, double height, double px,
                          double py);

/* Inks what makes the target stand out in a figure of that size, over the figure itself: for the
 * screen only, it never reaches a file. Where the figure does not show the target, nothing. */
void gradus_figure_light (const GradusFigure *self, cairo_t *cr, double width, double height,
                          const GradusTarget *target);

/* One sentence that says what the picture shows: the widget's accessible description and the
 * command line's word. Returns: (transfer full). */
char *gradus_figure_describe (const GradusFigure *self);
