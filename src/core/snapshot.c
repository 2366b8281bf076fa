/* Recorded epochs: the network as it was, immutable and shared, and a bounded album of them. */
#include "core/snapshot.h"

#define ALBUM_BYTES ((gsize) 128 << 20)
#define ALBUM_LEAST 8

GradusSnapshot *
gradus_snapshot_new (const GradusRow *row, const GradusNetwork *network, const GradusRng *rng)
{
  GradusSnapshot *self = g_malloc (sizeof *self + gradus_network_size (network));

  G_STATIC_ASSERT (sizeof *self % sizeof (double) == 0);
  g_atomic_ref_count_init (&self->ref_count);
  self->row = *row;
  self->network = gradus_network_copy_into (network, self + 1);
  self->rng = rng != NULL ? g_memdup2 (rng, sizeof *rng) : NULL;
  return self;
}

GradusSnapshot *
gradus_snapshot_ref (GradusSnapshot *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
gradus_snapshot_unref (GradusSnapshot *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->rng);
  g_free (self);
}

GradusAlbum *
gradus_album_new (gsize n_parameters)
{
  GradusAlbum *self = g_new0 (GradusAlbum, 1);
  gsize bytes = n_parameters * sizeof (double) + sizeof (GradusSnapshot) + sizeof (GradusNetwork)
                + sizeof (GradusRng);

  self->stride = 1;
  self->capacity = CLAMP (ALBUM_BYTES / bytes, ALBUM_LEAST, GRADUS_HISTORY_ROWS);
  self->snapshots = g_ptr_array_new_with_free_func ((GDestroyNotify) gradus_snapshot_unref);
  return self;
}

void
gradus_album_free (GradusAlbum *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->snapshots);
  g_free (self);
}

gboolean
gradus_album_wants (const GradusAlbum *self, gint64 epoch)
{
  return epoch % self->stride == 0;
}

/* Every second snapshot goes. */
static void
thin (GradusAlbum *self)
{
  GPtrArray *kept = g_ptr_array_new_with_free_func ((GDestroyNotify) gradus_snapshot_unref);

  for (guint i = 0; i < self->snapshots->len; i += 2)
    g_ptr_array_add (kept, gradus_snapshot_ref (g_ptr_array_index (self->snapshots, i)));
  g_ptr_array_unref (self->snapshots);
  self->snapshots = kept;
  self->stride *= 2;
}

void
gradus_album_add (GradusAlbum *self, GradusSnapshot *snapshot)
{
  g_return_if_fail (gradus_album_wants (self, snapshot->row.epoch));

  if (self->snapshots->len == self->capacity)
    thin (self);
  if (gradus_album_wants (self, snapshot->row.epoch))
    g_ptr_array_add (self->snapshots, snapshot);
  else
    gradus_snapshot_unref (snapshot);
}

void
gradus_album_replace (GradusAlbum *self, GradusSnapshot *snapshot)
{
  GradusSnapshot *last = gradus_album_find (self, snapshot->row.epoch);

  g_return_if_fail (last != NULL && last->row.epoch == snapshot->row.epoch);
  g_ptr_array_remove_index (self->snapshots, self->snapshots->len - 1);
  g_ptr_array_add (self->snapshots, snapshot);
}

GradusSnapshot *
gradus_album_find (const GradusAlbum *self, gint64 epoch)
{
  if (self->snapshots->len == 0 || epoch < 0)
    return NULL;
  gint64 i = MIN (epoch / self->stride, (gint64) self->snapshots->len - 1);
  return g_ptr_array_index (self->snapshots, (guint) i);
}
