/* Which epoch is on screen, and a slider through all recorded ones. */
#pragma once

#include <gtk/gtk.h>

#include "app/session.h"

#define GRADUS_TYPE_TIMELINE (gradus_timeline_get_type ())
G_DECLARE_FINAL_TYPE (GradusTimeline, gradus_timeline, GRADUS, TIMELINE, GtkWidget)

/* Follows the session and steers it, for good. */
void gradus_timeline_set_session (GradusTimeline *self, GradusSession *session);
