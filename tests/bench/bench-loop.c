/* How long the main loop keeps everything else waiting while a session trains flat out. */
#include <stdio.h>

#include "../session-loop.h"
#include "bench.h"

typedef struct
{
  double last, last_work; /* when it came round last; 0: never */
  GArray *gaps;           /* of double, seconds */
  GArray *work;           /* what of each gap this thread worked */
} Ticker;

/* A source like any other of the window's: due each millisecond, at the default priority. */
static gboolean
tick_cb (gpointer data)
{
  Ticker *ticker = data;
  double now = bench_now (BENCH_WALL), gap = now - ticker->last;
  double worked = bench_now (BENCH_THREAD), work = worked - ticker->last_work;

  if (ticker->last > 0)
    {
      g_array_append_val (ticker->gaps, gap);
      g_array_append_val (ticker->work, work);
    }
  ticker->last = now;
  ticker->last_work = worked;
  return G_SOURCE_CONTINUE;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

/* The value that a share of the sorted ones is below. */
static double
quantile (const GArray *sorted, double share)
{
  return g_array_index (sorted, double, (guint) ((sorted->len - 1) * share));
}

void
bench_loop (char **arguments)
{
  GradusKnobs *knobs =
      make_knobs ("examples", arguments[0], "hidden", arguments[1], "epochs", "", NULL);
  g_autoptr (GradusSession) session = make_session (knobs);
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) work = g_array_new (FALSE, FALSE, sizeof (double));
  Ticker ticker = { .gaps = gaps, .work = work };
  double end = bench_now (BENCH_WALL) + g_ascii_strtod (arguments[2], NULL);
  guint id = g_timeout_add (1, tick_cb, &ticker);

  g_object_set (session, "speed", 1.0, "training", TRUE, NULL);
  while (bench_now (BENCH_WALL) < end || gaps->len == 0)
    g_main_context_iteration (NULL, TRUE);
  g_object_set (session, "training", FALSE, NULL);
  g_source_remove (id);

  g_array_sort (gaps, compare);
  g_array_sort (work, compare);
  printf ("%.9g %.9g %.9g %.9g %.0f\n", quantile (gaps, 0.5), quantile (gaps, 0.99),
          quantile (gaps, 1), quantile (work, 0.99), get_number (session, "epoch"));
}
