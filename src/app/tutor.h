/* The lessons of a window: the list of them, the one under way, and what it does to the window. */
#pragma once

#include "app/lesson-panel.h"
#include "app/message-bar.h"

/* Adds win.lessons (asks which), win.open-lesson (a path, as bytes), win.lesson-back,
 * win.lesson-next (at the last step: leaves), win.leave-lesson and win.end-lesson (the session has
 * been taken over) to the window. All are borrowed, the window owns what is made. */
void gradus_tutor_add (GtkApplicationWindow *window, GradusSession *session,
                       GradusLessonPanel *panel, GradusMessageBar *message_bar);
