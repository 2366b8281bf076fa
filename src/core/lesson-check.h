/* What the keys of a lesson's step must have to do with each other; for core/lesson-read.c. */
#pragma once

#include "core/key-text.h"
#include "core/lesson.h"
#include "core/placeholder.h"

/* Whether a question has choices, each with its reply, and the other way round. */
gboolean gradus_lesson_check_question (const GradusKeyText *text, const char *group,
                                       const GradusLessonStep *step, GError **error);

/* Whether a run of one experiment can go on as the next one: at most their epochs differ. before
 * may be NULL. */
gboolean gradus_lesson_goes_on (const GradusSpec *before, const GradusSpec *spec);

/* What is left once all keys are read: what is waited for can come, what is asked of the run is
 * there. */
gboolean gradus_lesson_check_step (const GradusKeyText *text, const char *group,
                                   const GradusLessonStep *step, GError **error);
