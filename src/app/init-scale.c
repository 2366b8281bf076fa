/* The scale of the initial weights: 0, 0.01, 1 at a click, or any other number. */
#include "app/init-scale.h"

#include "app/number-entry.h"
#include "app/numbers.h"

#define N_PRESETS 3

static const double presets[N_PRESETS] = { 0, 0.01, 1 };

struct _GradusInitScale
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkToggleButton *buttons[N_PRESETS];
  GtkToggleButton *other;
  GtkWidget *entry;
  GtkLabel *small_label; /* a number with a decimal point, which is not the same everywhere */

  double value;
  gboolean is_showing; /* the buttons follow value just now, they do not set it */
};

G_DEFINE_FINAL_TYPE (GradusInitScale, gradus_init_scale, GTK_TYPE_WIDGET)

enum
{
  PROP_VALUE = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
show_value (GradusInitScale *self)
{
  GtkToggleButton *button = self->other;

  for (int i = 0; i < N_PRESETS; i++)
    if (self->value == presets[i])
      button = self->buttons[i];
  self->is_showing = TRUE;
  gtk_toggle_button_set_active (button, TRUE);
  self->is_showing = FALSE;
}

static void
set_value (GradusInitScale *self, double value)
{
  if (self->value == value)
    return;
  self->value = value;
  show_value (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VALUE]);
}

static void
toggled_cb (GradusInitScale *self, GtkToggleButton *button)
{
  if (self->is_showing || !gtk_toggle_button_get_active (button))
    return;
  if (button == self->other)
    gtk_widget_grab_focus (self->entry);
  for (int i = 0; i < N_PRESETS; i++)
    if (button == self->buttons[i])
      set_value (self, presets[i]);
}

static void
gradus_init_scale_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_double (value, GRADUS_INIT_SCALE (object)->value);
}

static void
gradus_init_scale_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  set_value (GRADUS_INIT_SCALE (object), g_value_get_double (value));
}

static void
gradus_init_scale_dispose (GObject *object)
{
  g_clear_pointer (&GRADUS_INIT_SCALE (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (gradus_init_scale_parent_class)->dispose (object);
}

static void
gradus_init_scale_class_init (GradusInitScaleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = gradus_init_scale_get_property;
  object_class->set_property = gradus_init_scale_set_property;
  object_class->dispose = gradus_init_scale_dispose;
  props[PROP_VALUE] =
      g_param_spec_double ("value", NULL, NULL, 0, G_MAXDOUBLE, 0,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (GRADUS_TYPE_NUMBER_ENTRY);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gradus/Gradus/ui/init-scale.ui");
  gtk_widget_class_bind_template_child (widget_class, GradusInitScale, box);
  gtk_widget_class_bind_template_child_full (widget_class, "zero", FALSE,
                                             G_STRUCT_OFFSET (GradusInitScale, buttons[0]));
  gtk_widget_class_bind_template_child_full (widget_class, "small", FALSE,
                                             G_STRUCT_OFFSET (GradusInitScale, buttons[1]));
  gtk_widget_class_bind_template_child_full (widget_class, "one", FALSE,
                                             G_STRUCT_OFFSET (GradusInitScale, buttons[2]));
  gtk_widget_class_bind_template_child (widget_class, GradusInitScale, other);
  gtk_widget_class_bind_template_child (widget_class, GradusInitScale, entry);
  gtk_widget_class_bind_template_child (widget_class, GradusInitScale, small_label);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
gradus_init_scale_init (GradusInitScale *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_autofree char *small = gradus_number_to_shortest (presets[1]);
  gtk_label_set_text (self->small_label, small);
  show_value (self);
  g_object_bind_property (self, "value", self->entry, "value",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}
