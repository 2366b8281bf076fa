/* What the inspector's panels have in common: a session, and children that their template gives
 * them. */
#include "app/panel.h"

#include "app/figure-view.h"

typedef struct
{
  GradusSession *session;
} GradusPanelPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (GradusPanel, gradus_panel, GTK_TYPE_WIDGET)

enum
{
  PROP_SESSION = 1,
};

static void
gradus_panel_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  GradusPanelPrivate *priv = gradus_panel_get_instance_private (GRADUS_PANEL (object));

  priv->session = g_value_dup_object (value);
}

static void
gradus_panel_constructed (GObject *object)
{
  GradusPanel *self = GRADUS_PANEL (object);
  GradusPanelPrivate *priv = gradus_panel_get_instance_private (self);

  G_OBJECT_CLASS (gradus_panel_parent_class)->constructed (object);
  GRADUS_PANEL_GET_CLASS (self)->set_session (self, priv->session);
}

static void
gradus_panel_dispose (GObject *object)
{
  GradusPanelPrivate *priv = gradus_panel_get_instance_private (GRADUS_PANEL (object));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&priv->session);
  G_OBJECT_CLASS (gradus_panel_parent_class)->dispose (object);
}

static void
gradus_panel_class_init (GradusPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = gradus_panel_set_property;
  object_class->constructed = gradus_panel_constructed;
  object_class->dispose = gradus_panel_dispose;
  g_object_class_install_property (
      object_class, PROP_SESSION,
      g_param_spec_object ("session", NULL, NULL, GRADUS_TYPE_SESSION,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));

  g_type_ensure (GRADUS_TYPE_FIGURE_VIEW);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
gradus_panel_init (GradusPanel *self)
{
}
