/* The run on screen: owns the trainer, the clock and the play state; the one thing views listen to.
 */
#pragma once

#include <gio/gio.h>

#include "app/knobs.h"
#include "core/scene.h"
#include "core/trainer.h"

typedef enum
{
  GRADUS_SESSION_LOADING, /* the first run is being made; nothing to show yet */
  GRADUS_SESSION_PAUSED,
  GRADUS_SESSION_TRAINING,
  GRADUS_SESSION_FINISHED, /* the spec's last epoch is reached */
  GRADUS_SESSION_DIVERGED,
} GradusSessionState;

#define GRADUS_TYPE_SESSION (gradus_session_get_type ())
G_DECLARE_FINAL_TYPE (GradusSession, gradus_session, GRADUS, SESSION, GObject)

/* Properties:
 *   knobs              (GradusKnobs, construct-only, made where not given) a change of a knob makes
 * a new run, but for alpha, which the run takes over as it goes on, and epochs state (guint,
 * read-only) GradusSessionState training           (boolean) whether it trains; the toggle "Train"
 * is bound to it epoch              (double, read-only) newest recorded epoch, 0 before there is
 * one shown-epoch        (double) what is on screen; setting it stops following the run, setting it
 * to epoch or beyond follows again. Reads back the epoch that is really shown: the nearest recorded
 * one at or before the one asked for following          (boolean) whether shown-epoch goes with
 * epoch speed              (double) position of the speed slider, 0 … 1, mapped on a log scale to 1
 * … 100,000 epochs a second; 1 is as fast as it can target-rate        (double, read-only) epochs a
 * second that speed asks for; infinity flat out epochs-per-second  (double, read-only) measured
 * over the last second of training; 0 when paused
 *
 * Signals:
 *   restarted          a new run has taken the place of the old: data, spec, everything may differ
 *   advanced           the run has gone on, at most once per slice; never without news
 *   scene-changed      gradus_session_get_scene () is a new one
 *   failed (message)   a knob's new value or a file could not be used; the run before goes on, and
 *                      the knobs are back at its spec
 *
 * The clock: one idle source (G_PRIORITY_DEFAULT_IDLE), only while there is work, which works until
 * about 6 ms have gone by; for slow speeds its ready time is set. Paused means no source at all.
 * New runs (files can be large) and scenes are made on a thread, the newest wish wins. */
GradusSession *gradus_session_new (GradusKnobs *knobs);

GradusKnobs *gradus_session_get_knobs (GradusSession *self);
GradusSessionState gradus_session_get_state (GradusSession *self);

/* One epoch, paused afterwards. */
void gradus_session_step (GradusSession *self);

/* The same start again: same seed, same data, epoch 0, paused. α's schedule keeps only what the
 * experiment had when it was opened or set; the knob α keeps its present value. */
void gradus_session_reset (GradusSession *self);

/* Opens an experiment (.gradus) or a data file (any other suffix), on a thread; ends in restarted
 * or failed. */
void gradus_session_open (GradusSession *self, const char *path);

/* Writes the experiment as it was run so far to path. */
gboolean gradus_session_save (GradusSession *self, const char *path, GError **error);

/* (transfer none); NULL while the first run is being made. */
const GradusTrainer *gradus_session_get_trainer (GradusSession *self);
const GradusHistory *gradus_session_get_history (GradusSession *self);
GradusScene *gradus_session_get_scene (GradusSession *self);

/* The row on screen; NULL while there is none. */
const GradusRow *gradus_session_get_shown_row (GradusSession *self);

/* How finely the plane is sampled, from the size of the visible plot in device pixels. */
void gradus_session_set_resolution (GradusSession *self, int resolution);
