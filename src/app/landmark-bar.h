/* A slim bar over the time slider that marks what the run has passed. */
#pragma once

#include <gtk/gtk.h>

#include "app/session.h"

/* Property: range (GtkRange), the slider whose values are epochs; the bar lies over it, as wide.
 * A click on a mark shows its epoch. */
#define GRADUS_TYPE_LANDMARK_BAR (gradus_landmark_bar_get_type ())
G_DECLARE_FINAL_TYPE (GradusLandmarkBar, gradus_landmark_bar, GRADUS, LANDMARK_BAR, GtkWidget)

/* Follows the session, for good. */
void gradus_landmark_bar_set_session (GradusLandmarkBar *self, GradusSession *session);
