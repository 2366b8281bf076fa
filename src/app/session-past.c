/* The part of a session that looks back: any epoch that was, and the run played like a film. */
#include <math.h>

#include "app/session-private.h"

#define SECOND 1e6
#define FRAME 16000 /* µs: no more than 60 epochs a second can be seen */
#define LOOK 100000 /* µs between two looks at the time where epochs go by more slowly */
/* µs that are made up for after a stall. */
#define CATCH_UP 250000
/* A film flat out takes about so many seconds, but is not slower than so many epochs a second. */
#define FLAT_OUT 10.0
#define LEAST_FLAT_OUT 10.0

void
gradus_session_pin (GradusSession *self, GradusSnapshot *snapshot)
{
  gradus_replayer_forget (self->replayer);
  g_clear_pointer (&self->pinned, gradus_snapshot_unref);
  self->pinned = snapshot;
  gradus_session_tell_news (self);
  gradus_session_grow_curves (self);
  gradus_session_want_scene (self);
}

/* The newest snapshot at or before the epoch. (transfer none) */
static GradusSnapshot *
find_snapshot (GradusSession *self, gint64 epoch)
{
  return gradus_album_find (gradus_trainer_get_album (self->run->trainer), epoch);
}

/* What works out a recorded epoch. */
static GradusReplay *
make_replay (GradusSession *self, gint64 epoch)
{
  GradusReplay *replay = gradus_replay_new (self->run->trainer, epoch);

  gradus_replay_set_threads (replay, self->run->n_threads);
  return replay;
}

void
gradus_session_replayed_cb (GradusSnapshot *snapshot, gpointer data)
{
  g_autoptr (GradusSession) self = g_object_ref (data);

  gradus_session_pin (self, snapshot);
}

void
gradus_session_show_epoch (GradusSession *self, double epoch)
{
  gradus_session_stop_playback (self);
  if (self->run == NULL)
    return;
  if (!(epoch < (double) gradus_session_get_epoch (self)))
    {
      gradus_session_pin (self, NULL);
      return;
    }

  gint64 wanted = (gint64) floor (MAX (epoch, 0));
  GradusSnapshot *nearest = find_snapshot (self, wanted);
  /* NULL: epoch 0 diverged; and of those that are compared one may have come further. */
  gboolean is_exact =
      nearest == NULL || nearest->row.epoch == wanted || wanted > gradus_run_get_epoch (self->run);
  GradusReplay *replay = is_exact ? NULL : make_replay (self, wanted);
  gradus_session_pin (self, nearest != NULL ? gradus_snapshot_ref (nearest) : NULL);
  if (replay != NULL)
    gradus_replayer_wish (self->replayer, replay);
}

void
gradus_session_set_following (GradusSession *self, gboolean following)
{
  gradus_session_stop_playback (self);
  if (following == (self->pinned == NULL) || self->run == NULL)
    return;
  gradus_session_pin (self, following ? NULL : gradus_trainer_take_snapshot (self->run->trainer));
}

/* Epochs a second that go by in the film. */
static double
find_rate (GradusSession *self)
{
  double rate = gradus_session_get_target_rate (self);

  if (!isinf (rate))
    return rate;
  return MAX ((double) gradus_session_get_epoch (self) / FLAT_OUT, LEAST_FLAT_OUT);
}

/* The picture that is due. Where several epochs go by in a frame any of them is as good: the ones
 * that are kept; else each is worked out, and what is on screen stays until it is there. */
static void
show_frame (GradusSession *self, double rate)
{
  gint64 due = (gint64) (self->playback > 0 ? floor (self->film_epoch) : ceil (self->film_epoch));
  gint64 shown = gradus_session_get_shown_epoch (self);
  gint64 stride = gradus_trainer_get_album (self->run->trainer)->stride;
  GradusSnapshot *nearest = find_snapshot (self, due);

  if (due == shown)
    return;
  if (nearest->row.epoch == due || due > gradus_run_get_epoch (self->run)
      || rate * FRAME / SECOND >= (double) stride)
    {
      if (nearest->row.epoch != shown)
        gradus_session_pin (self, gradus_snapshot_ref (nearest));
    }
  else if (gradus_replayer_is_free (self->replayer))
    gradus_replayer_wish (self->replayer, make_replay (self, due));
}

static gboolean
frame_cb (gpointer data)
{
  g_autoptr (GradusSession) self = g_object_ref (data);
  GSource *film = self->film;
  gint64 now = g_get_monotonic_time ();
  double newest = (double) gradus_session_get_epoch (self), rate = find_rate (self);
  double elapsed = (double) MIN (now - self->film_time, CATCH_UP) / SECOND;

  self->film_time = now;
  self->film_epoch += self->playback * rate * elapsed;
  if (self->playback > 0 ? self->film_epoch >= newest : self->film_epoch <= 0)
    gradus_session_show_epoch (self, self->playback > 0 ? newest : 0);
  else
    show_frame (self, rate);
  if (g_source_is_destroyed (film))
    return G_SOURCE_REMOVE;
  g_source_set_ready_time (film, now + (gint64) CLAMP (SECOND / rate, FRAME, LOOK));
  return G_SOURCE_CONTINUE;
}

void
gradus_session_set_playback (GradusSession *self, int playback)
{
  gint64 newest = gradus_session_get_epoch (self), shown = gradus_session_get_shown_epoch (self);

  playback = CLAMP (playback, -1, 1);
  /* One picture is no film, and where epoch 0 has diverged there is none. */
  if (self->run == NULL || newest == 0 || find_snapshot (self, 0) == NULL)
    playback = 0;
  gradus_session_stop_playback (self);
  if (playback == 0)
    {
      gradus_session_want_scene (self); /* finely, now that it stands */
      return;
    }

  if (playback > 0 && shown == newest)
    shown = 0;
  else if (playback < 0 && shown == 0)
    shown = newest;
  self->playback = playback;
  self->film_epoch = (double) shown;
  self->film_time = g_get_monotonic_time ();
  self->film = gradus_clock_new (frame_cb, self);
  gradus_session_pin (self, shown == newest
                                ? gradus_trainer_take_snapshot (self->run->trainer)
                                : gradus_snapshot_ref (self->pinned != NULL && shown > 0
                                                           ? self->pinned
                                                           : find_snapshot (self, shown)));
}

void
gradus_session_stop_playback (GradusSession *self)
{
  if (self->film != NULL)
    g_source_destroy (self->film);
  g_clear_pointer (&self->film, g_source_unref);
  if (self->playback == 0)
    return;
  self->playback = 0;
  if (self->replayer != NULL)
    gradus_replayer_forget (self->replayer);
  gradus_session_tell_news (self);
}
