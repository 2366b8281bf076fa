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

/* The range that a unit's heat map spans: all that g can give, or what the plane has to both sides.
 */
void gradus_tint_range (GradusActivation g, const GradusField *field, int plane, double *low,
                        double *high);

/* Colours in a row, made once for many small maps. */
#define GRADUS_TINT_STEPS 1024
typedef struct
{
  GradusColor colors[GRADUS_TINT_STEPS + 1];
} GradusTint;

/* From theme->low over the middle to theme->high, as gradus_tint_unit (). */
void gradus_tint_init (GradusTint *self, const GradusTheme *theme);

/* From even odds' colour to that of the class. */
void gradus_tint_init_class (GradusTint *self, const GradusTheme *theme, int class);

/* A plane as an image of side × side pixels, each the mean of four values of it; 0: one pixel a
 * node. Returns: (transfer full). */
cairo_surface_t *gradus_tint_plane (const GradusTint *self, const GradusField *field, int plane,
                                    double low, double high, int side);

/* The largest |a| of a plane, leaving out what is not finite. */
double gradus_tint_largest (const GradusField *field, int plane);
