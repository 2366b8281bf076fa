/* Each parameter's path over the epochs, thinned to a table that does not grow with the run. */
#include "core/paths.h"

#include <math.h>
#include <string.h>

static void
add_group (GradusPaths *self, int layer, gboolean is_bias, gsize first, gsize n)
{
  GradusPathGroup *group = &self->groups[self->n_groups++];
  gboolean is_folded = n > GRADUS_PATHS_SINGLE;

  *group = (GradusPathGroup){ layer,        is_bias, first, n, is_folded, is_folded ? 3 : (int) n,
                              self->n_paths };
  self->n_paths += (gsize) group->n_paths;
}

GradusPaths *
gradus_paths_new (const GradusNetwork *network)
{
  GradusPaths *self = g_new0 (GradusPaths, 1);
  gsize largest = 1;

  for (int l = 1; l <= network->n_layers; l++)
    {
      gsize w = gradus_network_w_offset (network, l), b = gradus_network_b_offset (network, l);
      add_group (self, l, FALSE, w, b - w);
      add_group (self, l, TRUE, b, (gsize) network->n[l]);
      largest = MAX (largest, MAX (b - w, (gsize) network->n[l]));
    }
  memcpy (self->n_units, network->n, sizeof self->n_units);
  self->stride = 1;
  self->last = -1;
  self->cells = g_new (GradusPathCell, GRADUS_PATHS_COLUMNS * self->n_paths);
  self->newest = g_new (double, self->n_paths);
  self->scratch = g_new (double, largest);
  return self;
}

void
gradus_paths_free (GradusPaths *self)
{
  if (self == NULL)
    return;
  g_free (self->cells);
  g_free (self->newest);
  g_free (self->scratch);
  g_free (self);
}

/* The k-th smallest of n values, which change places. Hoare's selection: linear on the whole. */
static double
select_value (double *values, gsize n, gsize k)
{
  gsize low = 0, high = n - 1;

  while (low < high)
    {
      double pivot = values[(low + high) / 2];
      gsize i = low, j = high;
      for (;;)
        {
          while (values[i] < pivot)
            i++;
          while (values[j] > pivot)
            j--;
          if (i >= j)
            break;
          double swap = values[i];
          values[i++] = values[j];
          values[j--] = swap;
        }
      /* [low, j] ≤ pivot ≤ [j + 1, high] */
      if (k <= j)
        high = j;
      else
        low = j + 1;
    }
  return values[k];
}

/* Least, median (of an even number the lower one of the middle two) and largest. */
static void
fold (GradusPaths *self, const double *values, gsize n, double *folded)
{
  folded[0] = INFINITY;
  folded[2] = -INFINITY;
  for (gsize i = 0; i < n; i++)
    {
      folded[0] = MIN (folded[0], values[i]);
      folded[2] = MAX (folded[2], values[i]);
    }
  memcpy (self->scratch, values, n * sizeof *values);
  folded[1] = select_value (self->scratch, n, (n - 1) / 2);
}

/* Puts a network's numbers on their paths. Returns: how many were looked at. */
static gsize
read_newest (GradusPaths *self, const GradusNetwork *network, gboolean with_folded)
{
  gsize n = 0;

  for (int i = 0; i < self->n_groups; i++)
    {
      const GradusPathGroup *group = &self->groups[i];
      const double *values = network->parameters + group->first;
      if (!group->is_folded)
        memcpy (self->newest + group->at, values, group->n * sizeof *values);
      else if (with_folded)
        fold (self, values, group->n, self->newest + group->at);
      if (!group->is_folded || with_folded)
        n += group->n;
    }
  return n;
}

/* Every second column goes into the one before it. */
static void
thin (GradusPaths *self)
{
  for (gsize i = 0; i + 1 < self->n_columns; i += 2)
    {
      const GradusPathCell *a = self->cells + i * self->n_paths, *b = a + self->n_paths;
      GradusPathCell *to = self->cells + i / 2 * self->n_paths;
      for (gsize p = 0; p < self->n_paths; p++)
        to[p] =
            (GradusPathCell){ a[p].value, MIN (a[p].low, b[p].low), MAX (a[p].high, b[p].high) };
      self->epochs[i / 2] = self->epochs[i];
    }
  self->n_columns /= 2;
  self->stride *= 2;
}

static void
widen (GradusPaths *self)
{
  GradusPathCell *cells = self->cells + (self->n_columns - 1) * self->n_paths;

  for (gsize p = 0; p < self->n_paths; p++)
    {
      cells[p].low = MIN (cells[p].low, self->newest[p]);
      cells[p].high = MAX (cells[p].high, self->newest[p]);
    }
}

/* Returns: how many numbers were looked at. */
static gsize
take (GradusPaths *self, const GradusSnapshot *snapshot)
{
  gint64 epoch = snapshot->row.epoch;
  gboolean begins;

  if (self->n_columns == GRADUS_PATHS_COLUMNS
      && epoch / self->stride > self->epochs[self->n_columns - 1] / self->stride)
    thin (self);
  begins = self->n_columns == 0
           || epoch / self->stride > self->epochs[self->n_columns - 1] / self->stride;
  gsize n = read_newest (self, snapshot->network, begins);
  self->last = epoch;
  if (begins)
    {
      GradusPathCell *cells = self->cells + self->n_columns * self->n_paths;
      self->epochs[self->n_columns++] = epoch;
      for (gsize p = 0; p < self->n_paths; p++)
        cells[p] = (GradusPathCell){ self->newest[p], self->newest[p], self->newest[p] };
    }
  else
    widen (self);
  return n;
}

gboolean
gradus_paths_follow (GradusPaths *self, const GradusAlbum *album, gsize most_numbers)
{
  gsize n = 0;

  for (gint64 i = self->last < 0 ? 0 : self->last / album->stride + 1;
       i < (gint64) album->snapshots->len; i++)
    {
      if (n >= most_numbers)
        return TRUE;
      n += take (self, g_ptr_array_index (album->snapshots, (guint) i));
    }
  return FALSE;
}

/* Whether the newest epoch stands behind the columns. */
static gboolean
has_loose_end (const GradusPaths *self)
{
  return self->n_columns > 0 && self->epochs[self->n_columns - 1] != self->last;
}

gsize
gradus_paths_count (const GradusPaths *self)
{
  return self->n_columns + (has_loose_end (self) ? 1 : 0);
}

gint64
gradus_paths_epoch (const GradusPaths *self, gsize column)
{
  return column < self->n_columns ? self->epochs[column] : self->last;
}

GradusPathCell
gradus_paths_get (const GradusPaths *self, gsize column, gsize path)
{
  if (column < self->n_columns)
    return self->cells[column * self->n_paths + path];
  return (GradusPathCell){ self->newest[path], self->newest[path], self->newest[path] };
}
