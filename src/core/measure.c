/* What can be measured of a run at one epoch, by name. */
#include "core/measure.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static double
take_epoch (const GradusMeasured *of, int layer)
{
  return of->row != NULL ? (double) of->row->epoch : NAN;
}

static double
take_cost (const GradusMeasured *of, int layer)
{
  return of->row != NULL ? of->row->cost : NAN;
}

static double
take_cost_at_start (const GradusMeasured *of, int layer)
{
  return of->start_row != NULL ? of->start_row->cost : NAN;
}

static double
take_cost_of_chance (const GradusMeasured *of, int layer)
{
  return of->landmarks != NULL ? of->landmarks->constant_cost : NAN;
}

static double
take_held_out_cost (const GradusMeasured *of, int layer)
{
  return of->row != NULL ? of->row->held_out_cost : NAN;
}

static double
take_accuracy (const GradusMeasured *of, int layer)
{
  return of->row != NULL ? of->row->accuracy : NAN;
}

static double
take_accuracy_at_start (const GradusMeasured *of, int layer)
{
  return of->start_row != NULL ? of->start_row->accuracy : NAN;
}

static double
take_held_out_accuracy (const GradusMeasured *of, int layer)
{
  return of->row != NULL ? of->row->held_out_accuracy : NAN;
}

/* ‖∂J/∂W‖ over the weights of all layers. */
static double
take_gradient (const GradusMeasured *of, int layer)
{
  double sum = 0;

  if (of->row == NULL || of->network == NULL)
    return NAN;
  for (int l = 0; l < of->network->n_layers; l++)
    sum += of->row->gradient_norm[l] * of->row->gradient_norm[l];
  return sqrt (sum);
}

/* The largest |weight| or |bias|. */
static double
take_largest_parameter (const GradusMeasured *of, int layer)
{
  double largest = 0;

  if (of->network == NULL)
    return NAN;
  for (gsize i = 0; i < of->network->n_parameters; i++)
    largest = fmax (largest, fabs (of->network->parameters[i]));
  return largest;
}

static const GradusLayerDiagnosis *
find_layer (const GradusDiagnosis *diagnosis, int layer)
{
  return diagnosis != NULL && layer >= 1 && layer <= diagnosis->n_layers
             ? &diagnosis->layers[layer - 1]
             : NULL;
}

static double
take_units (const GradusMeasured *of, int layer)
{
  const GradusLayerDiagnosis *found = find_layer (of->diagnosis, layer);

  return found != NULL ? found->n_units : NAN;
}

/* Of the largest group of units that are alike; 0 where no two are. */
static double
take_alike (const GradusMeasured *of, int layer)
{
  const GradusLayerDiagnosis *found = find_layer (of->diagnosis, layer);
  int largest = 0;

  if (found == NULL)
    return NAN;
  g_autofree int *counts = g_new0 (int, found->n_units);
  for (int j = 0; j < found->n_units; j++)
    {
      int count = ++counts[found->units[j].group];
      largest = MAX (largest, count);
    }
  return largest > 1 ? largest : 0;
}

static double
take_distinct (const GradusMeasured *of, int layer)
{
  const GradusLayerDiagnosis *found = find_layer (of->diagnosis, layer);

  return found != NULL ? found->n_groups : NAN;
}

static double
take_different (const GradusMeasured *of, int layer)
{
  const GradusLayerDiagnosis *found = find_layer (of->diagnosis, layer);

  return found != NULL ? found->n_different : NAN;
}

static double
take_spread (const GradusMeasured *of, int layer)
{
  const GradusLayerDiagnosis *found = find_layer (of->diagnosis, layer);

  return found != NULL ? found->spread : NAN;
}

static double
find_saturated (const GradusDiagnosis *diagnosis, int layer)
{
  const GradusLayerDiagnosis *found = find_layer (diagnosis, layer);

  if (layer == 0)
    return diagnosis != NULL && diagnosis->n_layers > 0 ? diagnosis->saturated : NAN;
  return found != NULL ? found->saturated : NAN;
}

static double
take_saturated (const GradusMeasured *of, int layer)
{
  return find_saturated (of->diagnosis, layer);
}

static double
take_saturated_at_start (const GradusMeasured *of, int layer)
{
  return find_saturated (of->start, layer);
}

static double
take_blocked (const GradusMeasured *of, int layer)
{
  const GradusLayerDiagnosis *found = find_layer (of->diagnosis, layer);

  return found != NULL ? found->blocked : NAN;
}

static double
take_blocked_at_start (const GradusMeasured *of, int layer)
{
  const GradusLayerDiagnosis *found = find_layer (of->start, layer);

  return found != NULL ? found->blocked : NAN;
}

static double
find_dead (const GradusDiagnosis *diagnosis, int layer)
{
  int n = 0;

  if (diagnosis == NULL || diagnosis->n_layers == 0 || layer > diagnosis->n_layers)
    return NAN;
  for (int l = 1; l <= diagnosis->n_layers; l++)
    if (layer == 0 || layer == l)
      n += diagnosis->layers[l - 1].n_dead;
  return n;
}

static double
take_dead (const GradusMeasured *of, int layer)
{
  return find_dead (of->diagnosis, layer);
}

static double
take_dead_at_start (const GradusMeasured *of, int layer)
{
  return find_dead (of->start, layer);
}

static double
take_inactive (const GradusMeasured *of, int layer)
{
  double sum = 0;
  int n = 0;

  if (of->diagnosis == NULL || layer > of->diagnosis->n_layers)
    return NAN;
  for (int l = 1; l <= of->diagnosis->n_layers; l++)
    for (int j = 0; (layer == 0 || layer == l) && j < of->diagnosis->layers[l - 1].n_units; j++)
      {
        sum += of->diagnosis->layers[l - 1].units[j].inactive;
        n++;
      }
  return n > 0 ? sum / n : NAN;
}

/* Of the update made from these parameters. */
static double
take_alpha (const GradusMeasured *of, int layer)
{
  return of->spec != NULL && of->row != NULL ? gradus_spec_alpha_at (of->spec, of->row->epoch)
                                             : NAN;
}

static double
take_largest_eigenvalue (const GradusMeasured *of, int layer)
{
  return of->largest_eigenvalue;
}

static double
take_largest_alpha (const GradusMeasured *of, int layer)
{
  return of->largest_eigenvalue > 0 ? 2 / of->largest_eigenvalue : NAN;
}

static double
find_passed (const GradusMeasured *of, GradusLandmark landmark)
{
  return of->landmarks != NULL && of->landmarks->epochs[landmark] >= 0
             ? (double) of->landmarks->epochs[landmark]
             : NAN;
}

static double
take_plateau_left (const GradusMeasured *of, int layer)
{
  return find_passed (of, GRADUS_LANDMARK_PLATEAU);
}

static double
take_half_saturated (const GradusMeasured *of, int layer)
{
  return find_passed (of, GRADUS_LANDMARK_SATURATED);
}

static double
take_over_90 (const GradusMeasured *of, int layer)
{
  return find_passed (of, GRADUS_LANDMARK_ACCURATE);
}

static double
take_cost_rises (const GradusMeasured *of, int layer)
{
  return find_passed (of, GRADUS_LANDMARK_RISE);
}

static double
take_diverged (const GradusMeasured *of, int layer)
{
  return find_passed (of, GRADUS_LANDMARK_DIVERGED);
}

static double
take_finished (const GradusMeasured *of, int layer)
{
  return of->is_finished && of->row != NULL ? (double) of->row->epoch : NAN;
}

#define COUNT GRADUS_MEASURE_COUNT
#define COST GRADUS_MEASURE_COST
#define NUMBER GRADUS_MEASURE_NUMBER
#define SHARE GRADUS_MEASURE_SHARE
#define PASSED GRADUS_MEASURE_PASSED
#define ROW GRADUS_NEEDS_ROW
#define DIAGNOSIS GRADUS_NEEDS_DIAGNOSIS
#define EIGENVALUE GRADUS_NEEDS_EIGENVALUE

/* name, kind, needs, layer, how it is taken, summary */
static const GradusMeasure measures[] = {
  { "epoch", COUNT, ROW, -1, take_epoch, N_ ("The epoch") },
  { "cost", COST, ROW, -1, take_cost, N_ ("The cost J over the training examples") },
  { "cost-at-start", COST, ROW, -1, take_cost_at_start, N_ ("The cost at epoch 0") },
  { "cost-of-chance", COST, ROW, -1, take_cost_of_chance,
    N_ ("What the best answer costs that looks at no example; ln 2 for two classes of equal "
        "size") },
  { "accuracy", SHARE, ROW, -1, take_accuracy,
    N_ ("The share of the training examples that are predicted right") },
  { "accuracy-at-start", SHARE, ROW, -1, take_accuracy_at_start, N_ ("The same at epoch 0") },
  { "held-out-cost", COST, ROW, -1, take_held_out_cost,
    N_ ("The cost over the examples held out") },
  { "held-out-accuracy", SHARE, ROW, -1, take_held_out_accuracy,
    N_ ("The share of those held out that are predicted right") },
  { "gradient", NUMBER, ROW, -1, take_gradient,
    N_ ("The length of the gradient over the weights of all layers") },
  { "largest-parameter", NUMBER, ROW, -1, take_largest_parameter,
    N_ ("The largest weight or bias, its sign left out") },
  { "alpha", NUMBER, ROW, -1, take_alpha, N_ ("The learning rate at this epoch") },
  { "units", COUNT, DIAGNOSIS, 1, take_units, N_ ("How many units the hidden layer has") },
  { "alike", COUNT, DIAGNOSIS, 1, take_alike,
    N_ ("How many units of the hidden layer compute the same function: the largest such group, 0 "
        "where no two are alike") },
  { "distinct", COUNT, DIAGNOSIS, 1, take_distinct,
    N_ ("How many distinct functions the units of the hidden layer are") },
  { "different", COUNT, DIAGNOSIS, 1, take_different,
    N_ ("How many units of the hidden layer differ from each other in a bit at least") },
  { "spread", NUMBER, DIAGNOSIS, 1, take_spread,
    N_ ("How far the units of the hidden layer are apart; 0 where all are the same") },
  { "saturated", SHARE, DIAGNOSIS, 0, take_saturated,
    N_ ("On which share of the examples the hidden units are saturated, on the average") },
  { "saturated-at-start", SHARE, DIAGNOSIS, 0, take_saturated_at_start,
    N_ ("The same at epoch 0") },
  { "blocked", SHARE, DIAGNOSIS, 1, take_blocked,
    N_ ("Which share of the error flat slopes of the hidden layer keep from getting through") },
  { "blocked-at-start", SHARE, DIAGNOSIS, 1, take_blocked_at_start, N_ ("The same at epoch 0") },
  { "inactive", SHARE, DIAGNOSIS, 0, take_inactive,
    N_ ("On which share of the examples relu units are inactive, on the average") },
  { "dead", COUNT, DIAGNOSIS, 0, take_dead,
    N_ ("How many relu units are inactive on all examples") },
  { "dead-at-start", COUNT, DIAGNOSIS, 0, take_dead_at_start, N_ ("The same at epoch 0") },
  { "largest-eigenvalue", NUMBER, EIGENVALUE, -1, take_largest_eigenvalue,
    N_ ("The largest eigenvalue of the cost’s Hessian") },
  { "largest-alpha", NUMBER, EIGENVALUE, -1, take_largest_alpha,
    N_ ("2 divided by that: with a larger learning rate descent overshoots") },
  { "plateau-left", PASSED, ROW, -1, take_plateau_left,
    N_ ("The epoch at which the cost is first under 99 % of cost-of-chance") },
  { "half-saturated", PASSED, ROW, -1, take_half_saturated,
    N_ ("The epoch at which a hidden unit is first saturated on more than half of the examples") },
  { "over-90", PASSED, ROW, -1, take_over_90,
    N_ ("The epoch at which the accuracy is first over 90 %") },
  { "cost-rises", PASSED, ROW, -1, take_cost_rises,
    N_ ("The epoch at which the cost first rises") },
  { "diverged", PASSED, ROW, -1, take_diverged,
    N_ ("The epoch whose cost or parameters are no finite numbers") },
  { "finished", PASSED, ROW, -1, take_finished,
    N_ ("The last epoch, where the experiment has one and it is reached") },
};

const GradusMeasure *
gradus_measures (int *n_measures)
{
  *n_measures = G_N_ELEMENTS (measures);
  return measures;
}

/* "epoch, cost, …" (transfer full) */
static char *
list_names (void)
{
  GString *names = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (measures); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", measures[i].name);
  return g_string_free (names, FALSE);
}

/* A whole number from 1 to max at *text, which is moved behind it; 0 where there is none. */
static int
read_number (const char **text, int max)
{
  int number = 0;

  for (; g_ascii_isdigit (**text) && number <= max; ++*text)
    number = 10 * number + (**text - '0');
  return number <= max ? number : 0;
}

gboolean
gradus_measure_read (const char **text, GradusMeasureName *name, GError **error)
{
  const char *at = *text;
  gsize length = strspn (at, "abcdefghijklmnopqrstuvwxyz0123456789-");
  g_autofree char *word = g_strndup (at, length);
  GradusMeasureName read = { NULL, 0, 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (measures) && read.measure == NULL; i++)
    if (strcmp (measures[i].name, word) == 0)
      read.measure = &measures[i];
  if (read.measure == NULL)
    {
      g_autofree char *names = list_names ();
      if (*word == '\0')
        return gradus_spec_fail (error, _ ("there is no measure; one of %s is right"), names);
      return gradus_spec_fail (error, _ ("there is no measure %s; one of %s is right"), word,
                               names);
    }
  at += length;
  read.layer = MAX (read.measure->layer, 0);
  if (*at == '[')
    {
      at++;
      read.layer = read_number (&at, GRADUS_MAX_HIDDEN_LAYERS);
      if (read.measure->layer < 0)
        return gradus_spec_fail (error, _ ("%s is not of a layer; without […] it is right"), word);
      if (read.layer == 0 || *at++ != ']')
        return gradus_spec_fail (error, _ ("%s: a hidden layer such as %s[1], up to %d, is right"),
                                 word, word, GRADUS_MAX_HIDDEN_LAYERS);
    }
  if (*at == '@')
    {
      at++;
      read.run = read_number (&at, GRADUS_MAX_LESSON_RUNS) - 1;
      if (read.run < 0)
        return gradus_spec_fail (error, _ ("%s: a run such as %s@1, up to %d, is right"), word,
                                 word, GRADUS_MAX_LESSON_RUNS);
    }
  *name = read;
  *text = at;
  return TRUE;
}

double
gradus_measure_take (const GradusMeasureName *name, const GradusMeasured *runs, int n_runs)
{
  return name->run < n_runs ? name->measure->take (&runs[name->run], name->layer) : NAN;
}
