/* Which epoch is on screen, a slider through all of them, and what plays them and jumps between
 * them.
 */
#include "app/timeline.h"

#include "app/epoch-button.h"
#include "app/landmark-bar.h"

/* ms that the slider lags behind a run that goes on: its knob stands at the end meanwhile, and with
 * each move of a slider GTK measures the whole window. */
#define LAG 200

struct _GradusTimeline
{
  GtkWidget parent_instance;

  GradusSession *session;
  GActionMap *actions; /* the window's, which outlives this */

  GtkWidget *child;
  GradusEpochButton *epoch;
  GradusLandmarkBar *landmarks;
  GtkAdjustment *adjustment;
  GtkWidget *live;

  guint lag_id;         /* 0: the slider is up to date */
  gboolean is_showing;  /* the slider follows the session just now, it does not steer it */
  gboolean is_steering; /* and the other way round */
};

G_DEFINE_FINAL_TYPE (GradusTimeline, gradus_timeline, GTK_TYPE_WIDGET)

static GSimpleAction *
find_action (GradusTimeline *self, const char *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (self->actions, name));
}

/* What can be done from the epoch on screen; nothing where the row cannot be used, so that its keys
 * do nothing either. */
static void
update_actions (GradusTimeline *self, double newest, double shown)
{
  const GradusLandmarks *landmarks = gradus_session_get_landmarks (self->session);
  gint64 epoch = (gint64) shown;
  gboolean is_free = gtk_widget_get_sensitive (GTK_WIDGET (self));

  if (self->actions == NULL)
    return;
  g_simple_action_set_enabled (find_action (self, "show-epoch"), is_free);
  g_simple_action_set_enabled (find_action (self, "go-to-epoch"), is_free);
  g_simple_action_set_enabled (find_action (self, "play-back"), is_free && newest > 0);
  g_simple_action_set_enabled (find_action (self, "play-forward"), is_free && newest > 0);
  g_simple_action_set_enabled (find_action (self, "previous-landmark"),
                               is_free && landmarks != NULL
                                   && gradus_landmarks_find (landmarks, epoch, -1) >= 0);
  g_simple_action_set_enabled (find_action (self, "next-landmark"),
                               is_free && landmarks != NULL
                                   && gradus_landmarks_find (landmarks, epoch, 1) >= 0);
}

static void
update (GradusTimeline *self)
{
  double newest, shown;
  gboolean is_following;

  g_clear_handle_id (&self->lag_id, g_source_remove);
  g_object_get (self->session, "epoch", &newest, "shown-epoch", &shown, "following", &is_following,
                NULL);
  self->is_showing = TRUE;
  gtk_adjustment_set_upper (self->adjustment, MAX (newest, 1.0));
  /* Within its own "value-changed" the slider stays where it was put, until the epoch is there: a
   * value set there would be taken for another wish, for the signal would start again with it. */
  if (!self->is_steering)
    gtk_adjustment_set_value (self->adjustment, shown);
  self->is_showing = FALSE;
  gtk_widget_set_sensitive (self->live, !is_following);

  update_actions (self, newest, shown);
}

static gboolean
lagged_cb (gpointer data)
{
  GradusTimeline *self = data;

  self->lag_id = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

static void
went_on_cb (GradusTimeline *self)
{
  gboolean is_following, is_training;

  g_object_get (self->session, "following", &is_following, "training", &is_training, NULL);
  if (!is_following || !is_training)
    update (self);
  else if (self->lag_id == 0)
    self->lag_id = g_timeout_add (LAG, lagged_cb, self);
}

static void
value_changed_cb (GradusTimeline *self)
{
  if (self->is_showing || self->session == NULL)
    return;
  self->is_steering = TRUE;
  g_object_set (self->session, "shown-epoch", gtk_adjustment_get_value (self->adjustment), NULL);
  update (self);
  self->is_steering = FALSE;
}

static void
live_cb (GradusTimeline *self)
{
  g_object_set (self->session, "following", TRUE, NULL);
  update (self);
}

static void
playback_changed_cb (GradusTimeline *self)
{
  int playback;

  if (self->actions == NULL)
    return;
  g_object_get (self->session, "playback", &playback, NULL);
  g_simple_action_set_state (find_action (self, "play-back"), g_variant_new_boolean (playback < 0));
  g_simple_action_set_state (find_action (self, "play-forward"),
                             g_variant_new_boolean (playback > 0));
}

/* The session has the last word on it. */
static void
play_back_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  g_object_set (GRADUS_TIMELINE (data)->session, "playback", -g_variant_get_boolean (state), NULL);
}

static void
play_forward_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  g_object_set (GRADUS_TIMELINE (data)->session, "playback", g_variant_get_boolean (state), NULL);
}

static void
jump (GradusTimeline *self, int direction)
{
  const GradusLandmarks *landmarks = gradus_session_get_landmarks (self->session);
  double shown;

  g_object_get (self->session, "shown-epoch", &shown, NULL);
  gint64 epoch =
      landmarks != NULL ? gradus_landmarks_find (landmarks, (gint64) shown, direction) : -1;
  if (epoch >= 0)
    g_object_set (self->session, "shown-epoch", (double) epoch, NULL);
}

static void
previous_landmark_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  jump (data, -1);
}

static void
next_landmark_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  jump (data, 1);
}

/* What a click on a curve does. */
static void
show_epoch_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_object_set (GRADUS_TIMELINE (data)->session, "shown-epoch",
                (double) g_variant_get_int64 (parameter), NULL);
}

static void
go_to_epoch_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gradus_epoch_button_popup (GRADUS_TIMELINE (data)->epoch);
}

/* Who cannot go back to the newest epoch is there. */
static void
sensitive_cb (GradusTimeline *self)
{
  if (!gtk_widget_get_sensitive (GTK_WIDGET (self)))
    g_object_set (self->session, "following", TRUE, NULL);
  update (self);
}

static void
gradus_timeline_dispose (GObject *object)
{
  GradusTimeline *self = GRADUS_TIMELINE (object);

  g_clear_handle_id (&self->lag_id, g_source_remove);
  g_clear_object (&self->session);
  g_clear_pointer (&self->child, gtk_widget_unparent);
  G_OBJECT_CLASS (gradus_timeline_parent_class)->dispose (object);
}

static void
gradus_timeline_class_init (GradusTimelineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gradus_timeline_dispose;
  g_type_ensure (GRADUS_TYPE_EPOCH_BUTTON);
  g_type_ensure (GRADUS_TYPE_LANDMARK_BAR);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gradus/Gradus/ui/timeline.ui");
  gtk_widget_class_bind_template_child (widget_class, GradusTimeline, child);
  gtk_widget_class_bind_template_child (widget_class, GradusTimeline, epoch);
  gtk_widget_class_bind_template_child (widget_class, GradusTimeline, landmarks);
  gtk_widget_class_bind_template_child (widget_class, GradusTimeline, adjustment);
  gtk_widget_class_bind_template_child (widget_class, GradusTimeline, live);
  gtk_widget_class_bind_template_callback (widget_class, value_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, live_cb);
}

static void
gradus_timeline_init (GradusTimeline *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
gradus_timeline_set_session (GradusTimeline *self, GradusSession *session)
{
  static const char *const news[] = { "restarted", "notify::following", "notify::training" };

  g_return_if_fail (GRADUS_IS_TIMELINE (self));
  g_return_if_fail (GRADUS_IS_SESSION (session));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  for (gsize i = 0; i < G_N_ELEMENTS (news); i++)
    g_signal_connect_object (session, news[i], G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "advanced", G_CALLBACK (went_on_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::shown-epoch", G_CALLBACK (went_on_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::playback", G_CALLBACK (playback_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::sensitive", G_CALLBACK (sensitive_cb), NULL);
  gradus_epoch_button_set_session (self->epoch, session);
  gradus_landmark_bar_set_session (self->landmarks, session);
  update (self);
}

void
gradus_timeline_add_actions (GradusTimeline *self, GActionMap *map)
{
  static const GActionEntry entries[] = {
    { .name = "play-back", .state = "false", .change_state = play_back_cb },
    { .name = "play-forward", .state = "false", .change_state = play_forward_cb },
    { .name = "previous-landmark", .activate = previous_landmark_cb },
    { .name = "next-landmark", .activate = next_landmark_cb },
    { .name = "show-epoch", .parameter_type = "x", .activate = show_epoch_cb },
    { .name = "go-to-epoch", .activate = go_to_epoch_cb },
  };

  g_return_if_fail (GRADUS_IS_TIMELINE (self));
  g_return_if_fail (self->actions == NULL);

  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), self);
  self->actions = map;
}
