/* What the narrator's rules and sentences are made of: small questions about a run. */
#include "plot/narrator-facts.h"

#include <math.h>

/* Weights that are within so much of each other are almost alike. */
#define CLOSE 0.3
/* Directions nearer to each other than this are one way, degrees. */
#define SAME_WAY 10.0

const GradusRow *
gradus_facts_row (const GradusFacts *facts)
{
  return &facts->scene->snapshot->row;
}

const GradusRow *
gradus_facts_start_row (const GradusFacts *facts)
{
  return gradus_history_get (facts->history, 0);
}

const GradusDiagnosis *
gradus_facts_start (const GradusFacts *facts)
{
  if (facts->scene->start != NULL)
    return facts->scene->start;
  return gradus_facts_row (facts)->epoch == 0 ? facts->scene->diagnosis : NULL;
}

/* How many rows there are up to the epoch told of. */
static gsize
count_rows (const GradusFacts *facts)
{
  const GradusRow *row = gradus_facts_row (facts);
  gsize n = gradus_history_count (facts->history);

  while (n > 0 && gradus_history_get (facts->history, n - 1)->epoch > row->epoch)
    {
      gsize by_stride = (gsize) (row->epoch / facts->history->stride) + 1;
      n = by_stride < n ? by_stride : n - 1;
    }
  return n;
}

/* Whether somebody changed a parameter in an epoch behind `before`, up to `epoch`. */
static gboolean
was_changed (const GradusFacts *facts, gint64 before, gint64 epoch)
{
  const GradusChanges *changes = &facts->spec->changes;

  for (int i = 0; i < changes->n; i++)
    if (changes->changes[i].epoch > before && changes->changes[i].epoch <= epoch)
      return TRUE;
  return FALSE;
}

int
gradus_facts_count_rises (const GradusFacts *facts, int n_rows, int *n_looked,
                          const GradusRow **last, const GradusRow **before)
{
  gsize n = count_rows (facts);
  int n_rises = 0;

  *last = *before = NULL;
  for (*n_looked = 0; n > 1 && *n_looked < n_rows; n--, (*n_looked)++)
    {
      const GradusRow *row = gradus_history_get (facts->history, n - 1);
      const GradusRow *old = gradus_history_get (facts->history, n - 2);
      if (row->cost_max - old->cost <= GRADUS_RISE * old->cost
          || was_changed (facts, old->epoch, row->epoch))
        continue;
      n_rises++;
      if (*last == NULL)
        {
          *last = row;
          *before = old;
        }
    }
  return n_rises;
}

const GradusRow *
gradus_facts_best_held_out (const GradusFacts *facts)
{
  const GradusRow *best = NULL;
  gsize n = count_rows (facts);

  for (gsize i = 0; i < n; i++)
    {
      const GradusRow *row = gradus_history_get (facts->history, i);
      if (isfinite (row->held_out_cost)
          && (best == NULL || row->held_out_cost < best->held_out_cost))
        best = row;
    }
  return best;
}

int
gradus_facts_most_blocked (const GradusFacts *facts)
{
  const GradusDiagnosis *start = gradus_facts_start (facts);
  int most = 0;

  for (int l = 1; start != NULL && l <= start->n_layers; l++)
    if (!isnan (start->layers[l - 1].blocked)
        && (most == 0 || start->layers[l - 1].blocked > start->layers[most - 1].blocked))
      most = l;
  return most;
}

int
gradus_facts_find_symmetric (const GradusFacts *facts)
{
  const GradusDiagnosis *now = facts->scene->diagnosis;

  for (int l = 1; l <= now->n_layers; l++)
    if (now->layers[l - 1].is_symmetric)
      return l;
  return 0;
}

int
gradus_facts_find_alike (const GradusFacts *facts)
{
  const GradusDiagnosis *now = facts->scene->diagnosis;

  for (int l = 1; l <= now->n_layers; l++)
    if (now->layers[l - 1].n_groups < now->layers[l - 1].n_units)
      return l;
  return 0;
}

int
gradus_facts_find_dead (const GradusFacts *facts)
{
  const GradusDiagnosis *now = facts->scene->diagnosis;

  for (int l = 1; l <= now->n_layers; l++)
    if (now->layers[l - 1].n_dead > 0)
      return l;
  return 0;
}

int
gradus_facts_count_ways (const GradusNetwork *network)
{
  const double *w = gradus_network_w (network, 1);
  int n = network->n[1], n_ways = 0;
  g_autofree double *ways = g_new (double, n);

  if (network->n[0] != 2)
    return 0;
  for (int j = 0; j < n; j++)
    {
      double angle = atan2 (w[2 * j + 1], w[2 * j]) * 180 / G_PI;
      gboolean is_new = TRUE;
      if (w[2 * j] == 0 && w[2 * j + 1] == 0)
        return 0;
      for (int k = 0; k < n_ways; k++)
        {
          double apart = fabs (angle - ways[k]);
          if (fmin (apart, 360 - apart) < SAME_WAY)
            is_new = FALSE;
        }
      if (is_new)
        ways[n_ways++] = angle;
    }
  return n_ways;
}

gboolean
gradus_facts_is_close (const GradusRow *row)
{
  return row->spread[0] > 0 && row->spread[0] <= CLOSE;
}

double
gradus_facts_gradient (const GradusFacts *facts, const GradusRow *row)
{
  double sum = 0;

  for (int l = 1; l <= facts->scene->snapshot->network->n_layers; l++)
    sum += row->gradient_norm[l - 1];
  return sum;
}
