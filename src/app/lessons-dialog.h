/* The lessons that there are, to choose one. */
#pragma once

#include <gtk/gtk.h>

#include "core/lesson.h"

#define GRADUS_TYPE_LESSONS_DIALOG (gradus_lessons_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GradusLessonsDialog, gradus_lessons_dialog, GRADUS, LESSONS_DIALOG, GtkWindow)

/* Signals: chosen (GradusLesson pointer), and own () where a file is to be opened instead; the
 * dialog closes itself after either. */
GradusLessonsDialog *gradus_lessons_dialog_new (GtkWindow *parent);
