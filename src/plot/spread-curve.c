/* How far apart the units of a layer were, epoch by epoch: on a log axis, with a floor for 0. */
#include "plot/spread-curve.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "plot/cost-curve.h"
#include "plot/paragraph.h"
#include "plot/plot-cost.h"
#include "plot/symmetry-words.h"

#define LEFT 48.0
#define HEAD 24.0
#define FOOT 24.0
#define FLOOR 24.0 /* the strip of the spreads that are 0 */
/* Beneath this height of the frame there is nothing to see. */
#define LEAST_HEIGHT 40.0
/* The decades that the axis shows at most: below it lie steps that no double takes from 1. */
#define MOST_DECADES 30.0

typedef struct
{
  GradusRect frame; /* floor included */
  GradusScale x, y, floor;
  gboolean has_floor, has_curve;
} Plot;

static gboolean
pick_positive (const GradusRow *row, int l, GradusCostPoint *point)
{
  double spread = row->spread[l - 1];

  *point = (GradusCostPoint){ spread, spread, spread };
  return spread > 0 && isfinite (spread);
}

/* 0 is drawn at 0 of a scale of its own. */
static gboolean
pick_zero (const GradusRow *row, int l, GradusCostPoint *point)
{
  *point = (GradusCostPoint){ 0 };
  return row->spread[l - 1] == 0;
}

static void
find_range (const GradusHistory *history, int l, Plot *plot, double *low, double *high)
{
  *low = INFINITY;
  *high = 0;
  for (gsize i = 0; i < gradus_history_count (history); i++)
    {
      double spread = gradus_history_get (history, i)->spread[l - 1];
      if (spread == 0)
        plot->has_floor = TRUE;
      else if (isfinite (spread))
        {
          *low = fmin (*low, spread);
          *high = fmax (*high, spread);
        }
    }
  plot->has_curve = *high > 0;
  if (!plot->has_curve)
    *low = *high = 1e-3;
  *low = fmax (*low, *high * pow (10, -MOST_DECADES));
}

/* Returns: FALSE where it has no room or nothing to show. */
static gboolean
place (const GradusFigure *figure, int l, const GradusRect *area, Plot *plot)
{
  double low, high;

  if (figure->history == NULL || gradus_history_count (figure->history) == 0)
    return FALSE;
  *plot = (Plot){ .frame = { area->x + LEFT, area->y + HEAD, floor (area->width - LEFT - 4),
                             floor (area->height - HEAD - FOOT) } };
  if (plot->frame.height < LEAST_HEIGHT)
    plot->frame.height = 0;
  if (gradus_rect_is_empty (&plot->frame))
    return FALSE;
  find_range (figure->history, l, plot, &low, &high);
  double bottom = plot->frame.y + plot->frame.height;
  double base = bottom - (plot->has_floor ? fmin (FLOOR, plot->frame.height / 3) : 0);
  plot->x = gradus_cost_epochs (figure, &plot->frame);
  gradus_scale_init (&plot->y, GRADUS_SCALE_LOG, pow (10, floor (log10 (low * 0.9))),
                     pow (10, ceil (log10 (high * 1.1))), base, plot->frame.y);
  gradus_scale_init (&plot->floor, GRADUS_SCALE_LINEAR, 0, 1, (base + bottom) / 2,
                     (base + bottom) / 2 - 1);
  return TRUE;
}

static void
draw_grid (const GradusFigure *figure, GradusInk *ink, const Plot *plot, const GradusRect *area)
{
  const GradusTheme *theme = ink->theme;
  const GradusRect *frame = &plot->frame;
  double right = frame->x + frame->width, bottom = frame->y + frame->height;
  GradusTicks ticks;

  if (plot->has_curve)
    {
      gradus_ink_fit_ticks (ink, GRADUS_FONT_SMALL, &plot->y, FALSE, frame->y - 6, plot->y.from + 6,
                            &ticks);
      for (int i = 0; i < ticks.n; i++)
        gradus_ink_line (ink, frame->x, ticks.ticks[i].at, right, ticks.ticks[i].at,
                         theme->hairline, 0, theme->grid);
      gradus_ink_y_ticks (ink, GRADUS_FONT_SMALL, &ticks, frame->x);
    }
  if (plot->has_floor)
    {
      GradusRect strip = { frame->x, plot->y.from, frame->width, bottom - plot->y.from };
      gradus_ink_fill (ink, &strip, theme->flat);
      gradus_ink_text (ink, GRADUS_FONT_SMALL, theme->alarm, frame->x - 8,
                       plot->floor.from + gradus_font_drop (GRADUS_FONT_SMALL), 1, 0, "0");
    }
  double words = gradus_ink_measure (ink, GRADUS_FONT_SMALL, figure->captions->epochs);
  double end = area->x + area->width;
  gradus_ink_fit_ticks (ink, GRADUS_FONT_SMALL, &plot->x, TRUE, area->x, end - words - 8, &ticks);
  gradus_ink_x_ticks (ink, GRADUS_FONT_SMALL, &ticks, bottom);
  gradus_ink_text (ink, GRADUS_FONT_SMALL, theme->soft, end,
                   bottom + 4 + gradus_font_height (GRADUS_FONT_SMALL) * 0.9, 1, 0,
                   figure->captions->epochs);
}

/* The vertical line of the shown epoch, and a dot where it meets the curve or the floor. */
static void
draw_marker (const GradusFigure *figure, GradusInk *ink, int l, const Plot *plot)
{
  const GradusRow *row = &figure->scene->snapshot->row;
  const GradusRect *frame = &plot->frame;
  double x = gradus_scale_map (&plot->x, (double) row->epoch), spread = row->spread[l - 1];

  if (x < frame->x - 0.5 || x > frame->x + frame->width + 0.5)
    return;
  gradus_ink_line (ink, x, frame->y, x, frame->y + frame->height, 1.2 * ink->theme->hairline, 0,
                   ink->theme->marker);
  if (isnan (spread))
    return;
  cairo_arc (ink->cr, x,
             spread > 0 ? gradus_scale_map (&plot->y, spread) : gradus_scale_map (&plot->floor, 0),
             4, 0, 2 * G_PI);
  gradus_ink_color (ink, spread > 0 ? ink->theme->train : ink->theme->alarm, 1);
  cairo_fill_preserve (ink->cr);
  gradus_ink_color (ink, ink->theme->paper, 1);
  cairo_set_line_width (ink->cr, 1.4);
  cairo_stroke (ink->cr);
}

/* What the floor line means, where it leaves room beside its own end. */
static void
draw_floor_words (GradusInk *ink, const Plot *plot)
{
  const char *words = _ ("0: bit-identical");
  double width = gradus_ink_measure (ink, GRADUS_FONT_SMALL, words);
  double right = plot->frame.x + plot->frame.width - 6;
  GradusRect ground = { right - width - 3, plot->floor.from - 8, width + 6, 16 };

  if (width + 12 > plot->frame.width || plot->frame.y + plot->frame.height - plot->y.from < 18)
    return;
  gradus_ink_fill (ink, &ground, ink->theme->flat);
  gradus_ink_text (ink, GRADUS_FONT_SMALL, ink->theme->alarm, right,
                   plot->floor.from + gradus_font_drop (GRADUS_FONT_SMALL), 1, 0, words);
}

/* What of it there is room for. (transfer full) */
static char *
tell_spread (GradusInk *ink, int l, double spread, double room)
{
  GradusNumber number = gradus_symmetry_number (spread, ink->captions->decimal_point);
  g_autofree char *words =
      spread == 0 ? g_strdup_printf (_ ("Spread of the rows of W[%d]: exactly 0"), l)
                  : g_strdup_printf (_ ("Spread of the rows of W[%d]: %s"), l, number.text);

  if (gradus_ink_measure (ink, GRADUS_FONT_NOTE, words) <= room)
    return g_steal_pointer (&words);
  return spread == 0 ? g_strdup_printf (_ ("Spread of W[%d]: exactly 0"), l)
                     : g_strdup_printf (_ ("Spread of W[%d]: %s"), l, number.text);
}

static void
draw_title (GradusInk *ink, int l, const GradusRow *row, const GradusRect *area)
{
  double spread = row->spread[l - 1];
  g_autofree char *words = tell_spread (ink, l, spread, area->width);
  g_autofree char *markup = gradus_paragraph_markup (words);

  gradus_ink_markup (ink, GRADUS_FONT_NOTE, spread == 0 ? ink->theme->alarm : ink->theme->soft,
                     area->x, area->y + 12, 0, area->width, markup);
}

gboolean
gradus_spread_curve_axis (const GradusFigure *figure, int l, const GradusRect *area,
                          GradusRect *frame, GradusScale *epochs)
{
  Plot plot;

  if (!place (figure, l, area, &plot))
    return FALSE;
  *frame = plot.frame;
  *epochs = plot.x;
  return TRUE;
}

void
gradus_spread_curve_draw (const GradusFigure *figure, GradusInk *ink, int l, const GradusRect *area)
{
  Plot plot;

  if (!place (figure, l, area, &plot))
    return;
  draw_title (ink, l, &figure->scene->snapshot->row, area);
  draw_grid (figure, ink, &plot, area);
  cairo_save (ink->cr);
  cairo_rectangle (ink->cr, plot.frame.x - 4, plot.frame.y - 4, plot.frame.width + 8,
                   plot.frame.height + 8);
  cairo_clip (ink->cr);
  if (plot.has_floor)
    {
      gradus_curve_draw (ink, figure->history, pick_zero, l, &plot.x, &plot.floor,
                         ink->theme->alarm);
      draw_floor_words (ink, &plot);
    }
  gradus_curve_draw (ink, figure->history, pick_positive, l, &plot.x, &plot.y, ink->theme->train);
  cairo_restore (ink->cr);
  draw_marker (figure, ink, l, &plot);
  gradus_ink_outline (ink, &plot.frame, 0, ink->theme->frame);
}
