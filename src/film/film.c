/* A film: pictures one after the other in a file that slides can play. */
#include "film/film.h"

#include <glib/gi18n-lib.h>
#include <gmodule.h>
#include <math.h>
#include <string.h>

#include "core/error.h"
#include "core/spec.h"
#include "film/encoder.h"

#define MODULE "gradus-film.so"

struct _GradusFilm
{
  const GradusFilmEncoder *encoder;
  gpointer state;
  int width, height;
};

static const char *const names[GRADUS_N_FILM_FORMATS] = { "mp4", "webm", "gif" };

const char *
gradus_film_format_name (GradusFilmFormat format)
{
  g_return_val_if_fail ((int) format >= 0 && format < GRADUS_N_FILM_FORMATS, NULL);

  return names[format];
}

int
gradus_film_format_from_path (const char *path)
{
  const char *dot = path != NULL ? strrchr (path, '.') : NULL;

  for (int i = 0; dot != NULL && i < GRADUS_N_FILM_FORMATS; i++)
    if (g_ascii_strcasecmp (dot + 1, names[i]) == 0)
      return i;
  return -1;
}

int
gradus_film_side (double wanted)
{
  return 2 * (int) ceil (CLAMP (wanted, 0, 1e6) / 2);
}

gboolean
gradus_film_check (int width, int height, int rate, int n_frames, GError **error)
{
  if (MIN (width, height) < GRADUS_MIN_FILM_SIDE || MAX (width, height) > GRADUS_MAX_FILM_SIDE
      || (gint64) width * height > GRADUS_MAX_FILM_PIXELS)
    return gradus_spec_fail (error,
                             _ ("a film cannot have %d × %d pixels; %d to %d a side, and all "
                                "together those of 3840 × 2160, are right"),
                             width, height, GRADUS_MIN_FILM_SIDE, GRADUS_MAX_FILM_SIDE);
  if (rate < 1 || rate > GRADUS_MAX_FILM_RATE)
    return gradus_spec_fail (error,
                             _ ("a film cannot have %d pictures a second; 1 to %d are right"), rate,
                             GRADUS_MAX_FILM_RATE);
  if (n_frames < 1 || n_frames > GRADUS_MAX_FILM_FRAMES)
    return gradus_spec_fail (
        error,
        _ ("a film cannot have %d pictures; 1 to %d are right, fewer seconds or fewer "
           "pictures a second"),
        n_frames, GRADUS_MAX_FILM_FRAMES);
  return TRUE;
}

/* Beside the program where that was built, else where it is installed. Returns: (transfer full), or
 * NULL with the reason. */
static GModule *
open_module (GError **error)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;
  g_autofree char *built =
      folder != NULL ? g_build_filename (folder, "..", "film", MODULE, NULL) : NULL;
  g_autofree char *beside =
      folder != NULL ? g_build_filename (folder, "..", "src", "film", MODULE, NULL) : NULL;
  const char *places[] = { built, beside, GRADUS_FILM_FOLDER "/" MODULE };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    if (places[i] != NULL && g_file_test (places[i], G_FILE_TEST_EXISTS))
      {
        GModule *module = g_module_open (places[i], G_MODULE_BIND_LAZY | G_MODULE_BIND_LOCAL);
        if (module == NULL)
          g_set_error (error, GRADUS_ERROR, GRADUS_ERROR_FILE, _ ("films cannot be made here: %s"),
                       g_module_error ());
        return module;
      }
  g_set_error (error, GRADUS_ERROR, GRADUS_ERROR_FILE,
               _ ("films cannot be made here: %s is not there; it is installed with the program"),
               GRADUS_FILM_FOLDER "/" MODULE);
  return NULL;
}

/* It stays: what it brings was never made to be unloaded. */
static const GradusFilmEncoder *
find_encoder (GError **error)
{
  GModule *module = open_module (error);
  gpointer symbol = NULL;

  if (module == NULL)
    return NULL;
  g_module_make_resident (module);
  if (!g_module_symbol (module, GRADUS_FILM_SYMBOL, &symbol))
    g_set_error (error, GRADUS_ERROR, GRADUS_ERROR_FILE, _ ("films cannot be made here: %s"),
                 g_module_error ());
  return symbol;
}

GradusFilm *
gradus_film_new (GradusFilmFormat format, int width, int height, int rate, const char *comment,
                 GError **error)
{
  g_return_val_if_fail ((int) format >= 0 && format < GRADUS_N_FILM_FORMATS, NULL);
  g_return_val_if_fail (width % 2 == 0 && height % 2 == 0, NULL);

  GradusFilmOrder order = { format, width, height, rate, comment };
  if (!gradus_film_check (width, height, rate, 1, error))
    return NULL;
  const GradusFilmEncoder *encoder = find_encoder (error);
  gpointer state = encoder != NULL ? encoder->open (&order, error) : NULL;
  if (state == NULL)
    return NULL;
  GradusFilm *self = g_new0 (GradusFilm, 1);
  *self = (GradusFilm){ encoder, state, width, height };
  return self;
}

void
gradus_film_free (GradusFilm *self)
{
  if (self == NULL)
    return;
  self->encoder->close (self->state);
  g_free (self);
}

gboolean
gradus_film_add (GradusFilm *self, cairo_surface_t *image, GError **error)
{
  g_return_val_if_fail (cairo_image_surface_get_format (image) == CAIRO_FORMAT_RGB24, FALSE);
  g_return_val_if_fail (cairo_image_surface_get_width (image) == self->width, FALSE);
  g_return_val_if_fail (cairo_image_surface_get_height (image) == self->height, FALSE);

  cairo_surface_flush (image);
  return self->encoder->add (self->state, cairo_image_surface_get_data (image),
                             cairo_image_surface_get_stride (image), error);
}

GByteArray *
gradus_film_finish (GradusFilm *self, GError **error)
{
  return self->encoder->finish (self->state, error);
}
