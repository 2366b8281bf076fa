/* What the run is doing, in words: its state, and one sentence on what goes on in it. */
#pragma once

#include "app/session.h"
#include "plot/figure.h"

/* "Training: 512 epochs a second", "Paused", "Finished", …, and whether an earlier epoch is shown.
 * is_waiting: a new run has been in the making for a time that people notice. Returns: (transfer
 * full). */
char *gradus_narration_tell_state (GradusSession *session, gboolean is_waiting);

/* What can be done about the state. Returns: (transfer full), NULL where there is nothing to say.
 */
char *gradus_narration_tell_way_on (GradusSession *session, gboolean is_waiting);

/* The sentence on the epoch that is on screen (plot/narrator.h; where runs are compared
 * plot/contrast.h), the view that shows what it says, and which run it is about; view is -1 while
 * there is nothing to be seen. Returns: (transfer full). */
char *gradus_narration_tell (GradusSession *session, gboolean is_waiting, int *view, int *place);
