/* Draws the pictures that --plot asks for. */
#include "cli/plots.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "cli/plot-choices.h"
#include "core/along-run.h"
#include "core/error.h"
#include "plot/recipe-line.h"
#include "plot/run-name.h"
#include "plot/views.h"

/* Epochs whose largest eigenvalue is worked out for a plot. */
#define MOST_TRACKED 192

struct _GradusPlots
{
  const GradusOptions *options;
  const GradusSweep *sweep; /* or NULL */
  GradusCaptions captions;
  const GradusTrainer *first;
  GradusTrack *track; /* NULL where no plot shows it, as */
  GradusPaths *paths; /* these, of the first run */
  gint64 epoch;       /* that the pictures show: the last of the run that came furthest */
  char *words;        /* below each; or NULL */
  int n_runs;
  char *names[GRADUS_MAX_COMPARED];
  GradusFigureRun runs[GRADUS_MAX_COMPARED]; /* a scene is NULL where not even epoch 0 was finite */
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
  order.example = options->example - 1;
  for (guint i = 0; i < options->plots->len; i++)
    order.parts |= gradus_view_parts (g_array_index (options->plots, GradusPlotOption, i).view);
  return gradus_scene_new (&order);
}

GradusPlots *
gradus_plots_new (const GradusOptions *options, const GPtrArray *trainers,
                  const GradusLandmarks *landmarks, const GradusSweep *sweep)
{
  GradusPlots *self = g_new0 (GradusPlots, 1);

  self->options = options;
  self->sweep = sweep;
  gradus_captions_init (&self->captions, NULL);
  self->first = trainers->pdata[0];
  self->n_runs = (int) MIN (trainers->len, GRADUS_MAX_COMPARED);
  for (int i = 0; i < self->n_runs; i++)
    {
      const GradusTrainer *trainer = trainers->pdata[i];
      g_autoptr (GradusSnapshot) snapshot = gradus_trainer_take_snapshot (trainer);

      self->names[i] = gradus_run_name (&options->spec, i, self->captions.decimal_point);
      self->runs[i].name = self->names[i];
      self->runs[i].history = gradus_trainer_get_history (trainer);
      self->epoch = MAX (self->epoch, gradus_trainer_get_epoch (trainer));
      self->runs[i].spec = gradus_trainer_get_spec (trainer);
      self->runs[i].landmarks = &landmarks[i];
      if (snapshot != NULL)
        self->runs[i].scene = make_scene (options, trainer, snapshot);
    }
  if (options->caption)
    self->words =
        gradus_recipe_line_words (&options->spec, self->epoch, self->captions.decimal_point);
  for (guint i = 0; i < options->plots->len; i++)
    {
      const GradusViewRow *row =
          gradus_view_row (g_array_index (options->plots, GradusPlotOption, i).view);
      if (row->has_track && self->track == NULL)
        self->track = gradus_along_run_track (self->first, MOST_TRACKED);
      if (row->has_paths && self->paths == NULL)
        self->paths = gradus_along_run_paths (self->first);
    }
  return self;
}

void
gradus_plots_free (GradusPlots *self)
{
  if (self == NULL)
    return;
  for (int i = 0; i < self->n_runs; i++)
    {
      gradus_scene_unref ((GradusScene *) self->runs[i].scene);
      g_free (self->names[i]);
    }
  g_clear_pointer (&self->paths, gradus_paths_free);
  g_free (self->words);
  g_free (self->track);
  g_free (self);
}

/* The height that the figure needs, with the words below it. */
static double
find_natural_height (const GradusFigure *figure, const char *words, double width)
{
  double height = gradus_figure_natural_height (figure, width);

  return words != NULL
             ? height + gradus_recipe_line_height (figure, words, width, GRADUS_MAX_EXPORT_SIDE)
             : height;
}

/* The size asked for, or the view's own; figure may be NULL, then a view whose height goes with
 * what it shows counts as any other. */
static void
find_size (const GradusOptions *options, GradusView view, const GradusFigure *figure,
           const char *words, double *width, double *height)
{
  gboolean is_sheet = view == GRADUS_VIEW_WINDOW || view == GRADUS_VIEW_COMPARE;

  *width = is_sheet || view == GRADUS_VIEW_SWEEP ? 1360 : view == GRADUS_VIEW_STEP ? 960 : 640;
  *height = is_sheet ? 850 : 480;
  if (options->width > 0)
    {
      *width = options->width;
      *height = options->height;
    }
  else if (view == GRADUS_VIEW_PARAMETERS && figure != NULL) /* room for every layer */
    *height = CLAMP (find_natural_height (figure, words, *width), *height, GRADUS_MAX_EXPORT_SIDE);
  else if ((view == GRADUS_VIEW_UNITS || view == GRADUS_VIEW_STEP || view == GRADUS_VIEW_SWEEP)
           && figure != NULL)
    *height = CLAMP (find_natural_height (figure, words, *width), 120, GRADUS_MAX_EXPORT_SIDE);
}

void
gradus_plots_get_size (const GradusOptions *options, GradusView view, double *width, double *height)
{
  find_size (options, view, NULL, NULL, width, height);
}

gboolean
gradus_plots_check (const GradusOptions *options, const GradusPlotOption *plot, GError **error)
{
  double width, height;

  if (plot->format != GRADUS_FORMAT_PNG)
    return TRUE;
  find_size (options, plot->view, NULL, NULL, &width, &height);
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
  figure.type = self->options->type;
  gradus_plot_choices_apply (self->options, &figure);
  figure.scene = self->runs[0].scene;
  figure.history = self->runs[0].history;
  figure.spec = gradus_trainer_get_spec (self->first);
  figure.track = self->track;
  figure.paths = self->paths;
  figure.sweep = self->sweep;
  if (self->n_runs == 1)
    figure.landmarks = self->runs[0].landmarks;
  if (self->n_runs > 1 || plot->view == GRADUS_VIEW_COMPARE)
    {
      figure.n_runs = self->n_runs;
      figure.runs = self->runs;
    }
  find_size (self->options, plot->view, &figure, self->words, &width, &height);
  g_autoptr (GradusImprint) imprint =
      gradus_imprint_new (&self->options->spec, self->epoch, plot->path);
  GradusExportNotes notes = { imprint, self->words };
  return gradus_export_render (&figure, &notes, plot->format, width, height, self->options->scale,
                               error);
}
