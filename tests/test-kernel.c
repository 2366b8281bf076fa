/* The arithmetic of each instruction set: against long double, and against each other. */
#include "core/kernel.h"

#include <math.h>

#include "core/rng.h"

#define N 1024

static const char *const names[] = { "portable", "sse2", "avx2", "avx512" };

/* Those that this processor runs. */
static GPtrArray *
kernels (void)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (gradus_kernel_find (names[i]) != NULL)
      g_ptr_array_add (found, (gpointer) gradus_kernel_find (names[i]));
  g_assert_cmpuint (found->len, >, 0);
  return found;
}

typedef enum
{
  F_TANH,
  F_SIGMOID,
  F_EXP,
  F_LOG,
  F_LOG1P,
  N_F
} Function;

static void
apply (const GradusKernel *kernel, Function f, gsize n, double *x)
{
  if (f == F_TANH)
    kernel->apply (GRADUS_ACTIVATION_TANH, n, x);
  else if (f == F_SIGMOID)
    kernel->apply (GRADUS_ACTIVATION_SIGMOID, n, x);
  else if (f == F_EXP)
    kernel->exp (n, x);
  else if (f == F_LOG)
    kernel->log (n, x);
  else
    kernel->log1p (n, x);
}

static double
value (const GradusKernel *kernel, Function f, double x)
{
  apply (kernel, f, 1, &x);
  return x;
}

static long double
truth (Function f, long double x)
{
  switch (f)
    {
    case F_TANH:
      return tanhl (x);
    case F_SIGMOID:
      return 1 / (1 + expl (-x));
    case F_EXP:
      return expl (x);
    case F_LOG:
      return logl (x);
    case F_LOG1P:
    default:
      return log1pl (x);
    }
}

/* How far y is from t, in units of the last place of t. */
static double
ulps (double y, long double t)
{
  int exponent = 0;

  if (y == (double) t)
    return 0.5;
  frexp ((double) t, &exponent);
  return (double) (fabsl ((long double) y - t)
                   / (long double) ldexp (1, MAX (exponent, -1021) - 53));
}

/* Values from low to high: a dense grid, random ones, and random ones by magnitude. */
static void
fill (double *x, double low, double high, int round, GradusRng *rng)
{
  for (int i = 0; i < N; i++)
    {
      double u = gradus_rng_uniform (rng);
      x[i] = low + (high - low) * (round % 3 == 0 ? (round / 3 * N + i) / (8.0 * N) : u);
      if (round % 3 == 2)
        x[i] = MAX (fabs (low), fabs (high)) * exp2 (-1000 * u) * (i % 2 == 0 && low < 0 ? -1 : 1);
      x[i] = CLAMP (x[i], low, high);
    }
}

static void
test_accuracy (void)
{
  static const struct
  {
    Function f;
    double low, high, most;
  } rows[] = {
    { F_TANH, -1, 1, 5 },         { F_TANH, -25, 25, 5 },    { F_TANH, -1e9, 1e9, 5 },
    { F_SIGMOID, -4, 4, 3 },      { F_SIGMOID, -40, 40, 3 }, { F_SIGMOID, -750, 750, 3 },
    { F_SIGMOID, -746, -700, 3 }, { F_EXP, -1, 1, 2 },       { F_EXP, -746, 709.78, 2 },
    { F_EXP, -746, -700, 2 },     { F_LOG, 0.25, 4, 1 },     { F_LOG, 5e-324, 1e-300, 1 },
    { F_LOG, 5e-324, 1e308, 1 },  { F_LOG1P, -0.5, 2, 1 },   { F_LOG1P, -0.9999999999, 1, 1 },
    { F_LOG1P, 0, 1e308, 1 },
  };
  g_autoptr (GPtrArray) all = kernels ();
  GradusRng rng;

  gradus_rng_seed (&rng, 1);
  for (guint r = 0; r < G_N_ELEMENTS (rows); r++)
    for (int round = 0; round < 24; round++)
      {
        double x[N], y[N], first[N];
        fill (x, rows[r].low, rows[r].high, round, &rng);
        for (guint k = 0; k < all->len; k++)
          {
            memcpy (y, x, sizeof x);
            apply (g_ptr_array_index (all, k), rows[r].f, N, y);
            if (k > 0) /* of one mind with the plain one */
              g_assert_cmpmem (y, sizeof y, first, sizeof first);
            memcpy (first, y, sizeof y);
          }
        for (int i = 0; i < N; i++)
          g_assert_cmpfloat (ulps (y[i], truth (rows[r].f, x[i])), <=, rows[r].most);
      }
}

static void
test_ends (void)
{
  g_autoptr (GPtrArray) all = kernels ();

  for (guint k = 0; k < all->len; k++)
    {
      const GradusKernel *kernel = g_ptr_array_index (all, k);
      for (Function f = 0; f < N_F; f++)
        g_assert_true (isnan (value (kernel, f, NAN)));
      for (double large = 20; large <= G_MAXDOUBLE; large *= large)
        {
          g_assert_true (value (kernel, F_TANH, large) == 1);
          g_assert_true (value (kernel, F_TANH, -large) == -1);
        }
      g_assert_true (value (kernel, F_TANH, INFINITY) == 1);
      g_assert_true (value (kernel, F_TANH, -INFINITY) == -1);
      g_assert_true (value (kernel, F_TANH, 0) == 0 && !signbit (value (kernel, F_TANH, 0)));
      g_assert_true (value (kernel, F_TANH, -0.0) == 0 && signbit (value (kernel, F_TANH, -0.0)));
      g_assert_true (value (kernel, F_SIGMOID, 0) == 0.5 && value (kernel, F_SIGMOID, -0.0) == 0.5);
      g_assert_true (value (kernel, F_SIGMOID, 38) == 1 && value (kernel, F_SIGMOID, 1e308) == 1);
      g_assert_true (value (kernel, F_SIGMOID, INFINITY) == 1);
      g_assert_true (value (kernel, F_SIGMOID, -INFINITY) == 0);
      g_assert_true (value (kernel, F_SIGMOID, -745) == 0x1p-1074);
      g_assert_true (value (kernel, F_EXP, 0) == 1 && value (kernel, F_EXP, -INFINITY) == 0);
      g_assert_true (isinf (value (kernel, F_EXP, 710)) && isinf (value (kernel, F_EXP, INFINITY)));
      g_assert_true (value (kernel, F_LOG, 1) == 0 && value (kernel, F_LOG, INFINITY) == INFINITY);
      g_assert_true (value (kernel, F_LOG, 0) == -INFINITY && isnan (value (kernel, F_LOG, -1)));
      g_assert_true (signbit (value (kernel, F_LOG1P, -0.0)) && value (kernel, F_LOG1P, 0) == 0);
      g_assert_true (value (kernel, F_LOG1P, -1) == -INFINITY);
      g_assert_true (value (kernel, F_LOG1P, INFINITY) == INFINITY);
      g_assert_true (isnan (value (kernel, F_LOG1P, -1.5)));
    }
}

static void
test_shape (void)
{
  g_autoptr (GPtrArray) all = kernels ();
  const GradusKernel *kernel = g_ptr_array_index (all, all->len - 1);
  static const double reach[] = { 21, 800, 700 };

  for (Function f = F_TANH; f <= F_EXP; f++)
    {
      double before = -2;
      for (int round = 0; round < 400; round++)
        {
          double x[N], y[N], mirror[N];
          for (int i = 0; i < N; i++)
            {
              x[i] = y[i] = reach[f] * ((round * N + i) / (200.0 * N) - 1);
              mirror[i] = -x[i];
            }
          apply (kernel, f, N, y);
          apply (kernel, f, N, mirror);
          for (int i = 0; i < N; i++)
            {
              g_assert_cmpfloat (y[i], >=, before);
              before = y[i];
              if (f == F_TANH)
                g_assert_true (mirror[i] == -y[i]);
            }
        }
    }
  for (double start = 1.25; start < 40; start *= 1.1) /* next neighbours in the flat part */
    {
      double before = 0, x = start;
      for (int i = 0; i < 2000; i++, x = nextafter (x, INFINITY))
        {
          g_assert_cmpfloat (value (kernel, F_TANH, x), >=, before);
          before = value (kernel, F_TANH, x);
        }
    }
}

static void
test_choice (void)
{
  const GradusKernel *best;
  g_autoptr (GPtrArray) all = kernels ();

  g_unsetenv ("GRADUS_KERNEL");
  best = gradus_kernel_choose ();
  g_assert_true (best == g_ptr_array_index (all, all->len - 1));
  for (guint k = 0; k < all->len; k++)
    {
      const GradusKernel *kernel = g_ptr_array_index (all, k);
      g_setenv ("GRADUS_KERNEL", kernel->name, TRUE);
      g_assert_true (gradus_kernel_choose () == kernel);
    }
  g_setenv ("GRADUS_KERNEL", "abacus", TRUE);
  g_assert_true (gradus_kernel_choose () == best);
  g_assert_null (gradus_kernel_find ("abacus"));
  g_assert_null (gradus_kernel_find (NULL));
  g_unsetenv ("GRADUS_KERNEL");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kernel/functions-are-right-to-a-few-last-places-and-the-same-everywhere",
                   test_accuracy);
  g_test_add_func ("/kernel/ends-zeros-and-nans-are-exact", test_ends);
  g_test_add_func ("/kernel/functions-grow-and-tanh-is-odd", test_shape);
  g_test_add_func ("/kernel/a-name-forces-a-kernel-and-a-wrong-one-is-passed-over", test_choice);
  return g_test_run ();
}
