/* What a pointer finds in the plane, an example or a unit's line, and how that is lit up. */
#include "plot/boundary-target.h"

#include <math.h>

#include "plot/plot-boundary.h"
#include "plot/unit-lines.h"

/* How far from an example or a line the pointer may be, pixels. */
#define EXAMPLE_REACH 8.0
#define LINE_REACH 4.0
#define RING 8.0

gint64
gradus_boundary_find_example (const GradusScene *scene, const GradusRect *frame, double px,
                              double py)
{
  const GradusDataset *data = scene->training;
  const double *x1 = gradus_dataset_feature (data, 0), *x2 = gradus_dataset_feature (data, 1);
  GradusScale x, y;

  gradus_boundary_scales (scene, frame, &x, &y);
  double at_x = gradus_scale_unmap (&x, px), at_y = gradus_scale_unmap (&y, py);
  double x_pixel = frame->width / (scene->extent.x1 - scene->extent.x0);
  double y_pixel = frame->height / (scene->extent.y1 - scene->extent.y0);
  double nearest = EXAMPLE_REACH * EXAMPLE_REACH;
  gint64 found = -1;
  for (gsize i = 0; i < data->m; i++)
    {
      double dx = (x1[i] - at_x) * x_pixel, dy = (x2[i] - at_y) * y_pixel;
      double distance = dx * dx + dy * dy;
      if (distance <= nearest) /* of several at one place the one that is drawn last */
        {
          nearest = distance;
          found = (gint64) i;
        }
    }
  return found;
}

static double
distance_to_line (double ends[2][2], double px, double py)
{
  double dx = ends[1][0] - ends[0][0], dy = ends[1][1] - ends[0][1];
  double length = dx * dx + dy * dy;
  double t = length > 0 ? ((px - ends[0][0]) * dx + (py - ends[0][1]) * dy) / length : 0;

  t = CLAMP (t, 0, 1);
  return hypot (px - ends[0][0] - t * dx, py - ends[0][1] - t * dy);
}

/* The unit of the first layer whose line is nearest; -1 where there is none. */
static int
find_line (const GradusScene *scene, const GradusRect *frame, double px, double py)
{
  double nearest = LINE_REACH, ends[2][2];
  int found = -1;

  if (!gradus_unit_lines_are_shown (scene))
    return -1;
  for (int j = 0; j < scene->snapshot->network->n[1]; j++)
    if (gradus_unit_line_place (scene, frame, j, ends) && distance_to_line (ends, px, py) < nearest)
      {
        nearest = distance_to_line (ends, px, py);
        found = j;
      }
  return found;
}

/* Where the plane is. Returns: FALSE where there is none. */
static gboolean
find_frame (const GradusFigure *figure, double width, double height, GradusRect *frame)
{
  if (figure->scene == NULL)
    return FALSE;
  *frame = gradus_boundary_frame (figure, width, height);
  return !gradus_rect_is_empty (frame);
}

gboolean
gradus_boundary_find (const GradusFigure *figure, double width, double height, double px, double py,
                      GradusTarget *target)
{
  const GradusScene *scene = figure->scene;
  GradusRect frame;

  if (!find_frame (figure, width, height, &frame) || !gradus_rect_contains (&frame, px, py))
    return FALSE;
  gint64 example = scene->training->m < GRADUS_MANY_EXAMPLES
                       ? gradus_boundary_find_example (scene, &frame, px, py)
                       : -1;
  int unit = example < 0 ? find_line (scene, &frame, px, py) : -1;
  if (example >= 0)
    *target = (GradusTarget){ .kind = GRADUS_TARGET_EXAMPLE, .example = example };
  else if (unit >= 0)
    *target = (GradusTarget){ .kind = GRADUS_TARGET_UNIT, .layer = 1, .unit = unit };
  return example >= 0 || unit >= 0;
}

static void
stroke (GradusInk *ink, double width, GradusColor color)
{
  gradus_ink_color (ink, ink->theme->casing, 1);
  cairo_set_line_width (ink->cr, width + 2.4);
  cairo_stroke_preserve (ink->cr);
  gradus_ink_color (ink, color, 1);
  cairo_set_line_width (ink->cr, width);
  cairo_stroke (ink->cr);
}

void
gradus_boundary_ring (GradusInk *ink, const GradusScene *scene, const GradusRect *frame,
                      gint64 example)
{
  GradusScale x, y;

  if (example < 0 || (gsize) example >= scene->training->m)
    return;
  gradus_boundary_scales (scene, frame, &x, &y);
  cairo_new_sub_path (ink->cr);
  cairo_arc (ink->cr, gradus_scale_map (&x, gradus_dataset_feature (scene->training, 0)[example]),
             gradus_scale_map (&y, gradus_dataset_feature (scene->training, 1)[example]), RING, 0,
             2 * G_PI);
  stroke (ink, 1.8, ink->theme->contour);
}

void
gradus_boundary_light (const GradusFigure *figure, GradusInk *ink, double width, double height,
                       const GradusTarget *target)
{
  const GradusScene *scene = figure->scene;
  GradusRect frame;
  double ends[2][2];

  if (!find_frame (figure, width, height, &frame))
    return;
  cairo_rectangle (ink->cr, frame.x, frame.y, frame.width, frame.height);
  cairo_clip (ink->cr);
  if (target->kind == GRADUS_TARGET_EXAMPLE)
    gradus_boundary_ring (ink, scene, &frame, target->example);
  else if (target->layer == 1 && gradus_unit_lines_are_shown (scene)
           && target->unit < scene->snapshot->network->n[1]
           && gradus_unit_line_place (scene, &frame, target->unit, ends))
    {
      cairo_move_to (ink->cr, ends[0][0], ends[0][1]);
      cairo_line_to (ink->cr, ends[1][0], ends[1][1]);
      stroke (ink, 2, ink->theme->train);
    }
}
