/* Everything sampled that a picture of one epoch needs: made off the main loop, drawn many times.
 */
#pragma once

#include "core/contour.h"
#include "core/dataset.h"
#include "core/diagnosis.h"
#include "core/field.h"
#include "core/rest.h"
#include "core/snapshot.h"
#include "core/space.h"
#include "core/step.h"

/* What a scene has only where somebody looks at it. */
#define GRADUS_SCENE_N_PARTS 8
typedef enum
{
  GRADUS_SCENE_PLAIN = 0, /* 1 << 0 … 1 << (GRADUS_SCENE_N_PARTS - 1) */
  GRADUS_SCENE_STEP = 1 << 0,
  GRADUS_SCENE_SPACE = 1 << 5,
  GRADUS_SCENE_GRADIENT = 1 << 4,
} GradusSceneParts;

/* What a scene is made of. */
typedef struct
{
  GradusSnapshot *snapshot;
  GradusDataset *training;
  GradusDataset *held_out; /* or NULL */
  GradusDiagnosis *start;  /* of the run's epoch 0; NULL where that is not known */
  GradusExtent extent;     /* all zero: gradus_scene_extent () */
  int resolution;          /* nodes along each side of the output's field, 32 … 1200, fewer for a
                              network so wide that it would take seconds; the units' are coarser */
  guint parts;             /* GradusSceneParts */
  double alpha;            /* α and λ of the next update */
  double l2;
  gint64 batch;   /* examples in a mini-batch; 0: all of them in one update */
  gint64 example; /* the one that is looked at; -1: all */
} GradusSceneOrder;

/* Copies the order with references of its own, to be cleared. */
void gradus_scene_order_copy (const GradusSceneOrder *self, GradusSceneOrder *copy);
void gradus_scene_order_clear (GradusSceneOrder *self);

/* Immutable once made, apart from its count of references. */
typedef struct
{
  gatomicrefcount ref_count;
  GradusSnapshot *snapshot;
  GradusDataset *training;
  GradusDataset *held_out; /* or NULL */
  GradusExtent extent;     /* the part of the plane that is shown */
  GradusField *field;      /* of the output */
  GradusContour *contour;
  GradusField
      *units[GRADUS_MAX_HIDDEN_LAYERS]; /* [l - 1]: a[l], at most GRADUS_SHOWN_UNITS planes */
  GradusDiagnosis *diagnosis;
  GradusDiagnosis *start; /* the run's epoch 0; NULL where that is not known */
  GradusRest rest;        /* what stands still: of the gradient over all training examples */
  GradusStep *step;       /* part STEP */
  GradusSpace *space;     /* part SPACE, where there is a hidden layer; else NULL */
  double *gradient; /* GRADUS_SCENE_GRADIENT: ∂J/∂parameter over all training examples, with
                       the penalty, laid out as the network's parameters; else NULL */
  int resolution;   /* as ordered, and the others of the order: */
  guint parts;
  double alpha;
  double l2;
  gint64 batch;
  gint64 example;
} GradusScene;

/* The part of the plane that shows all examples with a margin and with round ends, square unless
 * the features' ranges are too different for that: it depends on the data alone, so it stays still
 * while a run goes on. */
void gradus_scene_extent (const GradusDataset *training, const GradusDataset *held_out,
                          GradusExtent *extent);

/* The resolution, or a coarser one with which a scene of that network is made within some
 * milliseconds: for a picture that moves. */
int gradus_scene_coarsen (const GradusNetwork *network, int resolution);

/* Needs n_x = 2. Safe on any thread. Returns: (transfer full). */
GradusScene *gradus_scene_new (const GradusSceneOrder *order);
/* The order that the scene was made of, to be changed and given again. Borrows from the scene. */
void gradus_scene_reorder (const GradusScene *self, GradusSceneOrder *order);
GradusScene *gradus_scene_ref (GradusScene *self);
void gradus_scene_unref (GradusScene *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GradusScene, gradus_scene_unref)
