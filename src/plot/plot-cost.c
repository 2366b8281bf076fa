/* The cost, epoch by epoch: curves with their names beside them, the level of chance, the epoch
 * that is shown. */
#include "plot/plot-cost.h"

#include <math.h>

#include "plot/cost-curve.h"
#include "plot/cost-lines.h"
#include "plot/landmark-marks.h"

#define PAD 14.0
#define HEAD 50.0      /* title, and the shown epoch's number */
#define FLAT_HEAD 34.0 /* of a plot with little height: both on one line */
#define FLAT 190.0
#define FOOT 30.0
#define LEFT 56.0
#define RIGHT 70.0 /* names of the curves */
#define RIGHT_OF_RUNS 128.0
/* Beneath this width or height there are only the curves. */
#define BARE_WIDTH 200.0
#define BARE_HEIGHT 120.0
/* The decades beneath the first cost that a log axis shows at most. */
#define MOST_DECADES 30.0
/* Beyond so many the next round number is no room for the words along the upper edge: this share of
 * them is added. */
#define MANY_DECADES 6.0
#define HEADROOM 0.1
#define MOST_COST 1e307

static gboolean
is_bare (double width, double height)
{
  return width < BARE_WIDTH || height < BARE_HEIGHT;
}

/* At the right of the frame. */
static double
names_room (const GradusFigure *figure)
{
  return figure->n_runs > 0 || gradus_cost_has_pins (figure) ? RIGHT_OF_RUNS : RIGHT;
}

GradusRect
gradus_cost_frame (const GradusFigure *figure, double width, double height)
{
  if (is_bare (width, height))
    return (GradusRect){ 2, 2, fmax (0, floor (width - 4)), fmax (0, floor (height - 4)) };
  double head = figure->n_runs > 0 && height < FLAT ? FLAT_HEAD : HEAD;
  return (GradusRect){ LEFT, head, floor (width - LEFT - names_room (figure)),
                       floor (height - head - FOOT) };
}

static gboolean
has_rows (const GradusFigure *figure)
{
  GradusCostLine curves[GRADUS_MAX_COST_LINES];
  int n = gradus_cost_lines_list (figure, curves);

  for (int i = 0; i < n; i++)
    if (gradus_history_count (curves[i].history) > 0)
      return TRUE;
  return FALSE;
}

/* Up to a round number that the newest epoch has not passed: the axis stands still for most frames
 * of a run. By what is on screen: a pinned curve that goes further is cut off, or a short run
 * beside it would be a line at the left edge. */
GradusScale
gradus_cost_epochs (const GradusFigure *figure, const GradusRect *frame)
{
  GradusScale scale;
  GradusCostLine curves[GRADUS_MAX_COST_LINES];
  int n = gradus_cost_lines_list (figure, curves);
  double newest = 0;

  for (int i = 0; i < n; i++)
    if (curves[i].pin < 0 && gradus_history_count (curves[i].history) > 0)
      newest = fmax (newest, (double) curves[i].history->last.epoch);

  gradus_scale_init (&scale, figure->log_epochs ? GRADUS_SCALE_LOG1P : GRADUS_SCALE_LINEAR, 0,
                     gradus_scale_round_up (fmax (newest, 10)), frame->x, frame->x + frame->width);
  return scale;
}

/* The cost of knowing nothing: ln K where each of K classes is given 1/K; 0 where K is not known.
 */
static double
chance (const GradusFigure *figure)
{
  return figure->scene != NULL ? log (figure->scene->training->n_classes) : 0;
}

gboolean
gradus_cost_axis (const GradusFigure *figure, double width, double height, double px, double py,
                  GradusRect *frame, GradusScale *epochs)
{
  *frame = gradus_cost_frame (figure, width, height);
  if (gradus_rect_is_empty (frame))
    return FALSE;
  *epochs = gradus_cost_epochs (figure, frame);
  return TRUE;
}

/* Widens the range of costs by those of a curve, as far as the axis of epochs goes. */
static void
widen (const GradusCostLine *curve, const GradusScale *x, double *low, double *high, double *first)
{
  gsize n = gradus_history_count (curve->history);

  for (gsize i = 0; i < n; i++)
    {
      const GradusRow *row = gradus_history_get (curve->history, i);
      GradusCostPoint point;
      if ((double) row->epoch > x->high)
        break;
      if (!gradus_cost_point (row, curve->held_out, &point))
        continue;
      *high = MAX (*high, point.high);
      *first = *first > 0 ? *first : point.value;
      if (point.low > 0)
        *low = MIN (*low, point.low);
    }
}

static GradusScale
cost_scale (const GradusFigure *figure, const GradusRect *frame, const GradusScale *x)
{
  double low = chance (figure) > 0 ? chance (figure) : INFINITY, high = chance (figure), first = 0;
  GradusCostLine curves[GRADUS_MAX_COST_LINES];
  int n = gradus_cost_lines_list (figure, curves);
  GradusScale scale;

  for (int i = 0; i < n; i++)
    widen (&curves[i], x, &low, &high, &first);
  if (!figure->log_cost)
    low = 0;
  else
    {
      low = fmax (low, first * pow (10, -MOST_DECADES));
      if (low > high / 2) /* a range to see something in */
        low = high / 2;
      low = gradus_scale_log_floor (low * 0.97);
    }
  if (figure->log_cost && log10 (high) - log10 (low) > MANY_DECADES && high < MOST_COST)
    high = fmin (high * pow (high / low, HEADROOM), MOST_COST);
  high =
      figure->log_cost ? gradus_scale_log_ceil (high * 1.03) : gradus_scale_round_up (high * 1.03);
  gradus_scale_init (&scale, figure->log_cost ? GRADUS_SCALE_LOG : GRADUS_SCALE_LINEAR, low, high,
                     frame->y + frame->height, frame->y);
  return scale;
}

/* Drops the ticks whose numbers would touch a label at that height. */
static void
make_room (GradusTicks *ticks, double at)
{
  int kept = 0;

  for (int i = 0; i < ticks->n; i++)
    if (fabs (ticks->ticks[i].at - at) >= 14)
      ticks->ticks[kept++] = ticks->ticks[i];
  ticks->n = kept;
}

static void
draw_grid (const GradusFigure *figure, GradusInk *ink, const GradusRect *frame,
           const GradusScale *x, const GradusScale *y, double width)
{
  const GradusTheme *theme = ink->theme;
  double right = frame->x + frame->width, level = gradus_scale_map (y, chance (figure));
  double epochs = gradus_ink_measure (ink, GRADUS_FONT_NOTE, figure->captions->epochs);
  GradusTicks ticks;

  gradus_ink_fit_ticks (ink, GRADUS_FONT_NOTE, y, FALSE, frame->y - 6, frame->y + frame->height + 6,
                        &ticks);
  for (int i = 0; i < ticks.n; i++)
    gradus_ink_line (ink, frame->x, ticks.ticks[i].at, right, ticks.ticks[i].at, theme->hairline, 0,
                     theme->grid);
  if (chance (figure) > 0)
    {
      g_autofree char *name = g_strdup_printf ("ln %d", figure->scene->training->n_classes);
      make_room (&ticks, level);
      gradus_ink_line (ink, frame->x, level, right, level, 1.2 * theme->hairline, 5, theme->marker);
      gradus_ink_text (ink, GRADUS_FONT_NOTE, theme->soft, frame->x - 8,
                       level + gradus_font_drop (GRADUS_FONT_NOTE), 1, 0, name);
    }
  gradus_ink_y_ticks (ink, GRADUS_FONT_NOTE, &ticks, frame->x);

  gradus_ink_fit_ticks (ink, GRADUS_FONT_NOTE, x, TRUE, 4, width - PAD - epochs - 10, &ticks);
  gradus_ink_x_ticks (ink, GRADUS_FONT_NOTE, &ticks, frame->y + frame->height);
  gradus_ink_text (ink, GRADUS_FONT_NOTE, theme->soft, width - PAD,
                   frame->y + frame->height + 4 + gradus_font_height (GRADUS_FONT_NOTE) * 0.9, 1, 0,
                   figure->captions->epochs);
}

static void
draw_dot (GradusInk *ink, double x, double y, GradusColor color)
{
  cairo_new_sub_path (ink->cr);
  cairo_arc (ink->cr, x, y, 4, 0, 2 * G_PI);
  gradus_ink_color (ink, color, 1);
  cairo_fill_preserve (ink->cr);
  gradus_ink_color (ink, ink->theme->paper, 1);
  cairo_set_line_width (ink->cr, 1.4);
  cairo_stroke (ink->cr);
}

/* The vertical line of the epoch that is shown, its number over it, and where it meets the curves
 * of the training examples. */
static void
draw_marker (const GradusFigure *figure, GradusInk *ink, const GradusRect *frame,
             const GradusScale *x, const GradusScale *y, gboolean with_number)
{
  gint64 epoch = figure->scene->snapshot->row.epoch;
  double at = gradus_scale_map (x, (double) epoch), right = frame->x + frame->width;
  GradusCostLine curves[GRADUS_MAX_COST_LINES];
  int n = gradus_cost_lines_list (figure, curves);

  if (at < frame->x - 0.5 || at > right + 0.5)
    return;
  gradus_ink_line (ink, at, frame->y, at, frame->y + frame->height, 1.2 * ink->theme->hairline, 0,
                   ink->theme->marker);
  for (int i = 0; i < n; i++)
    {
      const GradusRow *row = gradus_history_find (curves[i].history, epoch);
      GradusCostPoint point;
      if (!curves[i].held_out && curves[i].pin < 0 && row != NULL
          && gradus_cost_point (row, FALSE, &point))
        draw_dot (ink,
                  row == &curves[i].history->last ? gradus_scale_map (x, (double) row->epoch) : at,
                  gradus_scale_map (y, point.value), curves[i].color);
    }
  if (!with_number)
    return;
  GradusNumber number = gradus_number_count (epoch);
  g_autofree char *words = g_strdup_printf (figure->captions->epoch, number.text);
  if (frame->y < HEAD)
    {
      double title =
          gradus_ink_measure_markup (ink, GRADUS_FONT_TITLE, figure->captions->cost_title);
      gradus_ink_text (ink, GRADUS_FONT_NOTE, ink->theme->soft, PAD + title + 14, 22, 0, 0, words);
      return;
    }
  double half = gradus_ink_measure (ink, GRADUS_FONT_NOTE, words) / 2;
  gradus_ink_text (ink, GRADUS_FONT_NOTE, ink->theme->ink,
                   CLAMP (at, frame->x + half - 6, fmax (right - half, frame->x + half - 6)),
                   frame->y - 6, 0.5, 0, words);
}

/* Within the frame, and a pen's width around it; one that is cut off at the right ends there. */
static void
draw_curve (const GradusCostLine *curve, GradusInk *ink, const GradusRect *frame,
            const GradusScale *x, const GradusScale *y)
{
  gboolean is_cut = curve->pin >= 0 && (double) curve->history->last.epoch > x->high;

  cairo_save (ink->cr);
  cairo_rectangle (ink->cr, frame->x - 4, frame->y - 4, frame->width + (is_cut ? 4 : 8),
                   frame->height + 8);
  cairo_clip (ink->cr);
  gradus_cost_curve_draw (ink, curve->history, curve->held_out, x, y, curve->color);
  cairo_restore (ink->cr);
}

void
gradus_cost_draw (const GradusFigure *figure, GradusInk *ink, double width, double height)
{
  gboolean bare = is_bare (width, height);
  GradusRect frame = gradus_cost_frame (figure, width, height);

  if (!bare)
    gradus_ink_markup (ink, GRADUS_FONT_TITLE, ink->theme->ink, PAD, frame.y < HEAD ? 22 : 23, 0,
                       width - 2 * PAD, figure->captions->cost_title);
  if (gradus_rect_is_empty (&frame))
    return;
  if (has_rows (figure))
    {
      GradusCostLine curves[GRADUS_MAX_COST_LINES];
      int n = gradus_cost_lines_list (figure, curves);
      GradusScale x = gradus_cost_epochs (figure, &frame), y = cost_scale (figure, &frame, &x);
      if (!bare)
        {
          draw_grid (figure, ink, &frame, &x, &y, width);
          gradus_landmark_marks_draw (figure, ink, &frame, &x);
        }
      for (int i = n; i-- > 0;) /* the first on top */
        draw_curve (&curves[i], ink, &frame, &x, &y);
      if (!bare)
        gradus_cost_lines_draw_names (figure, ink, &frame, width - 8, &x, &y);
      if (figure->scene != NULL)
        draw_marker (figure, ink, &frame, &x, &y, !bare);
    }
  gradus_ink_outline (ink, &frame, 0, ink->theme->frame);
}

gboolean
gradus_cost_find (const GradusFigure *figure, double width, double height, double px, double py,
                  GradusTarget *target)
{
  GradusRect frame = gradus_cost_frame (figure, width, height);

  if (gradus_rect_is_empty (&frame) || !gradus_rect_contains (&frame, px, py) || !has_rows (figure))
    return FALSE;
  GradusScale x = gradus_cost_epochs (figure, &frame);
  *target = (GradusTarget){ .kind = GRADUS_TARGET_EPOCH,
                            .example = (gint64) (gradus_scale_unmap (&x, px) + 0.5) };
  return TRUE;
}

/* A line through all curves at the epoch that is pointed at, and a dot on each that has come so
 * far. */
void
gradus_cost_light (const GradusFigure *figure, GradusInk *ink, double width, double height,
                   const GradusTarget *target)
{
  GradusRect frame = gradus_cost_frame (figure, width, height);
  GradusCostLine lines[GRADUS_MAX_COST_LINES];
  int n = gradus_cost_lines_list (figure, lines);

  if (target->kind != GRADUS_TARGET_EPOCH || gradus_rect_is_empty (&frame) || !has_rows (figure))
    return;
  GradusScale x = gradus_cost_epochs (figure, &frame), y = cost_scale (figure, &frame, &x);
  double at = gradus_scale_map (&x, (double) target->example);
  if (at < frame.x - 0.5 || at > frame.x + frame.width + 0.5)
    return;
  gradus_ink_line (ink, at, frame.y, at, frame.y + frame.height, ink->theme->hairline, 3,
                   ink->theme->ink);
  for (int i = n; i-- > 0;)
    {
      const GradusRow *row = gradus_history_find (lines[i].history, target->example);
      GradusCostPoint point;
      if (row != NULL && target->example <= lines[i].history->last.epoch
          && gradus_cost_point (row, lines[i].held_out, &point))
        draw_dot (ink, at, gradus_scale_map (&y, point.value), lines[i].color);
    }
}
