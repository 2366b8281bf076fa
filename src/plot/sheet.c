/* All plots on one sheet: the plane at the left, cost and hidden units at the right, or one above
 * the other where the sheet is upright. */
#include "plot/sheet.h"

#include <math.h>
#include <string.h>

#include "plot/plot-boundary.h"
#include "plot/plot-cost.h"
#include "plot/plot-units.h"

#define MARGIN 14.0
#define GAP 12.0
#define HEAD 46.0
/* Of the height that cost and units have, the share that the cost keeps however many units there
 * are. */
#define COST_SHARE 0.38

static double
units_height (const GradusFigure *figure, double width, double height)
{
  double wanted = gradus_units_natural_height (figure, width);

  return floor (fmin (wanted, (1 - COST_SHARE) * (height - GAP)));
}

static GradusRect
beside_each_other (const GradusFigure *figure, GradusView view, const GradusRect *body)
{
  double left = floor (fmin (body->height - 24, body->width * 0.57));
  double right = body->width - left - GAP;
  double units = units_height (figure, right, body->height);
  double cost = body->height - units - GAP;

  if (view == GRADUS_VIEW_BOUNDARY)
    return (GradusRect){ body->x, body->y, left, body->height };
  if (view == GRADUS_VIEW_COST)
    return (GradusRect){ body->x + left + GAP, body->y, right, cost };
  return (GradusRect){ body->x + left + GAP, body->y + cost + GAP, right, units };
}

static GradusRect
above_each_other (const GradusFigure *figure, GradusView view, const GradusRect *body)
{
  double boundary = floor (fmin (body->width * 1.05, body->height * 0.5));
  double rest = body->height - boundary - GAP;
  double units = units_height (figure, body->width, rest);
  double cost = rest - units - GAP;

  if (view == GRADUS_VIEW_BOUNDARY)
    return (GradusRect){ body->x, body->y, body->width, boundary };
  if (view == GRADUS_VIEW_COST)
    return (GradusRect){ body->x, body->y + boundary + GAP, body->width, cost };
  return (GradusRect){ body->x, body->y + boundary + cost + 2 * GAP, body->width, units };
}

GradusRect
gradus_sheet_place (const GradusFigure *figure, GradusView view, double width, double height)
{
  GradusRect body = { MARGIN, HEAD, width - 2 * MARGIN, height - HEAD - MARGIN };
  GradusRect place = body.width > body.height * 1.15 ? beside_each_other (figure, view, &body)
                                                     : above_each_other (figure, view, &body);

  place.width = fmax (0, place.width);
  place.height = fmax (0, place.height);
  return place;
}

double
gradus_sheet_natural_height (const GradusFigure *figure, double width)
{
  return floor (width * 0.62);
}

/* A chip, if it still fits in the line. */
static void
add_chip (GradusInk *ink, double *x, double right, GradusColor color, const char *format,
          GradusNumber number)
{
  g_autofree char *words = g_strdup_printf (format, number.text);

  if (*x + gradus_ink_measure (ink, GRADUS_FONT_NOTE, words) + 20 > right)
    return;
  *x += gradus_ink_chip (ink, *x, HEAD / 2, color, words) + 8;
}

static void
draw_head (const GradusFigure *figure, GradusInk *ink, double width)
{
  const GradusCaptions *captions = figure->captions;
  const GradusScene *scene = figure->scene;
  const GradusRow *row = &scene->snapshot->row;
  double x = MARGIN + 2, right = width - MARGIN, y = HEAD / 2;
  const char *point = captions->decimal_point;
  g_autofree char *network = gradus_captions_tell_network (captions, scene->snapshot->network);
  g_autofree char *words = captions->data_name != NULL
                               ? g_strdup_printf ("%s · %s", captions->data_name, network)
                               : g_strdup (network);

  x += gradus_ink_text (ink, GRADUS_FONT_TITLE, ink->theme->ink, x,
                        y + gradus_font_drop (GRADUS_FONT_TITLE), 0, right - x, words)
       + 16;
  add_chip (ink, &x, right, ink->theme->ink, captions->epoch, gradus_number_count (row->epoch));
  add_chip (ink, &x, right, ink->theme->ink, captions->cost, gradus_number_cost (row->cost, point));
  add_chip (ink, &x, right, ink->theme->ink, captions->accuracy,
            gradus_number_percent (row->accuracy, GRADUS_ACCURACY_DECIMALS, point));
  if (scene->snapshot->network->n_layers > 1 && scene->diagnosis != NULL
      && gradus_activation_can_saturate (scene->snapshot->network->activation))
    add_chip (ink, &x, right,
              gradus_units_is_alarming (scene->diagnosis->saturated) ? ink->theme->alarm
                                                                     : ink->theme->ink,
              captions->saturated, gradus_number_percent (scene->diagnosis->saturated, 0, point));
}

void
gradus_sheet_draw (const GradusFigure *figure, GradusInk *ink, double width, double height)
{
  static void (*const draw[]) (const GradusFigure *, GradusInk *, double,
                               double) = { gradus_boundary_draw, gradus_cost_draw,
                                           gradus_units_draw };
  GradusRect whole = { 0, 0, width, height };

  gradus_ink_fill (ink, &whole, ink->theme->sheet);
  if (figure->scene != NULL)
    draw_head (figure, ink, width);
  for (int view = 0; view < (int) G_N_ELEMENTS (draw); view++)
    {
      GradusRect place = gradus_sheet_place (figure, (GradusView) view, width, height);
      if (gradus_rect_is_empty (&place))
        continue;
      cairo_save (ink->cr);
      gradus_ink_round_path (ink, &place, 8);
      gradus_ink_color (ink, ink->theme->paper, 1);
      cairo_fill (ink->cr);
      gradus_ink_outline (ink, &place, 8, ink->theme->frame);
      cairo_rectangle (ink->cr, place.x, place.y, place.width, place.height);
      cairo_clip (ink->cr);
      cairo_translate (ink->cr, place.x, place.y);
      draw[view](figure, ink, place.width, place.height);
      cairo_restore (ink->cr);
    }
}
