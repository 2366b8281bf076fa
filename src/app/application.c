/* The program: its windows, the files it is given, and what all windows share. */
#include "app/application.h"

#include <glib/gi18n-lib.h>

#include "app/appearance.h"
#include "app/help.h"
#include "app/tooltips.h"
#include "app/window.h"

struct _GradusApplication
{
  GtkApplication parent_instance;

  GradusAppearance *appearance;
};

G_DEFINE_FINAL_TYPE (GradusApplication, gradus_application, GTK_TYPE_APPLICATION)

static void
new_window_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_present (GTK_WINDOW (gradus_window_new (GTK_APPLICATION (data))));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_show_about_dialog (gtk_application_get_active_window (GTK_APPLICATION (data)), "program-name",
                         "Gradus", "version", GRADUS_VERSION, "logo-icon-name", GRADUS_APP_ID,
                         "comments", _ ("Watch a small neural network learn, step by step"),
                         "license-type", GTK_LICENSE_GPL_3_0, NULL);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (data)));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_destroy (l->data);
  g_application_quit (G_APPLICATION (data));
}

static void
shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource ("/org/gradus/Gradus/ui/shortcuts.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (window, gtk_application_get_active_window (GTK_APPLICATION (data)));
  gtk_window_present (window);
}

static void
help_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (data));

  gtk_window_present (GTK_WINDOW (gradus_help_new (parent)));
}

static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/org/gradus/Gradus/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
set_accelerators (GtkApplication *application)
{
  static const struct
  {
    const char *action;
    const char *accelerators[3];
  } rows[] = {
    { "win.open", { "<Control>o" } },
    { "win.save", { "<Control>s" } },
    { "win.export", { "<Control>e" } },
    { "win.lessons", { "<Control>l" } },
    { "win.side-bar", { "F9" } },
    { "win.go-to-epoch", { "<Control>g" } },
    { "win.inspector", { "<Control>i" } },
    { "win.presenter", { "F11" } },
    { "window.close", { "<Control>w" } },
    { "app.help", { "F1" } },
    { "app.shortcuts", { "<Control>question", "<Control><Shift>question" } },
    { "app.new-window", { "<Control>n" } },
    { "app.quit", { "<Control>q" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    gtk_application_set_accels_for_action (application, rows[i].action, rows[i].accelerators);
}

static void
gradus_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { .name = "new-window", .activate = new_window_cb },
    { .name = "about", .activate = about_cb },
    { .name = "quit", .activate = quit_cb },
    { .name = "help", .activate = help_cb },
    { .name = "shortcuts", .activate = shortcuts_cb },
  };
  GradusApplication *self = GRADUS_APPLICATION (application);

  G_APPLICATION_CLASS (gradus_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  set_accelerators (GTK_APPLICATION (self));
  load_style ();
  gradus_tooltips_mend ();
  self->appearance = gradus_appearance_new (gtk_settings_get_default ());
}

static void
gradus_application_activate (GApplication *application)
{
  new_window_cb (NULL, NULL, application);
}

/* Each file gets a window of its own; there first, as a file may open a further one in front. */
static void
gradus_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      GradusWindow *window = gradus_window_new (GTK_APPLICATION (application));

      gtk_window_present (GTK_WINDOW (window));
      gradus_window_open (window, files[i]);
    }
}

static int
gradus_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("gradus %s\n", GRADUS_VERSION);
      return 0;
    }
  return G_APPLICATION_CLASS (gradus_application_parent_class)
      ->handle_local_options (application, options);
}

static void
gradus_application_shutdown (GApplication *application)
{
  g_clear_pointer (&GRADUS_APPLICATION (application)->appearance, gradus_appearance_free);
  G_APPLICATION_CLASS (gradus_application_parent_class)->shutdown (application);
}

static void
gradus_application_class_init (GradusApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = gradus_application_startup;
  application_class->activate = gradus_application_activate;
  application_class->open = gradus_application_open;
  application_class->handle_local_options = gradus_application_handle_local_options;
  application_class->shutdown = gradus_application_shutdown;
}

static void
gradus_application_init (GradusApplication *self)
{
  GApplication *application = G_APPLICATION (self);

  g_application_add_main_option (application, "version", 0, 0, G_OPTION_ARG_NONE,
                                 _ ("Print the version and exit"), NULL);
  g_application_set_option_context_parameter_string (application, _ ("[FILE…]"));
  g_application_set_option_context_summary (
      application, _ ("Shows how a small neural network learns.\n"
                      "FILE is an experiment (.gradus), a table (.csv, .tsv, .txt), a lesson\n"
                      "(.lesson), a table of published figures (.table), or a picture that Gradus\n"
                      "exported (.png, .svg, .pdf)."));
}

GradusApplication *
gradus_application_new (void)
{
  return g_object_new (GRADUS_TYPE_APPLICATION, "application-id", GRADUS_APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path", "/org/gradus/Gradus",
                       NULL);
}
