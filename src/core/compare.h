/* The runs of an experiment that varies one field or two: how many, and each as a spec of its own.
 */
#pragma once

#include "core/spec-fields.h"

#define GRADUS_MAX_RUNS 100000

/* Whether the field can be varied: names and lists are not put side by side, nor is the comparison
 * itself. NULL cannot. */
gboolean gradus_compare_can_vary (const GradusSpecField *field);

/* Whether vary names a field that can be varied, and each of values is one that it takes: a list
 * with ';' or, where there is none, with ',' between; whole numbers also as ranges "100..124".
 * Nothing varies where both are empty. The same of across, another field, and its values: then the
 * runs are a table with a row for each value of vary and a column for each of across.
 * Returns: FALSE with GRADUS_ERROR_SPEC. */
gboolean gradus_compare_check (const GradusSpec *spec, GError **error);

/* How many runs a checked spec asks for; 1 where nothing varies. */
int gradus_compare_count (const GradusSpec *spec);

/* Of them those of a row, which come one after the other: 1 where there is no second field. */
int gradus_compare_count_across (const GradusSpec *spec);

/* What the varied field is in run i, as text in the experiment file's form; "" where nothing
 * varies. Returns: (transfer full). */
char *gradus_compare_value (const GradusSpec *spec, int i);

/* The same of the second field. Returns: (transfer full). */
char *gradus_compare_value_across (const GradusSpec *spec, int i);

/* The spec of run i (0 …), which varies nothing itself. */
void gradus_compare_pick (const GradusSpec *spec, int i, GradusSpec *run);
