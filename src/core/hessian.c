/* Exact products of the cost's Hessian with a direction, block by block. R{x} in the comments is
 * the derivative of x when the parameters move along the direction: W[l] by V[l], b[l] by c[l]. */
#include "core/hessian.h"

#include <math.h>
#include <string.h>

struct _GradusHessian
{
  int n_layers;
  GradusTile *tile;
  double *ra[GRADUS_MAX_LAYERS + 1]; /* (n[l], GRADUS_TILE): R{A[l]}, of the last layer R{Z[L]} */
  /* (widest layer, GRADUS_TILE) each, of one layer and of the one before it: */
  double *dz[2];
  double *rdz[2]; /* R{dZ} */
  double *sum;    /* a second product, to be added to the first */
  double *spare;  /* (widest layer): sums that nobody asks for */
  guint8 labels[GRADUS_TILE];
};

static double *
new_rows (int n)
{
  return g_aligned_alloc0 ((gsize) n * GRADUS_TILE, sizeof (double), 64);
}

GradusHessian *
gradus_hessian_new (const GradusNetwork *network)
{
  GradusHessian *self = g_new0 (GradusHessian, 1);
  int widest = 1;

  self->n_layers = network->n_layers;
  self->tile = gradus_tile_new (network);
  for (int l = 1; l <= network->n_layers; l++)
    {
      widest = MAX (widest, network->n[l]);
      self->ra[l] = new_rows (network->n[l]);
    }
  for (int i = 0; i < 2; i++)
    {
      self->dz[i] = new_rows (widest);
      self->rdz[i] = new_rows (widest);
    }
  self->sum = new_rows (widest);
  self->spare = g_new0 (double, widest);
  return self;
}

void
gradus_hessian_free (GradusHessian *self)
{
  if (self == NULL)
    return;
  gradus_tile_free (self->tile);
  for (int l = 1; l <= self->n_layers; l++)
    g_aligned_free (self->ra[l]);
  for (int i = 0; i < 2; i++)
    {
      g_aligned_free (self->dz[i]);
      g_aligned_free (self->rdz[i]);
    }
  g_aligned_free (self->sum);
  g_free (self->spare);
  g_free (self);
}

/* How far rows of n examples are worked on. */
static gsize
room (int n)
{
  return (gsize) ((n + GRADUS_STEP - 1) & -GRADUS_STEP);
}

/* The examples into the tile. What is left of a whole step repeats the first of them, so that
 * nothing there overflows that does not anyway. */
static void
gather (GradusHessian *self, const GradusDataset *data, gsize first, int n)
{
  for (int f = 0; f < data->n_x; f++)
    {
      double *a = self->tile->a[0] + (gsize) f * GRADUS_TILE;
      memcpy (a, gradus_dataset_feature (data, f) + first, (gsize) n * sizeof *a);
      for (gsize i = (gsize) n; i < room (n); i++)
        a[i] = a[0];
    }
  memcpy (self->labels, data->labels + first, (gsize) n);
}

/* rows += more, each of the n_rows rows as far as they are worked on. */
static void
add_rows (double *rows, const double *more, int n_rows, int n)
{
  gsize n_room = room (n);

  for (int j = 0; j < n_rows; j++, rows += GRADUS_TILE, more += GRADUS_TILE)
    for (gsize i = 0; i < n_room; i++)
      rows[i] += more[i];
}

/* R{Z[l]} = V[l] A[l-1] + c[l] + W[l] R{A[l-1]}, R{A[l]} = g'(Z[l]) * R{Z[l]}; R{A[0]} = 0. */
static void
forward (GradusHessian *self, const GradusNetwork *network, const GradusNetwork *direction, int n)
{
  const GradusKernel *kernel = self->tile->kernel;
  double **a = self->tile->a;

  for (int l = 1; l <= network->n_layers; l++)
    {
      int n_out = network->n[l], n_in = network->n[l - 1];
      gradus_network_affine (network, self->tile, n, l);
      gradus_network_activate (network, self->tile, n, l);
      kernel->product (n_out, n_in, n, gradus_network_b (direction, l),
                       gradus_network_w (direction, l), (gsize) n_in, 1, a[l - 1], self->ra[l]);
      if (l > 1)
        {
          kernel->product (n_out, n_in, n, NULL, gradus_network_w (network, l), (gsize) n_in, 1,
                           self->ra[l - 1], self->sum);
          add_rows (self->ra[l], self->sum, n_out, n);
        }
      for (int j = 0; l < network->n_layers && j < n_out; j++)
        kernel->backward (network->activation, room (n), a[l] + (gsize) j * GRADUS_TILE,
                          self->ra[l] + (gsize) j * GRADUS_TILE);
    }
}

/* Softmax: R{dZ_k} = a_k (R{Z_k} − Σ_j a_j R{Z_j}) = a_k Σ_j a_j (R{Z_k} − R{Z_j}), which loses
 * nothing where one of the a_j is nearly 1. */
static void
bend_softmax (GradusHessian *self, int n_y, int n)
{
  const double *rz = self->ra[self->n_layers], *dz = self->dz[0];

  for (int i = 0; i < n; i++)
    for (int k = 0; k < n_y; k++)
      {
        double a_k = dz[k * GRADUS_TILE + i] + (k == self->labels[i]), sum = 0;
        for (int j = 0; j < n_y; j++)
          sum += (dz[j * GRADUS_TILE + i] + (j == self->labels[i]))
                 * (rz[k * GRADUS_TILE + i] - rz[j * GRADUS_TILE + i]);
        self->rdz[0][k * GRADUS_TILE + i] = a_k * sum;
      }
}

/* dZ[L] = A[L] − Y and R{dZ[L]} = R{A[L]}; 0 behind the n examples up to a whole step. */
static void
bend_output (GradusHessian *self, const GradusNetwork *network, int n)
{
  const double *rz = self->ra[self->n_layers];
  double *dz = self->dz[0], *rdz = self->rdz[0];
  int n_y = network->n[network->n_layers];
  gint64 n_right = 0;

  gradus_gradient_output (network, self->tile, self->labels, n, dz, &n_right);
  for (int k = 0; k < n_y; k++)
    memset (rdz + k * GRADUS_TILE, 0, room (n) * sizeof *rdz);
  if (n_y > 1)
    {
      bend_softmax (self, n_y, n);
      return;
    }
  for (int i = 0; i < n; i++) /* |dz| is a or 1 − a: R{a} = a (1 − a) R{z} */
    rdz[i] = fabs (dz[i]) * (1 - fabs (dz[i])) * rz[i];
}

/* g''(z) R{z} as a multiple of R{a} = g'(z) R{z}, with a = g(z). */
static double
bend (GradusActivation g, double a)
{
  switch (g)
    {
    case GRADUS_ACTIVATION_TANH: /* g'' = −2 a g' */
      return -2 * a;
    case GRADUS_ACTIVATION_SIGMOID: /* g'' = (1 − 2 a) g' */
      return 1 - 2 * a;
    case GRADUS_ACTIVATION_RELU:
    case GRADUS_ACTIVATION_LEAKY_RELU:
    case GRADUS_ACTIVATION_IDENTITY:
    default:
      return 0;
    }
}

/* From dZ[l] and R{dZ[l]} to those of layer l - 1: dA = Wᵀ dZ, R{dA} = Wᵀ R{dZ} + Vᵀ dZ,
 * dZ[l-1] = dA * g', R{dZ[l-1]} = R{dA} * g' + dA * g'' * R{Z}. */
static void
step_back (GradusHessian *self, const GradusNetwork *network, const GradusNetwork *direction, int l,
           int n)
{
  const GradusKernel *kernel = self->tile->kernel;
  double *dz = self->dz[1], *rdz = self->rdz[1];
  gsize n_room = room (n);

  gradus_gradient_propagate (network, l, self->tile, self->dz[0], n, dz);
  gradus_gradient_propagate (network, l, self->tile, self->rdz[0], n, rdz);
  gradus_gradient_propagate (direction, l, self->tile, self->dz[0], n, self->sum);
  add_rows (rdz, self->sum, network->n[l - 1], n);
  for (int k = 0; k < network->n[l - 1]; k++, dz += GRADUS_TILE, rdz += GRADUS_TILE)
    {
      const double *a = self->tile->a[l - 1] + (gsize) k * GRADUS_TILE;
      const double *ra = self->ra[l - 1] + (gsize) k * GRADUS_TILE;
      kernel->backward (network->activation, n_room, a, rdz);
      for (gsize i = 0; i < n_room; i++)
        rdz[i] += dz[i] * (bend (network->activation, a[i]) * ra[i]);
      kernel->backward (network->activation, n_room, a, dz);
    }
  for (double **rows = self->dz; rows != NULL; rows = rows == self->dz ? self->rdz : NULL)
    {
      double *swap = rows[0];
      rows[0] = rows[1];
      rows[1] = swap;
    }
}

/* R{dW[l]} += R{dZ[l]} A[l-1]ᵀ + dZ[l] R{A[l-1]}ᵀ, R{db[l]} += Σ_i R{dZ[l]}_i */
static void
backward (GradusHessian *self, const GradusNetwork *network, const GradusNetwork *direction, int n,
          double *product)
{
  const GradusKernel *kernel = self->tile->kernel;

  for (int l = network->n_layers; l >= 1; l--)
    {
      double *dw = product + gradus_network_w_offset (network, l);
      kernel->weights (network->n[l], network->n[l - 1], n, self->rdz[0], self->tile->a[l - 1], dw,
                       product + gradus_network_b_offset (network, l));
      if (l == 1)
        return;
      kernel->weights (network->n[l], network->n[l - 1], n, self->dz[0], self->ra[l - 1], dw,
                       self->spare);
      step_back (self, network, direction, l, n);
    }
}

void
gradus_hessian_block (const GradusNetwork *network, const GradusNetwork *direction,
                      const GradusDataset *data, gsize first, gsize n, GradusHessian *self,
                      double *product)
{
  for (gsize done = 0; done < n; done += GRADUS_TILE)
    {
      int n_tile = (int) MIN (GRADUS_TILE, n - done);
      gather (self, data, first + done, n_tile);
      forward (self, network, direction, n_tile);
      bend_output (self, network, n_tile);
      backward (self, network, direction, n_tile, product);
    }
}

void
gradus_hessian_whole (const GradusNetwork *network, const GradusNetwork *direction,
                      const GradusDataset *data, double l2, double *product)
{
  g_autoptr (GradusHessian) self = gradus_hessian_new (network);

  memset (product, 0, network->n_parameters * sizeof *product);
  gradus_hessian_block (network, direction, data, 0, data->m, self, product);
  /* The penalty's Hessian is λ/m on the weights: what the penalty's gradient is of v. */
  gradus_gradient_finish (direction, l2, data->m, data->m, product);
}
