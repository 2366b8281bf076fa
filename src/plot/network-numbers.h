/* The weights in numbers, where their lines arrive. */
#pragma once

#include "plot/network-picture.h"

/* Those of a unit of the column and an input, -1: of all. Nothing where so many lines arrive that
 * there is no room for numbers. */
void gradus_network_numbers_draw (const GradusNetworkPicture *picture, GradusInk *ink, int column,
                                  int unit, int input);
