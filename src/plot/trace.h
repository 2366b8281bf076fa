/* A line through many points as a path of few corners. */
#pragma once

#include <cairo.h>
#include <glib.h>

/* How far, in CSS pixels, a point may lie beside the line that is drawn for it: nobody sees it, on
 * paper neither. */
#define GRADUS_TRACE_TOLERANCE 0.1

/* One line under way; lives on the stack. */
typedef struct
{
  cairo_t *cr;
  double corner_x, corner_y; /* the last one that is in the path */
  double last_x, last_y;     /* the newest point */
  double reach;              /* its distance from the corner, squared */
  double low[2], high[2];    /* between these directions a line from the corner passes all points */
} GradusTrace;

void gradus_trace_begin (GradusTrace *self, cairo_t *cr, double x, double y);
void gradus_trace_add (GradusTrace *self, double x, double y);
/* The path then has the last point. */
void gradus_trace_end (GradusTrace *self);
