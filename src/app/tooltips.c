/* Takes tooltips down before GTK 4.8 mistakes a window for one. */
#include "app/tooltips.h"

#include <gtk/gtk.h>

static gboolean
hide_cb (GtkWidget *window, GdkFrameClock *clock, gpointer data)
{
  for (GtkWidget *child = gtk_widget_get_first_child (window); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_str_equal (gtk_widget_get_css_name (child), "tooltip"))
      gtk_widget_set_visible (child, FALSE);
  return G_SOURCE_REMOVE;
}

/* In the frame that lays it out, just before: until then a tooltip may yet come up. */
static void
state_cb (GtkWidget *window)
{
  gtk_widget_add_tick_callback (window, hide_cb, NULL, NULL);
}

static void
realize_cb (GtkWidget *window)
{
  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (window)), "notify::state",
                           G_CALLBACK (state_cb), window, G_CONNECT_SWAPPED);
}

static void
windows_changed_cb (GListModel *windows, guint position, guint n_removed, guint n_added)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      g_signal_connect (window, "realize", G_CALLBACK (realize_cb), NULL);
    }
}

void
gradus_tooltips_mend (void)
{
  g_signal_connect (gtk_window_get_toplevels (), "items-changed", G_CALLBACK (windows_changed_cb),
                    NULL);
}
