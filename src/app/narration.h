/* One plain sentence on what the run is doing, and what to do about it. */
#pragma once

#include "app/session.h"

/* At most some 75 letters, for it must fit into two short lines. Returns: (transfer full). */
char *gradus_narration_tell (GradusSession *session);
