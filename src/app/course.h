/* A lesson under way in a session: each step's experiment, its question, and what it waits for. */
#pragma once

#include "app/session.h"
#include "core/lesson.h"

typedef enum
{
  GRADUS_COURSE_NONE,      /* no lesson is under way */
  GRADUS_COURSE_PREPARING, /* the step's run is being made */
  GRADUS_COURSE_ASKING,    /* its question has no answer yet: there is to be no training */
  GRADUS_COURSE_WAITING,   /* for what the step waits for */
  GRADUS_COURSE_MISSED,    /* the run is over, and it has not come */
  GRADUS_COURSE_OVER,      /* it has come, or there was nothing to wait for */
} GradusCoursePhase;

/* Signals:
 *   changed     another lesson, step, phase or answer
 *   progressed  the run has gone on */
#define GRADUS_TYPE_COURSE (gradus_course_get_type ())
G_DECLARE_FINAL_TYPE (GradusCourse, gradus_course, GRADUS, COURSE, GObject)

/* Takes a reference to the session. */
GradusCourse *gradus_course_new (GradusSession *session);

/* Begins the lesson at its first step, in the place of one that is under way. */
void gradus_course_begin (GradusCourse *self, GradusLesson *lesson);
/* Brings back the experiment and the speed that were there before; its run begins anew. */
void gradus_course_leave (GradusCourse *self);
/* Ends the lesson, and leaves the session to who has taken it over. */
void gradus_course_end (GradusCourse *self);
/* Turns to a step, from 0 on. */
void gradus_course_turn_to (GradusCourse *self, int step);
/* Answers the question with a choice, from 0 on; without effect where there is none to answer. */
void gradus_course_answer (GradusCourse *self, int choice);

GradusCoursePhase gradus_course_get_phase (GradusCourse *self);
GradusLesson *gradus_course_get_lesson (GradusCourse *self); /* (transfer none), or NULL */
int gradus_course_get_place (GradusCourse *self);            /* which step */
const GradusLessonStep *gradus_course_get_step (GradusCourse *self);
int gradus_course_get_answer (GradusCourse *self); /* -1: none yet */
/* How much of the wait is over, 0 … 1; NAN where that cannot be said. */
double gradus_course_get_progress (GradusCourse *self);

/* Words of the step (the lesson's own string) with the numbers of the run as it was when they were
 * first due: at the step's start, or for the reveal at its end. Returns: (transfer full). */
char *gradus_course_tell (GradusCourse *self, const char *words);
