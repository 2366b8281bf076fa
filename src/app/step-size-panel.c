/* The panel of the step-size gauge: the largest eigenvalue of the Hessian against 2 / α. */
#include "app/step-size-panel.h"

#include "app/figure-view.h"

struct _GradusStepSizePanel
{
  GtkWidget parent_instance;

  GradusSession *session;

  GtkWidget *child;
  GradusFigureView *figure;
};

G_DEFINE_FINAL_TYPE (GradusStepSizePanel, gradus_step_size_panel, GTK_TYPE_WIDGET)

enum
{
  PROP_SESSION = 1,
};

static void
gradus_step_size_panel_set_property (GObject *object, guint id, const GValue *value,
                                     GParamSpec *pspec)
{
  GRADUS_STEP_SIZE_PANEL (object)->session = g_value_dup_object (value);
}

static void
gradus_step_size_panel_constructed (GObject *object)
{
  GradusStepSizePanel *self = GRADUS_STEP_SIZE_PANEL (object);

  G_OBJECT_CLASS (gradus_step_size_panel_parent_class)->constructed (object);
  g_object_set (self->figure, "view", (int) GRADUS_VIEW_STEP_SIZE, NULL);
  gradus_figure_view_set_session (self->figure, self->session);
}

static void
gradus_step_size_panel_dispose (GObject *object)
{
  GradusStepSizePanel *self = GRADUS_STEP_SIZE_PANEL (object);

  g_clear_pointer (&self->child, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (gradus_step_size_panel_parent_class)->dispose (object);
}

static void
gradus_step_size_panel_class_init (GradusStepSizePanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = gradus_step_size_panel_set_property;
  object_class->constructed = gradus_step_size_panel_constructed;
  object_class->dispose = gradus_step_size_panel_dispose;
  g_object_class_install_property (
      object_class, PROP_SESSION,
      g_param_spec_object ("session", NULL, NULL, GRADUS_TYPE_SESSION,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));

  g_type_ensure (GRADUS_TYPE_FIGURE_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/gradus/Gradus/ui/step-size-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, GradusStepSizePanel, child);
  gtk_widget_class_bind_template_child (widget_class, GradusStepSizePanel, figure);
}

static void
gradus_step_size_panel_init (GradusStepSizePanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
