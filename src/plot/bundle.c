/* A bundle of straight lines, drawn on an image pixel by pixel: cairo takes several frames for a
 * thousand of them. */
#include "plot/bundle.h"

#include <math.h>

#include "plot/blit.h"

/* Empty between two dashes, in lengths of a dash. */
#define GAP 0.6
/* Pixels that a line may be wide. */
#define MOST 1000

/* Lengths in 1/65536 of a pixel: whole numbers, which take a tenth of the time here. */
#define ONE 65536

/* A line in pixels, from its left (or upper) end on. */
typedef struct
{
  double from, to;  /* along the axis that it goes further on */
  double start;     /* across that axis, the middle, at from */
  double slope;     /* across, to a pixel along */
  double dash, gap; /* along; 0: drawn through */
  gint32 width;     /* of what is covered across, at least ONE */
  guint32 faint;    /* 256, or less for a line thinner than a pixel */
  guint64 color;    /* its four bytes, two bytes apart */
  guint32 *pixels;
  int n_along, n_across;          /* pixels that there are */
  gssize next_along, next_across; /* from one to the next */
} Run;

static gint64
fix (double pixels)
{
  return (gint64) floor (pixels * ONE + 0.5);
}

#define LANES G_GUINT64_CONSTANT (0x00ff00ff00ff00ff)

/* The four bytes of a pixel with room for a product each. */
static inline guint64
spread (guint32 pixel)
{
  return ((guint64) pixel | (guint64) pixel << 24) & LANES;
}

/* there · (256 − a) / 256 + color · a / 256 in each byte; color is opaque. */
static inline void
lay_over (guint32 *there, guint64 color, guint32 a)
{
  guint64 sum = (spread (*there) * (256 - a) + color * a) >> 8 & LANES;

  *there = (guint32) (sum | sum >> 24);
}

/* Lays ink over the pixels from low on across, by what is covered of each, as far as there are
 * any. */
static void
cross_edge (const Run *run, guint32 *pixels, gint64 low, guint32 strength)
{
  gint64 high = low + run->width;
  gint64 first = MAX (low >> 16, 0), last = MIN ((high - 1) >> 16, run->n_across - 1);

  for (gint64 i = first; i <= last; i++)
    {
      gint64 covered = MIN (high - i * ONE, ONE) - MAX (low - i * ONE, 0);
      lay_over (pixels + i * run->next_across, run->color,
                (guint32) ((covered * strength + ONE / 2) >> 16));
    }
}

/* The same well within, always over as many pixels: n, of which the last may be left untouched. */
static inline void
cross (const Run *run, guint32 *pixels, gint64 low, guint32 strength, int n)
{
  guint32 *pixel = pixels + (low >> 16) * run->next_across;
  gint32 left = run->width, covered = ONE - (gint32) (low & (ONE - 1));

  for (int i = 0; i < n; i++, pixel += run->next_across)
    {
      lay_over (pixel, run->color, ((guint32) covered * strength + ONE / 2) >> 16);
      left -= covered;
      covered = MIN (left, ONE);
    }
}

/* The part of the run from one place along it to another. */
static void
draw_part (const Run *run, double from, double to)
{
  int first = MAX (0, (int) floor (from)), last = MIN (run->n_along, (int) ceil (to));
  int n = (run->width + ONE - 1) / ONE + 1;
  gint64 low = fix (run->start + (first + 0.5 - run->from) * run->slope) - run->width / 2;
  gint64 slope = fix (run->slope), end = low + (last - first) * slope;
  gint64 room = ((gint64) run->n_across - n) * ONE;
  gboolean is_within = MIN (low, end) >= 0 && MAX (low, end) < room;
  guint32 *pixels = run->pixels + first * run->next_along;

  for (int i = first; i < last; i++, low += slope, pixels += run->next_along)
    {
      guint32 strength = run->faint;
      if (i < from || i + 1 > to)
        strength = (guint32) (strength * (fmin (to, i + 1.0) - fmax (from, i)));
      if (is_within)
        cross (run, pixels, low, strength, n);
      else
        cross_edge (run, pixels, low, strength);
    }
}

static void
draw_run (const Run *run)
{
  if (run->dash > 0)
    for (double at = run->from; at < run->to; at += run->dash + run->gap)
      draw_part (run, at, fmin (at + run->dash, run->to));
  else
    draw_part (run, run->from, run->to);
}

/* The line on the canvas, whose corner is the area's and which has density pixels to a CSS pixel.
 */
static void
draw_line (const GradusLine *line, const GradusRect *area, double density,
           const GradusCanvas *canvas)
{
  double x0 = (line->x0 - area->x) * density, x1 = (line->x1 - area->x) * density;
  double y0 = (line->y0 - area->y) * density, y1 = (line->y1 - area->y) * density;
  gboolean is_steep = fabs (y1 - y0) > fabs (x1 - x0);
  double along[2] = { is_steep ? y0 : x0, is_steep ? y1 : x1 };
  double across[2] = { is_steep ? x0 : y0, is_steep ? x1 : y1 };
  int start = along[0] > along[1], end = !start;
  gssize row = (gssize) canvas->stride / 4;

  if (!(along[end] > along[start]))
    return;
  double slope = (across[end] - across[start]) / (along[end] - along[start]);
  double stretch = sqrt (1 + slope * slope), width = line->width * density * stretch;
  Run run = { .from = along[start],
              .to = along[end],
              .start = across[start],
              .slope = slope,
              .dash = fmax (line->dash * density / stretch, line->dash > 0),
              .gap = line->dash * GAP * density / stretch,
              .width = (gint32) fix (CLAMP (width, 1, MOST)),
              .faint = (guint32) (256 * fmin (width, 1) + 0.5),
              .color = spread (0xff000000 | line->color),
              .pixels = (guint32 *) (gpointer) canvas->data,
              .n_along = is_steep ? canvas->height : canvas->width,
              .n_across = is_steep ? canvas->width : canvas->height,
              .next_along = is_steep ? row : 1,
              .next_across = is_steep ? 1 : row };
  draw_run (&run);
}

static void
draw_pixels (GradusInk *ink, const GradusLine *lines, gsize n, const GradusRect *area,
             double density, double alpha)
{
  cairo_surface_t *image =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) (area->width * density + 0.5),
                                  (int) (area->height * density + 0.5));

  if (cairo_surface_status (image) == CAIRO_STATUS_SUCCESS)
    {
      cairo_surface_flush (image);
      GradusCanvas canvas = { .data = cairo_image_surface_get_data (image),
                              .stride = (gsize) cairo_image_surface_get_stride (image),
                              .width = cairo_image_surface_get_width (image),
                              .height = cairo_image_surface_get_height (image) };
      for (gsize i = 0; i < n; i++)
        draw_line (&lines[i], area, density, &canvas);
      cairo_surface_mark_dirty (image);
      cairo_surface_set_device_scale (image, density, density);
      cairo_set_source_surface (ink->cr, image, area->x, area->y);
      cairo_pattern_set_filter (cairo_get_source (ink->cr), CAIRO_FILTER_NEAREST);
      if (alpha < 1)
        cairo_paint_with_alpha (ink->cr, alpha);
      else
        {
          cairo_rectangle (ink->cr, area->x, area->y, area->width, area->height);
          cairo_fill (ink->cr);
        }
    }
  cairo_surface_destroy (image);
}

static gboolean
is_of_style (const GradusLine *a, const GradusLine *b)
{
  return a->width == b->width && a->dash == b->dash && a->color == b->color;
}

/* Lines of one style that follow each other are one path. */
static void
draw_strokes (GradusInk *ink, const GradusLine *lines, gsize n, double alpha)
{
  for (gsize i = 0; i < n; i++)
    {
      double dashes[] = { lines[i].dash, lines[i].dash * GAP };
      cairo_move_to (ink->cr, lines[i].x0, lines[i].y0);
      cairo_line_to (ink->cr, lines[i].x1, lines[i].y1);
      if (i + 1 < n && is_of_style (&lines[i], &lines[i + 1]))
        continue;
      cairo_set_dash (ink->cr, dashes, lines[i].dash > 0 ? 2 : 0, 0);
      cairo_set_line_width (ink->cr, lines[i].width);
      gradus_ink_color (ink, lines[i].color, alpha);
      cairo_stroke (ink->cr);
    }
  cairo_set_dash (ink->cr, NULL, 0, 0);
}

void
gradus_bundle_draw (GradusInk *ink, const GradusLine *lines, gsize n, const GradusRect *area,
                    double density, double alpha)
{
  GradusRect whole = *area; /* on whole pixels, so that nothing is blended once more */

  if (gradus_rect_is_empty (&whole) || n == 0)
    return;
  density = gradus_ink_grow_to_pixels (ink, &whole, density);
  if (density > 0)
    draw_pixels (ink, lines, n, &whole, density, alpha);
  else
    draw_strokes (ink, lines, n, alpha);
}

double
gradus_line_distance (const GradusLine *self, double x, double y)
{
  double dx = self->x1 - self->x0, dy = self->y1 - self->y0, square = dx * dx + dy * dy;
  double t = square > 0 ? ((x - self->x0) * dx + (y - self->y0) * dy) / square : 0;

  t = CLAMP (t, 0, 1);
  return hypot (x - self->x0 - t * dx, y - self->y0 - t * dy);
}
