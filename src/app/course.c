/* A lesson under way in a session: each step's experiment, its question, and what it waits for. */
#include "app/course.h"

#include <locale.h>
#include <math.h>
#include <string.h>

#include "core/curvature.h"
#include "core/placeholder.h"
#include "plot/lesson-words.h"

#define DECADES 5 /* as the session maps its speed */

struct _GradusCourse
{
  GObject parent_instance;

  GradusSession *session;
  GradusLesson *lesson; /* NULL: none is under way */
  int place;
  GradusCoursePhase phase;
  int answer;
  GHashTable *told; /* words of the step → the same with their numbers */

  GradusSpec before; /* the experiment that the lesson took the place of */
  double speed_before;
};

G_DEFINE_FINAL_TYPE (GradusCourse, gradus_course, G_TYPE_OBJECT)

enum
{
  CHANGED,
  PROGRESSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What measures are taken of, and what had to be made for it. */
typedef struct
{
  int n;
  GradusMeasured runs[GRADUS_MAX_LESSON_RUNS];
  GradusDiagnosis *diagnoses[GRADUS_MAX_LESSON_RUNS];
} Look;

static void
look_at_run (GradusCourse *self, int i, GradusMeasureNeeds needs, Look *look)
{
  GradusScene *scene = NULL;
  const GradusTrainer *trainer = gradus_session_get_compared (self->session, i, &scene);
  const GradusHistory *history = gradus_trainer_get_history (trainer);
  const GradusNetwork *network = gradus_trainer_get_network (trainer);
  GradusDataset *training = gradus_trainer_get_training (trainer);

  if (needs >= GRADUS_NEEDS_DIAGNOSIS)
    look->diagnoses[i] = gradus_diagnosis_new (network, training);
  look->runs[i] = (GradusMeasured){
    .spec = gradus_trainer_get_spec (trainer),
    .row = history->n_rows > 0 ? &history->last : NULL,
    .start_row = history->n_rows > 0 ? &history->rows[0] : NULL,
    .network = network,
    .diagnosis = look->diagnoses[i],
    .start = scene != NULL && scene->start != NULL     ? scene->start
             : gradus_trainer_get_epoch (trainer) == 0 ? look->diagnoses[i]
                                                       : NULL,
    .landmarks = gradus_session_get_compared_landmarks (self->session, i),
    .largest_eigenvalue =
        needs >= GRADUS_NEEDS_EIGENVALUE
            ? gradus_curvature_measure (network, training, gradus_trainer_get_spec (trainer)->l2)
                  .value
            : NAN,
    .is_finished = gradus_trainer_get_status (trainer) == GRADUS_TRAINER_FINISHED,
  };
}

static void
look_begin (GradusCourse *self, GradusMeasureNeeds needs, Look *look)
{
  memset (look, 0, sizeof *look);
  look->n = MIN (gradus_session_count_runs (self->session), GRADUS_MAX_LESSON_RUNS);
  for (int i = 0; i < look->n; i++)
    look_at_run (self, i, needs, look);
}

static void
look_end (Look *look)
{
  for (int i = 0; i < look->n; i++)
    g_clear_pointer (&look->diagnoses[i], gradus_diagnosis_unref);
}

/* Whether all of the conditions hold of the newest epoch. */
static gboolean
hold (GradusCourse *self, const GArray *conditions)
{
  Look look;

  if (conditions->len == 0)
    return TRUE;
  look_begin (self, gradus_conditions_need (conditions), &look);
  gboolean is_so = gradus_conditions_find_false (conditions, look.runs, look.n) == NULL;
  look_end (&look);
  return is_so;
}

static gboolean
goal_cb (GradusSession *session, gpointer data)
{
  GradusCourse *self = data;

  return hold (self, self->lesson->steps[self->place].wait);
}

static void
set_phase (GradusCourse *self, GradusCoursePhase phase)
{
  self->phase = phase;
  gradus_session_set_goal (self->session, phase == GRADUS_COURSE_WAITING ? goal_cb : NULL, self);
  if (phase == GRADUS_COURSE_OVER || phase == GRADUS_COURSE_MISSED)
    g_object_set (self->session, "training", FALSE, NULL);
}

static gboolean
is_run_over (GradusCourse *self)
{
  GradusSessionState state = gradus_session_get_state (self->session);

  return state == GRADUS_SESSION_FINISHED || state == GRADUS_SESSION_DIVERGED;
}

/* From what the run is now, what the phase is, once the question is out of the way. */
static GradusCoursePhase
find_phase (GradusCourse *self)
{
  const GradusLessonStep *step = &self->lesson->steps[self->place];

  if (hold (self, step->wait))
    return GRADUS_COURSE_OVER;
  return is_run_over (self) ? GRADUS_COURSE_MISSED : GRADUS_COURSE_WAITING;
}

/* The step's run is there: now it asks, or waits. */
static void
open_step (GradusCourse *self)
{
  const GradusLessonStep *step = &self->lesson->steps[self->place];

  set_phase (self, step->question != NULL ? GRADUS_COURSE_ASKING : find_phase (self));
  g_signal_emit (self, signals[CHANGED], 0);
  if (step->goes && self->phase == GRADUS_COURSE_WAITING)
    g_object_set (self->session, "training", TRUE, NULL);
}

static gboolean
is_busy (GradusCourse *self)
{
  gboolean is_so;

  g_object_get (self->session, "busy", &is_so, NULL);
  return is_so;
}

static void
restarted_cb (GradusCourse *self)
{
  if (self->phase == GRADUS_COURSE_PREPARING && !is_busy (self))
    open_step (self);
  else if (self->phase == GRADUS_COURSE_MISSED)
    {
      set_phase (self, find_phase (self));
      g_signal_emit (self, signals[CHANGED], 0);
    }
}

/* The step's words can be read all the same. */
static void
failed_cb (GradusCourse *self)
{
  if (self->phase == GRADUS_COURSE_PREPARING && !is_busy (self))
    open_step (self);
}

static void
advanced_cb (GradusCourse *self)
{
  if (self->lesson == NULL)
    return;
  if (self->phase == GRADUS_COURSE_WAITING || self->phase == GRADUS_COURSE_MISSED)
    {
      GradusCoursePhase phase = find_phase (self);

      if (phase != self->phase)
        {
          set_phase (self, phase);
          g_signal_emit (self, signals[CHANGED], 0);
        }
    }
  g_signal_emit (self, signals[PROGRESSED], 0);
}

static void
gradus_course_dispose (GObject *object)
{
  GradusCourse *self = GRADUS_COURSE (object);

  if (self->session != NULL)
    gradus_session_set_goal (self->session, NULL, NULL);
  g_clear_object (&self->session);
  g_clear_pointer (&self->lesson, gradus_lesson_unref);
  g_clear_pointer (&self->told, g_hash_table_unref);
  G_OBJECT_CLASS (gradus_course_parent_class)->dispose (object);
}

static void
gradus_course_class_init (GradusCourseClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gradus_course_dispose;
  signals[CHANGED] = g_signal_new ("changed", GRADUS_TYPE_COURSE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[PROGRESSED] = g_signal_new ("progressed", GRADUS_TYPE_COURSE, G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 0);
}

static void
gradus_course_init (GradusCourse *self)
{
  self->answer = -1;
  self->told = g_hash_table_new_full (NULL, NULL, NULL, g_free);
}

GradusCourse *
gradus_course_new (GradusSession *session)
{
  GradusCourse *self = g_object_new (GRADUS_TYPE_COURSE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "restarted", G_CALLBACK (restarted_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "failed", G_CALLBACK (failed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (session, "advanced", G_CALLBACK (advanced_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::state", G_CALLBACK (advanced_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/* A run of the spec from its start. */
static void
start_anew (GradusCourse *self, const GradusSpec *spec)
{
  GradusKnobs *knobs = gradus_session_get_knobs (self->session);

  g_object_set (self->session, "training", FALSE, NULL);
  if (gradus_spec_equal (gradus_knobs_get_spec (knobs), spec))
    gradus_session_reset (self->session);
  else
    gradus_knobs_set_spec (knobs, spec);
}

void
gradus_course_turn_to (GradusCourse *self, int place)
{
  g_return_if_fail (GRADUS_IS_COURSE (self));
  g_return_if_fail (self->lesson != NULL && place >= 0 && place < self->lesson->n_steps);

  const GradusLessonStep *step = &self->lesson->steps[place];
  gboolean goes_on =
      place == self->place + 1 && !step->is_new_run && self->phase != GRADUS_COURSE_PREPARING;
  self->place = place;
  self->answer = -1;
  g_hash_table_remove_all (self->told);
  set_phase (self, GRADUS_COURSE_PREPARING);
  g_object_set (self->session, "training", FALSE, NULL);
  if (step->speed > 0)
    g_object_set (self->session, "speed",
                  isinf (step->speed) ? 1.0 : CLAMP (log10 (step->speed) / DECADES, 0, 1), NULL);
  if (!goes_on)
    start_anew (self, step->spec);
  else
    {
      g_object_set (gradus_session_get_knobs (self->session), "epochs", (double) step->spec->epochs,
                    NULL);
      open_step (self);
    }
}

void
gradus_course_begin (GradusCourse *self, GradusLesson *lesson)
{
  g_return_if_fail (GRADUS_IS_COURSE (self));

  if (self->lesson == NULL)
    {
      self->before = *gradus_knobs_get_spec (gradus_session_get_knobs (self->session));
      g_object_get (self->session, "speed", &self->speed_before, NULL);
    }
  gradus_lesson_ref (lesson);
  g_clear_pointer (&self->lesson, gradus_lesson_unref);
  self->lesson = lesson;
  self->place = -1;
  gradus_course_turn_to (self, 0);
}

void
gradus_course_end (GradusCourse *self)
{
  g_return_if_fail (GRADUS_IS_COURSE (self));

  if (self->lesson == NULL)
    return;
  set_phase (self, GRADUS_COURSE_NONE);
  g_hash_table_remove_all (self->told);
  g_clear_pointer (&self->lesson, gradus_lesson_unref);
  g_object_set (self->session, "speed", self->speed_before, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
gradus_course_leave (GradusCourse *self)
{
  g_return_if_fail (GRADUS_IS_COURSE (self));

  if (self->lesson == NULL)
    return;
  gradus_course_end (self);
  start_anew (self, &self->before);
}

void
gradus_course_answer (GradusCourse *self, int choice)
{
  g_return_if_fail (GRADUS_IS_COURSE (self));

  if (self->phase != GRADUS_COURSE_ASKING || choice < 0
      || choice >= self->lesson->steps[self->place].n_choices)
    return;
  self->answer = choice;
  set_phase (self, find_phase (self));
  g_signal_emit (self, signals[CHANGED], 0);
  if (self->lesson->steps[self->place].goes && self->phase == GRADUS_COURSE_WAITING)
    g_object_set (self->session, "training", TRUE, NULL);
}

GradusCoursePhase
gradus_course_get_phase (GradusCourse *self)
{
  g_return_val_if_fail (GRADUS_IS_COURSE (self), GRADUS_COURSE_NONE);

  return self->phase;
}

GradusLesson *
gradus_course_get_lesson (GradusCourse *self)
{
  g_return_val_if_fail (GRADUS_IS_COURSE (self), NULL);

  return self->lesson;
}

int
gradus_course_get_place (GradusCourse *self)
{
  g_return_val_if_fail (GRADUS_IS_COURSE (self), 0);

  return self->place;
}

const GradusLessonStep *
gradus_course_get_step (GradusCourse *self)
{
  g_return_val_if_fail (GRADUS_IS_COURSE (self), NULL);

  return self->lesson != NULL ? &self->lesson->steps[self->place] : NULL;
}

int
gradus_course_get_answer (GradusCourse *self)
{
  g_return_val_if_fail (GRADUS_IS_COURSE (self), -1);

  return self->answer;
}

double
gradus_course_get_progress (GradusCourse *self)
{
  g_return_val_if_fail (GRADUS_IS_COURSE (self), NAN);

  const GradusLessonStep *step = gradus_course_get_step (self);
  gint64 epoch = step != NULL ? gradus_conditions_get_epoch (step->wait) : -1;
  double now;

  if (epoch <= 0)
    return NAN;
  g_object_get (self->session, "epoch", &now, NULL);
  return fmin (now / (double) epoch, 1);
}

char *
gradus_course_tell (GradusCourse *self, const char *words)
{
  GradusMeasureNeeds needs = GRADUS_NEEDS_ROW;
  Look look;

  g_return_val_if_fail (GRADUS_IS_COURSE (self) && words != NULL, NULL);

  const char *told = g_hash_table_lookup (self->told, words);
  if (told != NULL)
    return g_strdup (told);
  gradus_placeholders_check (words, &needs, NULL);
  look_begin (self, needs, &look);
  char *filled = gradus_lesson_fill (words, look.runs, look.n, localeconv ()->decimal_point);
  look_end (&look);
  g_hash_table_insert (self->told, (char *) words, g_strdup (filled));
  return filled;
}
