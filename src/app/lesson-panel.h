/* The lesson under way, beside the plots: words, question, what is waited for, and the reveal. */
#pragma once

#include <gtk/gtk.h>

#include "app/course.h"

/* Visible while a lesson is under way. The choices are the keys 1 to 9 as well, wherever the focus
 * is but in a field of text. What is said last (reply, reveal) is the name of a widget whose role
 * is "status". Its buttons are the actions win.lesson-back, win.lesson-next and win.leave-lesson.
 */
#define GRADUS_TYPE_LESSON_PANEL (gradus_lesson_panel_get_type ())
G_DECLARE_FINAL_TYPE (GradusLessonPanel, gradus_lesson_panel, GRADUS, LESSON_PANEL, GtkWidget)

/* Follows the course, for good. */
void gradus_lesson_panel_set_course (GradusLessonPanel *self, GradusCourse *course);

/* A lesson is about to begin: beside the controls it takes two thirds of their height, and as much
 * width as they have, so that nothing else moves. */
void gradus_lesson_panel_take_room (GradusLessonPanel *self);
