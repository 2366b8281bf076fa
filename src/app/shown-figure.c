/* Finds the figure on screen that shows a view, to export it as it is seen. */
#include "app/shown-figure.h"

/* Depth first; only what is mapped counts, or anything. */
static GradusFigureView *
search (GtkWidget *widget, GradusView view, gboolean mapped)
{
  GradusFigureView *found = NULL;

  if (mapped && !gtk_widget_get_mapped (widget))
    return NULL;
  if (GRADUS_IS_FIGURE_VIEW (widget))
    {
      int shown;

      g_object_get (widget, "view", &shown, NULL);
      return shown == (int) view ? GRADUS_FIGURE_VIEW (widget) : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = search (child, view, mapped);
  return found;
}

GradusFigureView *
gradus_shown_figure_find (GtkWindow *window, GradusView view)
{
  g_return_val_if_fail (GTK_IS_WINDOW (window), NULL);
  GradusFigureView *found = search (GTK_WIDGET (window), view, TRUE);
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *item = windows; item != NULL && found == NULL; item = item->next)
    if (gtk_window_get_transient_for (item->data) == window)
      found = search (item->data, view, TRUE);
  return found != NULL ? found : search (GTK_WIDGET (window), view, FALSE);
}
