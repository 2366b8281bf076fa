/* --frames and --film: which epochs a run is shown at, and where the pictures go. */
#include "cli/film-options.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "film/schedule.h"

#define DEFAULT_FRAMES 100
#define DEFAULT_SECONDS 10
#define DEFAULT_RATE 25
#define MAX_SECONDS 3600

/* "%d" or "%05d" in the last part of the name, once, and no other percent sign but "%%". Returns:
 * FALSE where it is not so. */
static gboolean
find_number (const char *path, gsize *at, gsize *length)
{
  const char *slash = strrchr (path, '/');
  int n = 0;

  for (const char *c = path; *c != '\0'; c++)
    {
      if (*c != '%')
        continue;
      const char *end = c + 1;
      if (*end == '%')
        {
          c = end;
          continue;
        }
      if (*end == '0' && g_ascii_isdigit (end[1]) && end[1] != '0')
        end += 2;
      if (*end != 'd' || (slash != NULL && c < slash))
        return FALSE;
      *at = (gsize) (c - path);
      *length = (gsize) (end + 1 - c);
      c = end;
      n++;
    }
  return n == 1;
}

char *
gradus_film_options_name (const GradusMotionOption *motion, int number)
{
  gsize at = 0, length = 0;
  GString *name = g_string_new (NULL);

  find_number (motion->path, &at, &length);
  for (gsize i = 0; motion->path[i] != '\0'; i++)
    if (i == at)
      {
        int width = length > 2 ? motion->path[at + 2] - '0' : 0;
        g_string_append_printf (name, "%0*d", width, number);
        i += length - 1;
      }
    else
      {
        g_string_append_c (name, motion->path[i]);
        i += motion->path[i] == '%';
      }
  return g_string_free (name, FALSE);
}

/* "VIEW:" before the name. Returns: the name, or NULL with an error. */
static const char *
read_view (const GradusOption *option, const char *text, GradusView *view, GError **error)
{
  const char *colon = strchr (text, ':');

  if (colon == NULL || colon[1] == '\0')
    {
      gradus_spec_fail (error, _ ("--%s: “%s” is no such thing; %s is right"), option->name, text,
                        option->id == GRADUS_OPTION_FILM ? "boundary:flower.mp4"
                                                         : "boundary:frames/%05d.png");
      return NULL;
    }
  g_autofree char *name = g_strndup (text, (gsize) (colon - text));
  int found = gradus_view_from_name (name);
  if (found < 0)
    {
      g_autofree char *list = gradus_view_list ();
      gradus_spec_fail (error, _ ("--%s: there is no view “%s”; one of %s is right"), option->name,
                        name, list);
      return NULL;
    }
  *view = (GradusView) found;
  return colon + 1;
}

static gboolean
read_motion (GradusOptions *self, const GradusOption *option, const char *text, GError **error)
{
  GradusMotionOption motion = { .is_film = option->id == GRADUS_OPTION_FILM };
  const char *path = read_view (option, text, &motion.view, error);
  gsize at, length;

  if (path == NULL)
    return FALSE;
  if (motion.is_film && gradus_film_format_from_path (path) < 0)
    return gradus_spec_fail (
        error, _ ("--film: “%s” has no known suffix; .mp4, .webm or .gif is right"), path);
  if (!motion.is_film
      && (gradus_format_from_path (path) != GRADUS_FORMAT_PNG || !find_number (path, &at, &length)))
    return gradus_spec_fail (
        error,
        _ ("--frames: “%s” is no pattern; a .png with a single %%d or %%05d in "
           "its name, such as frames/%%05d.png, is right"),
        path);
  motion.path = g_strdup (path);
  motion.format =
      motion.is_film ? (GradusFilmFormat) gradus_film_format_from_path (path) : GRADUS_FILM_MP4;
  motion.first = motion.is_film ? g_strdup (path) : gradus_film_options_name (&motion, 1);
  g_array_append_val (self->motions, motion);
  return TRUE;
}

static gboolean
read_count (const GradusOption *option, const char *text, gint64 min, gint64 max, gint64 *count,
            GError **error)
{
  if (g_ascii_string_to_signed (text, 10, min, max, count, NULL))
    return TRUE;
  return gradus_spec_fail (error,
                           _ ("--%s: “%s” is no such number; a whole number from %" G_GINT64_FORMAT
                              " to %" G_GINT64_FORMAT " is right"),
                           option->name, text, min, max);
}

static gboolean
read_spacing (GradusOptions *self, const char *text, GError **error)
{
  self->has_frame_spacing = TRUE;
  self->is_frame_log = strcmp (text, "log") == 0;
  if (self->is_frame_log || strcmp (text, "linear") == 0)
    return TRUE;
  return gradus_spec_fail (error, _ ("--frame-spacing: “%s” is no spacing; linear or log is right"),
                           text);
}

gboolean
gradus_film_options_read (GradusOptions *self, const GradusOption *option, const char *text,
                          GError **error)
{
  switch ((int) option->id)
    {
    case GRADUS_OPTION_FRAMES:
    case GRADUS_OPTION_FILM:
      return read_motion (self, option, text, error);
    case GRADUS_OPTION_FRAME_COUNT:
      return read_count (option, text, 1, GRADUS_MAX_FILM_FRAMES, &self->n_frames, error);
    case GRADUS_OPTION_FRAME_FROM:
      return read_count (option, text, 0, G_GINT64_CONSTANT (1000000000000), &self->first_frame,
                         error);
    case GRADUS_OPTION_FRAME_SPACING:
      return read_spacing (self, text, error);
    case GRADUS_OPTION_FILM_SECONDS:
      return read_count (option, text, 1, MAX_SECONDS, &self->film_seconds, error);
    case GRADUS_OPTION_FILM_RATE:
      return read_count (option, text, 1, GRADUS_MAX_FILM_RATE, &self->film_rate, error);
    default:
      return TRUE;
    }
}

int
gradus_film_options_rate (const GradusOptions *self)
{
  return self->film_rate > 0 ? (int) self->film_rate : DEFAULT_RATE;
}

gint64 *
gradus_film_options_schedule (const GradusOptions *self, const GradusMotionOption *motion,
                              gint64 last, int *n)
{
  gint64 first = CLAMP (self->first_frame, 0, MAX (last, 0));
  gint64 seconds = self->film_seconds > 0 ? self->film_seconds : DEFAULT_SECONDS;

  last = MAX (last, 0);
  if (!motion->is_film && self->n_frames == 0 && self->every > 0)
    return gradus_schedule_every (first, last, self->every, GRADUS_MAX_FILM_FRAMES, n);
  if (motion->is_film)
    *n = (int) (seconds * gradus_film_options_rate (self));
  else
    *n = (int) (self->n_frames > 0 ? self->n_frames : MIN (DEFAULT_FRAMES, last - first + 1));
  return gradus_schedule_new (first, last, *n, self->is_frame_log);
}

/* What nothing that was asked for has a use for. */
static gboolean
check_use (const GradusOptions *self, GError **error)
{
  gboolean has_film = FALSE, has_frames = FALSE;
  const struct
  {
    gboolean is_given;
    const char *name, *right;
  } rows[] = {
    { self->n_frames > 0, "frame-count", "--frames" },
    { self->film_seconds > 0, "film-seconds", "--film" },
    { self->film_rate > 0, "film-rate", "--film" },
    { self->first_frame >= 0, "frame-from", "--film, --frames" },
    { self->has_frame_spacing, "frame-spacing", "--film, --frames" },
  };

  for (guint i = 0; i < self->motions->len; i++)
    if (g_array_index (self->motions, GradusMotionOption, i).is_film)
      has_film = TRUE;
    else
      has_frames = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].is_given && !(i == 0 ? has_frames : i < 3 ? has_film : has_film || has_frames))
      return gradus_spec_fail (error,
                               _ ("--%s: no such pictures are asked for; with %s it is right"),
                               rows[i].name, rows[i].right);
  return TRUE;
}

gboolean
gradus_film_options_check (const GradusOptions *self, GError **error)
{
  if (!check_use (self, error))
    return FALSE;
  if (self->first_frame > self->spec.epochs)
    return gradus_spec_fail (
        error,
        _ ("--frame-from: the run ends at epoch %" G_GINT64_FORMAT "; an epoch before is right"),
        self->spec.epochs);
  for (guint i = 0; i < self->motions->len; i++)
    {
      const GradusMotionOption *motion = &g_array_index (self->motions, GradusMotionOption, i);
      int n = 0;
      g_autofree gint64 *epochs =
          gradus_film_options_schedule (self, motion, self->spec.epochs, &n);
      if (epochs == NULL)
        return gradus_spec_fail (
            error,
            _ ("--every: that would be more than %d pictures; a larger number, "
               "or a --frame-count, is right"),
            GRADUS_MAX_FILM_FRAMES);
      if (motion->is_film && n > GRADUS_MAX_FILM_FRAMES)
        return gradus_spec_fail (error,
                                 _ ("--film-seconds: that would be more than %d pictures; fewer "
                                    "seconds or a smaller --film-rate are right"),
                                 GRADUS_MAX_FILM_FRAMES);
    }
  return TRUE;
}
