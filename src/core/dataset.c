/* Examples with their labels: made once, shared by reference, freed with the last one. */
#include "core/dataset.h"

#include <math.h>

static char **
copy_names (const char *const *names, int n, const char *prefix, int first)
{
  char **copy = g_new0 (char *, (gsize) n + 1);

  for (int i = 0; i < n; i++)
    copy[i] = names != NULL ? g_strdup (names[i]) : g_strdup_printf ("%s%d", prefix, first + i);
  return copy;
}

GradusDataset *
gradus_dataset_new (gsize m, int n_x, int n_classes, const char *const *feature_names,
                    const char *const *class_names)
{
  g_return_val_if_fail (m > 0 && n_x > 0, NULL);
  g_return_val_if_fail (n_classes >= 2 && n_classes <= GRADUS_MAX_CLASSES, NULL);
  g_return_val_if_fail (m <= G_MAXSIZE / sizeof (double) / (gsize) n_x, NULL);

  GradusDataset *self = g_new0 (GradusDataset, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->m = m;
  self->n_x = n_x;
  self->n_classes = n_classes;
  self->x = g_aligned_alloc0 (m * (gsize) n_x, sizeof (double), 64); /* a line of the cache */
  self->labels = g_new0 (guint8, m);
  self->feature_names = copy_names (feature_names, n_x, "x", 1);
  self->class_names = copy_names (class_names, n_classes, "", 0);
  return self;
}

GradusDataset *
gradus_dataset_ref (GradusDataset *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
gradus_dataset_unref (GradusDataset *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_aligned_free (self->x);
  g_free (self->labels);
  g_free (self->held_out);
  g_strfreev (self->feature_names);
  g_strfreev (self->class_names);
  g_free (self);
}

gsize
gradus_dataset_count (const GradusDataset *self, int label)
{
  g_return_val_if_fail (self != NULL, 0);

  gsize count = 0;

  for (gsize i = 0; i < self->m; i++)
    count += self->labels[i] == label;
  return count;
}

static gsize
greatest_divisor (gsize a, gsize b)
{
  while (b != 0)
    {
      gsize rest = a % b;
      a = b;
      b = rest;
    }
  return a;
}

gsize
gradus_dataset_stride (const GradusDataset *self)
{
  gsize stride = MAX (1, (gsize) (0.618 * (double) self->m));

  while (greatest_divisor (self->m, stride) != 1)
    stride++;
  return stride;
}

double
gradus_dataset_reach (const GradusDataset *self)
{
  double reach = 0;

  for (gsize i = 0; i < self->m * (gsize) self->n_x; i++)
    reach = MAX (reach, fabs (self->x[i]));
  return reach;
}

GradusDataset *
gradus_dataset_pick (const GradusDataset *self, const gboolean *flags, gboolean wanted)
{
  gsize n = 0, j = 0;

  for (gsize i = 0; i < self->m; i++)
    n += flags[i] == wanted;
  if (n == 0)
    return NULL;

  GradusDataset *picked =
      gradus_dataset_new (n, self->n_x, self->n_classes, (const char *const *) self->feature_names,
                          (const char *const *) self->class_names);
  for (gsize i = 0; i < self->m; i++)
    {
      if (flags[i] != wanted)
        continue;
      for (int f = 0; f < self->n_x; f++)
        gradus_dataset_feature (picked, f)[j] = gradus_dataset_feature (self, f)[i];
      picked->labels[j++] = self->labels[i];
    }
  return picked;
}
