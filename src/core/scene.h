/* Everything sampled that a picture of one epoch needs: made off the main loop, drawn many times.
 */
#pragma once

#include "core/contour.h"
#include "core/dataset.h"
#include "core/diagnosis.h"
#include "core/field.h"
#include "core/snapshot.h"

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
} GradusScene;

/* The part of the plane that shows all examples with a margin and with round ends, square unless
 * the features' ranges are too different for that: it depends on the data alone, so it stays still
 * while a run goes on. */
void gradus_scene_extent (const GradusDataset *training, const GradusDataset *held_out,
                          GradusExtent *extent);

/* resolution: nodes along each side of the output's field, 32 … 1200, fewer for a network so wide
 * that it would take seconds; the units' are coarser. extent NULL: gradus_scene_extent (). Needs
 * n_x = 2. Safe on any thread. Returns: (transfer full). */
GradusScene *gradus_scene_new (GradusSnapshot *snapshot, GradusDataset *training,
                               GradusDataset *held_out, const GradusExtent *extent, int resolution);
GradusScene *gradus_scene_ref (GradusScene *self);
void gradus_scene_unref (GradusScene *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GradusScene, gradus_scene_unref)
