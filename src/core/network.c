/* The network: layers of parameters, their initialisation, and the forward pass. */
#include "core/network.h"

#include <math.h>
#include <string.h>

gsize
gradus_network_count (int n_x, const GradusHidden *hidden, int n_classes)
{
  gsize n_before = (gsize) n_x, count = 0;

  for (int l = 0; l < hidden->n; l++)
    {
      count += (gsize) hidden->units[l] * (n_before + 1);
      n_before = (gsize) hidden->units[l];
    }
  return count + (n_classes == 2 ? 1 : (gsize) n_classes) * (n_before + 1);
}

/* The struct and its parameters are one piece of memory: a snapshot takes a copy every epoch. */
static gsize
size_of (gsize n_parameters)
{
  return sizeof (GradusNetwork) + n_parameters * sizeof (double);
}

GradusNetwork *
gradus_network_new (int n_x, const GradusHidden *hidden, GradusActivation activation, int n_classes)
{
  g_return_val_if_fail (n_x >= 1 && n_classes >= 2, NULL);
  g_return_val_if_fail (hidden->n >= 0 && hidden->n <= GRADUS_MAX_HIDDEN_LAYERS, NULL);

  gsize n_parameters = gradus_network_count (n_x, hidden, n_classes);
  GradusNetwork *self = g_malloc0 (size_of (n_parameters));

  G_STATIC_ASSERT (sizeof *self % sizeof (double) == 0);
  self->n_parameters = n_parameters;
  self->parameters = (double *) (self + 1);
  self->n_layers = hidden->n + 1;
  self->n[0] = n_x;
  for (int l = 1; l <= hidden->n; l++)
    self->n[l] = hidden->units[l - 1];
  self->n[self->n_layers] = n_classes == 2 ? 1 : n_classes;
  self->activation = activation;
  return self;
}

gsize
gradus_network_size (const GradusNetwork *self)
{
  return size_of (self->n_parameters);
}

GradusNetwork *
gradus_network_copy_into (const GradusNetwork *self, gpointer memory)
{
  GradusNetwork *copy = memory;

  memcpy (copy, self, gradus_network_size (self));
  copy->parameters = (double *) (copy + 1);
  return copy;
}

GradusNetwork *
gradus_network_copy (const GradusNetwork *self)
{
  return gradus_network_copy_into (self, g_malloc (gradus_network_size (self)));
}

void
gradus_network_copy_parameters (GradusNetwork *self, const GradusNetwork *from)
{
  memcpy (self->parameters, from->parameters, from->n_parameters * sizeof (double));
}

void
gradus_network_free (GradusNetwork *self)
{
  g_free (self);
}

gsize
gradus_network_w_offset (const GradusNetwork *self, int l)
{
  gsize offset = 0;

  for (int k = 1; k < l; k++)
    offset += (gsize) self->n[k] * ((gsize) self->n[k - 1] + 1);
  return offset;
}

gsize
gradus_network_b_offset (const GradusNetwork *self, int l)
{
  return gradus_network_w_offset (self, l) + (gsize) self->n[l] * (gsize) self->n[l - 1];
}

/* So many columns of a matrix are gone through side by side: a line of the cache. */
#define COLUMNS 8

/* The largest difference within one of n_columns ≤ COLUMNS columns of n rows, stride apart. */
static double
find_range (const double *v, int n, int n_columns, gsize stride)
{
  double low[COLUMNS], high[COLUMNS], range = 0;

  for (int k = 0; k < n_columns; k++)
    low[k] = high[k] = v[k];
  for (int j = 1; j < n; j++)
    {
      v += stride;
      for (int k = 0; k < n_columns; k++)
        {
          low[k] = v[k] < low[k] ? v[k] : low[k];
          high[k] = v[k] > high[k] ? v[k] : high[k];
        }
    }
  for (int k = 0; k < n_columns; k++)
    range = high[k] - low[k] > range ? high[k] - low[k] : range;
  return range;
}

double
gradus_network_spread (const GradusNetwork *self, int l)
{
  int n = self->n[l], n_before = self->n[l - 1];
  const double *w = gradus_network_w (self, l);

  if (n < 2)
    return NAN;
  double spread = find_range (w + (gsize) n * (gsize) n_before, n, 1, 1);
  for (int k = 0; k < n_before; k += COLUMNS)
    {
      double range = find_range (w + k, n, MIN (COLUMNS, n_before - k), (gsize) n_before);
      spread = range > spread ? range : spread;
    }
  return spread;
}

double
gradus_network_distance (const GradusNetwork *self, int l, int i, int j)
{
  gsize n_before = (gsize) self->n[l - 1];
  const double *w = gradus_network_w (self, l), *b = gradus_network_b (self, l);
  const double *from = w + (gsize) i * n_before, *to = w + (gsize) j * n_before;
  double distance = fabs (b[i] - b[j]);

  for (gsize k = 0; k < n_before; k++)
    distance = fabs (from[k] - to[k]) > distance ? fabs (from[k] - to[k]) : distance;
  return distance;
}

/* What W[l] is drawn or set with: W = randn × scale, or W = scale for a constant start. */
static double
weight_scale (const GradusSpec *spec, int n_before)
{
  switch ((GradusInit) spec->init)
    {
    case GRADUS_INIT_ZEROS:
      return 0;
    case GRADUS_INIT_XAVIER:
      return sqrt (1.0 / n_before);
    case GRADUS_INIT_HE:
      return sqrt (2.0 / n_before);
    case GRADUS_INIT_NORMAL:
    case GRADUS_INIT_CONSTANT:
    default:
      return spec->init_scale;
    }
}

void
gradus_network_initialise (GradusNetwork *self, const GradusSpec *spec, GradusRng *rng)
{
  for (int l = 1; l <= self->n_layers; l++)
    {
      double scale = weight_scale (spec, self->n[l - 1]);
      double *w = gradus_network_w (self, l), *b = gradus_network_b (self, l);
      gsize n_w = (gsize) self->n[l] * (gsize) self->n[l - 1];

      for (gsize i = 0; i < n_w; i++)
        if (scale == 0) /* nothing is drawn, and no weight is −0 */
          w[i] = 0;
        else
          w[i] = spec->init == GRADUS_INIT_CONSTANT ? scale : gradus_rng_normal (rng) * scale;
      for (int j = 0; j < self->n[l]; j++)
        b[j] = spec->bias_scale == 0 ? 0 : gradus_rng_normal (rng) * spec->bias_scale;
    }
}

GradusTile *
gradus_tile_new (const GradusNetwork *network)
{
  GradusTile *self = g_new0 (GradusTile, 1);

  self->kernel = gradus_kernel_choose ();
  self->n_layers = network->n_layers;
  for (int l = 0; l <= network->n_layers; l++)
    self->a[l] = g_aligned_alloc0 ((gsize) network->n[l] * GRADUS_TILE, sizeof (double), 64);
  return self;
}

void
gradus_tile_free (GradusTile *self)
{
  if (self == NULL)
    return;
  for (int l = 0; l <= self->n_layers; l++)
    g_aligned_free (self->a[l]);
  g_free (self);
}

void
gradus_network_affine (const GradusNetwork *self, GradusTile *tile, int n, int l)
{
  gsize n_before = (gsize) self->n[l - 1];

  tile->kernel->product (self->n[l], self->n[l - 1], n, gradus_network_b (self, l),
                         gradus_network_w (self, l), n_before, 1, tile->a[l - 1], tile->a[l]);
}

void
gradus_network_activate (const GradusNetwork *self, GradusTile *tile, int n, int l)
{
  int n_room = (n + GRADUS_STEP - 1) & -GRADUS_STEP;

  if (l == self->n_layers) /* the output stays Z[L] */
    return;
  for (int j = 0; j < self->n[l]; j++)
    tile->kernel->apply (self->activation, (gsize) n_room, tile->a[l] + (gsize) j * GRADUS_TILE);
}

void
gradus_network_forward (const GradusNetwork *self, GradusTile *tile, int n, int last)
{
  for (int l = 1; l <= last; l++)
    {
      gradus_network_affine (self, tile, n, l);
      gradus_network_activate (self, tile, n, l);
    }
}

double
gradus_sigmoid (double z)
{
  return gradus_activation_value (GRADUS_ACTIVATION_SIGMOID, z);
}

double
gradus_softmax (double *z, int n, gsize stride)
{
  const GradusKernel *kernel = gradus_kernel_plain ();
  double max = z[0], sum = 0, log_sum;

  for (int k = 1; k < n; k++)
    max = z[(gsize) k * stride] > max ? z[(gsize) k * stride] : max;
  for (int k = 0; k < n; k++)
    {
      double *a = &z[(gsize) k * stride];
      *a -= max;
      kernel->exp (1, a);
      sum += *a;
    }
  for (int k = 0; k < n; k++)
    z[(gsize) k * stride] /= sum;
  log_sum = sum;
  kernel->log (1, &log_sum);
  return max + log_sum;
}
