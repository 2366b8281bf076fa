/* The actions of a window that open and save files. */
#include "app/filer.h"

#include <glib/gi18n-lib.h>

#include "app/chooser.h"

struct _GradusFiler
{
  GtkWindow *window;
  GradusSession *session;
  GradusMessageBar *message_bar;
  char *experiment; /* path of the experiment that was opened or saved last, or NULL */
};

/* Files that go elsewhere than into the session. */
static const struct
{
  const char *suffix, *action;
} others[] = {
  { ".lesson", "win.open-lesson" },
  { ".table", "win.open-published" },
};

static void
open_path (GradusFiler *self, const char *path)
{
  gradus_message_bar_dismiss (self->message_bar);
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_str_has_suffix (path, others[i].suffix))
      {
        gtk_widget_activate_action (GTK_WIDGET (self->window), others[i].action, "^ay", path);
        return;
      }
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.end-lesson", NULL);
  if (g_str_has_suffix (path, ".gradus"))
    {
      g_free (self->experiment);
      self->experiment = g_strdup (path);
    }
  gradus_session_open (self->session, path);
}

static void
open_chosen_cb (GtkWindow *window, const char *path, gpointer data)
{
  open_path (data, path);
}

static void
save_chosen_cb (GtkWindow *window, const char *path, gpointer data)
{
  GradusFiler *self = data;
  g_autoptr (GError) error = NULL;

  if (!gradus_session_save (self->session, path, &error))
    {
      gradus_message_bar_show (self->message_bar, error->message);
      return;
    }
  gradus_message_bar_dismiss (self->message_bar);
  g_free (self->experiment);
  self->experiment = g_strdup (path);
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GradusFiler *self = data;

  gradus_chooser_open (self->window, open_chosen_cb, self);
}

static void
save_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GradusFiler *self = data;
  g_autofree char *name = self->experiment != NULL ? g_filename_display_basename (self->experiment)
                                                   : g_strdup (_ ("experiment.gradus"));

  gradus_chooser_save (self->window, _ ("Save the Experiment"), name, save_chosen_cb, self, NULL);
}

GradusFiler *
gradus_filer_new (GtkApplicationWindow *window, GradusSession *session,
                  GradusMessageBar *message_bar)
{
  static const GActionEntry entries[] = {
    { .name = "open", .activate = open_cb },
    { .name = "save", .activate = save_cb },
  };
  GradusFiler *self = g_new0 (GradusFiler, 1);

  self->window = GTK_WINDOW (window);
  self->session = session;
  self->message_bar = message_bar;
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), self);
  return self;
}

void
gradus_filer_free (GradusFiler *self)
{
  g_free (self->experiment);
  g_free (self);
}

void
gradus_filer_open (GradusFiler *self, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL)
    {
      g_autofree char *name = g_file_get_parse_name (file);
      g_autofree char *message = g_strdup_printf (
          _ ("%s: this is not on a disk of this computer; copy it there and open the copy"), name);

      gradus_message_bar_show (self->message_bar, message);
      return;
    }
  open_path (self, path);
}
