/* The actions of a window that compare runs. */
#include "app/comparer.h"

#include <string.h>

#include "app/compare-dialog.h"

/* What the button compares: the three starts that the subject is about. */
#define FIELD "init-scale"
#define VALUES "0;0.01;1"

static void
compare_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  GradusSession *session = data;

  /* The state follows when the runs are there. */
  if (!g_variant_get_boolean (state))
    gradus_session_compare (session, NULL, NULL);
  else if (gradus_session_count_runs (session) < 2)
    gradus_session_compare (session, FIELD, VALUES);
}

static void
values_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *text = g_variant_get_string (parameter, NULL), *equals = strchr (text, '=');

  g_return_if_fail (equals != NULL);
  g_autofree char *field = g_strndup (text, (gsize) (equals - text));
  gradus_session_compare (GRADUS_SESSION (data), field, equals + 1);
}

static void
accepted_cb (GradusCompareDialog *dialog, GradusSession *session)
{
  gradus_session_compare (session, gradus_compare_dialog_get_field (dialog),
                          gradus_compare_dialog_get_values (dialog));
}

static void
other_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GradusSession *session = data;
  GtkWindow *window = g_object_get_data (G_OBJECT (action), "window");
  GradusCompareDialog *dialog = gradus_compare_dialog_new (
      window, gradus_knobs_get_spec (gradus_session_get_knobs (session)));

  g_signal_connect_object (dialog, "accepted", G_CALLBACK (accepted_cb), session, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
select_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gradus_session_select (GRADUS_SESSION (data), g_variant_get_int32 (parameter));
}

static void
restarted_cb (GradusSession *session, GSimpleAction *action)
{
  g_simple_action_set_state (action,
                             g_variant_new_boolean (gradus_session_count_runs (session) > 1));
}

/* A run that could not be made leaves the switch where it was. */
static void
failed_cb (GradusSession *session, const char *message, GSimpleAction *action)
{
  restarted_cb (session, action);
}

void
gradus_comparer_add_actions (GtkApplicationWindow *window, GradusSession *session)
{
  static const GActionEntry entries[] = {
    { .name = "compare", .state = "false", .change_state = compare_cb },
    { .name = "compare-values", .parameter_type = "s", .activate = values_cb },
    { .name = "compare-other", .activate = other_cb },
    { .name = "select-run", .parameter_type = "i", .activate = select_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), session);
  g_object_set_data (G_OBJECT (g_action_map_lookup_action (G_ACTION_MAP (window), "compare-other")),
                     "window", window);
  g_signal_connect_object (session, "restarted", G_CALLBACK (restarted_cb),
                           g_action_map_lookup_action (G_ACTION_MAP (window), "compare"), 0);
  g_signal_connect_object (session, "failed", G_CALLBACK (failed_cb),
                           g_action_map_lookup_action (G_ACTION_MAP (window), "compare"), 0);
}
