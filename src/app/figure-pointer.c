/* The pointer over a figure view, moved by a mouse or by keys: what it lights up, tells and does.
 */
#include "app/figure-pointer.h"

#include "app/hover.h"
#include "plot/views.h"

#define LEAP 20 /* so many steps at once */

static int
get_width (const GradusFigurePointer *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self->view));
}

static int
get_height (const GradusFigurePointer *self)
{
  return gtk_widget_get_height (GTK_WIDGET (self->view));
}

static void
move_to (GradusFigurePointer *self, double x, double y)
{
  GradusFigure figure;
  GradusTarget target;

  self->x = x;
  self->y = y;
  if (self->session != NULL)
    {
      gradus_figure_view_init_figure (self->view, &figure);
      gradus_figure_find (&figure, get_width (self), get_height (self), x, y, &target);
      gradus_session_set_lit (self->session, &target);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self->view));
}

static void
motion_cb (GradusFigurePointer *self, double x, double y)
{
  self->by_keys = FALSE;
  move_to (self, x, y);
}

static void
leave_cb (GradusFigurePointer *self)
{
  if (!self->by_keys)
    move_to (self, -1, -1);
}

static void
focus_leave_cb (GradusFigurePointer *self)
{
  if (self->by_keys && !gtk_widget_in_destruction (GTK_WIDGET (self->view)))
    move_to (self, -1, -1);
  self->by_keys = FALSE;
}

/* What a click there does. */
static void
press (GradusFigurePointer *self, double x, double y)
{
  int width = get_width (self), height = get_height (self);
  GradusFigure figure;
  GradusTarget target;

  if (self->session == NULL)
    return;
  gradus_figure_view_init_figure (self->view, &figure);
  gint64 epoch = gradus_figure_to_epoch (&figure, width, height, x, y);
  if (epoch >= 0)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "win.show-epoch", "x", epoch);
  else if (gradus_figure_find (&figure, width, height, x, y, &target)
           && target.kind == GRADUS_TARGET_RUN)
    gradus_session_select (self->session, target.unit);
  else if (figure.view == GRADUS_VIEW_BOUNDARY)
    g_object_set (self->session, "example", gradus_figure_to_example (&figure, width, height, x, y),
                  NULL);
}

/* A click on a plot leaves the entry that was being typed in, so that Space trains again; one on
 * a curve over the epochs shows that epoch, one on an example has it looked at by itself, and one
 * beside them all of them. */
static void
pressed_cb (GradusFigurePointer *self, int n_press, double x, double y)
{
  gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self->view)), NULL);
  press (self, x, y);
}

/* What is told there is heard too. */
static void
say (GradusFigurePointer *self)
{
  GradusFigure figure;

  gradus_figure_view_init_figure (self->view, &figure);
  g_autofree char *words =
      gradus_hover_tell (&figure, get_width (self), get_height (self), self->x, self->y);
  if (words != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

/* Along the axis by so many epochs, or pixels where these are more; from the shown epoch on where
 * there was no pointer yet. Returns: FALSE where there is no such axis. */
static gboolean
walk (GradusFigurePointer *self, double steps)
{
  GradusFigure figure;
  GradusRect frame;
  GradusScale x;

  gradus_figure_view_init_figure (self->view, &figure);
  int width = get_width (self), height = get_height (self);
  double px = self->x >= 0 ? self->x : width / 2.0, py = self->x >= 0 ? self->y : height / 2.0;
  if (!gradus_figure_epochs (&figure, width, height, px, py, &frame, &x))
    return FALSE;
  double right = frame.x + frame.width;
  if (self->x < frame.x || self->x > right || figure.scene == NULL)
    px = figure.scene != NULL ? gradus_scale_map (&x, (double) figure.scene->snapshot->row.epoch)
                              : frame.x;
  double epoch = gradus_scale_unmap (&x, px), one = steps < 0 ? -1 : 1;
  double by_epoch = gradus_scale_map (&x, epoch + one) - px;
  double step = (by_epoch < 0 ? -by_epoch : by_epoch) > 1 ? by_epoch : one;
  self->by_keys = TRUE;
  move_to (self, CLAMP (px + step * (steps < 0 ? -steps : steps), frame.x, right),
           CLAMP (py, frame.y + 1, frame.y + frame.height - 1));
  say (self);
  return TRUE;
}

static gboolean
key_cb (GradusFigurePointer *self, guint key, guint code, GdkModifierType modifiers)
{
  double steps = (modifiers & GDK_CONTROL_MASK) != 0 ? LEAP : 1;

  if ((modifiers & (GDK_SHIFT_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Left:
      return walk (self, -steps);
    case GDK_KEY_Right:
      return walk (self, steps);
    case GDK_KEY_Home:
      return walk (self, -1e4);
    case GDK_KEY_End:
      return walk (self, 1e4);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (!self->by_keys)
        return FALSE;
      press (self, self->x, self->y);
      return TRUE;
    default:
      return FALSE;
    }
}

void
gradus_figure_pointer_init (GradusFigurePointer *self, GradusFigureView *view)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkWidget *widget = GTK_WIDGET (view);

  *self = (GradusFigurePointer){ .view = view, .ground = widget, .x = -1, .y = -1 };
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (widget, motion);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (widget, keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_leave_cb), self);
  gtk_widget_add_controller (widget, focus);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
}

void
gradus_figure_pointer_set_session (GradusFigurePointer *self, GradusSession *session)
{
  self->session = session;
}

void
gradus_figure_pointer_snapshot (const GradusFigurePointer *self, GtkSnapshot *snapshot,
                                const GradusFigure *figure)
{
  double x, y;

  if (self->x < 0
      || !gtk_widget_translate_coordinates (GTK_WIDGET (self->view), self->ground, self->x, self->y,
                                            &x, &y))
    return;
  g_autofree char *words =
      gradus_hover_tell (figure, get_width (self), get_height (self), self->x, self->y);
  if (words != NULL)
    gradus_hover_snapshot (self->ground, snapshot, words, x, y);
}
