/* What a pointer can rest on in a picture: a unit, a parameter, an example. */
#pragma once

#include <glib.h>

typedef enum
{
  GRADUS_TARGET_NONE,
  GRADUS_TARGET_UNIT,    /* of a layer; layer 0 has the features, layer L the output */
  GRADUS_TARGET_WEIGHT,  /* W[layer] of unit and input */
  GRADUS_TARGET_BIAS,    /* b[layer] of unit */
  GRADUS_TARGET_EXAMPLE, /* of the training examples */
  GRADUS_TARGET_RUN,     /* unit: which of those that are compared */
  GRADUS_TARGET_CELL,    /* of a sweep: unit is its row, input its column */
  GRADUS_TARGET_EPOCH,   /* on an axis; example is its number */
} GradusTargetKind;

/* A plain value; what the kind does not use is 0. Units, inputs and examples count from 0. */
typedef struct
{
  GradusTargetKind kind;
  int layer;
  int unit;
  int input;
  gint64 example; /* or the number of an epoch */
} GradusTarget;

static inline gboolean
gradus_target_equal (const GradusTarget *self, const GradusTarget *other)
{
  return self->kind == other->kind && self->layer == other->layer && self->unit == other->unit
         && self->input == other->input && self->example == other->example;
}
