/* A bundle of straight lines of any width, drawn at once: thousands of them within a frame. */
#pragma once

#include "plot/ink.h"

typedef struct
{
  double x0, y0, x1, y1; /* CSS pixels, as is the width */
  double width;
  double dash; /* length of a dash, 0: drawn through */
  GradusColor color;
} GradusLine;

/* Draws the lines in their order, within the area; alpha: how strongly, 1: nothing shines through.
 * density: pixels to a CSS pixel where what is drawn on cannot tell (a recording), 0: one. */
void gradus_bundle_draw (GradusInk *ink, const GradusLine *lines, gsize n, const GradusRect *area,
                         double density, double alpha);

/* How far (x, y) is from the line. */
double gradus_line_distance (const GradusLine *self, double x, double y);
