/* What the hidden units are doing: saturated, inactive, alike or the same to the bit, and how much
 * error flat slopes block. */
#include "core/diagnosis.h"

#include <math.h>
#include <string.h>

#include "core/gradient.h"

/* Units whose weights agree to within this share of the layer's largest are alike. */
#define ALIKE 1e-9

/* One look over all the examples; sums are still counts here. */
typedef struct
{
  const GradusNetwork *network;
  GradusDiagnosis *diagnosis;
  GradusTile *tile;
  double *dz, *e; /* (widest layer, GRADUS_TILE): of layer l + 1, and W[l+1]ᵀ of it */
  double through[GRADUS_MAX_LAYERS], all[GRADUS_MAX_LAYERS]; /* Σ|e·g'|, Σ|e| by layer */
} Look;

static void
count_bins (GradusUnitDiagnosis *unit, GradusActivation g, const double *z, int n)
{
  double half = gradus_activation_view_z (g);

  for (int i = 0; i < n; i++)
    {
      double bin = floor ((z[i] + half) / (2 * half) * GRADUS_BINS);
      if (!isnan (bin)) /* ∞ − ∞ of parameters near the end of doubles */
        unit->bins[(int) CLAMP (bin, 0, GRADUS_BINS - 1)] += 1;
      if (g == GRADUS_ACTIVATION_RELU && z[i] <= 0)
        unit->inactive += 1;
    }
}

/* Z and A of every hidden layer, and what can be told from them. */
static void
look_forward (Look *look, int n)
{
  const GradusNetwork *network = look->network;
  GradusActivation g = network->activation;

  for (int l = 1; l <= network->n_layers; l++)
    {
      gradus_network_affine (network, look->tile, n, l);
      for (int j = 0; l < network->n_layers && j < network->n[l]; j++)
        count_bins (&look->diagnosis->layers[l - 1].units[j], g,
                    look->tile->a[l] + (gsize) j * GRADUS_TILE, n);
      gradus_network_activate (network, look->tile, n, l);
      for (int j = 0; l < network->n_layers && j < network->n[l]; j++)
        for (int i = 0; i < n; i++)
          if (gradus_activation_is_saturated (g, look->tile->a[l][j * GRADUS_TILE + i]))
            look->diagnosis->layers[l - 1].units[j].saturated += 1;
    }
}

/* e = W[l+1]ᵀ dZ[l+1] of every hidden layer, and how much of it g' lets through. */
static void
look_backward (Look *look, const guint8 *labels, int n)
{
  const GradusNetwork *network = look->network;
  gint64 n_right = 0;

  gradus_gradient_output (network, look->tile, labels, n, look->dz, &n_right);
  for (int l = network->n_layers - 1; l >= 1; l--)
    {
      gradus_gradient_propagate (network, l + 1, look->tile, look->dz, n, look->e);
      for (int j = 0; j < network->n[l]; j++)
        {
          gsize row = (gsize) j * GRADUS_TILE;
          for (int i = 0; i < n; i++)
            look->all[l] += fabs (look->e[row + (gsize) i]);
          memcpy (look->dz + row, look->e + row, (gsize) n * sizeof (double));
          gradus_activation_backward (network->activation, (gsize) n, look->tile->a[l] + row,
                                      look->dz + row);
          for (int i = 0; i < n; i++)
            look->through[l] += fabs (look->dz[row + (gsize) i]);
        }
    }
}

static void
look_at_examples (Look *look, const GradusDataset *data)
{
  for (gsize first = 0; first < data->m; first += GRADUS_TILE)
    {
      int n = (int) MIN (GRADUS_TILE, data->m - first);
      for (int f = 0; f < data->n_x; f++)
        memcpy (look->tile->a[0] + (gsize) f * GRADUS_TILE,
                gradus_dataset_feature (data, f) + first, (gsize) n * sizeof (double));
      look_forward (look, n);
      look_backward (look, data->labels + first, n);
    }
}

/* Whether units i and j have the same incoming weights and bias to within tolerance. */
static gboolean
are_alike (const double *w, const double *b, int n_before, int i, int j, double tolerance)
{
  if (!(fabs (b[i] - b[j]) <= tolerance))
    return FALSE;
  for (int k = 0; k < n_before; k++)
    if (!(fabs (w[i * n_before + k] - w[j * n_before + k]) <= tolerance))
      return FALSE;
  return TRUE;
}

/* Each unit joins the first group whose first unit it is like, or founds one. */
static void
find_groups (const GradusNetwork *network, int l, GradusLayerDiagnosis *layer)
{
  const double *w = gradus_network_w (network, l), *b = gradus_network_b (network, l);
  int n = network->n[l], n_before = network->n[l - 1];
  g_autofree int *founders = g_new (int, n);
  double largest = 1;

  for (int i = 0; i < n * n_before; i++)
    largest = fmax (largest, fabs (w[i]));
  for (int j = 0; j < n; j++)
    largest = fmax (largest, fabs (b[j]));

  for (int j = 0; j < n; j++)
    {
      int group = 0;
      while (group < layer->n_groups
             && !are_alike (w, b, n_before, founders[group], j, ALIKE * largest))
        group++;
      if (group == layer->n_groups)
        founders[layer->n_groups++] = j;
      layer->units[j].group = group;
    }
}

static gboolean
are_same (const double *w, const double *b, int n_before, int i, int j)
{
  if (b[i] != b[j])
    return FALSE;
  for (int k = 0; k < n_before; k++)
    if (w[i * n_before + k] != w[j * n_before + k])
      return FALSE;
  return TRUE;
}

/* Each unit's twin, by the rule of find_groups () but to the bit. */
static void
find_twins (const GradusNetwork *network, int l, GradusLayerDiagnosis *layer)
{
  const double *w = gradus_network_w (network, l), *b = gradus_network_b (network, l);
  int n_before = network->n[l - 1];
  g_autofree int *originals = g_new (int, layer->n_units);

  for (int j = 0; j < layer->n_units; j++)
    {
      int i = 0;
      while (i < layer->n_different && !are_same (w, b, n_before, originals[i], j))
        i++;
      if (i == layer->n_different)
        originals[layer->n_different++] = j;
      layer->units[j].twin = originals[i];
    }
}

static void
measure_distances (const GradusNetwork *network, int l, GradusLayerDiagnosis *layer)
{
  int n = layer->n_shown;

  layer->spread = gradus_network_spread (network, l);
  for (int i = 0; i < n; i++)
    for (int j = 0; j < i; j++)
      layer->distances[i * n + j] = layer->distances[j * n + i] =
          gradus_network_distance (network, l, i, j);
}

/* Whether unit j has, to the bit, what the first unit of layer l has. */
static gboolean
is_like_the_first (const GradusNetwork *network, int l, int j)
{
  int n = network->n[l], n_before = network->n[l - 1];
  const double *w = gradus_network_w (network, l), *b = gradus_network_b (network, l);
  const double *w_out = gradus_network_w (network, l + 1);

  if (b[j] != b[0])
    return FALSE;
  for (int k = 0; k < n_before; k++)
    if (w[j * n_before + k] != w[k])
      return FALSE;
  for (int i = 0; i < network->n[l + 1]; i++)
    if (w_out[i * n + j] != w_out[i * n])
      return FALSE;
  return TRUE;
}

static gboolean
is_symmetric (const GradusNetwork *network, int l)
{
  for (int j = 1; j < network->n[l]; j++)
    if (!is_like_the_first (network, l, j))
      return FALSE;
  return network->n[l] > 1;
}

/* Counts become fractions. */
static void
finish_layer (GradusLayerDiagnosis *layer, gsize m, GradusActivation g)
{
  for (int j = 0; j < layer->n_units; j++)
    {
      GradusUnitDiagnosis *unit = &layer->units[j];
      unit->dead = g == GRADUS_ACTIVATION_RELU && unit->inactive == (double) m;
      layer->n_dead += unit->dead;
      unit->saturated /= (double) m;
      unit->inactive /= (double) m;
      layer->saturated += unit->saturated / layer->n_units;
      for (int i = 0; i < GRADUS_BINS; i++)
        unit->bins[i] /= (double) m;
    }
}

static GradusDiagnosis *
diagnosis_alloc (const GradusNetwork *network)
{
  GradusDiagnosis *self = g_new0 (GradusDiagnosis, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->n_layers = network->n_layers - 1;
  self->layers = g_new0 (GradusLayerDiagnosis, MAX (1, self->n_layers));
  for (int l = 1; l <= self->n_layers; l++)
    {
      GradusLayerDiagnosis *layer = &self->layers[l - 1];
      layer->n_units = network->n[l];
      layer->units = g_new0 (GradusUnitDiagnosis, layer->n_units);
      layer->n_shown = MIN (layer->n_units, GRADUS_SHOWN_UNITS);
      layer->distances = g_new0 (double, layer->n_shown * layer->n_shown);
    }
  return self;
}

GradusDiagnosis *
gradus_diagnosis_new (const GradusNetwork *network, const GradusDataset *data)
{
  GradusDiagnosis *self = diagnosis_alloc (network);
  g_autoptr (GradusTile) tile = gradus_tile_new (network);
  int widest = 1, n_units = 0;
  double max_slope = gradus_activation_max_slope (network->activation);

  for (int l = 1; l <= network->n_layers; l++)
    widest = MAX (widest, network->n[l]);
  g_autofree double *dz = g_new0 (double, (gsize) widest *GRADUS_TILE);
  g_autofree double *e = g_new0 (double, (gsize) widest *GRADUS_TILE);
  Look look = { .network = network, .diagnosis = self, .tile = tile, .dz = dz, .e = e };

  look_at_examples (&look, data);
  for (int l = 1; l <= self->n_layers; l++)
    {
      GradusLayerDiagnosis *layer = &self->layers[l - 1];
      finish_layer (layer, data->m, network->activation);
      find_groups (network, l, layer);
      find_twins (network, l, layer);
      measure_distances (network, l, layer);
      layer->is_symmetric = is_symmetric (network, l);
      layer->blocked = look.all[l] > 0 ? 1 - look.through[l] / (max_slope * look.all[l]) : NAN;
      self->saturated += layer->saturated * layer->n_units;
      n_units += layer->n_units;
    }
  self->saturated /= MAX (1, n_units);
  return self;
}

GradusDiagnosis *
gradus_diagnosis_ref (GradusDiagnosis *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
gradus_diagnosis_unref (GradusDiagnosis *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (int l = 1; l <= self->n_layers; l++)
    {
      g_free (self->layers[l - 1].units);
      g_free (self->layers[l - 1].distances);
    }
  g_free (self->layers);
  g_free (self);
}
