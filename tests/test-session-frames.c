/* A session that trains beside windows: slices end in time for their frames. */
#include <stdlib.h>

#include "session-loop.h"

#define SLICES 31

/* Epochs of each slice, as "advanced" tells them. */
typedef struct
{
  gint64 epoch;
  gint64 epochs[SLICES];
  int n;
} Slices;

static void
slice_cb (GradusSession *session, Slices *self)
{
  gint64 epoch = gradus_trainer_get_epoch (gradus_session_get_trainer (session));

  if (self->n < SLICES)
    self->epochs[self->n++] = epoch - self->epoch;
  self->epoch = epoch;
}

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const gint64 *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

/* How many epochs half of the slices have at most, where frames are due as told. */
static gint64
median_slice (GradusSessionFrame find_frame)
{
  g_autoptr (GradusSession) session = make_session (make_knobs ("epochs", "", NULL));
  Slices slices = { 0 };

  gradus_session_set_frame (session, find_frame);
  g_signal_connect (session, "advanced", G_CALLBACK (slice_cb), &slices);
  g_object_set (session, "speed", 1., "training", TRUE, NULL);
  UNTIL (slices.n == SLICES);
  qsort (slices.epochs, SLICES, sizeof *slices.epochs, compare_counts);
  return slices.epochs[SLICES / 2];
}

static gint64
due_now (gint64 now)
{
  return now;
}

static gint64
never_due (gint64 now)
{
  return G_MAXINT64;
}

/* A slice of half a millisecond beside one of six: a busy machine makes both worse. */
static void
test_a_slice_ends_when_a_frame_is_due (void)
{
  g_assert_cmpint (3 * median_slice (due_now), <, median_slice (never_due));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session-frames/a-slice-ends-when-a-frame-is-due",
                   test_a_slice_ends_when_a_frame_is_due);
  return run_tests_in_own_context ();
}
