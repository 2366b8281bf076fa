/* The three plots, side by side where there is room, closer together where there is little. */
#include "app/plots.h"

#include "app/chips.h"
#include "app/figure-view.h"
#include "app/layer-choice.h"
#include "app/look.h"

#define GAP 10
#define WIDE 660        /* from this width on the boundary has a column of its own */
#define UNITS_WIDTH 480 /* room for two tiles side by side */
#define LEAST_SIDE 150
#define COST_WIDTH 208  /* room for the curve with its numbers, below the axes' buttons */
#define COST_HEIGHT 145 /* the same */
#define POINTED_MS 1500 /* how long a plot that is pointed at stands out */

struct _GradusPlots
{
  GtkWidget parent_instance;

  GradusSession *session;

  GtkWidget *boundary_card;
  GtkWidget *cost_card;
  GtkWidget *units_card;
  GtkWidget *chips;
  GradusFigureView *boundary;
  GradusFigureView *cost;
  GradusFigureView *units;
  GtkWidget *axes; /* what may be logarithmic */
  GradusLayerChoice *layers;

  int layer;
  int only;           /* the plot that has the room of all; -1: none */
  gboolean is_bare;   /* no numbers below */
  GtkWidget *pointed; /* a card, or NULL */
  guint pointed_id;
};

G_DEFINE_FINAL_TYPE (GradusPlots, gradus_plots, GTK_TYPE_WIDGET)

enum
{
  PROP_LAYER = 1,
  PROP_ONLY,
  PROP_BARE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
set_layer (GradusPlots *self, int layer)
{
  if (self->layer == layer)
    return;
  self->layer = layer;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LAYER]);
}

static void
place (GtkWidget *child, int x, int y, int width, int height)
{
  GtkAllocation allocation = { x, y, width, height };
  gtk_widget_size_allocate (child, &allocation, -1);
}

static int
measure_height (GtkWidget *widget, int width)
{
  int least, natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &least, &natural, NULL, NULL);
  return MAX (least, natural);
}

/* What the numbers need below a plot, the gap included. */
static int
measure_numbers (GradusPlots *self, int width)
{
  return self->is_bare ? 0 : GAP + measure_height (self->chips, width);
}

static void
place_numbers (GradusPlots *self, int width, int height, int numbers)
{
  if (!self->is_bare)
    place (self->chips, 0, height - numbers + GAP, width, numbers - GAP);
}

/* How wide the boundary is where it has a column of its own, with its numbers below it; 0 where
 * that column would be much taller than the boundary, which is nearly square. */
static int
measure_column (GradusPlots *self, int width, int height)
{
  double type = gradus_look_find_type (GTK_WIDGET (self));
  int widest = MAX (width - GAP - (int) (UNITS_WIDTH * type), (width - GAP) / 2);
  int tallest = height - measure_numbers (self, widest);

  /* Before an audience a plane that is small is worse than one that is not centred. */
  double least = self->is_bare ? 0.7 : 1;
  if (width < WIDE * type * least || widest * 100 < tallest * 78 * least)
    return 0;
  return MIN (widest, tallest);
}

/* Whether the numbers go below the boundary alone, and leave it nearly square. */
static gboolean
has_room_for_numbers (GradusPlots *self, int left, int height)
{
  int least;

  gtk_widget_measure (self->chips, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return self->is_bare
         || (least <= left && (height - measure_numbers (self, left)) * 100 >= left * 78);
}

/* Logistic regression has none, and one line says so. */
static gboolean
has_units (GradusPlots *self)
{
  const GradusTrainer *trainer = gradus_session_get_trainer (self->session);

  return trainer == NULL || gradus_trainer_get_spec (trainer)->hidden.n > 0;
}

/* The boundary in the left column, the curve and the units in the right one; the numbers below the
 * boundary, or below all. */
static void
place_wide (GradusPlots *self, int left, int width, int height)
{
  gboolean is_below_left = has_room_for_numbers (self, left, height);
  int numbers = measure_numbers (self, is_below_left ? left : width);
  int right = width - GAP - left, room = is_below_left ? height : height - numbers;
  /* Units that all fit leave the rest to the curve; many of them scroll. */
  int units = measure_height (GTK_WIDGET (self->units), right);
  int top = CLAMP (room - GAP - units, (room - GAP) * 40 / 100,
                   (room - GAP) * (has_units (self) ? 46 : 90) / 100);

  top = MAX (top, MIN (COST_HEIGHT, (room - GAP) / 2));
  place (self->boundary_card, 0, 0, left, height - numbers);
  place_numbers (self, is_below_left ? left : width, height, numbers);
  place (self->cost_card, left + GAP, 0, right, top);
  place (self->units_card, left + GAP, top + GAP, right, room - GAP - top);
}

/* Boundary and curve side by side, the units in a row of their own, the numbers at the bottom. */
static void
place_narrow (GradusPlots *self, int width, int height)
{
  int numbers = measure_numbers (self, width);
  int least = (int) (COST_WIDTH * gradus_look_find_type (GTK_WIDGET (self)));
  int room = height - numbers - GAP;
  int units = measure_height (GTK_WIDGET (self->units), width);
  int least_units = has_units (self) ? room * 30 / 100 : MIN (units, room * 30 / 100);
  int top = MIN (room - CLAMP (units, least_units, room * 42 / 100), (width - GAP) * 60 / 100);
  int left = MIN (MAX (top, (width - GAP) * 45 / 100), width - GAP - least);

  place (self->boundary_card, 0, 0, left, top);
  place (self->cost_card, left + GAP, 0, width - GAP - left, top);
  place (self->units_card, 0, top + GAP, width, room - top);
  place_numbers (self, width, height, numbers);
}

static void
gradus_plots_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GradusPlots *self = GRADUS_PLOTS (widget);
  GtkWidget *cards[] = { self->boundary_card, self->cost_card, self->units_card };
  int left = measure_column (self, width, height);

  if (self->only >= 0)
    place (cards[self->only], 0, 0, width, height);
  else if (left > 0)
    place_wide (self, left, width, height);
  else
    place_narrow (self, width, height);
}

static void
gradus_plots_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                      int *natural, int *minimum_baseline, int *natural_baseline)
{
  GradusPlots *self = GRADUS_PLOTS (widget);
  GtkWidget *cards[] = { self->boundary_card, self->cost_card, self->units_card };
  int side = LEAST_SIDE;

  for (gsize i = 0; i < G_N_ELEMENTS (cards); i++)
    {
      int least;

      gtk_widget_measure (cards[i], orientation, -1, &least, NULL, NULL, NULL);
      side = MAX (side, least);
    }
  *minimum = 2 * side + GAP;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum += measure_numbers (self, MAX (for_size, *minimum));
  *natural = MAX (*minimum, 600);
}

static void
gradus_plots_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GradusPlots *self = GRADUS_PLOTS (widget);

  GTK_WIDGET_CLASS (gradus_plots_parent_class)->snapshot (widget, snapshot);
  gradus_figure_view_snapshot_bubble (self->boundary, snapshot);
  gradus_figure_view_snapshot_bubble (self->cost, snapshot);
  gradus_figure_view_snapshot_bubble (self->units, snapshot);
}

static GtkSizeRequestMode
gradus_plots_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
gradus_plots_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  GradusPlots *self = GRADUS_PLOTS (object);

  if (id == PROP_BARE)
    g_value_set_boolean (value, self->is_bare);
  else
    g_value_set_int (value, id == PROP_ONLY ? self->only : self->layer);
}

static void
show_parts (GradusPlots *self)
{
  GtkWidget *cards[] = { self->boundary_card, self->cost_card, self->units_card };

  for (int i = 0; i < (int) G_N_ELEMENTS (cards); i++)
    gtk_widget_set_visible (cards[i], self->only < 0 || self->only == i);
  gtk_widget_set_visible (self->chips, !self->is_bare && self->only < 0);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
gradus_plots_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  GradusPlots *self = GRADUS_PLOTS (object);

  if (id == PROP_LAYER)
    set_layer (self, g_value_get_int (value));
  else if (id == PROP_ONLY)
    self->only = g_value_get_int (value);
  else
    self->is_bare = g_value_get_boolean (value);
  if (id != PROP_LAYER)
    show_parts (self);
}

static void
gradus_plots_dispose (GObject *object)
{
  GradusPlots *self = GRADUS_PLOTS (object);

  g_clear_handle_id (&self->pointed_id, g_source_remove);
  g_clear_object (&self->session);
  g_clear_pointer (&self->boundary_card, gtk_widget_unparent);
  g_clear_pointer (&self->cost_card, gtk_widget_unparent);
  g_clear_pointer (&self->units_card, gtk_widget_unparent);
  g_clear_pointer (&self->chips, gtk_widget_unparent);
  G_OBJECT_CLASS (gradus_plots_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gradus/Gradus/ui/plots.ui");
  gtk_widget_class_bind_template_child (widget_class, GradusPlots, boundary_card);
  gtk_widget_class_bind_template_child (widget_class, GradusPlots, cost_card);
  gtk_widget_class_bind_template_child (widget_class, GradusPlots, units_card);
  gtk_widget_class_bind_template_child (widget_class, GradusPlots, chips);
  gtk_widget_class_bind_template_child (widget_class, GradusPlots, boundary);
  gtk_widget_class_bind_template_child (widget_class, GradusPlots, cost);
  gtk_widget_class_bind_template_child (widget_class, GradusPlots, units);
  gtk_widget_class_bind_template_child (widget_class, GradusPlots, axes);
  gtk_widget_class_bind_template_child (widget_class, GradusPlots, layers);
}

static void
gradus_plots_class_init (GradusPlotsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = gradus_plots_get_property;
  object_class->set_property = gradus_plots_set_property;
  object_class->dispose = gradus_plots_dispose;
  widget_class->measure = gradus_plots_measure;
  widget_class->size_allocate = gradus_plots_size_allocate;
  widget_class->snapshot = gradus_plots_snapshot;
  widget_class->get_request_mode = gradus_plots_get_request_mode;
  props[PROP_LAYER] =
      g_param_spec_int ("layer", NULL, NULL, 1, GRADUS_MAX_HIDDEN_LAYERS, 1,
                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_ONLY] = g_param_spec_int ("only", NULL, NULL, -1, GRADUS_VIEW_UNITS, -1,
                                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_BARE] =
      g_param_spec_boolean ("bare", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (GRADUS_TYPE_CHIPS);
  g_type_ensure (GRADUS_TYPE_FIGURE_VIEW);
  g_type_ensure (GRADUS_TYPE_LAYER_CHOICE);
  gtk_widget_class_set_css_name (widget_class, "plots");
  bind_template (widget_class);
}

static void
gradus_plots_init (GradusPlots *self)
{
  self->layer = 1;
  self->only = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  /* A figure's title is at its left whichever way the language is read. */
  gtk_widget_set_direction (self->axes, GTK_TEXT_DIR_LTR);
  gtk_widget_set_direction (GTK_WIDGET (self->layers), GTK_TEXT_DIR_LTR);
  gradus_figure_view_raise_bubble (self->boundary, GTK_WIDGET (self));
  gradus_figure_view_raise_bubble (self->cost, GTK_WIDGET (self));
  gradus_figure_view_raise_bubble (self->units, GTK_WIDGET (self));
  g_object_bind_property (self, "layer", self->units, "layer", G_BINDING_SYNC_CREATE);
}

void
gradus_plots_set_session (GradusPlots *self, GradusSession *session)
{
  g_return_if_fail (GRADUS_IS_PLOTS (self));
  g_return_if_fail (GRADUS_IS_SESSION (session));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  gradus_figure_view_set_session (self->boundary, session);
  gradus_figure_view_set_session (self->cost, session);
  gradus_figure_view_set_session (self->units, session);
  gradus_chips_set_session (GRADUS_CHIPS (self->chips), session);
  gradus_layer_choice_set_session (self->layers, session);
}

static gboolean
point_no_more_cb (gpointer data)
{
  GradusPlots *self = data;

  gtk_widget_remove_css_class (self->pointed, "gradus-pointed");
  self->pointed_id = 0;
  return G_SOURCE_REMOVE;
}

gboolean
gradus_plots_point_at (GradusPlots *self, GradusView view)
{
  GtkWidget *cards[] = { self->boundary_card, self->cost_card, self->units_card };

  g_return_val_if_fail (GRADUS_IS_PLOTS (self), FALSE);

  if ((int) view < 0 || view >= G_N_ELEMENTS (cards))
    return FALSE;
  if (self->pointed_id != 0)
    {
      g_clear_handle_id (&self->pointed_id, g_source_remove);
      gtk_widget_remove_css_class (self->pointed, "gradus-pointed");
    }
  self->pointed = cards[view];
  gtk_widget_add_css_class (self->pointed, "gradus-pointed");
  self->pointed_id = g_timeout_add (POINTED_MS, point_no_more_cb, self);
  return TRUE;
}

void
gradus_plots_init_figure (GradusPlots *self, GradusView view, GradusFigure *figure)
{
  GradusFigure units;

  g_return_if_fail (GRADUS_IS_PLOTS (self));

  /* The axes are the cost plot's, the layer that of the units: any view may need both. */
  gradus_figure_view_init_figure (self->units, &units);
  gradus_figure_view_init_figure (self->cost, figure);
  figure->view = view;
  figure->layer = units.layer;
}
