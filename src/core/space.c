/* The space of the hidden units: where the plane's grid and the examples go in a[1], a[2], …. */
#include "core/space.h"

#include <math.h>
#include <string.h>

#include "core/diagnosis.h"
#include "core/space-grid.h"

static void
set_clear (GradusSpaceSet *set)
{
  g_clear_pointer (&set->which, g_free);
  for (int l = 0; l < GRADUS_MAX_HIDDEN_LAYERS; l++)
    g_clear_pointer (&set->a[l], g_free);
  g_clear_pointer (&set->z, g_free);
}

void
gradus_space_fill (GradusSpaceSet *set, const GradusSpace *self, const GradusNetwork *network,
                   GradusTile *tile, gsize n, const double *x1, const double *x2)
{
  gboolean has_z = network->n[network->n_layers] == 1;

  set->n = n;
  for (int l = 1; l <= self->n_layers; l++)
    set->a[l - 1] = g_renew (float, set->a[l - 1], (gsize) self->n_units[l - 1] * n);
  if (has_z)
    set->z = g_renew (float, set->z, n);
  for (gsize first = 0; first < n; first += GRADUS_TILE)
    {
      int count = (int) MIN (GRADUS_TILE, n - first);
      memcpy (tile->a[0], x1 + first, (gsize) count * sizeof (double));
      memcpy (tile->a[0] + GRADUS_TILE, x2 + first, (gsize) count * sizeof (double));
      gradus_network_forward (network, tile, count, network->n_layers);
      for (int l = 1; l <= self->n_layers; l++)
        for (int j = 0; j < self->n_units[l - 1]; j++)
          for (int i = 0; i < count; i++)
            set->a[l - 1][(gsize) j * n + first + (gsize) i] =
                (float) tile->a[l][j * GRADUS_TILE + i];
      for (int i = 0; has_z && i < count; i++)
        set->z[first + (gsize) i] = (float) tile->a[network->n_layers][i];
    }
}

/* However a file is sorted, the first so many of its strides are a fair choice, and no class lies
 * on top of another. */
static void
map_examples (GradusSpaceSet *set, const GradusSpace *self, const GradusNetwork *network,
              GradusTile *tile, const GradusDataset *data)
{
  gsize n = MIN (data->m, GRADUS_SPACE_EXAMPLES);
  gsize stride = gradus_dataset_stride (data);
  g_autofree double *x1 = g_new (double, n);
  g_autofree double *x2 = g_new (double, n);

  set->which = g_new (guint32, n);
  for (gsize k = 0, i = 0; k < n; k++, i = (i + stride) % data->m)
    {
      set->which[k] = (guint32) i;
      x1[k] = gradus_dataset_feature (data, 0)[i];
      x2[k] = gradus_dataset_feature (data, 1)[i];
    }
  gradus_space_fill (set, self, network, tile, n, x1, x2);
}

void
gradus_space_widen (const GradusSpaceSet *set, int layer, int unit, float *low, float *high)
{
  const float *a = set->a[layer - 1] + (gsize) unit * set->n;

  for (gsize i = 0; i < set->n; i++)
    {
      *low = fminf (*low, a[i]);
      *high = fmaxf (*high, a[i]);
    }
}

static void
find_ranges (GradusSpace *self)
{
  const GradusSpaceSet *sets[] = { &self->grid, &self->training, &self->held_out };

  self->z_low = INFINITY;
  self->z_high = -INFINITY;
  for (int l = 1; l <= self->n_layers; l++)
    {
      int n = self->n_units[l - 1];
      self->low[l - 1] = g_new (float, n);
      self->high[l - 1] = g_new (float, n);
      for (int j = 0; j < n; j++)
        {
          self->low[l - 1][j] = INFINITY;
          self->high[l - 1][j] = -INFINITY;
          for (gsize s = 0; s < G_N_ELEMENTS (sets); s++)
            if (sets[s]->n > 0)
              gradus_space_widen (sets[s], l, j, &self->low[l - 1][j], &self->high[l - 1][j]);
        }
    }
  for (gsize s = 0; s < G_N_ELEMENTS (sets); s++)
    for (gsize i = 0; sets[s]->z != NULL && i < sets[s]->n; i++)
      {
        self->z_low = fminf (self->z_low, sets[s]->z[i]);
        self->z_high = fmaxf (self->z_high, sets[s]->z[i]);
      }
}

/* Means of a[L - 1]. */
static void
find_means (GradusSpace *self, const GradusNetwork *network, GradusTile *tile,
            const GradusDataset *data)
{
  int last = network->n_layers - 1, n = network->n[last];

  self->mean = g_new0 (double, n);
  for (gsize first = 0; first < data->m; first += GRADUS_TILE)
    {
      int count = (int) MIN (GRADUS_TILE, data->m - first);
      for (int f = 0; f < 2; f++)
        memcpy (tile->a[0] + (gsize) f * GRADUS_TILE, gradus_dataset_feature (data, f) + first,
                (gsize) count * sizeof (double));
      gradus_network_forward (network, tile, count, last);
      for (int j = 0; j < n; j++)
        for (int i = 0; i < count; i++)
          self->mean[j] += tile->a[last][j * GRADUS_TILE + i];
    }
  for (int j = 0; j < n; j++)
    self->mean[j] /= (double) data->m;
}

GradusSpace *
gradus_space_new (const GradusNetwork *network, const GradusDataset *training,
                  const GradusDataset *held_out, const GradusExtent *extent)
{
  g_return_val_if_fail (network->n[0] == 2 && network->n_layers > 1, NULL);

  GradusSpace *self = g_new0 (GradusSpace, 1);
  g_autoptr (GradusTile) tile = gradus_tile_new (network);

  self->n_layers = network->n_layers - 1;
  for (int l = 1; l <= self->n_layers; l++)
    self->n_units[l - 1] = MIN (network->n[l], GRADUS_SHOWN_UNITS);
  gradus_space_map_grid (self, network, tile, extent);
  map_examples (&self->training, self, network, tile, training);
  if (held_out != NULL && held_out->m > 0)
    map_examples (&self->held_out, self, network, tile, held_out);
  find_ranges (self);
  find_means (self, network, tile, training);
  return self;
}

void
gradus_space_free (GradusSpace *self)
{
  if (self == NULL)
    return;
  set_clear (&self->grid);
  set_clear (&self->training);
  set_clear (&self->held_out);
  for (int l = 0; l < GRADUS_MAX_HIDDEN_LAYERS; l++)
    {
      g_free (self->low[l]);
      g_free (self->high[l]);
    }
  g_free (self->mean);
  g_free (self);
}
