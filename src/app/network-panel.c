/* The panel of the network: its picture, and any parameter to be set by hand. */
#include "app/network-panel.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

#include "app/figure-view.h"
#include "app/parameter-entry.h"
#include "app/readout.h"
#include "plot/network-words.h"

/* The longest name of a feature that the row of tools has room for. */
#define LONGEST_NAME 8

struct _GradusNetworkPanel
{
  GradusPanel parent_instance;

  GradusSession *session; /* the panel's */

  GtkWidget *tools;
  GtkDropDown *layers;
  GtkDropDown *units;
  GtkDropDown *inputs;
  GradusParameterEntry *value;
  GtkInscription *slope;
  GtkLabel *complaint;
  GradusFigureView *figure;
  GtkPopover *popover;
  GtkLabel *name;
  GradusParameterEntry *popover_value;
  GtkLabel *popover_note;

  GradusTarget target;    /* what is chosen with the tools */
  gboolean is_refreshing; /* the choices are being made anew, nobody chooses */
};

G_DEFINE_FINAL_TYPE (GradusNetworkPanel, gradus_network_panel, GRADUS_TYPE_PANEL)

static const GradusNetwork *
get_network (GradusNetworkPanel *self)
{
  GradusScene *scene = gradus_session_get_scene (self->session);

  return scene != NULL ? scene->snapshot->network : NULL;
}

/* What a unit is called where it gives its output on; layer 0 has the features. (transfer full) */
static char *
name_input (GradusNetworkPanel *self, int layer, int unit)
{
  GradusScene *scene = gradus_session_get_scene (self->session);

  if (layer > 0)
    return g_strdup_printf ("a%d", unit + 1);
  const char *name = scene->training->feature_names[unit];
  return g_utf8_strlen (name, -1) <= LONGEST_NAME ? g_strdup (name)
                                                  : g_strdup_printf ("x%d", unit + 1);
}

static gboolean
has_names (GListModel *list, GPtrArray *names)
{
  if (list == NULL || g_list_model_get_n_items (list) != names->len)
    return FALSE;
  for (guint i = 0; i < names->len; i++)
    if (g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (list), i), names->pdata[i]) != 0)
      return FALSE;
  return TRUE;
}

/* Fills a choice with names, if it has not got them, and selects one of them. */
static void
fill (GtkDropDown *choice, GPtrArray *names, int selected)
{
  if (!has_names (gtk_drop_down_get_model (choice), names))
    {
      g_ptr_array_add (names, NULL);
      g_autoptr (GtkStringList) list = gtk_string_list_new ((const char *const *) names->pdata);
      gtk_drop_down_set_model (choice, G_LIST_MODEL (list));
    }
  gtk_drop_down_set_selected (choice, (guint) selected);
}

static void
fill_choices (GradusNetworkPanel *self, const GradusNetwork *network)
{
  int l = self->target.layer, n_inputs = network->n[l - 1];
  gboolean is_bias = self->target.kind == GRADUS_TARGET_BIAS;
  g_autoptr (GPtrArray) layers = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) inputs = g_ptr_array_new_with_free_func (g_free);

  for (int i = 1; i <= network->n_layers; i++)
    g_ptr_array_add (layers, g_strdup_printf ("W[%d]", i));
  for (int i = 0; i < network->n[l]; i++)
    g_ptr_array_add (units, l == network->n_layers && network->n[l] == 1
                                ? g_strdup (_ ("output"))
                                : g_strdup_printf (_ ("unit %d"), i + 1));
  for (int i = 0; i < n_inputs; i++)
    g_ptr_array_add (inputs, name_input (self, l - 1, i));
  g_ptr_array_add (inputs, g_strdup ("b"));
  self->is_refreshing = TRUE;
  fill (self->layers, layers, l - 1);
  fill (self->units, units, self->target.unit);
  fill (self->inputs, inputs, is_bias ? n_inputs : self->target.input);
  self->is_refreshing = FALSE;
}

/* The slope along the parameter, which is the second line of what a pointer on it is told. */
static void
show_slope (GradusNetworkPanel *self)
{
  GradusScene *scene = gradus_session_get_scene (self->session);
  g_autofree char *words = NULL;

  if (scene != NULL && self->target.layer <= scene->snapshot->network->n_layers)
    words = gradus_network_tell_target (scene, &self->target, localeconv ()->decimal_point);
  const char *slope = words != NULL ? strchr (words, '\n') : NULL;
  g_autofree char *markup = g_markup_escape_text (slope != NULL ? slope + 1 : "", -1);
  gradus_readout_set (self->slope, markup);
}

/* The choices that the network has; a parameter that it has no more becomes its nearest one. */
static void
refresh (GradusNetworkPanel *self)
{
  const GradusNetwork *network = get_network (self);
  GradusTarget *target = &self->target;

  gtk_widget_set_sensitive (self->tools, network != NULL);
  if (network == NULL)
    return;
  target->layer = CLAMP (target->layer, 1, network->n_layers);
  target->unit = CLAMP (target->unit, 0, network->n[target->layer] - 1);
  target->input = CLAMP (target->input, 0, network->n[target->layer - 1] - 1);
  if (target->kind == GRADUS_TARGET_BIAS)
    target->input = 0;
  fill_choices (self, network);
  gradus_parameter_entry_set_target (self->value, target);
  show_slope (self);
}

/* A layer, a unit or an input is chosen. */
static void
chosen_cb (GradusNetworkPanel *self)
{
  const GradusNetwork *network;

  if (gtk_widget_in_destruction (GTK_WIDGET (self)) || self->is_refreshing || self->session == NULL)
    return;
  network = get_network (self);
  guint layer = gtk_drop_down_get_selected (self->layers);
  guint unit = gtk_drop_down_get_selected (self->units);
  guint input = gtk_drop_down_get_selected (self->inputs);
  if (network == NULL || layer >= (guint) network->n_layers || unit == GTK_INVALID_LIST_POSITION
      || input == GTK_INVALID_LIST_POSITION)
    return;
  gboolean is_bias = input == g_list_model_get_n_items (gtk_drop_down_get_model (self->inputs)) - 1;
  self->target = (GradusTarget){ .kind = is_bias ? GRADUS_TARGET_BIAS : GRADUS_TARGET_WEIGHT,
                                 .layer = (int) layer + 1,
                                 .unit = (int) unit,
                                 .input = is_bias ? 0 : (int) input };
  refresh (self);
  gradus_session_set_lit (self->session, &self->target);
}

/* What the keyboard has chosen shines as what a pointer rests on does. */
static void
tools_entered_cb (GradusNetworkPanel *self)
{
  gradus_session_set_lit (self->session, &self->target);
}

static void
tools_left_cb (GradusNetworkPanel *self)
{
  const GradusTarget none = { .kind = GRADUS_TARGET_NONE };

  if (self->session != NULL
      && gradus_target_equal (gradus_session_get_lit (self->session), &self->target))
    gradus_session_set_lit (self->session, &none);
}

static void
show_words (GtkLabel *label, const char *words)
{
  gtk_label_set_text (label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (label), words != NULL);
}

/* What is wrong, and in the popover also why nothing can be typed: its entry stays sensitive, for
 * something in a popover must have the focus. */
static void
notes_cb (GradusNetworkPanel *self)
{
  const char *reason = gradus_parameter_entry_get_reason (self->popover_value);
  const char *complaint = gradus_parameter_entry_get_complaint (self->popover_value);

  gtk_widget_set_sensitive (GTK_WIDGET (self->value), reason == NULL);
  show_words (self->complaint, gradus_parameter_entry_get_complaint (self->value));
  show_words (self->popover_note, reason != NULL ? reason : complaint);
}

/* Turns to a parameter in the picture and opens its value there; a unit's is its bias. Not as soon
 * as the button is down, for then the figure lets go of the focus. */
static void
released_cb (GradusNetworkPanel *self, int n_press, double x, double y)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->figure));
  int height = gtk_widget_get_height (GTK_WIDGET (self->figure));
  GradusFigure figure;
  GradusTarget target;
  double at_x, at_y;

  gradus_figure_view_init_figure (self->figure, &figure);
  if (!gradus_figure_find (&figure, width, height, x, y, &target) || target.layer == 0)
    return;
  if (target.kind == GRADUS_TARGET_UNIT)
    target.kind = GRADUS_TARGET_BIAS;
  self->target = target;
  refresh (self);
  g_autofree char *name = gradus_network_name (figure.scene, &target);
  gtk_label_set_text (self->name, name);
  gradus_parameter_entry_set_target (self->popover_value, &target);
  gtk_widget_translate_coordinates (GTK_WIDGET (self->figure), GTK_WIDGET (self), x, y, &at_x,
                                    &at_y);
  gtk_popover_set_pointing_to (self->popover, &(GdkRectangle){ (int) at_x, (int) at_y, 1, 1 });
  gtk_popover_popup (self->popover);
  gtk_widget_grab_focus (GTK_WIDGET (self->popover_value));
}

static void
popover_applied_cb (GradusNetworkPanel *self)
{
  gtk_popover_popdown (self->popover);
}

static void
gradus_network_panel_set_session (GradusPanel *panel, GradusSession *session)
{
  GradusNetworkPanel *self = GRADUS_NETWORK_PANEL (panel);

  self->session = session;
  g_object_set (self->figure, "view", (int) GRADUS_VIEW_NETWORK, NULL);
  gradus_figure_view_set_session (self->figure, session);
  gradus_parameter_entry_set_session (self->value, session);
  gradus_parameter_entry_set_session (self->popover_value, session);
  g_signal_connect_object (session, "restarted", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "scene-changed", G_CALLBACK (show_slope), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
  notes_cb (self);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GradusNetworkPanel, tools);
  gtk_widget_class_bind_template_child (widget_class, GradusNetworkPanel, layers);
  gtk_widget_class_bind_template_child (widget_class, GradusNetworkPanel, units);
  gtk_widget_class_bind_template_child (widget_class, GradusNetworkPanel, inputs);
  gtk_widget_class_bind_template_child (widget_class, GradusNetworkPanel, value);
  gtk_widget_class_bind_template_child (widget_class, GradusNetworkPanel, slope);
  gtk_widget_class_bind_template_child (widget_class, GradusNetworkPanel, complaint);
  gtk_widget_class_bind_template_child (widget_class, GradusNetworkPanel, figure);
  gtk_widget_class_bind_template_child (widget_class, GradusNetworkPanel, popover);
  gtk_widget_class_bind_template_child (widget_class, GradusNetworkPanel, name);
  gtk_widget_class_bind_template_child (widget_class, GradusNetworkPanel, popover_value);
  gtk_widget_class_bind_template_child (widget_class, GradusNetworkPanel, popover_note);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, tools_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, tools_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, notes_cb);
  gtk_widget_class_bind_template_callback (widget_class, released_cb);
  gtk_widget_class_bind_template_callback (widget_class, popover_applied_cb);
}

static void
gradus_network_panel_class_init (GradusNetworkPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  GRADUS_PANEL_CLASS (klass)->set_session = gradus_network_panel_set_session;
  g_type_ensure (GRADUS_TYPE_PARAMETER_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/gradus/Gradus/ui/network-panel.ui");
  bind_template (widget_class);
}

static void
gradus_network_panel_init (GradusNetworkPanel *self)
{
  self->target = (GradusTarget){ .kind = GRADUS_TARGET_WEIGHT, .layer = 1 };
  gtk_widget_init_template (GTK_WIDGET (self));
}
