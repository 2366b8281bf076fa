/* Recorded epochs: the network as it was, immutable and shared, and a bounded album of them. */
#pragma once

#include "core/history.h"
#include "core/network.h"

typedef struct
{
  gatomicrefcount ref_count;
  GradusRow row;          /* row.epoch is the snapshot's epoch */
  GradusNetwork *network; /* the parameters of that epoch, in one piece with the snapshot */
  GradusRng *rng; /* where mini-batches are drawn: the generator at the end of that epoch, so
                     that the run can go on from here exactly; else NULL */
} GradusSnapshot;

/* Copies all three; rng may be NULL. Returns: (transfer full). */
GradusSnapshot *gradus_snapshot_new (const GradusRow *row, const GradusNetwork *network,
                                     const GradusRng *rng);
GradusSnapshot *gradus_snapshot_ref (GradusSnapshot *self);
void gradus_snapshot_unref (GradusSnapshot *self);

typedef struct
{
  gint64 stride; /* epochs 0, stride, 2 stride, … */
  gsize capacity;
  GPtrArray *snapshots; /* of GradusSnapshot, epochs ascending */
} GradusAlbum;

/* Room for as many snapshots as 128 MiB hold, 8 … GRADUS_HISTORY_ROWS. */
GradusAlbum *gradus_album_new (gsize n_parameters);
void gradus_album_free (GradusAlbum *self);

/* Whether a snapshot of the epoch would be kept (a multiple of the stride). */
gboolean gradus_album_wants (const GradusAlbum *self, gint64 epoch);

/* Takes the snapshot (transfer full); when full drops every second one and doubles the stride. */
void gradus_album_add (GradusAlbum *self, GradusSnapshot *snapshot);

/* The newest epoch is not what it was: its snapshot, if kept, gives way to this one (transfer
 * full).
 */
void gradus_album_replace (GradusAlbum *self, GradusSnapshot *snapshot);

/* The newest snapshot at or before the epoch; NULL while there is none. (transfer none) */
GradusSnapshot *gradus_album_find (const GradusAlbum *self, gint64 epoch);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GradusSnapshot, gradus_snapshot_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GradusAlbum, gradus_album_free)
