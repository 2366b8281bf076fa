/* When the next frame of a window is due. */
#pragma once

#include <glib.h>

/* Of all windows that are on screen, the one that is due first after now, or G_MAXINT64. Times are
 * monotonic and in µs. */
gint64 gradus_frames_next (gint64 now);
