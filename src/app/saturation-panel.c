/* The panel of the saturation x-ray. */
#include "app/saturation-panel.h"

#include "app/figure-view.h"
#include "app/layer-choice.h"

struct _GradusSaturationPanel
{
  GradusPanel parent_instance;

  GradusLayerChoice *layer;
  GradusFigureView *figure;
};

G_DEFINE_FINAL_TYPE (GradusSaturationPanel, gradus_saturation_panel, GRADUS_TYPE_PANEL)

static void
gradus_saturation_panel_set_session (GradusPanel *panel, GradusSession *session)
{
  GradusSaturationPanel *self = GRADUS_SATURATION_PANEL (panel);

  gradus_layer_choice_set_session (self->layer, session);
  g_object_set (self->figure, "view", GRADUS_VIEW_SATURATION, NULL);
  gradus_figure_view_set_session (self->figure, session);
  g_object_bind_property (self->layer, "layer", self->figure, "layer", G_BINDING_SYNC_CREATE);
}

static void
gradus_saturation_panel_class_init (GradusSaturationPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  GRADUS_PANEL_CLASS (klass)->set_session = gradus_saturation_panel_set_session;
  g_type_ensure (GRADUS_TYPE_LAYER_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/gradus/Gradus/ui/saturation-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, GradusSaturationPanel, layer);
  gtk_widget_class_bind_template_child (widget_class, GradusSaturationPanel, figure);
}

static void
gradus_saturation_panel_init (GradusSaturationPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
