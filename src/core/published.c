/* Figures that somebody has published: how they are kept, and what agrees with them. */
#include "core/published.h"

#include <math.h>
#include <string.h>

/* In the order of GradusQuantity. */
static const char *const quantity_names[] = { "cost",          "accuracy",
                                              "held-out-cost", "held-out-accuracy",
                                              "saturated",     "blocked" };
G_STATIC_ASSERT (G_N_ELEMENTS (quantity_names) == GRADUS_N_QUANTITIES);

GradusPublished *
gradus_published_ref (GradusPublished *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
gradus_published_unref (GradusPublished *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (int i = 0; i < self->n_runs; i++)
    {
      g_free (self->runs[i].name);
      g_free (self->runs[i].title);
      g_free (self->runs[i].spec);
    }
  for (int i = 0; i < self->n_rows; i++)
    g_free (self->rows[i].reason);
  g_free (self->runs);
  g_free (self->rows);
  g_free (self->name);
  g_free (self->title);
  g_free (self->where);
  g_free (self->about);
  g_free (self);
}

const char *
gradus_quantity_name (GradusQuantity quantity)
{
  g_return_val_if_fail ((int) quantity >= 0 && quantity < GRADUS_N_QUANTITIES, NULL);

  return quantity_names[quantity];
}

int
gradus_quantity_from_name (const char *name)
{
  for (int i = 0; i < GRADUS_N_QUANTITIES; i++)
    if (strcmp (quantity_names[i], name) == 0)
      return i;
  return -1;
}

gboolean
gradus_quantity_is_share (GradusQuantity quantity)
{
  return quantity != GRADUS_QUANTITY_COST && quantity != GRADUS_QUANTITY_HELD_OUT_COST;
}

/* Half a unit of the last decimal that is written, and a hair more: where a value lies just half
 * way, and that is not quite a double, either neighbour is its rounding. */
static double
half_unit (const GradusPublishedRow *row)
{
  return 0.5 * pow (10, -row->decimals) * (1 + 1e-6) + 1e-12 * fabs (row->most);
}

GradusVerdict
gradus_published_judge (const GradusPublishedRow *row, double ours)
{
  double half = half_unit (row);

  if (isnan (ours))
    return GRADUS_VERDICT_MISSING;
  if (ours < row->least - half || ours > row->most + half)
    return GRADUS_VERDICT_DIFFERS;
  return row->is_band ? GRADUS_VERDICT_IN_BAND : GRADUS_VERDICT_AGREES;
}

double
gradus_published_distance (const GradusPublishedRow *row, double ours)
{
  if (ours < row->least)
    return ours - row->least;
  return ours > row->most ? ours - row->most : 0;
}
