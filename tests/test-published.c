/* Tables of published figures: how they are read, what is wrong with them, and what agrees. */
#include "core/published.h"

#include <math.h>
#include <string.h>

#include "core/error.h"
#include "core/reproduction.h"

#define HEAD "[table]\ntitle=A\nwhere=B\n"
#define RUN HEAD "[run a]\ntitle=R\nhidden=2\n"

static GradusPublished *
parse (const char *text, GError **error)
{
  return gradus_published_from_text (text, strlen (text), "t.table", error);
}

static void
test_reading (void)
{
  static const char text[] = "# words\n" HEAD "about=C\n[setup]\nalpha=0.5\nseed=7\n"
                             "[run a]\ntitle=One\nseed=8\n[cost a]\n0=0.693\n100=0.1..0.25\n"
                             "reason=R\n[accuracy a]\n50=90\n"
                             "[run b b]\ntitle=Two\nepochs=300\n[held-out-cost b b]\n200=1\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (GradusPublished) table = parse (text, &error);
  const GradusPublishedRow *row;

  g_assert_no_error (error);
  g_assert_cmpstr (table->name, ==, "t");
  g_assert_cmpstr (table->title, ==, "A");
  g_assert_cmpstr (table->where, ==, "B");
  g_assert_cmpstr (table->about, ==, "C");
  g_assert_cmpint (table->n_runs, ==, 2);
  g_assert_cmpstr (table->runs[1].title, ==, "Two");
  g_assert_cmpfloat (table->runs[0].spec->alpha, ==, 0.5);
  g_assert_cmpint (table->runs[0].spec->seed, ==, 8);
  g_assert_cmpint (table->runs[1].spec->seed, ==, 7);
  g_assert_cmpint (table->runs[0].spec->epochs, ==, 100);
  g_assert_cmpint (table->runs[1].spec->epochs, ==, 300);
  g_assert_cmpint (table->n_rows, ==, 4);
  row = &table->rows[1];
  g_assert_cmpint (row->epoch, ==, 100);
  g_assert_true (row->is_band);
  g_assert_cmpfloat (row->least, ==, 0.1);
  g_assert_cmpfloat (row->most, ==, 0.25);
  g_assert_cmpint (row->decimals, ==, 2);
  g_assert_cmpstr (row->reason, ==, "R");
  g_assert_null (table->rows[0].reason);
  g_assert_cmpint (table->rows[2].quantity, ==, GRADUS_QUANTITY_ACCURACY);
  g_assert_cmpint (table->rows[3].run, ==, 1);
}

/* What stands in the file, and what is said of it. */
static const char *const faults[][2] = {
  { "", "t.table: the group [table] is missing" },
  { HEAD, "t.table: the group [run NAME] is missing" },
  { "[run a]\ntitle=R\n[cost a]\n0=1\n", "t.table: the group [table] is missing" },
  { "[table]\nwhere=B\n", "t.table:1: [table] title: it is missing" },
  { "[table]\ntitle=A\n", "t.table:1: [table] where: it is missing" },
  { "[table]\ntitle=\nwhere=B\n", "t.table:2: [table] title: there is nothing" },
  { "[table]\ntitle=A\\q\nwhere=B\n", "t.table:2: [table] title: a stray backslash" },
  { HEAD "titel=A\n", "t.table:4: [table] titel: there is no such key; title, where" },
  { HEAD HEAD, "t.table:4: “[table]” is in line 1 already" },
  { HEAD "title=A\n", "t.table:4: “title=A” is in line 2 already" },
  { HEAD "words\n", "t.table:4: “words” is no line" },
  { HEAD "\xff\n", "t.table:4: a byte that is not UTF-8" },
  { HEAD "[runs]\n", "t.table:4: [runs] there is no such group; [table], [setup]" },
  { HEAD "[run ]\n", "t.table:4: " },
  { HEAD "[speed a]\n0=1\n", "t.table:4: [speed a] there is no such group" },
  { HEAD "[run a]\nhidden=2\n", "t.table:4: [run a] title: it is missing" },
  { RUN "units=2\n", "t.table:7: [run a] units: there is no such key" },
  { RUN "vary=seed\n", "t.table:7: [run a] vary: there is no such key" },
  { RUN "alpha=x\n", "t.table:7: [run a] alpha: “x” is not a number; a number from 0" },
  { RUN "alpha[de]=1\n", "t.table:7: [run a] alpha[de]: there is no such key" },
  { RUN "source=file\n", "t.table:4: [run a] file: the source is a file, but none is named" },
  { RUN "experiment=\n", "t.table:7: [run a] experiment: the name is empty" },
  { RUN "experiment=no.gradus\n", "t.table:7: [run a] experiment: ./no.gradus: there is no such" },
  { HEAD "[setup]\ntitle=A\n[run a]\ntitle=R\n", "t.table:5: [setup] title: there is no such" },
  { HEAD "[setup]\nseed=-1\n[run a]\ntitle=R\n", "t.table:5: [setup] seed: “-1” is out of range" },
  { RUN, "t.table:4: [run a] nothing is published of this run; a group such as [cost a]" },
  { RUN "epochs=9\n[cost a]\n10=1\n", "t.table:7: [run a] epochs: a figure is of epoch 10;" },
  { HEAD "[cost a]\n0=1\n", "t.table:4: [cost a] there is no run of that name above; [run a]" },
  { RUN "[cost a]\n0=1\n[run b]\ntitle=R\n[cost b]\n0=1\n[accuracy a]\n0=50\n",
    "t.table:13: [accuracy a] another run has begun; right below [run a]" },
  { RUN "[cost a]\n", "t.table:7: [cost a] there is no figure; a line such as 1000=" },
  { RUN "[cost a]\n1e3=1\n", "t.table:8: [cost a] 1e3: there is no such key; an epoch" },
  { RUN "[cost a]\n-1=1\n", "t.table:8: [cost a] -1: there is no such key; an epoch" },
  { RUN "[cost a]\n0=x\n", "t.table:8: [cost a] 0: “x” is no such figure; a number such as" },
  { RUN "[cost a]\n0=1e-3\n", "t.table:8: [cost a] 0: “1e-3” is no such figure" },
  { RUN "[cost a]\n0=0,5\n", "t.table:8: [cost a] 0: “0,5” is no such figure" },
  { RUN "[cost a]\n0=\n", "t.table:8: [cost a] 0: “” is no such figure" },
  { RUN "[cost a]\n0=2..1\n", "t.table:8: [cost a] 0: “2..1” is no such figure" },
  { RUN "[cost a]\n0=1..\n", "t.table:8: [cost a] 0: “1..” is no such figure" },
  { RUN "[cost a]\n0=1...2\n", "t.table:8: [cost a] 0: “1...2” is no such figure" },
  { RUN "[accuracy a]\n0=101\n", "t.table:8: [accuracy a] 0: “101” is no such figure; a perc" },
  { RUN "[cost a]\n0=1..2\n", "t.table:7: [cost a] reason: it is missing; some words that" },
  { RUN "[cost a]\n0=1\nreason=R\n", "t.table:9: [cost a] reason: there is no band to give" },
  { RUN "[cost a]\n0=1..2\nreason=\n", "t.table:9: [cost a] reason: there is nothing" },
};

static void
test_faults (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (parse (faults[i][0], &error));
      g_assert_nonnull (error);
      if (!g_str_has_prefix (error->message, faults[i][1]))
        g_error ("fault %d: “%s”, not “%s”", (int) i, error->message, faults[i][1]);
    }
}

/* Rounded to as many decimals as are written. */
static void
test_judging (void)
{
  const GradusPublishedRow value = { .least = 0.25, .most = 0.25, .decimals = 2 };
  const GradusPublishedRow band = { .least = 1, .most = 3, .decimals = 0, .is_band = TRUE };

  g_assert_cmpint (gradus_published_judge (&value, 0.2549), ==, GRADUS_VERDICT_AGREES);
  g_assert_cmpint (gradus_published_judge (&value, 0.245), ==, GRADUS_VERDICT_AGREES);
  g_assert_cmpint (gradus_published_judge (&value, 0.2551), ==, GRADUS_VERDICT_DIFFERS);
  g_assert_cmpint (gradus_published_judge (&value, NAN), ==, GRADUS_VERDICT_MISSING);
  g_assert_cmpint (gradus_published_judge (&value, INFINITY), ==, GRADUS_VERDICT_DIFFERS);
  g_assert_cmpfloat (gradus_published_distance (&value, 0.5), ==, 0.25);
  g_assert_cmpint (gradus_published_judge (&band, 3.4), ==, GRADUS_VERDICT_IN_BAND);
  g_assert_cmpint (gradus_published_judge (&band, 0.4), ==, GRADUS_VERDICT_DIFFERS);
  g_assert_cmpfloat (gradus_published_distance (&band, 0.25), ==, -0.75);
  g_assert_cmpfloat (gradus_published_distance (&band, 2), ==, 0);
}

static const char some_runs[] =
    HEAD "[run a]\ntitle=R\nheld-out=0.5\n[cost a]\n0=0.7\n3=0.7\n[held-out-accuracy a]\n7=50\n"
         "[saturated a]\n3=0\n[run b]\ntitle=S\nhidden=0\n[blocked b]\n0=0\n[accuracy b]\n2=50\n";

/* All of the table's outcomes, worked out by so many blocks at a time. (transfer full) */
static GradusOutcome *
reproduce (GradusPublished *table, int n_blocks)
{
  g_autoptr (GradusReproduction) reproduction = gradus_reproduction_new (table);
  g_autoptr (GError) error = NULL;

  while (gradus_reproduction_work (reproduction, n_blocks, &error))
    ;
  g_assert_no_error (error);
  return g_memdup2 (gradus_reproduction_get_outcomes (reproduction),
                    (gsize) table->n_rows * sizeof (GradusOutcome));
}

static void
test_slices (void)
{
  g_autoptr (GradusPublished) table = parse (some_runs, NULL);
  g_autofree GradusOutcome *all = reproduce (table, 1000);
  g_autofree GradusOutcome *slices = reproduce (table, 1);

  g_assert_cmpmem (all, (gsize) table->n_rows * sizeof *all, slices,
                   (gsize) table->n_rows * sizeof *slices);
  for (int i = 0; i < 4; i++)
    g_assert_true (isfinite (all[i].ours));
  g_assert_cmpint (all[4].verdict, ==, GRADUS_VERDICT_MISSING); /* no hidden layer blocks */
  g_assert_true (isfinite (all[5].ours));
}

static void
test_diverged (void)
{
  g_autoptr (GradusPublished) table = parse (
      HEAD "[run a]\ntitle=R\nactivation=relu\ninit-scale=1000\nalpha=1000000\nhidden=9;9;9\n"
           "[cost a]\n0=1\n1000=1\n[run b]\ntitle=S\n[cost b]\n0=0.693048\n",
      NULL);
  g_autofree GradusOutcome *outcomes = reproduce (table, 1000);

  g_assert_cmpint (outcomes[0].verdict, ==, GRADUS_VERDICT_DIFFERS);
  g_assert_cmpint (outcomes[1].verdict, ==, GRADUS_VERDICT_MISSING);
  g_assert_cmpint (outcomes[2].verdict, ==, GRADUS_VERDICT_AGREES);
}

static void
test_no_data (void)
{
  g_autoptr (GradusPublished) table =
      parse (HEAD "[run a]\ntitle=R\nsource=file\nfile=no.csv\n[cost a]\n0=1\n", NULL);
  g_autoptr (GradusReproduction) reproduction = gradus_reproduction_new (table);
  g_autoptr (GError) error = NULL;

  g_assert_false (gradus_reproduction_work (reproduction, 1, &error));
  g_assert_error (error, GRADUS_ERROR, GRADUS_ERROR_FILE);
}

static void
test_shipped (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "data", "tables", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  int n_tables = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GError) error = NULL;

      if (!g_str_has_suffix (name, ".table"))
        continue;
      g_autoptr (GradusPublished) table = gradus_published_load (path, &error);
      g_assert_no_error (error);
      g_autofree GradusOutcome *outcomes = reproduce (table, 1000);
      for (int i = 0; i < table->n_rows; i++)
        if (outcomes[i].verdict != GRADUS_VERDICT_AGREES
            && outcomes[i].verdict != GRADUS_VERDICT_IN_BAND)
          g_error ("%s, row %d: %.9g", name, i, outcomes[i].ours);
      n_tables++;
    }
  g_assert_cmpint (n_tables, >=, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/published/a-table-is-read-whole", test_reading);
  g_test_add_func ("/published/each-fault-says-where-it-is-and-what-is-right", test_faults);
  g_test_add_func ("/published/what-rounds-to-the-same-agrees", test_judging);
  g_test_add_func ("/published/slices-do-not-matter", test_slices);
  g_test_add_func ("/published/what-a-diverged-run-never-came-to-is-missing", test_diverged);
  g_test_add_func ("/published/a-run-without-its-data-is-an-error", test_no_data);
  g_test_add_func ("/published/every-table-that-ships-is-reproduced", test_shipped);
  return g_test_run ();
}
