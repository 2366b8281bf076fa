/* Products of matrices whose rows are tiles of examples, for networks of any shape. Included by
 * kernel-build.c alone. */
#pragma once

#include "core/kernel-output.h"

/* Rows and columns of registers whose sums grow side by side: as many as there is room for beside
 * what they are made of, and rows of few columns where a product takes its weight from memory. */
#if WIDTH == 8
#define ROWS 16
#define COLUMNS 1
#define DW_ROWS 4
#elif WIDTH == 4
#define ROWS 3
#define COLUMNS 4
#define DW_ROWS 3
#else
#define ROWS 4
#define COLUMNS 2
#define DW_ROWS 3
#endif
#define FEW_ROWS 4
#define DW_COLUMNS 4

/* So many weights fit in the nearer caches. */
#define NEAR_WEIGHTS (1 << 15)

/* out_j = start_j + Σ_k w_jk in_k along n examples, k ascending, n_rows rows at a time from row j
 * on. Returns: the first row that is left, fewer than n_rows before the end. */
ALWAYS_INLINE int
product_rows (int n_rows, int n_columns, int j, int n_out, int n_in, int n, const double *start,
              const double *w, gsize out_step, gsize in_step, const double *in, double *out)
{
  for (; j + n_rows <= n_out; j += n_rows)
    for (int i = 0; i < n; i += n_columns * WIDTH)
      {
        Vec sum[ROWS][GRADUS_STEP / WIDTH];
        const double *x = in + i, *w_k = w + (gsize) j * out_step;
        for (int r = 0; r < n_rows; r++)
          for (int c = 0; c < n_columns; c++)
            sum[r][c] = v_set (start != NULL ? start[j + r] : 0);
        for (int k = 0; k < n_in; k++, x += GRADUS_TILE, w_k += in_step)
          for (int r = 0; r < n_rows; r++)
            for (int c = 0; c < n_columns; c++)
              sum[r][c] += v_set (w_k[(gsize) r * out_step]) * v_load (x + c * WIDTH);
        for (int r = 0; r < n_rows; r++)
          for (int c = 0; c < n_columns; c++)
            v_store (out + (j + r) * GRADUS_TILE + i + c * WIDTH, sum[r][c]);
      }
  return j;
}

/* A step at a time, whose part of in then stays in the nearest cache; but where the weights do not
 * stay near meanwhile, all examples at once. */
static void
product (int n_out, int n_in, int n, const double *start, const double *w, gsize out_step,
         gsize in_step, const double *in, double *out)
{
  int n_room = (n + GRADUS_STEP - 1) & -GRADUS_STEP;
  int n_panel = (gint64) n_out * n_in <= NEAR_WEIGHTS ? GRADUS_STEP : n_room;

  for (int i = 0; i < n_room; i += n_panel, in += n_panel, out += n_panel)
    {
      int j = product_rows (ROWS, COLUMNS, 0, n_out, n_in, n_panel, start, w, out_step, in_step, in,
                            out);
      if (ROWS > FEW_ROWS)
        j = product_rows (FEW_ROWS, COLUMNS, j, n_out, n_in, n_panel, start, w, out_step, in_step,
                          in, out);
      product_rows (1, GRADUS_STEP / WIDTH, j, n_out, n_in, n_panel, start, w, out_step, in_step,
                    in, out);
    }
}

/* dw_k += the lanes of four sums, side by side. */
ALWAYS_INLINE void
add_lanes (Vec lanes[DW_COLUMNS][GRADUS_LANES / WIDTH], double *dw)
{
#if WIDTH == 2
  for (int k = 0; k < DW_COLUMNS; k++)
    dw[k] += fold_lanes ((const double *) lanes[k]);
#else
  __m256d four[DW_COLUMNS], two[2];

  for (int k = 0; k < DW_COLUMNS; k++)
#if WIDTH == 8
    four[k] = _mm512_castpd512_pd256 (lanes[k][0]) + _mm512_extractf64x4_pd (lanes[k][0], 1);
#else
    four[k] = lanes[k][0] + lanes[k][1];
#endif
  for (int k = 0; k < 2; k++)
    two[k] = _mm256_permute2f128_pd (four[2 * k], four[2 * k + 1], 0x20)
             + _mm256_permute2f128_pd (four[2 * k], four[2 * k + 1], 0x31);
  /* sums 0, 2, 1, 3 into their order */
  four[0] = _mm256_permute4x64_pd (_mm256_hadd_pd (two[0], two[1]), 0xd8);
  _mm256_storeu_pd (dw, _mm256_loadu_pd (dw) + four[0]);
#endif
}

/* dw_jk += Σ_i dz_j a_k, lane by lane, for n_rows rows dz and n_columns rows a. */
ALWAYS_INLINE void
weights_rows (int n_rows, int n_columns, int n, int n_in, const double *dz, const double *a,
              double *dw)
{
  Vec lanes[DW_ROWS][DW_COLUMNS][GRADUS_LANES / WIDTH];

  for (int part = 0; part < GRADUS_LANES / WIDTH; part++)
    {
      Vec sum[DW_ROWS][DW_COLUMNS] = { 0 };
      for (int i = part * WIDTH; i < n; i += GRADUS_LANES)
        for (int j = 0; j < n_rows; j++)
          for (int k = 0; k < n_columns; k++)
            sum[j][k] += v_load (dz + j * GRADUS_TILE + i) * v_load (a + k * GRADUS_TILE + i);
      for (int j = 0; j < n_rows; j++)
        for (int k = 0; k < n_columns; k++)
          lanes[j][k][part] = sum[j][k];
    }
  for (int j = 0; j < n_rows; j++, dw += n_in)
    if (n_columns == DW_COLUMNS)
      add_lanes (lanes[j], dw);
    else
      for (int k = 0; k < n_columns; k++)
        dw[k] += fold_lanes ((const double *) lanes[j][k]);
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

  for (; k + DW_COLUMNS <= n_in; k += DW_COLUMNS)
    weights_rows (n_rows, DW_COLUMNS, n, n_in, dz, a + k * GRADUS_TILE, dw + k);
  for (; k < n_in; k++)
    weights_rows (n_rows, 1, n, n_in, dz, a + k * GRADUS_TILE, dw + k);
}

static void
weights (int n_out, int n_in, int n, const double *dz, const double *a, double *dw, double *db)
{
  int n_room = (n + GRADUS_STEP - 1) & -GRADUS_STEP, j = 0;

  for (; j + DW_ROWS <= n_out; j += DW_ROWS)
    weights_band (DW_ROWS, n_in, n_room, dz + j * GRADUS_TILE, a, dw + (gsize) j * (gsize) n_in);
  for (; j < n_out; j++)
    weights_band (1, n_in, n_room, dz + j * GRADUS_TILE, a, dw + (gsize) j * (gsize) n_in);
  for (j = 0; j < n_out; j++)
    bias_row (n_room, dz + j * GRADUS_TILE, db + j);
}

static void
quotients (int n_h, int n, double start, const double *v, const double *a, const double *b,
           double *z)
{
  for (int i = 0; i < n; i += 2 * WIDTH)
    {
      Vec sum[2];
      for (int c = 0; c < 2; c++)
        sum[c] = v_set (start);
      for (int j = 0; j < n_h; j++)
        for (int c = 0; c < 2; c++)
          sum[c] += v[j] / (1 + v_load (a + j * GRADUS_TILE + i + c * WIDTH) * b[j]);
      for (int c = 0; c < 2; c++)
        v_store (z + i + c * WIDTH, sum[c]);
    }
}
