/* A window that is shown to a room: the whole screen, large type, keys alone. */
#include "app/presenter.h"

#include <glib/gi18n-lib.h>

#include "app/backstage.h"
#include "app/epoch-keys.h"
#include "app/look.h"
#include "app/shy-pointer.h"

/* Of the window's own letters, on a screen of 1080 rows; style.css has no smaller ones. */
#define LETTERS 26.0
#define N_PLOTS 3    /* of one run */
#define SCROLLED 0.2 /* of a page, by one key */

struct _GradusPresenter
{
  GObject parent_instance;

  GtkApplicationWindow *window; /* which owns this */
  GradusSession *session;
  GradusPresenterStage stage;
  GtkCssProvider *letters;
  GradusShyPointer *pointer;
  GPtrArray *hidden; /* widgets that were visible before */

  gboolean is_presenting;
  gboolean is_blank;
  gboolean was_full, was_enlarged, had_inspector;
  GtkWidget *focus; /* what had it before; weak, or NULL */
  int position;     /* of the workspace before; -1: it is there */
  guint fit_id;
};

G_DEFINE_FINAL_TYPE (GradusPresenter, gradus_presenter, G_TYPE_OBJECT)

/* -- on stage -------------------------------------------------------------- */

/* A panel takes the room of the plots; of the side bar only a lesson is for the room. */
static void
tidy (GradusPresenter *self)
{
  gboolean has_inspector = gtk_widget_get_visible (GTK_WIDGET (self->stage.inspector));

  if (!self->is_presenting)
    return;
  gtk_widget_set_visible (self->stage.overview, !has_inspector);
  if (!gtk_widget_get_visible (self->stage.lesson))
    gradus_backstage_hide (self->hidden, self->stage.side_bar);
  gradus_backstage_hide_controls (self->hidden, gtk_window_get_child (GTK_WINDOW (self->window)));
}

/* -- type ------------------------------------------------------------------ */

/* Letters as large as the screen is. */
static void
fit (GradusPresenter *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self->window));
  double height = gtk_widget_get_height (GTK_WIDGET (self->window));
  char size[G_ASCII_DTOSTR_BUF_SIZE];
  double type = MAX (gradus_figure_type_from_afar (width, height), 1);
  double letters = LETTERS * MAX (MIN (width, height) / 1080, 0.5);

  if (gradus_look_find_type (GTK_WIDGET (self->window)) == type)
    return;
  g_ascii_formatd (size, sizeof size, "%.2f", letters);
  g_autofree char *style = g_strdup_printf ("window { font-size: %spx; }", size);
  gtk_css_provider_load_from_data (self->letters, style, -1);
  gradus_look_set_type (GTK_WINDOW (self->window), type);
}

static gboolean
fit_cb (gpointer data)
{
  GradusPresenter *self = data;

  self->fit_id = 0;
  if (self->is_presenting)
    fit (self);
  else if (self->position >= 0 && !gtk_window_is_fullscreen (GTK_WINDOW (self->window)))
    {
      gtk_paned_set_position (self->stage.workspace, self->position);
      self->position = -1;
    }
  return G_SOURCE_REMOVE;
}

/* The window has another size: not while it is being laid out. */
static void
laid_out_cb (GradusPresenter *self)
{
  if (self->fit_id == 0 && (self->is_presenting || self->position >= 0))
    self->fit_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fit_cb, self, NULL);
}

static void
realized_cb (GradusPresenter *self)
{
  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (self->window)), "layout",
                           G_CALLBACK (laid_out_cb), self, G_CONNECT_SWAPPED);
}

/* -- on and off ------------------------------------------------------------ */

static void
set_blank (GradusPresenter *self, gboolean is_blank)
{
  if (self->is_blank == is_blank)
    return;
  self->is_blank = is_blank;
  gtk_widget_set_visible (gtk_window_get_child (GTK_WINDOW (self->window)), !is_blank);
  if (is_blank)
    gtk_widget_add_css_class (GTK_WIDGET (self->window), "blank");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->window), "blank");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->window), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      is_blank ? _ ("The screen is blank; any key brings the picture back") : "", -1);
}

/* Those that are shown by themselves; -1: all are shown. */
static void
enlarge (GradusPresenter *self, int run, int plot)
{
  g_object_set (self->stage.comparison, "only", run, NULL);
  g_object_set (self->stage.plots, "only", plot, NULL);
}

static void
set_on_stage (GradusPresenter *self, gboolean is_on)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self->window));

  if (is_on)
    {
      gtk_style_context_add_provider (context, GTK_STYLE_PROVIDER (self->letters),
                                      GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
      gtk_widget_add_css_class (GTK_WIDGET (self->window), "presenter");
    }
  else
    {
      gtk_style_context_remove_provider (context, GTK_STYLE_PROVIDER (self->letters));
      gtk_widget_remove_css_class (GTK_WIDGET (self->window), "presenter");
    }
  g_object_set (self->stage.plots, "bare", is_on, NULL);
  g_object_set (self->stage.narrator, "wrapped", is_on, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->stage.placard), is_on);
  gradus_shy_pointer_set_shy (self->pointer, is_on);
}

static void
enter (GradusPresenter *self)
{
  self->is_presenting = TRUE;
  self->was_full = gtk_window_is_fullscreen (GTK_WINDOW (self->window));
  self->had_inspector = gtk_widget_get_visible (GTK_WIDGET (self->stage.inspector));
  g_object_get (self->stage.inspector, "enlarged", &self->was_enlarged, NULL);
  self->position = gtk_paned_get_position (self->stage.workspace);
  /* Before what has it is hidden: GTK would give it to some plot. */
  g_set_weak_pointer (&self->focus, gtk_window_get_focus (GTK_WINDOW (self->window)));
  gtk_window_set_focus (GTK_WINDOW (self->window), NULL);
  set_on_stage (self, TRUE);
  tidy (self);
  gtk_window_fullscreen (GTK_WINDOW (self->window));
  fit (self);
}

static void
leave (GradusPresenter *self)
{
  gboolean has_inspector = gtk_widget_get_visible (GTK_WIDGET (self->stage.inspector));

  self->is_presenting = FALSE;
  set_blank (self, FALSE);
  enlarge (self, -1, -1);
  gradus_backstage_show (self->hidden);
  set_on_stage (self, FALSE);
  gradus_look_set_type (GTK_WINDOW (self->window), 1);
  if (has_inspector && self->had_inspector)
    g_object_set (self->stage.inspector, "enlarged", self->was_enlarged, NULL);
  else
    g_object_get (self->stage.inspector, "enlarged", &self->was_enlarged, NULL);
  gtk_widget_set_visible (self->stage.overview, !has_inspector || !self->was_enlarged);
  if (self->focus != NULL)
    gtk_window_set_focus (GTK_WINDOW (self->window), self->focus);
  g_clear_weak_pointer (&self->focus);
  if (!self->was_full)
    gtk_window_unfullscreen (GTK_WINDOW (self->window));
  gtk_widget_queue_resize (GTK_WIDGET (self->window));
}

static void
presenter_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  GradusPresenter *self = data;
  gboolean is_on = g_variant_get_boolean (state);

  if (is_on == self->is_presenting)
    return;
  g_simple_action_set_state (action, state);
  if (is_on)
    enter (self);
  else
    leave (self);
}

static void
end_presentation (GradusPresenter *self)
{
  g_action_group_change_action_state (G_ACTION_GROUP (self->window), "presenter",
                                      g_variant_new_boolean (FALSE));
}

static void
full_screen_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  GradusPresenter *self = data;

  if (g_variant_get_boolean (state))
    gtk_window_fullscreen (GTK_WINDOW (self->window));
  else
    gtk_window_unfullscreen (GTK_WINDOW (self->window));
}

/* The window system has the last word on it. */
static void
fullscreened_cb (GradusPresenter *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->window), "full-screen");
  gboolean is_full = gtk_window_is_fullscreen (GTK_WINDOW (self->window));

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (is_full));
  if (!is_full && self->is_presenting)
    {
      self->was_full = TRUE; /* it is left already */
      end_presentation (self);
    }
}

/* -- keys ------------------------------------------------------------------ */

/* A column of a comparison, or a plot of one run, has the room of all; again gives it back. */
static gboolean
enlarge_cb (GradusPresenter *self, int i)
{
  int n_runs = gradus_session_count_runs (self->session), run, plot;

  if (gtk_widget_get_visible (GTK_WIDGET (self->stage.inspector)))
    return FALSE;
  g_object_get (self->stage.comparison, "only", &run, NULL);
  g_object_get (self->stage.plots, "only", &plot, NULL);
  if (i < 0)
    enlarge (self, -1, -1);
  else if (n_runs > 1 && i < n_runs)
    {
      enlarge (self, run == i ? -1 : i, -1);
      gradus_session_select (self->session, i);
    }
  else if (n_runs < 2 && i < N_PLOTS)
    enlarge (self, -1, plot == i ? -1 : i);
  return TRUE;
}

/* Back to all columns, else out. */
static void
step_back (GradusPresenter *self)
{
  int run, plot;

  g_object_get (self->stage.comparison, "only", &run, NULL);
  g_object_get (self->stage.plots, "only", &plot, NULL);
  if (run >= 0 || plot >= 0)
    enlarge (self, -1, -1);
  else
    end_presentation (self);
}

/* Moves a panel that is higher than the screen. */
static void
scroll (GtkWidget *widget, double pages)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_SCROLLED_WINDOW (widget))
    {
      GtkAdjustment *adjustment =
          gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (widget));
      gtk_adjustment_set_value (adjustment,
                                gtk_adjustment_get_value (adjustment)
                                    + pages * gtk_adjustment_get_page_size (adjustment));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    scroll (child, pages);
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        GradusPresenter *self)
{
  if (!self->is_presenting || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  if (gradus_epoch_keys_press (G_ACTION_GROUP (self->window), self->session, key, state))
    return TRUE;
  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_Down:
      scroll (GTK_WIDGET (self->stage.inspector), key == GDK_KEY_Up ? -SCROLLED : SCROLLED);
      return TRUE;
    case GDK_KEY_1:
    case GDK_KEY_2:
    case GDK_KEY_3:
    case GDK_KEY_4:
      return enlarge_cb (self, (int) (key - GDK_KEY_1));
    case GDK_KEY_0:
      return enlarge_cb (self, -1);
    case GDK_KEY_b:
    case GDK_KEY_B:
      set_blank (self, TRUE);
      return TRUE;
    case GDK_KEY_Escape:
      step_back (self);
      return TRUE;
    default:
      return FALSE;
    }
}

/* Whatever key it is, it does nothing else. */
static gboolean
wake_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
         GradusPresenter *self)
{
  if (!self->is_blank)
    return FALSE;
  set_blank (self, FALSE);
  return TRUE;
}

/* -- the object ------------------------------------------------------------ */

static void
gradus_presenter_dispose (GObject *object)
{
  GradusPresenter *self = GRADUS_PRESENTER (object);

  g_clear_handle_id (&self->fit_id, g_source_remove);
  g_clear_pointer (&self->pointer, gradus_shy_pointer_free);
  g_clear_pointer (&self->hidden, g_ptr_array_unref);
  g_clear_weak_pointer (&self->focus);
  g_clear_object (&self->letters);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (gradus_presenter_parent_class)->dispose (object);
}

static void
gradus_presenter_class_init (GradusPresenterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gradus_presenter_dispose;
}

static void
gradus_presenter_init (GradusPresenter *self)
{
  self->letters = gtk_css_provider_new ();
  self->hidden = g_ptr_array_new_with_free_func (g_object_unref);
  self->position = -1;
}

static void
add_controllers (GradusPresenter *self)
{
  GtkWidget *window = GTK_WIDGET (self->window);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *wake = gtk_event_controller_key_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (window, keys);
  gtk_event_controller_set_propagation_phase (wake, GTK_PHASE_CAPTURE);
  g_signal_connect_object (wake, "key-pressed", G_CALLBACK (wake_cb), self, 0);
  gtk_widget_add_controller (window, wake);
}

GradusPresenter *
gradus_presenter_new (GtkApplicationWindow *window, GradusSession *session,
                      const GradusPresenterStage *stage)
{
  static const GActionEntry entries[] = {
    { .name = "presenter", .state = "false", .change_state = presenter_cb },
    /* Not a GPropertyAction of the window: that would keep a reference to it, and the window, which
     * keeps its actions, would never go. */
    { .name = "full-screen", .state = "false", .change_state = full_screen_cb },
  };
  GradusPresenter *self = g_object_new (GRADUS_TYPE_PRESENTER, NULL);

  self->window = window;
  self->session = g_object_ref (session);
  self->stage = *stage;
  self->pointer = gradus_shy_pointer_new (GTK_WIDGET (window));
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), self);
  add_controllers (self);
  gradus_placard_set_session (stage->placard, session);
  g_signal_connect_object (window, "realize", G_CALLBACK (realized_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (window, "notify::fullscreened", G_CALLBACK (fullscreened_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "restarted", G_CALLBACK (tidy), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (stage->lesson, "notify::visible", G_CALLBACK (tidy), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (stage->inspector, "notify::visible", G_CALLBACK (tidy), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (stage->overview, "notify::visible", G_CALLBACK (tidy), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (stage->inspector, "turned", G_CALLBACK (tidy), self, G_CONNECT_SWAPPED);
  return self;
}
