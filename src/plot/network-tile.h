/* The units of a network's picture: what each sees, and its bias. */
#pragma once

#include "plot/network-picture.h"
#include "plot/tint.h"

/* What the units have in common; lives for one draw. */
typedef struct
{
  const GradusNetworkPicture *picture;
  double density; /* pixels of a map to a CSS pixel */
  GradusTint tint;
} GradusNetworkTiles;

void gradus_network_tiles_init (GradusNetworkTiles *self, const GradusFigure *figure,
                                const GradusNetworkPicture *picture, GradusInk *ink);

/* The units' squares, their biases in rings, and what is written under or beside each. */
void gradus_network_tiles_draw (const GradusNetworkTiles *self, GradusInk *ink, int column);

/* A parameter in about three digits. */
GradusNumber gradus_network_number (double value, const char *decimal_point);

/* The parameter on a patch of paper, right-aligned at x and around y, so that it can be read over a
 * line. */
void gradus_network_number_draw (GradusInk *ink, double x, double y, double value);
