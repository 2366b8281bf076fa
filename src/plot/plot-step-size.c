/* How long a step may be: the largest eigenvalue λmax of the cost's Hessian over the epochs,
 * against the line 2 / α, above which descent overshoots. */
#include "plot/plot-step-size.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "plot/cost-curve.h"
#include "plot/epoch-plot.h"
#include "plot/paragraph.h"

#define PAD 14.0
#define HEAD 32.0
#define OVER 22.0 /* the shown epoch's number, over the frame */
#define FOOT 30.0
#define LEFT 56.0
#define RIGHT 58.0
#define BARE_WIDTH 200.0
#define BARE_HEIGHT 120.0
/* Below this height there are no sentences over the frame, but where there is room for them beside
 * it. */
#define WORDY_HEIGHT 260.0
#define BESIDE_WIDTH 640.0
#define BESIDE_HEIGHT 140.0
#define WORDS_WIDTH 270.0
/* A range over which a linear axis would not show the small values. */
#define WIDE_RANGE 30.0
#define MOST_DECADES 30.0

static gboolean
is_bare (double width, double height)
{
  return width < BARE_WIDTH || height < BARE_HEIGHT;
}

/* Lines for the sentences: always as many, so that the plot stands still. */
static double
words_height (double width, double height)
{
  int lines = width >= 900 ? 4 : width >= 600 ? 5 : width >= 440 ? 7 : 9;

  return height < WORDY_HEIGHT ? 0 : lines * gradus_font_height (GRADUS_FONT_BODY) * 1.08 + 4;
}

/* Whether the sentences stand at the left of the frame. */
static gboolean
has_words_beside (double width, double height)
{
  return height < WORDY_HEIGHT && height >= BESIDE_HEIGHT && width >= BESIDE_WIDTH;
}

static GradusRect
find_frame (double width, double height)
{
  double top = HEAD + words_height (width, height) + OVER;

  if (has_words_beside (width, height))
    return (GradusRect){ LEFT + WORDS_WIDTH, 30, floor (width - LEFT - RIGHT - WORDS_WIDTH),
                         floor (height - 30 - FOOT) };

  if (is_bare (width, height))
    return (GradusRect){ 2, 2, fmax (0, floor (width - 4)), fmax (0, floor (height - 4)) };
  return (GradusRect){ LEFT, floor (top), floor (width - LEFT - RIGHT),
                       floor (height - top - FOOT) };
}

static gboolean
has_track (const GradusFigure *figure)
{
  return figure->track != NULL && figure->track->n > 0 && figure->spec != NULL;
}

static gint64
last_epoch (const GradusFigure *figure)
{
  gint64 last = figure->track->points[figure->track->n - 1].epoch;

  if (figure->history != NULL && gradus_history_count (figure->history) > 0)
    last = MAX (last, figure->history->last.epoch);
  return last;
}

typedef struct
{
  double low, high;
} Range;

static void
include (Range *range, double value)
{
  if (!isfinite (value))
    return;
  range->high = fmax (range->high, value);
  if (value > 0)
    range->low = fmin (range->low, value);
}

static Range
find_range (const GradusFigure *figure)
{
  const GradusAlphaSchedule *schedule = &figure->spec->alpha_schedule;
  Range range = { INFINITY, 0 };

  for (gsize i = 0; i < figure->track->n; i++)
    include (&range, figure->track->points[i].value);
  include (&range, 2 / figure->spec->alpha);
  for (int i = 0; i < schedule->n && schedule->changes[i].epoch <= last_epoch (figure); i++)
    include (&range, 2 / schedule->changes[i].alpha);
  if (!(range.high > 0))
    range = (Range){ 0.1, 1 };
  return range;
}

/* Linear from 0 where that shows the small values too, else logarithmic. */
static GradusScale
find_scale (const GradusFigure *figure, const GradusRect *frame)
{
  Range range = find_range (figure);
  double bottom = frame->y + frame->height;
  GradusScale scale;

  if (range.high < WIDE_RANGE * range.low)
    gradus_scale_init (&scale, GRADUS_SCALE_LINEAR, 0, gradus_scale_round_up (range.high * 1.08),
                       bottom, frame->y);
  else
    gradus_scale_init (
        &scale, GRADUS_SCALE_LOG,
        gradus_scale_log_floor (fmax (range.low, range.high * pow (10, -MOST_DECADES)) * 0.9),
        gradus_scale_log_ceil (range.high * 1.1), bottom, frame->y);
  return scale;
}

static void
shade_above (const GradusEpochPlot *plot, GradusInk *ink, double x0, double x1, double y)
{
  GradusRect area = { x0, plot->frame.y, x1 - x0, y - plot->frame.y };

  if (!gradus_rect_is_empty (&area))
    gradus_ink_fill (ink, &area, ink->theme->flat);
}

/* The line 2 / α in steps as its schedule goes, and what lies above it shaded. */
static void
draw_limit (const GradusFigure *figure, const GradusEpochPlot *plot, GradusInk *ink,
            gboolean is_shade)
{
  const GradusAlphaSchedule *schedule = &figure->spec->alpha_schedule;
  double right = plot->frame.x + plot->frame.width, x = plot->frame.x;
  double bottom = plot->frame.y + plot->frame.height, before = NAN;

  for (int i = -1; i < schedule->n; i++)
    {
      double alpha = i < 0 ? figure->spec->alpha : schedule->changes[i].alpha;
      double y = CLAMP (gradus_scale_map (&plot->y, 2 / alpha), plot->frame.y - 4, bottom + 4);
      double end = i + 1 < schedule->n
                       ? gradus_scale_map (&plot->x, (double) schedule->changes[i + 1].epoch)
                       : right;
      end = CLAMP (end, x, right);
      if (is_shade)
        shade_above (plot, ink, x, end, y);
      else
        {
          if (!isnan (before) && end > x)
            gradus_ink_line (ink, x, before, x, y, 1.4, 0, ink->theme->alarm);
          gradus_ink_line (ink, x, y, end, y, 1.4, 5, ink->theme->alarm);
        }
      x = end;
      before = y;
    }
}

static gboolean
get_point (gconstpointer data, gsize i, double *epoch, GradusCostPoint *point)
{
  const GradusTrackPoint *at = &((const GradusTrack *) data)->points[i];

  *epoch = (double) at->epoch;
  *point = (GradusCostPoint){ at->value, at->value, at->value };
  return isfinite (at->value);
}

static void
draw_curve (const GradusFigure *figure, const GradusEpochPlot *plot, GradusInk *ink)
{
  GradusSeries series = { figure->track->n, get_point, figure->track };

  gradus_series_draw (ink, &series, &plot->x, &plot->y, ink->theme->train, ink->theme->line);
}

static char *
tell_crossing (const GradusCrossing *crossing)
{
  gint64 epoch = crossing->after - crossing->before == 1 ? crossing->after
                                                         : (gint64) floor (crossing->epoch + 0.5);
  GradusNumber number = gradus_number_count (epoch);

  return g_strdup_printf (_ ("crosses near epoch %s"), number.text);
}

static void
draw_crossing (const GradusFigure *figure, const GradusEpochPlot *plot, GradusInk *ink)
{
  double bottom = plot->frame.y + plot->frame.height;
  gint64 rise = figure->landmarks != NULL ? figure->landmarks->epochs[GRADUS_LANDMARK_RISE] : -1;
  GradusCrossing crossing;

  if (gradus_track_find_crossing (figure->track, figure->spec, &crossing) && crossing.before >= 0)
    {
      double x = gradus_scale_map (&plot->x, crossing.epoch);
      double y = gradus_scale_map (
          &plot->y, 2 / gradus_spec_alpha_at (figure->spec, (gint64) crossing.epoch));
      g_autofree char *words = tell_crossing (&crossing);
      gradus_ink_line (ink, x, y, x, bottom, ink->theme->hairline, 3, ink->theme->alarm);
      cairo_arc (ink->cr, x, y, 4, 0, 2 * G_PI);
      gradus_ink_color (ink, ink->theme->alarm, 1);
      cairo_fill (ink->cr);
      gradus_epoch_plot_draw_note (plot, ink, x, bottom - 24, ink->theme->ink, words);
    }
  if (rise >= 0)
    {
      double x = gradus_scale_map (&plot->x, (double) rise);
      GradusNumber number = gradus_number_count (rise);
      g_autofree char *words = g_strdup_printf (_ ("cost first rises: %s"), number.text);
      gradus_ink_line (ink, x, bottom - 14, x, bottom, 2, 0, ink->theme->held_out);
      gradus_epoch_plot_draw_note (plot, ink, x, bottom - 6, ink->theme->ink, words);
    }
}

/* Where λmax is named: not on the dashed line, which runs on behind the name. */
static double
clear_of (double limit, double y)
{
  double line = gradus_font_height (GRADUS_FONT_NOTE);

  if (fabs (y - limit) >= line)
    return y;
  return y <= limit ? limit - line : limit + line;
}

static void
draw_names (const GradusFigure *figure, const GradusEpochPlot *plot, GradusInk *ink)
{
  double right = plot->frame.x + plot->frame.width;
  const GradusTrackPoint *last = &figure->track->points[figure->track->n - 1];
  double limit =
      gradus_scale_map (&plot->y, 2 / gradus_spec_alpha_at (figure->spec, last_epoch (figure)));
  GradusEndNames names = { 0 };

  gradus_end_names_add (&names, g_strdup ("2/α"), right, limit, ink->theme->alarm);
  if (isfinite (last->value))
    gradus_end_names_add (
        &names, g_strdup ("λ<sub>max</sub>"), gradus_scale_map (&plot->x, (double) last->epoch),
        clear_of (limit, gradus_scale_map (&plot->y, last->value)), ink->theme->train);
  gradus_end_names_draw (&names, ink, &plot->frame, RIGHT - 8);
}

/* A number stays in one line with the "=" before it. (transfer full) */
static char *
hold_equations (const char *sentence)
{
  g_auto (GStrv) parts = g_strsplit (sentence, " = ", -1);

  return g_strjoinv ("\xc2\xa0=\xc2\xa0", parts);
}

/* As many sentences as there is height for. */
static void
draw_words (const GradusFigure *figure, GradusInk *ink, double room, double height)
{
  char *sentences[] = { gradus_step_size_tell_now (figure), gradus_step_size_tell_crossing (figure),
                        gradus_step_size_tell_why (figure) };
  double y = HEAD;

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_autofree char *sentence = g_steal_pointer (&sentences[i]);
      g_autofree char *words = hold_equations (sentence);
      if (*words != '\0' && y + gradus_paragraph_guess (GRADUS_FONT_BODY, room, words) < height)
        y += gradus_paragraph_draw (ink, GRADUS_FONT_BODY,
                                    i == 2 ? ink->theme->soft : ink->theme->ink, PAD, y, room,
                                    words);
    }
}

void
gradus_step_size_draw (const GradusFigure *figure, GradusInk *ink, double width, double height)
{
  gboolean bare = is_bare (width, height);
  GradusRect frame = find_frame (width, height);
  GradusEpochPlot plot;

  if (!bare)
    gradus_ink_text (ink, GRADUS_FONT_TITLE, ink->theme->ink, PAD, 23, 0, width - 2 * PAD,
                     _ ("Step size"));
  if (!bare && words_height (width, height) > 0)
    draw_words (figure, ink, width - 2 * PAD, height);
  else if (has_words_beside (width, height))
    draw_words (figure, ink, WORDS_WIDTH - PAD, height);
  if (gradus_rect_is_empty (&frame))
    return;
  if (has_track (figure))
    {
      const GradusTrackPoint *shown =
          figure->scene != NULL
              ? gradus_track_find (figure->track, figure->scene->snapshot->row.epoch)
              : NULL;
      gradus_epoch_plot_init (&plot, figure, &frame, frame.x - LEFT + 4, width - PAD);
      plot.y = find_scale (figure, &frame);
      draw_limit (figure, &plot, ink, TRUE);
      if (!bare)
        gradus_epoch_plot_draw_axes (&plot, ink);
      gradus_epoch_plot_clip (&plot, ink);
      draw_limit (figure, &plot, ink, FALSE);
      draw_curve (figure, &plot, ink);
      if (!bare)
        draw_crossing (figure, &plot, ink);
      cairo_restore (ink->cr);
      if (!bare)
        draw_names (figure, &plot, ink);
      if (gradus_epoch_plot_draw_marker (&plot, figure, ink, !bare) && shown != NULL
          && isfinite (shown->value))
        gradus_epoch_plot_draw_dot (&plot, ink, shown->epoch, shown->value, ink->theme->train);
    }
  gradus_ink_outline (ink, &frame, 0, ink->theme->frame);
}

gboolean
gradus_step_size_epochs (const GradusFigure *figure, double width, double height, double px,
                         double py, GradusRect *frame, GradusScale *epochs)
{
  GradusEpochPlot plot;

  *frame = find_frame (width, height);
  if (!has_track (figure) || gradus_rect_is_empty (frame))
    return FALSE;
  gradus_epoch_plot_init (&plot, figure, frame, 0, width);
  *epochs = plot.x;
  return TRUE;
}
