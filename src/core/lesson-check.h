/* What the keys of a lesson's step must have to do with each other; for core/lesson-read.c. */
#pragma once

#include "core/lesson.h"
#include "core/placeholder.h"

/* A lesson's file while it is read. Borrows all. */
typedef struct
{
  GKeyFile *keys;
  char **lines;
  const char *name;
} GradusLessonText;

/* Sets a GRADUS_ERROR_DATA: "name:line: [group] key: what is wrong"; key may be NULL.
 * Returns: FALSE. */
gboolean gradus_lesson_fail (const GradusLessonText *text, const char *group, const char *key,
                             GError **error, const char *format, ...) G_GNUC_PRINTF (5, 6);

/* Whether a question has choices, each with its reply, and the other way round. */
gboolean gradus_lesson_check_question (const GradusLessonText *text, const char *group,
                                       const GradusLessonStep *step, GError **error);

/* Whether a run of one experiment can go on as the next one: at most their epochs differ. before
 * may be NULL. */
gboolean gradus_lesson_goes_on (const GradusSpec *before, const GradusSpec *spec);

/* What is left once all keys are read: what is waited for can come, what is asked of the run is
 * there. */
gboolean gradus_lesson_check_step (const GradusLessonText *text, const char *group,
                                   const GradusLessonStep *step, GError **error);
