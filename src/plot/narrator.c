/* What is going on in a run: the narrator's rules, one row each. */
#include "plot/narrator.h"

#include <math.h>

#include "plot/narrator-facts.h"
#include "plot/narrator-words.h"

/* Shares of what the best constant answer costs: learning shows, the cost is low. */
#define LEARNS 0.75
#define LOW 0.5
/* So many of the outputs make a saturated start. */
#define SATURATED (1.0 / 3)

static gboolean
has_diverged (const GradusFacts *facts)
{
  return facts->diverged_epoch >= 0
         && (facts->scene == NULL || gradus_facts_row (facts)->epoch == facts->diverged_epoch - 1);
}

static gboolean
is_at_rest (const GradusFacts *facts)
{
  return facts->scene->batch == 0
         && (facts->scene->rest == GRADUS_REST_ALL || facts->scene->rest == GRADUS_REST_ZEROS);
}

static gboolean
has_weights_at_rest (const GradusFacts *facts)
{
  return facts->scene->batch == 0 && facts->scene->rest == GRADUS_REST_WEIGHTS;
}

static gboolean
is_symmetric (const GradusFacts *facts)
{
  return gradus_facts_find_symmetric (facts) > 0;
}

static gboolean
has_alike (const GradusFacts *facts)
{
  return gradus_facts_find_alike (facts) > 0;
}

static gboolean
has_learnt (const GradusFacts *facts)
{
  return gradus_facts_row (facts)->cost < LEARNS * facts->landmarks->constant_cost;
}

static gboolean
began_blocked (const GradusFacts *facts)
{
  int l = gradus_facts_most_blocked (facts);
  const GradusLayerDiagnosis *layer = l > 0 ? &gradus_facts_start (facts)->layers[l - 1] : NULL;

  return layer != NULL && layer->blocked >= 0.5 && layer->saturated >= SATURATED
         && !has_learnt (facts);
}

/* With mini-batches the cost of all examples goes up and down by nature. */
static gboolean
oscillates (const GradusFacts *facts)
{
  int n_looked;
  const GradusRow *last, *before;
  int n = gradus_facts_count_rises (facts, GRADUS_FACTS_LONG, &n_looked, &last, &before);

  return facts->scene->batch == 0 && n_looked == GRADUS_FACTS_LONG && 5 * n >= n_looked;
}

static gboolean
has_risen (const GradusFacts *facts)
{
  int n_looked;
  const GradusRow *last, *before;

  return facts->scene->batch == 0
         && gradus_facts_count_rises (facts, GRADUS_FACTS_SHORT, &n_looked, &last, &before) > 0;
}

static gboolean
overfits (const GradusFacts *facts)
{
  const GradusRow *row = gradus_facts_row (facts), *best = gradus_facts_best_held_out (facts);

  return best != NULL && best->epoch < row->epoch
         && row->held_out_cost >= 1.05 * best->held_out_cost && row->cost < best->cost;
}

static gboolean
has_dead (const GradusFacts *facts)
{
  return gradus_facts_find_dead (facts) > 0;
}

static gboolean
is_logistic (const GradusFacts *facts)
{
  return facts->scene->snapshot->network->n_layers == 1;
}

static gboolean
is_ready (const GradusFacts *facts)
{
  return gradus_history_count (facts->history) == 1 && gradus_facts_row (facts)->epoch == 0;
}

static gboolean
is_on_plateau (const GradusFacts *facts)
{
  return gradus_landmarks_began_on_plateau (facts->landmarks) && gradus_facts_row (facts)->epoch > 0
         && gradus_facts_row (facts)->cost >= GRADUS_PLATEAU * facts->landmarks->constant_cost;
}

static gboolean
is_breaking (const GradusFacts *facts)
{
  const GradusRow *row = gradus_facts_row (facts), *start = gradus_facts_start_row (facts);

  return is_on_plateau (facts) && gradus_facts_is_close (row) && row->spread[0] > start->spread[0]
         && gradus_facts_gradient (facts, row) > gradus_facts_gradient (facts, start);
}

static gboolean
learns_all_the_same (const GradusFacts *facts)
{
  const GradusDiagnosis *start = gradus_facts_start (facts);

  return start != NULL && start->saturated >= SATURATED && has_learnt (facts)
         && gradus_facts_row (facts)->cost < LEARNS * gradus_facts_start_row (facts)->cost;
}

static gboolean
has_broken (const GradusFacts *facts)
{
  return gradus_landmarks_began_on_plateau (facts->landmarks)
         && gradus_facts_row (facts)->cost < GRADUS_PLATEAU * facts->landmarks->constant_cost
         && gradus_facts_is_close (gradus_facts_start_row (facts))
         && gradus_facts_count_ways (facts->scene->snapshot->network) >= 2;
}

static gboolean
has_decided (const GradusFacts *facts)
{
  return facts->scene->diagnosis->saturated >= 0.5
         && gradus_facts_row (facts)->cost < LOW * facts->landmarks->constant_cost;
}

static gboolean
has_finished (const GradusFacts *facts)
{
  return facts->is_finished && gradus_facts_row (facts)->epoch == facts->history->last.epoch;
}

static gboolean
is_so (const GradusFacts *facts)
{
  return TRUE;
}

static const struct
{
  gboolean (*holds) (const GradusFacts *facts);
  char *(*tell) (const GradusFacts *facts);
  GradusView view;
} rules[GRADUS_N_TALES] = {
  [GRADUS_TALE_DIVERGED] = { has_diverged, gradus_narrator_tell_diverged, GRADUS_VIEW_COST },
  [GRADUS_TALE_REST] = { is_at_rest, gradus_narrator_tell_rest, GRADUS_VIEW_SYMMETRY },
  [GRADUS_TALE_REST_WEIGHTS] = { has_weights_at_rest, gradus_narrator_tell_rest_weights,
                                 GRADUS_VIEW_SYMMETRY },
  [GRADUS_TALE_SYMMETRIC] = { is_symmetric, gradus_narrator_tell_symmetric, GRADUS_VIEW_SYMMETRY },
  [GRADUS_TALE_ALIKE] = { has_alike, gradus_narrator_tell_alike, GRADUS_VIEW_SYMMETRY },
  [GRADUS_TALE_BLOCKED] = { began_blocked, gradus_narrator_tell_blocked, GRADUS_VIEW_SATURATION },
  [GRADUS_TALE_OSCILLATES] = { oscillates, gradus_narrator_tell_oscillates, GRADUS_VIEW_STEP_SIZE },
  [GRADUS_TALE_ROSE] = { has_risen, gradus_narrator_tell_rose, GRADUS_VIEW_COST },
  [GRADUS_TALE_OVERFITS] = { overfits, gradus_narrator_tell_overfits, GRADUS_VIEW_COST },
  [GRADUS_TALE_DEAD] = { has_dead, gradus_narrator_tell_dead, GRADUS_VIEW_SATURATION },
  [GRADUS_TALE_LOGISTIC] = { is_logistic, gradus_narrator_tell_logistic, GRADUS_VIEW_BOUNDARY },
  [GRADUS_TALE_READY] = { is_ready, gradus_narrator_tell_ready, GRADUS_VIEW_BOUNDARY },
  [GRADUS_TALE_BREAKING] = { is_breaking, gradus_narrator_tell_breaking, GRADUS_VIEW_SYMMETRY },
  [GRADUS_TALE_PLATEAU] = { is_on_plateau, gradus_narrator_tell_plateau, GRADUS_VIEW_COST },
  [GRADUS_TALE_ALL_THE_SAME] = { learns_all_the_same, gradus_narrator_tell_all_the_same,
                                 GRADUS_VIEW_SATURATION },
  [GRADUS_TALE_BROKE] = { has_broken, gradus_narrator_tell_broke, GRADUS_VIEW_HIDDEN_SPACE },
  [GRADUS_TALE_DECIDED] = { has_decided, gradus_narrator_tell_decided, GRADUS_VIEW_SATURATION },
  [GRADUS_TALE_FINISHED] = { has_finished, gradus_narrator_tell_finished, GRADUS_VIEW_COST },
  [GRADUS_TALE_PROGRESS] = { is_so, gradus_narrator_tell_progress, GRADUS_VIEW_COST },
};

GradusTale
gradus_narrator_choose (const GradusFacts *facts)
{
  int tale = 0;

  while (!rules[tale].holds (facts))
    tale++;
  return (GradusTale) tale;
}

char *
gradus_narrator_tell (const GradusFacts *facts, GradusTale tale)
{
  return rules[tale].tell (facts);
}

GradusView
gradus_narrator_view (GradusTale tale)
{
  return rules[tale].view;
}
