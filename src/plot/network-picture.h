/* A network's picture: its layout, and what each parameter looks like in it. */
#pragma once

#include "plot/bundle.h"
#include "plot/figure.h"
#include "plot/network-layout.h"

typedef struct
{
  const GradusScene *scene;
  const GradusNetwork *network;
  const GradusTheme *theme;
  GradusNetworkLayout layout;
  double largest; /* |w| or |b| of the whole network, of those that are finite: what is drawn
                     heaviest; 0 where all are zero */
} GradusNetworkPicture;

/* Returns: FALSE where there is nothing to show, or no room for it. */
gboolean gradus_network_picture_init (GradusNetworkPicture *self, const GradusFigure *figure,
                                      double width, double height);

/* The line of a weight: its width in proportion to |w|, its colour and dashes by sign, a hairline
 * of neither colour where w = 0. Returns: FALSE where w is not finite. */
gboolean gradus_network_picture_line (const GradusNetworkPicture *self, int column, int unit,
                                      int input, GradusLine *line);

/* Radius of the disc of a bias, in proportion to |b| as the lines' widths are; 0 where b = 0 or b
 * is not finite. */
double gradus_network_picture_disc (const GradusNetworkPicture *self, int column, int unit);

/* Of a parameter's sign. */
GradusColor gradus_network_picture_color (const GradusNetworkPicture *self, double value);

/* Where in an array laid out as the parameters a WEIGHT or BIAS target stands. Returns: FALSE for
 * other targets, and what the network does not have. */
gboolean gradus_network_index (const GradusNetwork *self, const GradusTarget *target, gsize *index);
