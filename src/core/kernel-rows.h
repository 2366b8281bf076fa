/* Activations, exp and log along rows. Included by kernel-build.c alone. */
#pragma once

#include "core/kernel-math.h"
#include "core/kernel.h"

#define LEAK 0.01

ALWAYS_INLINE Vec
v_value (GradusActivation g, Vec z)
{
  switch (g)
    {
    case GRADUS_ACTIVATION_TANH:
      return v_tanh (z);
    case GRADUS_ACTIVATION_SIGMOID:
      return v_sigmoid (z);
    case GRADUS_ACTIVATION_RELU: /* a NaN stays one */
      return v_max (v_set (0), z);
    case GRADUS_ACTIVATION_LEAKY_RELU:
      return v_select (v_less (z, v_set (0)), LEAK * z, z);
    case GRADUS_ACTIVATION_IDENTITY:
    default:
      return z;
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

ALWAYS_INLINE Vec
v_function (RowFunction f, GradusActivation g, Vec x)
{
  return f == ROW_VALUE ? v_value (g, x)
         : f == ROW_EXP ? v_exp (x)
         : f == ROW_LOG ? v_log (x)
                        : v_log1p (x);
}

/* x = f (x) for n values; the last ones go through a register of their own. */
ALWAYS_INLINE void
row (RowFunction f, GradusActivation g, gsize n, double *x)
{
  gsize i = 0;

  for (; i + WIDTH <= n; i += WIDTH)
    v_store (x + i, v_function (f, g, v_load (x + i)));
  if (i == n)
    return;
  double rest[WIDTH] = { 0 };
  memcpy (rest, x + i, (n - i) * sizeof (double));
  v_store (rest, v_function (f, g, v_load (rest)));
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
