/* The output of a network with one hidden layer on a grid, by a table for each axis. */
#pragma once

#include "core/field.h"

/* Fills the one plane of field with Z of the output: for n_x = 2, one hidden layer of tanh or
 * sigmoid units and two classes, while its exponentials stay within doubles.
 * Returns: whether it could; else nothing was done. */
gboolean gradus_field_separable (GradusField *field, const GradusNetwork *network);
