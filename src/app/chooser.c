/* The one place that asks for a file name. */
#include "app/chooser.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWindow *parent;
  GradusChooserFunc callback;
  gpointer data;
  GDestroyNotify destroy;
} Question;

static void
question_free (gpointer data, GClosure *closure)
{
  Question *question = data;

  if (question->destroy != NULL)
    question->destroy (question->data);
  g_free (question);
}

static void
response_cb (GtkFileChooserNative *dialog, int response, gpointer data)
{
  Question *question = data;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

      if (path != NULL)
        question->callback (question->parent, path, question->data);
    }
  /* The question belongs to the signal's closure and goes with the dialog. */
  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (dialog));
  g_object_unref (dialog);
}

static void
ask (GtkFileChooserNative *dialog, GtkWindow *parent, GradusChooserFunc callback, gpointer data,
     GDestroyNotify destroy)
{
  Question *question = g_new0 (Question, 1);

  question->parent = parent;
  question->callback = callback;
  question->data = data;
  question->destroy = destroy;
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), question, question_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
add_filter (GtkFileChooserNative *dialog, const char *name, const char *const *patterns)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (gsize i = 0; patterns[i] != NULL; i++)
    gtk_file_filter_add_pattern (filter, patterns[i]);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
}

void
gradus_chooser_open_lesson (GtkWindow *parent, GradusChooserFunc callback, gpointer data)
{
  static const char *const lessons[] = { "*.lesson", NULL };
  static const char *const all[] = { "*", NULL };
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      _ ("Open a Lesson"), parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), NULL);

  add_filter (dialog, _ ("Lessons (.lesson)"), lessons);
  add_filter (dialog, _ ("All files"), all);
  ask (dialog, parent, callback, data, NULL);
}

void
gradus_chooser_open (GtkWindow *parent, GradusChooserFunc callback, gpointer data)
{
  static const char *const every[] = { "*.gradus", "*.lesson", "*.table", "*.csv", "*.tsv", "*.txt",
                                       "*.dat",    "*.png",    "*.svg",   "*.pdf", NULL };
  static const char *const experiments[] = { "*.gradus", NULL };
  static const char *const lessons[] = { "*.lesson", NULL };
  static const char *const published[] = { "*.table", NULL };
  static const char *const pictures[] = { "*.png", "*.svg", "*.pdf", NULL };
  static const char *const tables[] = { "*.csv", "*.tsv", "*.txt", "*.dat", NULL };
  static const char *const all[] = { "*", NULL };
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      _ ("Open Data or an Experiment"), parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), NULL);

  add_filter (dialog, _ ("Experiments, lessons, tables and pictures"), every);
  add_filter (dialog, _ ("Experiments (.gradus)"), experiments);
  add_filter (dialog, _ ("Lessons (.lesson)"), lessons);
  add_filter (dialog, _ ("Tables of published figures (.table)"), published);
  add_filter (dialog, _ ("Tables (.csv, .tsv, .txt, .dat)"), tables);
  add_filter (dialog, _ ("Pictures that Gradus exported (.png, .svg, .pdf)"), pictures);
  add_filter (dialog, _ ("All files"), all);
  ask (dialog, parent, callback, data, NULL);
}

void
gradus_chooser_open_published (GtkWindow *parent, GradusChooserFunc callback, gpointer data)
{
  static const char *const tables[] = { "*.table", NULL };
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (_ ("Open a Table of Published Figures"), parent,
                                   GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), NULL);

  add_filter (dialog, _ ("Tables of published figures (.table)"), tables);
  ask (dialog, parent, callback, data, NULL);
}

void
gradus_chooser_save (GtkWindow *parent, const char *title, const char *name,
                     GradusChooserFunc callback, gpointer data, GDestroyNotify destroy)
{
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), NULL);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  ask (dialog, parent, callback, data, destroy);
}
