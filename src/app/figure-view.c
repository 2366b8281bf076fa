/* A figure of the session on screen: one plot that follows the run. */
#include "app/figure-view.h"

#include <locale.h>

#include "app/compared-runs.h"
#include "app/figure-pointer.h"
#include "app/figure-snapshot.h"
#include "app/look.h"
#include "app/turns.h"
#include "plot/views.h"

/* A curve that grows is drawn anew at most so often: all eyes are on the plane. */
#define CURVE 33000        /* µs */
#define DESCRIPTION_MS 300 /* a screen reader is not told of each frame */

enum
{
  PROP_VIEW = 1,
  PROP_LOG_COST,
  PROP_LOG_EPOCHS,
  PROP_LAYER,
  PROP_FIRST_UNIT,
  PROP_SECOND_UNIT,
  PROP_PATHS_LAYER,
  PROP_STEP_LAYER,
  PROP_ONLY,
  N_PROPS
};

struct _GradusFigureView
{
  GtkWidget parent_instance;

  GradusSession *session;
  GradusStamp stamp; /* the examples, drawn once */
  GradusEasel easel;
  GradusComparedRuns compared;
  guint description_id;
  GradusTurn *turn; /* with a session */

  GradusCaptions captions;
  GradusView view;
  gboolean log_cost, log_epochs;
  int chosen[N_PROPS];             /* by the properties that are numbers, but for the view */
  int wanted_width, wanted_height; /* as measured last */
  GradusFigurePointer pointer;
};

G_DEFINE_FINAL_TYPE (GradusFigureView, gradus_figure_view, GTK_TYPE_WIDGET)

static GParamSpec *props[N_PROPS];

void
gradus_figure_view_init_figure (GradusFigureView *self, GradusFigure *figure)
{
  g_return_if_fail (GRADUS_IS_FIGURE_VIEW (self));

  gradus_figure_init (figure, self->view, &self->captions);
  gradus_look_init_figure (GTK_WIDGET (self), figure);
  figure->log_cost = self->log_cost;
  figure->log_epochs = self->log_epochs;
  figure->first_unit = self->chosen[PROP_FIRST_UNIT];
  figure->second_unit = self->chosen[PROP_SECOND_UNIT];
  figure->paths_layer = self->chosen[PROP_PATHS_LAYER];
  figure->step_layer = self->chosen[PROP_STEP_LAYER];
  figure->only = self->chosen[PROP_ONLY];
  if (self->session == NULL)
    return;
  if (self->view == GRADUS_VIEW_COMPARE)
    gradus_compared_runs_add (&self->compared, self->session, figure);
  figure->scene = gradus_session_get_scene (self->session);
  figure->history = gradus_session_get_history (self->session);
  figure->track = gradus_session_get_track (self->session);
  figure->paths = gradus_session_get_paths (self->session);
  figure->pins = gradus_session_get_pins (self->session);
  if (gradus_session_get_trainer (self->session) != NULL)
    figure->spec = gradus_trainer_get_spec (gradus_session_get_trainer (self->session));
  if (gradus_view_row (self->view)->epochs != NULL)
    figure->landmarks = gradus_session_get_landmarks (self->session);
  /* Of several runs each has as many layers as it has. */
  figure->layer = self->chosen[PROP_LAYER];
  if (figure->scene != NULL && figure->n_runs == 0)
    figure->layer = CLAMP (figure->layer, 1, MAX (figure->scene->diagnosis->n_layers, 1));
}

static gboolean
describe_cb (gpointer data)
{
  GradusFigureView *self = data;
  GradusFigure figure;

  gradus_figure_view_init_figure (self, &figure);
  g_autofree char *sentence = gradus_figure_describe (&figure);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  sentence, -1);
  self->description_id = 0;
  return G_SOURCE_REMOVE;
}

static void
queue_update (gpointer data)
{
  GradusFigureView *self = data;

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->description_id == 0)
    self->description_id = g_timeout_add (DESCRIPTION_MS, describe_cb, self);
}

static gboolean
is_first (gpointer data)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (data));

  return root != NULL
         && (GTK_IS_APPLICATION_WINDOW (root) || gtk_window_is_active (GTK_WINDOW (root)));
}

static const GradusTurnFuncs turn_funcs = { is_first, queue_update };

/* The run has gone on: as soon as a curve may be drawn again. */
static void
advanced_cb (GradusFigureView *self)
{
  gradus_turn_ask (self->turn, CURVE, g_get_monotonic_time ());
}

static void
curves_changed_cb (GradusFigureView *self)
{
  const GradusViewRow *row = gradus_view_row (self->view);

  if (row->has_track || row->has_paths || row->has_pins)
    advanced_cb (self);
}

static void
restarted_cb (GradusFigureView *self)
{
  gradus_compared_runs_forget (&self->compared);
  /* Another network has other units: a picture of them is of another height. */
  gtk_widget_queue_resize (GTK_WIDGET (self));
  queue_update (self);
}

/* What a view needs to be read can change with what it shows: matrices of one example are narrow.
 */
static void
scene_changed_cb (GradusFigureView *self)
{
  GradusFigure figure;

  gradus_figure_view_init_figure (self, &figure);
  if (self->wanted_height > 0
      && (int) gradus_figure_natural_height (&figure, self->wanted_width) != self->wanted_height)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  gradus_turn_ask (self->turn, 0, g_get_monotonic_time ());
}

static void
gradus_figure_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GradusFigureView *self = GRADUS_FIGURE_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  int scale = gtk_widget_get_scale_factor (widget);
  gint64 start = g_get_monotonic_time ();
  const GradusTarget nothing = { .kind = GRADUS_TARGET_NONE };
  GradusFigure figure;

  if (width < 1 || height < 1)
    return;
  gradus_figure_view_init_figure (self, &figure);
  if (self->view == GRADUS_VIEW_BOUNDARY)
    figure.examples = gradus_stamp_get (&self->stamp, &figure, width, height, scale);
  gradus_compared_runs_prepare (&self->compared, &figure, width, height, scale);
  gradus_figure_snapshot (snapshot, &self->easel, &figure, width, height, scale,
                          self->session != NULL ? gradus_session_get_lit (self->session) : &nothing,
                          figure.n_runs > 1 ? gradus_session_get_place (self->session) : -1);
  if (self->turn != NULL)
    gradus_turn_note (self->turn, start, g_get_monotonic_time ());
  if (self->pointer.ground == widget)
    gradus_figure_pointer_snapshot (&self->pointer, snapshot, &figure);
}

static void
gradus_figure_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                            int *minimum, int *natural, int *minimum_baseline,
                            int *natural_baseline)
{
  GradusFigureView *self = GRADUS_FIGURE_VIEW (widget);
  GradusFigure figure;

  *minimum = 120;
  *natural = 300;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  gradus_figure_view_init_figure (self, &figure);
  int width = for_size > 0 ? for_size : *natural;
  int wanted = (int) gradus_figure_natural_height (&figure, width);
  /* Before an audience nobody scrolls: tiles that have no room are counted. */
  gboolean is_bound =
      figure.type > 1 && (self->view == GRADUS_VIEW_UNITS || self->view == GRADUS_VIEW_COMPARE);
  if (wanted > 0 && !is_bound)
    {
      *minimum = MAX ((int) gradus_figure_least_height (&figure, width), 60);
      *natural = MAX (wanted, *minimum);
    }
  if (for_size > 0)
    {
      self->wanted_width = for_size;
      self->wanted_height = wanted;
    }
}

static void
gradus_figure_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GradusFigureView *self = GRADUS_FIGURE_VIEW (widget);

  if (self->view == GRADUS_VIEW_BOUNDARY && self->session != NULL)
    gradus_session_set_resolution (self->session,
                                   MIN (width, height) * gtk_widget_get_scale_factor (widget));
}

static GtkSizeRequestMode
gradus_figure_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* What only this view shows is made, or gathered along the run, while it is on screen. */
static void
want (GradusFigureView *self, gboolean wanted)
{
  const GradusViewRow *row = gradus_view_row (self->view);

  if (self->session == NULL)
    return;
  gradus_session_want_parts (self->session, row->parts, wanted);
  if (row->has_track)
    gradus_session_want_track (self->session, wanted);
  if (row->has_paths)
    gradus_session_want_paths (self->session, wanted);
}

static void
gradus_figure_view_map (GtkWidget *widget)
{
  GradusFigureView *self = GRADUS_FIGURE_VIEW (widget);

  GTK_WIDGET_CLASS (gradus_figure_view_parent_class)->map (widget);
  want (self, TRUE);
}

static void
gradus_figure_view_unmap (GtkWidget *widget)
{
  GradusFigureView *self = GRADUS_FIGURE_VIEW (widget);

  want (self, FALSE);
  gradus_easel_clear (&self->easel);
  GTK_WIDGET_CLASS (gradus_figure_view_parent_class)->unmap (widget);
}

static void
gradus_figure_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  GradusFigureView *self = GRADUS_FIGURE_VIEW (object);

  if (id == PROP_VIEW)
    g_value_set_int (value, (int) self->view);
  else if (id == PROP_LOG_COST || id == PROP_LOG_EPOCHS)
    g_value_set_boolean (value, id == PROP_LOG_COST ? self->log_cost : self->log_epochs);
  else
    g_value_set_int (value, self->chosen[id]);
}

static void
gradus_figure_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  GradusFigureView *self = GRADUS_FIGURE_VIEW (object);

  if (id == PROP_VIEW)
    self->view = (GradusView) g_value_get_int (value);
  else if (id == PROP_LOG_COST)
    self->log_cost = g_value_get_boolean (value);
  else if (id == PROP_LOG_EPOCHS)
    self->log_epochs = g_value_get_boolean (value);
  else
    self->chosen[id] = g_value_get_int (value);
  restarted_cb (self);
}

static void
gradus_figure_view_dispose (GObject *object)
{
  GradusFigureView *self = GRADUS_FIGURE_VIEW (object);

  g_clear_handle_id (&self->description_id, g_source_remove);
  g_clear_pointer (&self->turn, gradus_turn_free);
  gradus_stamp_clear (&self->stamp);
  gradus_compared_runs_clear (&self->compared);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (gradus_figure_view_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  props[PROP_VIEW] =
      g_param_spec_int ("view", NULL, NULL, 0, GRADUS_N_VIEWS - 1, GRADUS_VIEW_BOUNDARY, flags);
  props[PROP_LOG_COST] = g_param_spec_boolean ("log-cost", NULL, NULL, TRUE, flags);
  props[PROP_LOG_EPOCHS] = g_param_spec_boolean ("log-epochs", NULL, NULL, FALSE, flags);
  props[PROP_FIRST_UNIT] = g_param_spec_int ("first-unit", NULL, NULL, 1, G_MAXINT, 1, flags);
  props[PROP_SECOND_UNIT] = g_param_spec_int ("second-unit", NULL, NULL, 1, G_MAXINT, 2, flags);
  props[PROP_PATHS_LAYER] =
      g_param_spec_int ("paths-layer", NULL, NULL, 0, GRADUS_MAX_LAYERS, 0, flags);
  props[PROP_STEP_LAYER] =
      g_param_spec_int ("step-layer", NULL, NULL, 0, GRADUS_MAX_LAYERS, 0, flags);
  props[PROP_LAYER] = g_param_spec_int ("layer", NULL, NULL, 1, GRADUS_MAX_HIDDEN_LAYERS, 1, flags);
  props[PROP_ONLY] = g_param_spec_int ("only", NULL, NULL, -1, GRADUS_MAX_COMPARED - 1, -1, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
gradus_figure_view_class_init (GradusFigureViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = gradus_figure_view_get_property;
  object_class->set_property = gradus_figure_view_set_property;
  object_class->dispose = gradus_figure_view_dispose;
  widget_class->snapshot = gradus_figure_view_snapshot;
  widget_class->map = gradus_figure_view_map;
  widget_class->unmap = gradus_figure_view_unmap;
  widget_class->measure = gradus_figure_view_measure;
  widget_class->size_allocate = gradus_figure_view_size_allocate;
  widget_class->get_request_mode = gradus_figure_view_get_request_mode;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "figure");
  install_properties (object_class);
}

static void
gradus_figure_view_init (GradusFigureView *self)
{
  self->log_cost = TRUE;
  self->chosen[PROP_LAYER] = self->chosen[PROP_FIRST_UNIT] = 1;
  self->chosen[PROP_SECOND_UNIT] = 2;
  self->chosen[PROP_ONLY] = -1;
  gradus_captions_init (&self->captions, localeconv ()->decimal_point);
  gradus_figure_pointer_init (&self->pointer, self);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

void
gradus_figure_view_set_session (GradusFigureView *self, GradusSession *session)
{
  g_return_if_fail (GRADUS_IS_FIGURE_VIEW (self));
  g_return_if_fail (GRADUS_IS_SESSION (session));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->turn = gradus_turn_new (G_OBJECT (session), &turn_funcs, self);
  gradus_figure_pointer_set_session (&self->pointer, session);
  gtk_widget_set_focusable (GTK_WIDGET (self), gradus_view_row (self->view)->epochs != NULL);
  g_signal_connect_object (session, "restarted", G_CALLBACK (restarted_cb), self,
                           G_CONNECT_SWAPPED);
  gboolean has_curve = gradus_view_row (self->view)->epochs != NULL;
  gboolean has_plane = !has_curve || self->view == GRADUS_VIEW_COMPARE;
  g_signal_connect_object (session, "scene-changed",
                           has_plane ? G_CALLBACK (scene_changed_cb) : G_CALLBACK (advanced_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "lit-changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  /* Only the curves grow with the run; the plane changes with its scene. */
  g_signal_connect_object (session, "curves-changed", G_CALLBACK (curves_changed_cb), self,
                           G_CONNECT_SWAPPED);
  if (has_curve)
    g_signal_connect_object (session, "advanced", G_CALLBACK (advanced_cb), self,
                             G_CONNECT_SWAPPED);
  restarted_cb (self);
}

void
gradus_figure_view_raise_bubble (GradusFigureView *self, GtkWidget *ground)
{
  g_return_if_fail (GRADUS_IS_FIGURE_VIEW (self));
  g_return_if_fail (GTK_IS_WIDGET (ground));

  self->pointer.ground = ground;
}

void
gradus_figure_view_snapshot_bubble (GradusFigureView *self, GtkSnapshot *snapshot)
{
  GradusFigure figure;

  g_return_if_fail (GRADUS_IS_FIGURE_VIEW (self));

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  gradus_figure_view_init_figure (self, &figure);
  gradus_figure_pointer_snapshot (&self->pointer, snapshot, &figure);
}
