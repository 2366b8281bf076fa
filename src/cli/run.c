/* Trains, collects what is asked for on the way, and shows how far it has come. */
#include "cli/run.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

#include "core/gradient-check.h"

/* Few enough for the bar to go on within an epoch of millions of examples. */
#define BLOCKS_AT_A_TIME 1024

#define BAR_WIDTH 30
#define BAR_AFTER (1 * G_USEC_PER_SEC)
#define BAR_EVERY (G_USEC_PER_SEC / 10)

/* The line on standard error; next is when it is drawn again. */
typedef struct
{
  gboolean wanted;
  gboolean shown;
  gint64 next;
} Bar;

static void
bar_update (Bar *bar, const GradusTrainer *trainer)
{
  gint64 now = bar->wanted ? g_get_monotonic_time () : 0;
  gint64 epoch = gradus_trainer_get_epoch (trainer);
  gint64 epochs = gradus_trainer_get_spec (trainer)->epochs;
  double done = epochs > 0 ? (double) epoch / (double) epochs : 0;
  int filled = (int) (done * BAR_WIDTH);

  if (!bar->wanted || now < bar->next || epoch < 0)
    return;
  fputs ("\r[", stderr);
  for (int i = 0; i < BAR_WIDTH; i++)
    fputc (i < filled ? '#' : '.', stderr);
  fprintf (stderr, _ ("] %3d %%  epoch %ld of %ld\033[K"), (int) (100 * done), (glong) epoch,
           (glong) epochs);
  bar->shown = TRUE;
  bar->next = now + BAR_EVERY;
}

static void
bar_clear (Bar *bar)
{
  if (bar->shown)
    fputs ("\r\033[K", stderr);
}

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
  Bar bar = { !options->quiet && isatty (STDERR_FILENO), FALSE,
              g_get_monotonic_time () + BAR_AFTER };
  gint64 before = -1;
  gint64 epoch = -1;

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
      bar_update (&bar, trainer);
    }
  bar_clear (&bar);
  if (options->check_gradient)
    check (trainer, checks);
}
