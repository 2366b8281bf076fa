/* A divider between two widgets that is only there while both are. */
#include "app/divider.h"

static void
visible_cb (GtkPaned *paned)
{
  gboolean is_there = gtk_widget_get_visible (gtk_paned_get_start_child (paned))
                      && gtk_widget_get_visible (gtk_paned_get_end_child (paned));
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (paned));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      if (GTK_IS_GESTURE_DRAG (controller))
        gtk_event_controller_set_propagation_phase (controller,
                                                    is_there ? GTK_PHASE_CAPTURE : GTK_PHASE_NONE);
    }
}

void
gradus_divider_mend (GtkPaned *paned)
{
  g_signal_connect_object (gtk_paned_get_start_child (paned), "notify::visible",
                           G_CALLBACK (visible_cb), paned, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_paned_get_end_child (paned), "notify::visible",
                           G_CALLBACK (visible_cb), paned, G_CONNECT_SWAPPED);
  visible_cb (paned);
}
