/* A lesson: steps with words, an experiment each, a question, what to wait for, and the reveal. */
#pragma once

#include "core/condition.h"
#include "core/spec.h"

#define GRADUS_MAX_CHOICES 9
#define GRADUS_MAX_LESSON_STEPS 100

/* All words are in light markup (core/markup.h), may have several paragraphs with a line break
 * between, and placeholders (core/placeholder.h). Words that the file leaves out are NULL. */
typedef struct
{
  char *caption;
  char *question;
  int n_choices;
  char *choices[GRADUS_MAX_CHOICES];
  char *replies[GRADUS_MAX_CHOICES];
  int right; /* from 0 on; -1: none is */
  char *reveal;

  GradusSpec *spec;    /* the experiment of this step */
  gboolean is_new_run; /* it begins with a run of its own; else the one before goes on */
  gboolean goes;       /* training begins by itself */
  double speed;        /* epochs a second; INFINITY: flat out; 0: as it is */
  char **lock;         /* names of places (core/lesson-places.h), never NULL */
  char **hide;
  char **highlight;
  GArray *wait;   /* of GradusCondition; empty: there is nothing to wait for */
  GArray *expect; /* of GradusCondition: what must hold once the wait is over */
} GradusLessonStep;

typedef struct
{
  gatomicrefcount ref_count;
  char *name; /* of the file */
  char *title;
  char *summary;
  int order; /* where it stands among others */
  int n_steps;
  GradusLessonStep *steps;
} GradusLesson;

/* Reads a lesson from text; name is used in messages, and relative file= are taken relative to its
 * folder. Words in the user's language take the place of the others (title[de]=).
 *
 * [lesson] has title, summary and order (may be left out); [step 1], [step 2], … have caption,
 * question, choice-1, reply-1, …, right, reveal, restart, train, speed, lock, hide, highlight,
 * wait, expect, and the fields of an experiment. The fields, lock and hide count on in the steps
 * behind. A step whose fields differ from those before it, but for epochs, or with restart=true,
 * begins a run of its own.
 *
 * Immutable once made, apart from its count of references. Returns: (transfer full), or NULL with a
 * GRADUS_ERROR_DATA that names file, line, group and key, and says what would be right. */
GradusLesson *gradus_lesson_from_text (const char *text, gsize length, const char *name,
                                       GError **error);
/* Reads the lesson file at path. */
GradusLesson *gradus_lesson_load (const char *path, GError **error);
GradusLesson *gradus_lesson_ref (GradusLesson *self);
void gradus_lesson_unref (GradusLesson *self);

/* Which of two in a GPtrArray stands first: by their order, then by their titles. */
int gradus_lesson_compare (gconstpointer a, gconstpointer b);

/* How many runs a step trains in step with each other. */
int gradus_lesson_step_count_runs (const GradusLessonStep *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GradusLesson, gradus_lesson_unref)
