/* A table of runs as a heat map. */
#include "plot/plot-sweep.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "plot/sweep-words.h"

#define PAD 14.0
#define LEAST_NUMBER_HEIGHT 13.0
#define LABEL_GAP 8.0 /* between two names of columns */
#define RAMP 150.0

/* The colours' ends, by the measure: the deeper the colour, the better the run. */
typedef struct
{
  double low, high; /* values of the measure, low < high */
  gboolean is_log;  /* of a cost */
} Ramp;

/* From tens to tens of a per cent, so that it seldom moves while the table fills. */
static Ramp
find_ramp (const GradusFigure *figure)
{
  double least, most;
  gboolean has_any = gradus_sweep_range (figure->sweep, figure->sweep_measure, &least, &most);

  if (figure->sweep_measure == GRADUS_SWEEP_COST)
    {
      least = has_any ? fmax (least, 1e-12) : 0.1;
      most = has_any ? fmax (most, 1e-12) : 1;
      return (Ramp){ least, most > least * 1.0001 ? most : least * 1.0001, TRUE };
    }
  least = has_any ? floor (least * 10 + 1e-9) / 10 : 0.5;
  most = has_any ? ceil (most * 10 - 1e-9) / 10 : 1;
  if (most <= least)
    least = fmax (most - 0.1, 0);
  return (Ramp){ least, most > least ? most : least + 0.1, FALSE };
}

/* 0 … 1 from the worst to the best. */
static double
find_goodness (const Ramp *ramp, double value)
{
  double t = ramp->is_log ? 1 - log (fmax (value, 1e-12) / ramp->low) / log (ramp->high / ramp->low)
                          : (value - ramp->low) / (ramp->high - ramp->low);

  return CLAMP (t, 0.0, 1.0);
}

/* One hue from light to dark (in the dark the other way round): for every kind of colour vision,
 * and in grey. */
static GradusColor
find_color (const GradusTheme *theme, double goodness)
{
  return gradus_color_mix (gradus_color_mix (theme->paper, theme->plus, 0.1), theme->plus,
                           goodness);
}

/* Black or white, whichever is read better: at least 4.5 : 1 on any colour. */
static GradusColor
find_words_color (GradusColor ground)
{
  return gradus_color_contrast (0x000000, ground) >= gradus_color_contrast (0xffffff, ground)
             ? 0x000000
             : 0xffffff;
}

/* The value in at most so many decimals, without the sign for per cent. */
static GradusNumber
shorten (double value, GradusSweepMeasure measure, int decimals, const char *point)
{
  GradusNumber number;

  if (measure == GRADUS_SWEEP_COST)
    return value != 0 && value < 0.5 * pow (10, -decimals)
               ? gradus_number_scientific (value, 0, point)
               : gradus_number_fixed (value, decimals, point);
  number = gradus_number_percent (value, decimals, point);
  char *sign = strstr (number.text, "\u00a0%");
  if (sign != NULL)
    *sign = '\0';
  return number;
}

/* As many decimals as all numbers of such a table have room for; -1: none have. */
static int
find_decimals (const GradusFigure *figure, GradusInk *ink, const GradusSweepLayout *layout)
{
  gboolean is_cost = figure->sweep_measure == GRADUS_SWEEP_COST;

  if (layout->cell_height < LEAST_NUMBER_HEIGHT)
    return -1;
  for (int decimals = is_cost ? 4 : 2; decimals >= 0; decimals = decimals == 4 ? 2 : decimals - 1)
    {
      GradusNumber widest =
          gradus_number_fixed (is_cost ? 0.8888 : 88.88, decimals, figure->captions->decimal_point);
      if (gradus_ink_measure (ink, GRADUS_FONT_SMALL, widest.text) <= layout->cell_width - 5)
        return is_cost && decimals == 0 ? -1 : decimals;
    }
  return -1;
}

static void
draw_value (const GradusFigure *figure, GradusInk *ink, const GradusRect *rect, double value,
            GradusColor ground, int decimals)
{
  for (; decimals >= 0; decimals = decimals == 4 ? 2 : decimals - 1)
    {
      GradusNumber number =
          shorten (value, figure->sweep_measure, decimals, figure->captions->decimal_point);
      if (gradus_ink_measure (ink, GRADUS_FONT_SMALL, number.text) > rect->width - 2)
        continue;
      gradus_ink_text (ink, GRADUS_FONT_SMALL, find_words_color (ground), rect->x + rect->width / 2,
                       rect->y + rect->height / 2 + gradus_font_drop (GRADUS_FONT_SMALL), 0.5, 0,
                       number.text);
      return;
    }
}

/* A saltire: a sign, not a colour alone. */
static void
draw_diverged (GradusInk *ink, const GradusRect *rect)
{
  double x = rect->x + rect->width / 2, y = rect->y + rect->height / 2;
  double half = fmin (5, 0.3 * fmin (rect->width, rect->height));
  double thick = CLAMP (half / 2.5, 0.8, 2.0);

  gradus_ink_fill (ink, rect, ink->theme->flat);
  gradus_ink_line (ink, x - half, y - half, x + half, y + half, thick, 0, ink->theme->alarm);
  gradus_ink_line (ink, x - half, y + half, x + half, y - half, thick, 0, ink->theme->alarm);
}

/* Empty, with a point in the middle. */
static void
draw_waiting (GradusInk *ink, const GradusRect *rect)
{
  double side = fmin (3, 0.4 * fmin (rect->width, rect->height));
  GradusRect point = { rect->x + (rect->width - side) / 2, rect->y + (rect->height - side) / 2,
                       side, side };

  gradus_ink_fill (ink, &point, ink->theme->frame);
}

/* A bar along its foot, as long as what is trained of it. */
static void
draw_running (GradusInk *ink, const GradusRect *rect, double share)
{
  double height = fmin (4, rect->height);
  GradusRect bar = { rect->x, rect->y + rect->height - height, rect->width * share, height };

  gradus_ink_fill (ink, rect, ink->theme->grid);
  gradus_ink_fill (ink, &bar, ink->theme->soft);
}

static double
find_share (const GradusSweep *sweep, const GradusSweepCell *cell)
{
  double epochs = (double) sweep->spec.epochs;

  return epochs > 0 ? CLAMP ((double) cell->epoch / epochs, 0.0, 1.0) : 0;
}

static void
draw_cells (const GradusFigure *figure, GradusInk *ink, const GradusSweepLayout *layout)
{
  const GradusSweep *sweep = figure->sweep;
  Ramp ramp = find_ramp (figure);
  int decimals = find_decimals (figure, ink, layout);

  for (int i = 0; i < gradus_sweep_count (sweep); i++)
    {
      const GradusSweepCell *cell = &sweep->cells[i];
      GradusRect rect = gradus_sweep_cell_rect (layout, i / sweep->n_columns, i % sweep->n_columns);
      double value = gradus_sweep_cell_measure (cell, figure->sweep_measure);

      if (cell->state == GRADUS_SWEEP_WAITING)
        draw_waiting (ink, &rect);
      else if (cell->state == GRADUS_SWEEP_RUNNING)
        draw_running (ink, &rect, find_share (sweep, cell));
      else if (cell->state == GRADUS_SWEEP_DIVERGED)
        draw_diverged (ink, &rect);
      else
        {
          GradusColor color = find_color (ink->theme, find_goodness (&ramp, value));
          gradus_ink_fill (ink, &rect, color);
          draw_value (figure, ink, &rect, value, color, decimals);
        }
    }
}

/* Every how many names are written, so that they do not touch: 1, 2, 5, 10, 20, … */
static int
find_step (double side, double wanted)
{
  static const int steps[] = { 1, 2, 5 };
  int k = 0;
  double scale = 1;

  while (steps[k] * scale * side < wanted)
    {
      k = (k + 1) % 3;
      scale *= k == 0 ? 10 : 1;
    }
  return (int) (steps[k] * scale);
}

static void
draw_column_names (const GradusFigure *figure, GradusInk *ink, const GradusSweepLayout *layout)
{
  const GradusSweep *sweep = figure->sweep;
  const char *point = figure->captions->decimal_point;
  double widest = 0, room;

  gradus_ink_text (ink, GRADUS_FONT_NOTE, ink->theme->soft, layout->x, layout->y - 22, 0,
                   fmax (sweep->n_columns * layout->cell_width, 40), sweep->spec.across);
  for (int j = 0; j < MIN (sweep->n_columns, 256); j++)
    {
      g_autofree char *name = gradus_sweep_column_name (sweep, j, point);
      widest = fmax (widest, gradus_ink_measure (ink, GRADUS_FONT_SMALL, name));
    }
  widest = fmin (widest, 120);
  int step = find_step (layout->cell_width, widest + LABEL_GAP);
  for (int j = 0; j < sweep->n_columns; j += step)
    {
      g_autofree char *name = gradus_sweep_column_name (sweep, j, point);
      GradusRect rect = gradus_sweep_cell_rect (layout, 0, j);
      room = step * layout->cell_width - 2;
      gradus_ink_text (ink, GRADUS_FONT_SMALL, ink->theme->soft, rect.x + rect.width / 2,
                       layout->y - 6, 0.5, room, name);
    }
}

static void
draw_row (const GradusFigure *figure, GradusInk *ink, const GradusSweepLayout *layout, int row)
{
  const GradusSweep *sweep = figure->sweep;
  const GradusTheme *theme = ink->theme;
  const char *point = figure->captions->decimal_point;
  GradusSweepSummary summary;
  double middle = layout->y + (row + 0.5) * layout->cell_height - layout->gap / 2;
  double y = middle + gradus_font_drop (GRADUS_FONT_NOTE);
  g_autofree char *name = gradus_sweep_row_name (sweep, row, point);

  gradus_sweep_sum_up (sweep, row, figure->sweep_measure, &summary);
  if (layout->names > 0)
    gradus_ink_text (ink, GRADUS_FONT_NOTE, theme->ink, layout->x - 8, y, 1, layout->names - 8,
                     name);
  if (layout->median > 0)
    {
      GradusNumber median = gradus_sweep_number (summary.median, figure->sweep_measure, point);
      gboolean is_whole = summary.n_done + summary.n_diverged == sweep->n_columns;
      GradusColor color = isinf (summary.median) ? theme->alarm
                          : is_whole             ? theme->ink
                                                 : theme->soft;
      gradus_ink_text (ink, is_whole ? GRADUS_FONT_STRONG : GRADUS_FONT_NOTE, color, layout->median,
                       y, 1, 64, median.text);
    }
  if (layout->range > 0)
    {
      g_autofree char *range = gradus_sweep_tell_range (&summary, figure->sweep_measure, point);
      gradus_ink_text (ink, GRADUS_FONT_NOTE, theme->soft, layout->range, y, 1, 102, range);
    }
  if (layout->diverged > 0 && summary.n_diverged > 0)
    {
      GradusNumber n = gradus_number_count (summary.n_diverged);
      gradus_ink_text (ink, GRADUS_FONT_NOTE, theme->alarm, layout->diverged, y, 1, 60, n.text);
    }
}

static void
draw_rows (const GradusFigure *figure, GradusInk *ink, const GradusSweepLayout *layout)
{
  int step = find_step (layout->cell_height, gradus_font_height (GRADUS_FONT_NOTE) * 0.95);

  for (int i = 0; i < figure->sweep->n_rows; i += step)
    draw_row (figure, ink, layout, i);
  if (layout->median > 0)
    gradus_ink_text (ink, GRADUS_FONT_NOTE, ink->theme->soft, layout->median, layout->y - 6, 1, 64,
                     _ ("median"));
  if (layout->range > 0)
    gradus_ink_text (ink, GRADUS_FONT_NOTE, ink->theme->soft, layout->range, layout->y - 6, 1, 100,
                     _ ("range"));
  if (layout->diverged > 0)
    gradus_ink_text (ink, GRADUS_FONT_NOTE, ink->theme->soft, layout->diverged, layout->y - 6, 1,
                     60, _ ("diverged"));
}

/* What a cell of the state looks like, where there are any. Returns: where the next one begins. */
static double
draw_sample (const GradusFigure *figure, GradusInk *ink, double x, double y, GradusSweepState state,
             const char *name)
{
  GradusRect rect = { x, y, 14, 14 };
  gboolean is_there = FALSE;

  for (int i = 0; !is_there && i < gradus_sweep_count (figure->sweep); i++)
    is_there = figure->sweep->cells[i].state == state;
  if (!is_there)
    return x;
  if (state == GRADUS_SWEEP_DIVERGED)
    draw_diverged (ink, &rect);
  else if (state == GRADUS_SWEEP_RUNNING)
    draw_running (ink, &rect, 0.6);
  else
    draw_waiting (ink, &rect);
  return x + 36
         + gradus_ink_text (ink, GRADUS_FONT_SMALL, ink->theme->soft, x + 20,
                            y + 7 + gradus_font_drop (GRADUS_FONT_SMALL), 0, 0, name);
}

/* The colours from the worst to the best with the ends' numbers, and the signs. */
static void
draw_legend (const GradusFigure *figure, GradusInk *ink, const GradusSweepLayout *layout,
             double width)
{
  const char *point = figure->captions->decimal_point;
  GradusSweepMeasure measure = figure->sweep_measure;
  GradusFont font = GRADUS_FONT_SMALL;
  Ramp ramp = find_ramp (figure);
  double worst = ramp.is_log ? ramp.high : ramp.low, best = ramp.is_log ? ramp.low : ramp.high;
  GradusNumber from = measure == GRADUS_SWEEP_COST ? gradus_number_cost (worst, point)
                                                   : gradus_number_percent (worst, 0, point);
  GradusNumber to = measure == GRADUS_SWEEP_COST ? gradus_number_cost (best, point)
                                                 : gradus_number_percent (best, 0, point);
  double x = PAD, y = layout->legend, baseline = y + 7 + gradus_font_drop (font);
  const char *name = measure == GRADUS_SWEEP_COST ? _ ("cost") : _ ("accuracy");
  double length = fmin (RAMP, floor ((width - 2 * PAD) * 0.3));

  x += 8 + gradus_ink_text (ink, font, ink->theme->soft, x, baseline, 0, 0, name);
  x += 6 + gradus_ink_text (ink, font, ink->theme->ink, x, baseline, 0, 0, from.text);
  for (double at = 0; at < length; at += 2)
    {
      GradusRect strip = { floor (x) + at, y, 2, 14 };
      gradus_ink_fill (ink, &strip, find_color (ink->theme, at / (length - 2)));
    }
  x += length + 8;
  x += 28 + gradus_ink_text (ink, font, ink->theme->ink, x, baseline, 0, 0, to.text);
  x = draw_sample (figure, ink, x, y, GRADUS_SWEEP_DIVERGED, _ ("diverged"));
  x = draw_sample (figure, ink, x, y, GRADUS_SWEEP_RUNNING, _ ("training"));
  draw_sample (figure, ink, x, y, GRADUS_SWEEP_WAITING, _ ("waiting"));
}

void
gradus_sweep_draw (const GradusFigure *figure, GradusInk *ink, double width, double height)
{
  GradusSweepLayout layout;
  double taken = gradus_ink_text (ink, GRADUS_FONT_TITLE, ink->theme->ink, PAD, 23, 0,
                                  width - 2 * PAD, _ ("Sweep"));

  if (!gradus_sweep_layout (figure, width, height, &layout))
    return;
  g_autofree char *note = gradus_sweep_tell_measure (figure);
  if (width - 2 * PAD - taken - 14 > 80)
    gradus_ink_text (ink, GRADUS_FONT_NOTE, ink->theme->soft, PAD + taken + 14, 23, 0,
                     width - 2 * PAD - taken - 14, note);
  draw_cells (figure, ink, &layout);
  draw_column_names (figure, ink, &layout);
  draw_rows (figure, ink, &layout);
  if (layout.legend > 0)
    draw_legend (figure, ink, &layout, width);
}

gboolean
gradus_sweep_find (const GradusFigure *figure, double width, double height, double px, double py,
                   GradusTarget *target)
{
  GradusSweepLayout layout;

  if (!gradus_sweep_layout (figure, width, height, &layout))
    return FALSE;
  double row = floor ((py - layout.y) / layout.cell_height);
  double column = floor ((px - layout.x) / layout.cell_width);
  if (!(row >= 0 && row < figure->sweep->n_rows && column >= 0
        && column < figure->sweep->n_columns))
    return FALSE;
  *target = (GradusTarget){ .kind = GRADUS_TARGET_CELL, .unit = (int) row, .input = (int) column };
  return TRUE;
}

char *
gradus_sweep_tell (const GradusFigure *figure, double width, double height, double px, double py)
{
  GradusTarget target;

  if (!gradus_sweep_find (figure, width, height, px, py, &target))
    return NULL;
  return gradus_sweep_tell_cell (figure->sweep, target.unit, target.input,
                                 figure->captions->decimal_point);
}

void
gradus_sweep_light (const GradusFigure *figure, GradusInk *ink, double width, double height,
                    const GradusTarget *target)
{
  GradusSweepLayout layout;

  if (target->kind != GRADUS_TARGET_CELL || !gradus_sweep_layout (figure, width, height, &layout)
      || target->unit >= figure->sweep->n_rows || target->input >= figure->sweep->n_columns)
    return;
  GradusRect rect = gradus_sweep_cell_rect (&layout, target->unit, target->input);
  for (int i = 0; i < 2; i++)
    {
      gradus_ink_color (ink, i == 0 ? ink->theme->casing : ink->theme->ink, 1);
      cairo_set_line_width (ink->cr, i == 0 ? 5 : 2.4);
      cairo_rectangle (ink->cr, rect.x - 0.5, rect.y - 0.5, rect.width + 1, rect.height + 1);
      cairo_stroke (ink->cr);
    }
}
