/* What a lesson does to a window: controls locked or hidden, and what it speaks of framed. */
#pragma once

#include <gtk/gtk.h>

/* Which widget is a place of core/lesson-places.h is said in the .ui files: its name is "place-"
 * and the place's. */
typedef struct _GradusLessonMarks GradusLessonMarks;

/* Borrows the window, which must outlive it. Returns: (transfer full). */
GradusLessonMarks *gradus_lesson_marks_new (GtkApplicationWindow *window);
/* Takes nothing back: the window is going. */
void gradus_lesson_marks_free (GradusLessonMarks *self);

/* Takes back all that was done. */
void gradus_lesson_marks_clear (GradusLessonMarks *self);

/* A control cannot be used, and neither can its keys; reason is its tooltip meanwhile. */
void gradus_lesson_marks_lock (GradusLessonMarks *self, const char *place, const char *reason);
/* It is not there either. */
void gradus_lesson_marks_hide (GradusLessonMarks *self, const char *place);
/* A frame around it. */
void gradus_lesson_marks_highlight (GradusLessonMarks *self, const char *place);
