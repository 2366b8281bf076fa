/* The actions of a window that open and save files. */
#pragma once

#include "app/message-bar.h"
#include "app/session.h"

typedef struct _GradusFiler GradusFiler;

/* Adds win.open and win.save to the window: they ask for a name, and what goes wrong is told in the
 * message bar. Borrows all three, which must outlive it. Returns: (transfer full). */
GradusFiler *gradus_filer_new (GtkApplicationWindow *window, GradusSession *session,
                               GradusMessageBar *message_bar);
void gradus_filer_free (GradusFiler *self);

/* Opens what the program was asked to open: an experiment, a file of data, a lesson, a table of
 * published figures. */
void gradus_filer_open (GradusFiler *self, GFile *file);
