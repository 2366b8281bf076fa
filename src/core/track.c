/* The largest eigenvalue along a run: a bounded number of epochs, and which one to measure next. */
#include "core/track.h"

#include <math.h>
#include <string.h>

/* Shares of the run: gaps wider than COARSE come before the crossing, narrower ones than FINE are
 * left alone. */
#define COARSE (1 / 24.0)
#define FINE (1 / 128.0)

void
gradus_track_clear (GradusTrack *self)
{
  self->n = 0;
}

void
gradus_track_forget_from (GradusTrack *self, gint64 epoch)
{
  while (self->n > 0 && self->points[self->n - 1].epoch >= epoch)
    self->n--;
}

/* How many points are at or before the epoch. */
static gsize
count_until (const GradusTrack *self, gint64 epoch)
{
  gsize low = 0, high = self->n;

  while (low < high)
    {
      gsize middle = (low + high) / 2;
      if (self->points[middle].epoch <= epoch)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

const GradusTrackPoint *
gradus_track_find (const GradusTrack *self, gint64 epoch)
{
  gsize n = count_until (self, epoch);

  return n > 0 ? &self->points[n - 1] : NULL;
}

gboolean
gradus_track_is_unstable (const GradusSpec *spec, const GradusTrackPoint *point)
{
  return gradus_spec_alpha_at (spec, point->epoch) * point->value > 2;
}

/* The first point that is unstable; n where there is none. */
static gsize
find_unstable (const GradusTrack *self, const GradusSpec *spec)
{
  gsize i = 0;

  while (i < self->n && !gradus_track_is_unstable (spec, &self->points[i]))
    i++;
  return i;
}

gboolean
gradus_track_find_crossing (const GradusTrack *self, const GradusSpec *spec,
                            GradusCrossing *crossing)
{
  gsize i = find_unstable (self, spec);

  if (i == self->n)
    return FALSE;
  const GradusTrackPoint *after = &self->points[i];
  *crossing = (GradusCrossing){ -1, after->epoch, (double) after->epoch };
  if (i == 0)
    return TRUE;
  const GradusTrackPoint *before = &self->points[i - 1];
  double low = 2 / gradus_spec_alpha_at (spec, before->epoch) - before->value;
  double high = after->value - 2 / gradus_spec_alpha_at (spec, after->epoch);
  crossing->before = before->epoch;
  /* With an α that jumps in between, or numbers that overflow, there is no line to follow. */
  if (isfinite (low) && isfinite (high) && low >= 0 && high > 0)
    crossing->epoch =
        (double) before->epoch + (double) (after->epoch - before->epoch) * low / (low + high);
  return TRUE;
}

/* log2 (1 + epoch), straight between powers of two: the same on every machine. */
static double
bend_epoch (gint64 epoch)
{
  guint64 v = (guint64) epoch + 1;
  int bits = 0;

  while (v >> (bits + 1) != 0)
    bits++;
  return bits + (double) v / (double) (G_GUINT64_CONSTANT (1) << bits) - 1;
}

/* How wide the gap from a to b is, as a share of a run to that epoch: by epochs or by their
 * logarithms, whichever is more. */
static double
measure_gap (gint64 a, gint64 b, gint64 last)
{
  double plain = (double) (b - a) / (double) MAX (last, 1);
  double bent = (bend_epoch (b) - bend_epoch (a)) / bend_epoch (MAX (last, 1));

  return MAX (plain, bent);
}

/* Drops the point whose neighbours are nearest to each other. */
static void
thin (GradusTrack *self, const GradusSpec *spec)
{
  gsize unstable = find_unstable (self, spec), best = 1;
  gint64 last = self->points[self->n - 1].epoch;
  double narrowest = INFINITY;

  for (gsize i = 1; i + 1 < self->n; i++)
    {
      double gap = measure_gap (self->points[i - 1].epoch, self->points[i + 1].epoch, last);
      if (gap < narrowest && i != unstable && i + 1 != unstable)
        {
          narrowest = gap;
          best = i;
        }
    }
  self->n--;
  memmove (&self->points[best], &self->points[best + 1], (self->n - best) * sizeof self->points[0]);
}

void
gradus_track_add (GradusTrack *self, const GradusSpec *spec, gint64 epoch, double value)
{
  gsize at = count_until (self, epoch);

  if (at > 0 && self->points[at - 1].epoch == epoch)
    {
      self->points[at - 1].value = value;
      return;
    }
  if (self->n == GRADUS_TRACK_POINTS)
    {
      thin (self, spec);
      at = count_until (self, epoch);
    }
  memmove (&self->points[at + 1], &self->points[at], (self->n - at) * sizeof self->points[0]);
  self->points[at] = (GradusTrackPoint){ epoch, value };
  self->n++;
}

/* The snapshot strictly between two epochs that is nearest before the wanted one, or else the
 * first; NULL where there is none. */
static GradusSnapshot *
find_between (const GradusAlbum *album, gint64 a, gint64 b, gint64 wanted)
{
  gint64 first = (a / album->stride + 1) * album->stride;
  gint64 epoch = MAX (wanted / album->stride * album->stride, first);
  GradusSnapshot *found = epoch < b ? gradus_album_find (album, epoch) : NULL;

  return found != NULL && found->row.epoch == epoch ? found : NULL;
}

/* The snapshot in the middle of a gap, by what makes it wide. */
static GradusSnapshot *
find_middle (const GradusAlbum *album, gint64 a, gint64 b, gint64 last)
{
  double plain = (double) (b - a) / (double) MAX (last, 1);
  gboolean is_bent = measure_gap (a, b, last) > plain;

  return find_between (album, a, b,
                       is_bent ? (gint64) sqrt (((double) a + 1) * ((double) b + 1)) - 1
                               : a + (b - a) / 2);
}

/* The widest gap, at least so wide, that has a snapshot in its midst. */
static GradusSnapshot *
fill_gap (const GradusTrack *self, const GradusAlbum *album, gint64 last, double least)
{
  GradusSnapshot *best = NULL;

  for (gsize i = 1; i < self->n; i++)
    {
      gint64 a = self->points[i - 1].epoch, b = self->points[i].epoch;
      double gap = measure_gap (a, b, last);
      GradusSnapshot *middle = gap > least ? find_middle (album, a, b, last) : NULL;
      if (middle == NULL)
        continue;
      best = middle;
      least = gap;
    }
  return best;
}

GradusSnapshot *
gradus_track_next (const GradusTrack *self, const GradusSpec *spec, const GradusAlbum *album)
{
  GradusSnapshot *newest = gradus_album_find (album, G_MAXINT64);
  GradusCrossing crossing;

  if (newest == NULL)
    return NULL;
  gint64 last = newest->row.epoch;
  if (self->n == 0)
    return newest;
  if (self->points[0].epoch > 0)
    return gradus_album_find (album, 0);
  if (measure_gap (self->points[self->n - 1].epoch, last, last) > FINE)
    return newest;

  GradusSnapshot *next = fill_gap (self, album, last, COARSE);
  if (next == NULL && gradus_track_find_crossing (self, spec, &crossing) && crossing.before >= 0)
    next = find_between (album, crossing.before, crossing.after,
                         crossing.before + (crossing.after - crossing.before) / 2);
  if (next == NULL)
    next = fill_gap (self, album, last, FINE);
  return next;
}
