/* An entry whose text counts when it is finished, not letter by letter. */
#include "app/text-entry.h"

struct _GradusTextEntry
{
  GtkEntry parent_instance;

  char *value;
};

G_DEFINE_FINAL_TYPE (GradusTextEntry, gradus_text_entry, GTK_TYPE_ENTRY)

enum
{
  PROP_VALUE = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
set_value (GradusTextEntry *self, const char *value)
{
  value = value != NULL ? value : "";
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self)), value) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self), value);
  if (g_strcmp0 (self->value, value) == 0)
    return;
  g_free (self->value);
  self->value = g_strdup (value);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VALUE]);
}

static void
commit (GradusTextEntry *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))));
  set_value (self, text);
}

static void
gradus_text_entry_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, GRADUS_TEXT_ENTRY (object)->value);
}

static void
gradus_text_entry_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  set_value (GRADUS_TEXT_ENTRY (object), g_value_get_string (value));
}

static void
gradus_text_entry_finalize (GObject *object)
{
  g_free (GRADUS_TEXT_ENTRY (object)->value);
  G_OBJECT_CLASS (gradus_text_entry_parent_class)->finalize (object);
}

static void
gradus_text_entry_class_init (GradusTextEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = gradus_text_entry_get_property;
  object_class->set_property = gradus_text_entry_set_property;
  object_class->finalize = gradus_text_entry_finalize;
  props[PROP_VALUE] =
      g_param_spec_string ("value", NULL, NULL, "",
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
  /* GTK 4.8 does not hand this down from GtkEntry; a screen reader's "activate" needs it. */
  gtk_widget_class_set_activate_signal_from_name (GTK_WIDGET_CLASS (klass), "activate");
}

static void
gradus_text_entry_init (GradusTextEntry *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->value = g_strdup ("");
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (commit), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect (self, "activate", G_CALLBACK (commit), NULL);
}
