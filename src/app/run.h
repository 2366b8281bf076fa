/* A run and what it needs to be shown: made on a thread, then worked on in slices. */
#pragma once

#include "core/scene.h"
#include "core/trainer.h"
#include "core/watch.h"

/* One owner. */
typedef struct
{
  GradusSpec spec;     /* what a new start takes: as wished for, α and epochs as last chosen */
  GradusDataset *data; /* all examples, before some were held out */
  GradusTrainer *trainer;
  GradusWatch *watch; /* sees every epoch that is recorded */
  GradusLandmarks landmarks;
  GradusExtent extent;
  GradusScene *scene; /* of epoch 0; NULL when that diverged */
  gint64 goal;        /* epoch to go on to at once: of the picture it is made of; else 0 */
  gint64 alpha_epoch; /* the newest epoch when α was last set by hand; -1: never */
  int n_threads;
  int epoch_blocks;  /* blocks in an epoch */
  int burst;         /* blocks between two looks at the clock */
  int place;         /* among the runs that are compared, from 0 on */
  GPtrArray *others; /* GradusRun: those it is compared with, until somebody takes them; or NULL */
} GradusRun;

/* Runs that are compared in a window, at most. */
#define GRADUS_MOST_RUNS 4

/* Makes spec's run, with epoch 0 recorded and its scene made. data: all examples, where the caller
 * has them already; NULL loads them. Where the spec compares runs it is the one with the field's
 * own value, or the first, and has the others. May take seconds; safe on any thread. Returns:
 * (transfer full), or NULL with the error of what it was made of. */
GradusRun *gradus_run_new (const GradusSpec *spec, GradusDataset *data, int resolution,
                           GError **error);
void gradus_run_free (GradusRun *self);

/* Works until n_epochs more are recorded, the run is over, or deadline has come (monotonic time; it
 * is overstepped by a burst at most, a fraction of a millisecond unless a single block takes
 * longer). Returns: how many epochs were recorded. */
gint64 gradus_run_work (GradusRun *self, gint64 n_epochs, gint64 deadline);

/* Changes a parameter of the newest epoch; gradus_run_work () makes its row again. A change of
 * epoch 0 is part of the start. Returns: FALSE with an error. */
gboolean gradus_run_change (GradusRun *self, const GradusChange *change, GError **error);

/* Whether the newest epoch is still to be made again or looked at, also when no more are to come.
 */
gboolean gradus_run_is_unsettled (const GradusRun *self);

/* What the run has passed. (transfer none) */
const GradusLandmarks *gradus_run_get_landmarks (GradusRun *self);

/* The newest recorded epoch; 0 before there is one. */
gint64 gradus_run_get_epoch (const GradusRun *self);

/* α from the next update on. FALSE when the run has diverged or its schedule is full. */
gboolean gradus_run_set_alpha (GradusRun *self, double alpha);

/* α of the next update. */
double gradus_run_get_alpha (const GradusRun *self);

/* The experiment as the knobs show it: spec with the α of the next update. */
void gradus_run_get_shown_spec (const GradusRun *self, GradusSpec *spec);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GradusRun, gradus_run_free)
