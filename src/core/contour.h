/* The decision boundary as polylines. */
#pragma once

#include "core/field.h"

typedef struct
{
  double x, y; /* in the plane's coordinates */
} GradusPoint;

/* Line i has points[starts[i]] … points[starts[i + 1] - 1]; starts has n_lines + 1 entries. A
 * closed line ends on its first point. */
typedef struct
{
  int n_lines;
  GArray *starts; /* int */
  GArray *points; /* GradusPoint */
} GradusContour;

/* Where the output is ½ (Z = 0), by marching squares, segments joined; for a softmax where the two
 * largest probabilities are equal. field is of the output layer. A field of one sign, or of zeros,
 * has no line. Returns: (transfer full). */
GradusContour *gradus_contour_new (const GradusField *field);
void gradus_contour_free (GradusContour *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GradusContour, gradus_contour_free)
