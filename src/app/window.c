/* A window: one session, its controls and its plots. */
#include "app/window.h"

#include <locale.h>

#include "app/comparer.h"
#include "app/controls.h"
#include "app/cost-corner.h"
#include "app/divider.h"
#include "app/exporter.h"
#include "app/figure-view.h"
#include "app/filer.h"
#include "app/frames.h"
#include "app/inspector.h"
#include "app/layer-choice.h"
#include "app/message-bar.h"
#include "app/narrator-line.h"
#include "app/pinner.h"
#include "app/placard.h"
#include "app/plots.h"
#include "app/presenter.h"
#include "app/published-window.h"
#include "app/session.h"
#include "app/shy-bin.h"
#include "app/shy-layout.h"
#include "app/sweep-opener.h"
#include "app/timeline.h"
#include "app/training-keys.h"
#include "app/transport.h"
#include "app/tutor.h"
#include "plot/captions.h"
#include "plot/run-name.h"

/* Of the room that plots and inspector share, and what a panel needs, CSS pixels. */
#define PLOTS_SHARE 55
#define LEAST_INSPECTOR 300

struct _GradusWindow
{
  GtkApplicationWindow parent_instance;

  GradusSession *session;
  GradusFiler *filer;
  GradusPresenter *presenter;

  GtkDropTarget *drop_target;
  GtkLabel *subtitle;
  GtkWidget *side_bar;
  GradusTransport *transport;
  GradusMessageBar *message_bar;
  GradusControls *controls;
  GradusLessonPanel *lesson_panel;
  GtkPaned *workspace;
  GtkStack *overview; /* one run, or those that are compared */
  GradusPlots *plots;
  GtkWidget *comparison_page;
  GradusFigureView *comparison;
  GradusLayerChoice *compared_layer;
  GradusInspector *inspector;
  GradusTimeline *timeline;
  GradusNarratorLine *narrator;
  GradusPlacard *placard;
};

G_DEFINE_FINAL_TYPE (GradusWindow, gradus_window, GTK_TYPE_APPLICATION_WINDOW)

static void
inspector_closed_cb (GradusWindow *self)
{
  g_action_group_change_action_state (G_ACTION_GROUP (self), "inspector",
                                      g_variant_new_boolean (FALSE));
}

/* The height that the plots need beside a panel. */
static int
measure_overview (GradusWindow *self)
{
  int least, natural;

  gtk_widget_measure (GTK_WIDGET (self->overview), GTK_ORIENTATION_VERTICAL,
                      gtk_widget_get_width (GTK_WIDGET (self->workspace)), &least, &natural, NULL,
                      NULL);
  return least;
}

/* Whether there is too little room for plots and a panel. */
static gboolean
is_crowded (GradusWindow *self)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self->workspace));

  return height > 0 && height - measure_overview (self) < LEAST_INSPECTOR;
}

/* Where there is no room for both, a panel that gives the plots theirs back closes. */
static void
inspector_enlarged_cb (GradusWindow *self)
{
  gboolean is_open = gtk_widget_get_visible (GTK_WIDGET (self->inspector)), is_enlarged;

  g_object_get (self->inspector, "enlarged", &is_enlarged, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->overview), !is_enlarged || !is_open);
  if (is_open && !is_enlarged && is_crowded (self))
    inspector_closed_cb (self);
}

/* "Planar flower · 2–4–1 · tanh", or "Init scale 0 · 0.01 · 1" (transfer full) */
static char *
tell_experiment (GradusWindow *self, const GradusTrainer *trainer)
{
  GradusCaptions captions;

  if (gradus_session_count_runs (self->session) > 1)
    return gradus_comparison_name (gradus_trainer_get_spec (trainer), localeconv ()->decimal_point);
  gradus_captions_init (&captions, NULL);
  g_autofree char *network =
      gradus_captions_tell_network (&captions, gradus_trainer_get_network (trainer));
  return g_strdup_printf ("%s · %s", gradus_controls_get_data_title (self->controls), network);
}

static void
restarted_cb (GradusWindow *self)
{
  const GradusTrainer *trainer = gradus_session_get_trainer (self->session);

  if (trainer == NULL)
    return;
  g_autofree char *text = tell_experiment (self, trainer);
  gtk_label_set_text (self->subtitle, text);
  gtk_stack_set_visible_child (self->overview, gradus_session_count_runs (self->session) > 1
                                                   ? self->comparison_page
                                                   : GTK_WIDGET (self->plots));
}

static void
train_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GradusWindow *self = data;
  gboolean is_training;

  g_object_get (self->session, "training", &is_training, NULL);
  g_object_set (self->session, "training", !is_training, NULL);
}

static void
focus_train_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_widget_grab_focus (GTK_WIDGET (GRADUS_WINDOW (data)->transport));
}

static void
step_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gradus_session_step (GRADUS_WINDOW (data)->session);
}

static void
reset_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gradus_session_reset (GRADUS_WINDOW (data)->session);
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GradusWindow *self = data;

  gradus_exporter_ask (GTK_WINDOW (self), self->session, self->plots, self->message_bar,
                       gradus_controls_get_data_title (self->controls));
}

/* The plots keep the upper part of the room; where that is too small for both the panel takes all.
 */
static void
show_inspector (GradusWindow *self)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self->workspace));

  gtk_paned_set_position (self->workspace,
                          MAX (measure_overview (self), height * PLOTS_SHARE / 100));
  if (is_crowded (self))
    g_object_set (self->inspector, "enlarged", TRUE, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->inspector), TRUE);
  inspector_enlarged_cb (self);
}

/* A panel may be open before the window has its height, and other plots may need more of it. */
static gboolean
make_room_cb (gpointer data)
{
  GradusWindow *self = data;

  if (gtk_widget_get_visible (GTK_WIDGET (self->inspector)) && is_crowded (self))
    g_object_set (self->inspector, "enlarged", TRUE, NULL);
  return G_SOURCE_REMOVE;
}

/* Not while it is being laid out. */
static void
room_changed_cb (GradusWindow *self)
{
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, make_room_cb, g_object_ref (self), g_object_unref);
}

static void
inspector_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  GradusWindow *self = data;

  g_simple_action_set_state (action, state);
  if (g_variant_get_boolean (state))
    show_inspector (self);
  else
    {
      gtk_widget_set_visible (GTK_WIDGET (self->inspector), FALSE);
      gtk_widget_set_visible (GTK_WIDGET (self->overview), TRUE);
    }
}

/* The picture of that view: a plot of the window where it is one, else a panel. */
static void
inspect_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GradusWindow *self = data;
  const char *view = g_variant_get_string (parameter, NULL);

  if (gradus_plots_point_at (self->plots, (GradusView) gradus_view_from_name (view)))
    g_object_set (self->inspector, "enlarged", FALSE, NULL);
  else if (gradus_inspector_turn_to (self->inspector, view))
    {
      g_action_group_change_action_state (G_ACTION_GROUP (self), "inspector",
                                          g_variant_new_boolean (TRUE));
      gtk_widget_grab_focus (GTK_WIDGET (self->inspector));
    }
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, GradusWindow *self)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  if (files == NULL)
    return FALSE;
  gradus_window_open (self, files->data);
  return TRUE;
}

static void
failed_cb (GradusWindow *self, const char *message)
{
  gradus_message_bar_show (self->message_bar, message);
}

static void
gradus_window_dispose (GObject *object)
{
  GradusWindow *self = GRADUS_WINDOW (object);

  /* A closed window trains no longer. */
  if (self->session != NULL)
    g_object_set (self->session, "training", FALSE, NULL);
  g_clear_object (&self->presenter);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (gradus_window_parent_class)->dispose (object);
}

static void
gradus_window_finalize (GObject *object)
{
  gradus_filer_free (GRADUS_WINDOW (object)->filer);
  G_OBJECT_CLASS (gradus_window_parent_class)->finalize (object);
}

static void
gradus_window_class_init (GradusWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gradus_window_dispose;
  object_class->finalize = gradus_window_finalize;

  g_type_ensure (GRADUS_TYPE_CONTROLS);
  g_type_ensure (GRADUS_TYPE_COST_CORNER);
  g_type_ensure (GRADUS_TYPE_INSPECTOR);
  g_type_ensure (GRADUS_TYPE_LAYER_CHOICE);
  g_type_ensure (GRADUS_TYPE_LESSON_PANEL);
  g_type_ensure (GRADUS_TYPE_MESSAGE_BAR);
  g_type_ensure (GRADUS_TYPE_PLACARD);
  g_type_ensure (GRADUS_TYPE_PLOTS);
  g_type_ensure (GRADUS_TYPE_SHY_BIN);
  g_type_ensure (GRADUS_TYPE_SHY_LAYOUT);
  g_type_ensure (GRADUS_TYPE_NARRATOR_LINE);
  g_type_ensure (GRADUS_TYPE_TIMELINE);
  g_type_ensure (GRADUS_TYPE_TRANSPORT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gradus/Gradus/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, GradusWindow, drop_target);
  gtk_widget_class_bind_template_child (widget_class, GradusWindow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, GradusWindow, side_bar);
  gtk_widget_class_bind_template_child (widget_class, GradusWindow, transport);
  gtk_widget_class_bind_template_child (widget_class, GradusWindow, message_bar);
  gtk_widget_class_bind_template_child (widget_class, GradusWindow, controls);
  gtk_widget_class_bind_template_child (widget_class, GradusWindow, lesson_panel);
  gtk_widget_class_bind_template_child (widget_class, GradusWindow, workspace);
  gtk_widget_class_bind_template_child (widget_class, GradusWindow, overview);
  gtk_widget_class_bind_template_child (widget_class, GradusWindow, plots);
  gtk_widget_class_bind_template_child (widget_class, GradusWindow, comparison_page);
  gtk_widget_class_bind_template_child (widget_class, GradusWindow, comparison);
  gtk_widget_class_bind_template_child (widget_class, GradusWindow, compared_layer);
  gtk_widget_class_bind_template_child (widget_class, GradusWindow, inspector);
  gtk_widget_class_bind_template_child (widget_class, GradusWindow, timeline);
  gtk_widget_class_bind_template_child (widget_class, GradusWindow, narrator);
  gtk_widget_class_bind_template_child (widget_class, GradusWindow, placard);
  gtk_widget_class_bind_template_callback (widget_class, drop_cb);
  gtk_widget_class_bind_template_callback (widget_class, inspector_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, inspector_enlarged_cb);
}

static void
install_actions (GradusWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "train", .activate = train_cb },
    { .name = "focus-train", .activate = focus_train_cb },
    { .name = "step", .activate = step_cb },
    { .name = "reset", .activate = reset_cb },
    { .name = "export", .activate = export_cb },
    { .name = "inspector", .state = "false", .change_state = inspector_cb },
    { .name = "inspect", .parameter_type = "s", .activate = inspect_cb },
  };
  g_autoptr (GPropertyAction) side_bar =
      g_property_action_new ("side-bar", self->side_bar, "visible");

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (side_bar));
}

static void
add_presenter (GradusWindow *self)
{
  const GradusPresenterStage stage = { .side_bar = self->side_bar,
                                       .lesson = GTK_WIDGET (self->lesson_panel),
                                       .workspace = self->workspace,
                                       .overview = GTK_WIDGET (self->overview),
                                       .plots = self->plots,
                                       .comparison = self->comparison,
                                       .inspector = self->inspector,
                                       .narrator = self->narrator,
                                       .placard = self->placard };

  self->presenter = gradus_presenter_new (GTK_APPLICATION_WINDOW (self), self->session, &stage);
}

static void
gradus_window_init (GradusWindow *self)
{
  GType types[] = { GDK_TYPE_FILE_LIST };

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_target_set_gtypes (self->drop_target, types, G_N_ELEMENTS (types));
  install_actions (self);
  gradus_divider_mend (self->workspace);
  g_signal_connect_object (self->workspace, "notify::max-position", G_CALLBACK (room_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "notify::min-position", G_CALLBACK (room_changed_cb),
                           self, G_CONNECT_SWAPPED);
  gradus_timeline_add_actions (self->timeline, G_ACTION_MAP (self));
  gradus_training_keys_add (GTK_WIDGET (self));

  self->session = gradus_session_new (gradus_controls_get_knobs (self->controls));
  gradus_session_set_frame (self->session, gradus_frames_next);
  self->filer = gradus_filer_new (GTK_APPLICATION_WINDOW (self), self->session, self->message_bar);
  gradus_tutor_add (GTK_APPLICATION_WINDOW (self), self->session, self->lesson_panel,
                    self->message_bar);
  gradus_transport_set_session (self->transport, self->session);
  gradus_plots_set_session (self->plots, self->session);
  g_object_set (self->comparison, "view", GRADUS_VIEW_COMPARE, NULL);
  gradus_figure_view_set_session (self->comparison, self->session);
  gradus_layer_choice_set_session (self->compared_layer, self->session);
  gradus_comparer_add_actions (GTK_APPLICATION_WINDOW (self), self->session);
  gradus_published_window_add_actions (GTK_APPLICATION_WINDOW (self), self->session,
                                       self->message_bar);
  gradus_pinner_add_actions (GTK_APPLICATION_WINDOW (self), self->session);
  gradus_sweep_opener_add_action (GTK_APPLICATION_WINDOW (self), self->session);
  gradus_inspector_set_session (self->inspector, self->session);
  gradus_timeline_set_session (self->timeline, self->session);
  gradus_narrator_line_set_session (self->narrator, self->session);
  add_presenter (self);
  g_signal_connect_object (self->session, "restarted", G_CALLBACK (restarted_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "failed", G_CALLBACK (failed_cb), self,
                           G_CONNECT_SWAPPED);
  restarted_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->transport));
}

GradusWindow *
gradus_window_new (GtkApplication *application)
{
  return g_object_new (GRADUS_TYPE_WINDOW, "application", application, NULL);
}

void
gradus_window_open (GradusWindow *self, GFile *file)
{
  g_return_if_fail (GRADUS_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  gradus_filer_open (self->filer, file);
}
