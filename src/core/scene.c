/* Everything sampled that a picture of one epoch needs: made off the main loop, drawn many times.
 */
#include "core/scene.h"

#include <math.h>

#include "core/gradient.h"

/* Nodes along each side of a unit's own small map. */
#define UNIT_NODES 64
/* Nodes times parameters: what sampling may take, so that a picture of the widest network is made
 * in about a second; only networks of over some ten thousand parameters feel it. */
#define MAX_WORK 4e9
/* The same of a picture that moves; and its nodes along each side, whose contour takes its time. */
#define MOVING_WORK 1e8
#define MOVING_NODES 600
/* Room around the examples, as a share of their range. */
#define MARGIN 0.06
/* Features whose ranges differ by more than this are not shown on one scale. */
#define SQUARE_RATIO 4.0

typedef struct
{
  double low, high;
} Range;

static void
widen (Range *range, const GradusDataset *data, int feature)
{
  const double *x = gradus_dataset_feature (data, feature);

  for (gsize i = 0; i < data->m; i++)
    {
      range->low = fmin (range->low, x[i]);
      range->high = fmax (range->high, x[i]);
    }
}

/* A margin on both sides, then out to a multiple of a step of 1, 2 or 5 × 10^k. */
static void
round_out (Range *range)
{
  double span = range->high - range->low;
  double raw = span * (1 + 2 * MARGIN) / 10;
  double power = pow (10, floor (log10 (raw)));
  double step = raw <= power       ? power
                : raw <= 2 * power ? 2 * power
                : raw <= 5 * power ? 5 * power
                                   : 10 * power;

  range->low = floor ((range->low - MARGIN * span) / step) * step;
  range->high = ceil ((range->high + MARGIN * span) / step) * step;
}

static Range
feature_range (const GradusDataset *training, const GradusDataset *held_out, int feature)
{
  Range range = { INFINITY, -INFINITY };

  widen (&range, training, feature);
  if (held_out != NULL)
    widen (&range, held_out, feature);
  double least = fmax (1e-300, 1e-9 * fmax (fabs (range.low), fabs (range.high)));
  if (range.high - range.low < least) /* all examples at one value */
    {
      double half = fmax (1, least);
      range.low -= half;
      range.high += half;
    }
  return range;
}

/* The same length for both, the shorter one growing on both sides. */
static void
make_square (Range *x, Range *y)
{
  double span = fmax (x->high - x->low, y->high - y->low);

  for (Range *range = x; range != NULL; range = range == x ? y : NULL)
    {
      double grow = (span - (range->high - range->low)) / 2;
      range->low -= grow;
      range->high += grow;
    }
}

void
gradus_scene_extent (const GradusDataset *training, const GradusDataset *held_out,
                     GradusExtent *extent)
{
  Range x = feature_range (training, held_out, 0), y = feature_range (training, held_out, 1);
  double ratio = (x.high - x.low) / (y.high - y.low);

  round_out (&x);
  round_out (&y);
  if (ratio < SQUARE_RATIO && ratio > 1 / SQUARE_RATIO)
    make_square (&x, &y);
  *extent = (GradusExtent){ x.low, x.high, y.low, y.high };
}

/* The resolution asked for, or what a wide network has time for. */
static int
limit_resolution (const GradusNetwork *network, double work, int resolution)
{
  double affordable = sqrt (work / (double) network->n_parameters);

  return affordable < resolution ? MAX ((int) affordable, MIN (UNIT_NODES, resolution))
                                 : resolution;
}

int
gradus_scene_coarsen (const GradusNetwork *network, int resolution)
{
  return limit_resolution (network, MOVING_WORK, MIN (resolution, MOVING_NODES));
}

void
gradus_scene_order_copy (const GradusSceneOrder *self, GradusSceneOrder *copy)
{
  *copy = *self;
  copy->snapshot = gradus_snapshot_ref (self->snapshot);
  copy->training = gradus_dataset_ref (self->training);
  copy->held_out = self->held_out != NULL ? gradus_dataset_ref (self->held_out) : NULL;
  copy->start = self->start != NULL ? gradus_diagnosis_ref (self->start) : NULL;
}

void
gradus_scene_order_clear (GradusSceneOrder *self)
{
  g_clear_pointer (&self->snapshot, gradus_snapshot_unref);
  g_clear_pointer (&self->training, gradus_dataset_unref);
  g_clear_pointer (&self->held_out, gradus_dataset_unref);
  g_clear_pointer (&self->start, gradus_diagnosis_unref);
}

GradusScene *
gradus_scene_new (const GradusSceneOrder *order)
{
  const GradusNetwork *network = order->snapshot->network;
  int nodes = limit_resolution (network, MAX_WORK, order->resolution);
  GradusScene *self = g_new0 (GradusScene, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->snapshot = gradus_snapshot_ref (order->snapshot);
  self->training = gradus_dataset_ref (order->training);
  self->held_out = order->held_out != NULL ? gradus_dataset_ref (order->held_out) : NULL;
  self->start = order->start != NULL ? gradus_diagnosis_ref (order->start) : NULL;
  self->extent = order->extent;
  self->resolution = order->resolution;
  self->parts = order->parts;
  self->alpha = order->alpha;
  self->l2 = order->l2;
  self->batch = order->batch;
  self->example = order->example;
  if (self->extent.x0 == self->extent.x1)
    gradus_scene_extent (self->training, self->held_out, &self->extent);

  self->field = gradus_field_new (network, network->n_layers, GRADUS_MAX_CLASSES, &self->extent,
                                  nodes, nodes);
  self->contour = gradus_contour_new (self->field);
  for (int l = 1; l < network->n_layers; l++)
    self->units[l - 1] =
        gradus_field_new (network, l, GRADUS_SHOWN_UNITS, &self->extent, UNIT_NODES, UNIT_NODES);
  self->diagnosis = gradus_diagnosis_new (network, self->training);
  self->rest =
      gradus_rest_find (network, self->training, order->l2, order->snapshot->row.gradient_norm);
  if (self->parts & GRADUS_SCENE_STEP)
    self->step = gradus_step_new (self->snapshot, self->training, self->alpha, self->l2,
                                  self->batch, self->example);
  if (self->parts & GRADUS_SCENE_SPACE && network->n_layers > 1)
    self->space = gradus_space_new (network, self->training, self->held_out, &self->extent);
  if (order->parts & GRADUS_SCENE_GRADIENT)
    {
      self->gradient = g_new (double, network->n_parameters);
      gradus_gradient_whole (network, self->training, order->l2, self->gradient);
    }
  return self;
}

void
gradus_scene_reorder (const GradusScene *self, GradusSceneOrder *order)
{
  *order = (GradusSceneOrder){ .snapshot = self->snapshot,
                               .training = self->training,
                               .held_out = self->held_out,
                               .start = self->start,
                               .extent = self->extent,
                               .resolution = self->resolution,
                               .parts = self->parts,
                               .alpha = self->alpha,
                               .l2 = self->l2,
                               .batch = self->batch,
                               .example = self->example };
}

GradusScene *
gradus_scene_ref (GradusScene *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
gradus_scene_unref (GradusScene *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  gradus_snapshot_unref (self->snapshot);
  gradus_dataset_unref (self->training);
  g_clear_pointer (&self->held_out, gradus_dataset_unref);
  gradus_field_unref (self->field);
  gradus_contour_free (self->contour);
  for (int l = 0; l < GRADUS_MAX_HIDDEN_LAYERS; l++)
    gradus_field_unref (self->units[l]);
  gradus_diagnosis_unref (self->diagnosis);
  g_free (self->gradient);
  g_clear_pointer (&self->start, gradus_diagnosis_unref);
  g_clear_pointer (&self->step, gradus_step_unref);
  gradus_space_free (self->space);
  g_free (self);
}
