/* Reproduces a table of published figures on a thread, and tells each row as it comes. */
#pragma once

#include "core/reproduction.h"

typedef struct _GradusReproducer GradusReproducer;

/* What came out for the row; each is told once. */
typedef void (*GradusReproducerFunc) (int row, const GradusOutcome *outcome, gpointer data);
/* All rows have been told, or there is an error; not called for what was stopped. */
typedef void (*GradusReproducerDoneFunc) (const GError *error, gpointer data);

GradusReproducer *gradus_reproducer_new (GradusReproducerFunc func, GradusReproducerDoneFunc done,
                                         gpointer data);
/* Neither function is called any more; the thread ends soon by itself. */
void gradus_reproducer_free (GradusReproducer *self);

/* Stops what is under way, if anything is. */
void gradus_reproducer_start (GradusReproducer *self, GradusPublished *table);
void gradus_reproducer_stop (GradusReproducer *self);
gboolean gradus_reproducer_is_busy (const GradusReproducer *self);
