/* The pictures of --plot: what the window would show of the same run, without it. */
#pragma once

#include "cli/options.h"
#include "core/sweep.h"
#include "core/trainer.h"

typedef struct _GradusPlots GradusPlots;

/* Whether the plot's size can be, before there is anything to draw. */
gboolean gradus_plots_check (const GradusOptions *options, const GradusPlotOption *plot,
                             GError **error);

/* The size asked for, or the view's own, CSS pixels. */
void gradus_plots_get_size (const GradusOptions *options, GradusView view, double *width,
                            double *height);

/* What all plots have in common, sampled once, of the runs (GradusTrainer), each with what it has
 * passed; the sweep is the table they make, or NULL. Borrows all. */
GradusPlots *gradus_plots_new (const GradusOptions *options, const GPtrArray *trainers,
                               const GradusLandmarks *landmarks, const GradusSweep *sweep);
void gradus_plots_free (GradusPlots *self);

/* The plot in its file's format. Returns: (transfer full), or NULL with an error. */
GByteArray *gradus_plots_render (GradusPlots *self, const GradusPlotOption *plot, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GradusPlots, gradus_plots_free)
