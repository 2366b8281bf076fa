/* A film: pictures one after the other in a file that slides can play. */
#pragma once

#include <cairo.h>
#include <glib.h>

typedef enum
{
  GRADUS_FILM_MP4,  /* H.264: what programs for slides play */
  GRADUS_FILM_WEBM, /* VP9: what browsers play */
  GRADUS_FILM_GIF,  /* what goes for a picture everywhere */
  GRADUS_N_FILM_FORMATS
} GradusFilmFormat;

/* Of each side, pixels; and of all pictures together. */
#define GRADUS_MIN_FILM_SIDE 64
#define GRADUS_MAX_FILM_SIDE 4096
#define GRADUS_MAX_FILM_PIXELS (3840 * 2160)
#define GRADUS_MAX_FILM_FRAMES 20000
/* Pictures a second. */
#define GRADUS_MAX_FILM_RATE 60

/* "mp4", "webm", "gif"; and by the file name's suffix, any case, -1 for another. */
const char *gradus_film_format_name (GradusFilmFormat format);
int gradus_film_format_from_path (const char *path);

/* Pixels of a side that is wanted so long: films have even ones. */
int gradus_film_side (double wanted);

typedef struct _GradusFilm GradusFilm;

/* Whether there can be such a film, before anything is drawn or kept. Returns: FALSE with
 * GRADUS_ERROR_SPEC. */
gboolean gradus_film_check (int width, int height, int rate, int n_frames, GError **error);

/* Begins a film in memory, rate pictures a second. comment: what its file says of it, plain words;
 * or NULL. The library that knows the formats is loaded here and not before: it brings over a
 * hundred others, which a start of the program should not wait for. The same pictures give the same
 * bytes. Returns: (transfer full), or NULL with GRADUS_ERROR_SPEC or _FILE. */
GradusFilm *gradus_film_new (GradusFilmFormat format, int width, int height, int rate,
                             const char *comment, GError **error);
void gradus_film_free (GradusFilm *self);

/* The next picture: an RGB24 image of the film's size. */
gboolean gradus_film_add (GradusFilm *self, cairo_surface_t *image, GError **error);

/* Ends it. Returns: (transfer full) the file's bytes, or NULL with GRADUS_ERROR_FILE. */
GByteArray *gradus_film_finish (GradusFilm *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GradusFilm, gradus_film_free)
