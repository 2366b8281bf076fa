/* Which hidden layer is shown: a choice that hides where there is none. */
#include "app/layer-choice.h"

#include <glib/gi18n-lib.h>

struct _GradusLayerChoice
{
  GtkWidget parent_instance;

  GradusSession *session;

  GtkDropDown *chooser;
  GtkStringList *names;

  int layer;
  gboolean is_of_all;
};

G_DEFINE_FINAL_TYPE (GradusLayerChoice, gradus_layer_choice, GTK_TYPE_WIDGET)

enum
{
  PROP_LAYER = 1,
  PROP_OF_ALL,
  PROP_LABEL,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
set_layer (GradusLayerChoice *self, int layer)
{
  if (self->layer == layer)
    return;
  self->layer = layer;
  gtk_drop_down_set_selected (self->chooser, (guint) layer - 1);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LAYER]);
}

static void
selected_cb (GradusLayerChoice *self)
{
  guint selected = gtk_drop_down_get_selected (self->chooser);

  if (!gtk_widget_in_destruction (GTK_WIDGET (self)) && selected != GTK_INVALID_LIST_POSITION)
    set_layer (self, (int) selected + 1);
}

/* Of the run that is selected, or of the deepest one. */
static guint
count_layers (GradusLayerChoice *self)
{
  const GradusTrainer *trainer = gradus_session_get_trainer (self->session);
  int n = trainer != NULL ? gradus_trainer_get_spec (trainer)->hidden.n : 1;
  GradusScene *scene;

  for (int i = 0; self->is_of_all && i < gradus_session_count_runs (self->session); i++)
    {
      trainer = gradus_session_get_compared (self->session, i, &scene);
      n = MAX (n, gradus_trainer_get_spec (trainer)->hidden.n);
    }
  return (guint) n;
}

static void
restarted_cb (GradusLayerChoice *self)
{
  guint n = count_layers (self);
  guint n_names = g_list_model_get_n_items (G_LIST_MODEL (self->names));

  for (; n_names < n; n_names++)
    {
      g_autofree char *name =
          g_strdup_printf (self->is_of_all ? _ ("Units of layer %u") : _ ("Layer %u"), n_names + 1);
      gtk_string_list_append (self->names, name);
    }
  for (; n_names > MAX (n, 1); n_names--)
    gtk_string_list_remove (self->names, n_names - 1);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 1);
}

static void
gradus_layer_choice_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_int (value, GRADUS_LAYER_CHOICE (object)->layer);
}

static void
gradus_layer_choice_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  GradusLayerChoice *self = GRADUS_LAYER_CHOICE (object);

  if (id == PROP_LAYER)
    set_layer (self, g_value_get_int (value));
  else if (id == PROP_OF_ALL)
    self->is_of_all = g_value_get_boolean (value);
  else
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->chooser), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    g_value_get_string (value), -1);
}

static void
gradus_layer_choice_dispose (GObject *object)
{
  GradusLayerChoice *self = GRADUS_LAYER_CHOICE (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (gradus_layer_choice_parent_class)->dispose (object);
}

static void
gradus_layer_choice_class_init (GradusLayerChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = gradus_layer_choice_get_property;
  object_class->set_property = gradus_layer_choice_set_property;
  object_class->dispose = gradus_layer_choice_dispose;
  props[PROP_LAYER] =
      g_param_spec_int ("layer", NULL, NULL, 1, GRADUS_MAX_HIDDEN_LAYERS, 1,
                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_OF_ALL] =
      g_param_spec_boolean ("of-all", NULL, NULL, FALSE,
                            G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_LABEL] = g_param_spec_string (
      "label", NULL, NULL, "", G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/gradus/Gradus/ui/layer-choice.ui");
  gtk_widget_class_bind_template_child (widget_class, GradusLayerChoice, chooser);
  gtk_widget_class_bind_template_child (widget_class, GradusLayerChoice, names);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
gradus_layer_choice_init (GradusLayerChoice *self)
{
  self->layer = 1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
gradus_layer_choice_set_session (GradusLayerChoice *self, GradusSession *session)
{
  g_return_if_fail (GRADUS_IS_LAYER_CHOICE (self));
  g_return_if_fail (GRADUS_IS_SESSION (session));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "restarted", G_CALLBACK (restarted_cb), self,
                           G_CONNECT_SWAPPED);
  restarted_cb (self);
}
