/* What a run comes to, for the cell of a sweep that it is. */
#include "core/sweep-cell.h"

#include <math.h>

GradusSweepCell
gradus_sweep_cell (const GradusTrainer *trainer)
{
  GradusTrainerStatus status = gradus_trainer_get_status (trainer);
  GradusSweepCell cell = {
    GRADUS_SWEEP_RUNNING, gradus_trainer_get_epoch (trainer), NAN, NAN, NAN, NAN
  };

  if (status == GRADUS_TRAINER_DIVERGED)
    {
      cell.state = GRADUS_SWEEP_DIVERGED;
      cell.epoch = gradus_trainer_get_diverged_epoch (trainer);
      return cell;
    }
  if (cell.epoch >= 0)
    {
      const GradusRow *row = &gradus_trainer_get_history (trainer)->last;

      cell.cost = row->cost;
      cell.accuracy = row->accuracy;
      cell.held_out_cost = row->held_out_cost;
      cell.held_out_accuracy = row->held_out_accuracy;
    }
  if (status == GRADUS_TRAINER_FINISHED)
    cell.state = GRADUS_SWEEP_DONE;
  return cell;
}
