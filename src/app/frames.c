/* When the next frame of a window is due. */
#include "app/frames.h"

#include <gtk/gtk.h>

/* GTK waits in whole milliseconds: a frame may yet come so many µs after it was due. */
#define LATE 6000

/* As GTK counts it: an interval after the last frame; a window that rests has none ahead of it. */
static gint64
find_next (GtkWidget *window, gint64 now)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  GdkFrameTimings *last = clock != NULL ? gdk_frame_clock_get_current_timings (clock) : NULL;
  gint64 interval;

  if (last == NULL)
    return G_MAXINT64;
  gdk_frame_clock_get_refresh_info (clock, now, &interval, NULL);
  gint64 due = gdk_frame_timings_get_frame_time (last) + interval;
  return due > now - LATE ? due : G_MAXINT64;
}

gint64
gradus_frames_next (gint64 now)
{
  GListModel *windows = gtk_window_get_toplevels ();
  gint64 next = G_MAXINT64;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      next = MIN (next, find_next (window, now));
    }
  return next;
}
