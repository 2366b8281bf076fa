/* The clock of a session: an idle source with a ready time, how many epochs are due, and how many
 * go by in a second. All times are microseconds of g_get_monotonic_time (). */
#pragma once

#include <glib.h>

/* A source at G_PRIORITY_DEFAULT_IDLE in the thread's default context that calls func until it
 * returns G_SOURCE_REMOVE, whenever its ready time (at first: now) has come. func sets the next one
 * with g_source_set_ready_time (). Returns: (transfer full). */
GSource *gradus_clock_new (GSourceFunc func, gpointer data);

/* How many epochs may be worked through: credit grows with the time and is spent by the epoch.
 * After a stall no more than a few frames' worth are caught up on. */
typedef struct
{
  double rate; /* epochs a second; infinity: as many as there can be */
  double credit;
  gint64 time; /* when credit was right */
} GradusPace;

/* Begins at now with one epoch due. */
void gradus_pace_start (GradusPace *self, double rate, gint64 now);
/* Goes on at another rate. */
void gradus_pace_set_rate (GradusPace *self, double rate);
/* Whole epochs that are due now; G_MAXINT64 at an infinite rate. */
gint64 gradus_pace_due (GradusPace *self, gint64 now);
void gradus_pace_spend (GradusPace *self, gint64 n_epochs);
/* When to look again, at least a few milliseconds from now; 0 (at once) while an epoch is due. */
gint64 gradus_pace_next (const GradusPace *self, gint64 now);

#define GRADUS_METER_SAMPLES 5

/* Epochs a second over about the last second, read a few times a second so that digits can be read.
 */
typedef struct
{
  int n;
  gint64 times[GRADUS_METER_SAMPLES]; /* oldest first */
  gint64 epochs[GRADUS_METER_SAMPLES];
  double rate; /* 0 before there are two samples */
} GradusMeter;

void gradus_meter_start (GradusMeter *self, gint64 epoch, gint64 now);
/* Tells that the epoch is recorded. */
void gradus_meter_read (GradusMeter *self, gint64 epoch, gint64 now);
