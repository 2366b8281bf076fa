/* A row of widgets that goes on in another row where there is too little room. */
#include "app/wrap-box.h"

#define GAP 6 /* between widgets, both ways */

struct _GradusWrapBox
{
  GtkWidget parent_instance;
};

static void gradus_wrap_box_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GradusWrapBox, gradus_wrap_box, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      gradus_wrap_box_buildable_init))

static GtkBuildableIface *parent_buildable;

/* The child's natural size, as wide as a row at most; long words go on in lines of their own. */
static GtkRequisition
measure_child (GtkWidget *child, int room)
{
  GtkRequisition size;
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &size.width, NULL, NULL);
  size.width = MAX (minimum, MIN (size.width, room));
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, size.width, NULL, &size.height, NULL, NULL);
  return size;
}

/* The first visible child of the row after this one, which begins with first, and the row's size:
 * as many as fit, at least one. */
static GtkWidget *
measure_row (GtkWidget *first, int room, int *width, int *height)
{
  GtkWidget *child;

  *width = *height = 0;
  for (child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (!gtk_widget_should_layout (child))
        continue;
      GtkRequisition natural = measure_child (child, room);
      if (*width > 0 && *width + GAP + natural.width > room)
        break;
      *width += (*width > 0 ? GAP : 0) + natural.width;
      *height = MAX (*height, natural.height);
    }
  return child;
}

static int
measure_height (GtkWidget *widget, int room)
{
  int total = 0, width, height;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;)
    {
      child = measure_row (child, room, &width, &height);
      total += height > 0 ? height + (total > 0 ? GAP : 0) : 0;
    }
  return total;
}

static void
gradus_wrap_box_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                         int *natural, int *minimum_baseline, int *natural_baseline)
{
  int width = 0, height;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = measure_height (widget, for_size < 0 ? G_MAXINT / 2 : for_size);
      return;
    }
  *minimum = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least;
      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      *minimum = MAX (*minimum, least);
    }
  measure_row (gtk_widget_get_first_child (widget), G_MAXINT / 2, &width, &height);
  *natural = MAX (*minimum, width);
}

static void
gradus_wrap_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int y = 0, row_width, row_height;

  for (GtkWidget *child = gtk_widget_get_first_child (widget), *next; child != NULL; child = next)
    {
      int x = 0;
      next = measure_row (child, width, &row_width, &row_height);
      for (; child != next; child = gtk_widget_get_next_sibling (child))
        {
          if (!gtk_widget_should_layout (child))
            continue;
          int w = measure_child (child, width).width;
          gtk_widget_size_allocate (
              child, &(GtkAllocation){ is_rtl ? width - x - w : x, y, w, row_height }, -1);
          x += w + GAP;
        }
      y += row_height > 0 ? row_height + GAP : 0;
    }
}

static GtkSizeRequestMode
gradus_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
gradus_wrap_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (gradus_wrap_box_parent_class)->dispose (object);
}

static void
gradus_wrap_box_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child,
                           const char *type)
{
  if (GTK_IS_WIDGET (child))
    gtk_widget_set_parent (GTK_WIDGET (child), GTK_WIDGET (buildable));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
gradus_wrap_box_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = gradus_wrap_box_add_child;
}

static void
gradus_wrap_box_class_init (GradusWrapBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gradus_wrap_box_dispose;
  widget_class->measure = gradus_wrap_box_measure;
  widget_class->size_allocate = gradus_wrap_box_size_allocate;
  widget_class->get_request_mode = gradus_wrap_box_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "wrap-box");
}

static void
gradus_wrap_box_init (GradusWrapBox *self)
{
}
