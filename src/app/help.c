/* One page of help: what the controls do and what there is to see. */
#include "app/help.h"

struct _GradusHelp
{
  GtkWindow parent_instance;
};

G_DEFINE_FINAL_TYPE (GradusHelp, gradus_help, GTK_TYPE_WINDOW)

static void
gradus_help_class_init (GradusHelpClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/gradus/Gradus/ui/help.ui");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
gradus_help_init (GradusHelp *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GradusHelp *
gradus_help_new (GtkWindow *parent)
{
  return g_object_new (GRADUS_TYPE_HELP, "transient-for", parent, NULL);
}
