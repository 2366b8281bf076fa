/* Threads that share out pieces: each piece is kept once, whoever is late. */
#include "core/crew.h"

#define THREADS 4
#define PIECES 40

typedef struct
{
  GradusCrew *crew;
  int call;            /* what the pieces of this call come to, times their number */
  int copied[THREADS]; /* call, as each thread found it */
  int made[THREADS];   /* by each thread, of its newest piece */
  int kept[PIECES];    /* value */
  int n_kept[PIECES];
  gint n_working;
  gulong nap; /* µs that every thread but the first is late with each piece */
} Work;

static void
prepare_cb (gpointer data, int thread)
{
  Work *work = data;

  work->copied[thread] = work->call;
}

static void
work_cb (gpointer data, int i, int thread)
{
  Work *work = data;

  g_atomic_int_inc (&work->n_working);
  if (thread > 0 && work->nap > 0)
    g_usleep (work->nap);
  work->made[thread] = work->copied[thread] * i;
  g_atomic_int_add (&work->n_working, -1);
}

static void
keep_cb (gpointer data, int i, int thread)
{
  Work *work = data;

  work->kept[i] = work->made[thread];
  work->n_kept[i]++;
}

static const GradusCrewJob job = { prepare_cb, work_cb, keep_cb };

static void
run_calls (int n_threads, gulong nap, GradusCrewManner manner)
{
  Work work = { .nap = nap };

  work.crew = gradus_crew_new (n_threads, &job, &work);
  for (work.call = 1; work.call <= 30; work.call++)
    {
      int n = 1 + work.call % PIECES;
      for (int i = 0; i < PIECES; i++)
        work.n_kept[i] = 0;
      gradus_crew_run (work.crew, n, manner);
      for (int i = 0; i < n; i++)
        {
          g_assert_cmpint (work.n_kept[i], ==, 1);
          g_assert_cmpint (work.kept[i], ==, work.call * i);
        }
      if (manner == GRADUS_CREW_IN_STEP)
        g_assert_cmpint (g_atomic_int_get (&work.n_working), ==, 0);
    }
  gradus_crew_free (work.crew);
}

static void
test_kept_once (void)
{
  for (int n_threads = 1; n_threads <= THREADS; n_threads++)
    for (int manner = GRADUS_CREW_ALONE; manner <= GRADUS_CREW_IN_STEP; manner++)
      run_calls (n_threads, 0, manner);
}

static void
test_late_threads (void)
{
  run_calls (THREADS, 3000, GRADUS_CREW_TOGETHER);
}

static void
test_in_step (void)
{
  run_calls (2, 500, GRADUS_CREW_IN_STEP);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/crew/each-piece-is-kept-once", test_kept_once);
  g_test_add_func ("/crew/what-a-late-thread-makes-is-made-again-and-passed-over",
                   test_late_threads);
  g_test_add_func ("/crew/in-step-nobody-works-on-after-the-call", test_in_step);
  return g_test_run ();
}
