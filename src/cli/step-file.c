/* The step that --step-out writes down: as a NumPy program or as LaTeX. */
#include "cli/step-file.h"

#include <glib/gi18n-lib.h>

#include "core/file.h"
#include "core/step-text.h"

char *
gradus_step_file_make (const GradusOptions *options, const GradusTrainer *trainer, GError **error)
{
  g_autoptr (GradusSnapshot) snapshot = gradus_trainer_take_snapshot (trainer);
  GradusStepFiles files = { .data = options->data_out,
                            .parameters = options->parameters,
                            .standardise = options->spec.standardise };
  GradusSceneOrder order;

  if (snapshot == NULL)
    {
      gradus_file_fail (error, options->step_out,
                        _ ("the run has diverged at once and makes no step; a smaller init-scale "
                           "is right"));
      return NULL;
    }
  gradus_trainer_order_scene (trainer, snapshot->row.epoch, &order);
  g_autoptr (GradusStep) step = gradus_step_new (snapshot, order.training, order.alpha, order.l2,
                                                 order.batch, options->example - 1);
  return g_str_has_suffix (options->step_out, ".tex") ? gradus_step_to_latex (step)
                                                      : gradus_step_to_numpy (step, &files);
}
