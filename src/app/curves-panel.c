/* The panel of the curves along a run: the paths of parameters, or the size of gradients. */
#include "app/curves-panel.h"

#include <glib/gi18n-lib.h>

#include "app/figure-view.h"

struct _GradusCurvesPanel
{
  GradusPanel parent_instance;

  GradusSession *session; /* the panel's */

  GtkToggleButton *show_parameters;
  GtkToggleButton *show_gradients;
  GtkDropDown *layers;
  GtkStringList *layer_names;
  GtkStack *stack;
  GradusFigureView *parameters;
  GradusFigureView *gradients;

  gboolean is_refreshing; /* the layers are being named anew, nobody chooses */
};

G_DEFINE_FINAL_TYPE (GradusCurvesPanel, gradus_curves_panel, GRADUS_TYPE_PANEL)

enum
{
  PROP_VIEW = 1,
};

static void
layer_chosen_cb (GradusCurvesPanel *self)
{
  guint selected = gtk_drop_down_get_selected (self->layers);

  if (!gtk_widget_in_destruction (GTK_WIDGET (self)) && !self->is_refreshing
      && selected != GTK_INVALID_LIST_POSITION)
    g_object_set (self->parameters, "paths-layer", (int) selected, NULL);
}

/* "All layers", "Layer 1", … and the output; a layer that is no more falls back to all. */
static void
refresh (GradusCurvesPanel *self)
{
  const GradusTrainer *trainer = gradus_session_get_trainer (self->session);
  guint n = trainer != NULL ? (guint) gradus_trainer_get_spec (trainer)->hidden.n + 1 : 1;
  guint selected = gtk_drop_down_get_selected (self->layers);
  guint n_names = g_list_model_get_n_items (G_LIST_MODEL (self->layer_names));

  self->is_refreshing = TRUE;
  gtk_string_list_splice (self->layer_names, 1, n_names - 1, NULL);
  for (guint l = 1; l <= n; l++)
    {
      g_autofree char *name = l < n ? g_strdup_printf (_ ("Layer %u"), l) : g_strdup (_ ("Output"));
      gtk_string_list_append (self->layer_names, name);
    }
  gtk_drop_down_set_selected (self->layers, selected <= n ? selected : 0);
  self->is_refreshing = FALSE;
  layer_chosen_cb (self);
}

/* A choice of layers is for the parameters; gradients are shown of all of them. */
static void
switched_cb (GradusCurvesPanel *self)
{
  gboolean is_parameters = gtk_toggle_button_get_active (self->show_parameters);

  if (gtk_widget_in_destruction (GTK_WIDGET (self)))
    return;
  gtk_stack_set_visible_child_name (self->stack, is_parameters ? "parameters" : "gradients");
  gtk_widget_set_visible (GTK_WIDGET (self->layers), is_parameters);
}

static void
gradus_curves_panel_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  GradusCurvesPanel *self = GRADUS_CURVES_PANEL (object);

  g_value_set_int (value, gtk_toggle_button_get_active (self->show_parameters)
                              ? GRADUS_VIEW_PARAMETERS
                              : GRADUS_VIEW_GRADIENTS);
}

static void
gradus_curves_panel_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  GradusCurvesPanel *self = GRADUS_CURVES_PANEL (object);

  gtk_toggle_button_set_active (g_value_get_int (value) == GRADUS_VIEW_PARAMETERS
                                    ? self->show_parameters
                                    : self->show_gradients,
                                TRUE);
}

static void
gradus_curves_panel_set_session (GradusPanel *panel, GradusSession *session)
{
  GradusCurvesPanel *self = GRADUS_CURVES_PANEL (panel);

  self->session = session;
  g_object_set (self->parameters, "view", (int) GRADUS_VIEW_PARAMETERS, NULL);
  g_object_set (self->gradients, "view", (int) GRADUS_VIEW_GRADIENTS, NULL);
  gradus_figure_view_set_session (self->parameters, session);
  gradus_figure_view_set_session (self->gradients, session);
  g_signal_connect_object (session, "restarted", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}

static void
gradus_curves_panel_class_init (GradusCurvesPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = gradus_curves_panel_get_property;
  object_class->set_property = gradus_curves_panel_set_property;
  GRADUS_PANEL_CLASS (klass)->set_session = gradus_curves_panel_set_session;
  g_object_class_install_property (object_class, PROP_VIEW,
                                   g_param_spec_int ("view", NULL, NULL, GRADUS_VIEW_PARAMETERS,
                                                     GRADUS_VIEW_GRADIENTS, GRADUS_VIEW_PARAMETERS,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/gradus/Gradus/ui/curves-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, GradusCurvesPanel, show_parameters);
  gtk_widget_class_bind_template_child (widget_class, GradusCurvesPanel, show_gradients);
  gtk_widget_class_bind_template_child (widget_class, GradusCurvesPanel, layers);
  gtk_widget_class_bind_template_child (widget_class, GradusCurvesPanel, layer_names);
  gtk_widget_class_bind_template_child (widget_class, GradusCurvesPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, GradusCurvesPanel, parameters);
  gtk_widget_class_bind_template_child (widget_class, GradusCurvesPanel, gradients);
  gtk_widget_class_bind_template_callback (widget_class, switched_cb);
  gtk_widget_class_bind_template_callback (widget_class, layer_chosen_cb);
}

static void
gradus_curves_panel_init (GradusCurvesPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
