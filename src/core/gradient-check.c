/* Back-propagation against differences of the cost. */
#include "core/gradient-check.h"

#include <math.h>
#include <string.h>

#include "core/gradient.h"

/* h for parameters and features up to 1. The differences err by h⁴ times the fifth derivative,
 * which grows with both, and by the rounding of long double over h. */
#define STEP 1e-3L
/* Kinks are met by all examples within the step: where there are any it is shorter. */
#define KINK_STEP 1e-5L
/* Under this share of the cost the differences know no more than rounding. */
#define FLOOR 1e-13

/* The textbook's network, one example at a time: shares nothing with what it checks. */
typedef struct
{
  const GradusNetwork *network; /* shape only */
  long double *parameters;
  long double *a[GRADUS_MAX_LAYERS + 1];
  gboolean has_kinks;
  long double h;
} Textbook;

static long double
textbook_g (GradusActivation g, long double z)
{
  switch (g)
    {
    case GRADUS_ACTIVATION_TANH:
      return tanhl (z);
    case GRADUS_ACTIVATION_SIGMOID:
      return 1 / (1 + expl (-z));
    case GRADUS_ACTIVATION_RELU:
      return z > 0 ? z : 0;
    case GRADUS_ACTIVATION_LEAKY_RELU:
      return z > 0 ? z : 0.01L * z;
    case GRADUS_ACTIVATION_IDENTITY:
    default:
      return z;
    }
}

/* log Σ exp (z_k) − z_y; for one output the other class has z = 0. */
static long double
textbook_loss (const long double *z, int n_y, int label)
{
  long double max = n_y == 1 ? fmaxl (z[0], 0) : z[0], total = 0;

  for (int k = 1; k < n_y; k++)
    max = fmaxl (max, z[k]);
  for (int k = 0; k < n_y; k++)
    total += expl (z[k] - max);
  if (n_y == 1)
    return max + logl (total + expl (-max)) - (label == 1 ? z[0] : 0);
  return max + logl (total) - z[label];
}

/* z of unit j of layer l, from a[l - 1]. */
static long double
textbook_z (const Textbook *self, int l, int j)
{
  int n_before = self->network->n[l - 1];
  const long double *w =
      self->parameters + gradus_network_w_offset (self->network, l) + (gsize) j * (gsize) n_before;
  long double z = self->parameters[gradus_network_b_offset (self->network, l) + (gsize) j];

  for (int k = 0; k < n_before; k++)
    z += w[k] * self->a[l - 1][k];
  return z;
}

/* a[l]_j from a[l - 1]; the output stays z. Returns: z. */
static long double
textbook_unit (Textbook *self, int l, int j)
{
  long double z = textbook_z (self, l, j);

  self->a[l][j] = l < self->network->n_layers ? textbook_g (self->network->activation, z) : z;
  return z;
}

/* Layers from first on, and the loss of an example with that label; sides (NULL: not wanted) gets a
 * byte for each hidden unit: which side of its kink z is on, 2 where it sits on it. */
static long double
textbook_forward (Textbook *self, int first, int label, guint8 *sides)
{
  const GradusNetwork *network = self->network;

  for (int l = first; l <= network->n_layers; l++)
    for (int j = 0; j < network->n[l]; j++)
      {
        long double z = textbook_unit (self, l, j);
        if (sides != NULL && l < network->n_layers)
          *sides++ = z == 0 ? 2 : z > 0;
      }
  return textbook_loss (self->a[network->n_layers], network->n[network->n_layers], label);
}

static void
textbook_set_example (Textbook *self, const GradusDataset *data, gsize i)
{
  for (int f = 0; f < data->n_x; f++)
    self->a[0][f] = gradus_dataset_feature (data, f)[i];
}

static void
textbook_init (Textbook *self, const GradusNetwork *network)
{
  self->network = network;
  self->parameters = g_new (long double, network->n_parameters);
  for (gsize i = 0; i < network->n_parameters; i++)
    self->parameters[i] = network->parameters[i];
  for (int l = 0; l <= network->n_layers; l++)
    self->a[l] = g_new (long double, network->n[l]);
  self->has_kinks = network->activation == GRADUS_ACTIVATION_RELU
                    || network->activation == GRADUS_ACTIVATION_LEAKY_RELU;
}

static void
textbook_clear (Textbook *self)
{
  g_free (self->parameters);
  for (int l = 0; l <= self->network->n_layers; l++)
    g_free (self->a[l]);
}

static void
choose_step (Textbook *self, const GradusDataset *data)
{
  long double largest_x = 1, largest_w = 1;

  for (gsize i = 0; i < data->m * (gsize) data->n_x; i++)
    largest_x = fmaxl (largest_x, fabsl (data->x[i]));
  for (gsize p = 0; p < self->network->n_parameters; p++)
    largest_w = fmaxl (largest_w, fabsl (self->parameters[p]));
  self->h = (self->has_kinks ? KINK_STEP : STEP) / (largest_x * largest_w);
}

/* Whether the example stays on one side of every kink, whatever parameter moves by ±2h. */
static gboolean
is_smooth (Textbook *self, const GradusDataset *data, gsize i, guint8 *sides, guint8 *moved,
           gsize n_sides)
{
  textbook_set_example (self, data, i);
  textbook_forward (self, 1, data->labels[i], sides);
  if (memchr (sides, 2, n_sides) != NULL)
    return FALSE;
  for (gsize p = 0; p < self->network->n_parameters; p++)
    {
      long double kept = self->parameters[p];
      gboolean is_same = TRUE;
      for (int sign = -1; sign <= 1 && is_same; sign += 2)
        {
          self->parameters[p] = kept + sign * 2 * self->h;
          textbook_forward (self, 1, data->labels[i], moved);
          is_same = memcmp (sides, moved, n_sides) == 0;
        }
      self->parameters[p] = kept;
      if (!is_same)
        return FALSE;
    }
  return TRUE;
}

/* The examples that come across no kink. Returns: (transfer full); NULL where there is none. */
static GradusDataset *
leave_out_kinks (Textbook *self, GradusDataset *data, gsize *n_left_out)
{
  gsize n_sides = 0;

  *n_left_out = 0;
  if (!self->has_kinks || self->network->n_layers == 1)
    return gradus_dataset_ref (data);
  for (int l = 1; l < self->network->n_layers; l++)
    n_sides += (gsize) self->network->n[l];

  g_autofree guint8 *sides = g_new (guint8, n_sides), *moved = g_new (guint8, n_sides);
  g_autofree gboolean *smooth = g_new (gboolean, data->m);
  for (gsize i = 0; i < data->m; i++)
    {
      smooth[i] = is_smooth (self, data, i, sides, moved, n_sides);
      *n_left_out += !smooth[i];
    }
  return gradus_dataset_pick (data, smooth, TRUE);
}

/* ∂/∂w of λ/2m w² for a weight, 0 for a bias. */
static long double
penalty_slope (const Textbook *self, const GradusDataset *data, double l2, gsize p)
{
  for (int l = 1; l <= self->network->n_layers; l++)
    if (p >= gradus_network_w_offset (self->network, l)
        && p < gradus_network_b_offset (self->network, l))
      return l2 / data->m * self->parameters[p];
  return 0;
}

/* 8 (L(+h) − L(−h)) − (L(+2h) − L(−2h)) of an example, for a parameter p of unit j of layer l: what
 * is before that unit stays as it is. */
static long double
difference (Textbook *self, int label, int l, int j, gsize p)
{
  static const int steps[4] = { 1, -1, 2, -2 };
  static const int factors[4] = { 8, -8, -1, 1 };
  long double kept = self->parameters[p], a = self->a[l][j], sum = 0;

  for (int k = 0; k < 4; k++)
    {
      self->parameters[p] = kept + steps[k] * self->h;
      textbook_unit (self, l, j);
      sum += factors[k] * textbook_forward (self, l + 1, label, NULL);
    }
  self->parameters[p] = kept;
  self->a[l][j] = a;
  return sum;
}

/* Adds the example's differences to sums (n_parameters). From the last layer to the first: what is
 * behind a layer is lost, what is before it is still needed. */
static void
add_differences (Textbook *self, const GradusDataset *data, gsize i, long double *sums)
{
  const GradusNetwork *network = self->network;

  textbook_set_example (self, data, i);
  textbook_forward (self, 1, data->labels[i], NULL);
  for (int l = network->n_layers; l >= 1; l--)
    for (int j = 0; j < network->n[l]; j++)
      {
        gsize n_before = (gsize) network->n[l - 1];
        gsize w = gradus_network_w_offset (network, l) + (gsize) j * n_before;
        gsize b = gradus_network_b_offset (network, l) + (gsize) j;
        for (gsize p = w; p < w + n_before; p++)
          sums[p] += difference (self, data->labels[i], l, j, p);
        sums[b] += difference (self, data->labels[i], l, j, b);
      }
}

/* ĝ = (8 (J(+h) − J(−h)) − (J(+2h) − J(−2h))) / 12h, differences taken example by example, where
 * they are small beside nothing else. Returns: (transfer full) n_parameters. */
static long double *
make_differences (Textbook *self, const GradusDataset *data, double l2)
{
  long double *d = g_new0 (long double, self->network->n_parameters);

  for (gsize i = 0; i < data->m; i++)
    add_differences (self, data, i, d);
  for (gsize p = 0; p < self->network->n_parameters; p++)
    d[p] = d[p] / (12 * self->h) / data->m + penalty_slope (self, data, l2, p);
  return d;
}

double
gradus_gradient_check (const GradusNetwork *network, GradusDataset *data, double l2,
                       gsize *n_left_out)
{
  Textbook textbook = { 0 };
  long double apart = 0, g_squares = 0, d_squares = 0;

  textbook_init (&textbook, network);
  choose_step (&textbook, data);
  g_autoptr (GradusDataset) smooth = leave_out_kinks (&textbook, data, n_left_out);
  double relative = 0;
  if (smooth != NULL)
    {
      g_autofree double *g = g_new (double, network->n_parameters);
      g_autofree long double *d = make_differences (&textbook, smooth, l2);
      double cost = gradus_gradient_whole (network, smooth, l2, g);
      for (gsize p = 0; p < network->n_parameters; p++)
        {
          apart += (g[p] - d[p]) * (g[p] - d[p]);
          g_squares += (long double) g[p] * g[p];
          d_squares += d[p] * d[p];
        }
      double sum = (double) (sqrtl (g_squares) + sqrtl (d_squares));
      if (!(sum <= FLOOR * fmax (1, cost)))
        relative = (double) sqrtl (apart) / sum;
    }
  textbook_clear (&textbook);
  return relative;
}
