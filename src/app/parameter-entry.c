/* An entry that holds one parameter of the network, to be read and to be set by hand. */
#include "app/parameter-entry.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/numbers.h"
#include "core/spec-fields.h"
#include "plot/network-picture.h"

/* "−1.2345678901234567e−10", and a little more: digits are wider than the average letter. */
#define WHOLE_NUMBER 25

struct _GradusParameterEntry
{
  GtkEntry parent_instance;

  GradusSession *session;

  GradusTarget target;
  char *shown; /* the value as it stands in the entry when nobody types */
  char *complaint;
  const char *reason;
};

G_DEFINE_FINAL_TYPE (GradusParameterEntry, gradus_parameter_entry, GTK_TYPE_ENTRY)

enum
{
  PROP_COMPLAINT = 1,
  PROP_REASON,
  N_PROPS
};

static GParamSpec *props[N_PROPS];
static guint applied_signal;

/* Takes over the complaint; NULL: none. */
static void
complain (GradusParameterEntry *self, char *complaint)
{
  g_autofree char *former = self->complaint;

  self->complaint = complaint;
  if (complaint != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
      complaint != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (g_strcmp0 (former, complaint) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COMPLAINT]);
}

/* Why no parameter can be set now, in a sentence; NULL where one can. */
static const char *
find_reason (GradusParameterEntry *self)
{
  gboolean is_following;

  if (self->session == NULL || gradus_session_get_scene (self->session) == NULL)
    return _ ("There is no network yet");
  g_object_get (self->session, "following", &is_following, NULL);
  switch (gradus_session_get_state (self->session))
    {
    case GRADUS_SESSION_TRAINING:
      return _ ("Pause training to set a parameter by hand");
    case GRADUS_SESSION_DIVERGED:
      return _ ("This run has diverged; Reset starts it again");
    default:
      return is_following
                 ? NULL
                 : _ ("This epoch is past; show the newest one to set a parameter by hand");
    }
}

static const char *const help =
    N_ ("Type a value and press Enter: training goes on from it, and it is "
        "kept in the experiment");

/* The whole number comes first: where there is little room the entry shows only its beginning. */
static gboolean
gradus_parameter_entry_query_tooltip (GtkWidget *widget, int x, int y, gboolean by_keyboard,
                                      GtkTooltip *tooltip)
{
  GradusParameterEntry *self = GRADUS_PARAMETER_ENTRY (widget);
  g_autofree char *text =
      g_strdup_printf ("%s\n%s", self->shown, self->reason != NULL ? self->reason : _ (help));

  gtk_tooltip_set_text (tooltip, *self->shown != '\0' ? text : strchr (text, '\n') + 1);
  return TRUE;
}

static void
show_reason (GradusParameterEntry *self)
{
  const char *reason = find_reason (self);

  gtk_editable_set_editable (GTK_EDITABLE (self), reason == NULL);
  if (g_strcmp0 (self->reason, reason) == 0)
    return; /* a tooltip that is set asks the X server where the pointer is: not with each scene */
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), reason != NULL ? reason : _ (help));
  self->reason = reason;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REASON]);
}

/* "Weight W1 unit 2 input 1", "Bias b1 unit 2": as a change is written, in words. */
static void
show_name (GradusParameterEntry *self)
{
  const GradusTarget *target = &self->target;
  g_autofree char *name =
      target->kind == GRADUS_TARGET_WEIGHT
          ? g_strdup_printf (_ ("Weight W%d unit %d input %d"), target->layer, target->unit + 1,
                             target->input + 1)
          : g_strdup_printf (_ ("Bias b%d unit %d"), target->layer, target->unit + 1);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* What stands in the entry is what is shown, not something that is being typed. */
static gboolean
is_untouched (GradusParameterEntry *self)
{
  return g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self)), self->shown) == 0;
}

static void
show_value (GradusParameterEntry *self, gboolean even_if_touched)
{
  GradusScene *scene = self->session != NULL ? gradus_session_get_scene (self->session) : NULL;
  gboolean may_show = even_if_touched || is_untouched (self);
  gsize index;

  g_free (self->shown);
  if (scene != NULL && gradus_network_index (scene->snapshot->network, &self->target, &index))
    self->shown = gradus_number_to_shortest (scene->snapshot->network->parameters[index]);
  else
    self->shown = g_strdup ("");
  if (!may_show || is_untouched (self))
    return;
  gtk_editable_set_text (GTK_EDITABLE (self), self->shown);
  gtk_editable_set_position (GTK_EDITABLE (self), 0);
}

static void
scene_changed_cb (GradusParameterEntry *self)
{
  show_value (self, FALSE);
  show_reason (self);
}

/* What is typed as a number that a change can hold; else a complaint. */
static gboolean
read_value (GradusParameterEntry *self, double *value)
{
  const GradusSpecField *field = gradus_spec_field_find ("changes");
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));

  if (!gradus_number_parse (text, value))
    {
      complain (self, g_strdup_printf (_ ("“%s” is not a number; %s or 1e\u22123 are right"), text,
                                       "\u22120.5"));
      return FALSE;
    }
  if (*value >= field->min && *value <= field->max)
    return TRUE;
  g_autofree char *low = gradus_number_to_shortest (field->min);
  g_autofree char *high = gradus_number_to_shortest (field->max);
  complain (self,
            g_strdup_printf (_ ("%s is too far from 0; %s to %s are right"), text, low, high));
  return FALSE;
}

static void
activate_cb (GradusParameterEntry *self)
{
  const GradusTarget *target = &self->target;
  double value;

  if (self->session == NULL || find_reason (self) != NULL || !read_value (self, &value))
    return;
  complain (self, NULL);
  /* What was typed is what is shown from now on: the scene comes a little later. */
  g_free (self->shown);
  self->shown = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self)));
  if (gradus_session_change (self->session, target->layer, target->unit,
                             target->kind == GRADUS_TARGET_BIAS ? -1 : target->input, FALSE, value))
    g_signal_emit (self, applied_signal, 0);
  else
    show_value (self, TRUE);
}

static void
changed_cb (GradusParameterEntry *self)
{
  if (self->complaint != NULL)
    complain (self, NULL);
}

static void
leave_cb (GradusParameterEntry *self)
{
  show_value (self, TRUE);
  complain (self, NULL);
}

static void
gradus_parameter_entry_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  GradusParameterEntry *self = GRADUS_PARAMETER_ENTRY (object);

  g_value_set_string (value, id == PROP_COMPLAINT ? self->complaint : self->reason);
}

static void
gradus_parameter_entry_dispose (GObject *object)
{
  g_clear_object (&GRADUS_PARAMETER_ENTRY (object)->session);
  G_OBJECT_CLASS (gradus_parameter_entry_parent_class)->dispose (object);
}

static void
gradus_parameter_entry_finalize (GObject *object)
{
  GradusParameterEntry *self = GRADUS_PARAMETER_ENTRY (object);

  g_free (self->shown);
  g_free (self->complaint);
  G_OBJECT_CLASS (gradus_parameter_entry_parent_class)->finalize (object);
}

static void
gradus_parameter_entry_class_init (GradusParameterEntryClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = gradus_parameter_entry_get_property;
  object_class->dispose = gradus_parameter_entry_dispose;
  object_class->finalize = gradus_parameter_entry_finalize;
  GTK_WIDGET_CLASS (klass)->query_tooltip = gradus_parameter_entry_query_tooltip;
  props[PROP_COMPLAINT] = g_param_spec_string ("complaint", NULL, NULL, NULL, flags);
  props[PROP_REASON] = g_param_spec_string ("reason", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  applied_signal = g_signal_new ("applied", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  /* GTK 4.8 does not hand this down from GtkEntry; a screen reader's "activate" needs it. */
  gtk_widget_class_set_activate_signal_from_name (GTK_WIDGET_CLASS (klass), "activate");
}

static void
gradus_parameter_entry_init (GradusParameterEntry *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->shown = g_strdup ("");
  gtk_editable_set_width_chars (GTK_EDITABLE (self), 6);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self), WHOLE_NUMBER);
  gtk_entry_set_input_purpose (GTK_ENTRY (self), GTK_INPUT_PURPOSE_NUMBER);
  gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect (self, "activate", G_CALLBACK (activate_cb), NULL);
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _ (help));
  show_reason (self);
}

void
gradus_parameter_entry_set_session (GradusParameterEntry *self, GradusSession *session)
{
  static const char *const news[] = { "restarted", "scene-changed", "notify::state",
                                      "notify::following" };

  g_return_if_fail (GRADUS_IS_PARAMETER_ENTRY (self));
  g_return_if_fail (GRADUS_IS_SESSION (session));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  for (gsize i = 0; i < G_N_ELEMENTS (news); i++)
    g_signal_connect_object (session, news[i], G_CALLBACK (scene_changed_cb), self,
                             G_CONNECT_SWAPPED);
  scene_changed_cb (self);
}

void
gradus_parameter_entry_set_target (GradusParameterEntry *self, const GradusTarget *target)
{
  g_return_if_fail (GRADUS_IS_PARAMETER_ENTRY (self) && target != NULL);

  self->target = *target;
  show_name (self);
  show_value (self, TRUE);
  complain (self, NULL);
}

const char *
gradus_parameter_entry_get_complaint (GradusParameterEntry *self)
{
  g_return_val_if_fail (GRADUS_IS_PARAMETER_ENTRY (self), NULL);

  return self->complaint;
}

const char *
gradus_parameter_entry_get_reason (GradusParameterEntry *self)
{
  g_return_val_if_fail (GRADUS_IS_PARAMETER_ENTRY (self), NULL);

  return self->reason;
}
