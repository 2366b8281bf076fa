/* The sharpest bend of the cost: the Lanczos process on Hessian-vector products, some blocks at a
 * time. */
#include "core/curvature.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "core/hessian.h"

#define MOST_PRODUCTS 512
#define TOLERANCE 1e-10
#define START_SEED 1

struct _GradusCurvatureJob
{
  GradusNetwork *network;
  GradusDataset *data;
  double l2;
  GradusHessian *hessian;
  gsize block_size;

  gsize done;       /* examples of the product under way */
  double *block;    /* (n_parameters): a block's sums */
  double *product;  /* H q so far */
  GradusNetwork *q; /* Lanczos vector k; as a network, whose W[l], b[l] it has the shape of */
  double *q_before; /* vector k − 1 */
  int k;            /* whole products */
  double alpha[MOST_PRODUCTS]; /* T_k: α_1 … α_k on its diagonal, */
  double beta[MOST_PRODUCTS];  /* β_1 … β_k-1 beside it, β_k the next */
  gboolean is_done;
  GradusCurvature result;
};

static double
dot (const double *a, const double *b, gsize n)
{
  double sum = 0;

  for (gsize i = 0; i < n; i++)
    sum += a[i] * b[i];
  return sum;
}

static void
clear_product (GradusCurvatureJob *self)
{
  self->done = 0;
  memset (self->product, 0, self->q->n_parameters * sizeof *self->product);
}

static void
start (GradusCurvatureJob *self)
{
  gsize n = self->q->n_parameters;
  GradusRng rng;

  gradus_rng_seed (&rng, START_SEED);
  for (gsize i = 0; i < n; i++)
    self->q->parameters[i] = gradus_rng_uniform (&rng) - 0.5;
  double length = sqrt (dot (self->q->parameters, self->q->parameters, n));
  for (gsize i = 0; i < n; i++)
    self->q->parameters[i] /= length;
  clear_product (self);
}

GradusCurvatureJob *
gradus_curvature_job_new (const GradusNetwork *network, GradusDataset *data, double l2)
{
  GradusCurvatureJob *self = g_new0 (GradusCurvatureJob, 1);

  self->network = gradus_network_copy (network);
  self->data = gradus_dataset_ref (data);
  self->l2 = l2;
  self->hessian = gradus_hessian_new (network);
  self->block_size = gradus_block_size (network);
  self->block = g_new (double, network->n_parameters);
  self->product = g_new (double, network->n_parameters);
  self->q = gradus_network_copy (network);
  self->q_before = g_new0 (double, network->n_parameters);
  start (self);
  return self;
}

void
gradus_curvature_job_free (GradusCurvatureJob *self)
{
  if (self == NULL)
    return;
  gradus_network_free (self->network);
  gradus_dataset_unref (self->data);
  gradus_hessian_free (self->hessian);
  g_free (self->block);
  g_free (self->product);
  gradus_network_free (self->q);
  g_free (self->q_before);
  g_free (self);
}

/* Whether θ is above every eigenvalue of T_k: then the pivots of θ − T_k, from its last row up, are
 * all positive. */
static gboolean
is_above (const GradusCurvatureJob *self, double theta)
{
  double pivot = theta - self->alpha[self->k - 1];

  for (int i = self->k - 2; i >= 0 && pivot > 0; i--)
    pivot = theta - self->alpha[i] - self->beta[i] * self->beta[i] / pivot;
  return pivot > 0;
}

/* Gershgorin's discs: no eigenvalue of T_k is further from 0. */
static double
find_reach (const GradusCurvatureJob *self)
{
  double reach = 0;

  for (int i = 0; i < self->k; i++)
    {
      double beside = (i > 0 ? self->beta[i - 1] : 0) + (i + 1 < self->k ? self->beta[i] : 0);
      reach = fmax (reach, fabs (self->alpha[i]) + beside);
    }
  return reach;
}

/* The largest eigenvalue of T_k, by halving, as exactly as its numbers are. */
static double
find_largest (const GradusCurvatureJob *self, double reach)
{
  double high = reach * (1 + 8 * DBL_EPSILON), low = -high;

  while (high - low > DBL_EPSILON * reach)
    {
      double middle = (low + high) / 2;
      if (!(middle > low && middle < high))
        break;
      if (is_above (self, middle))
        high = middle;
      else
        low = middle;
    }
  return high;
}

/* |s_k|, the last component of the unit eigenvector of T_k to θ: from x_k = 1 upwards, where
 * x_i-1 = x_i pivot_i / β_i-1. */
static double
last_component (const GradusCurvatureJob *self, double theta)
{
  double pivot = theta - self->alpha[self->k - 1], x = 1, squares = 1;

  for (int i = self->k - 2; i >= 0; i--)
    {
      x *= pivot / self->beta[i];
      squares += x * x;
      pivot = theta - self->alpha[i] - self->beta[i] * self->beta[i] / pivot;
    }
  return 1 / sqrt (squares);
}

/* With a whole product H q_k there: α_k = q_k · H q_k, r = H q_k − α_k q_k − β_k-1 q_k-1,
 * β_k = ‖r‖, q_k+1 = r / β_k. */
static void
extend (GradusCurvatureJob *self)
{
  gsize n = self->q->n_parameters;
  double *q = self->q->parameters, *r = self->product;
  int k = self->k++;
  double before = k > 0 ? self->beta[k - 1] : 0;

  self->alpha[k] = dot (q, r, n);
  for (gsize i = 0; i < n; i++)
    r[i] -= self->alpha[k] * q[i] + before * self->q_before[i];
  self->beta[k] = sqrt (dot (r, r, n));
}

static void
advance (GradusCurvatureJob *self)
{
  gsize n = self->q->n_parameters;
  double *q = self->q->parameters, beta = self->beta[self->k - 1];

  for (gsize i = 0; i < n; i++)
    {
      self->q_before[i] = q[i];
      q[i] = self->product[i] / beta;
    }
  clear_product (self);
}

static void
end_product (GradusCurvatureJob *self)
{
  gradus_gradient_finish (self->q, self->l2, self->data->m, self->data->m, self->product);
  extend (self);
  double reach = find_reach (self), beta = self->beta[self->k - 1];
  if (!isfinite (reach) || !isfinite (beta))
    {
      self->result = (GradusCurvature){ NAN, NAN, self->k };
      self->is_done = TRUE;
      return;
    }
  double theta = find_largest (self, reach);
  double residual = self->k > 1 ? beta * last_component (self, theta) : beta;
  self->result = (GradusCurvature){ theta, residual, self->k };
  self->is_done =
      residual <= TOLERANCE * reach || beta <= DBL_EPSILON * reach || self->k == MOST_PRODUCTS;
  if (!self->is_done)
    advance (self);
}

gboolean
gradus_curvature_job_work (GradusCurvatureJob *self, int n_blocks)
{
  for (; !self->is_done && n_blocks > 0; n_blocks--)
    {
      gsize n = MIN (self->block_size, self->data->m - self->done);

      memset (self->block, 0, self->q->n_parameters * sizeof *self->block);
      gradus_hessian_block (self->network, self->q, self->data, self->done, n, self->hessian,
                            self->block);
      for (gsize i = 0; i < self->q->n_parameters; i++)
        self->product[i] += self->block[i];
      self->done += n;
      if (self->done == self->data->m)
        end_product (self);
    }
  return self->is_done;
}

const GradusCurvature *
gradus_curvature_job_get_result (const GradusCurvatureJob *self)
{
  g_return_val_if_fail (self->is_done, NULL);

  return &self->result;
}

GradusCurvature
gradus_curvature_measure (const GradusNetwork *network, GradusDataset *data, double l2)
{
  g_autoptr (GradusCurvatureJob) job = gradus_curvature_job_new (network, data, l2);

  while (!gradus_curvature_job_work (job, G_MAXINT))
    ;
  return job->result;
}
