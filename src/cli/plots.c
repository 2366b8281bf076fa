/* Draws the pictures that --plot asks for. */
#include "cli/plots.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "core/curvature.h"
#include "core/error.h"
#include "plot/views.h"

/* Epochs whose largest eigenvalue is worked out for a plot. */
#define MOST_TRACKED 192

struct _GradusPlots
{
  const GradusOptions *options;
  const GradusTrainer *trainer;
  const GradusLandmarks *landmarks;
  GradusCaptions captions;
  GradusTrack *track; /* NULL where no plot shows it, as */
  GradusPaths *paths;
  GradusScene *scene; /* NULL where not even epoch 0 was finite */
};

/* Nodes of the field along each side: one to a device pixel, as far as a scene goes. */
static int
find_resolution (const GradusOptions *options)
{
  double side = options->width > 0 ? MAX (options->width, options->height) : 640;

  return (int) CLAMP (side * options->scale, 32, 1200);
}

/* All that the plots asked for show of the epoch. */
static GradusScene *
make_scene (const GradusOptions *options, const GradusTrainer *trainer, GradusSnapshot *snapshot)
{
  const GradusSnapshot *first = gradus_album_find (gradus_trainer_get_album (trainer), 0);
  GradusSceneOrder order;

  gradus_trainer_order_scene (trainer, snapshot->row.epoch, &order);
  g_autoptr (GradusDiagnosis) start = gradus_diagnosis_new (first->network, order.training);
  order.snapshot = snapshot;
  order.start = start;
  order.resolution = find_resolution (options);
  for (guint i = 0; i < options->plots->len; i++)
    order.parts |= gradus_view_parts (g_array_index (options->plots, GradusPlotOption, i).view);
  return gradus_scene_new (&order);
}

/* λmax at some epochs of the run: spread over it, close together about the crossing, and the last.
 */
static GradusTrack *
make_track (const GradusTrainer *trainer)
{
  const GradusSpec *spec = gradus_trainer_get_spec (trainer);
  GradusDataset *training = gradus_trainer_get_training (trainer);
  g_autoptr (GradusSnapshot) last = gradus_trainer_take_snapshot (trainer);
  GradusTrack *track = g_new0 (GradusTrack, 1);

  for (GradusSnapshot *next = last; next != NULL && track->n < MOST_TRACKED;
       next = gradus_track_next (track, spec, gradus_trainer_get_album (trainer)))
    gradus_track_add (track, spec, next->row.epoch,
                      gradus_curvature_measure (next->network, training, spec->l2).value);
  return track;
}

static GradusPaths *
make_paths (const GradusTrainer *trainer)
{
  GradusPaths *paths = gradus_paths_new (gradus_trainer_get_network (trainer));

  gradus_paths_follow (paths, gradus_trainer_get_album (trainer), G_MAXSIZE);
  return paths;
}

GradusPlots *
gradus_plots_new (const GradusOptions *options, const GradusTrainer *trainer,
                  const GradusLandmarks *landmarks)
{
  GradusPlots *self = g_new0 (GradusPlots, 1);
  g_autoptr (GradusSnapshot) snapshot = gradus_trainer_take_snapshot (trainer);

  self->options = options;
  self->trainer = trainer;
  self->landmarks = landmarks;
  gradus_captions_init (&self->captions, NULL);
  if (snapshot != NULL)
    self->scene = make_scene (options, trainer, snapshot);
  for (guint i = 0; i < options->plots->len; i++)
    {
      const GradusViewRow *row =
          gradus_view_row (g_array_index (options->plots, GradusPlotOption, i).view);
      if (row->has_track && self->track == NULL)
        self->track = make_track (trainer);
      if (row->has_paths && self->paths == NULL)
        self->paths = make_paths (trainer);
    }
  return self;
}

void
gradus_plots_free (GradusPlots *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->scene, gradus_scene_unref);
  g_clear_pointer (&self->paths, gradus_paths_free);
  g_free (self->track);
  g_free (self);
}

/* The size asked for, or the view's own; figure may be NULL, then a view whose height goes with
 * what it shows counts as any other. */
static void
find_size (const GradusOptions *options, GradusView view, const GradusFigure *figure, double *width,
           double *height)
{
  *width = view == GRADUS_VIEW_WINDOW ? 1360 : view == GRADUS_VIEW_STEP ? 960 : 640;
  *height = view == GRADUS_VIEW_WINDOW ? 850 : 480;
  if (options->width > 0)
    {
      *width = options->width;
      *height = options->height;
    }
  else if ((view == GRADUS_VIEW_UNITS || view == GRADUS_VIEW_STEP) && figure != NULL)
    *height = CLAMP (gradus_figure_natural_height (figure, *width), 120, GRADUS_MAX_EXPORT_SIDE);
}

gboolean
gradus_plots_check (const GradusOptions *options, const GradusPlotOption *plot, GError **error)
{
  double width, height;

  if (plot->format != GRADUS_FORMAT_PNG)
    return TRUE;
  find_size (options, plot->view, NULL, &width, &height);
  width = round (width * options->scale);
  height = round (height * options->scale);
  if (MIN (width, height) >= GRADUS_MIN_EXPORT_SIDE && MAX (width, height) <= GRADUS_MAX_EXPORT_SIDE
      && width * height <= GRADUS_MAX_EXPORT_PIXELS)
    return TRUE;
  g_set_error (error, GRADUS_ERROR, GRADUS_ERROR_SPEC,
               _ ("%s: a PNG cannot have %.0f×%.0f pixels; %.0f to %.0f a side and at most %.0f "
                  "million in all are right"),
               plot->path, width, height, GRADUS_MIN_EXPORT_SIDE, GRADUS_MAX_EXPORT_SIDE,
               GRADUS_MAX_EXPORT_PIXELS / 1e6);
  return FALSE;
}

GByteArray *
gradus_plots_render (GradusPlots *self, const GradusPlotOption *plot, GError **error)
{
  GradusFigure figure;
  double width, height;

  gradus_figure_init (&figure, plot->view, &self->captions);
  figure.theme = self->options->theme;
  figure.scene = self->scene;
  figure.history = gradus_trainer_get_history (self->trainer);
  figure.landmarks = self->landmarks;
  figure.spec = gradus_trainer_get_spec (self->trainer);
  figure.track = self->track;
  figure.paths = self->paths;
  find_size (self->options, plot->view, &figure, &width, &height);
  return gradus_export_render (&figure, plot->format, width, height, self->options->scale, error);
}
