/* Axes: as many ticks as their labels leave room for, and the names of the features. */
#include <math.h>
#include <string.h>

#include "plot/ink.h"

/* Between two labels, and what a tick's stroke takes. */
#define GAP_X 12.0
#define GAP_Y 5.0
#define STROKE 4.0
/* Ticks beyond the usual number, where that gives fewer than two. */
#define MORE 3

/* Where each label lies along the axis, pushed inwards at the ends. */
static void
place_labels (GradusInk *self, GradusFont font, gboolean horizontal, double first, double last,
              GradusTicks *ticks)
{
  for (int i = 0; i < ticks->n; i++)
    {
      GradusTick *tick = &ticks->ticks[i];
      double size = horizontal ? gradus_ink_measure (self, font, tick->label.text)
                               : gradus_font_height (font) * 0.8;
      tick->from = fmax (first, fmin (tick->at - size / 2, last - size));
      tick->to = tick->from + size;
    }
}

static gboolean
labels_touch (const GradusTicks *ticks, double gap)
{
  for (int i = 1; i < ticks->n; i++)
    {
      const GradusTick *a = &ticks->ticks[i - 1], *b = &ticks->ticks[i];
      if (fmax (a->from, b->from) - fmin (a->to, b->to) < gap)
        return TRUE;
    }
  return FALSE;
}

/* At most so many ticks. Returns: FALSE where their labels touch. */
static gboolean
fit (GradusInk *self, GradusFont font, const GradusScale *scale, gboolean horizontal, double first,
     double last, int most, GradusTicks *ticks)
{
  gradus_scale_ticks (scale, most, self->captions->decimal_point, ticks);
  place_labels (self, font, horizontal, first, last, ticks);
  return !labels_touch (ticks, horizontal ? GAP_X : GAP_Y);
}

void
gradus_ink_fit_ticks (GradusInk *self, GradusFont font, const GradusScale *scale,
                      gboolean horizontal, double first, double last, GradusTicks *ticks)
{
  double length = fabs (scale->to - scale->from);
  int wanted = CLAMP ((int) (length / (horizontal ? 70 : 40)) + 1, 3, 9), most = wanted;
  GradusTicks more;

  while (most >= 2 && !fit (self, font, scale, horizontal, first, last, most, ticks))
    most--;
  if (most < 2)
    ticks->n = 0;
  /* One number says nothing about a scale: closer ones do, where they have room. */
  for (most = wanted + 1; ticks->n < 2 && most <= wanted + MORE; most++)
    if (fit (self, font, scale, horizontal, first, last, most, &more) && more.n > ticks->n)
      *ticks = more;
}

void
gradus_ink_x_ticks (GradusInk *self, GradusFont font, const GradusTicks *ticks, double y)
{
  const GradusTheme *theme = self->theme;

  for (int i = 0; i < ticks->n; i++)
    {
      const GradusTick *tick = &ticks->ticks[i];
      gradus_ink_line (self, tick->at, y, tick->at, y + STROKE, theme->hairline, 0, theme->frame);
      gradus_ink_text (self, font, theme->soft, tick->from,
                       y + STROKE + gradus_font_height (font) * 0.9, 0, 0, tick->label.text);
    }
}

void
gradus_ink_y_ticks (GradusInk *self, GradusFont font, const GradusTicks *ticks, double x)
{
  const GradusTheme *theme = self->theme;

  for (int i = 0; i < ticks->n; i++)
    {
      const GradusTick *tick = &ticks->ticks[i];
      gradus_ink_line (self, x - STROKE, tick->at, x, tick->at, theme->hairline, 0, theme->frame);
      gradus_ink_text (self, font, theme->soft, x - STROKE - 4,
                       (tick->from + tick->to) / 2 + gradus_font_drop (font), 1, 0,
                       tick->label.text);
    }
}

char *
gradus_ink_name_markup (const char *name)
{
  gsize length = strlen (name);

  if (length >= 2 && length <= 4 && g_ascii_isalpha (name[0])
      && strspn (name + 1, "0123456789") == length - 1)
    return g_strdup_printf ("<i>%c</i><sub>%s</sub>", name[0], name + 1);
  return g_markup_escape_text (name, -1);
}
