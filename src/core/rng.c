/* NumPy's legacy random numbers: MT19937 and the polar method, to the last bit. */
#include "core/rng.h"

#include <math.h>

#define N 624
#define M 397

void
gradus_rng_seed (GradusRng *self, guint32 seed)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < N; i++)
    {
      self->key[i] = seed;
      seed = 1812433253u * (seed ^ (seed >> 30)) + i + 1;
    }
  self->position = N;
  self->has_spare = FALSE;
  self->spare = 0;
}

/* One word of the recurrence: the top bit of a and the rest of b, twisted into c. */
static inline guint32
twist (guint32 a, guint32 b, guint32 c)
{
  guint32 y = (a & 0x80000000u) | (b & 0x7fffffffu);
  return c ^ (y >> 1) ^ ((y & 1) ? 0x9908b0dfu : 0);
}

static void
make_words (guint32 *key)
{
  guint i;

  for (i = 0; i < N - M; i++)
    key[i] = twist (key[i], key[i + 1], key[i + M]);
  for (; i < N - 1; i++)
    key[i] = twist (key[i], key[i + 1], key[i + M - N]);
  key[N - 1] = twist (key[N - 1], key[0], key[M - 1]);
}

guint32
gradus_rng_next (GradusRng *self)
{
  if (self->position >= N)
    {
      make_words (self->key);
      self->position = 0;
    }

  guint32 y = self->key[self->position++];
  y ^= y >> 11;
  y ^= (y << 7) & 0x9d2c5680u;
  y ^= (y << 15) & 0xefc60000u;
  return y ^ (y >> 18);
}

double
gradus_rng_uniform (GradusRng *self)
{
  guint32 a = gradus_rng_next (self) >> 5;
  guint32 b = gradus_rng_next (self) >> 6;
  return (a * 67108864.0 + b) / 9007199254740992.0;
}

double
gradus_rng_normal (GradusRng *self)
{
  double x1, x2, r2;

  if (self->has_spare)
    {
      self->has_spare = FALSE;
      return self->spare;
    }

  do
    {
      x1 = 2.0 * gradus_rng_uniform (self) - 1.0;
      x2 = 2.0 * gradus_rng_uniform (self) - 1.0;
      r2 = x1 * x1 + x2 * x2;
    }
  while (r2 >= 1.0 || r2 == 0.0);

  double f = sqrt (-2.0 * log (r2) / r2);
  self->spare = f * x1;
  self->has_spare = TRUE;
  return f * x2;
}

guint32
gradus_rng_interval (GradusRng *self, guint32 max)
{
  guint32 mask = max, value;

  if (max == 0)
    return 0;
  for (guint shift = 1; shift < 32; shift *= 2)
    mask |= mask >> shift;
  do
    value = gradus_rng_next (self) & mask;
  while (value > max);
  return value;
}

void
gradus_rng_shuffle (GradusRng *self, guint32 *items, gsize n_items)
{
  g_return_if_fail (n_items <= G_MAXUINT32);

  for (gsize i = n_items; i-- > 1;)
    {
      guint32 j = gradus_rng_interval (self, (guint32) i);
      guint32 item = items[i];
      items[i] = items[j];
      items[j] = item;
    }
}
