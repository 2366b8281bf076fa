/* A row of a table of published figures: published, ours and the verdict. */
#pragma once

#include <gtk/gtk.h>

#include "core/reproduction.h"

#define GRADUS_TYPE_OUTCOME_ROW (gradus_outcome_row_get_type ())
G_DECLARE_FINAL_TYPE (GradusOutcomeRow, gradus_outcome_row, GRADUS, OUTCOME_ROW, GtkListBoxRow)

/* A row of the table, which is referenced. with_reason: whether it says why there is a band. */
GtkWidget *gradus_outcome_row_new (GradusPublished *table, int row, gboolean with_reason);
/* A row of words that says what the columns of the others are. */
GtkWidget *gradus_outcome_row_new_head (void);

/* What came out; before, nothing did. */
void gradus_outcome_row_set (GradusOutcomeRow *self, const GradusOutcome *outcome);
