/* The lessons that there are, to choose one. */
#include "app/lessons-dialog.h"

#define FOLDER "/org/gradus/Gradus/lessons/"

struct _GradusLessonsDialog
{
  GtkWindow parent_instance;

  GtkListBox *list;
  GPtrArray *lessons; /* GradusLesson, in the order of the rows */
};

G_DEFINE_FINAL_TYPE (GradusLessonsDialog, gradus_lessons_dialog, GTK_TYPE_WINDOW)

enum
{
  CHOSEN,
  OWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The lessons that the program brings; that they can be read is tested. */
static GPtrArray *
load_lessons (void)
{
  GPtrArray *lessons = g_ptr_array_new_with_free_func ((GDestroyNotify) gradus_lesson_unref);
  g_auto (GStrv) names =
      g_resources_enumerate_children (FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (int i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (FOLDER, names[i], NULL);
      g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      gsize length = 0;
      const char *text = g_bytes_get_data (bytes, &length);
      g_autoptr (GError) error = NULL;
      GradusLesson *lesson = gradus_lesson_from_text (text, length, names[i], &error);

      if (lesson != NULL)
        g_ptr_array_add (lessons, lesson);
      else
        g_critical ("%s", error->message);
    }
  g_ptr_array_sort (lessons, gradus_lesson_compare);
  return lessons;
}

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_row (const GradusLesson *lesson)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (box), make_label (lesson->title, "heading"));
  gtk_box_append (GTK_BOX (box), make_label (lesson->summary, "dim-label"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  lesson->title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  lesson->summary, -1);
  return row;
}

static void
row_activated_cb (GradusLessonsDialog *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[CHOSEN], 0,
                 g_ptr_array_index (self->lessons, gtk_list_box_row_get_index (row)));
  gtk_window_close (GTK_WINDOW (self));
}

static void
open_cb (GradusLessonsDialog *self)
{
  g_signal_emit (self, signals[OWN], 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
gradus_lessons_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (GRADUS_LESSONS_DIALOG (object)->lessons);
  G_OBJECT_CLASS (gradus_lessons_dialog_parent_class)->finalize (object);
}

static void
gradus_lessons_dialog_class_init (GradusLessonsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = gradus_lessons_dialog_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[OWN] = g_signal_new ("own", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/gradus/Gradus/ui/lessons-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GradusLessonsDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
gradus_lessons_dialog_init (GradusLessonsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->lessons = load_lessons ();
  for (guint i = 0; i < self->lessons->len; i++)
    gtk_list_box_append (self->list, make_row (g_ptr_array_index (self->lessons, i)));
  if (self->lessons->len > 0)
    {
      GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->list, 0);

      gtk_list_box_select_row (self->list, first);
      gtk_widget_grab_focus (GTK_WIDGET (first));
    }
}

GradusLessonsDialog *
gradus_lessons_dialog_new (GtkWindow *parent)
{
  return g_object_new (GRADUS_TYPE_LESSONS_DIALOG, "transient-for", parent, NULL);
}
