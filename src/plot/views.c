/* The table of views: what a figure can show, one row each. */
#include "plot/views.h"

#include "plot/boundary-target.h"
#include "plot/describe.h"
#include "plot/network-target.h"
#include "plot/network-words.h"
#include "plot/plot-boundary.h"
#include "plot/plot-compare.h"
#include "plot/plot-cost.h"
#include "plot/plot-gradients.h"
#include "plot/plot-hidden-space.h"
#include "plot/plot-network.h"
#include "plot/plot-parameters.h"
#include "plot/plot-saturation.h"
#include "plot/plot-step-size.h"
#include "plot/plot-step.h"
#include "plot/plot-sweep.h"
#include "plot/plot-symmetry.h"
#include "plot/plot-units.h"
#include "plot/sheet.h"
#include "plot/sweep-words.h"

static const GradusViewRow rows[GRADUS_N_VIEWS] = {
  [GRADUS_VIEW_BOUNDARY] = { .name = "boundary",
                             .draw = gradus_boundary_draw,
                             .describe = gradus_describe_boundary,
                             .find = gradus_boundary_find,
                             .light = gradus_boundary_light },
  [GRADUS_VIEW_COST] = { .name = "cost",
                         .has_pins = TRUE,
                         .draw = gradus_cost_draw,
                         .describe = gradus_describe_cost,
                         .epochs = gradus_cost_axis,
                         .find = gradus_cost_find,
                         .light = gradus_cost_light },
  [GRADUS_VIEW_UNITS] = { .name = "units",
                          .layers = GRADUS_LAYERS_HIDDEN,
                          .draw = gradus_units_draw,
                          .describe = gradus_describe_units,
                          .natural_height = gradus_units_natural_height,
                          .find = gradus_units_find,
                          .light = gradus_units_light },
  [GRADUS_VIEW_WINDOW] = { .name = "window",
                           .layers = GRADUS_LAYERS_HIDDEN,
                           .has_pins = TRUE,
                           .draw = gradus_sheet_draw,
                           .describe = gradus_describe_sheet,
                           .natural_height = gradus_sheet_natural_height },
  [GRADUS_VIEW_STEP] = { .name = "step",
                         .layers = GRADUS_LAYERS_ALL,
                         .parts = GRADUS_SCENE_STEP,
                         .draw = gradus_step_draw,
                         .describe = gradus_step_describe,
                         .natural_height = gradus_step_natural_height,
                         .find = gradus_step_find,
                         .light = gradus_step_light },
  [GRADUS_VIEW_SYMMETRY] = { .name = "symmetry",
                             .layers = GRADUS_LAYERS_HIDDEN,
                             .draw = gradus_symmetry_draw,
                             .describe = gradus_symmetry_describe,
                             .natural_height = gradus_symmetry_natural_height,
                             .least_height = gradus_symmetry_least_height,
                             .find = gradus_symmetry_find,
                             .epochs = gradus_symmetry_epochs,
                             .tell = gradus_symmetry_tell_point,
                             .light = gradus_symmetry_light },
  [GRADUS_VIEW_SATURATION] = { .name = "saturation",
                               .layers = GRADUS_LAYERS_HIDDEN,
                               .draw = gradus_saturation_draw,
                               .describe = gradus_saturation_describe,
                               .natural_height = gradus_saturation_natural_height,
                               .find = gradus_saturation_find,
                               .light = gradus_saturation_light },
  [GRADUS_VIEW_HIDDEN_SPACE] = { .name = "hidden-space",
                                 .layers = GRADUS_LAYERS_HIDDEN,
                                 .has_units = TRUE,
                                 .parts = GRADUS_SCENE_SPACE,
                                 .draw = gradus_hidden_space_draw,
                                 .describe = gradus_hidden_space_describe,
                                 .natural_height = gradus_hidden_space_natural_height,
                                 .find = gradus_hidden_space_find,
                                 .tell = gradus_hidden_space_tell,
                                 .light = gradus_hidden_space_light },
  [GRADUS_VIEW_NETWORK] = { .name = "network",
                            .parts = GRADUS_SCENE_GRADIENT,
                            .draw = gradus_network_draw,
                            .describe = gradus_network_describe,
                            .natural_height = gradus_network_natural_height,
                            .least_height = gradus_network_least_height,
                            .find = gradus_network_find,
                            .tell = gradus_network_tell,
                            .light = gradus_network_light },
  [GRADUS_VIEW_PARAMETERS] = { .name = "parameters",
                               .layers = GRADUS_LAYERS_ALL,
                               .has_paths = TRUE,
                               .draw = gradus_parameters_draw,
                               .describe = gradus_parameters_describe,
                               .natural_height = gradus_parameters_natural_height,
                               .least_height = gradus_parameters_least_height,
                               .epochs = gradus_parameters_epochs,
                               .find = gradus_parameters_find,
                               .tell = gradus_parameters_tell,
                               .light = gradus_parameters_light },
  [GRADUS_VIEW_GRADIENTS] = { .name = "gradients",
                              .draw = gradus_gradients_draw,
                              .describe = gradus_gradients_describe,
                              .epochs = gradus_gradients_epochs,
                              .tell = gradus_gradients_tell },
  [GRADUS_VIEW_STEP_SIZE] = { .name = "step-size",
                              .has_track = TRUE,
                              .draw = gradus_step_size_draw,
                              .describe = gradus_step_size_describe,
                              .epochs = gradus_step_size_epochs,
                              .tell = gradus_step_size_tell },
  [GRADUS_VIEW_COMPARE] = { .name = "compare",
                            .layers = GRADUS_LAYERS_HIDDEN,
                            .has_pins = TRUE,
                            .draw = gradus_compare_draw,
                            .describe = gradus_compare_describe,
                            .natural_height = gradus_compare_natural_height,
                            .epochs = gradus_compare_epochs,
                            .find = gradus_compare_find,
                            .tell = gradus_compare_tell,
                            .light = gradus_compare_light },
  [GRADUS_VIEW_SWEEP] = { .name = "sweep",
                          .draw = gradus_sweep_draw,
                          .describe = gradus_sweep_describe,
                          .natural_height = gradus_sweep_natural_height,
                          .find = gradus_sweep_find,
                          .tell = gradus_sweep_tell,
                          .light = gradus_sweep_light },
};

const GradusViewRow *
gradus_view_row (GradusView view)
{
  g_return_val_if_fail ((int) view >= 0 && view < GRADUS_N_VIEWS, NULL);

  return &rows[view];
}

const char *
gradus_view_name (GradusView view)
{
  return gradus_view_row (view)->name;
}

int
gradus_view_from_name (const char *name)
{
  for (int i = 0; i < GRADUS_N_VIEWS; i++)
    if (g_strcmp0 (name, rows[i].name) == 0)
      return i;
  return -1;
}

guint
gradus_view_parts (GradusView view)
{
  return gradus_view_row (view)->parts;
}

char *
gradus_view_list (void)
{
  GString *list = g_string_new (NULL);

  for (int i = 0; i < GRADUS_N_VIEWS; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", rows[i].name);
  return g_string_free (list, FALSE);
}
