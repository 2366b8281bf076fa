/* The run on screen: owns the trainer, the clock and the play state; the one thing views listen to.
 */
#include "app/session.h"

#include <math.h>

#include "app/session-private.h"

#define MIN_RESOLUTION 32
#define MAX_RESOLUTION 1200
#define DEFAULT_RESOLUTION 256
#define DEFAULT_SPEED 0.5397940008672037 /* log10 (500) / 5: 500 epochs a second */

G_DEFINE_FINAL_TYPE (GradusSession, gradus_session, G_TYPE_OBJECT)

typedef enum
{
  PROP_KNOBS = 1,
  PROP_STATE,
  PROP_BUSY,
  PROP_TRAINING,
  PROP_EPOCH,
  PROP_SHOWN_EPOCH,
  PROP_FOLLOWING,
  PROP_PLAYBACK,
  PROP_EXAMPLE,
  PROP_SPEED,
  PROP_TARGET_RATE,
  PROP_EPOCHS_PER_SECOND,
  N_PROPS
} Prop;

static GParamSpec *props[N_PROPS];
static guint signals[GRADUS_SESSION_N_SIGNALS];

void
gradus_session_emit (GradusSession *self, GradusSessionSignal signal, const char *message)
{
  if (signal == GRADUS_SESSION_FAILED)
    g_signal_emit (self, signals[signal], 0, message);
  else
    g_signal_emit (self, signals[signal], 0);
}

gint64
gradus_session_get_shown_epoch (GradusSession *self)
{
  return self->pinned != NULL ? self->pinned->row.epoch : gradus_session_get_epoch (self);
}

void
gradus_session_notify_training (GradusSession *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TRAINING]);
}

static gboolean
is_busy (const GradusSession *self)
{
  return self->maker != NULL && gradus_maker_get_newest (self->maker) != NULL;
}

static void
notify_if (GradusSession *self, gboolean differs, Prop prop)
{
  if (differs)
    g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

void
gradus_session_tell_news (GradusSession *self)
{
  GradusSessionNews old = self->news;
  GradusSessionNews now = { .state = gradus_session_get_state (self),
                            .busy = is_busy (self),
                            .epoch = gradus_session_get_epoch (self),
                            .shown_epoch = gradus_session_get_shown_epoch (self),
                            .following = self->pinned == NULL,
                            .playback = self->playback,
                            .example = self->example,
                            .rate = self->training ? self->meter.rate : 0 };

  self->news = now;
  notify_if (self, now.state != old.state, PROP_STATE);
  notify_if (self, now.busy != old.busy, PROP_BUSY);
  /* Before shown-epoch, so that a slider has room for it. */
  notify_if (self, now.epoch != old.epoch, PROP_EPOCH);
  notify_if (self, now.shown_epoch != old.shown_epoch, PROP_SHOWN_EPOCH);
  notify_if (self, now.following != old.following, PROP_FOLLOWING);
  notify_if (self, now.playback != old.playback, PROP_PLAYBACK);
  notify_if (self, now.example != old.example, PROP_EXAMPLE);
  notify_if (self, now.rate != old.rate, PROP_EPOCHS_PER_SECOND);
}

static void
set_example (GradusSession *self, gint64 example)
{
  gint64 m = self->run != NULL ? (gint64) gradus_trainer_get_training (self->run->trainer)->m : 0;

  example = example >= 0 && example < m ? example : -1;
  if (example == self->example)
    return;
  self->example = example;
  gradus_session_tell_news (self);
  gradus_session_want_scene (self);
}

static void
gradus_session_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  GradusSession *self = GRADUS_SESSION (object);

  switch ((Prop) id)
    {
    case PROP_KNOBS:
      self->knobs = g_value_dup_object (value);
      break;
    case PROP_TRAINING:
      gradus_session_play (self, g_value_get_boolean (value));
      break;
    case PROP_SHOWN_EPOCH:
      gradus_session_show_epoch (self, g_value_get_double (value));
      break;
    case PROP_FOLLOWING:
      gradus_session_set_following (self, g_value_get_boolean (value));
      break;
    case PROP_PLAYBACK:
      gradus_session_set_playback (self, g_value_get_int (value));
      /* Also where it cannot be, so that a button comes up again. */
      notify_if (self, self->playback != g_value_get_int (value), PROP_PLAYBACK);
      break;
    case PROP_EXAMPLE:
      set_example (self, g_value_get_int64 (value));
      break;
    case PROP_SPEED:
      if (g_value_get_double (value) != self->speed)
        {
          gradus_session_change_speed (self, g_value_get_double (value));
          notify_if (self, TRUE, PROP_SPEED);
          notify_if (self, TRUE, PROP_TARGET_RATE);
        }
      break;
    case PROP_STATE:
    case PROP_BUSY:
    case PROP_EPOCH:
    case PROP_TARGET_RATE:
    case PROP_EPOCHS_PER_SECOND:
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
gradus_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  GradusSession *self = GRADUS_SESSION (object);

  switch ((Prop) id)
    {
    case PROP_KNOBS:
      g_value_set_object (value, self->knobs);
      break;
    case PROP_STATE:
      g_value_set_uint (value, gradus_session_get_state (self));
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, is_busy (self));
      break;
    case PROP_TRAINING:
      g_value_set_boolean (value, self->training);
      break;
    case PROP_EPOCH:
      g_value_set_double (value, (double) gradus_session_get_epoch (self));
      break;
    case PROP_SHOWN_EPOCH:
      g_value_set_double (value, (double) gradus_session_get_shown_epoch (self));
      break;
    case PROP_FOLLOWING:
      g_value_set_boolean (value, self->pinned == NULL);
      break;
    case PROP_PLAYBACK:
      g_value_set_int (value, self->playback);
      break;
    case PROP_EXAMPLE:
      g_value_set_int64 (value, self->example);
      break;
    case PROP_SPEED:
      g_value_set_double (value, self->speed);
      break;
    case PROP_TARGET_RATE:
      g_value_set_double (value, gradus_session_get_target_rate (self));
      break;
    case PROP_EPOCHS_PER_SECOND:
      g_value_set_double (value, self->news.rate);
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
gradus_session_constructed (GObject *object)
{
  GradusSession *self = GRADUS_SESSION (object);

  G_OBJECT_CLASS (gradus_session_parent_class)->constructed (object);

  if (self->knobs == NULL)
    self->knobs = gradus_knobs_new ();
  self->start = *gradus_knobs_get_spec (self->knobs);
  g_signal_connect_object (self->knobs, "changed", G_CALLBACK (gradus_session_knobs_changed_cb),
                           self, 0);
  gradus_session_wish (self, NULL);
}

static void
gradus_session_dispose (GObject *object)
{
  GradusSession *self = GRADUS_SESSION (object);

  if (self->knobs != NULL)
    g_signal_handlers_disconnect_by_data (self->knobs, self);
  self->playback = 0; /* nobody is told any more */
  gradus_session_stop_playback (self);
  if (self->rest != NULL)
    g_source_destroy (self->rest);
  g_clear_pointer (&self->rest, g_source_unref);
  g_clear_pointer (&self->maker, gradus_maker_free);
  g_clear_pointer (&self->replayer, gradus_replayer_free);
  g_clear_pointer (&self->painter, gradus_painter_free);
  gradus_session_clear_curves (self);
  gradus_pins_clear (&self->pins);
  g_clear_pointer (&self->pinned, gradus_snapshot_unref);
  g_clear_pointer (&self->scene, gradus_scene_unref);
  g_clear_pointer (&self->run, gradus_run_free);
  gradus_session_update_clock (self);
  g_clear_pointer (&self->beside, g_ptr_array_unref);
  g_clear_object (&self->knobs);

  G_OBJECT_CLASS (gradus_session_parent_class)->dispose (object);
}

static void
gradus_session_class_init (GradusSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags told = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GParamFlags set =
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_LAX_VALIDATION | G_PARAM_STATIC_STRINGS;
  GParamFlags given = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->set_property = gradus_session_set_property;
  object_class->get_property = gradus_session_get_property;
  object_class->constructed = gradus_session_constructed;
  object_class->dispose = gradus_session_dispose;

  props[PROP_KNOBS] = g_param_spec_object ("knobs", NULL, NULL, GRADUS_TYPE_KNOBS, given);
  props[PROP_STATE] = g_param_spec_uint ("state", NULL, NULL, 0, GRADUS_SESSION_DIVERGED, 0, told);
  props[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, told);
  props[PROP_TRAINING] = g_param_spec_boolean ("training", NULL, NULL, FALSE, set);
  props[PROP_EPOCH] = g_param_spec_double ("epoch", NULL, NULL, 0, G_MAXDOUBLE, 0, told);
  props[PROP_SHOWN_EPOCH] = g_param_spec_double ("shown-epoch", NULL, NULL, 0, G_MAXDOUBLE, 0, set);
  props[PROP_FOLLOWING] = g_param_spec_boolean ("following", NULL, NULL, TRUE, set);
  props[PROP_PLAYBACK] = g_param_spec_int ("playback", NULL, NULL, -1, 1, 0, set);
  props[PROP_EXAMPLE] = g_param_spec_int64 ("example", NULL, NULL, -1, G_MAXINT64, -1, set);
  props[PROP_SPEED] = g_param_spec_double ("speed", NULL, NULL, 0, 1, DEFAULT_SPEED, set);
  props[PROP_TARGET_RATE] = g_param_spec_double ("target-rate", NULL, NULL, 0, INFINITY, 500, told);
  props[PROP_EPOCHS_PER_SECOND] =
      g_param_spec_double ("epochs-per-second", NULL, NULL, 0, G_MAXDOUBLE, 0, told);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[GRADUS_SESSION_RESTARTED] =
      g_signal_new ("restarted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[GRADUS_SESSION_ADVANCED] =
      g_signal_new ("advanced", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[GRADUS_SESSION_SCENE_CHANGED] =
      g_signal_new ("scene-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[GRADUS_SESSION_LIT_CHANGED] =
      g_signal_new ("lit-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[GRADUS_SESSION_CURVES_CHANGED] =
      g_signal_new ("curves-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[GRADUS_SESSION_FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                                 NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
gradus_session_init (GradusSession *self)
{
  self->maker = gradus_maker_new (gradus_session_run_made_cb, self);
  self->painter = gradus_painter_new (gradus_session_scene_painted_cb, self);
  self->replayer = gradus_replayer_new (gradus_session_replayed_cb, self);
  self->beside = g_ptr_array_new ();
  self->speed = DEFAULT_SPEED;
  self->resolution = DEFAULT_RESOLUTION;
  self->example = self->news.example = -1;
  self->news.following = TRUE;
}

GradusSession *
gradus_session_new (GradusKnobs *knobs)
{
  return g_object_new (GRADUS_TYPE_SESSION, "knobs", knobs, NULL);
}

GradusKnobs *
gradus_session_get_knobs (GradusSession *self)
{
  g_return_val_if_fail (GRADUS_IS_SESSION (self), NULL);

  return self->knobs;
}

GradusSessionState
gradus_session_get_state (GradusSession *self)
{
  g_return_val_if_fail (GRADUS_IS_SESSION (self), GRADUS_SESSION_LOADING);

  if (self->run == NULL)
    return GRADUS_SESSION_LOADING;
  if (!gradus_session_is_over (self))
    return self->training ? GRADUS_SESSION_TRAINING : GRADUS_SESSION_PAUSED;
  return gradus_trainer_get_status (self->run->trainer) == GRADUS_TRAINER_DIVERGED
             ? GRADUS_SESSION_DIVERGED
             : GRADUS_SESSION_FINISHED;
}

const GradusTrainer *
gradus_session_get_trainer (GradusSession *self)
{
  g_return_val_if_fail (GRADUS_IS_SESSION (self), NULL);

  return self->run != NULL ? self->run->trainer : NULL;
}

const GradusHistory *
gradus_session_get_history (GradusSession *self)
{
  g_return_val_if_fail (GRADUS_IS_SESSION (self), NULL);

  return self->run != NULL ? gradus_trainer_get_history (self->run->trainer) : NULL;
}

GradusScene *
gradus_session_get_scene (GradusSession *self)
{
  g_return_val_if_fail (GRADUS_IS_SESSION (self), NULL);

  return self->scene;
}

const GradusLandmarks *
gradus_session_get_landmarks (GradusSession *self)
{
  g_return_val_if_fail (GRADUS_IS_SESSION (self), NULL);

  return self->run != NULL ? gradus_run_get_landmarks (self->run) : NULL;
}

const GradusRow *
gradus_session_get_shown_row (GradusSession *self)
{
  g_return_val_if_fail (GRADUS_IS_SESSION (self), NULL);

  if (self->pinned != NULL)
    return &self->pinned->row;
  if (self->run == NULL || gradus_trainer_get_epoch (self->run->trainer) < 0)
    return NULL;
  return &gradus_trainer_get_history (self->run->trainer)->last;
}

void
gradus_session_set_resolution (GradusSession *self, int resolution)
{
  g_return_if_fail (GRADUS_IS_SESSION (self));

  resolution = CLAMP (resolution, MIN_RESOLUTION, MAX_RESOLUTION);
  if (resolution == self->resolution)
    return;
  self->resolution = resolution;
  gradus_session_want_scene (self);
}

void
gradus_session_want_parts (GradusSession *self, guint parts, gboolean wanted)
{
  g_return_if_fail (GRADUS_IS_SESSION (self));

  for (int i = 0; i < GRADUS_SCENE_N_PARTS; i++)
    if (parts & 1u << i)
      self->wanted[i] += wanted ? 1 : -1;
  if (self->painter != NULL)
    gradus_session_want_scene (self);
}

void
gradus_session_set_frame (GradusSession *self, GradusSessionFrame find_frame)
{
  g_return_if_fail (GRADUS_IS_SESSION (self));

  self->find_frame = find_frame;
}

void
gradus_session_set_lit (GradusSession *self, const GradusTarget *target)
{
  g_return_if_fail (GRADUS_IS_SESSION (self));

  if (gradus_target_equal (&self->lit, target))
    return;
  self->lit = *target;
  gradus_session_emit (self, GRADUS_SESSION_LIT_CHANGED, NULL);
}

const GradusTarget *
gradus_session_get_lit (GradusSession *self)
{
  g_return_val_if_fail (GRADUS_IS_SESSION (self), NULL);

  return &self->lit;
}
