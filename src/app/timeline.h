/* Which epoch is on screen, a slider through all of them, and what plays them and jumps between
 * them.
 */
#pragma once

#include <gtk/gtk.h>

#include "app/session.h"

#define GRADUS_TYPE_TIMELINE (gradus_timeline_get_type ())
G_DECLARE_FINAL_TYPE (GradusTimeline, gradus_timeline, GRADUS, TIMELINE, GtkWidget)

/* Follows the session and steers it, for good. */
void gradus_timeline_set_session (GradusTimeline *self, GradusSession *session);

/* Adds play-back, play-forward, previous-landmark, next-landmark and go-to-epoch to the map of the
 * window that the timeline is in; to be called before there is a session. */
void gradus_timeline_add_actions (GradusTimeline *self, GActionMap *map);
