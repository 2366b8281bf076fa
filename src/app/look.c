/* How the figures of a window look: dark or light, how large their letters are. */
#include "app/look.h"

#include "app/figure-view.h"

#define KEY "gradus-type"

/* Every figure below the widget needs another height, and another picture. */
static void
renew_figures (GtkWidget *widget)
{
  if (GRADUS_IS_FIGURE_VIEW (widget))
    {
      gtk_widget_queue_resize (widget);
      gtk_widget_queue_draw (widget);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    renew_figures (child);
}

void
gradus_look_set_type (GtkWindow *window, double type)
{
  double *kept = g_new (double, 1);

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (type > 0);

  *kept = type;
  g_object_set_data_full (G_OBJECT (window), KEY, kept, g_free);
  renew_figures (GTK_WIDGET (window));
}

double
gradus_look_find_type (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  const double *kept = root != NULL ? g_object_get_data (G_OBJECT (root), KEY) : NULL;

  return kept != NULL ? *kept : 1;
}

/* Whatever made it dark, theme or desktop: light letters mean a dark ground. */
static gboolean
is_dark (GtkWidget *widget)
{
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  return 0.299f * color.red + 0.587f * color.green + 0.114f * color.blue > 0.5f;
}

void
gradus_look_init_figure (GtkWidget *widget, GradusFigure *figure)
{
  figure->theme = is_dark (widget) ? GRADUS_THEME_DARK : GRADUS_THEME_LIGHT;
  figure->density = gtk_widget_get_scale_factor (widget);
  figure->type = gradus_look_find_type (widget);
}
