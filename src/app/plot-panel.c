/* The panel that shows one of the three plots by itself. */
#include "app/plot-panel.h"

#include "app/figure-view.h"

struct _GradusPlotPanel
{
  GradusPanel parent_instance;

  GtkDropDown *chooser;
  GtkStack *stack;
  GradusFigureView *boundary;
  GradusFigureView *cost;
  GradusFigureView *units;
};

G_DEFINE_FINAL_TYPE (GradusPlotPanel, gradus_plot_panel, GRADUS_TYPE_PANEL)

enum
{
  PROP_VIEW = 1,
};

static void
chosen_cb (GradusPlotPanel *self)
{
  GtkWidget *plots[] = { GTK_WIDGET (self->boundary), GTK_WIDGET (self->cost),
                         gtk_widget_get_ancestor (GTK_WIDGET (self->units),
                                                  GTK_TYPE_SCROLLED_WINDOW) };
  guint selected = gtk_drop_down_get_selected (self->chooser);

  if (!gtk_widget_in_destruction (GTK_WIDGET (self)) && selected < G_N_ELEMENTS (plots))
    gtk_stack_set_visible_child (self->stack, plots[selected]);
}

/* The chooser has the first three views in their order. */
static void
gradus_plot_panel_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_int (value, (int) gtk_drop_down_get_selected (GRADUS_PLOT_PANEL (object)->chooser));
}

static void
gradus_plot_panel_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  gtk_drop_down_set_selected (GRADUS_PLOT_PANEL (object)->chooser, (guint) g_value_get_int (value));
}

static void
gradus_plot_panel_set_session (GradusPanel *panel, GradusSession *session)
{
  GradusPlotPanel *self = GRADUS_PLOT_PANEL (panel);

  gradus_figure_view_set_session (self->boundary, session);
  gradus_figure_view_set_session (self->cost, session);
  gradus_figure_view_set_session (self->units, session);
}

static void
gradus_plot_panel_class_init (GradusPlotPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = gradus_plot_panel_get_property;
  object_class->set_property = gradus_plot_panel_set_property;
  GRADUS_PANEL_CLASS (klass)->set_session = gradus_plot_panel_set_session;
  g_object_class_install_property (object_class, PROP_VIEW,
                                   g_param_spec_int ("view", NULL, NULL, GRADUS_VIEW_BOUNDARY,
                                                     GRADUS_VIEW_UNITS, GRADUS_VIEW_BOUNDARY,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));

  gtk_widget_class_set_template_from_resource (widget_class, "/org/gradus/Gradus/ui/plot-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, GradusPlotPanel, chooser);
  gtk_widget_class_bind_template_child (widget_class, GradusPlotPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, GradusPlotPanel, boundary);
  gtk_widget_class_bind_template_child (widget_class, GradusPlotPanel, cost);
  gtk_widget_class_bind_template_child (widget_class, GradusPlotPanel, units);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
gradus_plot_panel_init (GradusPlotPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
