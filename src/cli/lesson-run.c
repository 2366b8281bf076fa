/* --lesson: a lesson from start to end without a window. */
#include "cli/lesson-run.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "cli/report.h"
#include "cli/shipped-file.h"
#include "core/compare.h"
#include "core/curvature.h"
#include "core/lesson.h"
#include "core/placeholder.h"
#include "core/shipped.h"
#include "core/source.h"
#include "core/trainer.h"
#include "core/watch.h"
#include "plot/lesson-words.h"

/* Where a run that trains until told has to have come to what is waited for. */
#define MAX_WAIT 1000000

/* A run and what is known of its newest epoch. */
typedef struct
{
  GradusTrainer *trainer;
  GradusWatch *watch;
  GradusLandmarks landmarks;
  GradusDiagnosis *start, *diagnosis;
  double largest_eigenvalue;
} Run;

typedef struct
{
  const GradusOptions *options;
  GradusLesson *lesson;
  Run runs[GRADUS_MAX_LESSON_RUNS];
  GradusMeasured measured[GRADUS_MAX_LESSON_RUNS];
  int n_runs;
  gboolean has_failed;
} Class;

static void
clear_run (Run *run)
{
  g_clear_pointer (&run->trainer, gradus_trainer_free);
  g_clear_pointer (&run->watch, gradus_watch_free);
  g_clear_pointer (&run->start, gradus_diagnosis_unref);
  g_clear_pointer (&run->diagnosis, gradus_diagnosis_unref);
}

static gboolean
is_over (const Run *run)
{
  return gradus_trainer_get_status (run->trainer) >= GRADUS_TRAINER_FINISHED;
}

/* One more epoch is recorded, unless the run is over. */
static void
train_one (Run *run)
{
  gint64 before = gradus_trainer_get_epoch (run->trainer);

  gradus_trainer_run (run->trainer, 1);
  gint64 epoch = gradus_trainer_get_epoch (run->trainer);
  if (epoch > before
      && gradus_watch_see (run->watch, gradus_trainer_get_network (run->trainer), epoch))
    gradus_watch_work (run->watch, G_MAXINT);
  g_clear_pointer (&run->diagnosis, gradus_diagnosis_unref);
  run->largest_eigenvalue = NAN;
}

static gboolean
begin_run (Run *run, const GradusSpec *spec, int n_threads, GError **error)
{
  g_autoptr (GradusDataset) data = gradus_source_load (spec, error);

  if (data == NULL)
    return FALSE;
  run->trainer = gradus_trainer_new (spec, data, error);
  if (run->trainer == NULL)
    return FALSE;
  gradus_trainer_set_threads (run->trainer, n_threads);
  run->watch = gradus_watch_new (gradus_trainer_get_network (run->trainer),
                                 gradus_trainer_get_training (run->trainer));
  train_one (run);
  run->start = gradus_diagnosis_new (gradus_trainer_get_network (run->trainer),
                                     gradus_trainer_get_training (run->trainer));
  return TRUE;
}

/* The runs of the step: new ones, or those of the step before with another last epoch. */
static gboolean
begin_step (Class *self, const GradusLessonStep *step, GError **error)
{
  g_autofree GradusSpec *spec = g_new (GradusSpec, 1);

  for (int i = 0; step->is_new_run && i < GRADUS_MAX_LESSON_RUNS; i++)
    clear_run (&self->runs[i]);
  self->n_runs = gradus_lesson_step_count_runs (step);
  for (int i = 0; i < self->n_runs; i++)
    {
      gradus_compare_pick (step->spec, i, spec);
      if (!step->is_new_run)
        gradus_trainer_set_epochs (self->runs[i].trainer, spec->epochs);
      else if (!begin_run (&self->runs[i], spec, self->options->n_threads, error))
        return FALSE;
    }
  return TRUE;
}

/* Looks at every run as closely as is needed. */
static void
look (Class *self, GradusMeasureNeeds needs)
{
  for (int i = 0; i < self->n_runs; i++)
    {
      Run *run = &self->runs[i];
      const GradusTrainer *trainer = run->trainer;
      const GradusHistory *history = gradus_trainer_get_history (trainer);
      const GradusNetwork *network = gradus_trainer_get_network (trainer);
      GradusDataset *training = gradus_trainer_get_training (trainer);

      run->landmarks = *gradus_trainer_get_landmarks (trainer);
      gradus_watch_mark (run->watch, &run->landmarks);
      if (needs >= GRADUS_NEEDS_DIAGNOSIS && run->diagnosis == NULL)
        run->diagnosis = gradus_diagnosis_new (network, training);
      if (needs >= GRADUS_NEEDS_EIGENVALUE && isnan (run->largest_eigenvalue))
        run->largest_eigenvalue =
            gradus_curvature_measure (network, training, gradus_trainer_get_spec (trainer)->l2)
                .value;
      self->measured[i] =
          (GradusMeasured){ .spec = gradus_trainer_get_spec (trainer),
                            .row = history->n_rows > 0 ? &history->last : NULL,
                            .start_row = history->n_rows > 0 ? &history->rows[0] : NULL,
                            .network = network,
                            .diagnosis = run->diagnosis,
                            .start = run->start,
                            .landmarks = &run->landmarks,
                            .largest_eigenvalue = run->largest_eigenvalue,
                            .is_finished =
                                gradus_trainer_get_status (trainer) == GRADUS_TRAINER_FINISHED };
    }
}

static void
print_words (Class *self, const char *before, const char *words)
{
  GradusMeasureNeeds needs = GRADUS_NEEDS_ROW;

  if (words == NULL || self->options->quiet)
    return;
  gradus_placeholders_check (words, &needs, NULL);
  look (self, needs);
  g_autofree char *filled = gradus_lesson_fill (words, self->measured, self->n_runs, ".");
  g_autofree char *plain = gradus_lesson_plain (filled);
  printf ("%s%s\n", before, plain);
}

static void
print_question (Class *self, const GradusLessonStep *step)
{
  print_words (self, "\n? ", step->question);
  for (int i = 0; i < step->n_choices; i++)
    {
      g_autofree char *choice = g_strdup_printf ("  %d  ", i + 1);

      print_words (self, choice, step->choices[i]);
      print_words (self, i == step->right ? "   + " : "     ", step->replies[i]);
    }
}

/* "FILE: [step 2] expect: “alike = 4”: alike is 0 at epoch 1000". */
static void
complain (Class *self, int i, const char *key, const GradusCondition *condition)
{
  const GradusMeasureName *name = &condition->name;
  const GradusMeasure *measure = name->measure;
  double value = gradus_measure_take (name, self->measured, self->n_runs);
  g_autofree char *number = gradus_lesson_number (measure, value,
                                                  measure->kind == GRADUS_MEASURE_SHARE  ? 2
                                                  : measure->kind == GRADUS_MEASURE_COST ? 6
                                                                                         : -1,
                                                  ".");
  g_autofree char *message = g_strdup_printf (
      _ ("%s: [step %d] %s: “%s” does not hold; %s is %s at epoch %" G_GINT64_FORMAT),
      self->lesson->name, i + 1, key, condition->text, measure->name, number,
      gradus_trainer_get_epoch (self->runs[MIN (name->run, self->n_runs - 1)].trainer));

  gradus_report_complain (message);
  self->has_failed = TRUE;
}

/* Trains until what the step waits for has come, or there is nothing more to come. */
static void
wait_for (Class *self, int i, const GradusLessonStep *step)
{
  GradusMeasureNeeds needs = gradus_conditions_need (step->wait);
  const GradusCondition *missing;

  look (self, needs);
  while ((missing = gradus_conditions_find_false (step->wait, self->measured, self->n_runs))
         != NULL)
    {
      gboolean goes_on = FALSE;

      for (int k = 0; k < self->n_runs; k++)
        if (!is_over (&self->runs[k])
            && gradus_trainer_get_epoch (self->runs[k].trainer) < MAX_WAIT)
          {
            train_one (&self->runs[k]);
            goes_on = TRUE;
          }
      if (!goes_on)
        break;
      look (self, needs);
    }
  if (missing != NULL)
    complain (self, i, "wait", missing);
}

static void
check_claims (Class *self, int i, const GradusLessonStep *step)
{
  look (self, gradus_conditions_need (step->expect));
  for (guint k = 0; k < step->expect->len; k++)
    {
      g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (GradusCondition));

      g_array_append_val (one, g_array_index (step->expect, GradusCondition, k));
      if (gradus_conditions_find_false (one, self->measured, self->n_runs) != NULL)
        complain (self, i, "expect", &g_array_index (step->expect, GradusCondition, k));
      else if (!self->options->quiet)
        printf ("= %s\n", g_array_index (step->expect, GradusCondition, k).text);
    }
}

static gboolean
run_steps (Class *self, GError **error)
{
  const GradusLesson *lesson = self->lesson;

  if (!self->options->quiet)
    printf ("%s\n%s\n", lesson->title, lesson->summary);
  for (int i = 0; i < lesson->n_steps; i++)
    {
      const GradusLessonStep *step = &lesson->steps[i];

      if (!begin_step (self, step, error))
        return FALSE;
      if (!self->options->quiet)
        printf (_ ("\nStep %d of %d\n"), i + 1, lesson->n_steps);
      print_words (self, "", step->caption);
      print_question (self, step);
      wait_for (self, i, step);
      print_words (self, "\n> ", step->reveal);
      check_claims (self, i, step);
    }
  return TRUE;
}

/* The lessons that ship, in the order in which the window has them. */
static gboolean
list_lessons (GError **error)
{
  g_auto (GStrv) paths = gradus_shipped_list ("lessons", ".lesson");
  g_autoptr (GPtrArray) lessons =
      g_ptr_array_new_with_free_func ((GDestroyNotify) gradus_lesson_unref);

  for (int i = 0; paths[i] != NULL; i++)
    {
      GradusLesson *lesson = gradus_lesson_load (paths[i], error);

      if (lesson == NULL)
        return FALSE;
      g_ptr_array_add (lessons, lesson);
    }
  g_ptr_array_sort (lessons, gradus_lesson_compare);
  for (guint i = 0; i < lessons->len; i++)
    {
      const GradusLesson *lesson = lessons->pdata[i];
      g_autofree char *name = g_path_get_basename (lesson->name);

      name[strlen (name) - strlen (".lesson")] = '\0';
      printf ("%-20s  %s\n", name, lesson->title);
    }
  return TRUE;
}

gboolean
gradus_lesson_run (const GradusOptions *options, GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GradusLesson) lesson = NULL;
  Class self = { .options = options };
  gboolean ok;

  if (*options->lesson == '\0')
    return list_lessons (error);
  path = gradus_shipped_file ("lesson", "lessons", ".lesson", options->lesson, error);
  lesson = path != NULL ? gradus_lesson_load (path, error) : NULL;
  self.lesson = lesson;
  ok = lesson != NULL && run_steps (&self, error);
  for (int i = 0; i < GRADUS_MAX_LESSON_RUNS; i++)
    clear_run (&self.runs[i]);
  return ok && !self.has_failed;
}
