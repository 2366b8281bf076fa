/* Checks a gradient on a thread, one at a time, until it is stopped. */
#pragma once

#include "core/gradient-check.h"
#include "core/snapshot.h"

typedef struct _GradusGradientChecker GradusGradientChecker;

/* What came out; not called for a check that was stopped. */
typedef void (*GradusGradientCheckerFunc) (const GradusGradientCheck *check,
                                           const GradusSnapshot *snapshot, gpointer data);

GradusGradientChecker *gradus_gradient_checker_new (GradusGradientCheckerFunc func, gpointer data);
/* func is not called any more; the thread ends soon by itself. */
void gradus_gradient_checker_free (GradusGradientChecker *self);

/* Compares as much as takes some seconds, of the snapshot's gradient over data. Stops the check
 * before. */
void gradus_gradient_checker_start (GradusGradientChecker *self, GradusSnapshot *snapshot,
                                    GradusDataset *data, double l2);
void gradus_gradient_checker_stop (GradusGradientChecker *self);
gboolean gradus_gradient_checker_is_busy (const GradusGradientChecker *self);
