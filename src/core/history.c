/* The cost and its companions epoch by epoch, in bounded memory. */
#include "core/history.h"

#include <math.h>

GradusHistory *
gradus_history_new (void)
{
  GradusHistory *self = g_new0 (GradusHistory, 1);

  self->stride = 1;
  self->rows = g_new (GradusRow, GRADUS_HISTORY_ROWS);
  self->pending_min = INFINITY;
  self->pending_max = -INFINITY;
  return self;
}

void
gradus_history_free (GradusHistory *self)
{
  if (self == NULL)
    return;
  g_free (self->rows);
  g_free (self);
}

GradusHistory *
gradus_history_copy (const GradusHistory *self)
{
  GradusHistory *copy = g_memdup2 (self, sizeof *self);

  copy->rows = g_memdup2 (self->rows, self->n_rows * sizeof *self->rows);
  return copy;
}

/* Every second row goes; what it knew of least and largest cost passes to the row behind it. */
static void
thin (GradusHistory *self)
{
  gsize n = 0;

  for (gsize i = 0; i < self->n_rows; i += 2)
    {
      GradusRow row = self->rows[i];
      if (i > 0)
        {
          row.cost_min = fmin (row.cost_min, self->rows[i - 1].cost_min);
          row.cost_max = fmax (row.cost_max, self->rows[i - 1].cost_max);
        }
      self->rows[n++] = row;
    }
  if (self->n_rows % 2 == 0) /* the last row went: nobody stands behind it yet */
    {
      const GradusRow *gone = &self->rows[self->n_rows - 1];
      self->pending_min = fmin (self->pending_min, gone->cost_min);
      self->pending_max = fmax (self->pending_max, gone->cost_max);
    }
  self->n_rows = n;
  self->stride *= 2;
}

void
gradus_history_add (GradusHistory *self, const GradusRow *row)
{
  if (self->n_rows == GRADUS_HISTORY_ROWS)
    thin (self);

  self->before_min = self->pending_min;
  self->before_max = self->pending_max;
  self->pending_min = fmin (self->pending_min, row->cost);
  self->pending_max = fmax (self->pending_max, row->cost);
  self->last = *row;
  self->last.cost_min = self->pending_min;
  self->last.cost_max = self->pending_max;
  if (row->epoch % self->stride != 0)
    return;
  self->rows[self->n_rows++] = self->last;
  self->pending_min = INFINITY;
  self->pending_max = -INFINITY;
}

void
gradus_history_replace (GradusHistory *self, const GradusRow *row)
{
  g_return_if_fail (self->n_rows > 0 && self->last.epoch == row->epoch);

  self->pending_min = self->before_min;
  self->pending_max = self->before_max;
  if (self->rows[self->n_rows - 1].epoch == row->epoch)
    self->n_rows--;
  gradus_history_add (self, row);
}

/* Whether the newest row is not among the kept ones. */
static gboolean
has_loose_end (const GradusHistory *self)
{
  return self->n_rows > 0 && self->rows[self->n_rows - 1].epoch != self->last.epoch;
}

gsize
gradus_history_count (const GradusHistory *self)
{
  return self->n_rows + (has_loose_end (self) ? 1 : 0);
}

const GradusRow *
gradus_history_get (const GradusHistory *self, gsize i)
{
  if (i < self->n_rows) /* quickly: a curve asks for all of them in every frame */
    return &self->rows[i];
  g_return_val_if_fail (i < gradus_history_count (self), NULL);
  return &self->last;
}

const GradusRow *
gradus_history_find (const GradusHistory *self, gint64 epoch)
{
  if (self->n_rows == 0 || epoch < 0)
    return NULL;
  if (epoch >= self->last.epoch)
    return &self->last;
  return &self->rows[MIN ((gsize) (epoch / self->stride), self->n_rows - 1)];
}
