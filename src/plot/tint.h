/* Fields as colours. */
#pragma once

#include <cairo.h>

#include "core/field.h"
#include "plot/theme.h"

/* The output's field: the colour of the likelier class, fading to that of "even" where two classes
 * are equally likely. values are Z for n_planes = 1, else probabilities. width × height pixels,
 * whose outer edges are the outermost nodes and each of which shows the node nearest to its middle;
 * 0 × 0: one pixel a node. Returns: (transfer full) an opaque image. */
cairo_surface_t *gradus_tint_output (const GradusField *field, int width, int height,
                                     const GradusTheme *theme);

/* One plane of a hidden layer, from low (theme->low) to high. Returns: (transfer full). */
cairo_surface_t *gradus_tint_unit (const GradusField *field, int plane, double low, double high,
                                   const GradusTheme *theme);

/* The largest |a| of a plane, leaving out what is not finite. */
double gradus_tint_largest (const GradusField *field, int plane);
