/* The panel of the symmetry meter, with the button that breaks the symmetry. */
#include "app/symmetry-panel.h"

#include "app/figure-view.h"
#include "app/layer-choice.h"

/* What Nudge adds to W[1] of unit 1 and input 1: far above rounding, far below any weight. */
#define NUDGE 1e-6

struct _GradusSymmetryPanel
{
  GtkWidget parent_instance;

  GradusSession *session;

  GtkWidget *child;
  GradusLayerChoice *layer;
  GtkWidget *nudge;
  GradusFigureView *figure;
};

G_DEFINE_FINAL_TYPE (GradusSymmetryPanel, gradus_symmetry_panel, GTK_TYPE_WIDGET)

enum
{
  PROP_SESSION = 1,
};

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
gradus_symmetry_panel_set_property (GObject *object, guint id, const GValue *value,
                                    GParamSpec *pspec)
{
  GRADUS_SYMMETRY_PANEL (object)->session = g_value_dup_object (value);
}

static void
gradus_symmetry_panel_constructed (GObject *object)
{
  static const char *const signals[] = { "restarted", "notify::state", "notify::training",
                                         "notify::following", "notify::busy" };
  GradusSymmetryPanel *self = GRADUS_SYMMETRY_PANEL (object);

  G_OBJECT_CLASS (gradus_symmetry_panel_parent_class)->constructed (object);
  gradus_layer_choice_set_session (self->layer, self->session);
  g_object_set (self->figure, "view", GRADUS_VIEW_SYMMETRY, NULL);
  gradus_figure_view_set_session (self->figure, self->session);
  g_object_bind_property (self->layer, "layer", self->figure, "layer", G_BINDING_SYNC_CREATE);
  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (self->session, signals[i], G_CALLBACK (update_cb), self,
                             G_CONNECT_SWAPPED);
  update_cb (self);
}

static void
gradus_symmetry_panel_dispose (GObject *object)
{
  GradusSymmetryPanel *self = GRADUS_SYMMETRY_PANEL (object);

  g_clear_pointer (&self->child, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (gradus_symmetry_panel_parent_class)->dispose (object);
}

static void
gradus_symmetry_panel_class_init (GradusSymmetryPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = gradus_symmetry_panel_set_property;
  object_class->constructed = gradus_symmetry_panel_constructed;
  object_class->dispose = gradus_symmetry_panel_dispose;
  g_object_class_install_property (
      object_class, PROP_SESSION,
      g_param_spec_object ("session", NULL, NULL, GRADUS_TYPE_SESSION,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));

  g_type_ensure (GRADUS_TYPE_FIGURE_VIEW);
  g_type_ensure (GRADUS_TYPE_LAYER_CHOICE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/gradus/Gradus/ui/symmetry-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, GradusSymmetryPanel, child);
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
