/* The plane: field, contour, the hidden units' lines, examples, axes and legend. */
#include "plot/plot-boundary.h"

#include <math.h>

#include "plot/boundary-layout.h"
#include "plot/boundary-target.h"
#include "plot/marks.h"
#include "plot/plot-examples.h"
#include "plot/tint.h"
#include "plot/trace.h"
#include "plot/unit-lines.h"

GradusRect
gradus_boundary_frame (const GradusFigure *figure, double width, double height)
{
  return gradus_boundary_lay_out (figure, width, height).frame;
}

void
gradus_boundary_scales (const GradusScene *scene, const GradusRect *frame, GradusScale *x,
                        GradusScale *y)
{
  const GradusExtent *e = &scene->extent;

  gradus_scale_init (x, GRADUS_SCALE_LINEAR, e->x0, e->x1, frame->x, frame->x + frame->width);
  gradus_scale_init (y, GRADUS_SCALE_LINEAR, e->y0, e->y1, frame->y + frame->height, frame->y);
}

/* An image whose first and last pixels' middles lie on the frame's edges. */
static void
paint_nodes (GradusInk *ink, cairo_surface_t *image, int columns, int rows, const GradusRect *frame)
{
  cairo_t *cr = ink->cr;

  cairo_save (cr);
  cairo_rectangle (cr, frame->x, frame->y, frame->width, frame->height);
  cairo_clip (cr);
  cairo_translate (cr, frame->x, frame->y);
  cairo_scale (cr, frame->width / (columns - 1), frame->height / (rows - 1));
  cairo_set_source_surface (cr, image, -0.5, -0.5);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_paint (cr);
  cairo_restore (cr);
}

/* An image whose pixels are those of the drawing, laid down as they are. */
static void
paint_pixels (GradusInk *ink, cairo_surface_t *image, double density, const GradusRect *frame)
{
  cairo_surface_set_device_scale (image, density, density);
  cairo_set_source_surface (ink->cr, image, frame->x, frame->y);
  cairo_pattern_set_filter (cairo_get_source (ink->cr), CAIRO_FILTER_NEAREST);
  cairo_rectangle (ink->cr, frame->x, frame->y, frame->width, frame->height);
  cairo_fill (ink->cr);
}

/* Nodes as many as pixels need not be blended: each pixel takes the nearest one's colour. */
static void
draw_field (GradusInk *ink, const GradusField *field, const GradusRect *frame)
{
  double density = gradus_ink_pixels (ink, frame);
  int width = (int) (frame->width * density + 0.5), height = (int) (frame->height * density + 0.5);
  gboolean fine = density > 0 && field->columns >= 0.9 * width && field->rows >= 0.9 * height;
  cairo_surface_t *image =
      gradus_tint_output (field, fine ? width : 0, fine ? height : 0, ink->theme);

  if (fine)
    paint_pixels (ink, image, density, frame);
  else
    paint_nodes (ink, image, field->columns, field->rows, frame);
  cairo_surface_destroy (image);
}

/* Lines grow a little with the plane, as the examples do. */
static double
boldness (double side)
{
  return fmin (fmax (side / 600, 1), 1.6);
}

static void
contour_path (cairo_t *cr, const GradusContour *contour, const GradusScale *x, const GradusScale *y)
{
  const GradusPoint *points = (const GradusPoint *) (gpointer) contour->points->data;
  GradusTrace trace;

  for (int line = 0; line < contour->n_lines; line++)
    {
      int first = g_array_index (contour->starts, int, line);
      int last = g_array_index (contour->starts, int, line + 1) - 1;
      for (int i = first; i <= last; i++)
        {
          double px = gradus_scale_map (x, points[i].x), py = gradus_scale_map (y, points[i].y);
          if (i == first)
            gradus_trace_begin (&trace, cr, px, py);
          else
            gradus_trace_add (&trace, px, py);
        }
      if (last >= first)
        gradus_trace_end (&trace);
    }
}

static void
draw_contour (GradusInk *ink, const GradusContour *contour, const GradusScale *x,
              const GradusScale *y)
{
  cairo_t *cr = ink->cr;
  double width = ink->theme->line * boldness (x->to - x->from);

  contour_path (cr, contour, x, y);
  cairo_set_line_width (cr, width + 2.4);
  gradus_ink_color (ink, ink->theme->casing, 0.75);
  cairo_stroke_preserve (cr);
  cairo_set_line_width (cr, width);
  gradus_ink_color (ink, ink->theme->contour, 1);
  cairo_stroke (cr);
}

void
gradus_boundary_draw_plane (const GradusFigure *figure, GradusInk *ink, const GradusRect *frame,
                            double radius)
{
  const GradusScene *scene = figure->scene;
  GradusScale x, y;

  gradus_boundary_scales (scene, frame, &x, &y);
  cairo_save (ink->cr);
  cairo_rectangle (ink->cr, frame->x, frame->y, frame->width, frame->height);
  cairo_clip (ink->cr);
  if (scene->field != NULL)
    draw_field (ink, scene->field, frame);
  gradus_unit_lines_draw (ink, scene, frame, boldness (frame->width));
  if (scene->contour != NULL && scene->contour->n_lines > 0)
    draw_contour (ink, scene->contour, &x, &y);
  gradus_examples_draw (figure, ink, frame);
  gradus_boundary_ring (ink, scene, frame, scene->example);
  cairo_restore (ink->cr);
  if (radius > 0)
    gradus_ink_trim_corners (ink, frame, radius, ink->theme->paper);
}

static void
draw_legend (const GradusFigure *figure, GradusInk *ink, const GradusBoundaryLayout *layout)
{
  double r = 4.2;

  for (int i = 0; i < layout->n_entries; i++)
    {
      GradusLegendKind kind = layout->entries[i].kind;
      g_autofree char *name = gradus_boundary_entry_name (figure, kind, i);
      double x = layout->entries[i].x, y = layout->entries[i].y;
      if (kind == GRADUS_LEGEND_UNIT_LINES)
        gradus_unit_lines_draw_sample (ink, x, y, GRADUS_LEGEND_MARK - 4);
      else
        gradus_mark_draw (ink, kind == GRADUS_LEGEND_CLASS ? i : GRADUS_MARK_ANY,
                          kind == GRADUS_LEGEND_HELD_OUT, x + r + 1, y, r);
      gradus_ink_text (ink, GRADUS_FONT_NOTE, ink->theme->ink, x + GRADUS_LEGEND_MARK,
                       y + gradus_font_drop (GRADUS_FONT_NOTE), 0,
                       layout->entries[i].room - GRADUS_LEGEND_MARK + GRADUS_LEGEND_GAP / 2, name);
    }
}

/* The title, and what the tint means where there is room for both. */
static void
draw_head (const GradusFigure *figure, GradusInk *ink, const GradusRect *frame, double width)
{
  double right = fmin (width - GRADUS_BOUNDARY_PAD, frame->x + frame->width);
  double taken =
      gradus_ink_markup (ink, GRADUS_FONT_TITLE, ink->theme->ink, GRADUS_BOUNDARY_PAD, 23, 0,
                         width - 2 * GRADUS_BOUNDARY_PAD, figure->captions->boundary_title);

  if (figure->scene == NULL)
    return;
  g_autofree char *meaning = gradus_boundary_meaning (figure->scene);
  double room = right - GRADUS_BOUNDARY_PAD - taken - 20;
  if (room > 110)
    gradus_ink_markup (ink, GRADUS_FONT_NOTE, ink->theme->soft, right, 23, 1, room, meaning);
}

static void
draw_axes (const GradusFigure *figure, GradusInk *ink, const GradusRect *frame, double width)
{
  const GradusScene *scene = figure->scene;
  GradusScale x, y;
  g_autofree char *x_name = gradus_ink_name_markup (scene->training->feature_names[0]);
  g_autofree char *y_name = gradus_ink_name_markup (scene->training->feature_names[1]);
  GradusTicks ticks;

  gradus_boundary_scales (scene, frame, &x, &y);
  gradus_ink_fit_ticks (ink, GRADUS_FONT_NOTE, &x, TRUE, frame->x - 20, width - 2, &ticks);
  gradus_ink_x_ticks (ink, GRADUS_FONT_NOTE, &ticks, frame->y + frame->height);
  gradus_ink_fit_ticks (ink, GRADUS_FONT_NOTE, &y, FALSE, frame->y - 6,
                        frame->y + frame->height + 6, &ticks);
  gradus_ink_y_ticks (ink, GRADUS_FONT_NOTE, &ticks, frame->x);

  double below = frame->x + frame->width / 2;
  double room = 2 * fmin (below, width - below) - GRADUS_BOUNDARY_PAD;
  gradus_ink_markup (ink, GRADUS_FONT_BODY, ink->theme->ink, below,
                     frame->y + frame->height + GRADUS_BOUNDARY_FOOT - 13, 0.5, room, x_name);
  double middle = frame->x - gradus_boundary_gutter (scene) - GRADUS_BOUNDARY_NAME / 2 + 4;
  if (x_name[0] == '<' && y_name[0] == '<') /* a letter is read best as it stands */
    gradus_ink_markup (ink, GRADUS_FONT_BODY, ink->theme->ink, middle,
                       frame->y + frame->height / 2 + gradus_font_drop (GRADUS_FONT_BODY), 0.5, 0,
                       y_name);
  else
    gradus_ink_upright (ink, GRADUS_FONT_BODY, ink->theme->ink, middle,
                        frame->y + frame->height / 2, frame->height, y_name);
}

void
gradus_boundary_draw (const GradusFigure *figure, GradusInk *ink, double width, double height)
{
  GradusBoundaryLayout layout = gradus_boundary_lay_out (figure, width, height);
  double radius = layout.bare ? 0 : 5;

  if (!layout.bare)
    draw_head (figure, ink, &layout.frame, width);
  if (gradus_rect_is_empty (&layout.frame))
    return;
  if (figure->scene != NULL)
    {
      gradus_boundary_draw_plane (figure, ink, &layout.frame, radius);
      if (!layout.bare)
        {
          draw_axes (figure, ink, &layout.frame, width);
          draw_legend (figure, ink, &layout);
        }
    }
  gradus_ink_outline (ink, &layout.frame, radius, ink->theme->frame);
}
