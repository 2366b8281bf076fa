/* What the run is doing, in words: its state, and one sentence on what goes on in it. */
#include "app/narration.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <math.h>

#include "app/numbers.h"
#include "plot/contrast.h"
#include "plot/run-name.h"

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

static GradusFacts
find_facts (GradusSession *session, int place)
{
  GradusScene *scene;
  const GradusTrainer *trainer = gradus_session_get_compared (session, place, &scene);

  return gradus_facts_of (trainer, scene, localeconv ()->decimal_point);
}

/* Of all runs that are compared. (transfer full); NULL where not all of them can be told of yet. */
static char *
tell_comparison (GradusSession *session, int *view, int *place)
{
  g_autofree GradusContrastFacts *facts = g_new0 (GradusContrastFacts, 1);
  char *names[GRADUS_MAX_COMPARED] = { NULL };
  gboolean is_whole = TRUE;
  GradusContrast contrast;
  GradusView seen = GRADUS_VIEW_COST;
  char *sentence = NULL;

  facts->n = MIN (gradus_session_count_runs (session), GRADUS_MAX_COMPARED);
  for (int i = 0; i < facts->n; i++)
    {
      GradusFacts *run = &facts->facts[i];
      *run = find_facts (session, i);
      is_whole = is_whole && (run->scene != NULL || run->diverged_epoch >= 0);
      facts->names[i] = names[i] = gradus_run_name (run->spec, i, run->decimal_point);
    }
  if (is_whole)
    sentence = gradus_contrast_tell (facts, &contrast, place, &seen);
  *view = (int) seen;
  for (int i = 0; i < facts->n; i++)
    g_free (names[i]);
  return sentence;
}

char *
gradus_narration_tell (GradusSession *session, gboolean is_waiting, int *view, int *place)
{
  g_return_val_if_fail (GRADUS_IS_SESSION (session), NULL);

  *view = -1;
  *place = gradus_session_get_place (session);
  if (is_waiting || gradus_session_get_trainer (session) == NULL)
    return g_strdup ("");
  if (gradus_session_count_runs (session) > 1)
    {
      char *sentence = tell_comparison (session, view, place);
      if (sentence != NULL)
        return sentence;
    }
  GradusFacts facts = find_facts (session, *place);
  *view = -1;
  if (facts.scene == NULL && facts.diverged_epoch < 0)
    return g_strdup ("");
  if (facts.scene != NULL)
    facts.sharpness = find_sharpness (session, facts.scene->snapshot->row.epoch);
  GradusTale tale = gradus_narrator_choose (&facts);
  *view = (int) gradus_narrator_view (tale);
  return gradus_narrator_tell (&facts, tale);
}
