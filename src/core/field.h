/* The network sampled on a grid of the plane. */
#pragma once

#include <glib.h>

#include "core/network.h"

/* A rectangle of the plane. */
typedef struct
{
  double x0, x1; /* x1 (first feature) from x0 to x1 */
  double y0, y1; /* x2 (second feature) from y0 to y1 */
} GradusExtent;

/* Immutable once made. values is (n_planes, rows, columns); row 0 is at y1 (the top), column 0 at
 * x0; samples lie on the nodes of the grid, corners included. */
typedef struct
{
  gatomicrefcount ref_count;
  GradusExtent extent;
  int columns, rows; /* at least 2 */
  int n_planes;
  float *values;
} GradusField;

/* Samples layer l (1 … L) of a network with n_x = 2: hidden layers give a[l], one plane per unit
 * (at most max_planes); the output gives one plane of Z (sigmoid) or n_y planes of probabilities
 * (softmax). Returns: (transfer full). */
GradusField *gradus_field_new (const GradusNetwork *network, int layer, int max_planes,
                               const GradusExtent *extent, int columns, int rows);
GradusField *gradus_field_ref (GradusField *self);
void gradus_field_unref (GradusField *self);

static inline const float *
gradus_field_plane (const GradusField *self, int plane)
{
  return self->values + (gsize) plane * self->rows * self->columns;
}

/* Where a column or row (fractions lie between) stands in the plane. */
double gradus_field_x (const GradusField *self, double column);
double gradus_field_y (const GradusField *self, double row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GradusField, gradus_field_unref)
