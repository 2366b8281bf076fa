/* What to compare: a field of the experiment, and what it is in each run. */
#pragma once

#include <gtk/gtk.h>

#include "core/spec.h"

#define GRADUS_TYPE_COMPARE_DIALOG (gradus_compare_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GradusCompareDialog, gradus_compare_dialog, GRADUS, COMPARE_DIALOG, GtkWindow)

/* Begins with what the spec compares, or with its own seed and the next ones.
 * Signal: accepted () when the question is answered; the dialog closes itself after it. */
GradusCompareDialog *gradus_compare_dialog_new (GtkWindow *parent, const GradusSpec *spec);

/* (transfer none) */
const char *gradus_compare_dialog_get_field (GradusCompareDialog *self);
const char *gradus_compare_dialog_get_values (GradusCompareDialog *self);
