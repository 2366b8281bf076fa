/* What of a window is out of the way while it is shown to a room. */
#include "app/backstage.h"

void
gradus_backstage_hide (GPtrArray *hidden, GtkWidget *widget)
{
  if (!gtk_widget_get_visible (widget))
    return;
  g_ptr_array_add (hidden, g_object_ref (widget));
  gtk_widget_set_visible (widget, FALSE);
}

static gboolean
is_control (GtkWidget *widget)
{
  static const char *const classes[] = {
    "gradus-header", "gradus-timeline",       "gradus-tools",
    "gradus-corner", "gradus-inspector-head", "gradus-side-bar"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    if (gtk_widget_has_css_class (widget, classes[i]))
      return TRUE;
  return FALSE;
}

void
gradus_backstage_hide_controls (GPtrArray *hidden, GtkWidget *widget)
{
  if (is_control (widget))
    gradus_backstage_hide (hidden, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gradus_backstage_hide_controls (hidden, child);
}

void
gradus_backstage_show (GPtrArray *hidden)
{
  for (guint i = 0; i < hidden->len; i++)
    gtk_widget_set_visible (hidden->pdata[i], TRUE);
  g_ptr_array_set_size (hidden, 0);
}
