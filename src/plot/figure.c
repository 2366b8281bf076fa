/* A figure: which plot is drawn, and what lies where in it. */
#include "plot/figure.h"

#include <math.h>

#include "plot/boundary-target.h"
#include "plot/ink.h"
#include "plot/plot-boundary.h"
#include "plot/plot-compare.h"
#include "plot/plot-cost.h"
#include "plot/plot-examples.h"
#include "plot/sheet.h"
#include "plot/views.h"

void
gradus_figure_init (GradusFigure *self, GradusView view, const GradusCaptions *captions)
{
  g_return_if_fail (self != NULL);

  *self = (GradusFigure){ .view = view,
                          .sweep_measure = GRADUS_SWEEP_ACCURACY,
                          .captions = captions,
                          .log_cost = TRUE,
                          .layer = 1,
                          .first_unit = 1,
                          .second_unit = 2,
                          .type = 1,
                          .only = -1 };
}

static double
find_type (const GradusFigure *self)
{
  return self->type > 0 ? self->type : 1;
}

/* Large type is the figure of a smaller size seen through a glass: whatever copes with little room
 * copes with large letters. Divides the lengths (px and py may be NULL). Returns: the figure as it
 * is laid out. */
static GradusFigure
lay_under_glass (const GradusFigure *self, double *width, double *height, double *px, double *py)
{
  GradusFigure inner = *self;
  double *lengths[] = { width, height, px, py };
  double type = find_type (self);

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    if (lengths[i] != NULL)
      *lengths[i] /= type;
  inner.density = (self->density > 0 ? self->density : 1) * type;
  inner.type = 1;
  return inner;
}

double
gradus_figure_type_from_afar (double width, double height)
{
  return fmin (width, height) / 1080 * 24 / gradus_font_size (GRADUS_FONT_SMALL);
}

void
gradus_figure_draw (const GradusFigure *self, cairo_t *cr, double width, double height)
{
  GradusInk ink;
  GradusRect whole = { 0, 0, width, height };

  g_return_if_fail (self != NULL && self->captions != NULL && cr != NULL);
  if (!isfinite (width) || !isfinite (height) || gradus_rect_is_empty (&whole))
    return;

  gradus_ink_init (&ink, cr, gradus_theme_get (self->theme), self->captions);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  gradus_ink_fill (&ink, &whole, ink.theme->paper);
  GradusFigure inner = lay_under_glass (self, &width, &height, NULL, NULL);
  gradus_ink_set_type (&ink, find_type (self));
  gradus_view_row (self->view)->draw (&inner, &ink, width, height);
  gradus_ink_clear (&ink);
}

/* Where the plot of the view stands in this figure. Returns: FALSE where it has none. */
static gboolean
find_plot (const GradusFigure *self, GradusView view, double width, double height,
           GradusRect *place)
{
  if (!(width > 0 && height > 0))
    return FALSE;
  if (self->view == GRADUS_VIEW_WINDOW)
    *place = gradus_sheet_place (self, view, width, height);
  else
    *place = (GradusRect){ 0, 0, width, height };
  return self->view == GRADUS_VIEW_WINDOW || self->view == view;
}

cairo_surface_t *
gradus_figure_prepare_examples (const GradusFigure *self, double width, double height, double scale)
{
  GradusRect place, frame = { 0 };

  g_return_val_if_fail (self != NULL && scale > 0, NULL);
  GradusFigure inner = lay_under_glass (self, &width, &height, NULL, NULL);
  if (self->view == GRADUS_VIEW_COMPARE)
    frame = gradus_compare_frame (&inner, width, height);
  else if (find_plot (&inner, GRADUS_VIEW_BOUNDARY, width, height, &place))
    frame = gradus_boundary_frame (&inner, place.width, place.height);
  return gradus_examples_prepare (&inner, &frame, scale * find_type (self));
}

double
gradus_figure_natural_height (const GradusFigure *self, double width)
{
  g_return_val_if_fail (self != NULL, 0);
  const GradusViewRow *row = gradus_view_row (self->view);

  if (row->natural_height == NULL)
    return 0;
  GradusFigure inner = lay_under_glass (self, &width, NULL, NULL, NULL);
  return ceil (row->natural_height (&inner, width) * find_type (self));
}

double
gradus_figure_least_height (const GradusFigure *self, double width)
{
  g_return_val_if_fail (self != NULL, 0);
  const GradusViewRow *row = gradus_view_row (self->view);

  if (row->least_height == NULL)
    return gradus_figure_natural_height (self, width);
  GradusFigure inner = lay_under_glass (self, &width, NULL, NULL, NULL);
  return ceil (row->least_height (&inner, width) * find_type (self));
}

char *
gradus_figure_describe (const GradusFigure *self)
{
  g_return_val_if_fail (self != NULL && self->captions != NULL, NULL);

  return gradus_view_row (self->view)->describe (self);
}

gboolean
gradus_figure_find (const GradusFigure *self, double width, double height, double px, double py,
                    GradusTarget *target)
{
  g_return_val_if_fail (self != NULL && target != NULL, FALSE);
  const GradusViewRow *row = gradus_view_row (self->view);

  *target = (GradusTarget){ .kind = GRADUS_TARGET_NONE };
  GradusFigure inner = lay_under_glass (self, &width, &height, &px, &py);
  return row->find != NULL && row->find (&inner, width, height, px, py, target);
}

char *
gradus_figure_tell (const GradusFigure *self, double width, double height, double px, double py)
{
  g_return_val_if_fail (self != NULL && self->captions != NULL, NULL);
  const GradusViewRow *row = gradus_view_row (self->view);

  GradusFigure inner = lay_under_glass (self, &width, &height, &px, &py);
  return row->tell != NULL ? row->tell (&inner, width, height, px, py) : NULL;
}

void
gradus_figure_light (const GradusFigure *self, cairo_t *cr, double width, double height,
                     const GradusTarget *target)
{
  GradusInk ink;

  g_return_if_fail (self != NULL && cr != NULL && target != NULL);
  const GradusViewRow *row = gradus_view_row (self->view);

  if (target->kind == GRADUS_TARGET_NONE || row->light == NULL)
    return;
  gradus_ink_init (&ink, cr, gradus_theme_get (self->theme), self->captions);
  GradusFigure inner = lay_under_glass (self, &width, &height, NULL, NULL);
  gradus_ink_set_type (&ink, find_type (self));
  row->light (&inner, &ink, width, height, target);
  gradus_ink_clear (&ink);
}

gboolean
gradus_figure_to_plane (const GradusFigure *self, double width, double height, double px, double py,
                        double *x1, double *x2)
{
  GradusRect place;
  GradusScale x, y;

  g_return_val_if_fail (self != NULL && x1 != NULL && x2 != NULL, FALSE);
  GradusFigure inner = lay_under_glass (self, &width, &height, &px, &py);
  if (self->scene == NULL || !find_plot (&inner, GRADUS_VIEW_BOUNDARY, width, height, &place))
    return FALSE;
  GradusRect frame = gradus_boundary_frame (&inner, place.width, place.height);
  if (gradus_rect_is_empty (&frame) || !gradus_rect_contains (&frame, px - place.x, py - place.y))
    return FALSE;
  gradus_boundary_scales (self->scene, &frame, &x, &y);
  *x1 = gradus_scale_unmap (&x, px - place.x);
  *x2 = gradus_scale_unmap (&y, py - place.y);
  return TRUE;
}

gint64
gradus_figure_to_example (const GradusFigure *self, double width, double height, double px,
                          double py)
{
  GradusRect place;

  g_return_val_if_fail (self != NULL, -1);
  GradusFigure inner = lay_under_glass (self, &width, &height, &px, &py);
  if (self->scene == NULL || !find_plot (&inner, GRADUS_VIEW_BOUNDARY, width, height, &place))
    return -1;
  GradusRect frame = gradus_boundary_frame (&inner, place.width, place.height);
  if (gradus_rect_is_empty (&frame) || !gradus_rect_contains (&frame, px - place.x, py - place.y))
    return -1;
  return gradus_boundary_find_example (self->scene, &frame, px - place.x, py - place.y);
}

gint64
gradus_figure_to_epoch (const GradusFigure *self, double width, double height, double px, double py)
{
  GradusRect place, frame;
  GradusScale epochs;

  g_return_val_if_fail (self != NULL, -1);
  GradusFigure inner = lay_under_glass (self, &width, &height, &px, &py);
  const GradusViewRow *row =
      gradus_view_row (self->view == GRADUS_VIEW_WINDOW ? GRADUS_VIEW_COST : self->view);
  if (row->epochs == NULL || self->history == NULL || gradus_history_count (self->history) == 0
      || !(width > 0 && height > 0))
    return -1;
  place = (GradusRect){ 0, 0, width, height };
  if (self->view == GRADUS_VIEW_WINDOW)
    place = gradus_sheet_place (&inner, GRADUS_VIEW_COST, width, height);
  if (!row->epochs (&inner, place.width, place.height, px - place.x, py - place.y, &frame, &epochs)
      || !gradus_rect_contains (&frame, px - place.x, py - place.y))
    return -1;
  return (gint64) (gradus_scale_unmap (&epochs, px - place.x) + 0.5);
}

gboolean
gradus_figure_epochs (const GradusFigure *self, double width, double height, double px, double py,
                      GradusRect *frame, GradusScale *epochs)
{
  g_return_val_if_fail (self != NULL && frame != NULL && epochs != NULL, FALSE);
  const GradusViewRow *row = gradus_view_row (self->view);
  double type = find_type (self);

  if (row->epochs == NULL)
    return FALSE;
  GradusFigure inner = lay_under_glass (self, &width, &height, &px, &py);
  if (!row->epochs (&inner, width, height, px, py, frame, epochs) || gradus_rect_is_empty (frame))
    return FALSE;
  *frame =
      (GradusRect){ frame->x * type, frame->y * type, frame->width * type, frame->height * type };
  epochs->from *= type;
  epochs->to *= type;
  return TRUE;
}
