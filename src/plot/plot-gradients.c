/* How large the gradients are, layer by layer, over the epochs: on a log axis, and what is exactly
 * 0 on a floor of its own. */
#include "plot/plot-gradients.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "plot/cost-curve.h"
#include "plot/epoch-plot.h"

#define PAD 14.0
#define HEAD 50.0
#define FOOT 30.0
#define LEFT 64.0
#define RIGHT 58.0
#define FLOOR 24.0 /* the strip of gradients that are 0 */
#define BARE_WIDTH 200.0
#define BARE_HEIGHT 120.0

typedef struct
{
  GradusEpochPlot plot; /* its frame has the floor in it */
  GradusScale floor;    /* 0 lies at 0 of it */
  int n_layers;
  gboolean has_zeros, has_curve;
} Gradients;

static gboolean
is_bare (double width, double height)
{
  return width < BARE_WIDTH || height < BARE_HEIGHT;
}

static GradusRect
find_frame (double width, double height)
{
  if (is_bare (width, height))
    return (GradusRect){ 2, 2, fmax (0, floor (width - 4)), fmax (0, floor (height - 4)) };
  return (GradusRect){ LEFT, HEAD, floor (width - LEFT - RIGHT), floor (height - HEAD - FOOT) };
}

static gsize
count_rows (const GradusFigure *figure)
{
  return figure->history != NULL && figure->scene != NULL ? gradus_history_count (figure->history)
                                                          : 0;
}

static gboolean
pick_positive (const GradusRow *row, int l, GradusCostPoint *point)
{
  double norm = row->gradient_norm[l - 1];

  *point = (GradusCostPoint){ norm, norm, norm };
  return norm > 0 && isfinite (norm);
}

static gboolean
pick_zero (const GradusRow *row, int l, GradusCostPoint *point)
{
  *point = (GradusCostPoint){ 0 };
  return row->gradient_norm[l - 1] == 0;
}

static void
find_range (const GradusFigure *figure, Gradients *self, double *low, double *high)
{
  *low = INFINITY;
  *high = 0;
  for (gsize i = 0; i < count_rows (figure); i++)
    for (int l = 1; l <= self->n_layers; l++)
      {
        double norm = gradus_history_get (figure->history, i)->gradient_norm[l - 1];
        if (norm == 0)
          self->has_zeros = TRUE;
        else if (isfinite (norm))
          {
            *low = fmin (*low, norm);
            *high = fmax (*high, norm);
          }
      }
  self->has_curve = *high > 0;
  if (!self->has_curve)
    *low = *high = 1;
}

static void
place (const GradusFigure *figure, const GradusRect *frame, double width, Gradients *self)
{
  double low, high;

  *self = (Gradients){ .n_layers = figure->scene->snapshot->network->n_layers };
  gradus_epoch_plot_init (&self->plot, figure, frame, 4, width - PAD);
  find_range (figure, self, &low, &high);
  double bottom = frame->y + frame->height;
  double base = bottom - (self->has_zeros ? fmin (FLOOR, frame->height / 3) : 0);
  self->plot.has_values = self->has_curve;
  gradus_scale_init (&self->plot.y, GRADUS_SCALE_LOG, gradus_scale_log_floor (low * 0.9),
                     gradus_scale_log_ceil (high * 1.1), base, frame->y);
  gradus_scale_init (&self->floor, GRADUS_SCALE_LINEAR, 0, 1, (base + bottom) / 2,
                     (base + bottom) / 2 - 1);
}

static void
draw_floor (const Gradients *self, GradusInk *ink, gboolean bare)
{
  const GradusRect *frame = &self->plot.frame;
  GradusRect strip = { frame->x, self->plot.y.from, frame->width,
                       frame->y + frame->height - self->plot.y.from };

  gradus_ink_fill (ink, &strip, ink->theme->chip);
  if (!bare)
    gradus_ink_text (ink, GRADUS_FONT_NOTE, ink->theme->alarm, frame->x - 8,
                     self->floor.from + gradus_font_drop (GRADUS_FONT_NOTE), 1, 0, "0");
}

static GradusColor
layer_color (const GradusInk *ink, int l)
{
  return ink->theme->classes[(l - 1) % GRADUS_MAX_CLASSES];
}

static void
draw_curves (const GradusFigure *figure, const Gradients *self, GradusInk *ink)
{
  gradus_epoch_plot_clip (&self->plot, ink);
  for (int l = self->n_layers; l >= 1; l--)
    {
      if (self->has_zeros)
        gradus_curve_draw (ink, figure->history, pick_zero, l, &self->plot.x, &self->floor,
                           layer_color (ink, l));
      gradus_curve_draw (ink, figure->history, pick_positive, l, &self->plot.x, &self->plot.y,
                         layer_color (ink, l));
    }
  cairo_restore (ink->cr);
}

static double
height_of (const Gradients *self, double norm)
{
  return norm > 0 ? gradus_scale_map (&self->plot.y, norm) : self->floor.from;
}

static void
draw_names (const GradusFigure *figure, const Gradients *self, GradusInk *ink)
{
  const GradusRow *last = gradus_history_get (figure->history, count_rows (figure) - 1);
  double x = gradus_scale_map (&self->plot.x, (double) last->epoch);
  GradusEndNames names = { 0 };

  for (int l = 1; l <= self->n_layers; l++)
    if (isfinite (last->gradient_norm[l - 1]))
      gradus_end_names_add (&names, g_strdup_printf ("d<i>W</i> <sup>[%d]</sup>", l), x,
                            height_of (self, last->gradient_norm[l - 1]), layer_color (ink, l));
  gradus_end_names_draw (&names, ink, &self->plot.frame, RIGHT - 10);
}

static void
draw_dots (const GradusFigure *figure, const Gradients *self, GradusInk *ink)
{
  const GradusRow *row = &figure->scene->snapshot->row;

  for (int l = self->n_layers; l >= 1; l--)
    {
      GradusEpochPlot plot = self->plot;
      double norm = row->gradient_norm[l - 1];
      if (norm == 0)
        plot.y = self->floor;
      if (isfinite (norm))
        gradus_epoch_plot_draw_dot (&plot, ink, row->epoch, norm, layer_color (ink, l));
    }
}

void
gradus_gradients_draw (const GradusFigure *figure, GradusInk *ink, double width, double height)
{
  gboolean bare = is_bare (width, height);
  GradusRect frame = find_frame (width, height);
  Gradients self;

  if (!bare)
    gradus_ink_text (ink, GRADUS_FONT_TITLE, ink->theme->ink, PAD, 23, 0, width - 2 * PAD,
                     _ ("Size of the gradients"));
  if (gradus_rect_is_empty (&frame))
    return;
  if (count_rows (figure) == 0)
    {
      gradus_ink_outline (ink, &frame, 0, ink->theme->frame);
      return;
    }
  place (figure, &frame, width, &self);
  gradus_epoch_plot_draw_plateau (&self.plot, figure, ink);
  if (self.has_zeros)
    draw_floor (&self, ink, bare);
  if (!bare)
    gradus_epoch_plot_draw_axes (&self.plot, ink);
  draw_curves (figure, &self, ink);
  if (!bare)
    {
      draw_names (figure, &self, ink);
      gradus_epoch_plot_name_plateau (&self.plot, figure, ink);
    }
  if (gradus_epoch_plot_draw_marker (&self.plot, figure, ink, !bare))
    draw_dots (figure, &self, ink);
  gradus_ink_outline (ink, &frame, 0, ink->theme->frame);
}

gboolean
gradus_gradients_epochs (const GradusFigure *figure, double width, double height, double px,
                         double py, GradusRect *frame, GradusScale *epochs)
{
  GradusEpochPlot plot;

  *frame = find_frame (width, height);
  if (count_rows (figure) == 0 || gradus_rect_is_empty (frame))
    return FALSE;
  gradus_epoch_plot_init (&plot, figure, frame, 0, width);
  *epochs = plot.x;
  return TRUE;
}

char *
gradus_gradients_tell (const GradusFigure *figure, double width, double height, double px,
                       double py)
{
  gint64 epoch = gradus_figure_to_epoch (figure, width, height, px, py);
  const GradusRow *row = epoch >= 0 ? gradus_history_find (figure->history, epoch) : NULL;
  const char *point = figure->captions->decimal_point;

  if (row == NULL || (epoch > row->epoch && row == &figure->history->last))
    return NULL;
  GradusNumber count = gradus_number_count (row->epoch);
  GString *words = g_string_new (NULL);
  g_string_append_printf (words, _ ("Epoch %s"), count.text);
  for (int l = 1; l <= figure->scene->snapshot->network->n_layers; l++)
    {
      GradusNumber number = gradus_number_exact (row->gradient_norm[l - 1], point);
      g_string_append_printf (words, "\n‖dW[%d]‖ = %s", l, number.text);
    }
  return g_string_free (words, FALSE);
}

char *
gradus_gradients_describe (const GradusFigure *figure)
{
  const char *point = figure->captions->decimal_point;

  if (count_rows (figure) == 0)
    return g_strdup (_ ("Gradients: nothing to show yet."));
  const GradusRow *row = &figure->scene->snapshot->row;
  GradusNumber epoch = gradus_number_count (row->epoch);
  GString *words = g_string_new (NULL);
  g_string_append_printf (words, _ ("Size of the gradients at epoch %s: "), epoch.text);
  for (int l = 1; l <= figure->scene->snapshot->network->n_layers; l++)
    {
      double norm = row->gradient_norm[l - 1];
      GradusNumber number = gradus_number_scientific (norm, 2, point);
      g_string_append_printf (words, "%sdW[%d] %s", l > 1 ? ", " : "", l,
                              norm == 0 ? _ ("exactly 0") : number.text);
    }
  g_string_append_c (words, '.');
  g_autofree char *plateau = gradus_plateau_tell (figure, TRUE);
  if (plateau != NULL)
    g_string_append_printf (words, " %s", plateau);
  return g_string_free (words, FALSE);
}
