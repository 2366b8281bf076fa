/* The panels that show why a run learns or does not: one at a time below the plots, over them, or
 * in windows of their own. */
#include "app/inspector.h"

#include <glib/gi18n-lib.h>

#include "app/curves-panel.h"
#include "app/hidden-space-panel.h"
#include "app/network-panel.h"
#include "app/panel-window.h"
#include "app/plot-panel.h"
#include "app/saturation-panel.h"
#include "app/shy-bin.h"
#include "app/step-panel.h"
#include "app/step-size-panel.h"
#include "app/symmetry-panel.h"
#include "plot/figure.h"

#define MOST_VIEWS 3

typedef struct
{
  const char *name;
  GType (*get_type) (void); /* a GradusPanel; where it has several views with a property "view"
                               (int, GradusView) */
  const char *title;
  const char *tooltip;
  int n_views;
  GradusView views[MOST_VIEWS]; /* that it can show */
} Page;

static const Page pages[] = {
  { "network",
    gradus_network_panel_get_type,
    N_ ("Network"),
    N_ ("Every unit, weight and bias at one look. A click on one opens its value, to set it"),
    1,
    { GRADUS_VIEW_NETWORK } },
  { "step",
    gradus_step_panel_get_type,
    N_ ("One step"),
    N_ ("The next step of gradient descent, equation by equation. Training is not touched"),
    1,
    { GRADUS_VIEW_STEP } },
  { "symmetry",
    gradus_symmetry_panel_get_type,
    N_ ("Symmetry"),
    N_ ("Which units are the same, to the bit or nearly, and why. Training is not touched"),
    1,
    { GRADUS_VIEW_SYMMETRY } },
  { "saturation",
    gradus_saturation_panel_get_type,
    N_ ("Saturation"),
    N_ ("How much error flat slopes block, now and at epoch 0, and whether that is a fault. "
        "Training is not touched"),
    1,
    { GRADUS_VIEW_SATURATION } },
  { "curves",
    gradus_curves_panel_get_type,
    N_ ("Curves"),
    N_ ("The path of each parameter, and the size of the gradients. Training is not touched"),
    2,
    { GRADUS_VIEW_PARAMETERS, GRADUS_VIEW_GRADIENTS } },
  { "hidden-space",
    gradus_hidden_space_panel_get_type,
    N_ ("Hidden space"),
    N_ ("Where two hidden units put the plane and the examples. Training is not touched"),
    1,
    { GRADUS_VIEW_HIDDEN_SPACE } },
  { "step-size",
    gradus_step_size_panel_get_type,
    N_ ("Step size"),
    N_ ("How sharply the cost bends, and which α is too large for it. Training is not touched"),
    1,
    { GRADUS_VIEW_STEP_SIZE } },
  { "plot",
    gradus_plot_panel_get_type,
    N_ ("Plots"),
    N_ ("A plot by itself, as large as you like. Training is not touched"),
    3,
    { GRADUS_VIEW_BOUNDARY, GRADUS_VIEW_COST, GRADUS_VIEW_UNITS } },
};

struct _GradusInspector
{
  GtkWidget parent_instance;

  GradusSession *session;

  GtkWidget *child;
  GtkBox *tabs;
  GtkDropDown *chooser;
  GtkStringList *titles;
  GtkStack *stack;
  GtkToggleButton *enlarge;

  GtkToggleButton *buttons[G_N_ELEMENTS (pages)];
};

G_DEFINE_FINAL_TYPE (GradusInspector, gradus_inspector, GTK_TYPE_WIDGET)

enum
{
  PROP_ENLARGED = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];
static guint closed_signal, turned_signal;

static int
find_shown (GradusInspector *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->stack);

  for (int i = 0; i < (int) G_N_ELEMENTS (pages); i++)
    if (g_strcmp0 (pages[i].name, name) == 0)
      return i;
  return 0;
}

/* A panel is made when it is turned to for the first time. */
static void
turn_to_page (GradusInspector *self, int page)
{
  const char *name = pages[page].name;

  if (self->session == NULL)
    return;
  if (gtk_stack_get_child_by_name (self->stack, name) == NULL)
    gtk_stack_add_named (
        self->stack,
        GTK_WIDGET (g_object_new (pages[page].get_type (), "session", self->session, NULL)), name);
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_toggle_button_set_active (self->buttons[page], TRUE);
  gtk_drop_down_set_selected (self->chooser, (guint) page);
  g_signal_emit (self, turned_signal, 0);
}

/* A panel of several views has a property "view". */
static gboolean
has_choice (GtkWidget *panel)
{
  return g_object_class_find_property (G_OBJECT_GET_CLASS (panel), "view") != NULL;
}

static void
tab_toggled_cb (GradusInspector *self, GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  for (int i = 0; i < (int) G_N_ELEMENTS (pages); i++)
    if (self->buttons[i] == button)
      turn_to_page (self, i);
}

static void
chosen_cb (GradusInspector *self)
{
  guint selected = gtk_drop_down_get_selected (self->chooser);

  if (!gtk_widget_in_destruction (GTK_WIDGET (self)) && selected < G_N_ELEMENTS (pages))
    turn_to_page (self, (int) selected);
}

static void
detach_cb (GradusInspector *self)
{
  const Page *page = &pages[find_shown (self)];
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *panel = g_object_new (page->get_type (), "session", self->session, NULL);

  if (has_choice (panel))
    {
      int view;

      g_object_get (gtk_stack_get_visible_child (self->stack), "view", &view, NULL);
      g_object_set (panel, "view", view, NULL);
    }
  gradus_panel_window_present (parent, panel, _ (page->title));
  g_signal_emit (self, closed_signal, 0);
}

static void
close_cb (GradusInspector *self)
{
  g_signal_emit (self, closed_signal, 0);
}

static void
enlarge_toggled_cb (GradusInspector *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ENLARGED]);
}

static void
gradus_inspector_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, gtk_toggle_button_get_active (GRADUS_INSPECTOR (object)->enlarge));
}

static void
gradus_inspector_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  gtk_toggle_button_set_active (GRADUS_INSPECTOR (object)->enlarge, g_value_get_boolean (value));
}

/* The tab or choice of the panel that is shown. */
static gboolean
gradus_inspector_grab_focus (GtkWidget *widget)
{
  GradusInspector *self = GRADUS_INSPECTOR (widget);
  GtkWidget *button = GTK_WIDGET (self->buttons[find_shown (self)]);

  return gtk_widget_grab_focus (gtk_widget_get_mapped (button) ? button
                                                               : GTK_WIDGET (self->chooser));
}

static void
gradus_inspector_dispose (GObject *object)
{
  GradusInspector *self = GRADUS_INSPECTOR (object);

  g_clear_pointer (&self->child, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (gradus_inspector_parent_class)->dispose (object);
}

static void
gradus_inspector_class_init (GradusInspectorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = gradus_inspector_get_property;
  object_class->set_property = gradus_inspector_set_property;
  object_class->dispose = gradus_inspector_dispose;
  widget_class->grab_focus = gradus_inspector_grab_focus;
  props[PROP_ENLARGED] =
      g_param_spec_boolean ("enlarged", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
  closed_signal = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
  turned_signal = g_signal_new ("turned", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (GRADUS_TYPE_SHY_BIN);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gradus/Gradus/ui/inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, GradusInspector, child);
  gtk_widget_class_bind_template_child (widget_class, GradusInspector, tabs);
  gtk_widget_class_bind_template_child (widget_class, GradusInspector, chooser);
  gtk_widget_class_bind_template_child (widget_class, GradusInspector, titles);
  gtk_widget_class_bind_template_child (widget_class, GradusInspector, stack);
  gtk_widget_class_bind_template_child (widget_class, GradusInspector, enlarge);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, detach_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, enlarge_toggled_cb);
}

static void
add_tab (GradusInspector *self, int page)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (_ (pages[page].title));

  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_set_tooltip_text (button, _ (pages[page].tooltip));
  gtk_box_append (self->tabs, button);
  gtk_string_list_append (self->titles, _ (pages[page].title));
  self->buttons[page] = GTK_TOGGLE_BUTTON (button);
  if (page > 0)
    gtk_toggle_button_set_group (self->buttons[page], self->buttons[0]);
  g_signal_connect_object (button, "toggled", G_CALLBACK (tab_toggled_cb), self, G_CONNECT_SWAPPED);
}

static void
gradus_inspector_init (GradusInspector *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < (int) G_N_ELEMENTS (pages); i++)
    add_tab (self, i);
}

void
gradus_inspector_set_session (GradusInspector *self, GradusSession *session)
{
  g_return_if_fail (GRADUS_IS_INSPECTOR (self));
  g_return_if_fail (GRADUS_IS_SESSION (session));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  turn_to_page (self, 0);
}

gboolean
gradus_inspector_turn_to (GradusInspector *self, const char *view)
{
  g_return_val_if_fail (GRADUS_IS_INSPECTOR (self), FALSE);
  int wanted = gradus_view_from_name (view);

  for (int i = 0; i < (int) G_N_ELEMENTS (pages); i++)
    for (int k = 0; k < pages[i].n_views; k++)
      if ((int) pages[i].views[k] == wanted)
        {
          turn_to_page (self, i);
          if (has_choice (gtk_stack_get_visible_child (self->stack)))
            g_object_set (gtk_stack_get_visible_child (self->stack), "view", wanted, NULL);
          return TRUE;
        }
  return FALSE;
}
