/* The panel of the saturation x-ray. */
#include "app/saturation-panel.h"

#include "app/figure-view.h"
#include "app/layer-choice.h"

struct _GradusSaturationPanel
{
  GtkWidget parent_instance;

  GradusSession *session;

  GtkWidget *child;
  GradusLayerChoice *layer;
  GradusFigureView *figure;
};

G_DEFINE_FINAL_TYPE (GradusSaturationPanel, gradus_saturation_panel, GTK_TYPE_WIDGET)

enum
{
  PROP_SESSION = 1,
};

static void
gradus_saturation_panel_set_property (GObject *object, guint id, const GValue *value,
                                      GParamSpec *pspec)
{
  GRADUS_SATURATION_PANEL (object)->session = g_value_dup_object (value);
}

static void
gradus_saturation_panel_constructed (GObject *object)
{
  GradusSaturationPanel *self = GRADUS_SATURATION_PANEL (object);

  G_OBJECT_CLASS (gradus_saturation_panel_parent_class)->constructed (object);
  gradus_layer_choice_set_session (self->layer, self->session);
  g_object_set (self->figure, "view", GRADUS_VIEW_SATURATION, NULL);
  gradus_figure_view_set_session (self->figure, self->session);
  g_object_bind_property (self->layer, "layer", self->figure, "layer", G_BINDING_SYNC_CREATE);
}

static void
gradus_saturation_panel_dispose (GObject *object)
{
  GradusSaturationPanel *self = GRADUS_SATURATION_PANEL (object);

  g_clear_pointer (&self->child, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (gradus_saturation_panel_parent_class)->dispose (object);
}

static void
gradus_saturation_panel_class_init (GradusSaturationPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = gradus_saturation_panel_set_property;
  object_class->constructed = gradus_saturation_panel_constructed;
  object_class->dispose = gradus_saturation_panel_dispose;
  g_object_class_install_property (
      object_class, PROP_SESSION,
      g_param_spec_object ("session", NULL, NULL, GRADUS_TYPE_SESSION,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));

  g_type_ensure (GRADUS_TYPE_FIGURE_VIEW);
  g_type_ensure (GRADUS_TYPE_LAYER_CHOICE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/gradus/Gradus/ui/saturation-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, GradusSaturationPanel, child);
  gtk_widget_class_bind_template_child (widget_class, GradusSaturationPanel, layer);
  gtk_widget_class_bind_template_child (widget_class, GradusSaturationPanel, figure);
}

static void
gradus_saturation_panel_init (GradusSaturationPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
