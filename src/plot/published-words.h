/* A table of published figures in words: what was published, what came out, the verdict. */
#pragma once

#include "core/reproduction.h"

/* "cost", "held-out accuracy" */
const char *gradus_quantity_words (GradusQuantity quantity);

/* "0.693048", "90 … 91 %" and what is ours of it, in all of them with the user's own decimal point.
 * Returns: (transfer full). */
char *gradus_published_figure (const GradusPublishedRow *row, const char *decimal_point);
char *gradus_published_ours (const GradusPublishedRow *row, const GradusOutcome *outcome,
                             const char *decimal_point);

/* "agrees", "in the band", "0.001203 too high"; "" while it is open. Returns: (transfer full). */
char *gradus_published_verdict (const GradusPublishedRow *row, const GradusOutcome *outcome,
                                const char *decimal_point);

/* "All 12 rows agree, 3 of them within a band", "2 of 12 rows differ". Needs outcomes of which none
 * is open. Returns: (transfer full). */
char *gradus_published_sum (const GradusOutcome *outcomes, int n);

/* The whole table as text, with tabs between the columns and a line for each row.
 * Returns: (transfer full). */
char *gradus_published_to_text (const GradusPublished *table, const GradusOutcome *outcomes,
                                const char *decimal_point);

/* Whether none differs or is missing. */
gboolean gradus_published_is_reproduced (const GradusOutcome *outcomes, int n);
