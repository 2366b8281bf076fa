/* Which epoch is on screen, and a slider through all recorded ones. */
#include "app/timeline.h"

#include <glib/gi18n-lib.h>

#include "app/numbers.h"

struct _GradusTimeline
{
  GtkWidget parent_instance;

  GradusSession *session;

  GtkWidget *child;
  GtkLabel *epoch;
  GtkAdjustment *adjustment;
  GtkWidget *live;

  gboolean is_showing; /* the slider follows the session just now, it does not steer it */
};

G_DEFINE_FINAL_TYPE (GradusTimeline, gradus_timeline, GTK_TYPE_WIDGET)

/* A label that is set anew is measured anew, and the window with it: only where the text differs.
 */
static void
label_set (GtkLabel *label, const char *text)
{
  if (g_strcmp0 (gtk_label_get_text (label), text) != 0)
    gtk_label_set_text (label, text);
}

static void
update (GradusTimeline *self)
{
  g_autofree char *count = NULL;
  g_autofree char *epoch_text = NULL;
  double newest, shown;
  gboolean is_following;

  g_object_get (self->session, "epoch", &newest, "shown-epoch", &shown, "following", &is_following,
                NULL);
  self->is_showing = TRUE;
  gtk_adjustment_set_upper (self->adjustment, MAX (newest, 1.0));
  gtk_adjustment_set_value (self->adjustment, shown);
  self->is_showing = FALSE;
  gtk_widget_set_sensitive (self->live, !is_following);

  count = gradus_count_to_text ((gint64) shown);
  epoch_text = g_strdup_printf (_ ("Epoch %s"), count);
  label_set (self->epoch, epoch_text);
}

static void
value_changed_cb (GradusTimeline *self)
{
  if (self->is_showing || self->session == NULL)
    return;
  g_object_set (self->session, "shown-epoch", gtk_adjustment_get_value (self->adjustment), NULL);
  update (self);
}

static void
live_cb (GradusTimeline *self)
{
  g_object_set (self->session, "following", TRUE, NULL);
  update (self);
}

static void
gradus_timeline_dispose (GObject *object)
{
  GradusTimeline *self = GRADUS_TIMELINE (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->child, gtk_widget_unparent);
  G_OBJECT_CLASS (gradus_timeline_parent_class)->dispose (object);
}

static void
gradus_timeline_class_init (GradusTimelineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gradus_timeline_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gradus/Gradus/ui/timeline.ui");
  gtk_widget_class_bind_template_child (widget_class, GradusTimeline, child);
  gtk_widget_class_bind_template_child (widget_class, GradusTimeline, epoch);
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
  static const char *const signals[] = { "advanced", "restarted", "notify::shown-epoch",
                                         "notify::following" };

  g_return_if_fail (GRADUS_IS_TIMELINE (self));
  g_return_if_fail (GRADUS_IS_SESSION (session));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (session, signals[i], G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
