/* The largest eigenvalue along a run: a bounded number of epochs, and which one to measure next. */
#pragma once

#include "core/snapshot.h"
#include "core/spec.h"

#define GRADUS_TRACK_POINTS 512

typedef struct
{
  gint64 epoch;
  double value; /* λmax of that epoch's parameters; NAN where numbers overflow */
} GradusTrackPoint;

/* A plain value. */
typedef struct
{
  gsize n;
  GradusTrackPoint points[GRADUS_TRACK_POINTS]; /* epochs ascending */
} GradusTrack;

/* Where λmax first comes above 2 / α. */
typedef struct
{
  gint64 before; /* measured, not above; -1: epoch 0 is above already */
  gint64 after;  /* the next one that is measured: above */
  double epoch;  /* between them, where the straight line would cross */
} GradusCrossing;

void gradus_track_clear (GradusTrack *self);

/* Drops what was measured of the epoch and of later ones. */
void gradus_track_forget_from (GradusTrack *self, gint64 epoch);

/* Takes the value in; of an epoch that is there already in its place. When full, the point goes
 * without which the fewest is missed: none beside a crossing, and no end. */
void gradus_track_add (GradusTrack *self, const GradusSpec *spec, gint64 epoch, double value);

/* The snapshot to measure next: the newest one when that is far ahead, then the middle of the
 * widest gap, by epochs or by their logarithms, coarse to fine; once it is not all too coarse, the
 * gap in which the crossing lies, down to neighbouring snapshots. (transfer none)
 * Returns: NULL when there is nothing to be gained. */
GradusSnapshot *gradus_track_next (const GradusTrack *self, const GradusSpec *spec,
                                   const GradusAlbum *album);

/* Whether α λ > 2: along the sharpest direction a step of whole-batch descent ends further from the
 * bottom than it began. */
gboolean gradus_track_is_unstable (const GradusSpec *spec, const GradusTrackPoint *point);

/* Returns: FALSE where no point is above 2 / α. */
gboolean gradus_track_find_crossing (const GradusTrack *self, const GradusSpec *spec,
                                     GradusCrossing *crossing);

/* The nearest point at or before the epoch; NULL while there is none. (transfer none) */
const GradusTrackPoint *gradus_track_find (const GradusTrack *self, gint64 epoch);
