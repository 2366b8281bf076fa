/* A network trained as a textbook writes it, to compare with. */
#pragma once

#include <glib.h>

/* Tanh units, one sigmoid output. Everything is borrowed; the parameters change. */
typedef struct
{
  int n_layers;
  const int *n;         /* (n_layers + 1): features, units of each layer; the last is 1 */
  double **w, **b;      /* (n_layers): w[l] is (n[l + 1], n[l]), row-major */
  double **dw, **db;    /* as they are */
  double **a, **delta;  /* (n_layers + 1): of one example, (n[l]) */
  gsize m;              /* examples */
  const double *x;      /* (n[0], m) */
  const guint8 *labels; /* (m) */
} Textbook;

/* One epoch of gradient descent over all examples. Returns: the cost before its update. */
double textbook_epoch (const Textbook *self, double alpha);
