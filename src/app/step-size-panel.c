/* The panel of the step-size gauge: the largest eigenvalue of the Hessian against 2 / α. */
#include "app/step-size-panel.h"

#include "app/figure-view.h"

struct _GradusStepSizePanel
{
  GradusPanel parent_instance;

  GradusFigureView *figure;
};

G_DEFINE_FINAL_TYPE (GradusStepSizePanel, gradus_step_size_panel, GRADUS_TYPE_PANEL)

static void
gradus_step_size_panel_set_session (GradusPanel *panel, GradusSession *session)
{
  GradusStepSizePanel *self = GRADUS_STEP_SIZE_PANEL (panel);

  g_object_set (self->figure, "view", (int) GRADUS_VIEW_STEP_SIZE, NULL);
  gradus_figure_view_set_session (self->figure, session);
}

static void
gradus_step_size_panel_class_init (GradusStepSizePanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  GRADUS_PANEL_CLASS (klass)->set_session = gradus_step_size_panel_set_session;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/gradus/Gradus/ui/step-size-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, GradusStepSizePanel, figure);
}

static void
gradus_step_size_panel_init (GradusStepSizePanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
