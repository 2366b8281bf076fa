/* --explain: what is going on in a run, in one sentence. */
#pragma once

#include "cli/options.h"
#include "core/trainer.h"

/* The sentence that the window would say of the newest epoch (plot/narrator.h), λmax measured where
 * the learning rate may be too large. Returns: (transfer full). */
char *gradus_explain (const GradusTrainer *trainer);
