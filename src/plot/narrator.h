/* What is going on in a run, in one plain sentence: rules tried one after the other, and the view
 * that shows what the sentence says. */
#pragma once

#include "core/facts.h"
#include "plot/figure.h"

/* In the order in which they are tried; the first whose condition holds is told. */
typedef enum
{
  GRADUS_TALE_DIVERGED,
  GRADUS_TALE_REST,         /* whole batch: every gradient is exactly 0 */
  GRADUS_TALE_REST_WEIGHTS, /* whole batch: that of every weight is */
  GRADUS_TALE_SYMMETRIC,    /* a layer's units cannot be told apart by descent */
  GRADUS_TALE_ALIKE,        /* some units of a layer are alike (numerics.md) */
  GRADUS_TALE_BLOCKED,      /* at epoch 0 a third of the outputs of the layer that blocks the most
                               error was saturated and half of the error or more blocked, and
                               the cost is not yet under 3/4 of the best constant answer's */
  GRADUS_TALE_OSCILLATES,   /* whole batch: of 50 epochs a fifth or more brought a higher cost */
  GRADUS_TALE_ROSE,         /* whole batch: one of the last 10 did */
  GRADUS_TALE_OVERFITS, /* held-out cost 5 % above its least, the training cost lower than then */
  GRADUS_TALE_DEAD,     /* relu units that are inactive on all examples */
  GRADUS_TALE_LOGISTIC, /* no hidden layer */
  GRADUS_TALE_READY,    /* nothing but epoch 0 */
  GRADUS_TALE_BREAKING, /* still on the plateau that the run began on, all units' weights within
                           0.3 of each other; gradients and differences are larger than at
                           epoch 0 */
  GRADUS_TALE_PLATEAU,  /* still on it otherwise */
  GRADUS_TALE_ALL_THE_SAME, /* a third of the outputs or more began saturated; the cost is under 3/4
                               of the best constant answer's and of its own start */
  GRADUS_TALE_BROKE,        /* left the plateau, from weights within 0.3 of each other to units that
                               face different ways, 10° apart at least */
  GRADUS_TALE_DECIDED,      /* half of the outputs or more are saturated, and the cost is under half
                               of the best constant answer's */
  GRADUS_TALE_FINISHED,
  GRADUS_TALE_PROGRESS, /* none of these: from what to what the cost has gone */
  GRADUS_N_TALES
} GradusTale;

/* history must have a row, unless the run has diverged at epoch 0. */
GradusTale gradus_narrator_choose (const GradusFacts *facts);

/* The sentence. Returns: (transfer full). */
char *gradus_narrator_tell (const GradusFacts *facts, GradusTale tale);

/* The view in which it is to be seen. */
GradusView gradus_narrator_view (GradusTale tale);
