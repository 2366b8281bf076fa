/* Products of matrices whose rows are tiles of examples, for networks of any shape. Included by
 * kernel-build.c alone. */
#pragma once

#include "core/kernel-output.h"

/* Rows of the result that are worked on together, and registers of each. */
#define ROWS 4
#define COLUMNS 2

/* out_j = start_j + Σ_k w_jk in_k along n examples, k ascending, for rows j … j + n_rows − 1. */
ALWAYS_INLINE void
product_rows (int n_rows, int n, int n_in, const double *start, const double *w, gsize out_step,
              gsize in_step, const double *in, double *out)
{
  for (int i = 0; i < n; i += COLUMNS * WIDTH)
    {
      Vec sum[ROWS][COLUMNS];
      const double *x = in + i, *w_k = w;
      for (int j = 0; j < n_rows; j++)
        for (int c = 0; c < COLUMNS; c++)
          sum[j][c] = v_set (start != NULL ? start[j] : 0);
      for (int k = 0; k < n_in; k++, x += GRADUS_TILE, w_k += in_step)
        for (int j = 0; j < n_rows; j++)
          for (int c = 0; c < COLUMNS; c++)
            sum[j][c] += v_set (w_k[(gsize) j * out_step]) * v_load (x + c * WIDTH);
      for (int j = 0; j < n_rows; j++)
        for (int c = 0; c < COLUMNS; c++)
          v_store (out + j * GRADUS_TILE + i + c * WIDTH, sum[j][c]);
    }
}

static void
product (int n_out, int n_in, int n, const double *start, const double *w, gsize out_step,
         gsize in_step, const double *in, double *out)
{
  int n_room = (n + GRADUS_STEP - 1) & -GRADUS_STEP, j = 0;

  for (; j + ROWS <= n_out; j += ROWS)
    product_rows (ROWS, n_room, n_in, start != NULL ? start + j : NULL, w + (gsize) j * out_step,
                  out_step, in_step, in, out + j * GRADUS_TILE);
  for (; j < n_out; j++)
    product_rows (1, n_room, n_in, start != NULL ? start + j : NULL, w + (gsize) j * out_step,
                  out_step, in_step, in, out + j * GRADUS_TILE);
}

/* dw_jk += Σ_i dz_j a_k, lane by lane, for n_rows rows dz and n_columns rows a. */
ALWAYS_INLINE void
weights_rows (int n_rows, int n_columns, int n, int n_in, const double *dz, const double *a,
              double *dw)
{
  double lanes[ROWS][COLUMNS][GRADUS_LANES];

  for (int lane = 0; lane < GRADUS_LANES; lane += WIDTH)
    {
      Vec sum[ROWS][COLUMNS] = { 0 };
      for (int i = lane; i < n; i += GRADUS_LANES)
        for (int j = 0; j < n_rows; j++)
          for (int k = 0; k < n_columns; k++)
            sum[j][k] += v_load (dz + j * GRADUS_TILE + i) * v_load (a + k * GRADUS_TILE + i);
      for (int j = 0; j < n_rows; j++)
        for (int k = 0; k < n_columns; k++)
          v_store (lanes[j][k] + lane, sum[j][k]);
    }
  for (int j = 0; j < n_rows; j++)
    for (int k = 0; k < n_columns; k++)
      dw[(gsize) j * (gsize) n_in + (gsize) k] += fold_lanes (lanes[j][k]);
}

/* db += Σ_i dz */
ALWAYS_INLINE void
bias_row (int n, const double *dz, double *db)
{
  double lanes[GRADUS_LANES];

  for (int lane = 0; lane < GRADUS_LANES; lane += WIDTH)
    {
      Vec sum = { 0 };
      for (int i = lane; i < n; i += GRADUS_LANES)
        sum += v_load (dz + i);
      v_store (lanes + lane, sum);
    }
  *db += fold_lanes (lanes);
}

ALWAYS_INLINE void
weights_band (int n_rows, int n_in, int n, const double *dz, const double *a, double *dw)
{
  int k = 0;

  for (; k + COLUMNS <= n_in; k += COLUMNS)
    weights_rows (n_rows, COLUMNS, n, n_in, dz, a + k * GRADUS_TILE, dw + k);
  for (; k < n_in; k++)
    weights_rows (n_rows, 1, n, n_in, dz, a + k * GRADUS_TILE, dw + k);
}

static void
weights (int n_out, int n_in, int n, const double *dz, const double *a, double *dw, double *db)
{
  int n_room = (n + GRADUS_STEP - 1) & -GRADUS_STEP, j = 0;

  for (; j + ROWS <= n_out; j += ROWS)
    weights_band (ROWS, n_in, n_room, dz + j * GRADUS_TILE, a, dw + (gsize) j * (gsize) n_in);
  for (; j < n_out; j++)
    weights_band (1, n_in, n_room, dz + j * GRADUS_TILE, a, dw + (gsize) j * (gsize) n_in);
  for (j = 0; j < n_out; j++)
    bias_row (n_room, dz + j * GRADUS_TILE, db + j);
}

static void
quotients (int n_h, int n, double start, const double *v, const double *a, const double *b,
           double *z)
{
  for (int i = 0; i < n; i += COLUMNS * WIDTH)
    {
      Vec sum[COLUMNS];
      for (int c = 0; c < COLUMNS; c++)
        sum[c] = v_set (start);
      for (int j = 0; j < n_h; j++)
        for (int c = 0; c < COLUMNS; c++)
          sum[c] += v[j] / (1 + v_load (a + j * GRADUS_TILE + i + c * WIDTH) * b[j]);
      for (int c = 0; c < COLUMNS; c++)
        v_store (z + i + c * WIDTH, sum[c]);
    }
}
