/* The training itself: epoch by epoch, with a progress bar for who is watching. */
#pragma once

#include "cli/history-csv.h"
#include "core/trainer.h"
#include "core/watch.h"

typedef struct
{
  gint64 epoch;
  double difference;
  gsize n_left_out;
} GradusCheck;

/* What --check-gradient found at the first and the last epoch; at one that is both, once. */
typedef struct
{
  int n;
  GradusCheck checks[2];
} GradusChecks;

/* Trains to the spec's last epoch, or until it diverges. csv, where not NULL, takes each row. */
void gradus_run_train (const GradusOptions *options, GradusTrainer *trainer, GradusHistoryCsv *csv,
                       GradusChecks *checks, GradusWatch *watch);
