/* Times the training of the flower: by the program's trainer, and by a textbook's loops. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../run.h"
#include "bench.h"
#include "textbook.h"

/* The run that every peer has to repeat: weights small, as the course's, but for deep networks,
 * which learn nothing from such. */
static GradusTrainer *
make_trainer (const char *examples, const char *hidden, GradusSpec *spec)
{
  run_spec (spec, "examples", examples, "hidden", hidden, "init",
            strchr (hidden, ';') != NULL ? "xavier" : "normal", "epochs", "", NULL);
  return run_new (spec);
}

static void
train (gint64 n, gpointer trainer)
{
  double cpu = bench_now (BENCH_PROCESS), wall = bench_now (BENCH_WALL);

  gradus_trainer_run (trainer, n);
  cpu = bench_now (BENCH_PROCESS) - cpu;
  wall = bench_now (BENCH_WALL) - wall;
  printf ("%.9g %.9g %.17g\n", cpu / (double) n, wall / (double) n, run_cost (trainer));
}

void
bench_epochs (char **arguments)
{
  GradusSpec spec;
  g_autoptr (GradusTrainer) trainer = make_trainer (arguments[0], arguments[1], &spec);

  gradus_trainer_set_threads (trainer, atoi (arguments[2]));
  bench_serve (arguments + 3, train, trainer);
}

static void
train_by_the_book (gint64 n, gpointer book)
{
  double cpu = bench_now (BENCH_PROCESS), wall = bench_now (BENCH_WALL), cost = 0;

  for (gint64 i = 0; i < n; i++)
    cost = textbook_epoch (book, 1.2);
  cpu = bench_now (BENCH_PROCESS) - cpu;
  wall = bench_now (BENCH_WALL) - wall;
  printf ("%.9g %.9g %.17g\n", cpu / (double) n, wall / (double) n, cost);
}

static double **
make_rows (int n_rows, GPtrArray *owner)
{
  double **rows = g_new0 (double *, n_rows);

  g_ptr_array_add (owner, rows);
  return rows;
}

static double *
make_row (int n, const double *values, GPtrArray *owner)
{
  double *row = g_new0 (double, n);

  if (values != NULL)
    memcpy (row, values, (gsize) n * sizeof (double));
  g_ptr_array_add (owner, row);
  return row;
}

void
bench_textbook (char **arguments)
{
  GradusSpec spec;
  g_autoptr (GradusTrainer) trainer = make_trainer (arguments[0], arguments[1], &spec);
  g_autoptr (GPtrArray) owner = g_ptr_array_new_with_free_func (g_free);
  const GradusNetwork *network = gradus_trainer_get_network (trainer);
  const GradusDataset *data = gradus_trainer_get_training (trainer);
  const int *n = network->n;
  int n_layers = network->n_layers;
  Textbook book = { .n_layers = n_layers, .n = n, .m = data->m };

  book.x = data->x;
  book.labels = data->labels;
  book.w = make_rows (n_layers, owner);
  book.b = make_rows (n_layers, owner);
  book.dw = make_rows (n_layers, owner);
  book.db = make_rows (n_layers, owner);
  book.a = make_rows (n_layers + 1, owner);
  book.delta = make_rows (n_layers + 1, owner);
  for (int l = 0; l <= n_layers; l++)
    {
      book.a[l] = make_row (n[l], NULL, owner);
      book.delta[l] = make_row (n[l], NULL, owner);
    }
  for (int l = 0; l < n_layers; l++)
    {
      book.w[l] = make_row (n[l + 1] * n[l], gradus_network_w (network, l + 1), owner);
      book.b[l] = make_row (n[l + 1], gradus_network_b (network, l + 1), owner);
      book.dw[l] = make_row (n[l + 1] * n[l], NULL, owner);
      book.db[l] = make_row (n[l + 1], NULL, owner);
    }
  bench_serve (arguments + 2, train_by_the_book, &book);
}
