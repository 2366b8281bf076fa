/* Shows the window of a sweep, the same one as long as it is open. */
#include "app/sweep-opener.h"

#include "app/sweep-window.h"

/* Of one window; lives with its action. */
typedef struct
{
  GtkWindow *window;
  GradusSession *session;
  GtkWindow *sweep_window; /* weak */
  char *seen;              /* the sweep of the experiment that was on screen last */
} Opener;

static void
opener_free (gpointer data)
{
  Opener *self = data;

  g_clear_weak_pointer (&self->sweep_window);
  g_free (self->seen);
  g_free (self);
}

static void
show (Opener *self)
{
  const GradusSpec *spec = gradus_knobs_get_spec (gradus_session_get_knobs (self->session));

  if (self->sweep_window == NULL)
    g_set_weak_pointer (&self->sweep_window,
                        GTK_WINDOW (gradus_sweep_window_new (self->window, self->session)));
  else if (*spec->across != '\0')
    gradus_sweep_window_take (GRADUS_SWEEP_WINDOW (self->sweep_window), spec);
  gtk_window_present (self->sweep_window);
}

static void
sweep_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  show (g_object_get_data (G_OBJECT (action), "opener"));
}

/* An experiment with another sweep than the one before has come. */
static void
restarted_cb (GradusSession *session, GSimpleAction *action)
{
  Opener *self = g_object_get_data (G_OBJECT (action), "opener");
  const GradusSpec *spec = gradus_knobs_get_spec (gradus_session_get_knobs (session));
  g_autofree char *seen =
      *spec->across == '\0'
          ? NULL
          : g_strjoin ("\n", spec->vary, spec->values, spec->across, spec->across_values, NULL);
  gboolean is_new = seen != NULL && g_strcmp0 (seen, self->seen) != 0;

  g_free (self->seen);
  self->seen = g_steal_pointer (&seen);
  if (is_new)
    show (self);
}

void
gradus_sweep_opener_add_action (GtkApplicationWindow *window, GradusSession *session)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new ("sweep", NULL);
  Opener *self = g_new0 (Opener, 1);

  self->window = GTK_WINDOW (window);
  self->session = session;
  g_object_set_data_full (G_OBJECT (action), "opener", self, opener_free);
  g_signal_connect (action, "activate", G_CALLBACK (sweep_cb), NULL);
  g_action_map_add_action (G_ACTION_MAP (window), G_ACTION (action));
  g_signal_connect_object (session, "restarted", G_CALLBACK (restarted_cb), action, 0);
}
