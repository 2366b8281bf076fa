/* Makes the frames and films of a run that has come to its end. */
#include "cli/films.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "cli/bar.h"
#include "cli/film-options.h"
#include "cli/outputs.h"
#include "cli/plot-choices.h"
#include "cli/plots.h"
#include "core/spec-text.h"
#include "film/shoot.h"

static GradusCamera *
set_up_camera (const GradusOptions *options, const GradusBatch *batch,
               const GradusMotionOption *motion)
{
  const GPtrArray *trainers = gradus_batch_get_trainers (batch);
  GradusCaptions captions;
  GradusShot shot = { .spec = &options->spec,
                      .scale = options->scale,
                      .example = options->example - 1,
                      .has_words = options->caption,
                      .n_threads = options->n_threads };

  gradus_captions_init (&captions, NULL);
  gradus_figure_init (&shot.figure, motion->view, &captions);
  shot.figure.theme = options->theme;
  shot.figure.type = options->type;
  gradus_plot_choices_apply (options, &shot.figure);
  gradus_plots_get_size (options, motion->view, &shot.width, &shot.height);
  shot.landmarks = gradus_batch_get_landmarks (batch);
  return gradus_camera_new (&shot, trainers);
}

static gint64
find_last_epoch (const GradusBatch *batch)
{
  const GPtrArray *trainers = gradus_batch_get_trainers (batch);
  gint64 last = 0;

  for (guint i = 0; i < trainers->len; i++)
    last = MAX (last, gradus_trainer_get_epoch (trainers->pdata[i]));
  return last;
}

static gboolean
progress_cb (int n_done, int n_frames, gpointer data)
{
  gradus_bar_update (data, n_done, n_frames, _ ("picture %ld of %ld"));
  return TRUE;
}

static void
write_frames (const GradusMotionOption *motion, GradusCamera *camera, const gint64 *epochs, int n,
              GradusBar *bar, GPtrArray *failures)
{
  guint n_failed = failures->len;

  for (int i = 0; i < n && failures->len == n_failed; i++)
    {
      g_autofree char *path = gradus_film_options_name (motion, i + 1);
      g_autoptr (GError) error = NULL;
      g_autoptr (GByteArray) png = gradus_camera_take_png (camera, epochs[i], path, &error);

      if (png != NULL)
        gradus_outputs_write_file (path, png->data, png->len, failures);
      else
        g_ptr_array_add (failures, g_strdup_printf ("%s: %s", path, error->message));
      progress_cb (i + 1, n, bar);
    }
}

static void
write_film (const GradusOptions *options, const GradusMotionOption *motion, GradusCamera *camera,
            const gint64 *epochs, int n, GradusBar *bar, GPtrArray *failures)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GByteArray) bytes = NULL;
  g_autofree char *comment = gradus_spec_to_text (&options->spec, motion->path);

  if (gradus_shoot (camera, motion->format, gradus_film_options_rate (options), epochs, n, comment,
                    progress_cb, bar, &bytes, &error))
    gradus_outputs_write_file (motion->path, bytes->data, bytes->len, failures);
  else
    g_ptr_array_add (failures, g_strdup_printf ("%s: %s", motion->path, error->message));
}

gboolean
gradus_films_check (const GradusOptions *options, GError **error)
{
  for (guint i = 0; i < options->motions->len; i++)
    {
      const GradusMotionOption *motion = &g_array_index (options->motions, GradusMotionOption, i);
      GradusPlotOption plot = { motion->view, GRADUS_FORMAT_PNG, motion->first };
      double width, height;

      gradus_plots_get_size (options, motion->view, &width, &height);
      if (motion->is_film
          && !gradus_film_check (gradus_film_side (width * options->scale),
                                 gradus_film_side (height * options->scale),
                                 gradus_film_options_rate (options), 1, error))
        {
          g_prefix_error (error, "%s: ", motion->path);
          return FALSE;
        }
      if (!motion->is_film && !gradus_plots_check (options, &plot, error))
        return FALSE;
    }
  return TRUE;
}

void
gradus_films_write (const GradusOptions *options, const GradusBatch *batch, GPtrArray *failures)
{
  for (guint i = 0; i < options->motions->len; i++)
    {
      const GradusMotionOption *motion = &g_array_index (options->motions, GradusMotionOption, i);
      g_autoptr (GradusCamera) camera = set_up_camera (options, batch, motion);
      int n = 0;
      g_autofree gint64 *epochs =
          gradus_film_options_schedule (options, motion, find_last_epoch (batch), &n);
      GradusBar bar;

      gradus_bar_begin (&bar, options->quiet);
      if (motion->is_film)
        write_film (options, motion, camera, epochs, n, &bar, failures);
      else
        write_frames (motion, camera, epochs, n, &bar, failures);
      gradus_bar_clear (&bar);
    }
}
