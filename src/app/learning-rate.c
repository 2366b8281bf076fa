/* The learning rate: a logarithmic slider for the eye, an entry for the exact number. */
#include "app/learning-rate.h"

#include <math.h>

#include "app/number-entry.h"
#include "app/numbers.h"

struct _GradusLearningRate
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkRange *scale;
  GtkWidget *entry;

  double value;
  gboolean is_sliding; /* the value comes from the slider: leave its knob where the hand is */
};

G_DEFINE_FINAL_TYPE (GradusLearningRate, gradus_learning_rate, GTK_TYPE_WIDGET)

enum
{
  PROP_VALUE = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* Two significant digits are as fine as a hand can slide. */
static double
round_rate (double rate)
{
  double unit = pow (10.0, floor (log10 (rate)) - 1.0);
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  /* By way of decimal text, so that 0.3 is 0.3 and not its neighbour. */
  g_ascii_formatd (text, sizeof text, "%.1e", round (rate / unit) * unit);
  return g_ascii_strtod (text, NULL);
}

static void
set_value (GradusLearningRate *self, double value)
{
  if (self->value == value)
    return;
  self->value = value;
  if (!self->is_sliding)
    {
      GtkAdjustment *adjustment = gtk_range_get_adjustment (self->scale);
      double exponent = value > 0 ? log10 (value) : gtk_adjustment_get_lower (adjustment);

      self->is_sliding = TRUE;
      gtk_adjustment_set_value (adjustment, exponent);
      self->is_sliding = FALSE;
    }
  g_autofree char *text = gradus_number_to_shortest (value);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  text, -1);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VALUE]);
}

static void
value_changed_cb (GradusLearningRate *self)
{
  if (self->is_sliding)
    return;
  self->is_sliding = TRUE;
  set_value (self, round_rate (pow (10.0, gtk_range_get_value (self->scale))));
  self->is_sliding = FALSE;
}

static void
gradus_learning_rate_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_double (value, GRADUS_LEARNING_RATE (object)->value);
}

static void
gradus_learning_rate_set_property (GObject *object, guint id, const GValue *value,
                                   GParamSpec *pspec)
{
  set_value (GRADUS_LEARNING_RATE (object), g_value_get_double (value));
}

static void
gradus_learning_rate_dispose (GObject *object)
{
  g_clear_pointer (&GRADUS_LEARNING_RATE (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (gradus_learning_rate_parent_class)->dispose (object);
}

static void
gradus_learning_rate_class_init (GradusLearningRateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = gradus_learning_rate_get_property;
  object_class->set_property = gradus_learning_rate_set_property;
  object_class->dispose = gradus_learning_rate_dispose;
  props[PROP_VALUE] =
      g_param_spec_double ("value", NULL, NULL, 0, G_MAXDOUBLE, 0,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (GRADUS_TYPE_NUMBER_ENTRY);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/gradus/Gradus/ui/learning-rate.ui");
  gtk_widget_class_bind_template_child (widget_class, GradusLearningRate, box);
  gtk_widget_class_bind_template_child (widget_class, GradusLearningRate, scale);
  gtk_widget_class_bind_template_child (widget_class, GradusLearningRate, entry);
  gtk_widget_class_bind_template_callback (widget_class, value_changed_cb);
}

static void
gradus_learning_rate_init (GradusLearningRate *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_bind_property (self, "value", self->entry, "value",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}
