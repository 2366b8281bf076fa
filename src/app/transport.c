/* Train and pause, one epoch, start again, and how fast. */
#include "app/transport.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/numbers.h"
#include "app/shy-bin.h"

struct _GradusTransport
{
  GtkWidget parent_instance;

  GtkWidget *child;
  GtkToggleButton *train;
  GtkLabel *train_label;
  GtkRange *speed;
  GtkLabel *rate;
};

G_DEFINE_FINAL_TYPE (GradusTransport, gradus_transport, GTK_TYPE_WIDGET)

static void
state_changed_cb (GradusTransport *self, GParamSpec *pspec, GradusSession *session)
{
  GradusSessionState state = gradus_session_get_state (session);
  gboolean is_training = state == GRADUS_SESSION_TRAINING;

  gtk_label_set_text (self->train_label, is_training ? _ ("Pause") : _ ("Train"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->train), state != GRADUS_SESSION_DIVERGED);
}

/* Rates are told to two digits, so that the slider's text does not pretend to more. */
static void
rate_changed_cb (GradusTransport *self, GParamSpec *pspec, GradusSession *session)
{
  g_autofree char *text = NULL;
  double rate;

  g_object_get (session, "target-rate", &rate, NULL);
  if (isfinite (rate))
    {
      double unit = pow (10.0, floor (log10 (MAX (rate, 1.0))) - 1.0);
      gint64 rounded = (gint64) round (unit < 1.0 ? rate : round (rate / unit) * unit);
      g_autofree char *count = gradus_count_to_text (rounded);

      text = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%s epoch/s", "%s epochs/s", (gulong) rounded), count);
    }
  else
    text = g_strdup (_ ("flat out"));
  gtk_label_set_text (self->rate, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->speed), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  text, -1);
}

static void
gradus_transport_dispose (GObject *object)
{
  g_clear_pointer (&GRADUS_TRANSPORT (object)->child, gtk_widget_unparent);
  G_OBJECT_CLASS (gradus_transport_parent_class)->dispose (object);
}

/* The button that a teacher wants first. */
static gboolean
gradus_transport_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (GRADUS_TRANSPORT (widget)->train));
}

static void
gradus_transport_class_init (GradusTransportClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gradus_transport_dispose;
  widget_class->grab_focus = gradus_transport_grab_focus;
  g_type_ensure (GRADUS_TYPE_SHY_BIN);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gradus/Gradus/ui/transport.ui");
  gtk_widget_class_bind_template_child (widget_class, GradusTransport, child);
  gtk_widget_class_bind_template_child (widget_class, GradusTransport, train);
  gtk_widget_class_bind_template_child (widget_class, GradusTransport, train_label);
  gtk_widget_class_bind_template_child (widget_class, GradusTransport, speed);
  gtk_widget_class_bind_template_child (widget_class, GradusTransport, rate);
}

static void
gradus_transport_init (GradusTransport *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
gradus_transport_set_session (GradusTransport *self, GradusSession *session)
{
  g_return_if_fail (GRADUS_IS_TRANSPORT (self));
  g_return_if_fail (GRADUS_IS_SESSION (session));

  g_object_bind_property (session, "training", self->train, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_object_bind_property (session, "speed", gtk_range_get_adjustment (self->speed), "value",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (session, "notify::state", G_CALLBACK (state_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::target-rate", G_CALLBACK (rate_changed_cb), self,
                           G_CONNECT_SWAPPED);
  state_changed_cb (self, NULL, session);
  rate_changed_cb (self, NULL, session);
}
