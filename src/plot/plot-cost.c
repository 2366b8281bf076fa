/* The cost, epoch by epoch: curves with their names beside them, the level of chance, the epoch
 * that is shown. */
#include "plot/plot-cost.h"

#include <math.h>

#include "plot/cost-curve.h"

#define PAD 14.0
#define HEAD 50.0 /* title, and the shown epoch's number */
#define FOOT 30.0
#define LEFT 56.0
#define RIGHT 70.0 /* names of the curves */
/* Beneath this width or height there are only the curves. */
#define BARE_WIDTH 200.0
#define BARE_HEIGHT 120.0
/* The decades beneath the first cost that a log axis shows at most. */
#define MOST_DECADES 30.0

static gboolean
is_bare (double width, double height)
{
  return width < BARE_WIDTH || height < BARE_HEIGHT;
}

GradusRect
gradus_cost_frame (const GradusFigure *figure, double width, double height)
{
  if (is_bare (width, height))
    return (GradusRect){ 2, 2, fmax (0, floor (width - 4)), fmax (0, floor (height - 4)) };
  return (GradusRect){ LEFT, HEAD, floor (width - LEFT - RIGHT), floor (height - HEAD - FOOT) };
}

static gsize
count_rows (const GradusFigure *figure)
{
  return figure->history != NULL ? gradus_history_count (figure->history) : 0;
}

/* Up to a round number that the newest epoch has not passed: the axis stands still for most frames
 * of a run. */
GradusScale
gradus_cost_epochs (const GradusFigure *figure, const GradusRect *frame)
{
  GradusScale scale;
  gsize n = count_rows (figure);
  double newest = n > 0 ? (double) gradus_history_get (figure->history, n - 1)->epoch : 0;

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

static GradusScale
cost_scale (const GradusFigure *figure, const GradusRect *frame)
{
  double low = chance (figure) > 0 ? chance (figure) : INFINITY, high = chance (figure), first = 0;
  GradusScale scale;

  for (gsize i = 0; i < count_rows (figure); i++)
    for (int held_out = 0; held_out < 2; held_out++)
      {
        GradusCostPoint point;
        if (!gradus_cost_point (gradus_history_get (figure->history, i), held_out, &point))
          continue;
        high = MAX (high, point.high);
        first = first > 0 ? first : point.value;
        if (point.low > 0)
          low = MIN (low, point.low);
      }
  if (!figure->log_cost)
    low = 0;
  else
    {
      low = fmax (low, first * pow (10, -MOST_DECADES));
      if (low > high / 2) /* a range to see something in */
        low = high / 2;
      low = gradus_scale_log_floor (low * 0.97);
    }
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

/* The vertical line of the epoch that is shown, its number over it, and where it meets the curve.
 */
static void
draw_marker (const GradusFigure *figure, GradusInk *ink, const GradusRect *frame,
             const GradusScale *x, const GradusScale *y, gboolean with_number)
{
  gint64 epoch = figure->scene->snapshot->row.epoch;
  const GradusRow *row = gradus_history_find (figure->history, epoch);
  double at = gradus_scale_map (x, (double) epoch), right = frame->x + frame->width;
  GradusCostPoint point;

  if (at < frame->x - 0.5 || at > right + 0.5)
    return;
  gradus_ink_line (ink, at, frame->y, at, frame->y + frame->height, 1.2 * ink->theme->hairline, 0,
                   ink->theme->marker);
  if (row != NULL && gradus_cost_point (row, FALSE, &point))
    {
      cairo_arc (ink->cr, at, gradus_scale_map (y, point.value), 4, 0, 2 * G_PI);
      gradus_ink_color (ink, ink->theme->train, 1);
      cairo_fill_preserve (ink->cr);
      gradus_ink_color (ink, ink->theme->paper, 1);
      cairo_set_line_width (ink->cr, 1.4);
      cairo_stroke (ink->cr);
    }
  if (!with_number)
    return;
  GradusNumber number = gradus_number_count (epoch, FALSE, figure->captions->decimal_point);
  g_autofree char *words = g_strdup_printf (figure->captions->epoch, number.text);
  double half = gradus_ink_measure (ink, GRADUS_FONT_NOTE, words) / 2;
  gradus_ink_text (ink, GRADUS_FONT_NOTE, ink->theme->ink,
                   CLAMP (at, frame->x + half - 6, fmax (right - half, frame->x + half - 6)),
                   frame->y - 6, 0.5, 0, words);
}

/* Where a curve ends; FALSE where it has no row. */
static gboolean
find_end (const GradusFigure *figure, gboolean held_out, const GradusScale *x, const GradusScale *y,
          double end[2])
{
  GradusCostPoint point;

  for (gsize i = count_rows (figure); i > 0; i--)
    {
      const GradusRow *row = gradus_history_get (figure->history, i - 1);
      if (!gradus_cost_point (row, held_out, &point))
        continue;
      end[0] = gradus_scale_map (x, (double) row->epoch);
      end[1] = gradus_scale_map (y, point.value);
      return TRUE;
    }
  return FALSE;
}

static void
draw_name (GradusInk *ink, double x, double y, GradusColor color, const char *name)
{
  double height = gradus_font_height (GRADUS_FONT_STRONG);
  double width = gradus_ink_measure (ink, GRADUS_FONT_STRONG, name);

  cairo_rectangle (ink->cr, x - 2, y - height / 2, fmin (width, RIGHT - 12) + 4, height);
  gradus_ink_color (ink, ink->theme->paper, 0.85); /* the grid steps back behind it */
  cairo_fill (ink->cr);
  gradus_ink_text (ink, GRADUS_FONT_STRONG, color, x, y + gradus_font_drop (GRADUS_FONT_STRONG), 0,
                   RIGHT - 12, name);
}

/* Where a name begins, beside the end of its curve: wholly within the frame or outside of it. */
static double
place_name (GradusInk *ink, const GradusRect *frame, double end, const char *name)
{
  double right = frame->x + frame->width, x = end + 9;
  double width = gradus_ink_measure (ink, GRADUS_FONT_STRONG, name);

  return x < right + 4 && x + width > right - 4 ? right + 9 : x;
}

/* Each curve's name at its end; two that would touch give way to each other. */
static void
draw_names (const GradusFigure *figure, GradusInk *ink, const GradusRect *frame,
            const GradusScale *x, const GradusScale *y)
{
  double ends[2][2] = { { 0, -1e6 }, { 0, 1e6 } }, line = gradus_font_height (GRADUS_FONT_STRONG);
  const char *names[2] = { figure->captions->train, figure->captions->held_out };
  GradusColor colors[2] = { ink->theme->train, ink->theme->held_out };
  gboolean there[2];

  for (int i = 0; i < 2; i++)
    there[i] = find_end (figure, i, x, y, ends[i]);
  if (fabs (ends[0][1] - ends[1][1]) < line)
    {
      int upper = ends[1][1] < ends[0][1];
      double middle = (ends[0][1] + ends[1][1]) / 2;
      middle = CLAMP (middle, frame->y + line, frame->y + frame->height - line);
      ends[upper][1] = middle - line / 2;
      ends[1 - upper][1] = middle + line / 2;
    }
  for (int i = 0; i < 2; i++)
    if (there[i])
      draw_name (ink, place_name (ink, frame, ends[i][0], names[i]),
                 CLAMP (ends[i][1], frame->y + line / 2, frame->y + frame->height - line / 2),
                 colors[i], names[i]);
}

void
gradus_cost_draw (const GradusFigure *figure, GradusInk *ink, double width, double height)
{
  gboolean bare = is_bare (width, height);
  GradusRect frame = gradus_cost_frame (figure, width, height);

  if (!bare)
    gradus_ink_markup (ink, GRADUS_FONT_TITLE, ink->theme->ink, PAD, 23, 0, width - 2 * PAD,
                       figure->captions->cost_title);
  if (gradus_rect_is_empty (&frame))
    return;
  if (count_rows (figure) > 0)
    {
      GradusScale x = gradus_cost_epochs (figure, &frame), y = cost_scale (figure, &frame);
      if (!bare)
        draw_grid (figure, ink, &frame, &x, &y, width);
      cairo_save (ink->cr);
      cairo_rectangle (ink->cr, frame.x - 4, frame.y - 4, frame.width + 8, frame.height + 8);
      cairo_clip (ink->cr);
      gradus_cost_curve_draw (ink, figure->history, TRUE, &x, &y, ink->theme->held_out);
      gradus_cost_curve_draw (ink, figure->history, FALSE, &x, &y, ink->theme->train);
      cairo_restore (ink->cr);
      if (!bare)
        draw_names (figure, ink, &frame, &x, &y);
      if (figure->scene != NULL)
        draw_marker (figure, ink, &frame, &x, &y, !bare);
    }
  gradus_ink_outline (ink, &frame, 0, ink->theme->frame);
}
