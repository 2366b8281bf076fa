/* What a lesson does to a window: controls locked or hidden, and what it speaks of framed. */
#include "app/lesson-marks.h"

#include <string.h>

#include "app/controls.h"

#define HIGHLIGHT "gradus-highlight"

typedef enum
{
  MARK_LOCKED,
  MARK_TOLD, /* to be disabled, as what it is within: screen readers look at the control alone */
  MARK_TOOLTIP,
  MARK_HIDDEN,
  MARK_FRAMED,
  MARK_DISABLED, /* an action */
} Mark;

/* What was done to a widget or an action, and what it takes to undo it. */
typedef struct
{
  Mark mark;
  GWeakRef object;
  char *tooltip;
} Done;

struct _GradusLessonMarks
{
  GtkApplicationWindow *window;
  GPtrArray *done;
};

/* Places whose keys and menus are actions; those of "time" follow their row. */
static const struct
{
  const char *place;
  const char *actions[4];
} actions[] = {
  { "train", { "train" } },
  { "step", { "step" } },
  { "reset", { "reset" } },
  { "compare", { "compare", "compare-values", "compare-other" } },
  { "inspect", { "inspector", "inspect" } },
  { "open", { "open" } },
  { "export", { "export" } },
};

/* A restored control is told anew what binds it: what its row shows hangs on the data as well. */
static void
undo (Done *done)
{
  g_autoptr (GObject) object = g_weak_ref_get (&done->object);
  GtkWidget *controls;

  if (object == NULL)
    return;
  switch (done->mark)
    {
    case MARK_LOCKED:
      gtk_widget_set_sensitive (GTK_WIDGET (object), TRUE);
      break;
    case MARK_TOLD:
      gtk_accessible_update_state (GTK_ACCESSIBLE (object), GTK_ACCESSIBLE_STATE_DISABLED,
                                   !gtk_widget_get_sensitive (GTK_WIDGET (object)), -1);
      break;
    case MARK_TOOLTIP:
      gtk_widget_set_tooltip_text (GTK_WIDGET (object), done->tooltip);
      break;
    case MARK_HIDDEN:
      gtk_widget_set_visible (GTK_WIDGET (object), TRUE);
      controls = gtk_widget_get_ancestor (GTK_WIDGET (object), GRADUS_TYPE_CONTROLS);
      if (controls != NULL)
        g_object_notify (G_OBJECT (controls), "has-file");
      break;
    case MARK_FRAMED:
      gtk_widget_remove_css_class (GTK_WIDGET (object), HIGHLIGHT);
      break;
    case MARK_DISABLED:
    default:
      g_simple_action_set_enabled (G_SIMPLE_ACTION (object), TRUE);
      break;
    }
}

static void
done_free (gpointer data)
{
  Done *done = data;

  g_weak_ref_clear (&done->object);
  g_free (done->tooltip);
  g_free (done);
}

GradusLessonMarks *
gradus_lesson_marks_new (GtkApplicationWindow *window)
{
  GradusLessonMarks *self = g_new0 (GradusLessonMarks, 1);

  self->window = window;
  self->done = g_ptr_array_new_with_free_func (done_free);
  return self;
}

void
gradus_lesson_marks_free (GradusLessonMarks *self)
{
  g_ptr_array_unref (self->done);
  g_free (self);
}

static void
note (GradusLessonMarks *self, Mark mark, gpointer object, const char *tooltip)
{
  Done *done = g_new0 (Done, 1);

  done->mark = mark;
  done->tooltip = g_strdup (tooltip);
  g_weak_ref_init (&done->object, object);
  g_ptr_array_add (self->done, done);
}

void
gradus_lesson_marks_clear (GradusLessonMarks *self)
{
  /* The last first: a widget may be marked twice. */
  while (self->done->len > 0)
    {
      undo (g_ptr_array_index (self->done, self->done->len - 1));
      g_ptr_array_remove_index (self->done, self->done->len - 1);
    }
}

typedef void (*Func) (GradusLessonMarks *self, GtkWidget *widget, gconstpointer data);

static void
find_places (GradusLessonMarks *self, GtkWidget *widget, const char *name, Func func,
             gconstpointer data)
{
  if (g_strcmp0 (gtk_widget_get_name (widget), name) == 0)
    func (self, widget, data);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_places (self, child, name, func, data);
}

static void
each_place (GradusLessonMarks *self, const char *place, Func func, gconstpointer data)
{
  g_autofree char *name = g_strconcat ("place-", place, NULL);

  find_places (self, GTK_WIDGET (self->window), name, func, data);
}

static void
disable_actions (GradusLessonMarks *self, const char *place)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    for (int k = 0; k < 4 && actions[i].actions[k] != NULL; k++)
      {
        GAction *action =
            g_action_map_lookup_action (G_ACTION_MAP (self->window), actions[i].actions[k]);

        if (strcmp (actions[i].place, place) != 0 || action == NULL
            || !g_action_get_enabled (action))
          continue;
        g_simple_action_set_enabled (G_SIMPLE_ACTION (action), FALSE);
        note (self, MARK_DISABLED, action, NULL);
      }
}

/* Everything within is disabled, and says why where it says something. */
static void
explain (GradusLessonMarks *self, GtkWidget *widget, const char *reason)
{
  const char *tooltip = gtk_widget_get_tooltip_text (widget);

  if (tooltip != NULL)
    {
      note (self, MARK_TOOLTIP, widget, tooltip);
      gtk_widget_set_tooltip_text (widget, reason);
    }
  note (self, MARK_TOLD, widget, NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_DISABLED, TRUE, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    explain (self, child, reason);
}

static void
hide_widget (GradusLessonMarks *self, GtkWidget *widget, gconstpointer data)
{
  if (!gtk_widget_get_visible (widget))
    return;
  gtk_widget_set_visible (widget, FALSE);
  note (self, MARK_HIDDEN, widget, NULL);
}

static void
disable_widget (GradusLessonMarks *self, GtkWidget *widget, gconstpointer data)
{
  if (!gtk_widget_get_sensitive (widget))
    return;
  gtk_widget_set_sensitive (widget, FALSE);
  note (self, MARK_LOCKED, widget, NULL);
}

static void
lock_widget (GradusLessonMarks *self, GtkWidget *widget, gconstpointer reason)
{
  /* Where nothing of the side bar can be used, the lesson has its room. */
  if (GTK_IS_SCROLLED_WINDOW (widget))
    {
      hide_widget (self, widget, NULL);
      return;
    }
  explain (self, widget, reason);
  disable_widget (self, widget, NULL);
}

void
gradus_lesson_marks_lock (GradusLessonMarks *self, const char *place, const char *reason)
{
  disable_actions (self, place);
  each_place (self, place, lock_widget, reason);
}

void
gradus_lesson_marks_hide (GradusLessonMarks *self, const char *place)
{
  disable_actions (self, place);
  each_place (self, place, hide_widget, NULL);
  each_place (self, place, disable_widget, NULL);
}

static void
frame_widget (GradusLessonMarks *self, GtkWidget *widget, gconstpointer data)
{
  gtk_widget_add_css_class (widget, HIGHLIGHT);
  note (self, MARK_FRAMED, widget, NULL);
}

void
gradus_lesson_marks_highlight (GradusLessonMarks *self, const char *place)
{
  each_place (self, place, frame_widget, NULL);
}
