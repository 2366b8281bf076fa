/* Whether what is asked for can be had of the runs there are. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/film-options.h"
#include "cli/options.h"
#include "cli/plot-choices.h"
#include "core/compare.h"
#include "core/history.h"
#include "core/spec-fields.h"

/* Of the history, which is made in memory: a gigabyte. */
#define MAX_ROWS 10000000

/* Whether the examples differ from run to run. */
static gboolean
varies_data (const GradusSpec *spec)
{
  const GradusSpecField *row = gradus_spec_field_find (spec->vary);
  const GradusSpecField *column = gradus_spec_field_find (spec->across);

  return (row != NULL && strcmp (row->group, "data") == 0)
         || (column != NULL && strcmp (column->group, "data") == 0);
}

/* Which pictures there can be of so many runs. */
static gboolean
check_views (const GradusOptions *self, GError **error)
{
  gboolean is_sweep = *self->spec.across != '\0', is_alone = *self->spec.vary == '\0';

  for (guint i = 0; i < self->plots->len; i++)
    {
      GradusView view = g_array_index (self->plots, GradusPlotOption, i).view;
      if (view == GRADUS_VIEW_SWEEP && !is_sweep)
        return gradus_spec_fail (error,
                                 _ ("--plot: the view sweep is of a table of runs; --compare and "
                                    "--sweep with it are right"));
      if (is_sweep && self->n_shards > 1)
        return gradus_spec_fail (error, _ ("--plot: a shard is only a part of the table; without "
                                           "--shard it is right"));
      if (is_sweep && view != GRADUS_VIEW_SWEEP)
        return gradus_spec_fail (
            error, _ ("--plot: the view %s is not of a table of runs; sweep is right for them"),
            gradus_view_name (view));
      if (!is_sweep && !is_alone && view != GRADUS_VIEW_COMPARE && view != GRADUS_VIEW_COST)
        return gradus_spec_fail (
            error, _ ("--plot: the view %s is of one run; compare or cost is right for several"),
            gradus_view_name (view));
    }
  if (self->plots->len > 0 && !is_sweep && gradus_compare_count (&self->spec) > GRADUS_MAX_COMPARED)
    return gradus_spec_fail (error,
                             _ ("--plot: a picture has room for %d runs; so many values are right"),
                             GRADUS_MAX_COMPARED);
  return TRUE;
}

/* And which films, or rows of frames. */
static gboolean
check_films (const GradusOptions *self, GError **error)
{
  gboolean is_sweep = *self->spec.across != '\0', is_alone = *self->spec.vary == '\0';

  for (guint i = 0; i < self->motions->len; i++)
    {
      const GradusMotionOption *motion = &g_array_index (self->motions, GradusMotionOption, i);
      const char *name = motion->is_film ? "film" : "frames";
      if (is_sweep || motion->view == GRADUS_VIEW_SWEEP)
        return gradus_spec_fail (error,
                                 _ ("--%s: a table of runs shows the last epochs alone; without it "
                                    "another view is right"),
                                 name);
      if (!is_alone && motion->view != GRADUS_VIEW_COMPARE && motion->view != GRADUS_VIEW_COST)
        return gradus_spec_fail (
            error, _ ("--%s: the view %s is of one run; compare or cost is right for several"),
            name, gradus_view_name (motion->view));
    }
  if (self->motions->len > 0 && gradus_compare_count (&self->spec) > GRADUS_MAX_COMPARED)
    return gradus_spec_fail (error,
                             _ ("--film: a picture has room for %d runs; so many values are right"),
                             GRADUS_MAX_COMPARED);
  return gradus_film_options_check (self, error);
}

/* What several runs cannot leave together. */
static gboolean
check_comparison (const GradusOptions *self, GError **error)
{
  if (self->table != NULL && *self->spec.across == '\0')
    return gradus_spec_fail (
        error, _ ("--table: there is no table of runs; --compare and --sweep with it are right"));
  if (g_strcmp0 (self->history, "-") == 0 && g_strcmp0 (self->table, "-") == 0)
    return gradus_spec_fail (error, _ ("--table: the history goes to standard output already; the "
                                       "name of a file for one of them is right"));
  if (self->data_out != NULL && varies_data (&self->spec))
    return gradus_spec_fail (error,
                             _ ("--data-out: the examples differ from run to run; --compare of a "
                                "field that leaves them alone is right"));
  if (self->step_out != NULL && *self->spec.vary != '\0')
    return gradus_spec_fail (
        error, _ ("--step-out: a step is of one run; without --compare, or by a run of its own, "
                  "it is right"));
  return check_views (self, error) && check_films (self, error);
}

/* What is asked of one step. */
static gboolean
check_step (const GradusOptions *self, GError **error)
{
  if (self->step_out != NULL && !g_str_has_suffix (self->step_out, ".py")
      && !g_str_has_suffix (self->step_out, ".tex"))
    return gradus_spec_fail (
        error, _ ("--step-out: “%s” has no known suffix; .py or .tex is right"), self->step_out);
  if (self->example > 0 && self->step_out == NULL && gradus_options_count_views (self) == 0)
    return gradus_spec_fail (
        error, _ ("--example: nothing is asked for that shows it; with --step-out or --plot it is "
                  "right"));
  return TRUE;
}

gboolean
gradus_options_check_runs (const GradusOptions *self, GError **error)
{
  g_autofree GradusSpec *run = g_new (GradusSpec, 1);
  gint64 n = gradus_compare_count (&self->spec);
  gint64 first = n * (self->shard - 1) / self->n_shards, last = n * self->shard / self->n_shards;
  double rows = 0;

  for (gint64 i = first; i < last; i++)
    {
      gradus_compare_pick (&self->spec, (int) i, run);
      if (!gradus_spec_check (run, error))
        return FALSE;
      rows += self->every > 0 ? (double) (run->epochs / self->every) + 1
                              : (double) MIN (run->epochs + 1, GRADUS_HISTORY_ROWS);
    }
  if (self->history != NULL && rows > MAX_ROWS)
    return gradus_spec_fail (error,
                             _ ("--every: the history would have more than %d rows; a larger "
                                "number, or a --shard of the runs, is right"),
                             MAX_ROWS);
  return check_step (self, error) && check_comparison (self, error)
         && gradus_plot_choices_check (self, error);
}
