/* What this processor can do at most: multiplications and additions apart, as the kernels are built
 * (no contraction), and the kernels' own tanh. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "bench.h"
#include "core/kernel.h"

/* As many sums and products side by side as fill two pipes of each kind, and fit in 16 registers
 * with the two constants. */
#define CHAINS 6
/* Rounds of the loop between two looks at the clock. */
#define STRETCH 100000
#define N_TANH 1024

/* Read at run time, or the compiler would know what comes out. */
static volatile double factor = 1 - 1e-12, summand = 1e-12, sink;

/* Goes STRETCH times through CHAINS products and as many sums of registers of so many bytes. */
#define PEAK(name, bytes, attributes)                                                              \
  attributes static void peak_##name (void)                                                        \
  {                                                                                                \
    typedef double Vec __attribute__ ((vector_size (bytes)));                                      \
    Vec f = factor - (Vec){ 0 }, s = summand - (Vec){ 0 }, a[CHAINS], b[CHAINS];                   \
                                                                                                   \
    for (int k = 0; k < CHAINS; k++)                                                               \
      {                                                                                            \
        a[k] = f + k;                                                                              \
        b[k] = s + k;                                                                              \
      }                                                                                            \
    for (int i = 0; i < STRETCH; i++)                                                              \
      for (int k = 0; k < CHAINS; k++)                                                             \
        {                                                                                          \
          a[k] = a[k] * f;                                                                         \
          b[k] = b[k] + s;                                                                         \
        }                                                                                          \
    for (int k = 1; k < CHAINS; k++)                                                               \
      a[0] += a[k] + b[k];                                                                         \
    a[0] += b[0];                                                                                  \
    for (gsize i = 0; i < sizeof (Vec) / sizeof (double); i++)                                     \
      sink = a[0][i];                                                                              \
  }

PEAK (plain, 16, )
#ifdef __x86_64__
PEAK (avx2, 32, __attribute__ ((target ("avx2"))))
PEAK (avx512, 64, __attribute__ ((target ("avx512f"))))
#endif

static const struct
{
  const char *kernel;
  int lanes;
  void (*peak) (void);
} SETS[] = {
#ifdef __x86_64__
  { "sse2", 2, peak_plain },
  { "avx2", 4, peak_avx2 },
  { "avx512", 8, peak_avx512 },
#else
  { "portable", 2, peak_plain },
#endif
};

/* Operations a second. */
static double
measure_peak (void (*peak) (void), int lanes, double seconds)
{
  double start = bench_now (BENCH_THREAD), now;
  double n = 0;

  do
    {
      peak ();
      n += 2.0 * CHAINS * STRETCH * lanes;
      now = bench_now (BENCH_THREAD);
    }
  while (now - start < seconds);
  return n / (now - start);
}

/* Seconds a value, over values from -4 to 4 in the nearest cache. */
static double
measure_tanh (const GradusKernel *kernel, double seconds)
{
  double start = bench_now (BENCH_THREAD), now, z[N_TANH], a[N_TANH];
  double n = 0;

  for (int i = 0; i < N_TANH; i++)
    z[i] = 4 * sin (i);
  do
    {
      for (int i = 0; i < 50; i++)
        {
          memcpy (a, z, sizeof z);
          kernel->apply (GRADUS_ACTIVATION_TANH, N_TANH, a);
        }
      n += 50.0 * N_TANH;
      now = bench_now (BENCH_THREAD);
    }
  while (now - start < seconds);
  sink = a[0];
  return (now - start) / n;
}

static void
measure_limits (gint64 milliseconds, gpointer data)
{
  double seconds = (double) milliseconds * 1e-3;

  for (gsize i = 0; i < G_N_ELEMENTS (SETS); i++)
    {
      const GradusKernel *kernel = gradus_kernel_find (SETS[i].kernel);

      if (kernel != NULL)
        printf ("%s %.9g %.9g ", kernel->name, measure_peak (SETS[i].peak, SETS[i].lanes, seconds),
                measure_tanh (kernel, seconds));
    }
  printf ("\n");
}

void
bench_limit (char **arguments)
{
  bench_serve (arguments, measure_limits, NULL);
}
