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

/* The loss of example i; sides (NULL: not wanted) gets a byte for each hidden unit: which side of
 * its kink z is on, 2 where it sits on it. */
static long double
textbook_forward (Textbook *self, const GradusDataset *data, gsize i, guint8 *sides)
{
  const GradusNetwork *network = self->network;
  const long double *p = self->parameters;

  for (int f = 0; f < data->n_x; f++)
    self->a[0][f] = gradus_dataset_feature (data, f)[i];
  for (int l = 1; l <= network->n_layers; l++)
    {
      const long double *b = p + (gsize) network->n[l] * (gsize) network->n[l - 1];
      for (int j = 0; j < network->n[l]; j++)
        {
          long double z = b[j];
          for (int k = 0; k < network->n[l - 1]; k++)
            z += *p++ * self->a[l - 1][k];
          if (sides != NULL && l < network->n_layers)
            *sides++ = z == 0 ? 2 : z > 0;
          self->a[l][j] = l < network->n_layers ? textbook_g (network->activation, z) : z;
        }
      p += network->n[l];
    }
  return textbook_loss (self->a[network->n_layers], network->n[network->n_layers], data->labels[i]);
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
  textbook_forward (self, data, i, sides);
  if (memchr (sides, 2, n_sides) != NULL)
    return FALSE;
  for (gsize p = 0; p < self->network->n_parameters; p++)
    {
      long double kept = self->parameters[p];
      gboolean is_same = TRUE;
      for (int sign = -1; sign <= 1 && is_same; sign += 2)
        {
          self->parameters[p] = kept + sign * 2 * self->h;
          textbook_forward (self, data, i, moved);
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

/* ĝ = (8 (J(+h) − J(−h)) − (J(+2h) − J(−2h))) / 12h, differences taken example by example, where
 * they are small beside nothing else. */
static long double
difference (Textbook *self, const GradusDataset *data, double l2, gsize p)
{
  static const int steps[4] = { 1, -1, 2, -2 };
  static const int factors[4] = { 8, -8, -1, 1 };
  long double kept = self->parameters[p], sum = 0;

  for (gsize i = 0; i < data->m; i++)
    {
      long double of_example = 0;
      for (int k = 0; k < 4; k++)
        {
          self->parameters[p] = kept + steps[k] * self->h;
          of_example += factors[k] * textbook_forward (self, data, i, NULL);
        }
      sum += of_example;
    }
  self->parameters[p] = kept;
  return sum / (12 * self->h) / data->m + penalty_slope (self, data, l2, p);
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
      double cost = gradus_gradient_whole (network, smooth, l2, g);
      for (gsize p = 0; p < network->n_parameters; p++)
        {
          long double d = difference (&textbook, smooth, l2, p);
          apart += (g[p] - d) * (g[p] - d);
          g_squares += (long double) g[p] * g[p];
          d_squares += d * d;
        }
      double sum = (double) (sqrtl (g_squares) + sqrtl (d_squares));
      if (!(sum <= FLOOR * fmax (1, cost)))
        relative = (double) sqrtl (apart) / sum;
    }
  textbook_clear (&textbook);
  return relative;
}
