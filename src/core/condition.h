/* What a lesson waits for and what it claims: "cost < 0.3", "alike = 4", "plateau-left". */
#pragma once

#include "core/measure.h"

typedef enum
{
  GRADUS_RELATION_PASSED, /* a landmark has been passed */
  GRADUS_RELATION_NOT_PASSED,
  GRADUS_RELATION_LESS,
  GRADUS_RELATION_AT_MOST,
  GRADUS_RELATION_EQUAL, /* to within the tolerance */
  GRADUS_RELATION_NOT_EQUAL,
  GRADUS_RELATION_AT_LEAST,
  GRADUS_RELATION_MORE,
} GradusRelation;

typedef struct
{
  GradusMeasureName name;
  GradusRelation relation;
  double value;
  double tolerance;
  char *text; /* as it was written */
} GradusCondition;

/* Reads a list with ';' between; each is one of
 *   MEASURE RELATION NUMBER [± NUMBER]   relation: < <= = != >= > (or ≤ ≠ ≥; none is =);
 *                                        numbers of shares with %; +- is ± as well
 *   PASSED                               such as diverged or plateau-left
 *   not PASSED
 * where a measure may have [LAYER] and @RUN behind it (core/measure.h).
 * Returns: (transfer full) of GradusCondition, or NULL with GRADUS_ERROR_SPEC. */
GArray *gradus_conditions_read (const char *text, GError **error);

/* What has to be known to judge them all. */
GradusMeasureNeeds gradus_conditions_need (const GArray *conditions);

/* The first that does not hold (transfer none), or NULL. */
const GradusCondition *gradus_conditions_find_false (const GArray *conditions,
                                                     const GradusMeasured *runs, int n_runs);

/* The epoch that is waited for where they are "epoch N" or "epoch >= N" alone, else -1. */
gint64 gradus_conditions_get_epoch (const GArray *conditions);
