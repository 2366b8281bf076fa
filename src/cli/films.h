/* Makes the frames and films of a run that has come to its end. */
#pragma once

#include "cli/batch.h"

/* Whether the sizes of frames and films can be, before there is anything to draw. */
gboolean gradus_films_check (const GradusOptions *options, GError **error);

/* Writes them all, each file whole or not at all. Adds a sentence to failures (of char *) for each
 * film, or row of frames, that could not be made to its end. */
void gradus_films_write (const GradusOptions *options, const GradusBatch *batch,
                         GPtrArray *failures);
