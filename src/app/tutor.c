/* The lessons of a window: the list of them, the one under way, and what it does to the window. */
#include "app/tutor.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/chooser.h"
#include "app/lesson-marks.h"
#include "app/lessons-dialog.h"
#include "core/lesson-places.h"

typedef struct
{
  GtkApplicationWindow *window;
  GradusSession *session;
  GradusLessonPanel *panel;
  GradusMessageBar *message_bar;
  GradusCourse *course;
  GradusLessonMarks *marks;

  const GradusLessonStep *opened; /* whose panel has been opened */
  gboolean has_inspector;         /* the inspector was opened by the lesson */
} Tutor;

static void
tutor_free (gpointer data)
{
  Tutor *self = data;

  g_signal_handlers_disconnect_by_data (self->course, self);
  g_signal_handlers_disconnect_by_data (self->session, self);
  gradus_lesson_marks_free (self->marks);
  g_object_unref (self->course);
  g_object_unref (self->session);
  g_free (self);
}

static GActionGroup *
get_actions (Tutor *self)
{
  return G_ACTION_GROUP (self->window);
}

static void
enable (Tutor *self, const char *name, gboolean is_enabled)
{
  g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->window), name)), is_enabled);
}

/* Views of the inspector, by the names of places. */
static gboolean
is_in_inspector (const char *place)
{
  static const char *const names[] = { "network",      "symmetry",   "saturation",
                                       "hidden-space", "parameters", "gradients",
                                       "step-size",    "step",       NULL };

  return g_strv_contains (names, place);
}

static void
set_inspector (Tutor *self, gboolean is_open)
{
  g_action_group_change_action_state (get_actions (self), "inspector",
                                      g_variant_new_boolean (is_open));
}

/* The panel that the step speaks of; once, so that it can be closed by hand. */
static void
open_inspector (Tutor *self, const GradusLessonStep *step)
{
  const char *view = NULL;

  if (self->opened == step)
    return;
  self->opened = step;
  for (int i = 0; step != NULL && step->highlight[i] != NULL && view == NULL; i++)
    if (is_in_inspector (step->highlight[i]))
      view = step->highlight[i];
  if (view != NULL)
    g_action_group_activate_action (get_actions (self), "inspect", g_variant_new_string (view));
  else if (self->has_inspector)
    set_inspector (self, FALSE);
  self->has_inspector = view != NULL;
}

static void
mark (Tutor *self)
{
  const GradusLessonStep *step = gradus_course_get_step (self->course);
  GradusCoursePhase phase = gradus_course_get_phase (self->course);

  gradus_lesson_marks_clear (self->marks);
  if (step == NULL)
    return;
  /* A control that cannot be used any more is to lose the focus to nobody. */
  if (phase == GRADUS_COURSE_PREPARING)
    gtk_root_set_focus (GTK_ROOT (self->window), NULL);
  for (int i = 0; step->hide[i] != NULL; i++)
    gradus_lesson_marks_hide (self->marks, step->hide[i]);
  for (int i = 0; step->lock[i] != NULL; i++)
    gradus_lesson_marks_lock (self->marks, step->lock[i],
                              _ ("The lesson keeps this as it is in this step"));
  if (phase == GRADUS_COURSE_ASKING || phase == GRADUS_COURSE_PREPARING)
    {
      gradus_lesson_marks_lock (self->marks, "train", _ ("Answer the lesson’s question first"));
      gradus_lesson_marks_lock (self->marks, "step", _ ("Answer the lesson’s question first"));
    }
  for (int i = 0; step->highlight[i] != NULL; i++)
    gradus_lesson_marks_highlight (self->marks, is_in_inspector (step->highlight[i]) ? "inspector"
                                                : strcmp (step->highlight[i], "compare") == 0
                                                    ? "comparison"
                                                    : step->highlight[i]);
}

static void
changed_cb (Tutor *self)
{
  const GradusLessonStep *step = gradus_course_get_step (self->course);
  GradusCoursePhase phase = gradus_course_get_phase (self->course);

  enable (self, "leave-lesson", step != NULL);
  enable (self, "lesson-next", step != NULL);
  enable (self, "lesson-back", step != NULL && gradus_course_get_place (self->course) > 0);
  if (phase != GRADUS_COURSE_PREPARING)
    {
      gradus_lesson_marks_clear (self->marks);
      open_inspector (self, step);
    }
  mark (self);
}

static void
begin (Tutor *self, GradusLesson *lesson)
{
  g_action_group_change_action_state (get_actions (self), "side-bar", g_variant_new_boolean (TRUE));
  gradus_message_bar_dismiss (self->message_bar);
  gradus_lesson_panel_take_room (self->panel);
  gradus_course_begin (self->course, lesson);
  mark (self);
}

static void
open_path (Tutor *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GradusLesson) lesson = gradus_lesson_load (path, &error);

  if (lesson != NULL)
    begin (self, lesson);
  else
    gradus_message_bar_show (self->message_bar, error->message);
}

static void
path_chosen_cb (GtkWindow *window, const char *path, gpointer data)
{
  open_path (data, path);
}

static void
open_lesson_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  open_path (data, g_variant_get_bytestring (parameter));
}

static void
chosen_cb (Tutor *self, GradusLesson *lesson)
{
  begin (self, lesson);
}

static void
own_cb (Tutor *self)
{
  gradus_chooser_open_lesson (GTK_WINDOW (self->window), path_chosen_cb, self);
}

static void
lessons_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Tutor *self = data;
  GradusLessonsDialog *dialog = gradus_lessons_dialog_new (GTK_WINDOW (self->window));

  /* The dialog is modal, and goes with the window. */
  g_signal_connect_swapped (dialog, "chosen", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (dialog, "own", G_CALLBACK (own_cb), self);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
leave_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gradus_course_leave (((Tutor *) data)->course);
}

static void
end_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gradus_course_end (((Tutor *) data)->course);
}

static void
turn (Tutor *self, int steps)
{
  const GradusLesson *lesson = gradus_course_get_lesson (self->course);
  int place = gradus_course_get_place (self->course) + steps;

  if (lesson == NULL || place < 0)
    return;
  if (place == lesson->n_steps)
    gradus_course_leave (self->course);
  else
    {
      gradus_course_turn_to (self->course, place);
      mark (self);
    }
}

static void
next_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  turn (data, 1);
}

static void
back_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  turn (data, -1);
}

static void
add_keys (GtkWidget *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Alt>Page_Down"),
                        gtk_shortcut_action_parse_string ("action(win.lesson-next)")));
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Alt>Page_Up"),
                        gtk_shortcut_action_parse_string ("action(win.lesson-back)")));
  gtk_widget_add_controller (window, keys);
}

void
gradus_tutor_add (GtkApplicationWindow *window, GradusSession *session, GradusLessonPanel *panel,
                  GradusMessageBar *message_bar)
{
  static const GActionEntry entries[] = {
    { .name = "lessons", .activate = lessons_cb },
    { .name = "open-lesson", .parameter_type = "ay", .activate = open_lesson_cb },
    { .name = "lesson-next", .activate = next_cb },
    { .name = "lesson-back", .activate = back_cb },
    { .name = "leave-lesson", .activate = leave_cb },
    { .name = "end-lesson", .activate = end_cb },
  };
  Tutor *self = g_new0 (Tutor, 1);

  self->window = window;
  self->session = g_object_ref (session);
  self->panel = panel;
  self->message_bar = message_bar;
  self->course = gradus_course_new (session);
  self->marks = gradus_lesson_marks_new (window);
  g_object_set_data_full (G_OBJECT (window), "gradus-tutor", self, tutor_free);
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), self);
  add_keys (GTK_WIDGET (window));
  /* Before the panel hears of it, which then has the last word on the focus. */
  g_signal_connect_swapped (self->course, "changed", G_CALLBACK (changed_cb), self);
  /* Controls come and go with the data. */
  g_signal_connect_swapped (session, "restarted", G_CALLBACK (mark), self);
  gradus_lesson_panel_set_course (panel, self->course);
  changed_cb (self);
}
