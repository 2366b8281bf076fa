/* Gradient descent as a textbook writes it: example by example, plain loops, libm. */
#include "textbook.h"

#include <math.h>
#include <string.h>

/* Returns: the probability of class 1. */
static double
forward (const Textbook *self, gsize i)
{
  for (int f = 0; f < self->n[0]; f++)
    self->a[0][f] = self->x[(gsize) f * self->m + i];
  for (int l = 0; l < self->n_layers; l++)
    for (int j = 0; j < self->n[l + 1]; j++)
      {
        const double *w = self->w[l] + j * self->n[l];
        double z = self->b[l][j];

        for (int k = 0; k < self->n[l]; k++)
          z += w[k] * self->a[l][k];
        self->a[l + 1][j] = l + 1 < self->n_layers ? tanh (z) : 1 / (1 + exp (-z));
      }
  return self->a[self->n_layers][0];
}

static void
backward (const Textbook *self, double dz)
{
  self->delta[self->n_layers][0] = dz;
  for (int l = self->n_layers - 1; l >= 0; l--)
    {
      memset (self->delta[l], 0, (gsize) self->n[l] * sizeof (double));
      for (int j = 0; j < self->n[l + 1]; j++)
        {
          const double *w = self->w[l] + j * self->n[l];
          double *dw = self->dw[l] + j * self->n[l];
          double d = self->delta[l + 1][j];

          self->db[l][j] += d;
          for (int k = 0; k < self->n[l]; k++)
            {
              dw[k] += d * self->a[l][k];
              self->delta[l][k] += d * w[k];
            }
        }
      for (int k = 0; k < self->n[l] && l > 0; k++)
        self->delta[l][k] *= 1 - self->a[l][k] * self->a[l][k];
    }
}

static void
update (int n, double step, double *parameters, double *gradient)
{
  for (int i = 0; i < n; i++)
    {
      parameters[i] -= step * gradient[i];
      gradient[i] = 0;
    }
}

double
textbook_epoch (const Textbook *self, double alpha)
{
  double m = (double) self->m, cost = 0;

  for (gsize i = 0; i < self->m; i++)
    {
      double p = forward (self, i);

      cost -= log (self->labels[i] ? p : 1 - p);
      backward (self, p - self->labels[i]);
    }
  for (int l = 0; l < self->n_layers; l++)
    {
      update (self->n[l + 1] * self->n[l], alpha / m, self->w[l], self->dw[l]);
      update (self->n[l + 1], alpha / m, self->b[l], self->db[l]);
    }
  return cost / m;
}
