/* The bounded album of recorded epochs. */
#include "core/snapshot.h"

static void
fill (GradusAlbum *album, GradusNetwork *network, gint64 n_epochs)
{
  for (gint64 epoch = 0; epoch < n_epochs; epoch++)
    {
      GradusRow row = { .epoch = epoch };
      network->parameters[0] = (double) epoch;
      if (gradus_album_wants (album, epoch))
        gradus_album_add (album, gradus_snapshot_new (&row, network, NULL));
    }
}

static void
test_bounded (void)
{
  GradusHidden hidden = { .n = 2, .units = { 1024, 512 } };
  g_autoptr (GradusNetwork) network = gradus_network_new (2, &hidden, GRADUS_ACTIVATION_TANH, 2);
  g_autoptr (GradusAlbum) album = gradus_album_new (network->n_parameters);

  g_assert_cmpuint (album->capacity, >=, 8);
  g_assert_cmpuint (album->capacity * network->n_parameters * sizeof (double), <=, 128 << 20);
  fill (album, network, 200);
  g_assert_cmpuint (album->snapshots->len, <=, album->capacity);
  for (guint i = 0; i < album->snapshots->len; i++)
    {
      const GradusSnapshot *snapshot = g_ptr_array_index (album->snapshots, i);
      g_assert_cmpint (snapshot->row.epoch, ==, (gint64) i * album->stride);
      g_assert_true (snapshot->network->parameters[0] == (double) snapshot->row.epoch);
    }
}

static void
test_find (void)
{
  GradusHidden hidden = { .n = 1, .units = { 4 } };
  g_autoptr (GradusNetwork) network = gradus_network_new (2, &hidden, GRADUS_ACTIVATION_TANH, 2);
  g_autoptr (GradusAlbum) album = gradus_album_new (network->n_parameters);

  g_assert_null (gradus_album_find (album, 0));
  fill (album, network, GRADUS_HISTORY_ROWS + 100);
  g_assert_cmpint (album->stride, ==, 2);
  g_assert_cmpint (gradus_album_find (album, 0)->row.epoch, ==, 0);
  g_assert_cmpint (gradus_album_find (album, 31)->row.epoch, ==, 30);
  g_assert_cmpint (gradus_album_find (album, G_MAXINT64)->row.epoch, ==, GRADUS_HISTORY_ROWS + 98);
}

static void
test_outlives (void)
{
  GradusHidden hidden = { .n = 0 };
  GradusNetwork *network = gradus_network_new (2, &hidden, GRADUS_ACTIVATION_TANH, 2);
  GradusAlbum *album = gradus_album_new (network->n_parameters);
  GradusRng rng;
  GradusRow row = { .epoch = 0, .cost = 0.5 };

  gradus_rng_seed (&rng, 9);
  gradus_album_add (album, gradus_snapshot_new (&row, network, &rng));
  g_autoptr (GradusSnapshot) kept = gradus_snapshot_ref (gradus_album_find (album, 0));
  gradus_album_free (album);
  gradus_network_free (network);
  g_assert_cmpfloat (kept->row.cost, ==, 0.5);
  g_assert_cmpuint (kept->network->n_parameters, ==, 3);
  g_assert_cmpuint (gradus_rng_next (kept->rng), ==, gradus_rng_next (&rng));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/snapshot/an-album-of-large-networks-stays-within-its-memory", test_bounded);
  g_test_add_func ("/snapshot/finds-the-newest-at-or-before-an-epoch", test_find);
  g_test_add_func ("/snapshot/outlives-album-and-run", test_outlives);
  return g_test_run ();
}
