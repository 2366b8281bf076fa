/* A pointer over a window that hides when it rests. */
#include "app/shy-pointer.h"

#define REST_MS 3000

struct _GradusShyPointer
{
  GtkWidget *window; /* outlives this */
  GtkEventController *motion;
  gboolean is_shy;
  guint rest_id;
  double x, y;
};

static gboolean
rest_cb (gpointer data)
{
  GradusShyPointer *self = data;

  self->rest_id = 0;
  gtk_widget_set_cursor_from_name (self->window, "none");
  /* It points at nothing then, and nothing is told of what lies there. */
  gtk_widget_set_can_target (gtk_window_get_child (GTK_WINDOW (self->window)), FALSE);
  return G_SOURCE_REMOVE;
}

static void
show (GradusShyPointer *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  gtk_widget_set_cursor (self->window, NULL);
  gtk_widget_set_can_target (gtk_window_get_child (GTK_WINDOW (self->window)), TRUE);
  if (self->is_shy)
    self->rest_id = g_timeout_add (REST_MS, rest_cb, self);
}

/* What lies under a pointer that rests can move as well, which GTK tells as a motion. */
static void
motion_cb (GradusShyPointer *self, double x, double y)
{
  if (!self->is_shy || (x == self->x && y == self->y))
    return;
  self->x = x;
  self->y = y;
  show (self);
}

GradusShyPointer *
gradus_shy_pointer_new (GtkWidget *window)
{
  GradusShyPointer *self = g_new0 (GradusShyPointer, 1);

  self->window = window;
  self->motion = gtk_event_controller_motion_new ();
  gtk_event_controller_set_propagation_phase (self->motion, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (self->motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (window, self->motion);
  return self;
}

void
gradus_shy_pointer_free (GradusShyPointer *self)
{
  if (self == NULL)
    return;
  g_clear_handle_id (&self->rest_id, g_source_remove);
  gtk_widget_remove_controller (self->window, self->motion);
  g_free (self);
}

void
gradus_shy_pointer_set_shy (GradusShyPointer *self, gboolean is_shy)
{
  self->is_shy = is_shy;
  show (self);
}
