/* The lesson under way, beside the plots: words, question, what is waited for, and the reveal. */
#include "app/lesson-panel.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#include "plot/condition-words.h"
#include "plot/lesson-words.h"

#define EDGE 10 /* of what is scrolled to, CSS pixels: its frame and some room */

struct _GradusLessonPanel
{
  GtkWidget parent_instance;

  GradusCourse *course;

  GtkWidget *child;
  GtkLabel *title, *place, *caption, *question;
  GtkScrolledWindow *scrolled;
  GtkWidget *page;
  GtkBox *choices;
  GtkWidget *voice;
  GtkLabel *reply, *waiting, *reveal;
  GtkProgressBar *progress;
  GtkButton *next;

  GtkWidget *buttons[GRADUS_MAX_CHOICES];
  const GradusLessonStep *shown; /* whose choices the buttons are */
  GradusCoursePhase phase;       /* that was shown last */
  GtkWidget *in_view;            /* what is to be scrolled to once it has its place */
  gboolean needs_room;           /* its part of the side bar is still to be set */
};

G_DEFINE_FINAL_TYPE (GradusLessonPanel, gradus_lesson_panel, GTK_TYPE_WIDGET)

/* Words of the step with their numbers; hidden where there are none. */
static void
set_words (GradusLessonPanel *self, GtkLabel *label, const char *words)
{
  gtk_widget_set_visible (GTK_WIDGET (label), words != NULL);
  if (words == NULL)
    return;
  g_autofree char *told = gradus_course_tell (self->course, words);
  g_autofree char *markup = gradus_lesson_markup (told);
  gtk_label_set_markup (label, markup);
}

/* Has the words read out. */
static void
speak (GradusLessonPanel *self, const char *words)
{
  g_autofree char *told = words != NULL ? gradus_course_tell (self->course, words) : g_strdup ("");
  g_autofree char *plain = gradus_lesson_plain (told);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->voice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  plain, -1);
}

static void
choice_clicked_cb (GtkWidget *button, GradusLessonPanel *self)
{
  for (int i = 0; i < GRADUS_MAX_CHOICES; i++)
    if (self->buttons[i] == button)
      {
        gradus_course_answer (self->course, i);
        return;
      }
}

/* "1. It falls" */
static GtkWidget *
make_choice (GradusLessonPanel *self, int i, const char *words)
{
  g_autofree char *told = gradus_course_tell (self->course, words);
  g_autofree char *markup = gradus_lesson_markup (told);
  g_autofree char *plain = gradus_lesson_plain (told);
  g_autofree char *shown = g_strdup_printf ("%d. %s", i + 1, markup);
  g_autofree char *name = g_strdup_printf ("%d. %s", i + 1, plain);
  GtkWidget *button = gtk_button_new (), *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), shown);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 22);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "gradus-choice");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (choice_clicked_cb), self, 0);
  return button;
}

static void
make_choices (GradusLessonPanel *self, const GradusLessonStep *step)
{
  GtkWidget *old;

  while ((old = gtk_widget_get_first_child (GTK_WIDGET (self->choices))) != NULL)
    gtk_box_remove (self->choices, old);
  memset (self->buttons, 0, sizeof self->buttons);
  for (int i = 0; i < step->n_choices; i++)
    {
      self->buttons[i] = make_choice (self, i, step->choices[i]);
      gtk_box_append (self->choices, self->buttons[i]);
    }
}

static void
set_class (GtkWidget *widget, const char *name, gboolean wanted)
{
  if (wanted)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* Which one was chosen is seen at once; which one is right, when the run has shown it. */
static void
update_choices (GradusLessonPanel *self, const GradusLessonStep *step)
{
  int answer = gradus_course_get_answer (self->course);
  gboolean is_over = gradus_course_get_phase (self->course) == GRADUS_COURSE_OVER;

  gtk_widget_set_visible (GTK_WIDGET (self->choices), step->n_choices > 0);
  for (int i = 0; i < step->n_choices; i++)
    {
      gboolean is_right = answer >= 0 && is_over && i == step->right;

      gtk_widget_set_sensitive (self->buttons[i], answer < 0);
      set_class (self->buttons[i], "gradus-chosen", i == answer);
      set_class (self->buttons[i], "gradus-right", is_right);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[i]),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      is_right      ? _ ("This is right")
                                      : i == answer ? _ ("Your answer")
                                                    : "",
                                      -1);
    }
}

/* "Train (Space); waiting until epoch 1000" */
static char *
tell_waiting (GradusLessonPanel *self, const GradusLessonStep *step)
{
  g_autofree char *awaited =
      gradus_conditions_tell (step->wait, step->spec, localeconv ()->decimal_point);

  switch (gradus_course_get_phase (self->course))
    {
    case GRADUS_COURSE_ASKING:
      return g_strdup_printf (_ ("Answer first (1 to %d), then train"), step->n_choices);
    case GRADUS_COURSE_WAITING:
      return g_strdup_printf (_ ("Train (Space); waiting until %s"), awaited);
    case GRADUS_COURSE_MISSED:
      return g_strdup_printf (
          _ ("The run is over, and it has not come to this: %s. Reset (R) starts it again."),
          awaited);
    case GRADUS_COURSE_NONE:
    case GRADUS_COURSE_PREPARING:
    case GRADUS_COURSE_OVER:
    default:
      return NULL;
    }
}

static void
update_progress (GradusLessonPanel *self)
{
  double progress = gradus_course_get_progress (self->course);
  gboolean is_shown =
      gradus_course_get_phase (self->course) == GRADUS_COURSE_WAITING && !isnan (progress);

  gtk_widget_set_visible (GTK_WIDGET (self->progress), is_shown);
  if (is_shown)
    gtk_progress_bar_set_fraction (self->progress, progress);
}

static void
update_voice (GradusLessonPanel *self, const GradusLessonStep *step)
{
  int answer = gradus_course_get_answer (self->course);
  GradusCoursePhase phase = gradus_course_get_phase (self->course);
  const char *reply = answer >= 0 ? step->replies[answer] : NULL;
  const char *reveal = phase == GRADUS_COURSE_OVER ? step->reveal : NULL;
  g_autofree char *waiting = tell_waiting (self, step);

  set_words (self, self->reply, reply);
  set_words (self, self->reveal, reveal);
  gtk_widget_set_visible (GTK_WIDGET (self->waiting), waiting != NULL);
  gtk_label_set_text (self->waiting, waiting != NULL ? waiting : "");
  update_progress (self);
  speak (self, reveal != NULL ? reveal : reply);
}

/* Whether the focus is where it has no other work to do than the lesson's next. */
static gboolean
may_take_focus (GradusLessonPanel *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return focus == NULL || GTK_IS_TOGGLE_BUTTON (focus) || !gtk_widget_is_sensitive (focus)
         || gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) || !GTK_IS_EDITABLE (focus);
}

/* Each key that a lesson needs is at hand: its numbers to answer, the space bar to train, Enter to
 * go on. */
static void
move_focus (GradusLessonPanel *self, gboolean is_new_step)
{
  GradusCoursePhase phase = gradus_course_get_phase (self->course);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (!is_new_step && !may_take_focus (self))
    return;
  /* A field would keep its text selected, as if it were still typed in. */
  if (focus != NULL && GTK_IS_EDITABLE (focus))
    gtk_editable_select_region (GTK_EDITABLE (focus), 0, 0);
  if (phase == GRADUS_COURSE_ASKING)
    gtk_widget_grab_focus (self->buttons[0]);
  else if (phase == GRADUS_COURSE_OVER)
    gtk_widget_grab_focus (GTK_WIDGET (self->next));
  else if (phase == GRADUS_COURSE_WAITING)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-train", NULL);
}

/* What is not to be used any more is to lose the focus to nobody, rather than to a field nearby. */
static void
let_go (GradusLessonPanel *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = gtk_root_get_focus (root);

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->choices)))
    gtk_root_set_focus (root, NULL);
}

/* A window that is just being opened has no height to share out yet. */
static void
set_room (GradusLessonPanel *self)
{
  GtkWidget *paned = gtk_widget_get_parent (GTK_WIDGET (self));
  int height = GTK_IS_PANED (paned) ? gtk_widget_get_height (paned) : 0;

  if (!self->needs_room || height <= 0)
    return;
  gtk_paned_set_position (GTK_PANED (paned), height * 2 / 3);
  self->needs_room = FALSE;
}

static gboolean
scroll_cb (gpointer data)
{
  GradusLessonPanel *self = data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  double y = 0;

  set_room (self);
  /* In the viewport's coordinates: those of the page begin within its padding. */
  if (self->in_view != NULL
      && gtk_widget_translate_coordinates (self->in_view, gtk_widget_get_parent (self->page), 0, 0,
                                           NULL, &y))
    {
      y += gtk_adjustment_get_value (adjustment);
      gtk_adjustment_clamp_page (adjustment, y - EDGE,
                                 y + gtk_widget_get_height (self->in_view) + EDGE);
    }
  else
    gtk_adjustment_set_value (adjustment, 0);
  self->in_view = NULL;
  return G_SOURCE_REMOVE;
}

/* What is new is to be seen, once it has been laid out: a reply with what is waited for. */
static void
scroll_to_news (GradusLessonPanel *self)
{
  self->in_view = gtk_widget_get_visible (GTK_WIDGET (self->reveal))  ? GTK_WIDGET (self->reveal)
                  : gtk_widget_get_visible (GTK_WIDGET (self->reply)) ? self->voice
                                                                      : NULL;
  g_object_ref (self);
  g_timeout_add_full (G_PRIORITY_LOW, 50, scroll_cb, self, g_object_unref);
}

static void
changed_cb (GradusLessonPanel *self)
{
  const GradusLesson *lesson = gradus_course_get_lesson (self->course);
  const GradusLessonStep *step = gradus_course_get_step (self->course);
  GradusCoursePhase phase = gradus_course_get_phase (self->course);

  gtk_widget_set_visible (GTK_WIDGET (self), lesson != NULL);
  if (lesson == NULL)
    {
      self->shown = NULL;
      return;
    }
  int place = gradus_course_get_place (self->course);
  g_autofree char *where = g_strdup_printf (_ ("Step %d of %d"), place + 1, lesson->n_steps);
  gtk_label_set_text (self->title, lesson->title);
  gtk_label_set_text (self->place, where);
  set_words (self, self->caption, step->caption);
  set_words (self, self->question, step->question);
  if (phase == GRADUS_COURSE_PREPARING || self->shown != step
      || gradus_course_get_answer (self->course) < 0)
    make_choices (self, step);
  gboolean is_new_step = self->shown != step;
  self->shown = step;
  let_go (self);
  update_choices (self, step);
  update_voice (self, step);
  gtk_button_set_label (self->next, place + 1 < lesson->n_steps ? _ ("_Next") : _ ("_Finish"));
  set_class (GTK_WIDGET (self->next), "suggested-action", phase == GRADUS_COURSE_OVER);
  move_focus (self, is_new_step);
  scroll_to_news (self);
}

/* Beside the buttons' own: the numbers, wherever the focus is but in a text. */
static gboolean
key_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state,
        GradusLessonPanel *self)
{
  GtkWidget *root = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys));
  int choice = key >= GDK_KEY_1 && key <= GDK_KEY_9         ? (int) (key - GDK_KEY_1)
               : key >= GDK_KEY_KP_1 && key <= GDK_KEY_KP_9 ? (int) (key - GDK_KEY_KP_1)
                                                            : -1;
  const GradusLessonStep *step = gradus_course_get_step (self->course);

  if (choice < 0 || (state & gtk_accelerator_get_default_mod_mask ()) != 0
      || GTK_IS_TEXT (gtk_root_get_focus (GTK_ROOT (root)))
      || gradus_course_get_phase (self->course) != GRADUS_COURSE_ASKING
      || choice >= step->n_choices)
    return FALSE;
  gradus_course_answer (self->course, choice);
  return TRUE;
}

/* Up and down go from choice to choice, beside Tab. */
static gboolean
arrow_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state,
          GradusLessonPanel *self)
{
  if (key == GDK_KEY_Up)
    return gtk_widget_child_focus (GTK_WIDGET (self->choices), GTK_DIR_TAB_BACKWARD);
  if (key == GDK_KEY_Down)
    return gtk_widget_child_focus (GTK_WIDGET (self->choices), GTK_DIR_TAB_FORWARD);
  return FALSE;
}

static void
gradus_lesson_panel_dispose (GObject *object)
{
  GradusLessonPanel *self = GRADUS_LESSON_PANEL (object);

  g_clear_object (&self->course);
  g_clear_pointer (&self->child, gtk_widget_unparent);
  G_OBJECT_CLASS (gradus_lesson_panel_parent_class)->dispose (object);
}

static void
gradus_lesson_panel_root (GtkWidget *widget)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  GTK_WIDGET_CLASS (gradus_lesson_panel_parent_class)->root (widget);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), widget, 0);
  gtk_widget_add_controller (GTK_WIDGET (gtk_widget_get_root (widget)), keys);
}

static void
gradus_lesson_panel_class_init (GradusLessonPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gradus_lesson_panel_dispose;
  widget_class->root = gradus_lesson_panel_root;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/gradus/Gradus/ui/lesson-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, GradusLessonPanel, child);
  gtk_widget_class_bind_template_child (widget_class, GradusLessonPanel, title);
  gtk_widget_class_bind_template_child (widget_class, GradusLessonPanel, place);
  gtk_widget_class_bind_template_child (widget_class, GradusLessonPanel, scrolled);
  gtk_widget_class_bind_template_child (widget_class, GradusLessonPanel, page);
  gtk_widget_class_bind_template_child (widget_class, GradusLessonPanel, caption);
  gtk_widget_class_bind_template_child (widget_class, GradusLessonPanel, question);
  gtk_widget_class_bind_template_child (widget_class, GradusLessonPanel, choices);
  gtk_widget_class_bind_template_child (widget_class, GradusLessonPanel, voice);
  gtk_widget_class_bind_template_child (widget_class, GradusLessonPanel, reply);
  gtk_widget_class_bind_template_child (widget_class, GradusLessonPanel, waiting);
  gtk_widget_class_bind_template_child (widget_class, GradusLessonPanel, progress);
  gtk_widget_class_bind_template_child (widget_class, GradusLessonPanel, reveal);
  gtk_widget_class_bind_template_child (widget_class, GradusLessonPanel, next);
}

static void
gradus_lesson_panel_init (GradusLessonPanel *self)
{
  GtkEventController *arrows = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (arrows, "key-pressed", G_CALLBACK (arrow_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->choices), arrows);
}

void
gradus_lesson_panel_set_course (GradusLessonPanel *self, GradusCourse *course)
{
  g_return_if_fail (GRADUS_IS_LESSON_PANEL (self));
  g_return_if_fail (GRADUS_IS_COURSE (course) && self->course == NULL);

  self->course = g_object_ref (course);
  g_signal_connect_object (course, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (course, "progressed", G_CALLBACK (update_progress), self,
                           G_CONNECT_SWAPPED);
  changed_cb (self);
}

void
gradus_lesson_panel_take_room (GradusLessonPanel *self)
{
  GtkWidget *paned;
  int least, natural;

  g_return_if_fail (GRADUS_IS_LESSON_PANEL (self));

  paned = gtk_widget_get_parent (GTK_WIDGET (self));
  if (gtk_widget_get_visible (GTK_WIDGET (self)) || !GTK_IS_PANED (paned))
    return;
  gtk_widget_measure (paned, GTK_ORIENTATION_HORIZONTAL, -1, &least, &natural, NULL, NULL);
  gtk_widget_set_size_request (GTK_WIDGET (self), natural, -1);
  self->needs_room = TRUE;
  set_room (self);
}
