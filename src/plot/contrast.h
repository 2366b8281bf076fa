/* What the narrator says of runs that are compared, in one plain sentence: what sets one of them
 * apart from the others, in numbers that they show. */
#pragma once

#include "plot/narrator.h"

/* In the order in which they are tried. The first group has a run that the narrator tells this of
 * (GradusTale), and others that it does not tell it of. */
typedef enum
{
  GRADUS_CONTRAST_DIVERGED,
  GRADUS_CONTRAST_REST,         /* nothing of it moves */
  GRADUS_CONTRAST_REST_WEIGHTS, /* no weight of it moves */
  GRADUS_CONTRAST_SYMMETRIC,
  GRADUS_CONTRAST_BLOCKED,
  GRADUS_CONTRAST_OSCILLATES,
  GRADUS_CONTRAST_PLATEAU,
  GRADUS_CONTRAST_READY, /* nothing but epoch 0 */
  GRADUS_CONTRAST_LEVEL, /* all costs are within 1 % of the lowest */
  GRADUS_CONTRAST_AHEAD, /* none of these: which is ahead, and which is last */
  GRADUS_N_CONTRASTS
} GradusContrast;

/* Borrows everything. */
typedef struct
{
  int n;                                  /* two at least */
  const char *names[GRADUS_MAX_COMPARED]; /* of the runs */
  GradusFacts facts[GRADUS_MAX_COMPARED]; /* of each; all about the same epoch, or the last
                                             that the run has come to */
} GradusContrastFacts;

/* run: which one is set apart; view: where it is to be seen. Returns: the sentence (transfer full).
 */
char *gradus_contrast_tell (const GradusContrastFacts *facts, GradusContrast *contrast, int *run,
                            GradusView *view);
