/* What there is to be known of a run at one of its epochs. */
#pragma once

#include "core/history.h"
#include "core/landmarks.h"
#include "core/scene.h"
#include "core/spec.h"

typedef struct _GradusTrainer GradusTrainer; /* of core/trainer.h, which plots do not include */

/* Borrows everything. All is about the epoch of the scene: rows behind it are not looked at. */
typedef struct
{
  const GradusScene *scene; /* NULL: there is none, as epoch 0 has diverged */
  const GradusHistory *history;
  const GradusLandmarks *landmarks;
  const GradusSpec *spec;
  gint64 diverged_epoch; /* -1: it has not */
  gboolean is_finished;  /* the spec's last epoch is recorded */
  double sharpness;      /* λmax at the epoch of the scene; NAN where it is not known */
  const char *decimal_point;
} GradusFacts;

/* Of the trainer's run; the sharpness is not known yet. */
GradusFacts gradus_facts_of (const GradusTrainer *trainer, const GradusScene *scene,
                             const char *decimal_point);
