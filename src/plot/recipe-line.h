/* The experiment in small words below a picture. */
#pragma once

#include "plot/figure.h"
#include "plot/ink.h"

/* "flower · 400 examples · data seed 1 · 4 hidden units · tanh · randn × 0.01 · seed 2 · α = 1.2 ·
 * epoch 1000": what it takes to do it again, without what stands at its default of doing nothing.
 * Where runs are compared the varied field is said as the runs are called. Returns: (transfer
 * full). */
char *gradus_recipe_line_words (const GradusSpec *spec, gint64 epoch, const char *decimal_point);

/* The height that the words take below a picture of that width, with the room around them, but at
 * most half of most. */
double gradus_recipe_line_height (const GradusFigure *figure, const char *words, double width,
                                  double most);

/* Draws them into the rectangle, on the figure's ground. */
void gradus_recipe_line_draw (const GradusFigure *figure, const char *words, cairo_t *cr,
                              const GradusRect *place);
