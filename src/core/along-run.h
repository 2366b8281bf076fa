/* What is gathered along a run that has come to its end: λmax, and the parameters' paths. */
#pragma once

#include "core/paths.h"
#include "core/track.h"
#include "core/trainer.h"

/* λmax at some epochs of the run, at most most of them: spread over it, close together about the
 * crossing, and the last. Returns: (transfer full), to be freed with g_free (). */
GradusTrack *gradus_along_run_track (const GradusTrainer *trainer, gsize most);

/* Returns: (transfer full). */
GradusPaths *gradus_along_run_paths (const GradusTrainer *trainer);
