/* The output layer: its errors, and what they cost. Included by kernel-build.c alone. */
#pragma once

#include "core/kernel-math.h"
#include "core/kernel.h"

/* Registers that hold one row of GradusLosses. */
#define N_LOSSES (GRADUS_LANES / WIDTH)

/* A register of GradusLosses: as many of its lanes. */
typedef struct
{
  Vec sum, product, rest, dz;
  Bits wrong;
} Losses;

ALWAYS_INLINE Losses
losses_load (const GradusLosses *losses, int lane)
{
  Losses l = { v_load (losses->sum + lane),
               v_load (losses->product + lane),
               v_load (losses->rest + lane),
               v_load (losses->dz + lane),
               { 0 } };

  memcpy (&l.wrong, losses->wrong + lane, sizeof l.wrong);
  return l;
}

ALWAYS_INLINE void
losses_store (GradusLosses *losses, int lane, const Losses *l)
{
  v_store (losses->sum + lane, l->sum);
  v_store (losses->product + lane, l->product);
  v_store (losses->rest + lane, l->rest);
  v_store (losses->dz + lane, l->dz);
  memcpy (losses->wrong + lane, &l->wrong, sizeof l->wrong);
}

/* Examples that count, up to n from i on: all bits of a lane, or none. */
ALWAYS_INLINE Bits
lanes_until (int n, int i)
{
  Bits mask;

  for (int k = 0; k < WIDTH; k++)
    mask[k] = i + k < n ? -1 : 0;
  return mask;
}

/* w = σ(−|z|) for two registers at a time: a chain so long that it has a loop of its own. */
ALWAYS_INLINE void
far_row (int n, const double *z, double *far)
{
  TWICE
  for (int i = 0; i < n; i += 2 * WIDTH)
    {
      Vec w[2];
      EACH (2) w[u] = v_abs (v_load (z + i + u * WIDTH));
      v_sigmoid_far (2, w);
      EACH (2) v_store (far + i + u * WIDTH, w[u]);
    }
}

/* Two classes. With v = z for the label 0 and −z for the label 1, and w = σ(−|v|):
 *   L = max (v, 0) − log (1 − w), dz = a − y = ±σ(v). */
ALWAYS_INLINE void
sigmoid_step (const double *z, const double *w, const guint8 *labels, Bits mask, double *dz,
              Losses *l)
{
  Bits label = v_label_signs (labels);
  Vec v = v_xor (v_load (z), label);
  Vec far = (Vec) ((Bits) v_load (w) & mask);
  Vec near = 1 - far;
  /* a > ½ as a sign bit, as gradus_sigmoid rounds a */
  Bits predicted = v_bits (v_less (v_set (0.5), near)) & ~(Bits) v_load (z);
  Vec e = v_xor (v_select (v_negative (v), far, near), label);

  e = (Vec) ((Bits) e & mask);
  l->sum = l->sum + (Vec) ((Bits) v_max (v_set (0), v) & mask);
  l->product = l->product * near;
  l->rest = l->rest + (far - l->rest * far);
  l->wrong += (Bits) ((UnsignedBits) ((predicted ^ label) & mask) >> 63);
  l->dz = l->dz + e;
  v_store (dz, e);
}

/* More classes: L = logsumexp (z) − z_y, dz = a − y; the first of the largest a is predicted. */
ALWAYS_INLINE void
softmax_step (int n_y, const double *z, const guint8 *labels, Bits mask, double *dz, Losses *l)
{
  Vec y = v_labels (labels), max = v_load (z), total = v_set (0);
  Vec largest = v_set (-1), predicted = v_set (0), z_y = v_set (0);

  for (int k = 1; k < n_y; k++)
    max = v_max (v_load (z + k * GRADUS_TILE), max);
  for (int k = 0; k < n_y; k++)
    {
      Vec z_k = v_load (z + k * GRADUS_TILE), e = v_exp (z_k - max);
      z_y = v_select (v_equal (y, v_set (k)), z_k, z_y);
      total = total + e;
      v_store (dz + k * GRADUS_TILE, e);
    }
  for (int k = 0; k < n_y; k++)
    {
      Vec a = v_load (dz + k * GRADUS_TILE) / total;
      predicted = v_select (v_less (largest, a), v_set (k), predicted);
      largest = v_select (v_less (largest, a), a, largest);
      a = a - v_where (v_equal (y, v_set (k)), v_set (1));
      v_store (dz + k * GRADUS_TILE, (Vec) ((Bits) a & mask));
    }
  l->sum = l->sum + (Vec) ((Bits) ((max + v_log (total)) - z_y) & mask);
  l->wrong +=
      (Bits) v_select (v_equal (predicted, y), v_set (0), (Vec) (mask & 1)); /* 1 where wrong */
}

/* A step of which the first n examples count. */
ALWAYS_INLINE void
output_step (int n_y, int n, const double *z, const double *far, const guint8 *labels, double *dz,
             Losses *losses)
{
  for (int i = 0; i < GRADUS_STEP; i += WIDTH)
    {
      Bits mask = n == GRADUS_STEP ? ~(Bits){ 0 } : lanes_until (n, i);
      Losses *l = &losses[i / WIDTH % N_LOSSES];
      if (n_y == 1)
        sigmoid_step (z + i, far + i, labels + i, mask, dz + i, l);
      else
        softmax_step (n_y, z + i, labels + i, mask, dz + i, l);
    }
}

/* Step by step over the examples; the last few, which do not fill one, by a mask. */
ALWAYS_INLINE void
output_rows (int n_y, int n, const double *z, const guint8 *labels, double *dz,
             GradusLosses *losses)
{
  int whole = n - n % GRADUS_STEP;
  double far[GRADUS_TILE] __attribute__ ((aligned (64)));
  Losses l[N_LOSSES];

  for (int k = 0; k < N_LOSSES; k++)
    l[k] = losses_load (losses, k * WIDTH);
  if (n_y == 1)
    far_row (n, z, far);
  for (int i = 0; i < whole; i += GRADUS_STEP)
    output_step (n_y, GRADUS_STEP, z + i, far + i, labels + i, dz + i, l);
  if (whole < n)
    {
      guint8 last[GRADUS_STEP] = { 0 };
      memcpy (last, labels + whole, (gsize) (n - whole));
      output_step (n_y, n - whole, z + whole, far + whole, last, dz + whole, l);
    }
  for (int k = 0; k < N_LOSSES; k++)
    losses_store (losses, k * WIDTH, &l[k]);
}

static void
output (int n_y, int n, const double *z, const guint8 *labels, double *dz, GradusLosses *losses)
{
  if (n_y == 1)
    output_rows (1, n, z, labels, dz, losses);
  else
    output_rows (n_y, n, z, labels, dz, losses);
}

/* The lanes by a fixed tree, 8 → 4 → 2 → 1. */
ALWAYS_INLINE double
fold_lanes (const double *x)
{
  typedef double Pair __attribute__ ((vector_size (16), aligned (8), may_alias));
  const Pair *p = (const Pair *) x;
  Pair two = (p[0] + p[2]) + (p[1] + p[3]);

  return two[0] + two[1];
}

/* −log Π (1 − w) from the product where it is small, else from what it lacks to 1. */
static double
output_fold (const GradusLosses *losses, gint64 *n_wrong)
{
  double loss[GRADUS_LANES];

  for (int lane = 0; lane < GRADUS_LANES; lane += WIDTH)
    {
      Losses l = losses_load (losses, lane);
      Mask small = v_less (l.product, v_set (0.5));
      Vec u = v_select (small, l.product, 1 - l.rest);
      Vec c = v_select (small, v_set (0), (1 - u) - l.rest);
      v_store (loss + lane, l.sum - v_log_sum (u, c));
      for (int k = 0; k < WIDTH; k++)
        *n_wrong += losses->wrong[lane + k];
    }
  return fold_lanes (loss);
}
