/* NumPy's legacy random numbers: MT19937 and the polar method, to the last bit. */
#pragma once

#include <glib.h>

typedef struct
{
  guint32 key[624];
  guint position; /* next word of key to hand out; 624 means make new ones */
  gboolean has_spare;
  double spare; /* the second normal of the last polar pair */
} GradusRng;

/* As np.random.seed (seed): Knuth's 1812433253 recurrence; forgets a kept normal. */
void gradus_rng_seed (GradusRng *self, guint32 seed);

/* 32 random bits. */
guint32 gradus_rng_next (GradusRng *self);

/* As np.random.random_sample (): a double in [0, 1) of 53 random bits. */
double gradus_rng_uniform (GradusRng *self);

/* As np.random.randn (): a standard normal. */
double gradus_rng_normal (GradusRng *self);

/* A whole number in 0 … max, both included: NumPy's random_interval, masked rejection. */
guint32 gradus_rng_interval (GradusRng *self, guint32 max);

/* As np.random.shuffle (): Fisher–Yates from the top, in place. */
void gradus_rng_shuffle (GradusRng *self, guint32 *items, gsize n_items);
