/* The actions of a window that keep cost curves. */
#include "app/pinner.h"

static void
pin_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gradus_session_pin_curves (GRADUS_SESSION (data));
}

static void
unpin_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gradus_session_unpin_curves (GRADUS_SESSION (data));
}

static void
changed_cb (GradusSession *session, GSimpleAction *unpin)
{
  gboolean has_pins = gradus_session_get_pins (session)->n > 0;

  if (g_action_get_enabled (G_ACTION (unpin)) != has_pins)
    g_simple_action_set_enabled (unpin, has_pins);
}

void
gradus_pinner_add_actions (GtkApplicationWindow *window, GradusSession *session)
{
  static const GActionEntry entries[] = {
    { .name = "pin-curve", .activate = pin_cb },
    { .name = "unpin-curves", .activate = unpin_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), session);
  GAction *unpin = g_action_map_lookup_action (G_ACTION_MAP (window), "unpin-curves");
  g_signal_connect_object (session, "curves-changed", G_CALLBACK (changed_cb), unpin, 0);
  changed_cb (session, G_SIMPLE_ACTION (unpin));
}
