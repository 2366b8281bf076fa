/* What λmax and 2 / α mean for a run, in sentences: nothing that the numbers do not show. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "plot/epoch-plot.h"
#include "plot/plot-step-size.h"

/* Four significant digits: to tell λmax from 2 / α where they are near. */
static GradusNumber
write (double value, const char *point)
{
  double size = fabs (value);

  if (value == 0 || (size >= 1e-3 && size < 1e6))
    return gradus_number_fixed (
        value, value == 0 ? 0 : (int) CLAMP (3 - floor (log10 (size)), 0, 6), point);
  return gradus_number_scientific (value, 3, point);
}

/* With no more decimals than it was typed in with. */
static GradusNumber
write_alpha (double alpha, const char *point)
{
  int decimals = 0;

  while (decimals < 9
         && fabs (alpha * pow (10, decimals) - round (alpha * pow (10, decimals))) > 1e-6)
    decimals++;
  return decimals < 9 ? gradus_number_fixed (alpha, decimals, point)
                      : gradus_number_scientific (alpha, 3, point);
}

/* The numbers at the shown epoch; NULL where it is not measured yet. */
static const GradusTrackPoint *
find_shown (const GradusFigure *figure)
{
  return figure->track != NULL && figure->scene != NULL
             ? gradus_track_find (figure->track, figure->scene->snapshot->row.epoch)
             : NULL;
}

char *
gradus_step_size_tell_now (const GradusFigure *figure)
{
  const GradusTrackPoint *at = find_shown (figure);
  const char *point = figure->captions->decimal_point;

  if (at == NULL || figure->spec == NULL)
    return g_strdup ("");
  GradusNumber epoch = gradus_number_count (at->epoch), largest = write (at->value, point);
  if (isnan (at->value))
    return g_strdup_printf (_ ("At epoch %s the Hessian is beyond the range of numbers."),
                            epoch.text);
  if (at->value <= 0)
    return g_strdup_printf (_ ("At epoch %s λmax is %s: no direction bends upwards, and no step "
                               "overshoots."),
                            epoch.text, largest.text);
  GradusNumber limit = write (2 / at->value, point);
  GradusNumber alpha = write_alpha (gradus_spec_alpha_at (figure->spec, at->epoch), point);
  return g_strdup_printf (gradus_track_is_unstable (figure->spec, at)
                              ? _ ("At epoch %s λmax is %s, so a step is stable up to α = 2/λmax = "
                                   "%s. α = %s is above it.")
                              : _ ("At epoch %s λmax is %s, so a step is stable up to α = 2/λmax = "
                                   "%s. α = %s is not above it."),
                          epoch.text, largest.text, limit.text, alpha.text);
}

char *
gradus_step_size_tell_why (const GradusFigure *figure)
{
  if (figure->track == NULL || figure->spec == NULL || figure->track->n == 0)
    return g_strdup ("");
  if (figure->spec->batch == 0)
    return g_strdup (_ ("Where α is above 2/λmax each step overshoots along the sharpest direction "
                        "and ends further from the bottom of the valley than it began."));
  GradusNumber batch = gradus_number_count (figure->spec->batch);
  return g_strdup_printf (
      _ ("Where α is above 2/λmax each step over all examples overshoots along the sharpest "
         "direction. This run's steps are over mini-batches of %s, each with a Hessian of its "
         "own."),
      batch.text);
}

/* Where the cost first rose, if it did. (transfer full) */
static char *
tell_rise (const GradusFigure *figure)
{
  const GradusLandmarks *landmarks = figure->landmarks;

  if (landmarks == NULL)
    return g_strdup ("");
  gint64 rise = landmarks->epochs[GRADUS_LANDMARK_RISE];
  gint64 diverged = landmarks->epochs[GRADUS_LANDMARK_DIVERGED];
  GradusNumber epoch = gradus_number_count (rise);
  GradusNumber end = gradus_number_count (diverged);

  if (rise < 0)
    return diverged < 0 ? g_strdup (_ (" The cost has not risen yet."))
                        : g_strdup_printf (_ (" The run diverged at epoch %s."), end.text);
  return diverged < 0 ? g_strdup_printf (_ (" The cost first rises at epoch %s."), epoch.text)
                      : g_strdup_printf (_ (" The cost first rises at epoch %s, and the run "
                                            "diverged at epoch %s."),
                                         epoch.text, end.text);
}

char *
gradus_step_size_tell_crossing (const GradusFigure *figure)
{
  GradusCrossing crossing;

  if (figure->track == NULL || figure->spec == NULL || figure->track->n == 0)
    return g_strdup ("");
  g_autofree char *rise = tell_rise (figure);
  if (!gradus_track_find_crossing (figure->track, figure->spec, &crossing))
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "λmax is not above 2/α at the %s epoch measured.%s",
                     "λmax is not above 2/α at any of the %s epochs measured.%s",
                     (gulong) figure->track->n),
        gradus_number_count ((gint64) figure->track->n).text, rise);
  GradusNumber n = gradus_number_count ((gint64) figure->track->n);
  GradusNumber before = gradus_number_count (crossing.before);
  GradusNumber after = gradus_number_count (crossing.after);
  if (crossing.before < 0)
    return g_strdup_printf (_ ("λmax is above 2/α at epoch %s already.%s"), after.text, rise);
  if (crossing.after - crossing.before == 1)
    return g_strdup_printf (_ ("Of %s epochs measured, λmax first comes above 2/α at %s.%s"),
                            n.text, after.text, rise);
  return g_strdup_printf (
      _ ("Of %s epochs measured, λmax first comes above 2/α between %s and %s.%s"), n.text,
      before.text, after.text, rise);
}

/* The measured epoch that is nearest to the epoch. */
static const GradusTrackPoint *
find_nearest (const GradusTrack *track, gint64 epoch)
{
  const GradusTrackPoint *before = gradus_track_find (track, epoch);
  const GradusTrackPoint *last = &track->points[track->n - 1];

  if (before == NULL)
    return &track->points[0];
  if (before == last || epoch - before->epoch <= before[1].epoch - epoch)
    return before;
  return before + 1;
}

char *
gradus_step_size_tell (const GradusFigure *figure, double width, double height, double px,
                       double py)
{
  gint64 epoch = gradus_figure_to_epoch (figure, width, height, px, py);
  const char *point = figure->captions->decimal_point;

  if (epoch < 0 || figure->track == NULL || figure->track->n == 0)
    return NULL;
  const GradusTrackPoint *at = find_nearest (figure->track, epoch);
  if (isnan (at->value))
    return NULL;
  GradusNumber count = gradus_number_count (at->epoch);
  GradusNumber value = gradus_number_exact (at->value, point);
  GradusNumber line =
      gradus_number_exact (2 / gradus_spec_alpha_at (figure->spec, at->epoch), point);
  GradusNumber limit = gradus_number_exact (2 / at->value, point);
  if (at->value <= 0)
    return g_strdup_printf (_ ("Epoch %s\nλmax = %s\n2/α = %s"), count.text, value.text, line.text);
  return g_strdup_printf (_ ("Epoch %s\nλmax = %s\n2/α = %s\nlargest stable α = %s"), count.text,
                          value.text, line.text, limit.text);
}

char *
gradus_step_size_describe (const GradusFigure *figure)
{
  g_autofree char *now = gradus_step_size_tell_now (figure);
  g_autofree char *crossing = gradus_step_size_tell_crossing (figure);
  g_autofree char *why = gradus_step_size_tell_why (figure);

  if (*crossing == '\0')
    return g_strdup (_ ("Step size: nothing to show yet."));
  return g_strdup_printf ("%s %s %s", now, crossing, why);
}
