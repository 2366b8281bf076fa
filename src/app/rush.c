/* A run that is wanted at its end: the session is set to it, and the speed back afterwards. */
#include "app/rush.h"

#include "core/trainer.h"

#define KEY "gradus-rush"
#define FLAT_OUT 1.0

/* Lives with the session until it is over. */
typedef struct
{
  GradusSession *session;
  GradusSpec spec;
  double speed; /* to come back to */
  gboolean is_begun;
} Rush;

static void
rush_free (gpointer data)
{
  Rush *self = data;

  g_signal_handlers_disconnect_by_data (self->session, self); /* none are left where it is gone */
  g_free (self);
}

static void
end (Rush *self)
{
  GradusSession *session = self->session;
  double before = self->speed, speed;
  gboolean is_begun = self->is_begun;

  g_object_set_data (G_OBJECT (session), KEY, NULL); /* frees it */
  g_object_get (session, "speed", &speed, NULL);
  if (is_begun && speed == FLAT_OUT) /* nobody has chosen another meanwhile */
    g_object_set (session, "speed", before, NULL);
}

static void
state_cb (GradusSession *session, GParamSpec *pspec, Rush *self)
{
  if (self->is_begun && gradus_session_get_state (session) != GRADUS_SESSION_TRAINING)
    end (self);
}

static void
begin (Rush *self)
{
  GradusSessionState state = gradus_session_get_state (self->session);

  if (state == GRADUS_SESSION_FINISHED || state == GRADUS_SESSION_DIVERGED)
    {
      end (self); /* it was over with epoch 0 */
      return;
    }
  g_object_set (self->session, "speed", FLAT_OUT, "training", TRUE, NULL);
  self->is_begun = TRUE;
}

/* Another run than the one that is wished for may come before it; or in its place. */
static void
restarted_cb (GradusSession *session, Rush *self)
{
  gboolean is_busy;

  if (gradus_spec_equal (gradus_trainer_get_spec (gradus_session_get_trainer (session)),
                         &self->spec))
    {
      begin (self);
      return;
    }
  g_object_get (session, "busy", &is_busy, NULL);
  if (!is_busy)
    end (self);
}

static void
failed_cb (GradusSession *session, const char *message, Rush *self)
{
  end (self);
}

void
gradus_rush_begin (GradusSession *session, const GradusSpec *spec)
{
  g_return_if_fail (GRADUS_IS_SESSION (session) && spec != NULL);

  GradusKnobs *knobs = gradus_session_get_knobs (session);
  Rush *before = g_object_get_data (G_OBJECT (session), KEY);

  if (before != NULL)
    end (before);
  Rush *self = g_new0 (Rush, 1);
  self->session = session;
  self->spec = *spec;
  g_object_get (session, "speed", &self->speed, NULL);
  g_object_set (session, "training", FALSE, NULL);
  g_signal_connect (session, "restarted", G_CALLBACK (restarted_cb), self);
  g_signal_connect (session, "notify::state", G_CALLBACK (state_cb), self);
  g_signal_connect (session, "failed", G_CALLBACK (failed_cb), self);
  g_object_set_data_full (G_OBJECT (session), KEY, self, rush_free);
  if (gradus_spec_equal (gradus_knobs_get_spec (knobs), spec))
    gradus_session_reset (session);
  else
    gradus_knobs_set_spec (knobs, spec);
}
