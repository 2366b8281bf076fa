/* Trains, collects what is asked for on the way, and shows how far it has come. */
#include "cli/run.h"

#include <glib/gi18n-lib.h>

#include "cli/bar.h"
#include "core/gradient-check.h"

/* Few enough for the bar to go on within an epoch of millions of examples. */
#define BLOCKS_AT_A_TIME 1024

static void
check (const GradusTrainer *trainer, GradusChecks *checks)
{
  GradusCheck *next = &checks->checks[checks->n];
  gint64 epoch = gradus_trainer_get_epoch (trainer);

  if (epoch < 0 || (checks->n > 0 && checks->checks[0].epoch == epoch))
    return;
  next->epoch = epoch;
  next->difference = gradus_gradient_check (
      gradus_trainer_get_network (trainer), gradus_trainer_get_training (trainer),
      gradus_trainer_get_spec (trainer)->l2, &next->n_left_out);
  checks->n++;
}

void
gradus_run_train (const GradusOptions *options, GradusTrainer *trainer, GradusHistoryCsv *csv,
                  GradusChecks *checks, GradusWatch *watch)
{
  GradusBar bar;
  gint64 before = -1;
  gint64 epoch = -1;

  gradus_bar_begin (&bar, options->quiet);
  gradus_trainer_set_threads (trainer, options->n_threads);
  while (gradus_trainer_get_status (trainer) < GRADUS_TRAINER_FINISHED)
    {
      gradus_trainer_work (trainer, BLOCKS_AT_A_TIME);
      epoch = gradus_trainer_get_epoch (trainer);
      if (epoch > before && epoch == 0 && options->check_gradient)
        check (trainer, checks);
      if (epoch > before && csv != NULL)
        gradus_history_csv_take (csv);
      if (epoch > before && watch != NULL
          && gradus_watch_see (watch, gradus_trainer_get_network (trainer), epoch))
        gradus_watch_work (watch, G_MAXINT);
      before = epoch;
      gradus_bar_update (&bar, epoch, gradus_trainer_get_spec (trainer)->epochs,
                         _ ("epoch %ld of %ld"));
    }
  gradus_bar_clear (&bar);
  if (options->check_gradient)
    check (trainer, checks);
}
