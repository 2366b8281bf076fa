/* The data sets that Gradus makes by itself: each recipe in the order of draws of recipes.h. */
#include "core/recipes.h"

#include <math.h>

#include "core/rng.h"

/* One recipe at work: the examples it fills, and what it makes them from. */
typedef struct
{
  GradusRng rng;
  GradusRng *lay_out; /* draws what test examples have in common with the others */
  gsize m;
  double noise;
  double *x1; /* (m) */
  double *x2; /* (m) */
  guint8 *labels;
} Recipe;

/* Element i of np.linspace (start, stop, n). */
static double
space_linearly (double start, double stop, gsize n, gsize i)
{
  if (n < 2)
    return start;
  return i == n - 1 ? stop : (double) i * ((stop - start) / (double) (n - 1)) + start;
}

static void
add_noise (Recipe *self)
{
  for (gsize i = 0; i < self->m; i++)
    {
      self->x1[i] += self->noise * gradus_rng_normal (&self->rng);
      self->x2[i] += self->noise * gradus_rng_normal (&self->rng);
    }
}

static void
fill_uniform (Recipe *self)
{
  for (gsize i = 0; i < self->m; i++)
    {
      self->x1[i] = gradus_rng_uniform (&self->rng);
      self->x2[i] = gradus_rng_uniform (&self->rng);
    }
}

static void
alternate_labels (Recipe *self)
{
  for (gsize i = 0; i < self->m; i++)
    self->labels[i] = (guint8) (i % 2);
}

/* As sklearn.utils.shuffle: a shuffled list of indices, then the rows in that order. */
static void
shuffle_examples (Recipe *self)
{
  g_autofree guint32 *order = g_new (guint32, self->m);
  g_autofree double *x1 = g_memdup2 (self->x1, self->m * sizeof *x1);
  g_autofree double *x2 = g_memdup2 (self->x2, self->m * sizeof *x2);
  g_autofree guint8 *labels = g_memdup2 (self->labels, self->m);

  for (gsize i = 0; i < self->m; i++)
    order[i] = (guint32) i;
  gradus_rng_shuffle (&self->rng, order, self->m);
  for (gsize i = 0; i < self->m; i++)
    {
      self->x1[i] = x1[order[i]];
      self->x2[i] = x2[order[i]];
      self->labels[i] = labels[order[i]];
    }
}

static void
make_flower (Recipe *self)
{
  gsize n_first = self->m / 2;

  for (int j = 0; j < 2; j++)
    {
      gsize start = j == 0 ? 0 : n_first;
      gsize n = j == 0 ? n_first : self->m - n_first;
      double *t = self->x1 + start;

      for (gsize i = 0; i < n; i++)
        t[i] = space_linearly (3.12 * j, 3.12 * (j + 1), n, i)
               + self->noise * gradus_rng_normal (&self->rng);
      for (gsize i = 0; i < n; i++)
        {
          double angle = t[i];
          double r = 4 * sin (4 * angle) + self->noise * gradus_rng_normal (&self->rng);

          self->x1[start + i] = r * sin (angle);
          self->x2[start + i] = r * cos (angle);
          self->labels[start + i] = (guint8) j;
        }
    }
}

static void
make_circles (Recipe *self)
{
  const double factor = 0.8;
  gsize n_outer = self->m / 2;
  gsize n_inner = self->m - n_outer;

  for (gsize i = 0; i < self->m; i++)
    {
      gboolean inner = i >= n_outer;
      double angle = inner ? (double) (i - n_outer) * (2 * G_PI / (double) n_inner)
                           : (double) i * (2 * G_PI / (double) n_outer);

      self->x1[i] = inner ? cos (angle) * factor : cos (angle);
      self->x2[i] = inner ? sin (angle) * factor : sin (angle);
      self->labels[i] = inner;
    }
  shuffle_examples (self);
  add_noise (self);
}

static void
make_moons (Recipe *self)
{
  gsize n_outer = self->m / 2;
  gsize n_inner = self->m - n_outer;

  for (gsize i = 0; i < self->m; i++)
    {
      gboolean inner = i >= n_outer;
      double angle = inner ? space_linearly (0, G_PI, n_inner, i - n_outer)
                           : space_linearly (0, G_PI, n_outer, i);

      self->x1[i] = inner ? 1 - cos (angle) : cos (angle);
      self->x2[i] = inner ? 1 - sin (angle) - 0.5 : sin (angle);
      self->labels[i] = inner;
    }
  shuffle_examples (self);
  add_noise (self);
}

static void
make_blobs (Recipe *self)
{
  gsize n_first = (self->m + 1) / 2;
  double centers[2][2];

  for (int j = 0; j < 2; j++)
    for (int f = 0; f < 2; f++)
      centers[j][f] = -10 + 20 * gradus_rng_uniform (self->lay_out);
  for (gsize i = 0; i < self->m; i++)
    {
      self->labels[i] = i >= n_first;
      self->x1[i] = centers[self->labels[i]][0];
      self->x2[i] = centers[self->labels[i]][1];
    }
  add_noise (self);
  shuffle_examples (self);
}

static void
make_gaussians (Recipe *self)
{
  alternate_labels (self);
  for (gsize i = 0; i < self->m; i++)
    {
      self->x1[i] = self->labels[i] == 0 ? -1.5 : 1.5;
      self->x2[i] = self->labels[i] == 0 ? -1 : 1;
    }
  add_noise (self);
}

static void
make_xor (Recipe *self)
{
  alternate_labels (self);
  fill_uniform (self);
  for (gsize i = 0; i < self->m; i++)
    {
      double right = i / 2 % 2 == 1 ? 1 : -1;
      double above = self->labels[i] == 1 ? -right : right;

      self->x1[i] = right * (0.25 + 3.75 * self->x1[i]);
      self->x2[i] = above * (0.25 + 3.75 * self->x2[i]);
    }
  add_noise (self);
}

static void
make_spiral (Recipe *self)
{
  alternate_labels (self);
  for (gsize i = 0; i < self->m; i++)
    {
      int y = self->labels[i];
      gsize n = (self->m + 1 - (gsize) y) / 2;
      double s = sqrt (((double) (i / 2) + 0.5) / (double) n);
      double t = 2.5 * G_PI * s + G_PI * y;

      self->x1[i] = 4 * s * sin (t);
      self->x2[i] = 4 * s * cos (t);
    }
  add_noise (self);
}

typedef struct
{
  double distance; /* squared */
  gsize index;
} Rank;

static int
compare_ranks (const void *a, const void *b)
{
  const Rank *p = a, *q = b;

  if (p->distance != q->distance)
    return p->distance < q->distance ? -1 : 1;
  return p->index < q->index ? -1 : p->index > q->index;
}

static void
make_quantiles (Recipe *self)
{
  g_autofree Rank *ranks = g_new (Rank, self->m);

  for (gsize i = 0; i < self->m; i++)
    {
      double x1 = self->x1[i] = 1.5 * gradus_rng_normal (&self->rng);
      double x2 = self->x2[i] = 1.5 * gradus_rng_normal (&self->rng);

      ranks[i] = (Rank){ x1 * x1 + x2 * x2, i };
    }
  qsort (ranks, self->m, sizeof *ranks, compare_ranks);
  for (gsize i = 0; i < self->m; i++)
    self->labels[ranks[i].index] = i >= self->m / 2;
  add_noise (self);
}

static void
make_unstructured (Recipe *self)
{
  alternate_labels (self);
  fill_uniform (self);
  for (gsize i = 0; i < self->m; i++)
    {
      self->x1[i] = 4 * (2 * self->x1[i] - 1);
      self->x2[i] = 4 * (2 * self->x2[i] - 1);
    }
  add_noise (self);
}

/* In the order of GradusSource. */
static const struct
{
  void (*make) (Recipe *self);
  double noise;
} recipes[] = {
  [GRADUS_SOURCE_FLOWER] = { make_flower, 0.2 },
  [GRADUS_SOURCE_CIRCLES] = { make_circles, 0.05 },
  [GRADUS_SOURCE_MOONS] = { make_moons, 0.2 },
  [GRADUS_SOURCE_BLOBS] = { make_blobs, 1 },
  [GRADUS_SOURCE_GAUSSIANS] = { make_gaussians, 1 },
  [GRADUS_SOURCE_XOR] = { make_xor, 0.2 },
  [GRADUS_SOURCE_SPIRAL] = { make_spiral, 0.15 },
  [GRADUS_SOURCE_QUANTILES] = { make_quantiles, 0.15 },
  [GRADUS_SOURCE_UNSTRUCTURED] = { make_unstructured, 0 },
};
G_STATIC_ASSERT (G_N_ELEMENTS (recipes) == GRADUS_SOURCE_FILE);

/* Fills dataset's examples from first on: m of them, drawn with the seed. */
static void
follow (const GradusSpec *spec, gint64 seed, GradusDataset *dataset, gsize first, gsize m)
{
  GradusRng data_rng;
  Recipe recipe = {
    .m = m,
    .noise = isnan (spec->noise) ? recipes[spec->source].noise : spec->noise,
    .x1 = gradus_dataset_feature (dataset, 0) + first,
    .x2 = gradus_dataset_feature (dataset, 1) + first,
    .labels = dataset->labels + first,
  };

  gradus_rng_seed (&data_rng, (guint32) spec->data_seed);
  gradus_rng_seed (&recipe.rng, (guint32) seed);
  recipe.lay_out = first == 0 ? &recipe.rng : &data_rng;
  recipes[spec->source].make (&recipe);
}

GradusDataset *
gradus_recipe_make (const GradusSpec *spec)
{
  g_return_val_if_fail (spec != NULL, NULL);
  g_return_val_if_fail (spec->source >= 0 && spec->source < GRADUS_SOURCE_FILE, NULL);
  g_return_val_if_fail (spec->examples >= GRADUS_MIN_EXAMPLES, NULL);
  g_return_val_if_fail (spec->examples <= GRADUS_MAX_EXAMPLES, NULL);
  g_return_val_if_fail (spec->test_examples >= 0, NULL);
  g_return_val_if_fail (spec->test_examples <= GRADUS_MAX_EXAMPLES, NULL);

  gsize m = (gsize) spec->examples, n_test = (gsize) spec->test_examples;
  GradusDataset *dataset = gradus_dataset_new (m + n_test, 2, 2, NULL, NULL);

  follow (spec, spec->data_seed, dataset, 0, m);
  if (n_test == 0)
    return dataset;
  follow (spec, spec->test_seed >= 0 ? spec->test_seed : spec->data_seed + 1, dataset, m, n_test);
  dataset->held_out = g_new0 (gboolean, dataset->m);
  for (gsize i = m; i < dataset->m; i++)
    dataset->held_out[i] = TRUE;
  return dataset;
}

double
gradus_recipe_default_noise (GradusSource source)
{
  g_return_val_if_fail ((int) source >= 0 && source < GRADUS_SOURCE_FILE, 0);

  return recipes[source].noise;
}
