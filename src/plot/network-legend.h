/* What lines and discs of a network's picture mean. */
#pragma once

#include "plot/network-picture.h"

void gradus_network_legend_draw (const GradusNetworkPicture *picture, GradusInk *ink);
