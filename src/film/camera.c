/* Takes pictures of a run, or of several side by side, at any of their epochs. */
#include "film/camera.h"

#include "core/along-run.h"
#include "core/replay.h"
#include "film/film.h"
#include "plot/export.h"
#include "plot/recipe-line.h"
#include "plot/run-name.h"
#include "plot/views.h"

/* Epochs whose largest eigenvalue is worked out where a view shows it. */
#define MOST_TRACKED 192
/* Nodes of a field along each side. */
#define MIN_RESOLUTION 32
#define MAX_RESOLUTION 1200

struct _GradusCamera
{
  GradusSpec spec;
  GradusShot shot;
  GradusCaptions captions;
  char *data_name;
  GradusLandmarks landmarks[GRADUS_MAX_COMPARED]; /* or not known */
  GradusTrack *track;                             /* NULL where the view does not show it, as */
  GradusPaths *paths;                             /* these */
  int n_runs;
  const GradusTrainer *trainers[GRADUS_MAX_COMPARED];
  GradusDiagnosis *starts[GRADUS_MAX_COMPARED]; /* NULL where epoch 0 has diverged, as */
  GradusScene *scenes[GRADUS_MAX_COMPARED];     /* these, of the epoch that was taken last */
  char *names[GRADUS_MAX_COMPARED];
  GradusFigureRun runs[GRADUS_MAX_COMPARED];
};

/* What the figure takes of the runs, whichever epoch it shows. */
static void
fill_figure (GradusCamera *self)
{
  GradusFigure *figure = &self->shot.figure;
  const GradusViewRow *row = gradus_view_row (figure->view);

  figure->captions = &self->captions;
  figure->history = gradus_trainer_get_history (self->trainers[0]);
  figure->landmarks = self->n_runs == 1 ? self->runs[0].landmarks : NULL;
  figure->spec = gradus_trainer_get_spec (self->trainers[0]);
  if (row->has_track)
    self->track = gradus_along_run_track (self->trainers[0], MOST_TRACKED);
  if (row->has_paths)
    self->paths = gradus_along_run_paths (self->trainers[0]);
  figure->track = self->track;
  figure->paths = self->paths;
  figure->sweep = NULL;
  figure->examples = NULL;
  figure->n_runs = self->n_runs > 1 || figure->view == GRADUS_VIEW_COMPARE ? self->n_runs : 0;
  figure->runs = self->runs;
}

GradusCamera *
gradus_camera_new (const GradusShot *shot, const GPtrArray *trainers)
{
  GradusCamera *self = g_new0 (GradusCamera, 1);

  self->spec = *shot->spec;
  self->shot = *shot;
  self->shot.spec = &self->spec;
  self->captions = *shot->figure.captions;
  self->data_name = g_strdup (self->captions.data_name);
  self->captions.data_name = self->data_name;
  self->n_runs = (int) MIN (trainers->len, GRADUS_MAX_COMPARED);
  for (int i = 0; i < self->n_runs; i++)
    {
      const GradusTrainer *trainer = trainers->pdata[i];
      const GradusSnapshot *first = gradus_album_find (gradus_trainer_get_album (trainer), 0);

      self->trainers[i] = trainer;
      if (first != NULL)
        self->starts[i] =
            gradus_diagnosis_new (first->network, gradus_trainer_get_training (trainer));
      self->names[i] = gradus_run_name (&self->spec, i, self->captions.decimal_point);
      self->runs[i].name = self->names[i];
      self->runs[i].history = gradus_trainer_get_history (trainer);
      if (shot->landmarks != NULL)
        self->landmarks[i] = shot->landmarks[i];
      self->runs[i].landmarks = shot->landmarks != NULL ? &self->landmarks[i] : NULL;
      self->runs[i].spec = gradus_trainer_get_spec (trainer);
    }
  fill_figure (self);
  return self;
}

void
gradus_camera_free (GradusCamera *self)
{
  if (self == NULL)
    return;
  for (int i = 0; i < self->n_runs; i++)
    {
      g_clear_pointer (&self->scenes[i], gradus_scene_unref);
      g_clear_pointer (&self->starts[i], gradus_diagnosis_unref);
      g_free (self->names[i]);
    }
  g_clear_pointer (&self->paths, gradus_paths_free);
  g_free (self->track);
  g_free (self->data_name);
  g_free (self);
}

void
gradus_camera_get_size (const GradusCamera *self, int *columns, int *rows)
{
  *columns = gradus_film_side (self->shot.width * self->shot.scale);
  *rows = gradus_film_side (self->shot.height * self->shot.scale);
}

/* The run's network at the epoch, worked out again where it was not kept. (transfer full) */
static GradusScene *
make_scene (const GradusCamera *self, int i, gint64 epoch)
{
  const GradusTrainer *trainer = self->trainers[i];
  gint64 shown = MIN (epoch, gradus_trainer_get_epoch (trainer));
  double side = MAX (self->shot.width, self->shot.height) * self->shot.scale;
  g_autoptr (GradusReplay) replay = shown >= 0 ? gradus_replay_new (trainer, shown) : NULL;
  GradusSceneOrder order;

  if (replay == NULL)
    return NULL;
  gradus_replay_set_threads (replay, self->shot.n_threads);
  g_autoptr (GradusSnapshot) snapshot = gradus_replay_finish (replay);
  gradus_trainer_order_scene (trainer, shown, &order);
  order.snapshot = snapshot;
  order.start = self->starts[i];
  order.resolution = (int) CLAMP (side, MIN_RESOLUTION, MAX_RESOLUTION);
  order.parts = gradus_view_parts (self->shot.figure.view);
  order.example = self->shot.example;
  return gradus_scene_new (&order);
}

/* Makes the figure show the epoch. Returns: (transfer full) the words below it, or NULL. */
static char *
show (GradusCamera *self, gint64 epoch)
{
  for (int i = 0; i < self->n_runs; i++)
    {
      g_clear_pointer (&self->scenes[i], gradus_scene_unref);
      self->scenes[i] = make_scene (self, i, epoch);
      self->runs[i].scene = self->scenes[i];
    }
  self->shot.figure.scene = self->scenes[0];
  return self->shot.has_words
             ? gradus_recipe_line_words (&self->spec, epoch, self->captions.decimal_point)
             : NULL;
}

cairo_surface_t *
gradus_camera_take (GradusCamera *self, gint64 epoch, GError **error)
{
  g_autofree char *words = show (self, epoch);
  int columns, rows;

  gradus_camera_get_size (self, &columns, &rows);
  return gradus_export_image (&self->shot.figure, words, columns, rows, self->shot.scale, error);
}

GByteArray *
gradus_camera_take_png (GradusCamera *self, gint64 epoch, const char *path, GError **error)
{
  g_autofree char *words = show (self, epoch);
  g_autoptr (GradusImprint) imprint = gradus_imprint_new (&self->spec, epoch, path);
  GradusExportNotes notes = { imprint, words };

  return gradus_export_render (&self->shot.figure, &notes, GRADUS_FORMAT_PNG, self->shot.width,
                               self->shot.height, self->shot.scale, error);
}
