/* A few threads that share out numbered pieces of work, and never wait for one that sleeps. */
#pragma once

#include <glib.h>

typedef struct _GradusCrew GradusCrew;

/* What a crew does. Thread 0 is the caller's. A piece may be done twice, on two threads, when one
 * of them is late; the same piece always comes to the same, and it is kept once. */
typedef struct
{
  /* Before a thread's first piece of a call, under the crew's lock: copies what its pieces need,
   * for a late thread goes on with them after the call is over. */
  void (*prepare) (gpointer data, int thread);
  /* Does piece i into memory of the thread's own. */
  void (*work) (gpointer data, int i, int thread);
  /* Under the lock: takes over what the thread has just made of piece i. */
  void (*keep) (gpointer data, int i, int thread);
} GradusCrewJob;

/* data goes to the job's functions. Returns: (transfer full). */
GradusCrew *gradus_crew_new (int n_threads, const GradusCrewJob *job, gpointer data);
void gradus_crew_free (GradusCrew *self);

typedef enum
{
  GRADUS_CREW_ALONE,    /* on the caller's thread: too little work to wake the others */
  GRADUS_CREW_TOGETHER, /* shared out; what is late at the end is done again here */
  GRADUS_CREW_IN_STEP,  /* shared out; waits for what is late, as its input is about to change */
} GradusCrewManner;

/* Does the pieces 0 … n - 1, in any order; returns when all are kept. n ≤ GRADUS_CREW_PIECES. */
#define GRADUS_CREW_PIECES 256
void gradus_crew_run (GradusCrew *self, int n, GradusCrewManner manner);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GradusCrew, gradus_crew_free)
