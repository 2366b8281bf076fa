/* The part of a session that has to do with time: slices of work, pace, and which picture is due.
 */
#include <math.h>
#include <string.h>

#include "app/session-private.h"

/* µs of work between two looks at the main loop: until the next frame is due, within these. */
#define SLICE 6000
#define LEAST_SLICE 500
#define DECADES 5 /* speed 0 … 1 is 10^0 … 10^5 epochs a second */
/* Train on a finished run goes on for as long again, but for at least so many epochs. */
#define MIN_PROLONGATION 1000
/* ms that a picture stands before it is made again, finely. */
#define REST 120

double
gradus_session_get_target_rate (GradusSession *self)
{
  return self->speed >= 1 ? INFINITY : pow (10, DECADES * self->speed);
}

static void
set_training (GradusSession *self, gboolean training)
{
  if (training == self->training)
    return;
  self->training = training;
  gradus_session_notify_training (self);
}

/* After some work: what is over, and what there is to tell. */
static void
end_slice (GradusSession *self, gint64 n_epochs)
{
  gint64 now = g_get_monotonic_time ();

  if (n_epochs > 0 && self->training)
    gradus_meter_read (&self->meter, gradus_session_get_epoch (self), now);
  if (gradus_session_is_over (self))
    {
      self->n_steps = 0;
      set_training (self, FALSE);
    }
  gradus_session_update_clock (self);
  if (n_epochs > 0)
    gradus_session_follow_alpha (self);
  gradus_session_tell_news (self);
  gradus_session_grow_curves (self);
  if (n_epochs > 0)
    gradus_session_emit (self, GRADUS_SESSION_ADVANCED, NULL);
  if (self->painter != NULL && (!self->training || gradus_painter_is_rested (self->painter, now)))
    gradus_session_want_scene (self);
}

/* Until when a slice goes on: no frame waits for it, but for the least that it needs. */
static gint64
find_deadline (const GradusSession *self, gint64 now)
{
  gint64 frame = self->find_frame != NULL ? self->find_frame (now) : G_MAXINT64;

  return CLAMP (frame, now + LEAST_SLICE, now + SLICE);
}

static gboolean
slice_cb (gpointer data)
{
  g_autoptr (GradusSession) self = g_object_ref (data);
  GSource *clock = self->clock;
  gint64 now = g_get_monotonic_time ();
  gboolean was_uneven = gradus_session_is_uneven (self);
  gint64 n_epochs;

  if (self->training)
    {
      n_epochs = (self->goal != NULL ? gradus_session_work_to_goal : gradus_session_work) (
          self, gradus_pace_due (&self->pace, now), find_deadline (self, now));
      gradus_pace_spend (&self->pace, n_epochs);
      g_source_set_ready_time (clock, gradus_pace_next (&self->pace, g_get_monotonic_time ()));
    }
  else
    {
      n_epochs = gradus_session_work (self, self->n_steps, find_deadline (self, now));
      self->n_steps -= n_epochs;
    }
  /* An epoch made again, or looked at, is news as well. */
  if (was_uneven && !gradus_session_is_uneven (self))
    n_epochs = MAX (n_epochs, 1);
  end_slice (self, n_epochs);
  return g_source_is_destroyed (clock) ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

void
gradus_session_update_clock (GradusSession *self)
{
  gboolean is_needed =
      self->run != NULL && (self->training || self->n_steps > 0 || gradus_session_is_uneven (self));

  if (is_needed && self->clock == NULL)
    self->clock = gradus_clock_new (slice_cb, self);
  else if (!is_needed && self->clock != NULL)
    {
      g_source_destroy (self->clock);
      g_clear_pointer (&self->clock, g_source_unref);
    }
}

void
gradus_session_start_pace (GradusSession *self)
{
  gint64 now = g_get_monotonic_time ();

  gradus_pace_start (&self->pace, gradus_session_get_target_rate (self), now);
  gradus_meter_start (&self->meter, gradus_session_get_epoch (self), now);
}

void
gradus_session_change_speed (GradusSession *self, double speed)
{
  double measured = self->meter.rate;

  self->speed = speed;
  gradus_pace_set_rate (&self->pace, gradus_session_get_target_rate (self));
  /* What was measured at the old speed stays until there is something newer. */
  gradus_meter_start (&self->meter, gradus_session_get_epoch (self), g_get_monotonic_time ());
  self->meter.rate = measured;
  if (self->clock != NULL)
    g_source_set_ready_time (self->clock, 0);
}

void
gradus_session_play (GradusSession *self, gboolean training)
{
  if (training == self->training)
    return;
  self->n_steps = 0;
  if (training)
    {
      gint64 epoch = gradus_session_get_epoch (self);

      if (self->run != NULL && gradus_session_is_over (self))
        gradus_session_prolong (self, epoch + MAX (epoch, MIN_PROLONGATION));
      gradus_session_start_pace (self);
    }
  set_training (self, training);
  gradus_session_update_clock (self);
  gradus_session_tell_news (self);
  gradus_session_grow_curves (self);
  gradus_session_want_scene (self);
}

void
gradus_session_step (GradusSession *self)
{
  g_return_if_fail (GRADUS_IS_SESSION (self));

  if (self->run == NULL)
    return;
  gradus_session_play (self, FALSE);
  self->n_steps++;
  gradus_session_prolong (self, gradus_session_get_epoch (self) + self->n_steps);
  gradus_session_update_clock (self);
}

static guint
find_wanted_parts (const GradusSession *self)
{
  guint parts = 0;

  for (int i = 0; i < GRADUS_SCENE_N_PARTS; i++)
    if (self->wanted[i] > 0)
      parts |= 1u << i;
  return parts;
}

/* Whether the scene shows what is ordered, however finely; more parts than that do no harm. */
static gboolean
is_of_order (const GradusScene *scene, const GradusSceneOrder *order)
{
  const GradusNetwork *ordered = order->snapshot->network;

  return scene != NULL && scene->snapshot->row.epoch == order->snapshot->row.epoch
         && memcmp (scene->snapshot->network->parameters, ordered->parameters,
                    ordered->n_parameters * sizeof (double))
                == 0
         && (order->parts & ~scene->parts) == 0 && scene->example == order->example
         && scene->alpha == order->alpha;
}

/* Whether there is time for a fine picture. */
static gboolean
stands_still (const GradusSession *self)
{
  return self->pinned != NULL ? self->playback == 0 : !self->training && self->n_steps == 0;
}

void
gradus_session_note_move (GradusSession *self)
{
  self->moved = g_get_monotonic_time ();
}

static gboolean
rested_cb (gpointer data)
{
  GradusSession *self = data;

  g_clear_pointer (&self->rest, g_source_unref);
  gradus_session_want_scene (self);
  return G_SOURCE_REMOVE;
}

/* Whether the picture has stood for a while, as it does not between two values of a knob that is
 * turned; if not, scenes are wanted again when it may have. */
static gboolean
has_rested (GradusSession *self)
{
  if (g_get_monotonic_time () - self->moved >= REST * 1000)
    return TRUE;
  if (self->rest == NULL)
    {
      self->rest = g_timeout_source_new (REST);
      g_source_set_callback (self->rest, rested_cb, self, NULL);
      g_source_attach (self->rest, g_main_context_get_thread_default ());
    }
  return FALSE;
}

void
gradus_session_paint (GradusSession *self, GradusPainter *painter, const GradusScene *scene,
                      GradusSceneOrder *order)
{
  if (!is_of_order (scene, order))
    {
      gradus_session_note_move (self);
      order->resolution = gradus_scene_coarsen (order->snapshot->network, order->resolution);
    }
  else if (!stands_still (self) || scene->resolution == order->resolution || !has_rested (self))
    return;
  gradus_painter_paint (painter, order);
}

void
gradus_session_order_scene (GradusSession *self, const GradusRun *run, GradusSnapshot *snapshot,
                            GradusSceneOrder *order)
{
  gradus_trainer_order_scene (run->trainer, snapshot->row.epoch, order);
  order->snapshot = snapshot;
  order->start = run->scene != NULL ? run->scene->diagnosis : NULL;
  order->extent = run->extent;
  order->resolution = self->resolution;
  order->parts = find_wanted_parts (self);
  order->example = run == self->run ? self->example : -1;
}

void
gradus_session_want_scene (GradusSession *self)
{
  GradusSceneOrder order;

  if (self->run == NULL)
    return;
  gradus_session_want_scenes_beside (self);
  if (!gradus_painter_is_free (self->painter))
    return;
  g_autoptr (GradusSnapshot) snapshot = self->pinned != NULL
                                            ? gradus_snapshot_ref (self->pinned)
                                            : gradus_trainer_take_snapshot (self->run->trainer);
  if (snapshot == NULL)
    return;
  gradus_session_order_scene (self, self->run, snapshot, &order);
  gradus_session_paint (self, self->painter, self->scene, &order);
}

void
gradus_session_scene_painted_cb (GradusScene *scene, const GradusSceneOrder *order, gpointer data)
{
  g_autoptr (GradusSession) self = g_object_ref (data);

  if (scene != NULL)
    {
      g_clear_pointer (&self->scene, gradus_scene_unref);
      self->scene = scene;
      gradus_session_emit (self, GRADUS_SESSION_SCENE_CHANGED, NULL);
    }
  /* While it follows a run that trains, the next slice asks, when the picture is a frame old. */
  if (!self->training || self->pinned != NULL)
    gradus_session_want_scene (self);
}
