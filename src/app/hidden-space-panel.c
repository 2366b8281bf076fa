/* The panel of the hidden space: the plane of two units that are chosen here. */
#include "app/hidden-space-panel.h"

#include <glib/gi18n-lib.h>

#include "app/figure-view.h"

struct _GradusHiddenSpacePanel
{
  GradusPanel parent_instance;

  GradusSession *session; /* the panel's */

  GtkDropDown *layers;
  GtkStringList *layer_names;
  GtkDropDown *units[2];
  GtkStringList *unit_names[2];
  GradusFigureView *figure;

  guint chosen[2];        /* the units as shown, from 0 */
  gboolean is_refreshing; /* the choices are being made anew, nobody chooses */
};

G_DEFINE_FINAL_TYPE (GradusHiddenSpacePanel, gradus_hidden_space_panel, GRADUS_TYPE_PANEL)

/* So many names, "unit 1" … */
static void
fill_names (GtkStringList *names, guint n, const char *format)
{
  guint n_names = g_list_model_get_n_items (G_LIST_MODEL (names));

  for (; n_names < n; n_names++)
    {
      g_autofree char *number = g_strdup_printf ("%u", n_names + 1);
      g_autofree char *name = g_strdup_printf (format, number);
      gtk_string_list_append (names, name);
    }
  for (; n_names > n; n_names--)
    gtk_string_list_remove (names, n_names - 1);
}

static void
show_units (GradusHiddenSpacePanel *self, guint first, guint second)
{
  self->chosen[0] = first;
  self->chosen[1] = second;
  self->is_refreshing = TRUE;
  gtk_drop_down_set_selected (self->units[0], first);
  gtk_drop_down_set_selected (self->units[1], second);
  self->is_refreshing = FALSE;
  g_object_set (self->figure, "first-unit", (int) first + 1, "second-unit", (int) second + 1, NULL);
}

/* The choices that the network has; those that it has no more fall back to its last units. */
static void
refresh (GradusHiddenSpacePanel *self)
{
  const GradusTrainer *trainer = gradus_session_get_trainer (self->session);

  if (trainer == NULL)
    return;
  const GradusHidden *hidden = &gradus_trainer_get_spec (trainer)->hidden;
  guint layer = gtk_drop_down_get_selected (self->layers);
  layer = MIN (layer, (guint) MAX (hidden->n - 1, 0));
  guint n = hidden->n > 0 ? (guint) MIN (hidden->units[layer], GRADUS_SHOWN_UNITS) : 0;
  guint first = MIN (self->chosen[0], MAX (n, 1) - 1),
        second = MIN (self->chosen[1], MAX (n, 1) - 1);

  if (first == second && n > 1)
    second = first > 0 ? first - 1 : 1;
  self->is_refreshing = TRUE;
  fill_names (self->layer_names, (guint) MAX (hidden->n, 1), _ ("Layer %s"));
  gtk_drop_down_set_selected (self->layers, layer);
  for (int k = 0; k < 2; k++)
    {
      fill_names (self->unit_names[k], MAX (n, 1), _ ("Unit %s"));
      gtk_widget_set_sensitive (GTK_WIDGET (self->units[k]), n > 1);
    }
  self->is_refreshing = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->layers), hidden->n > 1);
  g_object_set (self->figure, "layer", (int) layer + 1, NULL);
  show_units (self, first, second);
}

static void
layer_chosen_cb (GradusHiddenSpacePanel *self)
{
  if (!gtk_widget_in_destruction (GTK_WIDGET (self)) && !self->is_refreshing
      && self->session != NULL)
    refresh (self);
}

/* A unit against itself shows nothing: who is chosen for the other axis changes places. */
static void
unit_chosen_cb (GradusHiddenSpacePanel *self)
{
  if (gtk_widget_in_destruction (GTK_WIDGET (self)) || self->is_refreshing || self->session == NULL)
    return;
  guint first = gtk_drop_down_get_selected (self->units[0]);
  guint second = gtk_drop_down_get_selected (self->units[1]);
  if (first == GTK_INVALID_LIST_POSITION || second == GTK_INVALID_LIST_POSITION)
    return;
  if (first == second)
    show_units (self, self->chosen[1], self->chosen[0]);
  else
    show_units (self, first, second);
}

static void
gradus_hidden_space_panel_set_session (GradusPanel *panel, GradusSession *session)
{
  GradusHiddenSpacePanel *self = GRADUS_HIDDEN_SPACE_PANEL (panel);

  self->session = session;
  g_object_set (self->figure, "view", (int) GRADUS_VIEW_HIDDEN_SPACE, NULL);
  gradus_figure_view_set_session (self->figure, session);
  g_signal_connect_object (session, "restarted", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}

static void
gradus_hidden_space_panel_class_init (GradusHiddenSpacePanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  GRADUS_PANEL_CLASS (klass)->set_session = gradus_hidden_space_panel_set_session;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/gradus/Gradus/ui/hidden-space-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, GradusHiddenSpacePanel, layers);
  gtk_widget_class_bind_template_child (widget_class, GradusHiddenSpacePanel, layer_names);
  gtk_widget_class_bind_template_child_full (widget_class, "first_unit", FALSE,
                                             G_STRUCT_OFFSET (GradusHiddenSpacePanel, units[0]));
  gtk_widget_class_bind_template_child_full (widget_class, "second_unit", FALSE,
                                             G_STRUCT_OFFSET (GradusHiddenSpacePanel, units[1]));
  gtk_widget_class_bind_template_child_full (
      widget_class, "first_names", FALSE, G_STRUCT_OFFSET (GradusHiddenSpacePanel, unit_names[0]));
  gtk_widget_class_bind_template_child_full (
      widget_class, "second_names", FALSE, G_STRUCT_OFFSET (GradusHiddenSpacePanel, unit_names[1]));
  gtk_widget_class_bind_template_child (widget_class, GradusHiddenSpacePanel, figure);
  gtk_widget_class_bind_template_callback (widget_class, layer_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, unit_chosen_cb);
}

static void
gradus_hidden_space_panel_init (GradusHiddenSpacePanel *self)
{
  self->chosen[1] = 1;
  gtk_widget_init_template (GTK_WIDGET (self));
}
