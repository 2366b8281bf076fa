/* The side bar: one control for each knob of the experiment. */
#include "app/controls.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/data-picker.h"
#include "app/init-scale.h"
#include "app/learning-rate.h"
#include "app/number-entry.h"
#include "app/numbers.h"
#include "app/text-entry.h"
#include "core/recipes.h"

struct _GradusControls
{
  GtkWidget parent_instance;

  GtkWidget *child;
  GradusKnobs *knobs;
  GradusDataPicker *data;
  GtkAdjustment *held_out;
  GtkLabel *held_out_text;
  GtkEntry *noise;
  GtkLabel *formula;
  GtkAdjustment *seed;
  GtkWidget *hidden_units;
};

G_DEFINE_FINAL_TYPE (GradusControls, gradus_controls, GTK_TYPE_WIDGET)

enum
{
  PROP_HAS_FILE = 1,
  PROP_HAS_SCALE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* How the parameters start, in the course's letters. */
static const char *
formula_of (int init, gboolean has_biases)
{
  switch (init)
    {
    case GRADUS_INIT_ZEROS:
      return has_biases ? _ ("W = 0,  b = randn × bias scale") : _ ("W = 0,  b = 0");
    case GRADUS_INIT_CONSTANT:
      return has_biases ? _ ("W = scale,  b = randn × bias scale") : _ ("W = scale,  b = 0");
    case GRADUS_INIT_XAVIER:
      return has_biases ? _ ("W = randn × √(1 / n<sup>[l−1]</sup>),  b = randn × bias scale")
                        : _ ("W = randn × √(1 / n<sup>[l−1]</sup>),  b = 0");
    case GRADUS_INIT_HE:
      return has_biases ? _ ("W = randn × √(2 / n<sup>[l−1]</sup>),  b = randn × bias scale")
                        : _ ("W = randn × √(2 / n<sup>[l−1]</sup>),  b = 0");
    case GRADUS_INIT_NORMAL:
    default:
      return has_biases ? _ ("W = randn × scale,  b = randn × bias scale")
                        : _ ("W = randn × scale,  b = 0");
    }
}

/* What the controls say depends on other knobs too. */
static void
update_words (GradusControls *self)
{
  const GradusSpec *spec = gradus_knobs_get_spec (self->knobs);
  g_autofree char *held_out = gradus_number_to_percent (spec->held_out, 0);

  gtk_label_set_text (self->held_out_text, held_out);
  gtk_widget_set_sensitive (self->hidden_units, spec->hidden.n > 0);
  gtk_widget_set_tooltip_text (
      self->hidden_units,
      spec->hidden.n > 0
          ? _ ("How many units each hidden layer has: each one draws a line of its own through the "
               "plane")
          : _ ("Without a hidden layer there are no hidden units: this is logistic regression"));
  gtk_label_set_markup (self->formula, formula_of (spec->init, spec->bias_scale != 0));
  if (spec->source != GRADUS_SOURCE_FILE)
    {
      double noise = gradus_recipe_default_noise ((GradusSource) spec->source);
      g_autofree char *text = gradus_number_to_shortest (noise);

      gtk_entry_set_placeholder_text (self->noise, text);
    }
}

static void
knobs_notify_cb (GradusControls *self, GParamSpec *pspec)
{
  if (g_str_equal (pspec->name, "source"))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_HAS_FILE]);
  if (g_str_equal (pspec->name, "init"))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_HAS_SCALE]);
  update_words (self);
}

static gboolean
fraction_to_percent (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  g_value_set_double (to, round (100.0 * g_value_get_double (from)));
  return TRUE;
}

static gboolean
percent_to_fraction (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  g_value_set_double (to, round (g_value_get_double (from)) / 100.0);
  return TRUE;
}

static void
next_seed_cb (GradusControls *self)
{
  double seed = gtk_adjustment_get_value (self->seed);

  gtk_adjustment_set_value (self->seed,
                            seed < gtk_adjustment_get_upper (self->seed) ? seed + 1 : 0);
}

static void
gradus_controls_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  GradusControls *self = GRADUS_CONTROLS (object);
  const GradusSpec *spec = self->knobs != NULL ? gradus_knobs_get_spec (self->knobs) : NULL;

  if (id == PROP_HAS_FILE)
    g_value_set_boolean (value, spec != NULL && spec->source == GRADUS_SOURCE_FILE);
  else
    g_value_set_boolean (
        value,
        spec != NULL && (spec->init == GRADUS_INIT_NORMAL || spec->init == GRADUS_INIT_CONSTANT));
}

static void
gradus_controls_dispose (GObject *object)
{
  g_clear_pointer (&GRADUS_CONTROLS (object)->child, gtk_widget_unparent);
  G_OBJECT_CLASS (gradus_controls_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gradus/Gradus/ui/controls.ui");
  gtk_widget_class_bind_template_child (widget_class, GradusControls, child);
  gtk_widget_class_bind_template_child (widget_class, GradusControls, knobs);
  gtk_widget_class_bind_template_child (widget_class, GradusControls, data);
  gtk_widget_class_bind_template_child (widget_class, GradusControls, held_out);
  gtk_widget_class_bind_template_child (widget_class, GradusControls, held_out_text);
  gtk_widget_class_bind_template_child (widget_class, GradusControls, noise);
  gtk_widget_class_bind_template_child (widget_class, GradusControls, formula);
  gtk_widget_class_bind_template_child (widget_class, GradusControls, seed);
  gtk_widget_class_bind_template_child (widget_class, GradusControls, hidden_units);
  gtk_widget_class_bind_template_callback (widget_class, next_seed_cb);
}

static void
gradus_controls_class_init (GradusControlsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = gradus_controls_get_property;
  object_class->dispose = gradus_controls_dispose;
  props[PROP_HAS_FILE] = g_param_spec_boolean ("has-file", NULL, NULL, FALSE,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_HAS_SCALE] = g_param_spec_boolean ("has-scale", NULL, NULL, TRUE,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (GRADUS_TYPE_KNOBS);
  g_type_ensure (GRADUS_TYPE_DATA_PICKER);
  g_type_ensure (GRADUS_TYPE_INIT_SCALE);
  g_type_ensure (GRADUS_TYPE_LEARNING_RATE);
  g_type_ensure (GRADUS_TYPE_NUMBER_ENTRY);
  g_type_ensure (GRADUS_TYPE_TEXT_ENTRY);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
gradus_controls_init (GradusControls *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_bind_property_full (self->knobs, "held-out", self->held_out, "value",
                               G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL, fraction_to_percent,
                               percent_to_fraction, NULL, NULL);
  g_signal_connect_object (self->knobs, "notify", G_CALLBACK (knobs_notify_cb), self,
                           G_CONNECT_SWAPPED);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_HAS_FILE]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_HAS_SCALE]);
  update_words (self);
}

GradusKnobs *
gradus_controls_get_knobs (GradusControls *self)
{
  g_return_val_if_fail (GRADUS_IS_CONTROLS (self), NULL);

  return self->knobs;
}

const char *
gradus_controls_get_data_title (GradusControls *self)
{
  g_return_val_if_fail (GRADUS_IS_CONTROLS (self), NULL);

  return gradus_data_picker_get_title (self->data);
}
