/* The window of a sweep. */
#include "app/sweep-window.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "app/rush.h"
#include "app/sweep-exporter.h"
#include "app/sweep-form.h"
#include "app/sweep-view.h"
#include "app/sweeper.h"
#include "app/wrap-box.h"
#include "core/compare.h"

struct _GradusSweepWindow
{
  GtkWindow parent_instance;

  GtkWindow *main_window; /* goes before */
  GradusSession *session;
  GradusSweeper *sweeper;
  GradusSweep *preview; /* all waiting: what Start would train; NULL while there are results */

  GradusSweepForm *form;
  GradusSweepView *view;
  GtkButton *start;
  GtkToggleButton *pause;
  GtkToggleButton *accuracy;
  GtkProgressBar *progress;
  GtkLabel *status;
  GtkLabel *fault;
};

G_DEFINE_FINAL_TYPE (GradusSweepWindow, gradus_sweep_window, GTK_TYPE_WINDOW)

static void
show_fault (GradusSweepWindow *self, const char *message)
{
  gtk_label_set_text (self->fault, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), message != NULL);
}

static gboolean
is_idle (const GradusSweepWindow *self)
{
  return gradus_sweeper_get_state (self->sweeper) == GRADUS_SWEEPER_IDLE;
}

static const GradusSweep *
get_sweep (const GradusSweepWindow *self)
{
  return self->preview != NULL ? self->preview : gradus_sweeper_get_sweep (self->sweeper);
}

/* The experiment as it was run so far, with the two fields of the form. */
static gboolean
make_spec (GradusSweepWindow *self, GradusSpec *spec, GError **error)
{
  const GradusTrainer *trainer = gradus_session_get_trainer (self->session);

  *spec = trainer != NULL ? *gradus_trainer_get_spec (trainer)
                          : *gradus_knobs_get_spec (gradus_session_get_knobs (self->session));
  return gradus_sweep_form_fill (self->form, spec, error) && gradus_spec_check (spec, error);
}

/* "1 min 20 s left" (transfer full) */
static char *
tell_time (double seconds)
{
  int s = (int) fmin (ceil (seconds), 1e8);

  if (s < 60)
    return g_strdup_printf (_ ("%d s left"), s);
  if (s < 3600)
    return g_strdup_printf (_ ("%d min %d s left"), s / 60, s % 60);
  return g_strdup_printf (_ ("%d h %d min left"), s / 3600, s / 60 % 60);
}

static void
show_status (GradusSweepWindow *self)
{
  const GradusSweep *sweep = get_sweep (self);
  double left = gradus_sweeper_get_seconds_left (self->sweeper);

  gtk_progress_bar_set_fraction (self->progress, sweep != NULL ? gradus_sweep_progress (sweep) : 0);
  if (sweep == NULL)
    {
      gtk_label_set_text (self->status, "");
      return;
    }
  g_autofree char *runs = g_strdup_printf (_ ("%d of %d runs"), gradus_sweep_count_ended (sweep),
                                           gradus_sweep_count (sweep));
  g_autofree char *time = isnan (left) ? NULL : tell_time (left);
  g_autofree char *text = time != NULL ? g_strdup_printf ("%s · %s", runs, time) : g_strdup (runs);
  gtk_label_set_text (self->status, text);
}

static void
show_state (GradusSweepWindow *self)
{
  gboolean idle = is_idle (self);

  gtk_button_set_label (self->start, idle ? _ ("_Start") : _ ("_Stop"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->start),
                               idle ? _ ("Train all runs of the table from their start")
                                    : _ ("Stop training; what is through stays"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->pause), !idle);
  if (idle)
    gtk_toggle_button_set_active (self->pause, FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->form), idle);
  show_status (self);
}

static void
swept_cb (gpointer data)
{
  GradusSweepWindow *self = data;

  gradus_sweep_view_update (self->view);
  if (!is_idle (self))
    {
      show_status (self);
      return;
    }
  show_state (self);
  show_fault (self, gradus_sweeper_get_fault (self->sweeper));
}

/* The form has another table: it stands there, waiting, and what is wrong is said at once. */
static void
form_changed_cb (GradusSweepWindow *self)
{
  g_autofree GradusSpec *spec = g_new (GradusSpec, 1);
  g_autoptr (GError) error = NULL;

  if (self->session == NULL || !is_idle (self))
    return;
  gboolean is_right = make_spec (self, spec, &error);
  show_fault (self, is_right ? NULL : error->message);
  gtk_widget_set_sensitive (GTK_WIDGET (self->start), is_right);
  if (!is_right)
    return;
  GradusSweep *preview = gradus_sweep_new (spec);
  gradus_sweep_view_set_sweep (self->view, preview);
  g_clear_pointer (&self->preview, gradus_sweep_free);
  self->preview = preview;
  show_state (self);
}

static void
start_cb (GradusSweepWindow *self)
{
  g_autofree GradusSpec *spec = g_new (GradusSpec, 1);
  g_autoptr (GError) error = NULL;

  if (!is_idle (self))
    {
      gradus_sweeper_stop (self->sweeper);
      swept_cb (self);
      return;
    }
  gradus_sweep_view_set_sweep (self->view, NULL); /* which is about to go */
  if (make_spec (self, spec, &error) && gradus_sweeper_start (self->sweeper, spec, &error))
    {
      g_clear_pointer (&self->preview, gradus_sweep_free);
      show_fault (self, NULL);
    }
  else
    show_fault (self, error->message);
  gradus_sweep_view_set_sweep (self->view, get_sweep (self));
  show_state (self);
  if (!is_idle (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
pause_cb (GradusSweepWindow *self)
{
  gradus_sweeper_set_paused (self->sweeper, gtk_toggle_button_get_active (self->pause));
  show_status (self);
}

static void
measure_cb (GradusSweepWindow *self)
{
  gradus_sweep_view_set_measure (self->view, gtk_toggle_button_get_active (self->accuracy)
                                                 ? GRADUS_SWEEP_ACCURACY
                                                 : GRADUS_SWEEP_COST);
}

/* In the main window, flat out to the same end. */
static void
opened_cb (GradusSweepWindow *self, int row, int column)
{
  const GradusSweep *sweep = get_sweep (self);
  g_autofree GradusSpec *run = g_new (GradusSpec, 1);

  gradus_compare_pick (&sweep->spec, row * sweep->n_columns + column, run);
  gradus_rush_begin (self->session, run);
  gtk_window_present (self->main_window);
}

static void
export_as_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GradusSweepWindow *self = data;

  if (get_sweep (self) != NULL)
    gradus_sweep_exporter_ask (GTK_WINDOW (self), self->view, self->fault,
                               g_variant_get_string (parameter, NULL));
}

/* The keys of the main window, for what is here. */
static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gboolean is_save = g_str_equal (g_action_get_name (G_ACTION (action)), "save");

  gtk_widget_activate_action (GTK_WIDGET (data), "win.export-as", "s", is_save ? "gradus" : "png");
}

static void
gradus_sweep_window_dispose (GObject *object)
{
  GradusSweepWindow *self = GRADUS_SWEEP_WINDOW (object);

  if (self->view != NULL)
    gradus_sweep_view_set_sweep (self->view, NULL);
  g_clear_pointer (&self->sweeper, gradus_sweeper_free);
  g_clear_pointer (&self->preview, gradus_sweep_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (gradus_sweep_window_parent_class)->dispose (object);
}

static void
gradus_sweep_window_class_init (GradusSweepWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gradus_sweep_window_dispose;
  g_type_ensure (GRADUS_TYPE_SWEEP_FORM);
  g_type_ensure (GRADUS_TYPE_SWEEP_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/gradus/Gradus/ui/sweep-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GradusSweepWindow, form);
  gtk_widget_class_bind_template_child (widget_class, GradusSweepWindow, view);
  gtk_widget_class_bind_template_child (widget_class, GradusSweepWindow, start);
  gtk_widget_class_bind_template_child (widget_class, GradusSweepWindow, pause);
  gtk_widget_class_bind_template_child (widget_class, GradusSweepWindow, accuracy);
  gtk_widget_class_bind_template_child (widget_class, GradusSweepWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, GradusSweepWindow, status);
  gtk_widget_class_bind_template_child (widget_class, GradusSweepWindow, fault);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
  gtk_widget_class_bind_template_callback (widget_class, pause_cb);
  gtk_widget_class_bind_template_callback (widget_class, measure_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
}

static void
gradus_sweep_window_init (GradusSweepWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "export-as", .parameter_type = "s", .activate = export_as_cb },
    { .name = "export", .activate = export_cb },
    { .name = "save", .activate = export_cb },
  };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  self->sweeper = gradus_sweeper_new (swept_cb, self);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "win", G_ACTION_GROUP (actions));
}

GradusSweepWindow *
gradus_sweep_window_new (GtkWindow *parent, GradusSession *session)
{
  /* Not transient: it would lie over the run that is opened. */
  GradusSweepWindow *self = g_object_new (GRADUS_TYPE_SWEEP_WINDOW, "application",
                                          gtk_window_get_application (parent), NULL);

  self->main_window = parent;
  self->session = g_object_ref (session);
  g_signal_connect_object (parent, "destroy", G_CALLBACK (gtk_window_destroy), self,
                           G_CONNECT_SWAPPED);
  gradus_sweep_window_take (self, gradus_knobs_get_spec (gradus_session_get_knobs (session)));
  gtk_widget_grab_focus (GTK_WIDGET (self->start));
  return self;
}

void
gradus_sweep_window_take (GradusSweepWindow *self, const GradusSpec *spec)
{
  g_return_if_fail (GRADUS_IS_SWEEP_WINDOW (self));

  if (!is_idle (self))
    return;
  gradus_sweep_form_take (self->form, spec);
  form_changed_cb (self);
}
