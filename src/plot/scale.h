/* From numbers to places along an axis, and the round numbers that are written beside it. */
#pragma once

#include <glib.h>

#include "plot/number.h"

typedef enum
{
  GRADUS_SCALE_LINEAR,
  GRADUS_SCALE_LOG,   /* log v, v > 0 */
  GRADUS_SCALE_LOG1P, /* log (1 + v), v ≥ 0: epochs, with epoch 0 */
} GradusScaleKind;

/* A plain value: low lies at from, high at to (CSS pixels; from may be the larger one). */
typedef struct
{
  GradusScaleKind kind;
  double low, high;
  double from, to;
  double bent_low, bent_high; /* low and high, or their logarithms */
} GradusScale;

#define GRADUS_MAX_TICKS 32

typedef struct
{
  double value;
  double at;       /* pixels along the axis */
  double from, to; /* what the label takes of the axis, filled in by who can measure it */
  GradusNumber label;
} GradusTick;

typedef struct
{
  int n;
  GradusTick ticks[GRADUS_MAX_TICKS];
} GradusTicks;

/* Takes any two numbers: a range that is empty, reversed, not finite or not positive where it has
 * to be is mended, so that every scale maps. */
void gradus_scale_init (GradusScale *self, GradusScaleKind kind, double low, double high,
                        double from, double to);

/* Where v lies, in pixels; clamped to a frame's width beyond the ends, always finite but for NAN,
 * which stays NAN. */
double gradus_scale_map (const GradusScale *self, double v);

/* What lies at the pixel. */
double gradus_scale_unmap (const GradusScale *self, double pixel);

/* Round numbers within the range, ascending, at most `most` of them (2 … GRADUS_MAX_TICKS); a range
 * too narrow for doubles to count in it has none. */
void gradus_scale_ticks (const GradusScale *self, int most, const char *decimal_point,
                         GradusTicks *ticks);

/* The least of 1, 1.5, 2, 3, 4, 5, 6, 8 × 10^k that is at least v > 0. */
double gradus_scale_round_up (double v);

/* The largest of 1, 2, 3, 5 × 10^k that is at most v > 0, and the least that is at least v. */
double gradus_scale_log_floor (double v);
double gradus_scale_log_ceil (double v);
