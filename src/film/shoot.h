/* A whole film of a run, from the first picture to the file's bytes. */
#pragma once

#include "film/camera.h"
#include "film/film.h"

/* Called before each picture. Returns: FALSE to give the film up. */
typedef gboolean (*GradusShootFunc) (int n_done, int n_frames, gpointer data);

/* Films the n epochs, ascending; one that comes again is not drawn again. func may be NULL. Takes
 * as long as it takes: for a thread, or a command line. Returns: FALSE with an error; *bytes is
 * (transfer full), NULL where the film was given up. */
gboolean gradus_shoot (GradusCamera *camera, GradusFilmFormat format, int rate,
                       const gint64 *epochs, int n, const char *comment, GradusShootFunc func,
                       gpointer data, GByteArray **bytes, GError **error);
