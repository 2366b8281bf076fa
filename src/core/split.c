/* Cuts examples into training and held-out ones, and standardises them if asked to. */
#include "core/split.h"

#include <math.h>
#include <string.h>

#include "core/rng.h"

gboolean *
gradus_split_draw (gsize m, double fraction, guint32 data_seed)
{
  g_return_val_if_fail (m > 0 && m <= G_MAXUINT32, NULL);
  g_return_val_if_fail (fraction >= 0 && fraction <= 1, NULL);

  gboolean *held_out = g_new0 (gboolean, m);
  g_autofree guint32 *order = g_new (guint32, m);
  gsize n_held_out = MIN ((gsize) rint (fraction * (double) m), m - 1);
  GradusRng rng;

  for (gsize i = 0; i < m; i++)
    order[i] = (guint32) i;
  gradus_rng_seed (&rng, data_seed);
  gradus_rng_shuffle (&rng, order, m);
  for (gsize i = m - n_held_out; i < m; i++)
    held_out[order[i]] = TRUE;
  return held_out;
}

gboolean *
gradus_split_mark (const GradusDataset *all, double fraction, guint32 data_seed)
{
  g_return_val_if_fail (all != NULL, NULL);

  gsize n = 0, j = 0;

  if (all->held_out == NULL)
    return gradus_split_draw (all->m, fraction, data_seed);
  for (gsize i = 0; i < all->m; i++)
    n += !all->held_out[i];
  g_return_val_if_fail (n > 0, NULL);

  gboolean *flags = g_memdup2 (all->held_out, all->m * sizeof *flags);
  g_autofree gboolean *drawn = gradus_split_draw (n, fraction, data_seed);
  for (gsize i = 0; i < all->m; i++)
    if (!all->held_out[i])
      flags[i] = drawn[j++];
  return flags;
}

static GradusDataset *
make_like (const GradusDataset *all, gsize m)
{
  return gradus_dataset_new (m, all->n_x, all->n_classes, (const char *const *) all->feature_names,
                             (const char *const *) all->class_names);
}

static GradusDataset *
copy_examples (const GradusDataset *all)
{
  GradusDataset *copy = make_like (all, all->m);

  memcpy (copy->x, all->x, all->m * (gsize) all->n_x * sizeof *copy->x);
  memcpy (copy->labels, all->labels, all->m);
  return copy;
}

static void
apply_standard (GradusDataset *dataset, int f, double mean, double deviation)
{
  double *x = gradus_dataset_feature (dataset, f);

  for (gsize i = 0; i < dataset->m; i++)
    x[i] = (x[i] - mean) / deviation;
}

/* x := (x − μ) / σ with μ = (1/m) Σ x and σ² = (1/m) Σ (x − μ)² of the training examples. */
static void
standardise_both (GradusDataset *training, GradusDataset *held_out)
{
  double m = (double) training->m;

  for (int f = 0; f < training->n_x; f++)
    {
      const double *x = gradus_dataset_feature (training, f);
      double sum = 0, squares = 0, mean, deviation;

      for (gsize i = 0; i < training->m; i++)
        sum += x[i];
      mean = sum / m;
      for (gsize i = 0; i < training->m; i++)
        squares += (x[i] - mean) * (x[i] - mean);
      deviation = sqrt (squares / m);
      if (deviation == 0)
        deviation = 1;
      apply_standard (training, f, mean, deviation);
      if (held_out != NULL)
        apply_standard (held_out, f, mean, deviation);
    }
}

void
gradus_split (GradusDataset *all, double fraction, guint32 data_seed, gboolean standardise,
              GradusDataset **training, GradusDataset **held_out)
{
  g_return_if_fail (all != NULL && training != NULL && held_out != NULL);

  g_autofree gboolean *flags = gradus_split_mark (all, fraction, data_seed);

  *held_out = gradus_dataset_pick (all, flags, TRUE);
  if (*held_out != NULL)
    *training = gradus_dataset_pick (all, flags, FALSE);
  else
    *training = standardise ? copy_examples (all) : gradus_dataset_ref (all);
  if (standardise)
    standardise_both (*training, *held_out);
}
