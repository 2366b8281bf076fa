/* Times the parts of Gradus: bench PART ... prints plain numbers, and bench.py reads them. */
#include "bench.h"

#include <stdio.h>
#include <string.h>

static const struct
{
  const char *name;
  int n_arguments; /* at least */
  void (*run) (char **arguments);
  const char *usage;
} PARTS[] = {
  { "epochs", 3, bench_epochs,
    "EXAMPLES HIDDEN THREADS [N...]: trains the flower; for each N, \"CPU WALL COST\": seconds an "
    "epoch over N epochs, and the cost of the last" },
  { "textbook", 2, bench_textbook, "EXAMPLES HIDDEN [N...]: the same by plain loops and libm" },
  { "limit", 0, bench_limit,
    "[N...]: for each N, \"NAME FLOPS TANH\" of each instruction set: multiplications and "
    "additions a second and seconds a tanh, N milliseconds each" },
  { "plots", 2, bench_plots,
    "SIZE ROUNDS [PREFIX...]: \"NAME SECONDS\" for each picture and round" },
  { "loop", 3, bench_loop,
    "EXAMPLES HIDDEN SECONDS: \"MEDIAN P99 LONGEST WORK EPOCHS\": the main loop's gaps in seconds "
    "while a session trains flat out" },
};

void
bench_serve (char **words, void (*answer) (gint64 n, gpointer data), gpointer data)
{
  char line[64];

  for (char **word = words; *word != NULL; word++)
    answer (g_ascii_strtoll (*word, NULL, 10), data);
  while (*words == NULL && fgets (line, sizeof line, stdin) != NULL)
    {
      answer (g_ascii_strtoll (line, NULL, 10), data);
      fflush (stdout);
    }
}

int
main (int argc, char **argv)
{
  for (gsize i = 0; i < G_N_ELEMENTS (PARTS); i++)
    if (argc >= 2 && strcmp (argv[1], PARTS[i].name) == 0 && argc - 2 >= PARTS[i].n_arguments)
      {
        PARTS[i].run (argv + 2);
        return 0;
      }
  for (gsize i = 0; i < G_N_ELEMENTS (PARTS); i++)
    g_printerr ("bench %s %s\n", PARTS[i].name, PARTS[i].usage);
  return 1;
}
