/* The network: layers of parameters, their initialisation, and the forward pass. */
#pragma once

#include <glib.h>

#include "core/activation.h"
#include "core/kernel.h"
#include "core/rng.h"
#include "core/spec.h"

typedef struct
{
  int n_layers;                 /* L: hidden layers and the output; 1 is logistic regression */
  int n[GRADUS_MAX_LAYERS + 1]; /* n[0] = n_x … n[L] = n_y */
  GradusActivation
      activation; /* of the hidden layers; the output is sigmoid, or softmax for n_y > 1 */
  gsize n_parameters;
  double *parameters; /* W[1], b[1], W[2], b[2], … one after the other */
} GradusNetwork;

/* All parameters zero. n_classes 2 gives one sigmoid output, K > 2 a softmax of K.
 * Returns: (transfer full). */
GradusNetwork *gradus_network_new (int n_x, const GradusHidden *hidden, GradusActivation activation,
                                   int n_classes);
GradusNetwork *gradus_network_copy (const GradusNetwork *self);
/* Of a network of the same shape. */
void gradus_network_copy_parameters (GradusNetwork *self, const GradusNetwork *from);
void gradus_network_free (GradusNetwork *self);

/* How many bytes a copy takes, and one made in memory of the caller's, aligned for doubles: it goes
 * when that goes. */
gsize gradus_network_size (const GradusNetwork *self);
GradusNetwork *gradus_network_copy_into (const GradusNetwork *self, gpointer memory);

/* How many parameters such a network has. */
gsize gradus_network_count (int n_x, const GradusHidden *hidden, int n_classes);

/* Fills in spec's initial weights from rng, W[1] first, row by row; b[l] right after W[l] where the
 * spec has a bias scale (numerics.md, Initialisation). */
void gradus_network_initialise (GradusNetwork *self, const GradusSpec *spec, GradusRng *rng);

/* Where W[l] and b[l] begin in an array laid out like parameters, l = 1 … L. */
gsize gradus_network_w_offset (const GradusNetwork *self, int l);
gsize gradus_network_b_offset (const GradusNetwork *self, int l);

/* W[l], (n[l], n[l-1]), row-major. */
static inline double *
gradus_network_w (const GradusNetwork *self, int l)
{
  return self->parameters + gradus_network_w_offset (self, l);
}

/* b[l], (n[l]). */
static inline double *
gradus_network_b (const GradusNetwork *self, int l)
{
  return self->parameters + gradus_network_b_offset (self, l);
}

/* The spread of layer l: the largest difference between any two of its units in one incoming weight
 * or bias, max_k (max_j v_jk − min_j v_jk) with v_j = (W[l]_j, b[l]_j). It is the largest distance
 * that gradus_network_distance () has between two units, found in one pass; exactly 0 if and only
 * if all rows are the same to the bit (0 and −0 count as the same). NAN for a single unit, which
 * has nothing to be apart from. */
double gradus_network_spread (const GradusNetwork *self, int l);

/* How far units i and j of layer l are apart: their largest difference in one incoming weight or
 * bias; exactly 0 if and only if these are the same to the bit. */
double gradus_network_distance (const GradusNetwork *self, int l, int i, int j);

/* The activations of one tile: a[l] is (n[l], GRADUS_TILE) row-major, examples along the row. a[0]
 * is the input; a[L] holds Z[L], the output before sigmoid or softmax. */
typedef struct
{
  const GradusKernel *kernel;
  int n_layers;
  double *a[GRADUS_MAX_LAYERS + 1];
} GradusTile;

GradusTile *gradus_tile_new (const GradusNetwork *network);
void gradus_tile_free (GradusTile *self);

/* Z[l] = W[l] A[l-1] + b[l] into tile->a[l], for the n ≤ GRADUS_TILE examples of tile->a[l - 1].
 * Every example and every unit goes through the same operations in the same order. What stands
 * behind the n up to a whole GRADUS_STEP goes along. */
void gradus_network_affine (const GradusNetwork *self, GradusTile *tile, int n, int l);

/* A[l] = g (Z[l]) in place; the output layer stays Z[L]. */
void gradus_network_activate (const GradusNetwork *self, GradusTile *tile, int n, int l);

/* Both, for layers 1 … last, of the examples in tile->a[0]. */
void gradus_network_forward (const GradusNetwork *self, GradusTile *tile, int n, int last);

/* 1 / (1 + exp (-z)), without overflow. */
double gradus_sigmoid (double z);

/* z[0 … n-1], stride apart, become softmax probabilities. Returns: logsumexp (z). */
double gradus_softmax (double *z, int n, gsize stride);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GradusNetwork, gradus_network_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GradusTile, gradus_tile_free)
