/* The table of views: what a figure can show, one row each. */
#pragma once

#include "plot/figure.h"
#include "plot/ink.h"

/* Of which layers a view shows one that is chosen. */
typedef enum
{
  GRADUS_LAYERS_NONE,
  GRADUS_LAYERS_HIDDEN, /* figure->layer */
  GRADUS_LAYERS_ALL,    /* the output as well: figure->step_layer and paths_layer */
} GradusViewLayers;

typedef struct
{
  const char *name; /* as in --plot and in file names */
  guint parts;      /* of a scene, that it shows (GradusSceneParts) */
  GradusViewLayers layers;
  gboolean has_units; /* shows two units that are chosen: figure->first_unit and second_unit */

  void (*draw) (const GradusFigure *figure, GradusInk *ink, double width, double height);
  /* One sentence (transfer full). */
  char *(*describe) (const GradusFigure *figure);
  /* The height that suits the width; NULL: any does. */
  double (*natural_height) (const GradusFigure *figure, double width);
  /* The least in which all of it can be read still, laid out for that; NULL: the natural one. */
  double (*least_height) (const GradusFigure *figure, double width);
  gboolean has_track, has_paths; /* shows what is gathered along the run: λmax, parameters */
  gboolean has_pins;             /* and the cost curves of earlier runs */
  /* The frame around a point that has the epochs as its axis, (px, py) within or not, and that
   * axis; NULL: none has. Returns: FALSE where there is none at the point. */
  gboolean (*epochs) (const GradusFigure *figure, double width, double height, double px, double py,
                      GradusRect *frame, GradusScale *epochs);
  /* What lies at a point, as gradus_figure_find (); NULL: nothing ever. */
  gboolean (*find) (const GradusFigure *figure, double width, double height, double px, double py,
                    GradusTarget *target);
  /* What lies at a point in words (transfer full), as gradus_figure_tell (); NULL: nothing ever. */
  char *(*tell) (const GradusFigure *figure, double width, double height, double px, double py);
  /* Lights the target up, as gradus_figure_light (); NULL: cannot. */
  void (*light) (const GradusFigure *figure, GradusInk *ink, double width, double height,
                 const GradusTarget *target);
} GradusViewRow;

const GradusViewRow *gradus_view_row (GradusView view);

/* The same of a figure, in its own pixels whatever its type. */
gboolean gradus_figure_epochs (const GradusFigure *self, double width, double height, double px,
                               double py, GradusRect *frame, GradusScale *epochs);
