/* Measures the largest eigenvalue along a run on a thread, one epoch at a time. */
#pragma once

#include "core/track.h"
#include "core/trainer.h"

typedef struct _GradusCurvatureTracker GradusCurvatureTracker;

/* Called in the main context that was the thread's default when it was asked to follow: the track
 * may have another point, and the tracker is free for the next. */
typedef void (*GradusCurvatureTrackerFunc) (gpointer data);

GradusCurvatureTracker *gradus_curvature_tracker_new (GradusCurvatureTrackerFunc func,
                                                      gpointer data);
/* func is not called any more; what the thread is at is given up. */
void gradus_curvature_tracker_free (GradusCurvatureTracker *self);

/* Measures the epoch that is shown (NULL: none stands still), or else the next one of the run that
 * has something to tell; unless it is at one already. It takes at most a quarter of a processor:
 * after each stretch of work it rests for three times as long. */
void gradus_curvature_tracker_follow (GradusCurvatureTracker *self, const GradusTrainer *trainer,
                                      GradusSnapshot *shown);

/* The parameters of the epoch are others than they were: what is known from it on is forgotten. */
void gradus_curvature_tracker_forget_from (GradusCurvatureTracker *self, gint64 epoch);

/* Another run: gives up what it is at, and forgets what it knows. */
void gradus_curvature_tracker_restart (GradusCurvatureTracker *self);

/* (transfer none) */
const GradusTrack *gradus_curvature_tracker_get_track (const GradusCurvatureTracker *self);
