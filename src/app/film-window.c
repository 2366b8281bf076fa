/* A film in the making: how far it has come, and a way to give it up. */
#include "app/film-window.h"

#include <glib/gi18n-lib.h>

/* ms between two looks. */
#define LOOK 100

struct _GradusFilmWindow
{
  GtkWindow parent_instance;

  GradusMessageBar *message_bar;
  GradusFilmMaker *maker; /* NULL when it is over */
  guint look_id;
  int n_frames;

  GtkLabel *name;
  GtkLabel *state;
  GtkProgressBar *progress;
};

G_DEFINE_FINAL_TYPE (GradusFilmWindow, gradus_film_window, GTK_TYPE_WINDOW)

static gboolean
look_cb (gpointer data)
{
  GradusFilmWindow *self = data;
  int picture;
  double done = gradus_film_maker_get_progress (self->maker, &picture);
  g_autofree char *text = picture > 0
                              ? g_strdup_printf (_ ("Picture %d of %d"), picture, self->n_frames)
                              : g_strdup (_ ("Training once more"));

  gtk_progress_bar_set_fraction (self->progress, done);
  gtk_label_set_text (self->state, text);
  return G_SOURCE_CONTINUE;
}

static void
made_cb (const GError *error, gpointer data)
{
  GradusFilmWindow *self = data;

  if (error != NULL)
    gradus_message_bar_show (self->message_bar, error->message);
  else
    gradus_message_bar_dismiss (self->message_bar);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
gradus_film_window_dispose (GObject *object)
{
  GradusFilmWindow *self = GRADUS_FILM_WINDOW (object);

  g_clear_handle_id (&self->look_id, g_source_remove);
  g_clear_pointer (&self->maker, gradus_film_maker_free);
  g_clear_object (&self->message_bar);
  G_OBJECT_CLASS (gradus_film_window_parent_class)->dispose (object);
}

static void
gradus_film_window_class_init (GradusFilmWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gradus_film_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/gradus/Gradus/ui/film-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GradusFilmWindow, name);
  gtk_widget_class_bind_template_child (widget_class, GradusFilmWindow, state);
  gtk_widget_class_bind_template_child (widget_class, GradusFilmWindow, progress);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
gradus_film_window_init (GradusFilmWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GradusFilmWindow *
gradus_film_window_new (GtkWindow *parent, GradusMessageBar *message_bar, GradusFilmWish *wish)
{
  GradusFilmWindow *self = g_object_new (GRADUS_TYPE_FILM_WINDOW, "transient-for", parent, NULL);
  g_autofree char *name = g_filename_display_basename (wish->path);

  self->message_bar = g_object_ref (message_bar);
  self->n_frames = wish->n_frames;
  gtk_label_set_text (self->name, name);
  self->maker = gradus_film_maker_new (wish, made_cb, self);
  self->look_id = g_timeout_add (LOOK, look_cb, self);
  return self;
}
