/* What a run has passed on its way, and at which epochs. */
#pragma once

#include "core/dataset.h"
#include "core/history.h"

/* In the order in which a run that goes well meets most of them. */
typedef enum
{
  GRADUS_LANDMARK_PLATEAU,   /* J under GRADUS_PLATEAU of what the best constant answer costs */
  GRADUS_LANDMARK_SATURATED, /* a hidden unit is saturated on more than half of the examples */
  GRADUS_LANDMARK_ACCURATE,  /* the accuracy is over GRADUS_ACCURATE */
  GRADUS_LANDMARK_RISE,      /* J is higher than an epoch before, by more than rounding */
  GRADUS_LANDMARK_DIVERGED,  /* the epoch that could not be: one beyond the newest recorded */
  GRADUS_N_LANDMARKS
} GradusLandmark;

#define GRADUS_PLATEAU 0.99
#define GRADUS_ACCURATE 0.9

/* A rise counts when it is more than this share of the cost. Where a run has come to rest the cost
 * still goes up and down by some ulps (1e-16 of it, times the root of the number of examples at
 * most); where descent steps too far the first rise is already a thousand times this share. */
#define GRADUS_RISE 1e-12

/* A plain value. */
typedef struct
{
  gint64 epochs[GRADUS_N_LANDMARKS]; /* the first epoch of each; -1: not passed */
  double constant_cost;              /* of the best constant answer: −Σ p_k ln p_k, where p_k is
                                        the share of class k among the training examples */
  gboolean is_balanced;              /* all p_k are equal: constant_cost is ln K */
  int n_classes;                     /* K */
  int layer, unit;                   /* of SATURATED: layer from 1, unit from 0; -1: none */
  gboolean is_deep;                  /* there is more than one hidden layer to name */
  double start;                      /* J at epoch 0; NAN before */
  gint64 epoch;                      /* the newest row's; -1 before epoch 0 */
  double cost, before;               /* J of that epoch and of the one before it; NAN: none */
} GradusLandmarks;

/* Nothing passed yet, by a run on these training examples. */
void gradus_landmarks_init (GradusLandmarks *self, const GradusDataset *training);

/* Takes in the row of the next epoch; or of the newest one once more, when what it says has become
 * something else: then what was passed at that epoch is decided anew. Of the landmarks that a row
 * can tell: all but SATURATED and DIVERGED. */
void gradus_landmarks_take (GradusLandmarks *self, const GradusRow *row);

/* Those that the run has passed into list, in the order in which it has (at the same epoch: in
 * their own). Returns: how many. */
int gradus_landmarks_list (const GradusLandmarks *self, GradusLandmark list[GRADUS_N_LANDMARKS]);

/* The epoch that shows a landmark that was passed: its own, but the last finite one for DIVERGED.
 */
gint64 gradus_landmarks_show (const GradusLandmarks *self, GradusLandmark landmark);

/* The nearest epoch before (direction < 0) or after the given one that shows a landmark; -1: none.
 */
gint64 gradus_landmarks_find (const GradusLandmarks *self, gint64 epoch, int direction);

/* Whether the run began on the plateau: J at epoch 0 within 1 − GRADUS_PLATEAU of constant_cost. */
gboolean gradus_landmarks_began_on_plateau (const GradusLandmarks *self);
