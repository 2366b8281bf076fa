/* The status bar: the run's state, and a sentence on what goes on that leads to its picture. */
#pragma once

#include <gtk/gtk.h>

#include "app/session.h"

/* Property: wrapped (boolean): the sentence alone, whole, in as many lines as it needs. */
#define GRADUS_TYPE_NARRATOR_LINE (gradus_narrator_line_get_type ())
G_DECLARE_FINAL_TYPE (GradusNarratorLine, gradus_narrator_line, GRADUS, NARRATOR_LINE, GtkWidget)

/* Follows the session, for good. */
void gradus_narrator_line_set_session (GradusNarratorLine *self, GradusSession *session);
