/* --lesson: a lesson from start to end without a window, and whether what it claims is so. */
#pragma once

#include "cli/options.h"

/* Runs options->lesson (a file, or the name of one that ships; "" lists those) step by step: trains
 * until each step's wait is over, prints the words with the run's own numbers (unless quiet), and
 * complains of what was waited for in vain or is not as the lesson expects. Returns: FALSE when
 * there was such a complaint, or with error set when the lesson or its data cannot be used. */
gboolean gradus_lesson_run (const GradusOptions *options, GError **error);
