/* A whole film of a run, from the first picture to the file's bytes. */
#include "film/shoot.h"

gboolean
gradus_shoot (GradusCamera *camera, GradusFilmFormat format, int rate, const gint64 *epochs, int n,
              const char *comment, GradusShootFunc func, gpointer data, GByteArray **bytes,
              GError **error)
{
  g_autoptr (GradusFilm) film = NULL;
  cairo_surface_t *image = NULL;
  gboolean ok = TRUE, goes_on = TRUE;
  int columns, rows;

  *bytes = NULL;
  gradus_camera_get_size (camera, &columns, &rows);
  if (!gradus_film_check (columns, rows, rate, n, error))
    return FALSE;
  film = gradus_film_new (format, columns, rows, rate, comment, error);
  if (film == NULL)
    return FALSE;
  for (int i = 0; ok && i < n; i++)
    {
      goes_on = func == NULL || func (i, n, data);
      if (!goes_on)
        break;
      if (image != NULL && epochs[i] != epochs[i - 1])
        g_clear_pointer (&image, cairo_surface_destroy);
      if (image == NULL)
        image = gradus_camera_take (camera, epochs[i], error);
      ok = image != NULL && gradus_film_add (film, image, error);
    }
  g_clear_pointer (&image, cairo_surface_destroy);
  if (ok && goes_on)
    {
      *bytes = gradus_film_finish (film, error);
      ok = *bytes != NULL;
    }
  return ok;
}
