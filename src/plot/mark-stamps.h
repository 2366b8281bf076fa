/* Marks by the thousand: each kind is drawn once, and laid down like a stamp. */
#pragma once

#include <cairo.h>

#include "plot/theme.h"

/* From so many on, stamps cost less than marks drawn one by one; from so many on, marks on an image
 * are stamps in any case. */
#define GRADUS_SOME_MARKS 150
#define GRADUS_MANY_MARKS 1000
/* Device scale of the image that goes into a drawing which was not told its own. */
#define GRADUS_MARKS_SCALE 2.0

typedef struct _GradusMarkStamps GradusMarkStamps;

/* For marks of radius r on an ARGB32 image; all in its pixels. Nobody else may draw on the image
 * until it is freed. Returns: (transfer full). */
GradusMarkStamps *gradus_mark_stamps_new (const GradusTheme *theme, double r,
                                          cairo_surface_t *image);
void gradus_mark_stamps_free (GradusMarkStamps *self);

/* Lays down what gradus_mark_draw () draws, to within a quarter of a pixel. */
void gradus_mark_stamps_lay (GradusMarkStamps *self, int class, gboolean is_held_out, double x,
                             double y);
