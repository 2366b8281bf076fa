/* What the narrator says of runs that are compared: rules, one row each. */
#include "plot/contrast.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "plot/narrator-facts.h"
#include "plot/run-name.h"

#define LEVEL 1.01

/* What a rule is tried on: facts, and what was worked out once for all rules. */
typedef struct
{
  const GradusContrastFacts *facts;
  GradusTale tales[GRADUS_MAX_COMPARED];
  const GradusRow *rows[GRADUS_MAX_COMPARED]; /* NULL: not even epoch 0 was finite */
  gint64 epoch;
  int best, last; /* the lowest cost and the highest of those that did not diverge; -1: none */
} Contrast;

static gboolean
has_diverged (const Contrast *self, int i)
{
  return self->tales[i] == GRADUS_TALE_DIVERGED || self->rows[i] == NULL;
}

/* Rows of one epoch, so that costs can be compared; a run that has ended is where it ended. */
static void
contrast_init (Contrast *self, const GradusContrastFacts *facts)
{
  *self = (Contrast){ .facts = facts, .best = -1, .last = -1 };
  for (int i = 0; i < facts->n; i++)
    if (facts->facts[i].scene != NULL)
      self->epoch = MAX (self->epoch, gradus_facts_row (&facts->facts[i])->epoch);
  for (int i = 0; i < facts->n; i++)
    {
      self->rows[i] = gradus_history_find (facts->facts[i].history, self->epoch);
      self->tales[i] = gradus_narrator_choose (&facts->facts[i]);
      if (has_diverged (self, i))
        continue;
      if (self->best < 0 || self->rows[i]->cost < self->rows[self->best]->cost)
        self->best = i;
      if (self->last < 0 || self->rows[i]->cost > self->rows[self->last]->cost)
        self->last = i;
    }
}

static const char *
get_name (const Contrast *self, int i)
{
  return self->facts->names[i];
}

static GradusNumber
get_cost (const Contrast *self, int i)
{
  return gradus_facts_cost (&self->facts->facts[i], self->rows[i]->cost);
}

static GradusNumber
get_accuracy (const Contrast *self, int i)
{
  return gradus_facts_percent (&self->facts->facts[i], self->rows[i]->accuracy);
}

/* The run with the highest cost of those that one of two tales is told of, where another has a
 * lower one; -1: none. */
static int
find_told (const Contrast *self, GradusTale tale, GradusTale other)
{
  int found = -1;

  for (int i = 0; i < self->facts->n; i++)
    if ((self->tales[i] == tale || self->tales[i] == other) && self->rows[i] != NULL
        && (found < 0 || self->rows[i]->cost > self->rows[found]->cost))
      found = i;
  if (found < 0 || self->best < 0 || self->best == found || self->tales[self->best] == tale
      || self->tales[self->best] == other)
    return -1;
  return found;
}

static int
find_diverged (const Contrast *self)
{
  for (int i = 0; i < self->facts->n; i++)
    if (has_diverged (self, i) && self->facts->facts[i].diverged_epoch >= 0)
      return i;
  return -1;
}

/* At rest, whether another one moves or not. */
static int
find_at_rest (const Contrast *self)
{
  for (int i = 0; i < self->facts->n; i++)
    if (self->tales[i] == GRADUS_TALE_REST)
      return i;
  return -1;
}

static int
find_weights_at_rest (const Contrast *self)
{
  for (int i = 0; i < self->facts->n; i++)
    if (self->tales[i] == GRADUS_TALE_REST_WEIGHTS)
      return i;
  return -1;
}

static int
find_symmetric (const Contrast *self)
{
  return find_told (self, GRADUS_TALE_SYMMETRIC, GRADUS_TALE_SYMMETRIC);
}

static int
find_blocked (const Contrast *self)
{
  return find_told (self, GRADUS_TALE_BLOCKED, GRADUS_TALE_BLOCKED);
}

static int
find_oscillating (const Contrast *self)
{
  return find_told (self, GRADUS_TALE_OSCILLATES, GRADUS_TALE_OSCILLATES);
}

static int
find_on_plateau (const Contrast *self)
{
  return find_told (self, GRADUS_TALE_PLATEAU, GRADUS_TALE_BREAKING);
}

static int
find_ready (const Contrast *self)
{
  for (int i = 0; i < self->facts->n; i++)
    if (gradus_history_count (self->facts->facts[i].history) != 1)
      return -1;
  return 0;
}

static int
find_level (const Contrast *self)
{
  gboolean is_level =
      self->best >= 0 && self->rows[self->last]->cost <= LEVEL * self->rows[self->best]->cost;

  for (int i = 0; i < self->facts->n; i++)
    is_level = is_level && !has_diverged (self, i);
  return is_level ? self->best : -1;
}

static int
find_ahead (const Contrast *self)
{
  return MAX (self->best, 0);
}

/* A run may be called “4 units”: no verb in the present goes with every name. */

static char *
tell_diverged (const Contrast *self, int run)
{
  const GradusFacts *facts = &self->facts->facts[run];
  GradusNumber epoch = gradus_number_count (facts->diverged_epoch);

  if (self->best < 0)
    return g_strdup_printf (_ ("%s diverged at epoch %s, and so did the others."),
                            get_name (self, run), epoch.text);
  GradusNumber cost = get_cost (self, self->best);
  return g_strdup_printf (_ ("%s diverged at epoch %s; best: %s at cost %s."), get_name (self, run),
                          epoch.text, get_name (self, self->best), cost.text);
}

/* Whether the accuracy is what it was in every row up to now. */
static gboolean
is_accuracy_still (const Contrast *self, int run)
{
  const GradusHistory *history = self->facts->facts[run].history;

  for (gsize i = 0; i < gradus_history_count (history); i++)
    {
      const GradusRow *row = gradus_history_get (history, i);
      if (row->epoch > self->epoch)
        break;
      if (row->accuracy != self->rows[run]->accuracy)
        return FALSE;
    }
  return self->epoch > 0;
}

/* " Accuracy stays at 50 %; best: randn × 1 at 87 %." as far as it is so. (transfer full) */
static char *
tell_still (const Contrast *self, int run)
{
  GradusNumber accuracy = get_accuracy (self, run);
  int best = self->best;

  if (!is_accuracy_still (self, run))
    return g_strdup ("");
  if (best < 0 || self->rows[best]->accuracy <= self->rows[run]->accuracy + 0.01)
    return g_strdup_printf (_ (" Accuracy stays at %s."), accuracy.text);
  GradusNumber reached = get_accuracy (self, best);
  return g_strdup_printf (_ (" Accuracy stays at %s; best: %s at %s."), accuracy.text,
                          get_name (self, best), reached.text);
}

static char *
tell_at_rest (const Contrast *self, int run)
{
  g_autofree char *still = tell_still (self, run);

  return g_strdup_printf (_ ("%s: every gradient is exactly 0, so nothing can move.%s"),
                          get_name (self, run), still);
}

/* Where the last weights are 0 no error reaches a hidden bias: the last one alone moves. */
static char *
tell_weights_at_rest (const Contrast *self, int run)
{
  const GradusNetwork *network = self->facts->facts[run].scene->snapshot->network;
  int l = network->n_layers;
  const double *w = gradus_network_w (network, l);
  g_autofree char *still = tell_still (self, run);
  gboolean is_zero = TRUE;

  for (int i = 0; i < network->n[l] * network->n[l - 1]; i++)
    is_zero = is_zero && w[i] == 0;
  if (!is_zero)
    return g_strdup_printf (_ ("%s: every dW is 0, so nothing but biases can move.%s"),
                            get_name (self, run), still);
  return g_strdup_printf (_ ("%s: every dW is 0, so nothing but b[%d] can move.%s"),
                          get_name (self, run), l, still);
}

static char *
tell_symmetric (const Contrast *self, int run)
{
  const GradusFacts *facts = &self->facts->facts[run];
  int l = gradus_facts_find_symmetric (facts);
  GradusNumber cost = get_cost (self, run), best = get_cost (self, self->best);

  return g_strdup_printf (
      _ ("%s: all %d units are the same and will stay so, cost %s; best: %s at %s."),
      get_name (self, run), facts->scene->diagnosis->layers[l - 1].n_units, cost.text,
      get_name (self, self->best), best.text);
}

static char *
tell_blocked (const Contrast *self, int run)
{
  const GradusFacts *facts = &self->facts->facts[run];
  int l = gradus_facts_most_blocked (facts);
  const GradusLayerDiagnosis *layer = &gradus_facts_start (facts)->layers[l - 1];
  GradusNumber flat = gradus_facts_percent (facts, layer->saturated);
  GradusNumber blocked = gradus_facts_percent (facts, layer->blocked);
  GradusNumber cost = get_cost (self, run), best = get_cost (self, self->best);

  return g_strdup_printf (_ ("%s began %s saturated, which blocked %s of the error: cost %s; best: "
                             "%s at %s."),
                          get_name (self, run), flat.text, blocked.text, cost.text,
                          get_name (self, self->best), best.text);
}

static char *
tell_oscillating (const Contrast *self, int run)
{
  GradusNumber cost = get_cost (self, run), best = get_cost (self, self->best);

  return g_strdup_printf (_ ("%s: its cost goes up and down, now %s; best: %s at %s."),
                          get_name (self, run), cost.text, get_name (self, self->best), best.text);
}

static char *
tell_on_plateau (const Contrast *self, int run)
{
  GradusNumber cost = get_cost (self, run), best = get_cost (self, self->best);

  return g_strdup_printf (_ ("%s: still on its plateau, cost %s; best: %s at %s."),
                          get_name (self, run), cost.text, get_name (self, self->best), best.text);
}

static char *
tell_ready (const Contrast *self, int run)
{
  const GradusSpec *spec = self->facts->facts[run].spec;

  return g_strdup_printf (_ ("%d runs that differ in %s alone: train, and watch them part."),
                          self->facts->n, gradus_field_name (spec->vary));
}

static char *
tell_level (const Contrast *self, int run)
{
  GradusNumber best = get_cost (self, run), last = get_cost (self, self->last);

  if (g_str_equal (best.text, last.text))
    return g_strdup_printf (_ ("The runs are level: cost %s."), best.text);
  return g_strdup_printf (_ ("The runs are level: costs from %s to %s, within 1 %%."), best.text,
                          last.text);
}

static char *
tell_ahead (const Contrast *self, int run)
{
  if (self->best < 0)
    return g_strdup ("");
  GradusNumber best = get_cost (self, run), accuracy = get_accuracy (self, run);
  GradusNumber last = get_cost (self, self->last);
  if (self->last == run)
    return g_strdup_printf (_ ("%s: cost %s, with %s of the examples put right."),
                            get_name (self, run), best.text, accuracy.text);
  return g_strdup_printf (
      _ ("Ahead: %s with cost %s and %s of the examples put right; last: %s at %s."),
      get_name (self, run), best.text, accuracy.text, get_name (self, self->last), last.text);
}

static const struct
{
  /* The run that it is to be told of; -1: it does not hold. */
  int (*find) (const Contrast *self);
  char *(*tell) (const Contrast *self, int run);
  GradusView view;
} rules[GRADUS_N_CONTRASTS] = {
  [GRADUS_CONTRAST_DIVERGED] = { find_diverged, tell_diverged, GRADUS_VIEW_COST },
  [GRADUS_CONTRAST_REST] = { find_at_rest, tell_at_rest, GRADUS_VIEW_SYMMETRY },
  [GRADUS_CONTRAST_REST_WEIGHTS] = { find_weights_at_rest, tell_weights_at_rest,
                                     GRADUS_VIEW_SYMMETRY },
  [GRADUS_CONTRAST_SYMMETRIC] = { find_symmetric, tell_symmetric, GRADUS_VIEW_SYMMETRY },
  [GRADUS_CONTRAST_BLOCKED] = { find_blocked, tell_blocked, GRADUS_VIEW_SATURATION },
  [GRADUS_CONTRAST_OSCILLATES] = { find_oscillating, tell_oscillating, GRADUS_VIEW_STEP_SIZE },
  [GRADUS_CONTRAST_PLATEAU] = { find_on_plateau, tell_on_plateau, GRADUS_VIEW_COST },
  [GRADUS_CONTRAST_READY] = { find_ready, tell_ready, GRADUS_VIEW_COST },
  [GRADUS_CONTRAST_LEVEL] = { find_level, tell_level, GRADUS_VIEW_COST },
  [GRADUS_CONTRAST_AHEAD] = { find_ahead, tell_ahead, GRADUS_VIEW_COST },
};

char *
gradus_contrast_tell (const GradusContrastFacts *facts, GradusContrast *contrast, int *run,
                      GradusView *view)
{
  Contrast self;
  int rule = 0;

  contrast_init (&self, facts);
  while ((*run = rules[rule].find (&self)) < 0)
    rule++;
  *contrast = (GradusContrast) rule;
  *view = rules[rule].view;
  return rules[rule].tell (&self, *run);
}
