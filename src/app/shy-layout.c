/* Lays widgets out in a row; those that have no room stand back, the first ones first. */
#include "app/shy-layout.h"

#define GAP 6 /* between widgets */

struct _GradusShyLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (GradusShyLayout, gradus_shy_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
measure_width (GtkWidget *child)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return natural;
}

static void
gradus_shy_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation,
                           int for_size, int *minimum, int *natural, int *minimum_baseline,
                           int *natural_baseline)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least, wanted;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation, -1, &least, &wanted, NULL, NULL);
      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        *natural += (*natural > 0 ? GAP : 0) + wanted;
      else
        {
          *minimum = MAX (*minimum, least);
          *natural = MAX (*natural, wanted);
        }
    }
}

/* From the end on: after one that has no room none has. */
static void
gradus_shy_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height,
                            int baseline)
{
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL, has_room = TRUE;
  int end = width;

  for (GtkWidget *child = gtk_widget_get_last_child (widget); child != NULL;
       child = gtk_widget_get_prev_sibling (child))
    {
      if (!gtk_widget_should_layout (child))
        continue;
      int wanted = measure_width (child), x = end - wanted;
      has_room = has_room && x >= 0;
      gtk_widget_set_child_visible (child, has_room);
      if (!has_room)
        continue;
      GtkAllocation place = { is_rtl ? width - end : x, 0, wanted, height };
      gtk_widget_size_allocate (child, &place, baseline);
      end = x - GAP;
    }
}

static void
gradus_shy_layout_class_init (GradusShyLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = gradus_shy_layout_measure;
  layout_class->allocate = gradus_shy_layout_allocate;
}

static void
gradus_shy_layout_init (GradusShyLayout *self)
{
}
