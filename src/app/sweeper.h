/* Trains the cells of a sweep on threads of their own, and fills its table meanwhile. */
#pragma once

#include "core/sweep.h"

typedef struct _GradusSweeper GradusSweeper;

typedef enum
{
  GRADUS_SWEEPER_IDLE, /* nothing begun, stopped, or through */
  GRADUS_SWEEPER_RUNNING,
  GRADUS_SWEEPER_PAUSED,
} GradusSweeperState;

/* Cells have changed, or the state has: at most once a frame. May start another sweep. */
typedef void (*GradusSweeperFunc) (gpointer data);

GradusSweeper *gradus_sweeper_new (GradusSweeperFunc func, gpointer data);

/* func is not called any more; threads end by themselves, soon. */
void gradus_sweeper_free (GradusSweeper *self);

/* Trains all cells of the spec, which varies two fields and has a last epoch, in the place of what
 * was begun before: on as many threads as there are processors but one, each cell on one thread, to
 * the bits it has alone. Column by column, so that every row soon has something. Of the thread-
 * default main context. Returns: FALSE with GRADUS_ERROR_SPEC, what was there goes on then. */
gboolean gradus_sweeper_start (GradusSweeper *self, const GradusSpec *spec, GError **error);

/* What is not through is waiting again. */
void gradus_sweeper_stop (GradusSweeper *self);

/* Threads rest within a fraction of a second. */
void gradus_sweeper_set_paused (GradusSweeper *self, gboolean paused);

GradusSweeperState gradus_sweeper_get_state (const GradusSweeper *self);

/* The table as far as it is known; NULL before the first start. It is the same one until the next.
 * (transfer none) */
const GradusSweep *gradus_sweeper_get_sweep (const GradusSweeper *self);

/* Why it has stopped by itself: a cell that could not be made; else NULL. (transfer none) */
const char *gradus_sweeper_get_fault (const GradusSweeper *self);

/* How long it will take still, by what it has taken so far; NAN while that cannot be told. */
double gradus_sweeper_get_seconds_left (const GradusSweeper *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GradusSweeper, gradus_sweeper_free)
