/* Where the parts of a network's picture stand: a column of units for each layer that is shown. */
#pragma once

#include "core/spec.h"
#include "plot/ink.h"

/* What is shown at most; of a larger network the first units and the outermost layers. */
#define GRADUS_NETWORK_UNITS 16
#define GRADUS_NETWORK_HIDDEN 6
/* Features, hidden layers, one that stands for those that are folded, output. */
#define GRADUS_NETWORK_COLUMNS (GRADUS_NETWORK_HIDDEN + 3)

/* In place of a layer's number: the layers that there is no room for. */
#define GRADUS_NETWORK_FOLD (-1)

typedef struct
{
  int layer;   /* 0 the features … L the output, or GRADUS_NETWORK_FOLD */
  int n_units; /* of the layer; of a fold the layers in it */
  int n_shown; /* the first so many units; 0 of a fold */
  double middle;
  double side;              /* of a unit's square; CSS pixels, as all that follow */
  double top;               /* of the first square */
  double pitch;             /* from a square to the next */
  gboolean has_text;        /* there is room for a line of words under each square, or else */
  gboolean has_text_beside; /* for the bias' number left of its ring */
} GradusNetworkColumn;

typedef struct
{
  gboolean is_bare; /* no words around the network */
  double pitch;     /* from a column to the next */
  double most;      /* width of the heaviest line */
  double ring;      /* radius of the ring that a bias is shown in */
  int n_columns;    /* 0 where there is no room at all */
  GradusNetworkColumn columns[GRADUS_NETWORK_COLUMNS];
  GradusRect area; /* all units stand in it, with what is said of each */
  GradusRect head; /* the title's line; empty where bare, and so the next */
  GradusRect foot; /* the legend's */
} GradusNetworkLayout;

/* Lays out a network of n_layers layers (L, output included) of n[0 … L] units in a figure of
 * width × height. */
void gradus_network_lay_out (const int *n, int n_layers, double width, double height,
                             GradusNetworkLayout *layout);

/* The height at which every unit of such a network can be told apart. */
double gradus_network_layout_height (const int *n, int n_layers, double width);

/* The least at which this is so: without a title. */
double gradus_network_layout_least_height (const int *n, int n_layers, double width);

/* Which column shows the layer; -1 where none does. */
int gradus_network_layout_find (const GradusNetworkLayout *self, int layer);

/* The unit's square. */
GradusRect gradus_network_layout_tile (const GradusNetworkLayout *self, int column, int unit);

/* The middle of the ring that the unit's bias is shown in, column ≥ 1. */
void gradus_network_layout_ring (const GradusNetworkLayout *self, int column, int unit, double *x,
                                 double *y);

/* Whether both ends of W's column of lines are shown: the column and the one before it. */
gboolean gradus_network_layout_has_lines (const GradusNetworkLayout *self, int column);

/* The line of the weight from the input, a unit of the column before. */
void gradus_network_layout_line (const GradusNetworkLayout *self, int column, int unit, int input,
                                 double *x0, double *y0, double *x1, double *y1);

/* How far apart the column's lines arrive at a unit. */
double gradus_network_layout_port (const GradusNetworkLayout *self, int column);
