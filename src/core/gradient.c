/* Cost and gradient over a block of examples. */
#include "core/gradient.h"

#include <math.h>
#include <string.h>

/* Examples times parameters that make a block long enough: some milliseconds on one core. */
#define MOST_WORK ((gsize) 1 << 25)

struct _GradusScratch
{
  double reach;
  GradusTile *tile;
  double *dz[2]; /* (widest layer, GRADUS_TILE) each: dZ of one layer, and of the one before it */
  guint8 labels[GRADUS_TILE];
  double *unit_sums; /* (n_h, GRADUS_SHALLOW_SUMS, GRADUS_LANES), only for shallow networks */
};

gsize
gradus_block_size (const GradusNetwork *network)
{
  gsize n_tiles = MOST_WORK / network->n_parameters / GRADUS_TILE;

  if (n_tiles * GRADUS_TILE >= GRADUS_BLOCK)
    return GRADUS_BLOCK;
  return MAX (n_tiles, 1) * GRADUS_TILE;
}

/* Whether the network is of the kind that has a kernel of its own. */
static gboolean
is_shallow (const GradusNetwork *network)
{
  return network->n_layers == 2 && network->n[0] == 2 && network->n[2] == 1;
}

static gsize
unit_sums_count (const GradusNetwork *network)
{
  return (gsize) network->n[1] * GRADUS_SHALLOW_SUMS * GRADUS_LANES;
}

GradusScratch *
gradus_scratch_new (const GradusNetwork *network, double reach)
{
  GradusScratch *self = g_new0 (GradusScratch, 1);
  int widest = 1;

  for (int l = 1; l <= network->n_layers; l++)
    widest = MAX (widest, network->n[l]);
  self->reach = reach;
  self->tile = gradus_tile_new (network);
  for (int i = 0; i < 2; i++)
    self->dz[i] = g_aligned_alloc0 ((gsize) widest * GRADUS_TILE, sizeof (double), 64);
  if (is_shallow (network))
    self->unit_sums = g_aligned_alloc0 (unit_sums_count (network), sizeof (double), 64);
  return self;
}

void
gradus_scratch_free (GradusScratch *self)
{
  if (self == NULL)
    return;
  gradus_tile_free (self->tile);
  for (int i = 0; i < 2; i++)
    g_aligned_free (self->dz[i]);
  g_aligned_free (self->unit_sums);
  g_free (self);
}

/* The examples' features into rows of the tile, their labels beside them. What is left of a whole
 * step repeats the first example, so that nothing there overflows that does not anyway. */
static void
gather (const GradusDataset *data, const guint32 *order, gsize first, int n, GradusScratch *scratch)
{
  int n_room = (n + GRADUS_STEP - 1) & -GRADUS_STEP;

  for (int f = 0; f < data->n_x; f++)
    {
      const double *x = gradus_dataset_feature (data, f);
      double *a = scratch->tile->a[0] + (gsize) f * GRADUS_TILE;
      for (int i = 0; i < n; i++)
        a[i] = x[order != NULL ? order[first + (gsize) i] : first + (gsize) i];
      for (int i = n; i < n_room; i++)
        a[i] = a[0];
    }
  for (int i = 0; i < n; i++)
    scratch->labels[i] = data->labels[order != NULL ? order[first + (gsize) i] : first + (gsize) i];
}

double
gradus_gradient_output (const GradusNetwork *network, const GradusTile *tile, const guint8 *labels,
                        int n, double *dz, gint64 *n_right)
{
  GradusLosses losses;
  gint64 n_wrong = 0;
  double loss;

  gradus_losses_clear (&losses);
  tile->kernel->output (network->n[network->n_layers], n, tile->a[network->n_layers], labels, dz,
                        &losses);
  loss = tile->kernel->fold (&losses, &n_wrong);
  *n_right += n - n_wrong;
  return loss;
}

void
gradus_gradient_propagate (const GradusNetwork *network, int l, const GradusTile *tile,
                           const double *dz, int n, double *da)
{
  tile->kernel->product (network->n[l - 1], network->n[l], n, NULL, gradus_network_w (network, l),
                         1, (gsize) network->n[l - 1], dz, da);
}

/* dW[l] += dZ[l] A[l-1]ᵀ, db[l] += Σ_i dZ[l]_i, dZ[l-1] = (W[l]ᵀ dZ[l]) * g'(Z[l-1]) */
static void
add_backward (const GradusNetwork *network, GradusScratch *scratch, int n, double *gradient)
{
  const GradusKernel *kernel = scratch->tile->kernel;
  double *dz = scratch->dz[0], *dz_before = scratch->dz[1];
  gsize n_room = (gsize) ((n + GRADUS_STEP - 1) & -GRADUS_STEP);

  for (int l = network->n_layers; l >= 1; l--)
    {
      const double *a = scratch->tile->a[l - 1];
      kernel->weights (network->n[l], network->n[l - 1], n, dz, a,
                       gradient + gradus_network_w_offset (network, l),
                       gradient + gradus_network_b_offset (network, l));
      if (l == 1)
        break;

      gradus_gradient_propagate (network, l, scratch->tile, dz, n, dz_before);
      for (int k = 0; k < network->n[l - 1]; k++)
        kernel->backward (network->activation, n_room, a + (gsize) k * GRADUS_TILE,
                          dz_before + (gsize) k * GRADUS_TILE);
      double *swap = dz;
      dz = dz_before;
      dz_before = swap;
    }
}

/* Whether |Z[1]| stays below GRADUS_NEAR where no |x| is larger than reach. */
static gboolean
is_near (const GradusShallow *net, double reach)
{
  double most = 0;

  for (int j = 0; j < net->n_h; j++)
    {
      double z = fabs (net->b1[j]) + (fabs (net->w1[2 * j]) + fabs (net->w1[2 * j + 1])) * reach;
      most = MAX (most, z);
    }
  return most < GRADUS_NEAR;
}

/* A block through the kernel for shallow networks: whole tiles are read where they stand. */
static void
shallow_block (const GradusNetwork *network, const GradusDataset *data, const guint32 *order,
               gsize first, gsize n, GradusScratch *scratch, GradusSums *sums)
{
  const GradusKernel *kernel = scratch->tile->kernel;
  int n_h = network->n[1];
  const double *w1 = network->parameters, *b1 = w1 + 2 * n_h, *w2 = b1 + n_h, *b2 = w2 + n_h;
  GradusShallow net = {
    .g = network->activation, .n_h = n_h, .w1 = w1, .b1 = b1, .w2 = w2, .b2 = *b2
  };
  double *unit_sums = sums->gradient != NULL ? scratch->unit_sums : NULL;
  GradusLosses losses;
  gint64 n_wrong = 0;

  net.is_near = is_near (&net, scratch->reach);
  gradus_losses_clear (&losses);
  if (unit_sums != NULL)
    memset (unit_sums, 0, unit_sums_count (network) * sizeof (double));
  for (gsize done = 0; done < n; done += GRADUS_TILE)
    {
      int n_tile = (int) MIN (GRADUS_TILE, n - done);
      const double *x1 = gradus_dataset_feature (data, 0) + first + done;
      const double *x2 = gradus_dataset_feature (data, 1) + first + done;
      const guint8 *labels = data->labels + first + done;
      if (order != NULL || n_tile % GRADUS_STEP != 0)
        {
          gather (data, order, first + done, n_tile, scratch);
          x1 = scratch->tile->a[0];
          x2 = x1 + GRADUS_TILE;
          labels = scratch->labels;
        }
      kernel->shallow (&net, n_tile, x1, x2, labels, scratch->tile->a[1], scratch->dz[0], unit_sums,
                       &losses);
    }
  sums->loss = kernel->fold (&losses, &n_wrong);
  sums->n_right = (gint64) n - n_wrong;
  if (sums->gradient != NULL)
    kernel->shallow_gradient (&net, unit_sums, &losses, sums->gradient);
}

void
gradus_gradient_block (const GradusNetwork *network, const GradusDataset *data,
                       const guint32 *order, gsize first, gsize n, GradusScratch *scratch,
                       GradusSums *sums)
{
  g_return_if_fail (n <= GRADUS_BLOCK);

  if (is_shallow (network))
    {
      shallow_block (network, data, order, first, n, scratch, sums);
      return;
    }
  const GradusKernel *kernel = scratch->tile->kernel;
  int n_layers = network->n_layers;
  GradusLosses losses;
  gint64 n_wrong = 0;

  gradus_losses_clear (&losses);
  gradus_sums_clear (sums, network->n_parameters);
  for (gsize done = 0; done < n; done += GRADUS_TILE)
    {
      int n_tile = (int) MIN (GRADUS_TILE, n - done);
      gather (data, order, first + done, n_tile, scratch);
      gradus_network_forward (network, scratch->tile, n_tile, n_layers);
      kernel->output (network->n[n_layers], n_tile, scratch->tile->a[n_layers], scratch->labels,
                      scratch->dz[0], &losses);
      if (sums->gradient != NULL)
        add_backward (network, scratch, n_tile, sums->gradient);
    }
  sums->loss = kernel->fold (&losses, &n_wrong);
  sums->n_right = (gint64) n - n_wrong;
}

void
gradus_sums_clear (GradusSums *sums, gsize n_parameters)
{
  sums->loss = 0;
  sums->n_right = 0;
  if (sums->gradient != NULL)
    memset (sums->gradient, 0, n_parameters * sizeof (double));
}

void
gradus_sums_add (GradusSums *sums, const GradusSums *block, gsize n_parameters)
{
  sums->loss += block->loss;
  sums->n_right += block->n_right;
  if (sums->gradient != NULL)
    for (gsize i = 0; i < n_parameters; i++)
      sums->gradient[i] += block->gradient[i];
}

void
gradus_gradient_finish (const GradusNetwork *network, double l2, gsize n, gsize m, double *gradient)
{
  for (gsize i = 0; i < network->n_parameters; i++)
    gradient[i] /= (double) n;
  if (l2 == 0)
    return;
  for (int l = 1; l <= network->n_layers; l++)
    {
      gsize end = gradus_network_b_offset (network, l);
      for (gsize i = gradus_network_w_offset (network, l); i < end; i++)
        gradient[i] += l2 / (double) m * network->parameters[i];
    }
}

void
gradus_gradient_descend (const GradusNetwork *network, double alpha, const double *gradient,
                         double *next)
{
  for (gsize i = 0; i < network->n_parameters; i++)
    next[i] = network->parameters[i] - alpha * gradient[i];
}

/* Σ v² from the first to the last weight of a layer. */
static double
sum_of_squares (const GradusNetwork *network, const double *values, int l)
{
  gsize n = (gsize) network->n[l] * (gsize) network->n[l - 1];
  const double *v = values + gradus_network_w_offset (network, l);
  double squares = 0;

  for (gsize i = 0; i < n; i++)
    squares += v[i] * v[i];
  return squares;
}

double
gradus_gradient_penalty (const GradusNetwork *network, double l2, gsize m)
{
  double squares = 0;

  if (l2 == 0)
    return 0;
  for (int l = 1; l <= network->n_layers; l++)
    squares += sum_of_squares (network, network->parameters, l);
  return l2 / (2 * (double) m) * squares;
}

double
gradus_gradient_norm (const GradusNetwork *network, const double *gradient, int l)
{
  return sqrt (sum_of_squares (network, gradient, l));
}

double
gradus_gradient_whole (const GradusNetwork *network, const GradusDataset *data, double l2,
                       double *gradient)
{
  gsize size = gradus_block_size (network);
  g_autoptr (GradusScratch) scratch = gradus_scratch_new (network, gradus_dataset_reach (data));
  g_autofree double *block_gradient =
      gradient != NULL ? g_new (double, network->n_parameters) : NULL;
  GradusSums block = { .gradient = block_gradient }, total = { .gradient = gradient };

  gradus_sums_clear (&total, network->n_parameters);
  for (gsize first = 0; first < data->m; first += size)
    {
      gradus_gradient_block (network, data, NULL, first, MIN (size, data->m - first), scratch,
                             &block);
      gradus_sums_add (&total, &block, network->n_parameters);
    }
  if (gradient != NULL)
    gradus_gradient_finish (network, l2, data->m, data->m, gradient);
  return total.loss / (double) data->m + gradus_gradient_penalty (network, l2, data->m);
}
