/* Back-propagation against differences of the cost. */
#pragma once

#include "core/dataset.h"
#include "core/network.h"

/* The relative difference ‖g − ĝ‖ / (‖g‖ + ‖ĝ‖) between the gradient g of J over data and central
 * differences ĝ of the fourth order, (8 (J(+h) − J(−h)) − (J(+2h) − J(−2h))) / 12h, whose J is
 * computed apart, example by example, in long double (the penalty's share by its formula). 0 where
 * both are so small (1e-13 of the cost) that only rounding is left. Examples that come across a
 * kink of relu or leaky-relu within the steps, or sit on one, are left out and counted in
 * n_left_out. */
double gradus_gradient_check (const GradusNetwork *network, GradusDataset *data, double l2,
                              gsize *n_left_out);
