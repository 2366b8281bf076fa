/* --frames and --film: which epochs a run is shown at, and where the pictures go. */
#pragma once

#include "cli/options.h"

/* Takes in one of the options of films and frames. Returns: FALSE with an error. */
gboolean gradus_film_options_read (GradusOptions *self, const GradusOption *option,
                                   const char *text, GError **error);

/* Whether what was asked for goes together, with the spec as it is read. Returns: FALSE with an
 * error. */
gboolean gradus_film_options_check (const GradusOptions *self, GError **error);

/* The epochs of the pictures of a run that has come to the epoch last. Returns: (transfer full) *n
 * of them. */
gint64 *gradus_film_options_schedule (const GradusOptions *self, const GradusMotionOption *motion,
                                      gint64 last, int *n);

/* The name of the picture, from 1 on. Returns: (transfer full). */
char *gradus_film_options_name (const GradusMotionOption *motion, int number);

/* Pictures a second. */
int gradus_film_options_rate (const GradusOptions *self);
