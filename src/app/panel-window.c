/* A window for one panel of the inspector, with the keys of the window it came from. */
#include "app/panel-window.h"

#include "app/training-keys.h"

#define WIDTH 720
#define HEIGHT 520

void
gradus_panel_window_present (GtkWindow *parent, GtkWidget *panel, const char *title)
{
  GtkWidget *window = gtk_window_new ();

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (GTK_IS_WIDGET (panel));

  gtk_window_set_title (GTK_WINDOW (window), title);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  gtk_widget_add_css_class (window, "gradus-panel-window");
  gtk_window_set_child (GTK_WINDOW (window), panel);
  gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (parent));
  gradus_training_keys_add (window);
  gtk_window_present (GTK_WINDOW (window));
}
