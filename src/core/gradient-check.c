/* Back-propagation against differences of the cost. */
#include "core/gradient-check.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "core/gradient.h"
#include "core/textbook.h"

/* h for parameters and features up to 1. The differences err by h⁴ times the fifth derivative,
 * which grows with both, and by the rounding of long double over h. */
#define STEP 1e-3L
/* Kinks are met by all examples within the step: where there are any it is shorter. */
#define KINK_STEP 1e-5L
/* Under this share of the cost the differences know no more than rounding. */
#define FLOOR 1e-13
/* What the terms of a gradient that has all but vanished leave of themselves, as a share as well.
 */
#define ERROR 1e-14
/* More is no excuse: where steps are so small that rounding is all there is, the check fails. */
#define MOST_ERROR 1e-12
/* What gradus_gradient_check_bound () allows: multiplications in all, which take some seconds, what
 * an activation counts as, and what is compared in any case. */
#define MOST_WORK 1e9
#define ACTIVATION 30
#define FEW_EXAMPLES 8
#define FEW_PARAMETERS 8

static void
choose_step (GradusTextbook *self, const GradusDataset *data)
{
  long double largest_x = 1, largest_w = 1;

  for (gsize i = 0; i < data->m * (gsize) data->n_x; i++)
    largest_x = fmaxl (largest_x, fabsl (data->x[i]));
  for (gsize p = 0; p < self->network->n_parameters; p++)
    largest_w = fmaxl (largest_w, fabsl (self->parameters[p]));
  self->h = (self->has_kinks ? KINK_STEP : STEP) / (largest_x * largest_w);
}

static gboolean
is_cancelled (const GradusTextbook *self)
{
  return self->is_cancelled != NULL && g_atomic_int_get (self->is_cancelled);
}

/* Whether the example stays on one side of every kink, whatever parameter moves by ±2h. */
static gboolean
is_smooth (GradusTextbook *self, const GradusDataset *data, gsize i, guint8 *sides, guint8 *moved,
           gsize n_sides)
{
  gradus_textbook_set_example (self, data, i);
  gradus_textbook_forward (self, 1, data->labels[i], sides);
  if (memchr (sides, 2, n_sides) != NULL)
    return FALSE;
  for (gsize p = 0; p < self->network->n_parameters && !is_cancelled (self); p++)
    {
      long double kept = self->parameters[p];
      gboolean is_same = TRUE;
      if (!self->is_chosen[p])
        continue;
      for (int sign = -1; sign <= 1 && is_same; sign += 2)
        {
          self->parameters[p] = kept + sign * 2 * self->h;
          gradus_textbook_forward (self, 1, data->labels[i], moved);
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
leave_out_kinks (GradusTextbook *self, GradusDataset *data, gsize *n_left_out)
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
penalty_slope (const GradusTextbook *self, const GradusDataset *data, double l2, gsize p)
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
difference (GradusTextbook *self, int label, int l, int j, gsize p)
{
  static const int steps[4] = { 1, -1, 2, -2 };
  static const int factors[4] = { 8, -8, -1, 1 };
  long double kept = self->parameters[p], a = self->a[l][j], sum = 0;

  for (int k = 0; k < 4; k++)
    {
      self->parameters[p] = kept + steps[k] * self->h;
      gradus_textbook_unit (self, l, j);
      sum += factors[k] * gradus_textbook_forward (self, l + 1, label, NULL);
    }
  self->parameters[p] = kept;
  self->a[l][j] = a;
  return sum;
}

/* Adds the example's differences to sums (n_parameters). From the last layer to the first: what is
 * behind a layer is lost, what is before it is still needed. */
static void
add_differences (GradusTextbook *self, const GradusDataset *data, gsize i, long double *sums)
{
  const GradusNetwork *network = self->network;

  gradus_textbook_set_example (self, data, i);
  gradus_textbook_forward (self, 1, data->labels[i], NULL);
  for (int l = network->n_layers; l >= 1; l--)
    for (int j = 0; j < network->n[l]; j++)
      {
        gsize n_before = (gsize) network->n[l - 1];
        gsize w = gradus_network_w_offset (network, l) + (gsize) j * n_before;
        gsize b = gradus_network_b_offset (network, l) + (gsize) j;
        for (gsize p = w; p < w + n_before && !is_cancelled (self); p++)
          if (self->is_chosen[p])
            sums[p] += difference (self, data->labels[i], l, j, p);
        if (self->is_chosen[b])
          sums[b] += difference (self, data->labels[i], l, j, b);
      }
}

/* ĝ = (8 (J(+h) − J(−h)) − (J(+2h) − J(−2h))) / 12h, differences taken example by example, where
 * they are small beside nothing else. Returns: (transfer full) n_parameters. */
static long double *
make_differences (GradusTextbook *self, const GradusDataset *data, double l2)
{
  long double *d = g_new0 (long double, self->network->n_parameters);

  for (gsize i = 0; i < data->m && !is_cancelled (self); i++)
    add_differences (self, data, i, d);
  for (gsize p = 0; p < self->network->n_parameters; p++)
    d[p] = d[p] / (12 * self->h) / data->m + penalty_slope (self, data, l2, p);
  return d;
}

/* Chooses some of n parameters from first on, at most so many (0: all), evenly spread. */
static void
choose (GradusTextbook *self, gsize first, gsize n, gsize most)
{
  gsize stride = most > 0 ? (n + most - 1) / most : 1;

  for (gsize p = 0; p < n; p += stride)
    self->is_chosen[first + p] = TRUE;
}

static void
choose_parameters (GradusTextbook *self, gsize most)
{
  const GradusNetwork *network = self->network;

  self->is_chosen = g_new0 (guint8, network->n_parameters);
  for (int l = 1; l <= network->n_layers; l++)
    {
      gsize w = gradus_network_w_offset (network, l), b = gradus_network_b_offset (network, l);
      choose (self, w, b - w, most);
      choose (self, b, (gsize) network->n[l], most);
    }
}

/* Some examples, at most so many (0: all), evenly spread. Returns: (transfer full). */
static GradusDataset *
choose_examples (GradusDataset *data, gsize most)
{
  gsize stride = most > 0 ? (data->m + most - 1) / most : 1;

  if (stride == 1)
    return gradus_dataset_ref (data);
  g_autofree gboolean *flags = g_new0 (gboolean, data->m);
  for (gsize i = 0; i < data->m; i += stride)
    flags[i] = TRUE;
  return gradus_dataset_pick (data, flags, TRUE);
}

/* What is summed up over a matrix, or over all. */
typedef struct
{
  long double apart, g, d; /* squares */
} Norms;

static void
add_norms (const GradusTextbook *self, const double *g, const long double *d, gsize first,
           gsize end, Norms *norms)
{
  for (gsize p = first; p < end; p++)
    if (self->is_chosen[p])
      {
        norms->apart += (g[p] - d[p]) * (g[p] - d[p]);
        norms->g += (long double) g[p] * g[p];
        norms->d += d[p] * d[p];
      }
}

/* ‖g − ĝ‖ / (‖g‖ + ‖ĝ‖); 0 where the sum is no more than the floor, and where too large a
 * difference is no more than the error of both. */
static double
relate (const Norms *norms, double floor, double error)
{
  double apart = (double) sqrtl (norms->apart);
  double sum = (double) (sqrtl (norms->g) + sqrtl (norms->d));

  if (sum <= floor || (apart <= error && apart > GRADUS_GRADIENT_CHECK_LIMIT * sum))
    return 0;
  return apart / sum;
}

/* Near a minimum there is little but error: one of a cost in its last place is one of ĝ of that
 * over h, the differences leave out h⁴, and g is a sum of terms that may have cancelled. */
static void
compare (const GradusTextbook *self, const double *g, const long double *d, double cost,
         GradusGradientCheck *check)
{
  const GradusNetwork *network = self->network;
  double floor = FLOOR * fmax (1, cost);
  double error = fmin ((double) (LDBL_EPSILON / self->h) + ERROR, MOST_ERROR) * fmax (1, cost);
  Norms all = { 0 };

  for (int l = 1; l <= network->n_layers; l++)
    {
      gsize w = gradus_network_w_offset (network, l), b = gradus_network_b_offset (network, l);
      Norms of_w = { 0 }, of_b = { 0 };
      add_norms (self, g, d, w, b, &of_w);
      add_norms (self, g, d, b, b + (gsize) network->n[l], &of_b);
      check->dw[l - 1] = relate (&of_w, floor, error);
      check->db[l - 1] = relate (&of_b, floor, error);
      check->largest = fmax (check->largest, fmax (check->dw[l - 1], check->db[l - 1]));
    }
  add_norms (self, g, d, 0, network->n_parameters, &all);
  check->difference = relate (&all, floor, error);
}

gboolean
gradus_gradient_check_run (const GradusNetwork *network, GradusDataset *data, double l2,
                           const GradusCheckOrder *order, GradusGradientCheck *check)
{
  GradusTextbook textbook = { .is_cancelled = order->is_cancelled };
  g_autoptr (GradusDataset) some = choose_examples (data, order->n_examples);

  *check = (GradusGradientCheck){ .n_layers = network->n_layers };
  gradus_textbook_init (&textbook, network);
  choose_parameters (&textbook, order->n_per_matrix);
  choose_step (&textbook, some);
  for (gsize p = 0; p < network->n_parameters; p++)
    check->n_parameters += textbook.is_chosen[p];
  g_autoptr (GradusDataset) smooth = leave_out_kinks (&textbook, some, &check->n_left_out);
  check->n_examples = some->m - check->n_left_out;
  if (smooth != NULL && !is_cancelled (&textbook))
    {
      g_autofree double *g = g_new (double, network->n_parameters);
      /* λ / m is that of all examples, whichever are compared */
      double share = l2 * (double) smooth->m / (double) data->m;
      g_autofree long double *d = make_differences (&textbook, smooth, share);
      double cost = gradus_gradient_whole (network, smooth, share, g);
      compare (&textbook, g, d, cost, check);
    }
  gboolean is_done = !is_cancelled (&textbook);
  gradus_textbook_clear (&textbook);
  return is_done;
}

/* Multiplications for an example where at most so many of each matrix are compared: for each of
 * them its own unit's sum and all of the layers behind, four times; where there are kinks the whole
 * network twice as well. */
static double
count_work (const GradusNetwork *network, double most)
{
  gboolean has_kinks = network->activation == GRADUS_ACTIVATION_RELU
                       || network->activation == GRADUS_ACTIVATION_LEAKY_RELU;
  double before = has_kinks ? 2 * (double) network->n_parameters : 0, work = 0, behind = 0;

  for (int l = network->n_layers; l >= 1; l--)
    {
      double n = network->n[l], n_before = network->n[l - 1];
      work += (fmin (n * n_before, most) + fmin (n, most))
              * (before + 4 * (n_before + ACTIVATION + behind));
      behind += n * (n_before + ACTIVATION);
    }
  return work;
}

void
gradus_gradient_check_bound (const GradusNetwork *network, gsize m, GradusCheckOrder *order)
{
  double most = (double) network->n_parameters;

  order->n_examples = m;
  while ((double) order->n_examples * count_work (network, most) > MOST_WORK
         && order->n_examples > FEW_EXAMPLES)
    order->n_examples = MAX (order->n_examples / 2, FEW_EXAMPLES);
  while ((double) order->n_examples * count_work (network, most) > MOST_WORK
         && most > FEW_PARAMETERS)
    most = fmax (floor (most / 2), FEW_PARAMETERS);
  order->n_per_matrix = (gsize) most;
}

double
gradus_gradient_check (const GradusNetwork *network, GradusDataset *data, double l2,
                       gsize *n_left_out)
{
  GradusCheckOrder all = { 0 };
  GradusGradientCheck check;

  gradus_gradient_check_run (network, data, l2, &all, &check);
  *n_left_out = check.n_left_out;
  return check.difference;
}
