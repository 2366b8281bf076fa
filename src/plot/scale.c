/* From numbers to places along an axis: linear, log, and log (1 + v) for epochs. */
#include "plot/scale.h"

#include <float.h>
#include <math.h>

/* Beyond this, cairo's fixed-point coordinates would overflow in sums. */
#define FAR_AWAY 1.0

static double
bend (GradusScaleKind kind, double v)
{
  switch (kind)
    {
    case GRADUS_SCALE_LOG:
      return log10 (fmax (v, DBL_MIN));
    case GRADUS_SCALE_LOG1P:
      return log1p (fmax (v, 0));
    case GRADUS_SCALE_LINEAR:
    default:
      return v;
    }
}

void
gradus_scale_init (GradusScale *self, GradusScaleKind kind, double low, double high, double from,
                   double to)
{
  double a = isfinite (low) ? low : 0, b = isfinite (high) ? high : 1;
  double low_end = fmin (a, b), high_end = fmax (a, b);

  if (kind == GRADUS_SCALE_LOG)
    {
      high_end = high_end > DBL_MIN ? high_end : 1;
      low_end = low_end > DBL_MIN ? low_end : high_end / 10;
      if (high_end / low_end < 1 + 1e-9)
        {
          low_end = fmax (low_end / 2, DBL_MIN);
          high_end = fmin (high_end, DBL_MAX / 4) * 2;
        }
    }
  else
    {
      if (kind == GRADUS_SCALE_LOG1P)
        {
          low_end = fmax (low_end, 0);
          high_end = fmax (high_end, low_end);
        }
      double least = fmax (1e-12 * fmax (fabs (low_end), fabs (high_end)), DBL_MIN * 1e6);
      if (high_end / 2 - low_end / 2 < least / 2)
        {
          double half = fmax (0.5 * fabs (high_end), high_end == 0 ? 1 : least);
          low_end = kind == GRADUS_SCALE_LOG1P ? 0 : fmax (low_end - half, -DBL_MAX);
          high_end = fmin (high_end + half, DBL_MAX);
        }
    }
  *self = (GradusScale){
    kind, low_end, high_end, from, to, bend (kind, low_end), bend (kind, high_end)
  };
}

double
gradus_scale_map (const GradusScale *self, double v)
{
  /* halves, because the length of the range may be more than a double holds */
  double low = self->bent_low / 2, high = self->bent_high / 2;
  double t = (bend (self->kind, v) / 2 - low) / (high - low);

  if (isnan (v))
    return NAN;
  t = fmin (fmax (t, -FAR_AWAY), 1 + FAR_AWAY);
  return self->from + t * (self->to - self->from);
}

double
gradus_scale_unmap (const GradusScale *self, double pixel)
{
  double length = self->to - self->from;
  double t = length != 0 ? (pixel - self->from) / length : 0;
  double bent = self->bent_low * (1 - t) + self->bent_high * t;

  return self->kind == GRADUS_SCALE_LOG     ? pow (10, bent)
         : self->kind == GRADUS_SCALE_LOG1P ? expm1 (bent)
                                            : bent;
}

/* The least of steps × 10^k that is at least v; steps ascend from 1, and end with 10. */
static double
round_to_steps (double v, const double *steps)
{
  double power = pow (10, floor (log10 (v)));

  for (; *steps < 10; steps++)
    if (*steps * power >= v * (1 - 1e-12))
      return *steps * power;
  return 10 * power;
}

double
gradus_scale_round_up (double v)
{
  static const double steps[] = { 1, 1.5, 2, 3, 4, 5, 6, 8, 10 };

  return v > 0 && v < DBL_MAX / 10 ? round_to_steps (v, steps) : 1;
}

static const double log_steps[] = { 1, 2, 3, 5, 10 };

double
gradus_scale_log_ceil (double v)
{
  return v > 0 && v < DBL_MAX / 10 ? round_to_steps (v, log_steps) : v;
}

double
gradus_scale_log_floor (double v)
{
  if (!(v > DBL_MIN) || !isfinite (v))
    return v;
  double power = pow (10, floor (log10 (v))), found = power;
  for (const double *step = log_steps; *step < 10; step++)
    if (*step * power <= v * (1 + 1e-12))
      found = *step * power;
  return found;
}
