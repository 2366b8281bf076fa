/* A network of two features, one hidden layer and two classes, forward and backward in one go over
 * a tile. Included by kernel-build.c alone. */
#pragma once

#include "core/kernel-output.h"
#include "core/kernel-rows.h"

/* Units that go through a tile together, and registers of them that finish side by side: sixteen
 * have no room for more. */
#define UNITS ABREAST
#define FINISH (WIDTH == 8 ? ABREAST : 2)

/* A[1]_j = g (W[1]_j X + b[1]_j) and Z[2] += W[2]_j A[1]_j for n_units units from j on, in
 * n_columns registers each, UNITS in all or fewer; the first ones begin Z[2] with b[2].
 *
 * tanh goes over the tile twice: a processor looks ahead over some two hundred instructions, too
 * few for the whole of it to overlap with the next ones. */
ALWAYS_INLINE void
shallow_units (GradusActivation g, gboolean is_near, const GradusShallow *net, int j, int n_units,
               int n_columns, gboolean is_first, int n, const double *x1, const double *x2,
               double *a, double *z)
{
  double s[UNITS][GRADUS_TILE] __attribute__ ((aligned (64)));
  double r[UNITS][GRADUS_TILE] __attribute__ ((aligned (64)));
  Vec w_1[UNITS], w_2[UNITS], b[UNITS], w_out[UNITS], y[UNITS], y_s[UNITS], y_r[UNITS], sum[UNITS];
  Vec b_out = v_set (net->b2);
  int n_both = n_units * n_columns;

#define UNIT (u / n_columns)
#define COLUMN (k + u % n_columns * WIDTH)
  EACH (n_both)
  {
    w_1[u] = v_set (net->w1[2 * (j + UNIT)]);
    w_2[u] = v_set (net->w1[2 * (j + UNIT) + 1]);
    b[u] = v_set (net->b1[j + UNIT]);
    w_out[u] = v_set (net->w2[j + UNIT]);
  }
  TWICE
  for (int k = 0; k < n; k += n_columns * WIDTH)
    {
      EACH (n_both)
      y[u] = (b[u] + w_1[u] * v_load (x1 + COLUMN)) + w_2[u] * v_load (x2 + COLUMN);
      EACH (n_both) v_store (a + UNIT * GRADUS_TILE + COLUMN, y[u]);
      if (g != GRADUS_ACTIVATION_TANH)
        continue;
      tanh_reduce (n_both, is_near, y, y_s, y_r);
      EACH (n_both) v_store (s[UNIT] + COLUMN, y_s[u]);
      EACH (n_both) v_store (r[UNIT] + COLUMN, y_r[u]);
    }
  for (int k = 0; k < n; k += n_columns * WIDTH)
    {
      EACH (n_both) y[u] = v_load (a + UNIT * GRADUS_TILE + COLUMN);
      EACH (n_both) y_s[u] = v_load (s[UNIT] + COLUMN);
      EACH (n_both) y_r[u] = v_load (r[UNIT] + COLUMN);
      if (g != GRADUS_ACTIVATION_TANH)
        v_value (g, n_both, y);
      else
        for (int v = 0; v < n_both; v += FINISH)
          tanh_finish (MIN (FINISH, n_both), y + v, y_s + v, y_r + v);
      EACH (n_both) v_store (a + UNIT * GRADUS_TILE + COLUMN, y[u]);
      EACH (n_columns) sum[u] = is_first ? b_out : v_load (z + COLUMN);
      EACH (n_both) sum[u % n_columns] += w_out[u] * y[u];
      EACH (n_columns) v_store (z + COLUMN, sum[u]);
    }
#undef UNIT
#undef COLUMN
}

/* The sums of a unit, in some of their lanes: Σ dz a, Σ d, Σ d x1, Σ d x2, with d = dz g'. W[2]_j
 * is a factor of the last three, and waits for the end of the block. */
typedef struct
{
  Vec w2, b1, w11, w12;
} UnitSums;

ALWAYS_INLINE UnitSums
unit_load (const double *sums)
{
  return (UnitSums){ v_load (sums), v_load (sums + GRADUS_LANES), v_load (sums + 2 * GRADUS_LANES),
                     v_load (sums + 3 * GRADUS_LANES) };
}

ALWAYS_INLINE void
unit_store (double *sums, const UnitSums *s)
{
  v_store (sums, s->w2);
  v_store (sums + GRADUS_LANES, s->b1);
  v_store (sums + 2 * GRADUS_LANES, s->w11);
  v_store (sums + 3 * GRADUS_LANES, s->w12);
}

/* dz g'(z) with a = g(z) and da = dz a */
ALWAYS_INLINE Vec
v_through (GradusActivation g, Vec dz, Vec a, Vec da)
{
  switch (g)
    {
    case GRADUS_ACTIVATION_TANH: /* 1 − a² */
      return dz - da * a;
    case GRADUS_ACTIVATION_SIGMOID: /* a (1 − a) */
      return da - da * a;
    default:
      return v_backward (g, dz, a);
    }
}

ALWAYS_INLINE void
unit_add (GradusActivation g, UnitSums *s, Vec dz, Vec a, const double *x1, const double *x2)
{
  Vec da = dz * a;
  Vec d = v_through (g, dz, a, da);

  s->w2 += da;
  s->b1 += d;
  s->w11 += d * v_load (x1);
  s->w12 += d * v_load (x2);
}

/* Two units at once, in as many lanes as a register holds, over the whole tile. */
ALWAYS_INLINE void
shallow_pair (GradusActivation g, int n_units, int n, const double *x1, const double *x2,
              const double *a, const double *dz, double *sums)
{
  for (int lane = 0; lane < GRADUS_LANES; lane += WIDTH)
    {
      UnitSums s = unit_load (sums + lane), t = s;
      if (n_units == 2)
        t = unit_load (sums + 4 * GRADUS_LANES + lane);
      for (int i = lane; i < n; i += GRADUS_STEP)
        for (int k = i; k < i + GRADUS_STEP; k += GRADUS_LANES)
          {
            Vec e = v_load (dz + k);
            unit_add (g, &s, e, v_load (a + k), x1 + k, x2 + k);
            if (n_units == 2)
              unit_add (g, &t, e, v_load (a + GRADUS_TILE + k), x1 + k, x2 + k);
          }
      unit_store (sums + lane, &s);
      if (n_units == 2)
        unit_store (sums + 4 * GRADUS_LANES + lane, &t);
    }
}

ALWAYS_INLINE void
shallow_tile (GradusActivation g, gboolean is_near, const GradusShallow *net, int n,
              const double *x1, const double *x2, const guint8 *labels, double *a, double *z,
              double *sums, GradusLosses *losses)
{
  int n_h = net->n_h, n_room = (n + GRADUS_STEP - 1) & -GRADUS_STEP, j;

  if (n_h >= UNITS)
    shallow_units (g, is_near, net, 0, UNITS, 1, TRUE, n_room, x1, x2, a, z);
  else
    shallow_units (g, is_near, net, 0, 1, 2, TRUE, n_room, x1, x2, a, z);
  for (j = n_h >= UNITS ? UNITS : 1; j + UNITS <= n_h; j += UNITS)
    shallow_units (g, is_near, net, j, UNITS, 1, FALSE, n_room, x1, x2, a + j * GRADUS_TILE, z);
  for (; j < n_h; j++)
    shallow_units (g, is_near, net, j, 1, 2, FALSE, n_room, x1, x2, a + j * GRADUS_TILE, z);
  output_rows (1, n, z, labels, z, losses);
  if (sums == NULL)
    return;
  for (j = 0; j + 2 <= n_h; j += 2)
    shallow_pair (g, 2, n_room, x1, x2, a + j * GRADUS_TILE, z, sums + j * 4 * GRADUS_LANES);
  if (j < n_h)
    shallow_pair (g, 1, n_room, x1, x2, a + j * GRADUS_TILE, z, sums + j * 4 * GRADUS_LANES);
}

static void
shallow (const GradusShallow *net, int n, const double *x1, const double *x2, const guint8 *labels,
         double *a, double *z, double *sums, GradusLosses *losses)
{
#define SHALLOW(G) shallow_tile (G, FALSE, net, n, x1, x2, labels, a, z, sums, losses)
  if (net->g == GRADUS_ACTIVATION_TANH && net->is_near)
    shallow_tile (GRADUS_ACTIVATION_TANH, TRUE, net, n, x1, x2, labels, a, z, sums, losses);
  else
    FOR_EACH_G (net->g, SHALLOW)
#undef SHALLOW
}

/* From the sums of the units to those of the parameters: dW[1]_j = W[2]_j Σ d X, and so on. */
static void
shallow_gradient (const GradusShallow *net, const double *sums, const GradusLosses *losses,
                  double *gradient)
{
  double *dw1 = gradient, *db1 = dw1 + 2 * net->n_h, *dw2 = db1 + net->n_h;

  for (int j = 0; j < net->n_h; j++, sums += GRADUS_SHALLOW_SUMS * GRADUS_LANES)
    {
      double w = net->w2[j];
      dw2[j] = fold_lanes (sums);
      db1[j] = w * fold_lanes (sums + GRADUS_LANES);
      dw1[2 * j] = w * fold_lanes (sums + 2 * GRADUS_LANES);
      dw1[2 * j + 1] = w * fold_lanes (sums + 3 * GRADUS_LANES);
    }
  dw2[net->n_h] = fold_lanes (losses->dz);
}
