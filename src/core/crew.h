/* A few threads that share out numbered pieces of work. */
#pragma once

#include <glib.h>

typedef struct _GradusCrew GradusCrew;

/* Does piece i; thread (0 … n_threads - 1) tells which scratch memory is this thread's own. */
typedef void (*GradusCrewFunc) (gpointer data, int i, int thread);

GradusCrew *gradus_crew_new (int n_threads);
void gradus_crew_free (GradusCrew *self);
int gradus_crew_size (const GradusCrew *self);

/* Calls func for i = 0 … n - 1, each once, in any order, on any thread, this one included; returns
 * when all are done. With one thread, or one piece, it is a plain loop. */
void gradus_crew_run (GradusCrew *self, int n, GradusCrewFunc func, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GradusCrew, gradus_crew_free)
