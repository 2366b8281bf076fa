/* The panel of one step in numbers: its equations, the check of its gradient, and what came. */
#include "app/step-panel.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/figure-view.h"
#include "app/gradient-checker.h"
#include "app/numbers.h"
#include "app/step-notes.h"
#include "app/wrap-box.h"
#include "core/step-text.h"

struct _GradusStepPanel
{
  GradusPanel parent_instance;

  GradusSession *session; /* the panel's */
  GradusGradientChecker *checker;
  GradusStep *predicted; /* the newest step over all examples that was shown, until the next came */

  GtkSpinButton *example;
  GtkDropDown *layer;
  GtkStringList *layer_names;
  GtkPopover *copy_popover;
  GtkButton *check;
  GtkButton *stop;
  GtkSpinner *spinner;
  GtkLabel *verdict;
  GtkLabel *checked;
  GradusFigureView *figure;
};

G_DEFINE_FINAL_TYPE (GradusStepPanel, gradus_step_panel, GRADUS_TYPE_PANEL)

static void
say (GtkLabel *label, const char *markup)
{
  gtk_label_set_markup (label, markup);
  gtk_widget_set_visible (GTK_WIDGET (label), *markup != '\0');
}

static const GradusStep *
get_step (GradusStepPanel *self)
{
  const GradusScene *scene = gradus_session_get_scene (self->session);

  return scene != NULL ? scene->step : NULL;
}

static void
update_check (GradusStepPanel *self)
{
  gboolean busy = gradus_gradient_checker_is_busy (self->checker);

  gtk_widget_set_visible (GTK_WIDGET (self->check), !busy);
  gtk_widget_set_visible (GTK_WIDGET (self->stop), busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_spinner_set_spinning (self->spinner, busy);
}

static void
checked_cb (const GradusGradientCheck *check, const GradusSnapshot *snapshot, gpointer data)
{
  GradusStepPanel *self = data;
  g_autofree char *note = gradus_step_note_check (check, snapshot);

  say (self->checked, note);
  update_check (self);
}

static void
check_cb (GradusStepPanel *self)
{
  GradusScene *scene = gradus_session_get_scene (self->session);

  if (scene == NULL)
    return;
  say (self->checked, "");
  gradus_gradient_checker_start (self->checker, scene->snapshot, scene->training, scene->l2);
  update_check (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->stop));
}

static void
stop_cb (GradusStepPanel *self)
{
  gradus_gradient_checker_stop (self->checker);
  update_check (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->check));
}

/* text is (transfer full). */
static void
copy (GradusStepPanel *self, char *text, const char *note)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  g_free (text);
  gtk_popover_popdown (self->copy_popover);
  say (self->checked, note);
}

static void
copy_numpy_cb (GradusStepPanel *self)
{
  const GradusStep *step = get_step (self);
  const GradusTrainer *trainer = gradus_session_get_trainer (self->session);
  GradusStepFiles files = { 0 };

  if (step == NULL || trainer == NULL)
    return;
  files.standardise = gradus_trainer_get_spec (trainer)->standardise;
  copy (self, gradus_step_to_numpy (step, &files),
        gradus_step_reads_data (step) || gradus_step_reads_parameters (step)
            ? _ ("Copied as NumPy. So much data is read from files: the first lines say how "
                 "gradus-cli writes them.")
            : _ ("Copied as NumPy."));
}

static void
copy_latex_cb (GradusStepPanel *self)
{
  const GradusStep *step = get_step (self);

  if (step != NULL)
    copy (self, gradus_step_to_latex (step), _ ("Copied as LaTeX."));
}

/* The spin button's 0 is "All". */
static gboolean
example_output_cb (GradusStepPanel *self)
{
  double value = gtk_spin_button_get_value (self->example);
  g_autofree char *text = value < 1 ? g_strdup (_ ("All")) : g_strdup_printf ("%.0f", value);

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->example)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->example), text);
  return TRUE;
}

static int
example_input_cb (GradusStepPanel *self, double *value)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->example));

  if (*text == '\0' || g_utf8_collate (text, _ ("All")) == 0)
    *value = 0;
  else if (!gradus_number_parse (text, value))
    return GTK_INPUT_ERROR;
  *value = floor (*value);
  return TRUE;
}

static void
example_changed_cb (GradusStepPanel *self)
{
  if (self->session != NULL)
    g_object_set (self->session, "example",
                  (gint64) gtk_spin_button_get_value_as_int (self->example) - 1, NULL);
}

static void
show_example (GradusStepPanel *self)
{
  gint64 example;

  g_object_get (self->session, "example", &example, NULL);
  gtk_spin_button_set_value (self->example, (double) (example + 1));
}

static void
layer_chosen_cb (GradusStepPanel *self)
{
  guint selected = gtk_drop_down_get_selected (self->layer);

  if (!gtk_widget_in_destruction (GTK_WIDGET (self)) && selected != GTK_INVALID_LIST_POSITION)
    g_object_set (self->figure, "step-layer", (int) selected, NULL);
}

/* "All layers", and one for each where there are several. */
static void
fill_layers (GradusStepPanel *self, int n_layers)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->layer_names));

  gtk_drop_down_set_selected (self->layer,
                              MIN (gtk_drop_down_get_selected (self->layer), (guint) n_layers));
  for (; n <= (guint) n_layers; n++)
    {
      g_autofree char *number = g_strdup_printf ("%u", n);
      g_autofree char *name = g_strdup_printf (_ ("Layer %s"), number);
      gtk_string_list_append (self->layer_names, name);
    }
  for (; n > (guint) n_layers + 1; n--)
    gtk_string_list_remove (self->layer_names, n - 1);
  gtk_widget_set_visible (GTK_WIDGET (self->layer), n_layers > 1);
}

static void
forget (GradusStepPanel *self)
{
  g_clear_pointer (&self->predicted, gradus_step_unref);
  say (self->verdict, "");
}

static void
restarted_cb (GradusStepPanel *self)
{
  const GradusTrainer *trainer = gradus_session_get_trainer (self->session);

  forget (self);
  gradus_gradient_checker_stop (self->checker);
  update_check (self);
  say (self->checked, "");
  if (trainer == NULL)
    return;
  gtk_spin_button_set_range (self->example, 0, (double) gradus_trainer_get_training (trainer)->m);
  fill_layers (self, gradus_trainer_get_network (trainer)->n_layers);
  show_example (self);
}

/* A step over all examples from the newest epoch is a prediction of the next. */
static void
scene_changed_cb (GradusStepPanel *self)
{
  const GradusTrainer *trainer = gradus_session_get_trainer (self->session);
  const GradusStep *step = get_step (self);

  if (trainer == NULL || step == NULL || step->example >= 0
      || step->snapshot->row.epoch != gradus_trainer_get_epoch (trainer))
    return;
  g_clear_pointer (&self->predicted, gradus_step_unref);
  self->predicted = gradus_step_ref ((GradusStep *) step);
}

/* Did the predicted W come? Of later epochs nothing was said. */
static void
advanced_cb (GradusStepPanel *self)
{
  const GradusTrainer *trainer = gradus_session_get_trainer (self->session);
  gint64 n_since = self->predicted == NULL
                       ? -1
                       : gradus_trainer_get_epoch (trainer) - self->predicted->snapshot->row.epoch;

  if (n_since == 0)
    return;
  g_autofree char *note =
      n_since == 1 ? gradus_step_note_verdict (self->predicted, trainer) : g_strdup ("");
  forget (self);
  say (self->verdict, note);
}

static void
gradus_step_panel_set_session (GradusPanel *panel, GradusSession *session)
{
  GradusStepPanel *self = GRADUS_STEP_PANEL (panel);

  self->session = session;
  g_object_set (self->figure, "view", (int) GRADUS_VIEW_STEP, NULL);
  gradus_figure_view_set_session (self->figure, session);
  g_signal_connect_object (session, "restarted", G_CALLBACK (restarted_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "scene-changed", G_CALLBACK (scene_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "advanced", G_CALLBACK (advanced_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::example", G_CALLBACK (show_example), self,
                           G_CONNECT_SWAPPED);
  restarted_cb (self);
  scene_changed_cb (self);
}

static void
gradus_step_panel_dispose (GObject *object)
{
  GradusStepPanel *self = GRADUS_STEP_PANEL (object);

  g_clear_pointer (&self->checker, gradus_gradient_checker_free);
  g_clear_pointer (&self->predicted, gradus_step_unref);
  G_OBJECT_CLASS (gradus_step_panel_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gradus/Gradus/ui/step-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, GradusStepPanel, example);
  gtk_widget_class_bind_template_child (widget_class, GradusStepPanel, layer);
  gtk_widget_class_bind_template_child (widget_class, GradusStepPanel, layer_names);
  gtk_widget_class_bind_template_child (widget_class, GradusStepPanel, copy_popover);
  gtk_widget_class_bind_template_child (widget_class, GradusStepPanel, check);
  gtk_widget_class_bind_template_child (widget_class, GradusStepPanel, stop);
  gtk_widget_class_bind_template_child (widget_class, GradusStepPanel, spinner);
  gtk_widget_class_bind_template_child (widget_class, GradusStepPanel, verdict);
  gtk_widget_class_bind_template_child (widget_class, GradusStepPanel, checked);
  gtk_widget_class_bind_template_child (widget_class, GradusStepPanel, figure);
  gtk_widget_class_bind_template_callback (widget_class, example_output_cb);
  gtk_widget_class_bind_template_callback (widget_class, example_input_cb);
  gtk_widget_class_bind_template_callback (widget_class, example_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, layer_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_numpy_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_latex_cb);
  gtk_widget_class_bind_template_callback (widget_class, check_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
}

static void
gradus_step_panel_class_init (GradusStepPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  GRADUS_PANEL_CLASS (klass)->set_session = gradus_step_panel_set_session;
  object_class->dispose = gradus_step_panel_dispose;
  g_type_ensure (GRADUS_TYPE_WRAP_BOX);
  bind_template (widget_class);
}

static void
gradus_step_panel_init (GradusStepPanel *self)
{
  self->checker = gradus_gradient_checker_new (checked_cb, self);
  gtk_widget_init_template (GTK_WIDGET (self));
}
