/* Looks out for the first hidden unit that is saturated on more than half of the examples. */
#include "core/watch.h"

#include <math.h>
#include <string.h>

#include "core/gradient.h"

/* Distances of z from saturation are counted in four bins to each power of two between these. */
#define LEAST_POWER -40
#define MOST_POWER 4
#define PARTS 4
#define N_BINS ((MOST_POWER - LEAST_POWER + 1) * PARTS)

/* What rounding may do to a z near saturation, to be on the safe side. */
#define SLACK 1e-9

/* A unit in the look under way. */
typedef struct
{
  gint64 n_saturated;
  guint32 bins[N_BINS]; /* unsaturated examples by their distance */
} Count;

struct _GradusWatch
{
  GradusDataset *training;
  GradusNetwork *looked; /* at the last look */
  double *largest_x;     /* (n_x): largest |x_k| */
  int n_units;           /* hidden, of all layers; 0: there is nothing to look out for */
  double *room;          /* (n_units): how far z may move at least before the unit is over half */
  double *moved;         /* (n_units): how far it can have moved */

  gint64 seen; /* the epoch seen last, -1 before */
  gboolean has_looked;
  gboolean is_looking;
  gsize done; /* examples */
  gint64 n_looks;
  Count *counts; /* (n_units) */
  GradusTile *tile;

  gint64 epoch;
  int layer, unit;
};

GradusWatch *
gradus_watch_new (const GradusNetwork *network, GradusDataset *training)
{
  GradusWatch *self = g_new0 (GradusWatch, 1);

  self->training = gradus_dataset_ref (training);
  self->seen = self->epoch = self->layer = self->unit = -1;
  if (gradus_activation_can_saturate (network->activation))
    for (int l = 1; l < network->n_layers; l++)
      self->n_units += network->n[l];
  if (self->n_units == 0)
    return self;

  self->looked = gradus_network_copy (network);
  self->tile = gradus_tile_new (network);
  self->counts = g_new (Count, self->n_units);
  self->room = g_new0 (double, self->n_units);
  self->moved = g_new0 (double, self->n_units);
  self->largest_x = g_new0 (double, training->n_x);
  for (int k = 0; k < training->n_x; k++)
    for (gsize i = 0; i < training->m; i++)
      self->largest_x[k] =
          fmax (self->largest_x[k], fabs (gradus_dataset_feature (training, k)[i]));
  return self;
}

void
gradus_watch_free (GradusWatch *self)
{
  if (self == NULL)
    return;
  g_free (self->largest_x);
  g_free (self->moved);
  g_free (self->room);
  g_free (self->counts);
  g_clear_pointer (&self->tile, gradus_tile_free);
  g_clear_pointer (&self->looked, gradus_network_free);
  gradus_dataset_unref (self->training);
  g_free (self);
}

/* How far z of layer l can have moved, (n[l]), before is that of layer l - 1. */
static void
find_moved (const GradusWatch *self, const GradusNetwork *network, int l, const double *before,
            double *moved)
{
  const double *w = gradus_network_w (network, l), *b = gradus_network_b (network, l);
  const double *old_w = gradus_network_w (self->looked, l);
  const double *old_b = gradus_network_b (self->looked, l);
  double max_slope = gradus_activation_max_slope (network->activation);

  for (int j = 0; j < network->n[l]; j++)
    {
      moved[j] = fabs (b[j] - old_b[j]);
      for (int k = 0; k < network->n[l - 1]; k++, w++, old_w++)
        moved[j] += fabs (*w - *old_w) * (l > 1 ? 1 : self->largest_x[k])
                    + (l > 1 ? fabs (*w) * max_slope * before[k] : 0);
    }
}

/* Whether a unit can be over half by now. */
static gboolean
is_in_doubt (GradusWatch *self, const GradusNetwork *network)
{
  double *moved = self->moved, *before = NULL;
  const double *room = self->room;

  for (int l = 1; l < network->n_layers; l++)
    {
      find_moved (self, network, l, before, moved);
      for (int j = 0; j < network->n[l]; j++)
        if (!(moved[j] < room[j]))
          return TRUE;
      before = moved;
      moved += network->n[l];
      room += network->n[l];
    }
  return FALSE;
}

gboolean
gradus_watch_see (GradusWatch *self, const GradusNetwork *network, gint64 epoch)
{
  g_return_val_if_fail (!self->is_looking || epoch <= self->seen, FALSE);

  if (self->n_units == 0 || (self->epoch >= 0 && epoch > self->epoch))
    return FALSE;
  self->is_looking = !self->has_looked || epoch <= self->seen || is_in_doubt (self, network);
  self->seen = epoch;
  self->epoch = self->layer = self->unit = -1;
  if (!self->is_looking)
    return FALSE;
  gradus_network_copy_parameters (self->looked, network);
  memset (self->counts, 0, (gsize) self->n_units * sizeof *self->counts);
  self->done = 0;
  self->n_looks++;
  return TRUE;
}

static int
find_bin (double distance)
{
  int power = 0;
  double part = frexp (fmax (distance, 0), &power); /* 0.5 … 1; 0 for 0 */

  if (part == 0 || power < LEAST_POWER)
    return 0;
  if (power > MOST_POWER)
    return N_BINS - 1;
  return (power - LEAST_POWER) * PARTS + (int) ((part - 0.5) * 2 * PARTS);
}

/* The least distance that is counted in the bin. */
static double
bin_start (int bin)
{
  return bin == 0 ? 0 : ldexp (0.5 + bin % PARTS / (2.0 * PARTS), LEAST_POWER + bin / PARTS);
}

/* n examples of a unit: their z and whether they are saturated. */
static void
count_unit (Count *count, GradusActivation g, const double *z, const double *a, int n)
{
  double limit = gradus_activation_saturation_z (g);

  for (int i = 0; i < n; i++)
    if (gradus_activation_is_saturated (g, a[i]))
      count->n_saturated++;
    else
      count->bins[find_bin (limit - fabs (z[i]))]++;
}

static void
look_at_tile (GradusWatch *self, gsize first, int n)
{
  const GradusNetwork *network = self->looked;
  Count *counts = self->counts;

  for (int k = 0; k < network->n[0]; k++)
    memcpy (self->tile->a[0] + (gsize) k * GRADUS_TILE,
            gradus_dataset_feature (self->training, k) + first, (gsize) n * sizeof (double));
  for (int l = 1; l < network->n_layers; l++)
    {
      gsize size = (gsize) network->n[l] * GRADUS_TILE;
      gradus_network_affine (network, self->tile, n, l);
      g_autofree double *z = g_memdup2 (self->tile->a[l], size * sizeof (double));
      gradus_network_activate (network, self->tile, n, l);
      for (int j = 0; j < network->n[l]; j++)
        count_unit (counts++, network->activation, z + (gsize) j * GRADUS_TILE,
                    self->tile->a[l] + (gsize) j * GRADUS_TILE, n);
    }
}

/* How far z must move at least until more than half are saturated: so many examples as are still
 * missing are that near. */
static double
find_room (const Count *count, gsize m)
{
  gint64 missing = (gint64) (m / 2 + 1) - count->n_saturated;
  int bin = 0;

  for (; bin < N_BINS - 1; bin++)
    {
      missing -= count->bins[bin];
      if (missing <= 0)
        break;
    }
  return bin_start (bin) - SLACK;
}

static void
finish_look (GradusWatch *self)
{
  const GradusNetwork *network = self->looked;
  int i = 0;

  self->is_looking = FALSE;
  self->has_looked = TRUE;
  for (int l = 1; l < network->n_layers; l++)
    for (int j = 0; j < network->n[l]; j++, i++)
      {
        self->room[i] = find_room (&self->counts[i], self->training->m);
        if (self->epoch >= 0 || 2 * self->counts[i].n_saturated <= (gint64) self->training->m)
          continue;
        self->epoch = self->seen;
        self->layer = l;
        self->unit = j;
      }
}

gboolean
gradus_watch_is_looking (const GradusWatch *self)
{
  return self->is_looking;
}

gboolean
gradus_watch_work (GradusWatch *self, int n_blocks)
{
  gsize m = self->training->m;

  for (int block = 0; block < n_blocks && self->is_looking; block++)
    {
      gsize end = MIN (m, self->done + gradus_block_size (self->looked));

      for (; self->done < end; self->done += MIN (GRADUS_TILE, end - self->done))
        look_at_tile (self, self->done, (int) MIN (GRADUS_TILE, end - self->done));
      if (self->done == m)
        finish_look (self);
    }
  return !self->is_looking;
}

void
gradus_watch_mark (const GradusWatch *self, GradusLandmarks *landmarks)
{
  landmarks->epochs[GRADUS_LANDMARK_SATURATED] = self->epoch;
  landmarks->layer = self->layer;
  landmarks->unit = self->unit;
  landmarks->is_deep = self->looked != NULL && self->looked->n_layers > 2;
}

gint64
gradus_watch_count_looks (const GradusWatch *self)
{
  return self->n_looks;
}
