/* The keys that train, in every window that shows a run. */
#include "app/training-keys.h"

void
gradus_training_keys_add (GtkWidget *window)
{
  static const struct
  {
    const char *trigger;
    const char *action;
  } rows[] = {
    { "space", "action(win.train)" },
    { "n", "action(win.step)" },
    { "Right", "action(win.step)" },
    { "r", "action(win.reset)" },
    { "comma", "action(win.play-back)" },
    { "period", "action(win.play-forward)" },
    { "p", "action(win.pin-curve)" },
    { "<Shift>p", "action(win.unpin-curves)" },
    { "<Shift>Left", "action(win.previous-landmark)" },
    { "<Shift>Right", "action(win.next-landmark)" },
  };
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_BUBBLE);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (keys),
        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (rows[i].trigger),
                          gtk_shortcut_action_parse_string (rows[i].action)));
  for (int i = 0; i < 4; i++) /* of the runs that are compared */
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_1 + (guint) i, 0),
                                                gtk_named_action_new ("win.select-run"));
      gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (i));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
    }
  gtk_widget_add_controller (window, keys);
}
