/* The table of a sweep on screen, with a cursor. */
#include "app/sweep-view.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "app/figure-snapshot.h"
#include "app/hover.h"
#include "app/look.h"
#include "plot/sweep-layout.h"
#include "plot/sweep-words.h"

#define DESCRIPTION_MS 300 /* a screen reader is not told of each frame */

struct _GradusSweepView
{
  GtkWidget parent_instance;

  GradusEasel easel;
  const GradusSweep *sweep;
  GradusSweepMeasure measure;
  GradusCaptions captions;
  gboolean has_cursor;
  int row, column;             /* of the cursor */
  double pointer_x, pointer_y; /* negative: not over the table */
  guint description_id;
};

G_DEFINE_FINAL_TYPE (GradusSweepView, gradus_sweep_view, GTK_TYPE_WIDGET)

enum
{
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

void
gradus_sweep_view_init_figure (GradusSweepView *self, GradusFigure *figure)
{
  g_return_if_fail (GRADUS_IS_SWEEP_VIEW (self));

  gradus_figure_init (figure, GRADUS_VIEW_SWEEP, &self->captions);
  gradus_look_init_figure (GTK_WIDGET (self), figure);
  figure->sweep = self->sweep;
  figure->sweep_measure = self->measure;
}

/* First the cell of the cursor, then the whole. */
static gboolean
describe_cb (gpointer data)
{
  GradusSweepView *self = data;
  GradusFigure figure;

  self->description_id = 0;
  gradus_sweep_view_init_figure (self, &figure);
  g_autofree char *sentence = gradus_figure_describe (&figure);
  if (self->has_cursor && self->sweep != NULL)
    {
      g_autofree char *cell = gradus_sweep_tell_cell (self->sweep, self->row, self->column,
                                                      self->captions.decimal_point);
      g_auto (GStrv) lines = g_strsplit (cell, "\n", -1);
      g_autofree char *line = g_strjoinv (", ", lines);
      g_autofree char *whole = g_strconcat (line, ". ", sentence, NULL);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      whole, -1);
    }
  else
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    sentence, -1);
  return G_SOURCE_REMOVE;
}

void
gradus_sweep_view_update (GradusSweepView *self)
{
  g_return_if_fail (GRADUS_IS_SWEEP_VIEW (self));

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->description_id == 0)
    self->description_id = g_timeout_add (DESCRIPTION_MS, describe_cb, self);
}

void
gradus_sweep_view_set_sweep (GradusSweepView *self, const GradusSweep *sweep)
{
  g_return_if_fail (GRADUS_IS_SWEEP_VIEW (self));

  self->sweep = sweep;
  if (sweep == NULL || self->row >= sweep->n_rows || self->column >= sweep->n_columns)
    {
      self->row = self->column = 0;
      self->has_cursor = FALSE;
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gradus_sweep_view_update (self);
}

void
gradus_sweep_view_set_measure (GradusSweepView *self, GradusSweepMeasure measure)
{
  g_return_if_fail (GRADUS_IS_SWEEP_VIEW (self));

  self->measure = measure;
  gradus_sweep_view_update (self);
}

/* Where the window is lower than the table. */
static void
scroll_to_cursor (GradusSweepView *self)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  GradusSweepLayout layout;
  GradusFigure figure;

  gradus_sweep_view_init_figure (self, &figure);
  if (window == NULL
      || !gradus_sweep_layout (&figure, gtk_widget_get_width (GTK_WIDGET (self)),
                               gtk_widget_get_height (GTK_WIDGET (self)), &layout))
    return;
  GradusRect rect = gradus_sweep_cell_rect (&layout, self->row, self->column);
  gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (window)),
                             self->row == 0 ? 0 : rect.y - 4, rect.y + rect.height + 4);
}

static void
move_to (GradusSweepView *self, int row, int column)
{
  if (self->sweep == NULL)
    return;
  self->has_cursor = TRUE;
  self->row = CLAMP (row, 0, self->sweep->n_rows - 1);
  self->column = CLAMP (column, 0, self->sweep->n_columns - 1);
  scroll_to_cursor (self);
  gradus_sweep_view_update (self);
}

static void
open_cell (GradusSweepView *self)
{
  if (self->sweep != NULL && self->has_cursor)
    g_signal_emit (self, signals[OPENED], 0, self->row, self->column);
}

/* Where a key moves the cursor to. Returns: FALSE where it moves nothing. */
static gboolean
find_move (const GradusSweepView *self, guint key, int *row, int *column)
{
  *row = self->row;
  *column = self->column;
  switch (key)
    {
    case GDK_KEY_Left:
      --*column;
      return TRUE;
    case GDK_KEY_Right:
      ++*column;
      return TRUE;
    case GDK_KEY_Up:
      --*row;
      return TRUE;
    case GDK_KEY_Down:
      ++*row;
      return TRUE;
    case GDK_KEY_Home:
      *column = 0;
      return TRUE;
    case GDK_KEY_End:
      *column = G_MAXINT;
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
key_cb (GradusSweepView *self, guint key, guint code, GdkModifierType state)
{
  gboolean is_enter = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter;
  int row, column;

  if (self->sweep == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0
      || !(find_move (self, key, &row, &column) || is_enter))
    return FALSE;
  if (!self->has_cursor) /* it comes first, and then moves */
    move_to (self, 0, 0);
  else if (is_enter)
    open_cell (self);
  else
    move_to (self, row, column);
  return TRUE;
}

static void
pressed_cb (GradusSweepView *self, int n_press, double x, double y)
{
  GradusFigure figure;
  GradusTarget target;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  gradus_sweep_view_init_figure (self, &figure);
  if (!gradus_figure_find (&figure, gtk_widget_get_width (GTK_WIDGET (self)),
                           gtk_widget_get_height (GTK_WIDGET (self)), x, y, &target))
    return;
  move_to (self, target.unit, target.input);
  open_cell (self);
}

static void
motion_cb (GradusSweepView *self, double x, double y)
{
  self->pointer_x = x;
  self->pointer_y = y;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
leave_cb (GradusSweepView *self)
{
  motion_cb (self, -1, -1);
}

/* The cursor comes with the first focus by keyboard, so that it is seen where the keys go. */
static void
focus_cb (GradusSweepView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (!self->has_cursor && root != NULL && gtk_window_get_focus_visible (GTK_WINDOW (root)))
    move_to (self, 0, 0);
}

static void
gradus_sweep_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GradusSweepView *self = GRADUS_SWEEP_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  GradusTarget cursor = { .kind = self->has_cursor ? GRADUS_TARGET_CELL : GRADUS_TARGET_NONE,
                          .unit = self->row,
                          .input = self->column };
  GradusFigure figure;

  if (width < 1 || height < 1)
    return;
  gradus_sweep_view_init_figure (self, &figure);
  gradus_figure_snapshot (snapshot, &self->easel, &figure, width, height,
                          gtk_widget_get_scale_factor (widget), &cursor, -1);
  if (self->pointer_x < 0)
    return;
  g_autofree char *words =
      gradus_hover_tell (&figure, width, height, self->pointer_x, self->pointer_y);
  if (words != NULL)
    gradus_hover_snapshot (widget, snapshot, words, self->pointer_x, self->pointer_y);
}

static GtkSizeRequestMode
gradus_sweep_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
gradus_sweep_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                           int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  GradusFigure figure;

  *minimum = *natural = 240;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  gradus_sweep_view_init_figure (GRADUS_SWEEP_VIEW (widget), &figure);
  *minimum = *natural =
      (int) gradus_figure_natural_height (&figure, for_size > 0 ? for_size : *natural);
}

static void
gradus_sweep_view_dispose (GObject *object)
{
  GradusSweepView *self = GRADUS_SWEEP_VIEW (object);

  g_clear_handle_id (&self->description_id, g_source_remove);
  gradus_easel_clear (&self->easel);
  self->sweep = NULL;
  G_OBJECT_CLASS (gradus_sweep_view_parent_class)->dispose (object);
}

static void
gradus_sweep_view_class_init (GradusSweepViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gradus_sweep_view_dispose;
  widget_class->snapshot = gradus_sweep_view_snapshot;
  widget_class->measure = gradus_sweep_view_measure;
  widget_class->get_request_mode = gradus_sweep_view_get_request_mode;
  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "figure");
}

static void
gradus_sweep_view_init (GradusSweepView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->measure = GRADUS_SWEEP_ACCURACY;
  self->pointer_x = self->pointer_y = -1;
  gradus_captions_init (&self->captions, localeconv ()->decimal_point);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}
