/* The ground of a plot over the epochs: axes, the shown epoch, names at the ends of curves. */
#include "plot/epoch-plot.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

#include "plot/landmark-words.h"
#include "plot/plot-cost.h"

void
gradus_epoch_plot_init (GradusEpochPlot *self, const GradusFigure *figure, const GradusRect *frame,
                        double left, double right)
{
  *self = (GradusEpochPlot){ .frame = *frame, .left = left, .right = right, .has_values = TRUE };
  self->x = gradus_cost_epochs (figure, frame);
  self->shown = figure->scene != NULL
                    ? gradus_scale_map (&self->x, (double) figure->scene->snapshot->row.epoch)
                    : NAN;
}

void
gradus_epoch_plot_draw_axes (const GradusEpochPlot *self, GradusInk *ink)
{
  const GradusTheme *theme = ink->theme;
  const GradusRect *frame = &self->frame;
  double right = frame->x + frame->width, bottom = frame->y + frame->height;
  const char *epochs = ink->captions->epochs;
  double words = gradus_ink_measure (ink, GRADUS_FONT_NOTE, epochs);
  GradusTicks ticks;

  gradus_ink_fit_ticks (ink, GRADUS_FONT_NOTE, &self->y, FALSE, frame->y - 6, self->y.from + 6,
                        &ticks);
  if (!self->has_values)
    ticks.n = 0;
  for (int i = 0; i < ticks.n; i++)
    gradus_ink_line (ink, frame->x, ticks.ticks[i].at, right, ticks.ticks[i].at, theme->hairline, 0,
                     theme->grid);
  gradus_ink_y_ticks (ink, GRADUS_FONT_NOTE, &ticks, frame->x);

  gradus_ink_fit_ticks (ink, GRADUS_FONT_NOTE, &self->x, TRUE, self->left, self->right - words - 10,
                        &ticks);
  gradus_ink_x_ticks (ink, GRADUS_FONT_NOTE, &ticks, bottom);
  gradus_ink_text (ink, GRADUS_FONT_NOTE, theme->soft, self->right,
                   bottom + 4 + gradus_font_height (GRADUS_FONT_NOTE) * 0.9, 1, 0, epochs);
  gradus_ink_outline (ink, frame, 0, theme->frame);
}

void
gradus_epoch_plot_clip (const GradusEpochPlot *self, GradusInk *ink)
{
  const GradusRect *frame = &self->frame;

  cairo_save (ink->cr);
  cairo_rectangle (ink->cr, frame->x - 4, frame->y - 4, frame->width + 8, frame->height + 8);
  cairo_clip (ink->cr);
}

gboolean
gradus_epoch_plot_draw_marker (const GradusEpochPlot *self, const GradusFigure *figure,
                               GradusInk *ink, gboolean with_number)
{
  const GradusRect *frame = &self->frame;
  double right = frame->x + frame->width;

  if (figure->scene == NULL)
    return FALSE;
  gint64 epoch = figure->scene->snapshot->row.epoch;
  double at = gradus_scale_map (&self->x, (double) epoch);
  if (at < frame->x - 0.5 || at > right + 0.5)
    return FALSE;
  gradus_ink_line (ink, at, frame->y, at, frame->y + frame->height, 1.2 * ink->theme->hairline, 0,
                   ink->theme->marker);
  if (!with_number)
    return TRUE;
  GradusNumber number = gradus_number_count (epoch);
  g_autofree char *words = g_strdup_printf (ink->captions->epoch, number.text);
  double half = gradus_ink_measure (ink, GRADUS_FONT_NOTE, words) / 2;
  gradus_ink_text (ink, GRADUS_FONT_NOTE, ink->theme->ink,
                   CLAMP (at, frame->x + half - 6, fmax (right - half, frame->x + half - 6)),
                   frame->y - 6, 0.5, 0, words);
  return TRUE;
}

char *
gradus_plateau_tell (const GradusFigure *figure, gboolean in_sentence)
{
  const GradusLandmarks *landmarks = figure->landmarks;

  if (landmarks == NULL || landmarks->epoch < 0 || !gradus_landmarks_began_on_plateau (landmarks))
    return NULL;
  gint64 left = landmarks->epochs[GRADUS_LANDMARK_PLATEAU];
  if (left < 0)
    return g_strdup (in_sentence ? _ ("The run is still on the plateau that it began on.")
                                 : _ ("plateau: not left yet"));
  GradusNumber number = gradus_number_count (left);
  return g_strdup_printf (in_sentence ? _ ("The run left the plateau that it began on at epoch %s.")
                                      : _ ("plateau: left at epoch %s"),
                          number.text);
}

/* Where the plateau ends, or how far it has come. */
static double
find_plateau_end (const GradusEpochPlot *self, const GradusLandmarks *landmarks)
{
  gint64 left = landmarks->epochs[GRADUS_LANDMARK_PLATEAU];

  return fmin (gradus_scale_map (&self->x, (double) (left >= 0 ? left : landmarks->epoch)),
               self->frame.x + self->frame.width);
}

void
gradus_epoch_plot_draw_plateau (const GradusEpochPlot *self, const GradusFigure *figure,
                                GradusInk *ink)
{
  g_autofree char *words = gradus_plateau_tell (figure, FALSE);
  const GradusRect *frame = &self->frame;

  if (words == NULL)
    return;
  double end = find_plateau_end (self, figure->landmarks);
  GradusRect shade = { frame->x, frame->y, end - frame->x, frame->height };
  if (shade.width > 0)
    gradus_ink_fill (ink, &shade, ink->theme->flat);
  gradus_ink_line (ink, end, frame->y, end, frame->y + frame->height, ink->theme->hairline, 3,
                   ink->theme->alarm);
}

void
gradus_epoch_plot_draw_note (const GradusEpochPlot *self, GradusInk *ink, double at, double y,
                             GradusColor color, const char *words)
{
  double width = gradus_ink_measure (ink, GRADUS_FONT_SMALL, words);
  double left = self->frame.x + 4, right = self->frame.x + self->frame.width - 4;
  GradusLandmarkRoom room = { left, right, 6, self->shown, 4 };
  double x = gradus_landmark_place (&room, at, width);
  double height = gradus_font_height (GRADUS_FONT_SMALL);

  if (isnan (x)) /* right of the shown epoch, not far from the line it is about */
    x = gradus_landmark_place (&room, fmax (at, self->shown), width);
  if (isnan (x))
    return;
  cairo_rectangle (ink->cr, x - 2, y - height * 0.8, width + 4, height);
  gradus_ink_color (ink, ink->theme->paper, 0.85);
  cairo_fill (ink->cr);
  gradus_ink_text (ink, GRADUS_FONT_SMALL, color, x, y, 0, 0, words);
}

void
gradus_epoch_plot_name_plateau (const GradusEpochPlot *self, const GradusFigure *figure,
                                GradusInk *ink)
{
  g_autofree char *words = gradus_plateau_tell (figure, FALSE);

  if (words != NULL && self->frame.height > 60)
    gradus_epoch_plot_draw_note (self, ink, find_plateau_end (self, figure->landmarks),
                                 self->frame.y + 14, ink->theme->alarm, words);
}

void
gradus_epoch_plot_draw_dot (const GradusEpochPlot *self, GradusInk *ink, gint64 epoch, double value,
                            GradusColor color)
{
  cairo_arc (ink->cr, gradus_scale_map (&self->x, (double) epoch),
             gradus_scale_map (&self->y, value), 4, 0, 2 * G_PI);
  gradus_ink_color (ink, color, 1);
  cairo_fill_preserve (ink->cr);
  gradus_ink_color (ink, ink->theme->paper, 1);
  cairo_set_line_width (ink->cr, 1.4);
  cairo_stroke (ink->cr);
}

void
gradus_end_names_add (GradusEndNames *self, char *markup, double x, double y, GradusColor color)
{
  if (self->n < GRADUS_EPOCH_PLOT_NAMES)
    self->names[self->n++] = (GradusEndName){ markup, x, y, color };
  else
    g_free (markup);
}

static int
compare_names (const void *a, const void *b)
{
  const GradusEndName *one = a, *other = b;

  return (one->y > other->y) - (one->y < other->y);
}

/* Down where they are too near to the one above, then up again where that went too far. */
static void
spread_names (GradusEndNames *self, double top, double bottom, double line)
{
  for (int i = 0; i < self->n; i++)
    self->names[i].y = CLAMP (self->names[i].y, top, bottom);
  for (int i = 1; i < self->n; i++)
    self->names[i].y = fmax (self->names[i].y, self->names[i - 1].y + line);
  for (int i = self->n - 1; i >= 0; i--)
    {
      double lowest = i == self->n - 1 ? bottom : self->names[i + 1].y - line;
      self->names[i].y = fmin (self->names[i].y, lowest);
    }
}

/* What runs behind a name within the frame steps back. */
static void
draw_name (const GradusEndName *name, GradusInk *ink, const GradusRect *frame, double room)
{
  double height = gradus_font_height (GRADUS_FONT_NOTE) * 0.82;

  if (name->x + 7 < frame->x + frame->width)
    {
      cairo_rectangle (ink->cr, name->x + 6, name->y - height / 2, fmin (room, 24), height);
      gradus_ink_color (ink, ink->theme->paper, 0.85);
      cairo_fill (ink->cr);
    }
  gradus_ink_markup (ink, GRADUS_FONT_NOTE, gradus_ink_word_color (ink, name->color), name->x + 7,
                     name->y + gradus_font_drop (GRADUS_FONT_NOTE), 0, room, name->markup);
}

gboolean
gradus_end_names_draw (GradusEndNames *self, GradusInk *ink, const GradusRect *frame, double room)
{
  double line = gradus_font_height (GRADUS_FONT_NOTE) * 0.82;
  gboolean has_room = (self->n - 1) * line <= frame->height;

  if (has_room)
    {
      qsort (self->names, (size_t) self->n, sizeof self->names[0], compare_names);
      spread_names (self, frame->y, frame->y + frame->height, line);
    }
  for (int i = 0; i < self->n; i++)
    {
      if (has_room)
        draw_name (&self->names[i], ink, frame, room);
      g_free (self->names[i].markup);
    }
  return has_room;
}

GradusColor
gradus_ink_word_color (const GradusInk *ink, GradusColor color)
{
  GradusColor word = color;

  for (int i = 1; i <= 10 && gradus_color_contrast (word, ink->theme->paper) < 4.5; i++)
    word = gradus_color_mix (color, ink->theme->ink, i / 10.0);
  return word;
}

GradusNumber
gradus_number_exact (double value, const char *decimal_point)
{
  double size = fabs (value);

  if (value == 0)
    return gradus_number_fixed (0, 0, decimal_point);
  if (size >= 1e-3 && size < 1e6)
    return gradus_number_fixed (value, (int) CLAMP (5 - floor (log10 (size)), 0, 8), decimal_point);
  return gradus_number_scientific (value, 5, decimal_point);
}
