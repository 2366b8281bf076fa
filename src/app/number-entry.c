/* An entry that holds a number, or nothing where nothing means something. */
#include "app/number-entry.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/numbers.h"

struct _GradusNumberEntry
{
  GtkEntry parent_instance;

  double value;
  double minimum, maximum;
  double empty_value;
  gboolean optional;
  gboolean whole;
};

G_DEFINE_FINAL_TYPE (GradusNumberEntry, gradus_number_entry, GTK_TYPE_ENTRY)

enum
{
  PROP_VALUE = 1,
  PROP_MINIMUM,
  PROP_MAXIMUM,
  PROP_EMPTY_VALUE,
  PROP_OPTIONAL,
  PROP_WHOLE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* Two empties (NAN) are the same. */
static gboolean
is_same (double a, double b)
{
  return a == b || (isnan (a) && isnan (b));
}

static void
mark_wrong (GradusNumberEntry *self, gboolean wrong)
{
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
show_value (GradusNumberEntry *self)
{
  g_autofree char *text = NULL;

  if ((self->optional && is_same (self->value, self->empty_value)) || isnan (self->value))
    text = g_strdup ("");
  else
    text = gradus_number_to_shortest (self->value);
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self), text);
  mark_wrong (self, FALSE);
}

static gboolean
read_value (GradusNumberEntry *self, double *value)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))));

  if (*text == '\0' && self->optional)
    {
      *value = self->empty_value;
      return TRUE;
    }
  return gradus_number_parse (text, value) && *value >= self->minimum && *value <= self->maximum
         && (!self->whole || *value == floor (*value));
}

/* Takes over what is typed. Returns: FALSE when that is no number in range. */
static gboolean
commit (GradusNumberEntry *self)
{
  double value;

  if (!read_value (self, &value))
    return FALSE;
  if (!is_same (value, self->value))
    {
      self->value = value;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VALUE]);
    }
  show_value (self);
  return TRUE;
}

static void
activate_cb (GradusNumberEntry *self)
{
  if (!commit (self))
    mark_wrong (self, TRUE);
}

static void
leave_cb (GradusNumberEntry *self)
{
  if (!commit (self))
    show_value (self);
}

static void
changed_cb (GradusNumberEntry *self)
{
  if (gtk_widget_has_css_class (GTK_WIDGET (self), "error"))
    mark_wrong (self, FALSE);
}

static void
gradus_number_entry_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  GradusNumberEntry *self = GRADUS_NUMBER_ENTRY (object);

  switch (id)
    {
    case PROP_VALUE:
      g_value_set_double (value, self->value);
      break;
    case PROP_MINIMUM:
      g_value_set_double (value, self->minimum);
      break;
    case PROP_MAXIMUM:
      g_value_set_double (value, self->maximum);
      break;
    case PROP_EMPTY_VALUE:
      g_value_set_double (value, self->empty_value);
      break;
    case PROP_OPTIONAL:
      g_value_set_boolean (value, self->optional);
      break;
    case PROP_WHOLE:
      g_value_set_boolean (value, self->whole);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
gradus_number_entry_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  GradusNumberEntry *self = GRADUS_NUMBER_ENTRY (object);

  switch (id)
    {
    case PROP_VALUE:
      if (!is_same (self->value, g_value_get_double (value)))
        {
          self->value = g_value_get_double (value);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    case PROP_MINIMUM:
      self->minimum = g_value_get_double (value);
      break;
    case PROP_MAXIMUM:
      self->maximum = g_value_get_double (value);
      break;
    case PROP_EMPTY_VALUE:
      self->empty_value = g_value_get_double (value);
      break;
    case PROP_OPTIONAL:
      self->optional = g_value_get_boolean (value);
      break;
    case PROP_WHOLE:
      self->whole = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  show_value (self);
}

static GParamSpec *
number_pspec (const char *name, double standard, GParamFlags flags)
{
  /* Lax, for NAN is a value here and no range check lets it pass. */
  return g_param_spec_double (name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, standard,
                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_LAX_VALIDATION
                                  | flags);
}

static void
gradus_number_entry_class_init (GradusNumberEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = gradus_number_entry_get_property;
  object_class->set_property = gradus_number_entry_set_property;
  props[PROP_VALUE] = number_pspec ("value", 0, G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_MINIMUM] = number_pspec ("minimum", -G_MAXDOUBLE, 0);
  props[PROP_MAXIMUM] = number_pspec ("maximum", G_MAXDOUBLE, 0);
  props[PROP_EMPTY_VALUE] = number_pspec ("empty-value", 0, 0);
  props[PROP_OPTIONAL] = g_param_spec_boolean ("optional", NULL, NULL, FALSE,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_WHOLE] =
      g_param_spec_boolean ("whole", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  /* GTK 4.8 does not hand this down from GtkEntry; a screen reader's "activate" needs it. */
  gtk_widget_class_set_activate_signal_from_name (GTK_WIDGET_CLASS (klass), "activate");
}

static void
gradus_number_entry_init (GradusNumberEntry *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->minimum = -G_MAXDOUBLE;
  self->maximum = G_MAXDOUBLE;
  gtk_editable_set_width_chars (GTK_EDITABLE (self), 5);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self), 5);
  gtk_entry_set_input_purpose (GTK_ENTRY (self), GTK_INPUT_PURPOSE_NUMBER);
  gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect (self, "activate", G_CALLBACK (activate_cb), NULL);
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
}
