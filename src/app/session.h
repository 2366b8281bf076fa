/* The run on screen: owns the trainer, the clock and the play state; the one thing views listen to.
 */
#pragma once

#include <gio/gio.h>

#include "app/knobs.h"
#include "core/paths.h"
#include "core/pins.h"
#include "core/scene.h"
#include "core/target.h"
#include "core/track.h"
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
 *   knobs              (GradusKnobs, construct-only, made where not given) see "Knobs" below
 *   state              (guint, read-only) GradusSessionState
 *   busy               (boolean, read-only) whether a new run is being made
 *   training           (boolean) whether it trains; the toggle "Train" is bound to it. Set on a
 *                      finished run it goes on, to twice as many epochs; on one that has diverged
 *                      it falls back to FALSE at once
 *   epoch              (double, read-only) newest recorded epoch, 0 before there is one
 *   shown-epoch        (double) what is on screen; setting it stops following the run, setting it
 *                      to epoch or beyond follows again. Reads back the epoch that is really shown:
 *                      at first the nearest one that was kept, at or before the one asked for, and
 *                      the one asked for as soon as it has been worked out again
 *   following          (boolean) whether shown-epoch goes with epoch; set to FALSE it stays at the
 *                      epoch that is shown
 *   playback           (int) the run as a film: 1 shows its epochs one after the other from the
 *                      shown one on (from 0 where the newest is shown), -1 goes back (from the
 *                      newest where 0 is shown), at target-rate; flat out the whole takes about 10
 *                      seconds. 0 at the end, where it follows again, and whenever something else
 *                      is to be shown; training is not touched
 *   speed              (double) position of the speed slider, 0 … 1, mapped on a log scale to
 *                      1 … 100,000 epochs a second; 1 is as fast as it can. Default: 500 a second
 *   target-rate        (double, read-only) epochs a second that speed asks for; infinity flat out
 *   example            (int64) the training example that is looked at by itself; -1: all of them
 *   epochs-per-second  (double, read-only) measured over the last second of training, renewed at
 *                      most 4 times a second; 0 when paused
 *
 * Signals:
 *   restarted          a new run has taken the place of the old: data, spec, everything may differ.
 *                      Its epoch 0 is recorded and its scene made (unless epoch 0 has diverged)
 *   advanced           the run has gone on, at most once per slice; never without news
 *   scene-changed      gradus_session_get_scene () is a new one
 *   curves-changed     the track of λmax or the paths of parameters have grown, other than by
 *                      "advanced"
 *   lit-changed        another unit, parameter or example is lit up in all views
 *   failed (message)   a knob's new value or a file could not be used; the run before goes on, and
 *                      the knobs are back at its spec
 *
 * Knobs: a change makes a new run with what the knobs say, and training goes on if it was on; the
 * old run stays on screen (and trains) until the new one is there. Changes that come faster than
 * runs are made are skipped but for the newest. Two knobs do not start anew:
 *   alpha   goes into the running (or finished) run's schedule, and drops what the schedule said of
 *           later epochs. Where a schedule changes α, the knob follows. When the run has diverged,
 *           the new α makes a new run.
 *   epochs  moves the last epoch.
 * "alpha-schedule" is the experiment's own: what the knob α adds to the run is not in it, but in
 * what gradus_session_save () writes.
 *
 * The clock: one idle source (G_PRIORITY_DEFAULT_IDLE), only while there is work, which works until
 * a frame is due, for 6 ms at most; for slow speeds its ready time is set. Paused means no source
 * at all. A film has a source of its own, for at most 60 pictures a second. New runs (files can be
 * large), scenes and epochs that were not kept are made on threads, the newest wish wins. A session
 * belongs to the main context that was its thread's default when it was made. */
GradusSession *gradus_session_new (GradusKnobs *knobs);

GradusKnobs *gradus_session_get_knobs (GradusSession *self);
GradusSessionState gradus_session_get_state (GradusSession *self);

/* One epoch, paused afterwards; a finished run is made one epoch longer. Steps that come while one
 * is under way are made one after the other. */
void gradus_session_step (GradusSession *self);

/* The same start again: same seed, same data (files are not read again), epoch 0, paused. α's
 * schedule keeps only what the experiment had when it was opened or set; α itself is the one last
 * chosen with the knob (or in the experiment), not the one its schedule has come to. */
void gradus_session_reset (GradusSession *self);

/* Opens an experiment (.gradus), a picture that carries one (.png, .svg, .pdf: the run goes on at
 * once to the epoch that it shows, and rests there) or a data file (any other suffix: the knobs
 * stay, but for source, file and columns), on a thread; ends in restarted, paused, or failed. */
void gradus_session_open (GradusSession *self, const char *path);

/* Pauses training right at the first epoch of which func says so: it is asked at each epoch that
 * all runs have recorded, so that no later one is trained. NULL: no epoch is waited for. Borrows
 * data. */
typedef gboolean (*GradusSessionGoal) (GradusSession *self, gpointer data);
void gradus_session_set_goal (GradusSession *self, GradusSessionGoal func, gpointer data);

/* Writes the experiment as it was run so far to path. */
gboolean gradus_session_save (GradusSession *self, const char *path, GError **error);

/* Changes a parameter of the newest epoch: W[layer] of unit and input (from 0 on), or with input -1
 * the bias; value is added to it or takes its place. It is written into the run's spec, so that the
 * run can be repeated from its file; at epoch 0 it becomes part of the start, which Reset comes
 * back to, until a knob of the network or its initialisation asks for another start. Returns: FALSE
 * after "failed", when that cannot be. */
gboolean gradus_session_change (GradusSession *self, int layer, int unit, int input,
                                gboolean is_added, double value);

/* (transfer none); NULL while the first run is being made. */
const GradusTrainer *gradus_session_get_trainer (GradusSession *self);
const GradusHistory *gradus_session_get_history (GradusSession *self);
/* NULL as well when epoch 0 has diverged. Its epoch (scene->snapshot->row.epoch) can lag behind
 * shown-epoch. */
GradusScene *gradus_session_get_scene (GradusSession *self);

/* What the run has passed; NULL while there is none. */
const GradusLandmarks *gradus_session_get_landmarks (GradusSession *self);

/* The row on screen; NULL while there is none. */
const GradusRow *gradus_session_get_shown_row (GradusSession *self);

/* Where the experiment compares runs ("vary" and "values"), up to four of them train in step: one
 * on screen, which all else here speaks of, and the others beside it. */

/* Compares runs that differ in the field vary, which takes the values (a list as in the experiment
 * file); NULL for both: the run on screen goes on alone, from its start. Ends in restarted, or
 * failed where that cannot be. Setting the knob of the varied field stops comparing too. */
void gradus_session_compare (GradusSession *self, const char *vary, const char *values);

/* How many there are, the one on screen included; 0 while the first is being made. */
int gradus_session_count_runs (GradusSession *self);
/* Which one is on screen, from 0 on in the order of the values. */
int gradus_session_get_place (GradusSession *self);
/* Brings another one on screen. */
void gradus_session_select (GradusSession *self, int place);
/* One of them, and its scene (NULL when epoch 0 has diverged). (transfer none) */
const GradusTrainer *gradus_session_get_compared (GradusSession *self, int place,
                                                  GradusScene **scene);
/* What that one has passed. (transfer none) */
const GradusLandmarks *gradus_session_get_compared_landmarks (GradusSession *self, int place);

/* Keeps the cost curves of all runs on screen, at most GRADUS_MAX_PINS, as they are now; or drops
 * all that are kept. Both end in curves-changed. Other examples drop them too, which failed says.
 */
void gradus_session_pin_curves (GradusSession *self);
void gradus_session_unpin_curves (GradusSession *self);
/* (transfer none) */
const GradusPins *gradus_session_get_pins (GradusSession *self);

/* All examples that it is made of, before some were held out. (transfer none) */
GradusDataset *gradus_session_get_compared_data (GradusSession *self, int place);

/* How finely the plane is sampled where nothing moves, from the size of the visible plot in device
 * pixels; put into 32 … 1200. Default: 256. A new picture comes coarsely at first
 * (gradus_scene_coarsen ()). */
void gradus_session_set_resolution (GradusSession *self, int resolution);

/* Some view shows a part of the scene that is only made where somebody looks (GradusSceneParts), or
 * does so no longer: to be said once each. */
void gradus_session_want_parts (GradusSession *self, guint parts, gboolean wanted);

/* When the next frame is due that training is not to hold up, monotonic and in µs; G_MAXINT64: no
 * matter. */
typedef gint64 (*GradusSessionFrame) (gint64 now);
void gradus_session_set_frame (GradusSession *self, GradusSessionFrame find_frame);

/* What a pointer rests on, so that every view can light it up; kind NONE: nothing. */
void gradus_session_set_lit (GradusSession *self, const GradusTarget *target);
const GradusTarget *gradus_session_get_lit (GradusSession *self);

/* Some view shows λmax along the run, or the parameters' paths: they are gathered from then on
 * (λmax on a thread); or it does so no longer: to be said once each. */
void gradus_session_want_track (GradusSession *self, gboolean wanted);
void gradus_session_want_paths (GradusSession *self, gboolean wanted);
/* (transfer none); NULL before anybody wanted it. */
const GradusTrack *gradus_session_get_track (GradusSession *self);
const GradusPaths *gradus_session_get_paths (GradusSession *self);
