/* The part of a session that gathers what only some views show: λmax and the paths of parameters
 * along the run, while somebody looks. */
#include "app/session-private.h"

/* Numbers of snapshots looked at between two looks at the main loop: about a millisecond. */
#define NUMBERS_AT_A_TIME 200000

static gboolean
grow_cb (gpointer data)
{
  g_autoptr (GradusSession) self = g_object_ref (data);

  g_clear_pointer (&self->curves.idle, g_source_unref);
  gradus_session_grow_curves (self);
  gradus_session_emit (self, GRADUS_SESSION_CURVES_CHANGED, NULL);
  return G_SOURCE_REMOVE;
}

/* What a long run has gathered is read a little at a time. */
static void
go_on_later (GradusSession *self)
{
  if (self->curves.idle != NULL)
    return;
  self->curves.idle = g_idle_source_new ();
  g_source_set_callback (self->curves.idle, grow_cb, self, NULL);
  g_source_attach (self->curves.idle, g_main_context_get_thread_default ());
}

static void
measured_cb (gpointer data)
{
  g_autoptr (GradusSession) self = g_object_ref (data);

  gradus_session_grow_curves (self);
  gradus_session_emit (self, GRADUS_SESSION_CURVES_CHANGED, NULL);
}

/* A parameter of the newest epoch was changed by hand: what was gathered of that epoch is no more.
 */
static void
follow_changes (GradusSession *self)
{
  const GradusTrainer *trainer = self->run->trainer;
  const GradusChanges *changes = &gradus_trainer_get_spec (trainer)->changes;

  if (changes->n == self->curves.n_changes || gradus_trainer_is_redoing (trainer))
    return;
  self->curves.n_changes = changes->n;
  g_clear_pointer (&self->curves.paths, gradus_paths_free);
  if (self->curves.tracker != NULL)
    gradus_curvature_tracker_forget_from (self->curves.tracker, gradus_trainer_get_epoch (trainer));
}

/* λmax of what is looked at, where that stands still. */
static void
follow_track (GradusSession *self)
{
  GradusSessionCurves *curves = &self->curves;
  const GradusTrainer *trainer = self->run->trainer;
  g_autoptr (GradusSnapshot) shown = NULL;

  if (curves->tracker == NULL)
    curves->tracker = gradus_curvature_tracker_new (measured_cb, self);
  if (self->playback != 0)
    shown = NULL;
  else if (self->pinned != NULL)
    shown = gradus_snapshot_ref (self->pinned);
  else if (!self->training)
    shown = gradus_trainer_take_snapshot (trainer);
  gradus_curvature_tracker_follow (curves->tracker, trainer, shown);
}

void
gradus_session_grow_curves (GradusSession *self)
{
  GradusSessionCurves *curves = &self->curves;

  if (self->run == NULL || (curves->n_track_wanted == 0 && curves->n_paths_wanted == 0))
    return;
  const GradusTrainer *trainer = self->run->trainer;
  follow_changes (self);
  if (curves->n_track_wanted > 0)
    follow_track (self);
  if (curves->n_paths_wanted > 0)
    {
      if (curves->paths == NULL)
        curves->paths = gradus_paths_new (gradus_trainer_get_network (trainer));
      if (gradus_paths_follow (curves->paths, gradus_trainer_get_album (trainer),
                               NUMBERS_AT_A_TIME))
        go_on_later (self);
    }
}

void
gradus_session_forget_curves (GradusSession *self)
{
  if (self->curves.tracker != NULL)
    gradus_curvature_tracker_restart (self->curves.tracker);
  self->curves.n_changes =
      self->run != NULL ? gradus_trainer_get_spec (self->run->trainer)->changes.n : 0;
  g_clear_pointer (&self->curves.paths, gradus_paths_free);
}

void
gradus_session_clear_curves (GradusSession *self)
{
  g_clear_pointer (&self->curves.tracker, gradus_curvature_tracker_free);
  g_clear_pointer (&self->curves.paths, gradus_paths_free);
  if (self->curves.idle != NULL)
    g_source_destroy (self->curves.idle);
  g_clear_pointer (&self->curves.idle, g_source_unref);
}

void
gradus_session_want_track (GradusSession *self, gboolean wanted)
{
  g_return_if_fail (GRADUS_IS_SESSION (self));

  self->curves.n_track_wanted += wanted ? 1 : -1;
  gradus_session_grow_curves (self);
}

void
gradus_session_want_paths (GradusSession *self, gboolean wanted)
{
  g_return_if_fail (GRADUS_IS_SESSION (self));

  self->curves.n_paths_wanted += wanted ? 1 : -1;
  gradus_session_grow_curves (self);
}

const GradusTrack *
gradus_session_get_track (GradusSession *self)
{
  g_return_val_if_fail (GRADUS_IS_SESSION (self), NULL);

  return self->curves.tracker != NULL ? gradus_curvature_tracker_get_track (self->curves.tracker)
                                      : NULL;
}

const GradusPaths *
gradus_session_get_paths (GradusSession *self)
{
  g_return_val_if_fail (GRADUS_IS_SESSION (self), NULL);

  return self->curves.paths;
}
