/* The plane of two hidden units: the grid of the input's plane mapped through, the examples, and
 * the output unit's line. */
#include "plot/plot-hidden-space.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "plot/hidden-space-layout.h"
#include "plot/mark-stamps.h"
#include "plot/marks.h"
#include "plot/trace.h"

#define PAD 14.0
/* How far from a mark's middle a pointer still means it. */
#define REACH 9.0

static GradusColor
line_color (const GradusTheme *theme, gboolean has_fixed_x1)
{
  return has_fixed_x1 ? theme->low : theme->high;
}

static void
line_path (cairo_t *cr, const GradusSpaceLayout *layout, const GradusSpaceSet *grid, int first,
           int last)
{
  const float *across = gradus_space_across (layout, grid);
  const float *upwards = gradus_space_upwards (layout, grid);
  GradusTrace trace;

  for (int i = first; i <= last; i++)
    {
      double x = gradus_scale_map (&layout->x, across[i]);
      double y = gradus_scale_map (&layout->y, upwards[i]);
      if (i == first)
        gradus_trace_begin (&trace, cr, x, y);
      else
        gradus_trace_add (&trace, x, y);
    }
  if (last >= first)
    gradus_trace_end (&trace);
}

static void
draw_grid (GradusInk *ink, const GradusSpaceLayout *layout, const GradusSpace *space)
{
  for (int line = 0; line < 2 * GRADUS_SPACE_LINES; line++)
    {
      line_path (ink->cr, layout, &space->grid, space->starts[line], space->starts[line + 1] - 1);
      if (line % GRADUS_SPACE_LINES < GRADUS_SPACE_LINES - 1)
        continue;
      gradus_ink_color (ink, line_color (ink->theme, line < GRADUS_SPACE_LINES), 0.85);
      cairo_set_line_width (ink->cr, 1.1 * ink->theme->hairline);
      cairo_stroke (ink->cr);
    }
}

/* Where a_i = a_j, and where either is 0. */
static void
draw_axes_within (GradusInk *ink, const GradusSpaceLayout *layout)
{
  const GradusRect *frame = &layout->frame;
  double right = frame->x + frame->width, bottom = frame->y + frame->height;
  double x = gradus_scale_map (&layout->x, 0), y = gradus_scale_map (&layout->y, 0);

  if (x > frame->x && x < right)
    gradus_ink_line (ink, x, frame->y, x, bottom, ink->theme->hairline, 0, ink->theme->grid);
  if (y > frame->y && y < bottom)
    gradus_ink_line (ink, frame->x, y, right, y, ink->theme->hairline, 0, ink->theme->grid);
  if (!layout->is_single)
    gradus_ink_line (ink, frame->x, bottom, right, frame->y, ink->theme->hairline, 4,
                     ink->theme->grid);
}

/* Radius of a mark in a frame of that side, as in the boundary plot. */
static double
mark_radius (const GradusSpace *space, double side)
{
  double n = (double) (space->training.n + space->held_out.n);
  double crowd = n > 600 ? fmax (0.45, pow (600 / n, 0.2)) : 1;

  return fmin (fmax (side / 140, 2), 6) * crowd;
}

typedef struct
{
  GradusInk *ink;           /* one by one, or: */
  GradusMarkStamps *stamps; /* onto an image with this corner, */
  double left, top;
  double scale; /* and so many pixels to one of CSS */
  double r;
} Pen;

static void
draw_set (const Pen *pen, const GradusSpaceLayout *layout, const GradusSpaceSet *set,
          const GradusDataset *data, gboolean is_held_out)
{
  const float *across = gradus_space_across (layout, set);
  const float *upwards = gradus_space_upwards (layout, set);

  for (gsize k = 0; k < set->n; k++)
    {
      double x = gradus_scale_map (&layout->x, across[k]);
      double y = gradus_scale_map (&layout->y, upwards[k]);
      int class = data->labels[set->which[k]];
      if (pen->stamps != NULL)
        gradus_mark_stamps_lay (pen->stamps, class, is_held_out, (x - pen->left) * pen->scale,
                                (y - pen->top) * pen->scale);
      else
        gradus_mark_draw (pen->ink, class, is_held_out, x, y, pen->r);
    }
}

static void
draw_sets (const Pen *pen, const GradusSpaceLayout *layout, const GradusScene *scene)
{
  draw_set (pen, layout, &scene->space->training, scene->training, FALSE);
  if (scene->space->held_out.n > 0)
    draw_set (pen, layout, &scene->space->held_out, scene->held_out, TRUE);
}

/* They move with each frame: there is no image of them to keep, and stamps soon cost less than
 * marks one by one. */
static void
draw_examples (GradusInk *ink, const GradusSpaceLayout *layout, const GradusFigure *figure)
{
  const GradusScene *scene = figure->scene;
  GradusRect area = layout->frame;
  gsize n = scene->space->training.n + scene->space->held_out.n;
  double density = gradus_ink_grow_to_pixels (ink, &area, figure->density);
  Pen pen = { .ink = ink,
              .left = area.x,
              .top = area.y,
              .scale = density > 0 ? density : GRADUS_MARKS_SCALE,
              .r = mark_radius (scene->space, layout->frame.width) };

  if (n < (density > 0 ? GRADUS_SOME_MARKS : GRADUS_MANY_MARKS))
    {
      draw_sets (&pen, layout, scene);
      return;
    }
  int columns = (int) CLAMP (area.width * pen.scale + 0.5, 1, 16384);
  int rows = (int) CLAMP (area.height * pen.scale + 0.5, 1, 16384);
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, columns, rows);
  if (cairo_surface_status (image) == CAIRO_STATUS_SUCCESS)
    {
      pen.stamps = gradus_mark_stamps_new (ink->theme, pen.r * pen.scale, image);
      draw_sets (&pen, layout, scene);
      gradus_mark_stamps_free (pen.stamps);
      cairo_surface_set_device_scale (image, pen.scale, pen.scale);
      gradus_ink_image (ink, image, &area);
    }
  cairo_surface_destroy (image);
}

/* w[0] a_i + w[1] a_j + c = 0, from edge to edge of the frame, which clips it. A single unit's is
 * the level z[L] = 0. */
static void
draw_output (GradusInk *ink, const GradusSpaceLayout *layout, const GradusScene *scene)
{
  const GradusTheme *theme = ink->theme;
  const GradusScale *x = &layout->x, *y = &layout->y;
  double w[2] = { 0, 1 }, c = 0, ends[2][2];

  if (!layout->is_single
      && !gradus_space_output_line (scene->space, scene->snapshot->network, layout->i, layout->j, w,
                                    &c))
    return;
  if (w[0] == 0 && w[1] == 0)
    return;
  gboolean is_flat = fabs (w[1]) >= fabs (w[0]);
  for (int end = 0; end < 2; end++)
    {
      double u = is_flat ? (end == 0 ? x->low : x->high) : (end == 0 ? y->low : y->high);
      double v = is_flat ? -(w[0] * u + c) / w[1] : -(w[1] * u + c) / w[0];
      const GradusScale *along = is_flat ? x : y, *over = is_flat ? y : x;
      double at = over->from + (v - over->low) / (over->high - over->low) * (over->to - over->from);
      ends[end][is_flat ? 0 : 1] = gradus_scale_map (along, u);
      ends[end][is_flat ? 1 : 0] = CLAMP (at, -1e5, 1e5);
    }
  gradus_ink_line (ink, ends[0][0], ends[0][1], ends[1][0], ends[1][1], theme->line + 2.4, 0,
                   theme->casing);
  gradus_ink_line (ink, ends[0][0], ends[0][1], ends[1][0], ends[1][1], theme->line, 0,
                   theme->contour);
}

static void
draw_legend (const GradusFigure *figure, GradusInk *ink, const GradusSpaceLayout *layout)
{
  for (int k = 0; k < layout->n_entries; k++)
    {
      int what = layout->entries[k].what;
      double x = layout->entries[k].x, y = layout->entries[k].y, taken = 27;
      g_autofree char *markup = gradus_space_entry_markup (figure, layout, what);
      if (what == GRADUS_SPACE_ENTRY_OUTPUT)
        gradus_ink_line (ink, x, y, x + 20, y, ink->theme->line, 0, ink->theme->contour);
      else if (what == GRADUS_SPACE_ENTRY_NOTE)
        taken = 0;
      else if (what < GRADUS_SPACE_ENTRY_OUTPUT)
        gradus_ink_line (ink, x, y, x + 20, y, 1.5 * ink->theme->hairline, 0,
                         line_color (ink->theme, what == GRADUS_SPACE_ENTRY_X1));
      else
        {
          int class = what - GRADUS_SPACE_ENTRY_CLASS;
          gboolean is_held_out = class >= figure->scene->training->n_classes;
          gradus_mark_draw (ink, is_held_out ? GRADUS_MARK_ANY : class, is_held_out, x + 10, y,
                            4.2);
        }
      gradus_ink_markup (ink, GRADUS_FONT_NOTE,
                         what == GRADUS_SPACE_ENTRY_NOTE ? ink->theme->soft : ink->theme->ink,
                         x + taken, y + gradus_font_drop (GRADUS_FONT_NOTE), 0,
                         layout->entries[k].room - taken, markup);
    }
}

static void
draw_axes (GradusInk *ink, const GradusSpaceLayout *layout, const GradusScene *scene, double width)
{
  const GradusRect *frame = &layout->frame;
  double bottom = frame->y + frame->height;
  gboolean has_z = layout->is_single && scene->space->grid.z != NULL;
  int last = scene->snapshot->network->n_layers;
  g_autofree char *x_name =
      g_strdup_printf ("<i>a</i><sub>%d</sub><sup>[%d]</sup>", layout->i + 1, layout->layer);
  g_autofree char *y_name = has_z ? g_strdup_printf ("<i>z</i><sup>[%d]</sup>", last)
                                  : g_strdup_printf ("<i>a</i><sub>%d</sub><sup>[%d]</sup>",
                                                     layout->j + 1, layout->layer);
  GradusTicks ticks;

  gradus_ink_fit_ticks (ink, GRADUS_FONT_NOTE, &layout->x, TRUE, frame->x - 20, width - 2, &ticks);
  gradus_ink_x_ticks (ink, GRADUS_FONT_NOTE, &ticks, bottom);
  gradus_ink_fit_ticks (ink, GRADUS_FONT_NOTE, &layout->y, FALSE, frame->y - 6, bottom + 6, &ticks);
  gradus_ink_y_ticks (ink, GRADUS_FONT_NOTE, &ticks, frame->x);
  if (layout->is_low)
    gradus_ink_markup (ink, GRADUS_FONT_BODY, ink->theme->ink, frame->x + frame->width + 10,
                       bottom + 19, 0, 0, x_name);
  else
    gradus_ink_markup (ink, GRADUS_FONT_BODY, ink->theme->ink, frame->x + frame->width / 2,
                       bottom + 37, 0.5, 0, x_name);
  gradus_ink_markup (ink, GRADUS_FONT_BODY, ink->theme->ink, layout->name_x,
                     frame->y + frame->height / 2 + gradus_font_drop (GRADUS_FONT_BODY), 0.5, 0,
                     y_name);
}

static void
draw_head (const GradusFigure *figure, GradusInk *ink, const GradusSpaceLayout *layout,
           double width)
{
  double taken = gradus_ink_text (ink, GRADUS_FONT_TITLE, ink->theme->ink, PAD, 23, 0,
                                  width - 2 * PAD, _ ("Hidden space"));
  int n_layers = figure->scene != NULL ? figure->scene->snapshot->network->n_layers - 1 : 0;

  if (layout->layer == 0 || n_layers < 2)
    return;
  g_autofree char *note = g_strdup_printf (_ ("layer %d of %d"), layout->layer, n_layers);
  if (gradus_ink_measure (ink, GRADUS_FONT_NOTE, note) <= width - 2 * PAD - taken - 14)
    gradus_ink_text (ink, GRADUS_FONT_NOTE, ink->theme->soft, PAD + taken + 14, 23, 0, 0, note);
}

static void
draw_plane (GradusInk *ink, const GradusSpaceLayout *layout, const GradusFigure *figure)
{
  const GradusScene *scene = figure->scene;
  const GradusRect *frame = &layout->frame;

  cairo_save (ink->cr);
  cairo_rectangle (ink->cr, frame->x, frame->y, frame->width, frame->height);
  cairo_clip (ink->cr);
  draw_axes_within (ink, layout);
  draw_grid (ink, layout, scene->space);
  draw_examples (ink, layout, figure);
  if (layout->has_line)
    draw_output (ink, layout, scene);
  cairo_restore (ink->cr);
  gradus_ink_outline (ink, frame, 0, ink->theme->frame);
}

void
gradus_hidden_space_draw (const GradusFigure *figure, GradusInk *ink, double width, double height)
{
  GradusSpaceLayout layout;
  gboolean is_there = gradus_space_lay_out (figure, width, height, &layout);

  if (!layout.bare && !layout.is_low)
    draw_head (figure, ink, &layout, width);
  if (!is_there)
    {
      if (figure->scene != NULL && figure->scene->snapshot->network->n_layers < 2)
        gradus_ink_text (ink, GRADUS_FONT_BODY, ink->theme->soft, width / 2, height / 2, 0.5,
                         width - 2 * PAD, figure->captions->no_hidden);
      return;
    }
  if (gradus_rect_is_empty (&layout.frame))
    return;
  draw_plane (ink, &layout, figure);
  if (layout.bare)
    return;
  draw_axes (ink, &layout, figure->scene, width);
  draw_legend (figure, ink, &layout);
}

gboolean
gradus_hidden_space_find (const GradusFigure *figure, double width, double height, double px,
                          double py, GradusTarget *target)
{
  GradusSpaceLayout layout;
  double nearest = REACH;

  if (!gradus_space_lay_out (figure, width, height, &layout)
      || !gradus_rect_contains (&layout.frame, px, py))
    return FALSE;
  const GradusSpaceSet *set = &figure->scene->space->training;
  const float *across = gradus_space_across (&layout, set);
  const float *upwards = gradus_space_upwards (&layout, set);
  for (gsize k = set->n; k-- > 0;) /* of those at one place the one that lies on top */
    {
      double distance = hypot (gradus_scale_map (&layout.x, across[k]) - px,
                               gradus_scale_map (&layout.y, upwards[k]) - py);
      if (distance >= nearest)
        continue;
      nearest = distance;
      *target = (GradusTarget){ .kind = GRADUS_TARGET_EXAMPLE, .example = set->which[k] };
    }
  return nearest < REACH;
}

void
gradus_hidden_space_light (const GradusFigure *figure, GradusInk *ink, double width, double height,
                           const GradusTarget *target)
{
  GradusSpaceLayout layout;

  if (target->kind != GRADUS_TARGET_EXAMPLE
      || !gradus_space_lay_out (figure, width, height, &layout))
    return;
  const GradusSpaceSet *set = &figure->scene->space->training;
  for (gsize k = 0; k < set->n; k++)
    if (set->which[k] == target->example)
      {
        cairo_arc (ink->cr, gradus_scale_map (&layout.x, gradus_space_across (&layout, set)[k]),
                   gradus_scale_map (&layout.y, gradus_space_upwards (&layout, set)[k]),
                   gradus_mark_reach (mark_radius (figure->scene->space, layout.frame.width)) + 2,
                   0, 2 * G_PI);
        gradus_ink_color (ink, ink->theme->ink, 1);
        cairo_set_line_width (ink->cr, 2);
        cairo_stroke (ink->cr);
        return;
      }
}
