/* --layer and --units: what plots show of a network that has more than a plot has room for. */
#include "cli/plot-choices.h"

#include <glib/gi18n-lib.h>

#include "core/compare.h"
#include "core/diagnosis.h"
#include "core/spec-text.h"
#include "plot/views.h"

gboolean
gradus_plot_choices_read_units (GradusOptions *self, const char *text, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  gint64 units[2] = { 0 };

  for (int k = 0; k < 2; k++)
    if (g_strv_length (parts) != 2
        || !g_ascii_string_to_signed (parts[k], 10, 1, GRADUS_SHOWN_UNITS, &units[k], NULL))
      return gradus_spec_fail (
          error, _ ("--units: “%s” is no such pair; J,K such as 1,3, each from 1 to %d, is right"),
          text, GRADUS_SHOWN_UNITS);
  if (units[0] == units[1])
    return gradus_spec_fail (
        error, _ ("--units: unit %d against itself shows nothing; two units such as 1,2 are right"),
        (int) units[0]);
  self->first_unit = (int) units[0];
  self->second_unit = (int) units[1];
  return TRUE;
}

/* Hidden layers that the view can show one of: of the deepest run where it shows several side by
 * side, else of the first. */
static int
count_hidden_layers (const GradusOptions *self, GradusView view)
{
  int n_runs = view == GRADUS_VIEW_COMPARE ? gradus_compare_count (&self->spec) : 1, n = 0;
  g_autofree GradusSpec *run = g_new (GradusSpec, 1);

  for (int i = 0; i < MIN (n_runs, GRADUS_MAX_COMPARED); i++)
    {
      gradus_compare_pick (&self->spec, i, run);
      n = MAX (n, run->hidden.n);
    }
  return n;
}

static gboolean
check_layer (const GradusOptions *self, GradusView view, GError **error)
{
  gboolean is_hidden = gradus_view_row (view)->layers == GRADUS_LAYERS_HIDDEN;
  int n = count_hidden_layers (self, view) + (is_hidden ? 0 : 1);

  if (gradus_view_row (view)->layers == GRADUS_LAYERS_NONE || self->layer <= n)
    return TRUE;
  if (n == 0)
    return gradus_spec_fail (error,
                             _ ("--layer: the network has no hidden layer, which the view %s "
                                "shows; --hidden=4 with it is right"),
                             gradus_view_name (view));
  return gradus_spec_fail (error,
                           _ ("--layer: the view %s has no layer %d; a number from 1 to %d is "
                              "right"),
                           gradus_view_name (view), self->layer, n);
}

static gboolean
check_units (const GradusOptions *self, GError **error)
{
  const GradusHidden *hidden = &self->spec.hidden;
  int layer = MAX (self->layer, 1), most = MAX (self->first_unit, self->second_unit);
  int n = layer <= hidden->n ? MIN (hidden->units[layer - 1], GRADUS_SHOWN_UNITS) : 0;

  if (most <= n)
    return TRUE;
  if (n < 2)
    return gradus_spec_fail (error, _ ("--units: a plane is of two hidden units, and there are not "
                                       "as many; --hidden=4 with it is right"));
  return gradus_spec_fail (
      error, _ ("--units: layer %d has no unit %d; two numbers from 1 to %d are right"), layer,
      most, n);
}

gboolean
gradus_plot_choices_check (const GradusOptions *self, GError **error)
{
  gboolean has_layer = FALSE, has_units = FALSE;

  for (guint i = 0; i < gradus_options_count_views (self); i++)
    {
      GradusView view = gradus_options_get_view (self, i);

      has_layer = has_layer || gradus_view_row (view)->layers != GRADUS_LAYERS_NONE;
      has_units = has_units || gradus_view_row (view)->has_units;
      if (!check_layer (self, view, error))
        return FALSE;
    }
  if (self->layer > 0 && !has_layer)
    return gradus_spec_fail (error, _ ("--layer: nothing is asked for that shows one layer; with "
                                       "--plot of units, step or another such view it is right"));
  if (self->first_unit > 0 && !has_units)
    return gradus_spec_fail (error, _ ("--units: nothing is asked for that shows two units; with "
                                       "--plot=hidden-space:FILE it is right"));
  return self->first_unit == 0 || check_units (self, error);
}

void
gradus_plot_choices_apply (const GradusOptions *self, GradusFigure *figure)
{
  if (self->layer > 0)
    figure->layer = figure->step_layer = figure->paths_layer = self->layer;
  if (self->first_unit > 0)
    {
      figure->first_unit = self->first_unit;
      figure->second_unit = self->second_unit;
    }
}
