/* The clock of a session: an idle source with a ready time, how many epochs are due, and how many
 * go by in a second. */
#include "app/clock.h"

#include <math.h>
#include <string.h>

#define SECOND 1e6
/* What is caught up on after a stall, and the least rest between two slices at a finite rate. */
#define CATCH_UP 0.05
#define REST 4000
#define METER_PERIOD (G_USEC_PER_SEC / (GRADUS_METER_SAMPLES - 1))

static gboolean
clock_dispatch (GSource *source, GSourceFunc func, gpointer data)
{
  return func (data);
}

/* Without prepare and check a source is ready when its ready time has come. */
static GSourceFuncs clock_funcs = { .dispatch = clock_dispatch };

GSource *
gradus_clock_new (GSourceFunc func, gpointer data)
{
  GSource *source = g_source_new (&clock_funcs, sizeof (GSource));

  g_source_set_name (source, "gradus-clock");
  g_source_set_priority (source, G_PRIORITY_DEFAULT_IDLE);
  g_source_set_callback (source, func, data, NULL);
  g_source_set_ready_time (source, 0);
  g_source_attach (source, g_main_context_get_thread_default ());
  return source;
}

void
gradus_pace_start (GradusPace *self, double rate, gint64 now)
{
  *self = (GradusPace){ .rate = rate, .credit = 1, .time = now };
}

void
gradus_pace_set_rate (GradusPace *self, double rate)
{
  self->rate = rate;
}

gint64
gradus_pace_due (GradusPace *self, gint64 now)
{
  double elapsed = (double) (now - self->time) / SECOND;

  self->time = now;
  if (isinf (self->rate))
    {
      self->credit = 1;
      return G_MAXINT64;
    }
  self->credit = MIN (self->credit + elapsed * self->rate, MAX (1, self->rate * CATCH_UP));
  return (gint64) self->credit;
}

void
gradus_pace_spend (GradusPace *self, gint64 n_epochs)
{
  if (!isinf (self->rate))
    self->credit = MAX (self->credit - (double) n_epochs, 0);
}

gint64
gradus_pace_next (const GradusPace *self, gint64 now)
{
  if (isinf (self->rate) || self->credit >= 1)
    return 0;
  /* One more microsecond, so that the epoch is due then in spite of rounding. */
  return now + MAX ((gint64) ceil ((1 - self->credit) / self->rate * SECOND) + 1, REST);
}

void
gradus_meter_start (GradusMeter *self, gint64 epoch, gint64 now)
{
  *self = (GradusMeter){ .n = 1 };
  self->times[0] = now;
  self->epochs[0] = epoch;
}

void
gradus_meter_read (GradusMeter *self, gint64 epoch, gint64 now)
{
  if (self->n == 0 || now - self->times[self->n - 1] < METER_PERIOD)
    return;
  if (self->n == GRADUS_METER_SAMPLES)
    {
      self->n--;
      memmove (self->times, self->times + 1, (gsize) self->n * sizeof *self->times);
      memmove (self->epochs, self->epochs + 1, (gsize) self->n * sizeof *self->epochs);
    }
  self->times[self->n] = now;
  self->epochs[self->n] = epoch;
  self->rate = (double) (epoch - self->epochs[0]) * SECOND / (double) (now - self->times[0]);
  self->n++;
}
