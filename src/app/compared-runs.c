/* The runs of a session as a figure shows them side by side: names, scenes, examples drawn once. */
#include "app/compared-runs.h"

#include "plot/run-name.h"

void
gradus_compared_runs_add (GradusComparedRuns *self, GradusSession *session, GradusFigure *figure)
{
  figure->n_runs = MIN (gradus_session_count_runs (session), GRADUS_MAX_COMPARED);
  figure->runs = self->runs;
  for (int i = 0; i < figure->n_runs; i++)
    {
      GradusScene *scene = NULL;
      const GradusTrainer *trainer = gradus_session_get_compared (session, i, &scene);

      if (self->names[i] == NULL)
        self->names[i] =
            gradus_run_name (gradus_trainer_get_spec (trainer), i, figure->captions->decimal_point);
      self->runs[i] =
          (GradusFigureRun){ .name = self->names[i],
                             .scene = scene,
                             .history = gradus_trainer_get_history (trainer),
                             .landmarks = gradus_session_get_compared_landmarks (session, i),
                             .spec = gradus_trainer_get_spec (trainer) };
    }
}

void
gradus_compared_runs_prepare (GradusComparedRuns *self, GradusFigure *figure, int width, int height,
                              int scale)
{
  for (int i = 0; i < figure->n_runs; i++)
    {
      GradusFigure one = *figure;

      one.scene = self->runs[i].scene;
      self->runs[i].examples = gradus_stamp_get (&self->stamps[i], &one, width, height, scale);
    }
}

void
gradus_compared_runs_forget (GradusComparedRuns *self)
{
  for (int i = 0; i < GRADUS_MAX_COMPARED; i++)
    g_clear_pointer (&self->names[i], g_free);
}

void
gradus_compared_runs_clear (GradusComparedRuns *self)
{
  gradus_compared_runs_forget (self);
  for (int i = 0; i < GRADUS_MAX_COMPARED; i++)
    gradus_stamp_clear (&self->stamps[i]);
}
