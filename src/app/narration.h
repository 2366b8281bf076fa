/* One plain sentence on what the run is doing, and what to do about it. */
#pragma once

#include "app/session.h"

/* Returns: (transfer full). */
char *gradus_narration_tell (GradusSession *session);
