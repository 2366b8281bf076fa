/* A message above the plots that can be dismissed: what could not be done, and what would be right.
 */
#pragma once

#include <gtk/gtk.h>

#define GRADUS_TYPE_MESSAGE_BAR (gradus_message_bar_get_type ())
G_DECLARE_FINAL_TYPE (GradusMessageBar, gradus_message_bar, GRADUS, MESSAGE_BAR, GtkWidget)

/* Shows the message in the place of the one before. */
void gradus_message_bar_show (GradusMessageBar *self, const char *message);
void gradus_message_bar_dismiss (GradusMessageBar *self);
