/* Activations, exp and log along rows. Included by kernel-build.c alone. */
#pragma once

#include "core/kernel-math.h"
#include "core/kernel.h"

#define LEAK 0.01

/* z in, g (z) out */
ALWAYS_INLINE void
v_value (GradusActivation g, int n, Vec *z)
{
  switch (g)
    {
    case GRADUS_ACTIVATION_TANH:
      v_tanh (n, z);
      break;
    case GRADUS_ACTIVATION_SIGMOID:
      v_sigmoid (n, z);
      break;
    case GRADUS_ACTIVATION_RELU: /* a NaN stays one */
      EACH (n) z[u] = v_max (v_set (0), z[u]);
      break;
    case GRADUS_ACTIVATION_LEAKY_RELU:
      EACH (n) z[u] = v_select (v_less (z[u], v_set (0)), LEAK * z[u], z[u]);
      break;
    case GRADUS_ACTIVATION_IDENTITY:
    default:
      break;
    }
}

/* dz g'(z), with a = g(z) */
ALWAYS_INLINE Vec
v_backward (GradusActivation g, Vec dz, Vec a)
{
  switch (g)
    {
    case GRADUS_ACTIVATION_TANH:
      return dz * (1 - a * a);
    case GRADUS_ACTIVATION_SIGMOID:
      return dz * (a * (1 - a));
    case GRADUS_ACTIVATION_RELU:
      return v_where (v_less (v_set (0), a), dz);
    case GRADUS_ACTIVATION_LEAKY_RELU:
      return v_select (v_less (v_set (0), a), dz, LEAK * dz);
    case GRADUS_ACTIVATION_IDENTITY:
    default:
      return dz;
    }
}

typedef enum
{
  ROW_VALUE,
  ROW_EXP,
  ROW_LOG,
  ROW_LOG1P,
} RowFunction;

ALWAYS_INLINE void
v_function (RowFunction f, GradusActivation g, int n, Vec *x)
{
  if (f == ROW_VALUE)
    v_value (g, n, x);
  else
    EACH (n) x[u] = f == ROW_EXP ? v_exp (x[u]) : f == ROW_LOG ? v_log (x[u]) : v_log1p (x[u]);
}

ALWAYS_INLINE void
row_step (RowFunction f, GradusActivation g, int n, double *x)
{
  Vec v[ABREAST];

  EACH (n) v[u] = v_load (x + u * WIDTH);
  v_function (f, g, n, v);
  EACH (n) v_store (x + u * WIDTH, v[u]);
}

/* x = f (x) for n values; the last ones go through a register of their own. */
ALWAYS_INLINE void
row (RowFunction f, GradusActivation g, gsize n, double *x)
{
  gsize i = 0;

  for (; i + ABREAST * WIDTH <= n; i += ABREAST * WIDTH)
    row_step (f, g, ABREAST, x + i);
  for (; i + WIDTH <= n; i += WIDTH)
    row_step (f, g, 1, x + i);
  if (i == n)
    return;
  double rest[WIDTH] = { 0 };
  memcpy (rest, x + i, (n - i) * sizeof (double));
  row_step (f, g, 1, rest);
  memcpy (x + i, rest, (n - i) * sizeof (double));
}

static void
row_exp (gsize n, double *x)
{
  row (ROW_EXP, 0, n, x);
}

static void
row_log (gsize n, double *x)
{
  row (ROW_LOG, 0, n, x);
}

static void
row_log1p (gsize n, double *x)
{
  row (ROW_LOG1P, 0, n, x);
}

ALWAYS_INLINE void
row_backward (GradusActivation g, gsize n, const double *a, double *dz)
{
  gsize i = 0;

  for (; i + WIDTH <= n; i += WIDTH)
    v_store (dz + i, v_backward (g, v_load (dz + i), v_load (a + i)));
  if (i == n)
    return;
  double y[WIDTH] = { 0 }, e[WIDTH] = { 0 };
  memcpy (y, a + i, (n - i) * sizeof (double));
  memcpy (e, dz + i, (n - i) * sizeof (double));
  v_store (e, v_backward (g, v_load (e), v_load (y)));
  memcpy (dz + i, e, (n - i) * sizeof (double));
}

/* g is the same for every value of a loop: the switch stands outside of it, so that each loop is
 * straight arithmetic. */
#define FOR_EACH_G(g, CALL)                                                                        \
  switch (g)                                                                                       \
    {                                                                                              \
    case GRADUS_ACTIVATION_TANH:                                                                   \
      CALL (GRADUS_ACTIVATION_TANH);                                                               \
      break;                                                                                       \
    case GRADUS_ACTIVATION_SIGMOID:                                                                \
      CALL (GRADUS_ACTIVATION_SIGMOID);                                                            \
      break;                                                                                       \
    case GRADUS_ACTIVATION_RELU:                                                                   \
      CALL (GRADUS_ACTIVATION_RELU);                                                               \
      break;                                                                                       \
    case GRADUS_ACTIVATION_LEAKY_RELU:                                                             \
      CALL (GRADUS_ACTIVATION_LEAKY_RELU);                                                         \
      break;                                                                                       \
    case GRADUS_ACTIVATION_IDENTITY:                                                               \
    default:                                                                                       \
      CALL (GRADUS_ACTIVATION_IDENTITY);                                                           \
      break;                                                                                       \
    }

static void
rows_apply (GradusActivation g, gsize n, double *a)
{
#define APPLY(G) row (ROW_VALUE, G, n, a)
  FOR_EACH_G (g, APPLY)
#undef APPLY
}

static void
rows_backward (GradusActivation g, gsize n, const double *a, double *dz)
{
#define BACKWARD(G) row_backward (G, n, a, dz)
  FOR_EACH_G (g, BACKWARD)
#undef BACKWARD
}
