/* The bounded history: what it keeps, and that nothing dropped goes unseen. */
#include <math.h>

#include "core/history.h"

static GradusHistory *
history_of (gint64 n_epochs, double (*cost) (gint64 epoch))
{
  GradusHistory *history = gradus_history_new ();

  for (gint64 epoch = 0; epoch < n_epochs; epoch++)
    {
      GradusRow row = { .epoch = epoch, .cost = cost (epoch) };
      gradus_history_add (history, &row);
    }
  return history;
}

static double
falling (gint64 epoch)
{
  return 1.0 / (double) (epoch + 1);
}

static void
test_keeps_every_epoch (void)
{
  g_autoptr (GradusHistory) history = history_of (GRADUS_HISTORY_ROWS, falling);

  g_assert_cmpint (history->stride, ==, 1);
  g_assert_cmpuint (gradus_history_count (history), ==, GRADUS_HISTORY_ROWS);
  for (gsize i = 0; i < GRADUS_HISTORY_ROWS; i++)
    {
      g_assert_cmpint (gradus_history_get (history, i)->epoch, ==, (gint64) i);
      g_assert_true (gradus_history_get (history, i)->cost_min == falling ((gint64) i));
    }
}

static void
test_thins (void)
{
  gint64 n = 5 * GRADUS_HISTORY_ROWS + 3;
  g_autoptr (GradusHistory) history = history_of (n, falling);

  g_assert_cmpint (history->stride, ==, 8);
  g_assert_cmpuint (history->n_rows, <=, GRADUS_HISTORY_ROWS);
  for (gsize i = 0; i < history->n_rows; i++)
    {
      g_assert_cmpint (history->rows[i].epoch, ==, (gint64) i * 8);
      g_assert_true (history->rows[i].cost == falling ((gint64) i * 8));
    }
  g_assert_cmpint (gradus_history_get (history, gradus_history_count (history) - 1)->epoch, ==,
                   n - 1);
}

static double
one_spike_each_way (gint64 epoch)
{
  return epoch == 12345 ? 99 : epoch == 60001 ? -99 : 1;
}

static void
test_spikes (void)
{
  g_autoptr (GradusHistory) history = history_of (200000, one_spike_each_way);
  double least = INFINITY, largest = -INFINITY;
  gint64 least_at = -1, largest_at = -1;

  for (gsize i = 0; i < gradus_history_count (history); i++)
    {
      const GradusRow *row = gradus_history_get (history, i);
      if (row->cost_min < least)
        least = row->cost_min, least_at = row->epoch;
      if (row->cost_max > largest)
        largest = row->cost_max, largest_at = row->epoch;
    }
  g_assert_cmpfloat (least, ==, -99);
  g_assert_cmpfloat (largest, ==, 99);
  /* told by the first kept row at or after it */
  g_assert_cmpint (largest_at, ==, 12352);
  g_assert_cmpint (least_at, ==, 60016);
}

static void
test_find (void)
{
  g_autoptr (GradusHistory) history = history_of (3 * GRADUS_HISTORY_ROWS + 2, falling);
  g_autoptr (GradusHistory) empty = gradus_history_new ();

  g_assert_null (gradus_history_find (empty, 0));
  g_assert_null (gradus_history_find (history, -1));
  g_assert_cmpint (gradus_history_find (history, 0)->epoch, ==, 0);
  g_assert_cmpint (gradus_history_find (history, 7)->epoch, ==, 4);
  g_assert_cmpint (gradus_history_find (history, 1 << 30)->epoch, ==, 3 * GRADUS_HISTORY_ROWS + 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/keeps-every-epoch-while-there-is-room", test_keeps_every_epoch);
  g_test_add_func ("/history/when-full-keeps-every-second-row", test_thins);
  g_test_add_func ("/history/a-spike-that-is-dropped-is-told-by-the-next-row", test_spikes);
  g_test_add_func ("/history/finds-the-last-row-at-or-before-an-epoch", test_find);
  return g_test_run ();
}
