/* Trains the runs of a table of published figures, and judges each row when its epoch is there. */
#include "core/reproduction.h"

#include <math.h>

#include "core/diagnosis.h"
#include "core/source.h"
#include "core/trainer.h"

struct _GradusReproduction
{
  GradusPublished *table;
  int n_threads;
  GradusOutcome *outcomes; /* (n_rows) */

  int run;                /* under way; n_runs when all is done */
  GradusTrainer *trainer; /* its, or NULL before it has begun */
  gint64 next;            /* the next epoch of which figures are published */
};

GradusReproduction *
gradus_reproduction_new (GradusPublished *table)
{
  g_return_val_if_fail (table != NULL, NULL);

  GradusReproduction *self = g_new0 (GradusReproduction, 1);

  self->table = gradus_published_ref (table);
  self->n_threads = 1;
  self->outcomes = g_new0 (GradusOutcome, (gsize) table->n_rows);
  for (int i = 0; i < table->n_rows; i++)
    self->outcomes[i].ours = NAN;
  return self;
}

void
gradus_reproduction_free (GradusReproduction *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->trainer, gradus_trainer_free);
  gradus_published_unref (self->table);
  g_free (self->outcomes);
  g_free (self);
}

void
gradus_reproduction_set_threads (GradusReproduction *self, int n_threads)
{
  self->n_threads = n_threads;
}

/* The first epoch behind the one given that a row of this run is of; G_MAXINT64: there is none. */
static gint64
find_next (const GradusReproduction *self, gint64 epoch)
{
  gint64 next = G_MAXINT64;

  for (int i = 0; i < self->table->n_rows; i++)
    {
      const GradusPublishedRow *row = &self->table->rows[i];

      if (row->run == self->run && row->epoch > epoch)
        next = MIN (next, row->epoch);
    }
  return next;
}

static gboolean
begin_run (GradusReproduction *self, GError **error)
{
  const GradusSpec *spec = self->table->runs[self->run].spec;
  g_autoptr (GradusDataset) data = gradus_source_load (spec, error);

  self->trainer = data != NULL ? gradus_trainer_new (spec, data, error) : NULL;
  if (self->trainer == NULL)
    return FALSE;
  gradus_trainer_set_threads (self->trainer, self->n_threads);
  self->next = find_next (self, -1);
  return TRUE;
}

/* The quantity at the newest epoch, in its unit; NAN where there is none. */
static double
measure (const GradusReproduction *self, GradusQuantity quantity)
{
  const GradusRow *row = &gradus_trainer_get_history (self->trainer)->last;
  const GradusNetwork *network = gradus_trainer_get_network (self->trainer);

  switch ((int) quantity)
    {
    case GRADUS_QUANTITY_COST:
      return row->cost;
    case GRADUS_QUANTITY_ACCURACY:
      return 100 * row->accuracy;
    case GRADUS_QUANTITY_HELD_OUT_COST:
      return row->held_out_cost;
    case GRADUS_QUANTITY_HELD_OUT_ACCURACY:
      return 100 * row->held_out_accuracy;
    default:
      break;
    }

  g_autoptr (GradusDiagnosis) diagnosis =
      gradus_diagnosis_new (network, gradus_trainer_get_training (self->trainer));
  if (diagnosis->n_layers == 0)
    return NAN;
  return 100
         * (quantity == GRADUS_QUANTITY_SATURATED ? diagnosis->saturated
                                                  : diagnosis->layers[0].blocked);
}

static void
judge (GradusReproduction *self, int i, double ours)
{
  self->outcomes[i].ours = ours;
  self->outcomes[i].verdict = gradus_published_judge (&self->table->rows[i], ours);
}

/* The run is over: what it never came to is missing. */
static void
end_run (GradusReproduction *self)
{
  for (int i = 0; i < self->table->n_rows; i++)
    if (self->table->rows[i].run == self->run && self->outcomes[i].verdict == GRADUS_VERDICT_OPEN)
      judge (self, i, NAN);
  g_clear_pointer (&self->trainer, gradus_trainer_free);
  self->run++;
}

gboolean
gradus_reproduction_work (GradusReproduction *self, int n_blocks, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  GradusTrainerStatus status;
  gint64 epoch;

  if (self->run == self->table->n_runs || (self->trainer == NULL && !begin_run (self, error)))
    return FALSE;
  status = gradus_trainer_work (self->trainer, n_blocks);
  epoch = gradus_trainer_get_epoch (self->trainer);
  if (epoch == self->next)
    {
      for (int i = 0; i < self->table->n_rows; i++)
        if (self->table->rows[i].run == self->run && self->table->rows[i].epoch == epoch)
          judge (self, i, measure (self, self->table->rows[i].quantity));
      self->next = find_next (self, epoch);
    }
  if (status == GRADUS_TRAINER_DIVERGED || self->next == G_MAXINT64)
    end_run (self);
  return self->run < self->table->n_runs;
}

const GradusOutcome *
gradus_reproduction_get_outcomes (const GradusReproduction *self)
{
  return self->outcomes;
}

int
gradus_outcomes_count (const GradusOutcome *outcomes, int n, GradusVerdict verdict)
{
  int count = 0;

  for (int i = 0; i < n; i++)
    count += outcomes[i].verdict == verdict;
  return count;
}
