/* The space of the hidden units: where the plane's grid and the examples go in a[1], a[2], …. */
#pragma once

#include "core/dataset.h"
#include "core/field.h"
#include "core/network.h"

/* Lines of constant x1 that are mapped, and as many of constant x2. */
#define GRADUS_SPACE_LINES 11
/* Points on all of them together, at most. */
#define GRADUS_SPACE_POINTS 6000
/* Examples of a set that are mapped; of more so many, scattered evenly over the set. */
#define GRADUS_SPACE_EXAMPLES 4000

/* Points of the plane, and what the units make of each. */
typedef struct
{
  gsize n;
  guint32 *which;                     /* (n): numbers of the examples; NULL for the grid */
  float *a[GRADUS_MAX_HIDDEN_LAYERS]; /* [l - 1]: (n_units[l - 1], n) */
  float *z;                           /* (n): z[L]; NULL where the output is a softmax */
} GradusSpaceSet;

/* Immutable once made. Of each layer the first GRADUS_SHOWN_UNITS units at most. */
typedef struct
{
  int n_layers; /* hidden layers */
  int n_units[GRADUS_MAX_HIDDEN_LAYERS];
  GradusSpaceSet grid;
  int starts[2 * GRADUS_SPACE_LINES + 1]; /* where each line begins in the grid, and their end */
  GradusSpaceSet training, held_out;
  float *low[GRADUS_MAX_HIDDEN_LAYERS]; /* [l - 1]: (n_units[l - 1]): the least a of all three */
  float *high[GRADUS_MAX_HIDDEN_LAYERS];
  float z_low, z_high; /* the same of z[L] */
  double *mean;        /* (n[L - 1]): of every a[L - 1], over all training examples */
} GradusSpace;

/* Needs n_x = 2 and a hidden layer. Takes a pass over the training examples: not for the main loop.
 * held_out may be NULL. Returns: (transfer full). */
GradusSpace *gradus_space_new (const GradusNetwork *network, const GradusDataset *training,
                               const GradusDataset *held_out, const GradusExtent *extent);
void gradus_space_free (GradusSpace *self);

/* How two units' activations lie to each other, over the mapped training examples. */
typedef struct
{
  double cornered;    /* share of the examples on which both are saturated */
  double apart;       /* mean of |a_i − a_j| */
  double reach;       /* largest less least a, of the unit in which that is larger */
  double correlation; /* of a_i and a_j; NAN where one of them stays the same */
} GradusSpacePair;

/* Units count from 0. A pass over the mapped examples. */
void gradus_space_pair (const GradusSpace *self, GradusActivation g, int layer, int i, int j,
                        GradusSpacePair *pair);

typedef enum
{
  GRADUS_SPACE_DIAGONAL, /* both units compute the same: every example has a_i = a_j */
  GRADUS_SPACE_CORNERS,  /* cornered is over a half */
  GRADUS_SPACE_POINT,    /* tanh, sigmoid: reach is under 15 % of g's whole range */
  GRADUS_SPACE_LINE,     /* |correlation| is 0.99 or more */
  GRADUS_SPACE_SPREAD,   /* none of these */
} GradusSpaceShape;

/* Which it is; the first that holds. are_alike: as the diagnosis has it (numerics.md). */
GradusSpaceShape gradus_space_shape (const GradusSpacePair *pair, GradusActivation g,
                                     gboolean are_alike);

/* The line on which the output is undecided, w[0] a_i + w[1] a_j + c = 0, with the other units of
 * the last hidden layer at their mean. Returns: FALSE where the output is a softmax, which has no
 * one such line. */
gboolean gradus_space_output_line (const GradusSpace *self, const GradusNetwork *network, int i,
                                   int j, double w[2], double *c);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GradusSpace, gradus_space_free)
