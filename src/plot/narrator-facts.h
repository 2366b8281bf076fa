/* What the narrator's rules and sentences are made of: small questions about a run. */
#pragma once

#include "plot/narrator.h"
#include "plot/number.h"

/* Epochs that GRADUS_TALE_OSCILLATES and GRADUS_TALE_ROSE look back on. */
#define GRADUS_FACTS_LONG 50
#define GRADUS_FACTS_SHORT 10

/* The row told of, and that of epoch 0. */
const GradusRow *gradus_facts_row (const GradusFacts *facts);
const GradusRow *gradus_facts_start_row (const GradusFacts *facts);

/* The run's start; at epoch 0 that is the diagnosis of the scene itself. NULL: not known. */
const GradusDiagnosis *gradus_facts_start (const GradusFacts *facts);

/* In how many of the last n_rows rows the cost was higher than in the row before (or in an epoch
 * between), by more than rounding and not for a change by hand. n_looked: how many there were;
 * last: the newest such row, before: the one before it (both NULL where there is none). */
int gradus_facts_count_rises (const GradusFacts *facts, int n_rows, int *n_looked,
                              const GradusRow **last, const GradusRow **before);

/* The row with the least held-out cost; NULL where none is held out. */
const GradusRow *gradus_facts_best_held_out (const GradusFacts *facts);

/* The hidden layer whose blocked error at epoch 0 is the largest, from 1 on; 0: not known. */
int gradus_facts_most_blocked (const GradusFacts *facts);

/* The first hidden layer of which it is true; 0: none. */
int gradus_facts_find_symmetric (const GradusFacts *facts);
int gradus_facts_find_alike (const GradusFacts *facts);
int gradus_facts_find_dead (const GradusFacts *facts);

/* Ways that the first layer's units face: the directions of their rows of W[1], those within 10° of
 * each other counted once. Needs two features; 0 where a row is zero. */
int gradus_facts_count_ways (const GradusNetwork *network);

/* Whether the first layer's weights are within 0.3 of each other and not all the same. */
gboolean gradus_facts_is_close (const GradusRow *row);

/* Σ ‖dW[l]‖. */
double gradus_facts_gradient (const GradusFacts *facts, const GradusRow *row);

/* Numbers as the sentences have them. */
static inline GradusNumber
gradus_facts_cost (const GradusFacts *facts, double cost)
{
  return gradus_number_cost (cost, facts->decimal_point);
}

static inline GradusNumber
gradus_facts_percent (const GradusFacts *facts, double fraction)
{
  return gradus_number_percent_in_words (fraction, 0, facts->decimal_point);
}
