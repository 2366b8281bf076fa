/* The round numbers beside an axis: where they are, and how they are written. */
#include <float.h>
#include <math.h>

#include "plot/scale.h"

/* Ends of a range count as within it, rounding or not. */
#define SLACK 1e-9

static void
add (const GradusScale *scale, GradusTicks *ticks, double value, GradusNumber label)
{
  if (ticks->n == GRADUS_MAX_TICKS)
    return;
  GradusTick *tick = &ticks->ticks[ticks->n++];
  tick->value = value;
  tick->at = tick->from = tick->to = gradus_scale_map (scale, value);
  tick->label = label;
}

/* As many decimals as the step has; powers of ten where that would be too long to read. */
static GradusNumber
write_stepped (double value, double step, double largest, const char *decimal_point)
{
  int decimals = MAX (0, (int) -floor (log10 (step) + 1e-9));

  if (value == 0)
    return gradus_number_fixed (0, 0, decimal_point);
  if (decimals <= 5 && largest < 1e7)
    return gradus_number_fixed (value, decimals, decimal_point);
  int digits = (int) ceil (log10 (fabs (value)) + 1e-9) - (int) floor (log10 (step) + 1e-9) - 1;
  return gradus_number_scientific (value, CLAMP (digits, 0, 15), decimal_point);
}

/* 1, 2 or 5 × 10^k, at least v. */
static double
nice_step (double v)
{
  double power = pow (10, floor (log10 (v)));

  for (int i = 0; i < 3; i++)
    {
      double step = (i == 0 ? 1 : i == 1 ? 2 : 5) * power;
      if (step >= v * (1 - 1e-12))
        return step;
    }
  return 10 * power;
}

static void
linear_ticks (const GradusScale *scale, int most, const char *decimal_point, GradusTicks *ticks)
{
  double half = scale->high / 2 - scale->low / 2;
  double largest = fmax (fabs (scale->low), fabs (scale->high));
  double step = nice_step (fmax (half / most, DBL_MIN * 1e3) * 2);

  for (;; step = nice_step (step * 1.5))
    {
      if (!isfinite (step))
        return;
      double first = ceil (scale->low / step - SLACK), last = floor (scale->high / step + SLACK);
      if (last - first + 1 > most)
        continue;
      if (largest / step > 1e15) /* steps that doubles cannot tell apart */
        return;
      for (double i = first; i <= last; i++)
        add (scale, ticks, i == 0 ? 0 : i * step,
             write_stepped (i * step, step, largest, decimal_point));
      return;
    }
}

/* Which multiples of the powers of ten are written, densest first. */
static const double mantissas[][10] = {
  { 1, 2, 3, 4, 5, 6, 7, 8, 9 }, { 1, 2, 3, 5 }, { 1, 2, 5 }, { 1, 3 }, { 1 },
};

static GradusNumber
write_log (double value, int exponent, const char *decimal_point)
{
  if (exponent >= -4 && exponent < 6)
    return gradus_number_fixed (value, MAX (0, -exponent), decimal_point);
  return gradus_number_scientific (value, 0, decimal_point);
}

/* The ticks of one row of mantissas, every stride-th power of ten; none are added where add_them is
 * FALSE. Returns: how many there are. */
static int
log_row (const GradusScale *scale, const double *row, int stride, gboolean add_them,
         const char *decimal_point, GradusTicks *ticks)
{
  gboolean from_one = scale->kind == GRADUS_SCALE_LOG1P;
  int first = from_one ? 0 : (int) floor (log10 (scale->low) + SLACK);
  int last = (int) floor (log10 (scale->high) + SLACK);
  int n = from_one && scale->low <= 0;

  if (n > 0 && add_them)
    add (scale, ticks, 0, gradus_number_fixed (0, 0, decimal_point));
  first -= (first % stride + stride) % stride;
  for (int k = MAX (first, -307); k <= MIN (last, 307); k += stride)
    for (int i = 0; i < 10 && row[i] > 0; i++)
      {
        double value = k < 0 ? row[i] / pow (10, -k) : row[i] * pow (10, k);
        if (value < scale->low * (1 - SLACK) || value > scale->high * (1 + SLACK))
          continue;
        n++;
        if (add_them)
          add (scale, ticks, value, write_log (value, k, decimal_point));
      }
  return n;
}

static void
log_ticks (const GradusScale *scale, int most, const char *decimal_point, GradusTicks *ticks)
{
  int n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (mantissas); i++)
    {
      n = log_row (scale, mantissas[i], 1, FALSE, decimal_point, ticks);
      if (n > most)
        continue;
      if (n < 2 || (n < 3 && most > 4))
        break; /* within a decade: round numbers do better */
      log_row (scale, mantissas[i], 1, TRUE, decimal_point, ticks);
      return;
    }
  if (n <= most)
    {
      linear_ticks (scale, most, decimal_point, ticks);
      return;
    }
  int stride = 2;
  while (log_row (scale, mantissas[4], stride, FALSE, decimal_point, ticks) > most)
    stride = stride < 5 ? stride + 1 : (int) nice_step (stride + 1);
  log_row (scale, mantissas[4], stride, TRUE, decimal_point, ticks);
}

void
gradus_scale_ticks (const GradusScale *self, int most, const char *decimal_point,
                    GradusTicks *ticks)
{
  g_return_if_fail (self != NULL && ticks != NULL);

  ticks->n = 0;
  most = CLAMP (most, 2, GRADUS_MAX_TICKS);
  if (self->kind == GRADUS_SCALE_LINEAR)
    linear_ticks (self, most, decimal_point, ticks);
  else
    log_ticks (self, most, decimal_point, ticks);
}
