/* The panel of the symmetry meter, with the button that breaks the symmetry. */
#include "app/symmetry-panel.h"

#include "app/figure-view.h"
#include "app/layer-choice.h"

/* What Nudge adds to W[1] of unit 1 and input 1: far above rounding, far below any weight. */
#define NUDGE 1e-6

struct _GradusSymmetryPanel
{
  GradusPanel parent_instance;

  GradusSession *session; /* the panel's */

  GradusLayerChoice *layer;
  GtkWidget *nudge;
  GradusFigureView *figure;
};

G_DEFINE_FINAL_TYPE (GradusSymmetryPanel, gradus_symmetry_panel, GRADUS_TYPE_PANEL)

static void
nudge_cb (GradusSymmetryPanel *self)
{
  gradus_session_change (self->session, 1, 0, 0, TRUE, NUDGE);
}

/* A change is made to the newest epoch, and while nothing else changes it. */
static void
update_cb (GradusSymmetryPanel *self)
{
  const GradusTrainer *trainer = gradus_session_get_trainer (self->session);
  GradusSessionState state = gradus_session_get_state (self->session);
  gboolean is_following, is_training, is_busy;

  g_object_get (self->session, "following", &is_following, "training", &is_training, "busy",
                &is_busy, NULL);
  gtk_widget_set_sensitive (
      self->nudge, trainer != NULL && is_following && !is_training && !is_busy
                       && (state == GRADUS_SESSION_PAUSED || state == GRADUS_SESSION_FINISHED)
                       && gradus_trainer_get_spec (trainer)->hidden.n > 0);
}

static void
gradus_symmetry_panel_set_session (GradusPanel *panel, GradusSession *session)
{
  static const char *const signals[] = { "restarted", "notify::state", "notify::training",
                                         "notify::following", "notify::busy" };
  GradusSymmetryPanel *self = GRADUS_SYMMETRY_PANEL (panel);

  self->session = session;
  gradus_layer_choice_set_session (self->layer, session);
  g_object_set (self->figure, "view", GRADUS_VIEW_SYMMETRY, NULL);
  gradus_figure_view_set_session (self->figure, session);
  g_object_bind_property (self->layer, "layer", self->figure, "layer", G_BINDING_SYNC_CREATE);
  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (session, signals[i], G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  update_cb (self);
}

static void
gradus_symmetry_panel_class_init (GradusSymmetryPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  GRADUS_PANEL_CLASS (klass)->set_session = gradus_symmetry_panel_set_session;
  g_type_ensure (GRADUS_TYPE_LAYER_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/gradus/Gradus/ui/symmetry-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, GradusSymmetryPanel, layer);
  gtk_widget_class_bind_template_child (widget_class, GradusSymmetryPanel, nudge);
  gtk_widget_class_bind_template_child (widget_class, GradusSymmetryPanel, figure);
  gtk_widget_class_bind_template_callback (widget_class, nudge_cb);
}

static void
gradus_symmetry_panel_init (GradusSymmetryPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
