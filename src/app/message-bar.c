/* A message above the plots that can be dismissed: what could not be done, and what would be right.
 */
#include "app/message-bar.h"

struct _GradusMessageBar
{
  GtkWidget parent_instance;

  GtkWidget *revealer;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (GradusMessageBar, gradus_message_bar, GTK_TYPE_WIDGET)

static void
gradus_message_bar_dispose (GObject *object)
{
  g_clear_pointer ((GtkWidget **) &GRADUS_MESSAGE_BAR (object)->revealer, gtk_widget_unparent);
  G_OBJECT_CLASS (gradus_message_bar_parent_class)->dispose (object);
}

static void
gradus_message_bar_class_init (GradusMessageBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gradus_message_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/gradus/Gradus/ui/message-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, GradusMessageBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, GradusMessageBar, label);
  gtk_widget_class_bind_template_callback (widget_class, gradus_message_bar_dismiss);
}

static void
gradus_message_bar_init (GradusMessageBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
gradus_message_bar_show (GradusMessageBar *self, const char *message)
{
  g_return_if_fail (GRADUS_IS_MESSAGE_BAR (self));

  gtk_label_set_text (self->label, message);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, message,
                                  -1);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);
}

void
gradus_message_bar_dismiss (GradusMessageBar *self)
{
  g_return_if_fail (GRADUS_IS_MESSAGE_BAR (self));

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
}
