/* --reproduce: trains what was published, and sets ours beside it, in the C locale's numbers. */
#include "cli/reproduce.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "cli/shipped-file.h"
#include "core/reproduction.h"
#include "core/shipped.h"
#include "plot/published-words.h"

#define BLOCKS_AT_A_TIME 1024
#define COLUMNS 80

static gboolean
list_tables (GError **error)
{
  g_auto (GStrv) paths = gradus_shipped_list ("tables", ".table");

  for (int i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (GradusPublished) table = gradus_published_load (paths[i], error);

      if (table == NULL)
        return FALSE;
      printf ("%-14s  %s\n", table->name, table->title);
    }
  return TRUE;
}

/* Text in paragraphs of at most COLUMNS, each line with the indent. */
static void
print_paragraph (const char *text, int indent)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  glong column = 0;

  for (int i = 0; words[i] != NULL; i++)
    {
      glong width = g_utf8_strlen (words[i], -1);

      if (column > 0 && column + 1 + width > COLUMNS)
        {
          putchar ('\n');
          column = 0;
        }
      printf ("%*s%s", column > 0 ? 1 : indent, "", words[i]);
      column += width + (column > 0 ? 1 : indent);
    }
  putchar ('\n');
}

/* Cells by the characters they show, not by their bytes. (transfer full) */
static char *
pad (const char *text, glong width, gboolean to_the_right)
{
  g_autofree char *blank = g_strnfill ((gsize) MAX (0, width - g_utf8_strlen (text, -1)), ' ');

  return to_the_right ? g_strconcat (blank, text, NULL) : g_strconcat (text, blank, NULL);
}

static void
print_cells (const char *epoch, const char *quantity, const char *published, const char *ours,
             const char *verdict)
{
  g_autofree char *first = pad (epoch, 9, TRUE);
  g_autofree char *second = pad (quantity, 17, FALSE);
  g_autofree char *third = pad (published, 17, TRUE);
  g_autofree char *fourth = pad (ours, 12, TRUE);

  printf ("%s  %s  %s  %s  %s\n", first, second, third, fourth, verdict);
}

static void
print_row (const GradusPublishedRow *row, const GradusOutcome *outcome)
{
  g_autofree char *epoch = g_strdup_printf ("%" G_GINT64_FORMAT, row->epoch);
  g_autofree char *published = gradus_published_figure (row, ".");
  g_autofree char *ours = gradus_published_ours (row, outcome, ".");
  g_autofree char *verdict = gradus_published_verdict (row, outcome, ".");

  print_cells (epoch, gradus_quantity_words (row->quantity), published, ours, verdict);
}

/* A run's rows, and below those of a band why it is one. */
static void
print_run (const GradusPublished *table, int run, const GradusOutcome *outcomes)
{
  const char *reason = NULL;

  printf ("\n%s\n", table->runs[run].title);
  for (int i = 0; i < table->n_rows; i++)
    {
      const GradusPublishedRow *row = &table->rows[i];
      const GradusPublishedRow *next = i + 1 < table->n_rows ? row + 1 : NULL;

      if (row->run != run)
        continue;
      print_row (row, &outcomes[i]);
      reason = row->reason != NULL ? row->reason : reason;
      if (reason != NULL && (next == NULL || next->run != run || next->quantity != row->quantity))
        {
          print_paragraph (reason, 11);
          reason = NULL;
        }
    }
}

static void
print_table (const GradusPublished *table, const GradusOutcome *outcomes)
{
  g_autofree char *where = g_strdup_printf (_ ("Published: %s."), table->where);
  g_autofree char *sum = gradus_published_sum (outcomes, table->n_rows);

  printf ("%s\n", table->title);
  print_paragraph (where, 0);
  if (table->about != NULL)
    print_paragraph (table->about, 0);
  putchar ('\n');
  print_cells (_ ("epoch"), "", _ ("published"), _ ("ours"), _ ("verdict"));
  for (int run = 0; run < table->n_runs; run++)
    print_run (table, run, outcomes);
  printf ("\n%s\n", sum);
}

gboolean
gradus_reproduce (const GradusOptions *options, gboolean *agrees, GError **error)
{
  g_autoptr (GradusPublished) table = NULL;
  g_autoptr (GradusReproduction) reproduction = NULL;
  g_autoptr (GError) local = NULL;
  g_autofree char *path = NULL;

  *agrees = TRUE;
  if (*options->reproduce == '\0')
    return list_tables (error);
  path = gradus_shipped_file ("reproduce", "tables", ".table", options->reproduce, error);
  table = path != NULL ? gradus_published_load (path, error) : NULL;
  if (table == NULL)
    return FALSE;
  reproduction = gradus_reproduction_new (table);
  gradus_reproduction_set_threads (reproduction, options->n_threads);
  while (gradus_reproduction_work (reproduction, BLOCKS_AT_A_TIME, &local))
    ;
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  const GradusOutcome *outcomes = gradus_reproduction_get_outcomes (reproduction);
  if (!options->quiet)
    print_table (table, outcomes);
  *agrees = gradus_published_is_reproduced (outcomes, table->n_rows);
  return TRUE;
}
