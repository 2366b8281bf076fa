/* What several tests of core begin with: a run made from a few fields. */
#pragma once

#include "core/recipes.h"
#include "core/spec-fields.h"
#include "core/trainer.h"

/* Sets name, text, name, text, … NULL in spec, which begins at its defaults. */
static inline void G_GNUC_NULL_TERMINATED
run_spec (GradusSpec *spec, ...)
{
  va_list arguments;
  const char *name;

  gradus_spec_init (spec);
  va_start (arguments, spec);
  while ((name = va_arg (arguments, const char *)) != NULL)
    {
      g_autoptr (GError) error = NULL;
      gradus_spec_set (spec, name, va_arg (arguments, const char *), &error);
      g_assert_no_error (error);
    }
  va_end (arguments);
}

/* A run of the spec on the recipe's examples. Returns: (transfer full). */
static inline GradusTrainer *
run_new (const GradusSpec *spec)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GradusDataset) dataset = gradus_recipe_make (spec);
  GradusTrainer *trainer = gradus_trainer_new (spec, dataset, &error);

  g_assert_no_error (error);
  return trainer;
}

/* The recipe's examples with labels of k classes in turn, so that softmax has something to do.
 * Returns: (transfer full). */
static inline GradusDataset *
run_relabel (const GradusSpec *spec, int n_classes)
{
  g_autoptr (GradusDataset) data = gradus_recipe_make (spec);
  GradusDataset *copy = gradus_dataset_new (data->m, 2, n_classes, NULL, NULL);

  for (gsize i = 0; i < data->m * 2; i++)
    copy->x[i] = data->x[i];
  for (gsize i = 0; i < data->m; i++)
    copy->labels[i] = (guint8) (i % (gsize) n_classes);
  return copy;
}

static inline double
run_cost (const GradusTrainer *trainer)
{
  return gradus_trainer_get_history (trainer)->last.cost;
}

/* Whether both runs are at the same epoch with the same bits everywhere. */
static inline void
run_assert_same (const GradusTrainer *a, const GradusTrainer *b)
{
  const GradusNetwork *n = gradus_trainer_get_network (a), *o = gradus_trainer_get_network (b);
  const GradusHistory *h = gradus_trainer_get_history (a), *i = gradus_trainer_get_history (b);

  g_assert_cmpint (gradus_trainer_get_epoch (a), ==, gradus_trainer_get_epoch (b));
  g_assert_cmpmem (n->parameters, n->n_parameters * sizeof (double), o->parameters,
                   o->n_parameters * sizeof (double));
  g_assert_cmpmem (h->rows, h->n_rows * sizeof *h->rows, i->rows, i->n_rows * sizeof *i->rows);
}
