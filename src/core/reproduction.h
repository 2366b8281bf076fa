/* Trains the runs of a table of published figures, and judges each row when its epoch is there. */
#pragma once

#include "core/published.h"

typedef struct _GradusReproduction GradusReproduction;

/* What came out for a row. */
typedef struct
{
  double ours; /* in the row's unit; NAN: not there */
  GradusVerdict verdict;
} GradusOutcome;

/* Takes a reference to the table. Returns: (transfer full), with every row OPEN. */
GradusReproduction *gradus_reproduction_new (GradusPublished *table);
void gradus_reproduction_free (GradusReproduction *self);

/* How many threads share a run's work (default 1); changes no result. */
void gradus_reproduction_set_threads (GradusReproduction *self, int n_threads);

/* Goes through at most n_blocks blocks of examples. Returns: whether there is more to do; FALSE
 * also with an error, when the examples of a run cannot be had. */
gboolean gradus_reproduction_work (GradusReproduction *self, int n_blocks, GError **error);

/* One for each row of the table. (transfer none) */
const GradusOutcome *gradus_reproduction_get_outcomes (const GradusReproduction *self);

/* How many of these rows have the verdict. */
int gradus_outcomes_count (const GradusOutcome *outcomes, int n, GradusVerdict verdict);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GradusReproduction, gradus_reproduction_free)
