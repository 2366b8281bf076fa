/* The part of a session that makes wishes true: knobs, files, new starts, and what they end in. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/session-private.h"
#include "core/source.h"
#include "core/spec-fields.h"
#include "core/spec-text.h"

void
gradus_session_wish (GradusSession *self, const char *path)
{
  gboolean is_at_hand =
      path == NULL && self->run != NULL && gradus_source_is_same (&self->run->spec, &self->start);

  gradus_maker_wish (
      self->maker,
      gradus_wish_new (&self->start, path, is_at_hand ? self->run->data : NULL, self->resolution));
  gradus_session_tell_news (self);
}

/* The knobs say what the run on screen is. */
static void
show_run_spec (GradusSession *self)
{
  g_autofree GradusSpec *spec = g_new (GradusSpec, 1);

  gradus_run_get_shown_spec (self->run, spec);
  gradus_knobs_adopt_spec (self->knobs, spec);
}

/* Back to the run that goes on; where there is none yet, to the program's own experiment. */
static void
refuse (GradusSession *self, const char *message)
{
  if (self->run != NULL)
    {
      self->start = self->run->spec;
      show_run_spec (self);
    }
  else
    {
      gradus_spec_init (&self->start);
      gradus_knobs_adopt_spec (self->knobs, &self->start);
    }
  gradus_session_emit (self, GRADUS_SESSION_FAILED, message);
}

/* Everything on screen is of another run. */
static void
tell_restart (GradusSession *self)
{
  gradus_session_grow_curves (self);
  gradus_session_tell_news (self);
  gradus_session_emit (self, GRADUS_SESSION_RESTARTED, NULL);
  gradus_session_emit (self, GRADUS_SESSION_SCENE_CHANGED, NULL);
  gradus_session_want_scene (self);
}

static void
install (GradusSession *self, GradusRun *run, gboolean is_newest)
{
  gradus_session_stop_playback (self);
  gradus_replayer_forget (self->replayer);
  gradus_painter_forget (self->painter);
  g_clear_pointer (&self->pinned, gradus_snapshot_unref);
  g_clear_pointer (&self->scene, gradus_scene_unref);
  gradus_run_free (self->run);
  self->run = run;
  gradus_session_take_others (self);
  gradus_session_forget_curves (self);
  self->n_steps = run->goal; /* shown when it comes to rest there */
  self->example = -1;
  gradus_session_note_move (self);
  if (run->scene != NULL)
    self->scene = gradus_scene_ref (run->scene);
  gradus_session_start_pace (self);
  gradus_session_update_clock (self);

  if (is_newest)
    {
      self->start = run->spec;
      show_run_spec (self);
    }
  tell_restart (self);
  gradus_session_check_pins (self);
}

void
gradus_session_show_selected (GradusSession *self)
{
  gint64 shown = gradus_session_get_shown_epoch (self);
  gboolean is_pinned = self->pinned != NULL;

  gradus_session_stop_playback (self);
  gradus_replayer_forget (self->replayer);
  gradus_session_forget_curves (self);
  g_clear_pointer (&self->pinned, gradus_snapshot_unref);
  self->example = -1;
  self->start = self->run->spec;
  show_run_spec (self);
  tell_restart (self);
  if (is_pinned)
    gradus_session_show_epoch (self, (double) shown);
}

void
gradus_session_run_made_cb (GradusRun *run, const GradusWish *wish, const GError *error,
                            gboolean is_newest, gpointer data)
{
  g_autoptr (GradusSession) self = g_object_ref (data);
  /* A knob that is being dragged shows what it can on its way; files do not flash by. */
  gboolean is_on_the_way =
      wish->path == NULL && !is_newest && gradus_maker_get_newest (self->maker)->path == NULL;

  if (run == NULL && is_newest)
    {
      gboolean is_first = self->run == NULL;

      refuse (self, error->message);
      if (is_first && (wish->path != NULL || !gradus_spec_equal (&wish->spec, &self->start)))
        gradus_session_wish (self, NULL);
    }
  else if (run != NULL && (is_newest || is_on_the_way))
    {
      if (wish->path != NULL)
        gradus_session_play (self, FALSE);
      install (self, run, is_newest);
    }
  else
    gradus_run_free (run);
  gradus_session_tell_news (self);
}

/* Whether a change is for the run on screen: not when another one with other knobs is on its way.
 */
static gboolean
is_for_run (const GradusSession *self)
{
  const GradusWish *newest = gradus_maker_get_newest (self->maker);

  return self->run != NULL && (newest == NULL || newest->path != NULL);
}

static void
take_alpha (GradusSession *self)
{
  GradusTrainerStatus status = gradus_trainer_get_status (self->run->trainer);

  if (status == GRADUS_TRAINER_DIVERGED)
    gradus_session_wish (self, NULL);
  else if (!gradus_run_set_alpha (self->run, self->start.alpha))
    {
      g_autofree char *message =
          g_strdup_printf (_ ("alpha: this run has changed α %d times already, more is not kept; "
                              "Reset starts it again"),
                           GRADUS_MAX_ALPHA_CHANGES);

      refuse (self, message);
    }
  else
    {
      gradus_session_set_alpha_beside (self, self->start.alpha);
      gradus_session_want_scene (self); /* which shows the step that is made with it */
    }
}

static void
take_epochs (GradusSession *self)
{
  self->run->spec.epochs = self->start.epochs;
  gradus_trainer_set_epochs (self->run->trainer, self->start.epochs);
  gradus_session_set_epochs_beside (self, self->start.epochs);
  gradus_session_tell_news (self);
}

/* The knobs say what the next start is, but for α, which a schedule may have moved. */
static void
put_start_into_knobs (GradusSession *self)
{
  g_autofree GradusSpec *spec = g_memdup2 (&self->start, sizeof self->start);

  spec->alpha = gradus_knobs_get_spec (self->knobs)->alpha;
  gradus_knobs_adopt_spec (self->knobs, spec);
}

/* A field that is set by hand is not varied any more; a sweep has its own window. */
static void
stop_comparing (GradusSession *self, const char *name)
{
  if (!g_str_equal (name, self->start.vary) || *self->start.across != '\0')
    return;
  self->start.vary[0] = self->start.values[0] = '\0';
  put_start_into_knobs (self);
}

/* Parameters that were changed by hand belong to the network they were changed in. */
static void
forget_changes (GradusSession *self, const char *name)
{
  const char *group = gradus_spec_field_find (name)->group;

  if (self->start.changes.n == 0
      || (strcmp (group, "network") != 0 && strcmp (group, "initialisation") != 0))
    return;
  self->start.changes.n = 0;
  put_start_into_knobs (self);
}

void
gradus_session_knobs_changed_cb (GradusKnobs *knobs, const char *name, gpointer data)
{
  GradusSession *self = data;
  double alpha = self->start.alpha;
  gboolean is_alpha = g_strcmp0 (name, "alpha") == 0;

  /* Where α is by its schedule is not where it starts. */
  self->start = *gradus_knobs_get_spec (knobs);
  if (name != NULL && !is_alpha)
    self->start.alpha = alpha;
  if (name != NULL)
    {
      gboolean was_compared = *self->start.vary != '\0';
      forget_changes (self, name);
      stop_comparing (self, name);
      /* Then what goes into a run under way goes into another kind of run. */
      if (was_compared && *self->start.vary == '\0')
        {
          gradus_session_wish (self, NULL);
          return;
        }
    }

  if (is_alpha && is_for_run (self))
    take_alpha (self);
  else if (g_strcmp0 (name, "epochs") == 0 && is_for_run (self))
    take_epochs (self);
  else
    gradus_session_wish (self, NULL);
}

gboolean
gradus_session_change (GradusSession *self, int layer, int unit, int input, gboolean is_added,
                       double value)
{
  GradusChange change = { 0, layer, unit, input, is_added, value };
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (GRADUS_IS_SESSION (self), FALSE);

  if (!is_for_run (self))
    return FALSE;
  if (self->beside->len > 0)
    {
      gradus_session_emit (self, GRADUS_SESSION_FAILED,
                           _ ("changes: runs that are compared differ in one field alone; a run by "
                              "itself can be changed"));
      return FALSE;
    }
  if (!gradus_run_change (self->run, &change, &error))
    {
      gradus_session_emit (self, GRADUS_SESSION_FAILED, error->message);
      return FALSE;
    }
  self->start.changes = self->run->spec.changes;
  show_run_spec (self);
  gradus_session_update_clock (self);
  gradus_session_tell_news (self);
  return TRUE;
}

void
gradus_session_follow_alpha (GradusSession *self)
{
  g_autofree GradusSpec *spec = NULL;

  if (self->run == NULL || gradus_maker_get_newest (self->maker) != NULL)
    return;

  double alpha = gradus_run_get_alpha (self->run);

  if (gradus_knobs_get_spec (self->knobs)->alpha == alpha)
    return;
  spec = g_memdup2 (gradus_knobs_get_spec (self->knobs), sizeof *spec);
  spec->alpha = alpha;
  gradus_knobs_adopt_spec (self->knobs, spec);
}

void
gradus_session_prolong (GradusSession *self, gint64 epochs)
{
  gint64 last = gradus_trainer_get_spec (self->run->trainer)->epochs;

  if (last < 0 || last >= epochs
      || (gradus_trainer_get_status (self->run->trainer) == GRADUS_TRAINER_DIVERGED
          && self->beside->len == 0))
    return;
  gradus_trainer_set_epochs (self->run->trainer, epochs);
  self->run->spec.epochs = epochs;
  gradus_session_set_epochs_beside (self, epochs);
  if (gradus_maker_get_newest (self->maker) == NULL)
    {
      self->start.epochs = epochs;
      show_run_spec (self);
    }
}

void
gradus_session_reset (GradusSession *self)
{
  g_return_if_fail (GRADUS_IS_SESSION (self));

  if (self->run == NULL)
    return;
  gradus_session_play (self, FALSE);
  self->n_steps = 0;
  gradus_session_update_clock (self);
  gradus_session_wish (self, NULL);
}

void
gradus_session_open (GradusSession *self, const char *path)
{
  g_return_if_fail (GRADUS_IS_SESSION (self));
  g_return_if_fail (path != NULL);

  gradus_session_wish (self, path);
}

gboolean
gradus_session_save (GradusSession *self, const char *path, GError **error)
{
  g_return_val_if_fail (GRADUS_IS_SESSION (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  return gradus_spec_save (
      self->run != NULL ? gradus_trainer_get_spec (self->run->trainer) : &self->start, path, error);
}

void
gradus_session_compare (GradusSession *self, const char *vary, const char *values)
{
  g_return_if_fail (GRADUS_IS_SESSION (self));

  g_autofree GradusSpec *spec = g_memdup2 (&self->start, sizeof self->start);
  g_strlcpy (spec->vary, vary != NULL ? vary : "", sizeof spec->vary);
  g_strlcpy (spec->values, values != NULL ? values : "", sizeof spec->values);
  spec->across[0] = spec->across_values[0] = '\0';
  gradus_knobs_set_spec (self->knobs, spec);
}
