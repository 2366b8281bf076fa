/* What the parts of the bench program share: their names, their clock, and how they answer. */
#pragma once

#include <glib.h>
#include <time.h>

/* Seconds of processor time of this process (all threads), of this thread, or on the wall. */
typedef enum
{
  BENCH_PROCESS = CLOCK_PROCESS_CPUTIME_ID,
  BENCH_THREAD = CLOCK_THREAD_CPUTIME_ID,
  BENCH_WALL = CLOCK_MONOTONIC,
} BenchClock;

static inline double
bench_now (BenchClock clock)
{
  struct timespec now;

  clock_gettime ((clockid_t) clock, &now);
  return (double) now.tv_sec + (double) now.tv_nsec * 1e-9;
}

/* Calls answer with each number of the NULL-terminated words, or, where there are none, with each
 * line of the standard input until it ends: whoever measures several programs by turns keeps them
 * all waiting. answer prints one line, which is flushed. */
void bench_serve (char **words, void (*answer) (gint64 n, gpointer data), gpointer data);

/* The parts: arguments as in the usage (bench.c), NULL-terminated. */
void bench_epochs (char **arguments);
void bench_textbook (char **arguments);
void bench_limit (char **arguments);
void bench_plots (char **arguments);
void bench_loop (char **arguments);
