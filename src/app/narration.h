/* One plain sentence on what the run is doing, and what to do about it. */
#pragma once

#include "app/session.h"

/* is_waiting: a new run has been in the making for a time that people notice. At most some 75
 * letters, for it must fit into two short lines. Returns: (transfer full). */
char *gradus_narration_tell (GradusSession *session, gboolean is_waiting);
