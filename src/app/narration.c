/* One plain sentence on what the run is doing, and what to do about it. */
#include "app/narration.h"

#include <glib/gi18n-lib.h>

#include "app/numbers.h"

static char *
tell_divergence (GradusSession *session)
{
  const GradusTrainer *trainer = gradus_session_get_trainer (session);
  g_autofree char *epoch =
      gradus_count_to_text (trainer != NULL ? gradus_trainer_get_diverged_epoch (trainer) : 0);

  return g_strdup_printf (_ ("Diverged at epoch %s. Lower α or the init scale, then press Reset."),
                          epoch);
}

/* Whether every dW of the epoch on screen is zero (db may not be). */
static gboolean
is_at_rest (const GradusRow *row, const GradusNetwork *network)
{
  for (int l = 1; l <= network->n_layers; l++)
    if (row->gradient_norm[l - 1] != 0)
      return FALSE;
  return TRUE;
}

/* A start from which nothing, or nothing different, can be learnt is worth a word. */
static char *
tell_start (GradusSession *session)
{
  GradusScene *scene = gradus_session_get_scene (session);
  const GradusDiagnosis *diagnosis = scene != NULL ? scene->diagnosis : NULL;

  if (diagnosis == NULL || diagnosis->n_layers == 0)
    return NULL;
  if (is_at_rest (&scene->snapshot->row, scene->snapshot->network))
    return g_strdup (_ ("Every dW is zero: no weight will ever move. Try another init scale."));
  if (diagnosis->layers[0].is_symmetric)
    return g_strdup (
        _ ("All units are alike and will stay alike: random weights break the symmetry."));
  return NULL;
}

static char *
tell_pause (GradusSession *session)
{
  double epoch;

  g_object_get (session, "epoch", &epoch, NULL);
  if (epoch > 0)
    return g_strdup (_ ("Paused. Press Train to go on, or Step for one epoch."));
  return g_strdup (_ ("Ready. Press Train, and watch the boundary bend as the cost falls."));
}

static char *
tell_training (GradusSession *session)
{
  double rate;

  g_object_get (session, "epochs-per-second", &rate, NULL);
  if (rate < 1)
    return g_strdup (_ ("Training…"));
  g_autofree char *count = gradus_count_to_text ((gint64) (rate + 0.5));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Training: %s epoch a second.",
                                       "Training: %s epochs a second.", (gulong) (rate + 0.5)),
                          count);
}

char *
gradus_narration_tell (GradusSession *session, gboolean is_waiting)
{
  gboolean is_following;
  char *start;

  g_return_val_if_fail (GRADUS_IS_SESSION (session), NULL);

  if (is_waiting)
    return g_strdup (_ ("Making the examples and the network…"));
  g_object_get (session, "following", &is_following, NULL);
  switch (gradus_session_get_state (session))
    {
    case GRADUS_SESSION_LOADING:
      return g_strdup (_ ("Making the examples and the network…"));
    case GRADUS_SESSION_DIVERGED:
      return tell_divergence (session);
    case GRADUS_SESSION_FINISHED:
      return g_strdup (_ ("Finished. Train goes on for as many epochs again, Reset starts anew."));
    case GRADUS_SESSION_PAUSED:
    case GRADUS_SESSION_TRAINING:
    default:
      break;
    }
  if (!is_following)
    return g_strdup (_ ("An earlier epoch is on screen. Press Live to come back to the newest."));
  start = tell_start (session);
  if (start != NULL)
    return start;
  return gradus_session_get_state (session) == GRADUS_SESSION_TRAINING ? tell_training (session)
                                                                       : tell_pause (session);
}
