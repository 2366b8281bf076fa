/* One step of gradient descent in numbers: every matrix of the course's equations. */
#include "core/step.h"

#include <math.h>
#include <string.h>

#include "core/gradient.h"

G_STATIC_ASSERT (GRADUS_STEP_COLUMNS <= GRADUS_TILE && GRADUS_STEP_COLUMNS % GRADUS_STEP == 0);

/* The first rows × n_columns of a tile's matrix. Returns: (transfer full). */
static double *
take_columns (const GradusStep *self, const double *tile, int rows)
{
  gsize n = (gsize) self->n_columns;
  double *values = g_new (double, (gsize) rows *n);

  for (gsize j = 0; j < (gsize) rows; j++)
    memcpy (values + j * n, tile + j * GRADUS_TILE, n * sizeof (double));
  return values;
}

/* X into the tile; what is left of a whole kernel's step repeats the first example. */
static void
gather (const GradusStep *self, GradusTile *tile, guint8 *labels)
{
  for (int i = 0; i < GRADUS_STEP_COLUMNS; i++)
    {
      gsize example = (gsize) gradus_step_example (self, i < self->n_columns ? i : 0);
      for (int f = 0; f < self->data->n_x; f++)
        tile->a[0][(gsize) f * GRADUS_TILE + (gsize) i] =
            gradus_dataset_feature (self->data, f)[example];
      labels[i] = self->data->labels[example];
    }
}

static double *
make_y (const GradusStep *self, const guint8 *labels, int n_y)
{
  double *y = g_new0 (double, (gsize) n_y *(gsize) self->n_columns);

  for (int i = 0; i < self->n_columns; i++)
    {
      if (n_y == 1)
        y[i] = labels[i];
      else
        y[labels[i] * self->n_columns + i] = 1;
    }
  return y;
}

/* A[L] from the kept columns of Z[L], in place. */
static void
apply_output (const GradusStep *self, double *a, int n_y)
{
  for (int i = 0; i < self->n_columns; i++)
    {
      if (n_y == 1)
        a[i] = gradus_sigmoid (a[i]);
      else
        gradus_softmax (a + i, n_y, (gsize) self->n_columns);
    }
}

static void
go_forward (GradusStep *self, GradusTile *tile)
{
  const GradusNetwork *network = self->snapshot->network;
  int last = network->n_layers;

  self->x = self->a[0] = take_columns (self, tile->a[0], network->n[0]);
  for (int l = 1; l <= last; l++)
    {
      gradus_network_affine (network, tile, self->n_columns, l);
      self->z[l] = take_columns (self, tile->a[l], network->n[l]);
      gradus_network_activate (network, tile, self->n_columns, l);
      self->a[l] = take_columns (self, tile->a[l], network->n[l]);
    }
  apply_output (self, self->a[last], network->n[last]);
}

/* dZ[L] = A[L] − Y, dZ[l-1] = (W[l]ᵀ dZ[l]) * g'(Z[l-1]) */
static void
go_backward (GradusStep *self, const GradusTile *tile, const guint8 *labels)
{
  const GradusNetwork *network = self->snapshot->network;
  int widest = 1;
  gint64 n_right = 0;

  for (int l = 1; l <= network->n_layers; l++)
    widest = MAX (widest, network->n[l]);
  double *dz = g_aligned_alloc0 ((gsize) widest * GRADUS_TILE, sizeof (double), 64);
  double *before = g_aligned_alloc0 ((gsize) widest * GRADUS_TILE, sizeof (double), 64);
  gradus_gradient_output (network, tile, labels, self->n_columns, dz, &n_right);
  for (int l = network->n_layers; l >= 1; l--)
    {
      self->dz[l] = take_columns (self, dz, network->n[l]);
      if (l == 1)
        break;
      gradus_gradient_propagate (network, l, tile, dz, self->n_columns, before);
      for (gsize k = 0; k < (gsize) network->n[l - 1]; k++)
        tile->kernel->backward (network->activation, GRADUS_STEP_COLUMNS,
                                tile->a[l - 1] + k * GRADUS_TILE, before + k * GRADUS_TILE);
      double *swap = dz;
      dz = before;
      before = swap;
    }
  g_aligned_free (dz);
  g_aligned_free (before);
}

static void
make_gradient (GradusStep *self)
{
  const GradusNetwork *network = self->snapshot->network;

  self->gradient = g_new (double, network->n_parameters);
  if (self->example < 0)
    {
      gradus_gradient_whole (network, self->data, self->l2, self->gradient);
      return;
    }
  g_autoptr (GradusScratch) scratch = gradus_scratch_new (network, INFINITY);
  GradusSums sums = { .gradient = self->gradient };
  gradus_gradient_block (network, self->data, NULL, (gsize) self->example, 1, scratch, &sums);
  gradus_gradient_finish (network, self->l2, 1, self->data->m, self->gradient);
}

GradusStep *
gradus_step_new (GradusSnapshot *snapshot, GradusDataset *data, double alpha, double l2,
                 gint64 batch, gint64 example)
{
  g_return_val_if_fail (data->n_x == snapshot->network->n[0], NULL);
  g_return_val_if_fail (example < 0 || (gsize) example < data->m, NULL);

  const GradusNetwork *network = snapshot->network;
  g_autoptr (GradusTile) tile = gradus_tile_new (network);
  guint8 labels[GRADUS_STEP_COLUMNS];
  GradusStep *self = g_new0 (GradusStep, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->snapshot = gradus_snapshot_ref (snapshot);
  self->data = gradus_dataset_ref (data);
  self->alpha = alpha;
  self->l2 = l2;
  self->batch = batch;
  self->example = MAX (example, -1);
  self->m = example < 0 ? data->m : 1;
  self->n_columns = (int) MIN (self->m, GRADUS_STEP_COLUMNS);

  gather (self, tile, labels);
  self->y = make_y (self, labels, network->n[network->n_layers]);
  go_forward (self, tile);
  go_backward (self, tile, labels);
  make_gradient (self);
  self->next = g_memdup2 (network->parameters, network->n_parameters * sizeof (double));
  gradus_gradient_descend (network, alpha, self->gradient, self->next);
  return self;
}

GradusStep *
gradus_step_ref (GradusStep *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
gradus_step_unref (GradusStep *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (int l = 0; l <= self->snapshot->network->n_layers; l++)
    {
      g_free (self->z[l]);
      g_free (self->a[l]);
      g_free (self->dz[l]);
    }
  g_free (self->y);
  g_free (self->gradient);
  g_free (self->next);
  gradus_snapshot_unref (self->snapshot);
  gradus_dataset_unref (self->data);
  g_free (self);
}

gsize
gradus_step_compare (const GradusStep *self, const GradusNetwork *network, double *largest)
{
  gsize n_apart = 0;
  double apart = 0;

  g_return_val_if_fail (network->n_parameters == self->snapshot->network->n_parameters, 0);
  for (gsize i = 0; i < network->n_parameters; i++)
    {
      n_apart += memcmp (&self->next[i], &network->parameters[i], sizeof (double)) != 0;
      apart = fmax (apart, fabs (self->next[i] - network->parameters[i]));
    }
  if (largest != NULL)
    *largest = apart;
  return n_apart;
}
