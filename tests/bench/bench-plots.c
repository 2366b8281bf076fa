/* What a frame costs: the network sampled, the scene made, and each plot drawn on an image. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "../run.h"
#include "bench.h"
#include "plot/figure.h"

/* A picture with all that it needs, ready to be made again and again. */
typedef struct
{
  int size; /* pixels along each side */
  GradusTrainer *trainer;
  GradusSnapshot *snapshot;
  GradusScene *scene;
  GradusHistory *history;
  GradusCaptions captions;
  GradusFigure figure;
  cairo_t *cr;
} Stage;

static void
sample_field (Stage *stage)
{
  const GradusNetwork *network = gradus_trainer_get_network (stage->trainer);

  gradus_field_unref (gradus_field_new (network, network->n_layers, GRADUS_MAX_CLASSES,
                                        &stage->scene->extent, stage->size, stage->size));
}

static void
make_scene (Stage *stage)
{
  GradusSceneOrder order;
  gradus_scene_reorder (stage->scene, &order);
  GradusScene *scene = gradus_scene_new (&order);

  gradus_scene_unref (stage->scene);
  stage->figure.scene = stage->scene = scene;
}

static void
draw (Stage *stage)
{
  gradus_figure_draw (&stage->figure, stage->cr, stage->size, stage->size);
  cairo_surface_flush (cairo_get_target (stage->cr));
}

/* A new epoch of the boundary plot, from the network to the ink. */
static void
draw_whole (Stage *stage)
{
  make_scene (stage);
  draw (stage);
}

/* The image of the examples, which the figure then keeps. */
static void
prepare_points (Stage *stage)
{
  cairo_surface_t *examples =
      gradus_figure_prepare_examples (&stage->figure, stage->size, stage->size, 1);

  g_clear_pointer (&stage->figure.examples, cairo_surface_destroy);
  stage->figure.examples = examples;
}

static const struct
{
  const char *name;
  GradusView view;
  const char *examples, *hidden;
  int epochs;   /* trained before */
  int recorded; /* epochs of a made-up history; 0: its own */
  gboolean prepared;
  void (*make) (Stage *stage);
} ROWS[] = {
  { "field-4", GRADUS_VIEW_BOUNDARY, "400", "4", 1000, 0, FALSE, sample_field },
  { "field-16", GRADUS_VIEW_BOUNDARY, "400", "16", 1000, 0, FALSE, sample_field },
  { "field-64", GRADUS_VIEW_BOUNDARY, "400", "64", 1000, 0, FALSE, sample_field },
  { "field-3x64", GRADUS_VIEW_BOUNDARY, "400", "64;64;64", 10, 0, FALSE, sample_field },
  { "scene-4", GRADUS_VIEW_BOUNDARY, "400", "4", 1000, 0, FALSE, make_scene },
  { "scene-16", GRADUS_VIEW_BOUNDARY, "400", "16", 1000, 0, FALSE, make_scene },
  { "boundary-400", GRADUS_VIEW_BOUNDARY, "400", "4", 1000, 0, FALSE, draw },
  { "boundary-400-prepared", GRADUS_VIEW_BOUNDARY, "400", "4", 1000, 0, TRUE, draw },
  { "whole-400", GRADUS_VIEW_BOUNDARY, "400", "4", 1000, 0, TRUE, draw_whole },
  { "points-10000", GRADUS_VIEW_BOUNDARY, "10000", "4", 100, 0, FALSE, prepare_points },
  { "points-1000000", GRADUS_VIEW_BOUNDARY, "1000000", "4", 2, 0, FALSE, prepare_points },
  { "boundary-1000000-prepared", GRADUS_VIEW_BOUNDARY, "1000000", "4", 2, 0, TRUE, draw },
  { "cost-1000", GRADUS_VIEW_COST, "400", "4", 1, 1000, FALSE, draw },
  { "cost-100000", GRADUS_VIEW_COST, "400", "4", 1, 100000, FALSE, draw },
  { "cost-1000000", GRADUS_VIEW_COST, "400", "4", 1, 1000000, FALSE, draw },
  { "units-16", GRADUS_VIEW_UNITS, "400", "16", 1000, 0, FALSE, draw },
  { "hidden-space-scene", GRADUS_VIEW_HIDDEN_SPACE, "400", "4", 1000, 0, FALSE, make_scene },
  { "hidden-space-400", GRADUS_VIEW_HIDDEN_SPACE, "400", "4", 1000, 0, FALSE, draw },
  { "hidden-space-10000", GRADUS_VIEW_HIDDEN_SPACE, "10000", "4", 100, 0, FALSE, draw },
  { "step-4", GRADUS_VIEW_STEP, "400", "4", 1000, 0, FALSE, draw },
  { "symmetry-4", GRADUS_VIEW_SYMMETRY, "400", "4", 1000, 0, FALSE, draw },
  { "saturation-4", GRADUS_VIEW_SATURATION, "400", "4", 1000, 0, FALSE, draw },
  { "units-4", GRADUS_VIEW_UNITS, "400", "4", 1000, 0, FALSE, draw },
  { "network-4", GRADUS_VIEW_NETWORK, "400", "4", 1000, 0, FALSE, draw },
  { "network-6x16", GRADUS_VIEW_NETWORK, "400", "16;16;16;16;16;16", 10, 0, FALSE, draw },
};

/* Costs that fall and jump up and down, so that every column of the curve has something to draw. */
static GradusHistory *
make_up_history (int n)
{
  GradusHistory *self = gradus_history_new ();

  for (int i = 0; i < n; i++)
    {
      GradusRow row = { .epoch = i, .held_out_cost = NAN, .held_out_accuracy = NAN };

      row.cost = 0.7 / (1 + 20.0 * i / n) * (1 + 0.3 * sin (i * 1.7));
      row.accuracy = 0.9;
      gradus_history_add (self, &row);
    }
  return self;
}

static void
stage_init (Stage *self, gsize row, int size)
{
  GradusSpec spec;

  run_spec (&spec, "examples", ROWS[row].examples, "hidden", ROWS[row].hidden, "epochs", "", NULL);
  self->size = size;
  self->trainer = run_new (&spec);
  gradus_trainer_run (self->trainer, ROWS[row].epochs);
  self->snapshot = gradus_trainer_take_snapshot (self->trainer);
  GradusSceneOrder order;
  gradus_trainer_order_scene (self->trainer, self->snapshot->row.epoch, &order);
  order.snapshot = self->snapshot;
  order.resolution = MIN (size, 1200);
  order.parts = gradus_view_parts (ROWS[row].view);
  self->scene = gradus_scene_new (&order);
  if (ROWS[row].recorded > 0)
    self->history = make_up_history (ROWS[row].recorded);

  gradus_captions_init (&self->captions, NULL);
  gradus_figure_init (&self->figure, ROWS[row].view, &self->captions);
  self->figure.scene = self->scene;
  self->figure.history =
      self->history != NULL ? self->history : gradus_trainer_get_history (self->trainer);

  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, size, size);
  self->cr = cairo_create (image);
  cairo_surface_destroy (image);
  if (ROWS[row].prepared)
    prepare_points (self);
}

static void
stage_clear (Stage *self)
{
  if (self->cr == NULL)
    return;
  cairo_destroy (self->cr);
  g_clear_pointer (&self->figure.examples, cairo_surface_destroy);
  g_clear_pointer (&self->history, gradus_history_free);
  gradus_scene_unref (self->scene);
  gradus_snapshot_unref (self->snapshot);
  gradus_trainer_free (self->trainer);
}

static gboolean
is_wanted (const char *name, char **prefixes)
{
  gboolean wanted = *prefixes == NULL;

  for (; *prefixes != NULL; prefixes++)
    wanted |= g_str_has_prefix (name, *prefixes);
  return wanted;
}

void
bench_plots (char **arguments)
{
  int size = atoi (arguments[0]), n_rounds = atoi (arguments[1]);
  Stage stages[G_N_ELEMENTS (ROWS)] = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (ROWS); i++)
    if (is_wanted (ROWS[i].name, arguments + 2))
      {
        stage_init (&stages[i], i, size);
        ROWS[i].make (&stages[i]); /* to warm up */
      }
  for (int round = 0; round < n_rounds; round++)
    for (gsize i = 0; i < G_N_ELEMENTS (ROWS); i++)
      if (stages[i].cr != NULL)
        {
          double start = bench_now (BENCH_THREAD);

          ROWS[i].make (&stages[i]);
          printf ("%s %.9g\n", ROWS[i].name, bench_now (BENCH_THREAD) - start);
        }
  for (gsize i = 0; i < G_N_ELEMENTS (ROWS); i++)
    stage_clear (&stages[i]);
}
