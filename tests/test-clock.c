/* Tests of the clock's arithmetic: how many epochs are due, and how many went by. */
#include "app/clock.h"

#include <math.h>

#define MS 1000

static void
test_epochs_come_due_at_the_rate (void)
{
  GradusPace pace;
  gint64 n = 0, now = 5 * MS;

  gradus_pace_start (&pace, 100, now);
  /* Train answers at once. */
  g_assert_cmpint (gradus_pace_due (&pace, now), ==, 1);
  gradus_pace_spend (&pace, 1);
  for (int i = 0; i < 1000; i++)
    {
      now += 7 * MS;
      gint64 due = gradus_pace_due (&pace, now);
      gradus_pace_spend (&pace, due);
      n += due;
    }
  /* 7 s at 100 epochs a second. */
  g_assert_cmpint (ABS (n - 700), <=, 1);
}

static void
test_a_stall_is_not_caught_up_on (void)
{
  GradusPace pace;

  gradus_pace_start (&pace, 100, 0);
  gradus_pace_spend (&pace, 1);
  g_assert_cmpint (gradus_pace_due (&pace, 10000 * MS), ==, 5);
  gradus_pace_start (&pace, 1, 0);
  g_assert_cmpint (gradus_pace_due (&pace, 10000 * MS), ==, 1);
}

static void
test_the_next_look_is_when_an_epoch_is_due (void)
{
  GradusPace pace;
  gint64 next;

  gradus_pace_start (&pace, 4, 0);
  g_assert_cmpint (gradus_pace_next (&pace, 0), ==, 0);
  gradus_pace_spend (&pace, 1);
  next = gradus_pace_next (&pace, 0);
  g_assert_cmpint (next, >=, 250 * MS);
  g_assert_cmpint (next, <=, 251 * MS);
  g_assert_cmpint (gradus_pace_due (&pace, next), ==, 1);

  /* Never so soon that the looks themselves are the work. */
  gradus_pace_start (&pace, 1e5, 0);
  gradus_pace_spend (&pace, 1);
  g_assert_cmpint (gradus_pace_next (&pace, 0), ==, 4 * MS);
}

static void
test_flat_out_knows_no_bound (void)
{
  GradusPace pace;

  gradus_pace_start (&pace, INFINITY, 0);
  g_assert_cmpint (gradus_pace_due (&pace, 0), ==, G_MAXINT64);
  gradus_pace_spend (&pace, 123456);
  g_assert_cmpint (gradus_pace_next (&pace, 0), ==, 0);
  gradus_pace_set_rate (&pace, 10);
  g_assert_cmpint (gradus_pace_due (&pace, 0), ==, 1);
}

static void
test_the_meter_reads_the_last_second (void)
{
  GradusMeter meter;
  gint64 epoch = 0, now = 0;
  int n_renewed = 0;

  gradus_meter_start (&meter, 0, 0);
  g_assert_cmpfloat (meter.rate, ==, 0);
  /* A second at 1,000 epochs a second, then one and a half at 200. */
  for (int i = 0; i < 250; i++)
    {
      double before = meter.rate;

      now += 10 * MS;
      epoch += i < 100 ? 10 : 2;
      gradus_meter_read (&meter, epoch, now);
      n_renewed += meter.rate != before;
      if (i == 99)
        g_assert_cmpfloat_with_epsilon (meter.rate, 1000, 1e-6);
    }
  g_assert_cmpfloat_with_epsilon (meter.rate, 200, 1e-6);
  g_assert_cmpint (n_renewed, <=, 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clock/epochs-come-due-at-the-rate", test_epochs_come_due_at_the_rate);
  g_test_add_func ("/clock/a-stall-is-not-caught-up-on", test_a_stall_is_not_caught_up_on);
  g_test_add_func ("/clock/the-next-look-is-when-an-epoch-is-due",
                   test_the_next_look_is_when_an_epoch_is_due);
  g_test_add_func ("/clock/flat-out-knows-no-bound", test_flat_out_knows_no_bound);
  g_test_add_func ("/clock/the-meter-reads-the-last-second", test_the_meter_reads_the_last_second);

  return g_test_run ();
}
