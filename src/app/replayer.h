/* Works out epochs between two snapshots on a thread, one at a time; the newest wish wins. */
#pragma once

#include "core/replay.h"

typedef struct _GradusReplayer GradusReplayer;

/* snapshot is (transfer full). Called in the main context that was the thread's default when the
 * epoch was wished for; may wish again. */
typedef void (*GradusReplayerFunc) (GradusSnapshot *snapshot, gpointer data);

GradusReplayer *gradus_replayer_new (GradusReplayerFunc func, gpointer data);
/* func is not called any more; what a thread is still working on is given up soon. */
void gradus_replayer_free (GradusReplayer *self);

/* Takes replay (transfer full). What was wished for before is given up. */
void gradus_replayer_wish (GradusReplayer *self, GradusReplay *replay);

/* What was wished for is not wanted any more. */
void gradus_replayer_forget (GradusReplayer *self);

/* Whether nothing is waiting or being worked on. */
gboolean gradus_replayer_is_free (const GradusReplayer *self);
