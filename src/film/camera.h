/* Takes pictures of a run, or of several side by side, at any of their epochs. */
#pragma once

#include "core/trainer.h"
#include "plot/figure.h"

/* What is taken, and how. */
typedef struct
{
  const GradusSpec *spec; /* of the experiment: names the runs where it compares any */
  GradusFigure figure;    /* view, theme, axes, layers, units, captions and pins; the rest is the
                             camera's own to fill in */
  double width, height;   /* CSS pixels; a film has them made even */
  double scale;           /* pixels to one of them */
  gint64 example;         /* the training example that is looked at; -1: all */
  const GradusLandmarks *landmarks; /* that the curves show, of each run; NULL: none */
  gboolean has_words;               /* the experiment below each picture */
  int n_threads;
} GradusShot;

typedef struct _GradusCamera GradusCamera;

/* Copies the shot with what it points to, but for the pins; borrows these and the trainers
 * (GradusTrainer), which have come to the last epoch that will be asked for, and do not go on. */
GradusCamera *gradus_camera_new (const GradusShot *shot, const GPtrArray *trainers);
void gradus_camera_free (GradusCamera *self);

/* Pixels of a film's picture, both even. */
void gradus_camera_get_size (const GradusCamera *self, int *columns, int *rows);

/* A run that has ended before shows its last epoch. Returns: (transfer full) an RGB24 image; or
 * NULL with an error. */
cairo_surface_t *gradus_camera_take (GradusCamera *self, gint64 epoch, GError **error);

/* The same as a PNG file's bytes, of the size as it was asked for; it carries the experiment, as
 * from path. */
GByteArray *gradus_camera_take_png (GradusCamera *self, gint64 epoch, const char *path,
                                    GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GradusCamera, gradus_camera_free)
