/* The comparison with buttons in the upper right corner of its cost plot, wherever that stands. */
#include "app/cost-corner.h"

#include "app/figure-view.h"
#include "plot/compare-layout.h"

/* Beside the buttons there is the title. */
#define TITLE 150
#define LEAST_HEIGHT 100

struct _GradusCostCorner
{
  GtkWidget parent_instance;

  GtkWidget *figure;
  GtkWidget *corner;
};

G_DEFINE_FINAL_TYPE (GradusCostCorner, gradus_cost_corner, GTK_TYPE_WIDGET)

enum
{
  PROP_FIGURE = 1,
  PROP_CORNER,
  N_PROPS
};

static void
gradus_cost_corner_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                            int *minimum, int *natural, int *minimum_baseline,
                            int *natural_baseline)
{
  gtk_widget_measure (GRADUS_COST_CORNER (widget)->figure, orientation, for_size, minimum, natural,
                      NULL, NULL);
}

static void
gradus_cost_corner_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GradusCostCorner *self = GRADUS_COST_CORNER (widget);
  GradusCompareLayout layout;
  GradusFigure figure;
  GtkAllocation whole = { 0, 0, width, height };
  int least_width, least_height, wide, high;

  gtk_widget_size_allocate (self->figure, &whole, -1);
  gradus_figure_view_init_figure (GRADUS_FIGURE_VIEW (self->figure), &figure);
  gradus_compare_layout_init (&layout, &figure, width, height);
  gtk_widget_measure (self->corner, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, &wide, NULL,
                      NULL);
  gtk_widget_measure (self->corner, GTK_ORIENTATION_VERTICAL, -1, &least_height, &high, NULL, NULL);
  GtkAllocation place = { (int) (layout.cost.x + layout.cost.width) - wide, (int) layout.cost.y,
                          wide, high };
  gboolean has_room =
      figure.type == 1 && layout.cost.width >= TITLE + wide && layout.cost.height >= LEAST_HEIGHT;
  gtk_widget_set_child_visible (self->corner, has_room);
  if (has_room)
    gtk_widget_size_allocate (self->corner, &place, -1);
}

static void
gradus_cost_corner_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GTK_WIDGET_CLASS (gradus_cost_corner_parent_class)->snapshot (widget, snapshot);
  gradus_figure_view_snapshot_bubble (GRADUS_FIGURE_VIEW (GRADUS_COST_CORNER (widget)->figure),
                                      snapshot);
}

static GtkSizeRequestMode
gradus_cost_corner_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static GtkWidget **
get_place (GradusCostCorner *self, guint id)
{
  return id == PROP_FIGURE ? &self->figure : &self->corner;
}

static void
gradus_cost_corner_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, *get_place (GRADUS_COST_CORNER (object), id));
}

static void
gradus_cost_corner_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  GradusCostCorner *self = GRADUS_COST_CORNER (object);
  GtkWidget **place = get_place (self, id);

  *place = g_value_get_object (value);
  /* The corner is drawn over the figure, and is reached after it by keys. */
  if (*place != NULL && id == PROP_FIGURE)
    {
      gtk_widget_insert_after (*place, GTK_WIDGET (self), NULL);
      gradus_figure_view_raise_bubble (GRADUS_FIGURE_VIEW (*place), GTK_WIDGET (self));
    }
  else if (*place != NULL)
    gtk_widget_insert_before (*place, GTK_WIDGET (self), NULL);
}

static void
gradus_cost_corner_dispose (GObject *object)
{
  GradusCostCorner *self = GRADUS_COST_CORNER (object);

  g_clear_pointer (&self->figure, gtk_widget_unparent);
  g_clear_pointer (&self->corner, gtk_widget_unparent);
  G_OBJECT_CLASS (gradus_cost_corner_parent_class)->dispose (object);
}

static void
gradus_cost_corner_class_init (GradusCostCornerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = gradus_cost_corner_get_property;
  object_class->set_property = gradus_cost_corner_set_property;
  object_class->dispose = gradus_cost_corner_dispose;
  widget_class->measure = gradus_cost_corner_measure;
  widget_class->size_allocate = gradus_cost_corner_size_allocate;
  widget_class->snapshot = gradus_cost_corner_snapshot;
  widget_class->get_request_mode = gradus_cost_corner_get_request_mode;
  g_object_class_install_property (
      object_class, PROP_FIGURE,
      g_param_spec_object ("figure", NULL, NULL, GRADUS_TYPE_FIGURE_VIEW, flags));
  g_object_class_install_property (
      object_class, PROP_CORNER,
      g_param_spec_object ("corner", NULL, NULL, GTK_TYPE_WIDGET, flags));
}

static void
gradus_cost_corner_init (GradusCostCorner *self)
{
  /* A figure's title is at its left whichever way the language is read. */
  gtk_widget_set_direction (GTK_WIDGET (self), GTK_TEXT_DIR_LTR);
}
