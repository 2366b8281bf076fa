/* What the run is doing, in words: its state, and one sentence on what goes on in it. */
#include "app/narration.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <math.h>

#include "app/numbers.h"
#include "plot/narrator.h"

static char *
tell_training (GradusSession *session)
{
  double rate;

  g_object_get (session, "epochs-per-second", &rate, NULL);
  if (rate < 1)
    return g_strdup (_ ("Training…"));
  g_autofree char *count = gradus_count_to_text ((gint64) (rate + 0.5));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Training: %s epoch a second",
                                       "Training: %s epochs a second", (gulong) (rate + 0.5)),
                          count);
}

static gboolean
is_following (GradusSession *session)
{
  gboolean following;

  g_object_get (session, "following", &following, NULL);
  return following;
}

static gboolean
is_at_start (GradusSession *session)
{
  double epoch;

  g_object_get (session, "epoch", &epoch, NULL);
  return epoch == 0;
}

static char *
tell_run (GradusSession *session)
{
  switch (gradus_session_get_state (session))
    {
    case GRADUS_SESSION_DIVERGED:
      return g_strdup (_ ("Diverged"));
    case GRADUS_SESSION_FINISHED:
      return g_strdup (_ ("Finished"));
    case GRADUS_SESSION_TRAINING:
      return tell_training (session);
    case GRADUS_SESSION_LOADING:
    case GRADUS_SESSION_PAUSED:
    default:
      return g_strdup (is_at_start (session) ? _ ("Ready") : _ ("Paused"));
    }
}

char *
gradus_narration_tell_state (GradusSession *session, gboolean is_waiting)
{
  g_return_val_if_fail (GRADUS_IS_SESSION (session), NULL);

  if (is_waiting || gradus_session_get_state (session) == GRADUS_SESSION_LOADING)
    return g_strdup (_ ("Making the examples and the network…"));
  g_autofree char *run = tell_run (session);
  if (is_following (session))
    return g_steal_pointer (&run);
  /* Translators: the run's state, and that an earlier epoch of it is shown */
  return g_strdup_printf (_ ("%s · an earlier epoch is on screen"), run);
}

char *
gradus_narration_tell_way_on (GradusSession *session, gboolean is_waiting)
{
  g_return_val_if_fail (GRADUS_IS_SESSION (session), NULL);

  if (is_waiting)
    return NULL;
  if (!is_following (session))
    return g_strdup (_ ("Press Live to come back to the newest epoch"));
  switch (gradus_session_get_state (session))
    {
    case GRADUS_SESSION_DIVERGED:
      return g_strdup (_ ("Lower α or the init scale, then press Reset"));
    case GRADUS_SESSION_FINISHED:
      return g_strdup (_ ("Train goes on for as many epochs again, Reset starts anew"));
    case GRADUS_SESSION_PAUSED:
      return g_strdup (is_at_start (session) ? _ ("Press Train to begin, or Step for one epoch")
                                             : _ ("Press Train to go on, or Step for one epoch"));
    case GRADUS_SESSION_TRAINING:
      return g_strdup (_ ("Press Pause to stop here"));
    case GRADUS_SESSION_LOADING:
    default:
      return NULL;
    }
}

/* λmax of the epoch, where it is among those that have been measured. */
static double
find_sharpness (GradusSession *session, gint64 epoch)
{
  const GradusTrack *track = gradus_session_get_track (session);
  const GradusTrackPoint *point = track != NULL ? gradus_track_find (track, epoch) : NULL;

  return point != NULL && point->epoch == epoch ? point->value : NAN;
}

char *
gradus_narration_tell (GradusSession *session, gboolean is_waiting, int *view)
{
  g_return_val_if_fail (GRADUS_IS_SESSION (session), NULL);
  const GradusTrainer *trainer = gradus_session_get_trainer (session);
  GradusScene *scene = gradus_session_get_scene (session);

  *view = -1;
  if (is_waiting || trainer == NULL)
    return g_strdup ("");
  GradusFacts facts = { .scene = scene,
                        .history = gradus_trainer_get_history (trainer),
                        .landmarks = gradus_trainer_get_landmarks (trainer),
                        .spec = gradus_trainer_get_spec (trainer),
                        .diverged_epoch = gradus_trainer_get_diverged_epoch (trainer),
                        .is_finished =
                            gradus_session_get_state (session) == GRADUS_SESSION_FINISHED,
                        .sharpness = NAN,
                        .decimal_point = localeconv ()->decimal_point };

  if (scene == NULL && facts.diverged_epoch < 0)
    return g_strdup ("");
  if (scene != NULL)
    facts.sharpness = find_sharpness (session, scene->snapshot->row.epoch);
  GradusTale tale = gradus_narrator_choose (&facts);
  *view = (int) gradus_narrator_view (tale);
  return gradus_narrator_tell (&facts, tale);
}
