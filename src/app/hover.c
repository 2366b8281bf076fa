/* What lies under the pointer on a plot, in words, and a bubble to show them in. */
#include "app/hover.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/numbers.h"
#include "plot/cost-lines.h"
#include "plot/landmark-marks.h"

#define PADDING 6.0f
#define NEAR 3.0
#define DISTANCE 14.0f /* from the pointer, so that it hides nothing */

/* The plane's value at (x1, x2), between the four nodes around it. */
static double
sample (const GradusField *field, int plane, double x1, double x2)
{
  const GradusExtent *extent = &field->extent;
  const float *values = gradus_field_plane (field, plane);
  double u = (x1 - extent->x0) / (extent->x1 - extent->x0) * (field->columns - 1);
  double v = (extent->y1 - x2) / (extent->y1 - extent->y0) * (field->rows - 1);
  int i = CLAMP ((int) floor (v), 0, field->rows - 2);
  int j = CLAMP ((int) floor (u), 0, field->columns - 2);
  double s = CLAMP (u - j, 0.0, 1.0), t = CLAMP (v - i, 0.0, 1.0);
  const float *above = values + (gsize) i * field->columns + j;
  const float *below = above + field->columns;

  return (1 - t) * ((1 - s) * above[0] + s * above[1]) + t * ((1 - s) * below[0] + s * below[1]);
}

static char *
tell_output (const GradusScene *scene, double x1, double x2)
{
  int best = 0;
  double probability = -1;

  if (scene->field->n_planes == 1)
    {
      g_autofree char *p =
          gradus_number_to_text (gradus_sigmoid (sample (scene->field, 0, x1, x2)), 3);
      return g_strdup_printf ("P(y = %s | x) = %s", scene->training->class_names[1], p);
    }
  for (int k = 0; k < scene->field->n_planes; k++)
    {
      double value = sample (scene->field, k, x1, x2);

      if (value > probability)
        {
          probability = value;
          best = k;
        }
    }
  g_autofree char *p = gradus_number_to_text (probability, 3);
  return g_strdup_printf ("P(y = %s | x) = %s", scene->training->class_names[best], p);
}

/* Which example lies there, on a line of its own; else nothing. (transfer full) */
static char *
tell_example (const GradusFigure *figure, double width, double height, double px, double py)
{
  const GradusDataset *data = figure->scene->training;
  GradusTarget target;

  gradus_figure_find (figure, width, height, px, py, &target);
  if (target.kind != GRADUS_TARGET_EXAMPLE)
    return g_strdup ("");
  g_autofree char *number = gradus_count_to_text (target.example + 1);
  return g_strdup_printf (_ ("\nexample %s: y = %s"), number,
                          data->class_names[data->labels[target.example]]);
}

static char *
tell_point (const GradusFigure *figure, double width, double height, double px, double py)
{
  const GradusScene *scene = figure->scene;
  double x1, x2;

  if (scene == NULL || !gradus_figure_to_plane (figure, width, height, px, py, &x1, &x2))
    return NULL;
  /* One digit more than it takes to tell two neighbouring pixels apart would only flicker. */
  int digits = (int) CLAMP (3 - floor (log10 (scene->extent.x1 - scene->extent.x0)), 0, 9);
  g_autofree char *first = gradus_number_to_text (x1, digits);
  g_autofree char *second = gradus_number_to_text (x2, digits);
  g_autofree char *output = tell_output (scene, x1, x2);
  g_autofree char *example = tell_example (figure, width, height, px, py);
  return g_strdup_printf ("%s = %s\n%s = %s\n%s%s", scene->training->feature_names[0], first,
                          scene->training->feature_names[1], second, output, example);
}

/* Landmarks as near as a pointer can be held; "" where there is none. */
static char *
tell_passed (const GradusFigure *figure, double width, double height, double px, double py)
{
  gint64 first = gradus_figure_to_epoch (figure, width, height, px - NEAR, py);
  gint64 last = gradus_figure_to_epoch (figure, width, height, px + NEAR, py);

  return gradus_landmark_marks_tell (figure, first, last >= 0 ? last : G_MAXINT64);
}

static char *
tell_epoch (const GradusFigure *figure, double width, double height, double px, double py)
{
  gint64 epoch = gradus_figure_to_epoch (figure, width, height, px, py);
  const GradusRow *row = NULL;

  if (epoch >= 0 && figure->history != NULL)
    row = gradus_history_find (figure->history, epoch);
  if (row == NULL || (epoch > row->epoch && row == &figure->history->last))
    return NULL;
  g_autofree char *count = gradus_count_to_text (row->epoch);
  g_autofree char *cost = gradus_number_to_text (row->cost, 6);
  g_autofree char *accuracy = gradus_number_to_percent (row->accuracy, 2);
  g_autofree char *landmarks = tell_passed (figure, width, height, px, py);
  g_autofree char *pinned = gradus_cost_lines_tell (figure, epoch);
  g_autofree char *passed = g_strconcat (pinned, landmarks, NULL);
  if (isnan (row->held_out_cost))
    return g_strdup_printf (_ ("Epoch %s\ncost %s\naccuracy %s%s"), count, cost, accuracy, passed);
  g_autofree char *held_cost = gradus_number_to_text (row->held_out_cost, 6);
  g_autofree char *held_accuracy = gradus_number_to_percent (row->held_out_accuracy, 2);
  return g_strdup_printf (_ ("Epoch %s\ncost %s, held out %s\naccuracy %s, held out %s%s"), count,
                          cost, held_cost, accuracy, held_accuracy, passed);
}

char *
gradus_hover_tell (const GradusFigure *figure, double width, double height, double px, double py)
{
  g_return_val_if_fail (figure != NULL, NULL);

  if (figure->view == GRADUS_VIEW_BOUNDARY)
    return tell_point (figure, width, height, px, py);
  if (figure->view == GRADUS_VIEW_COST)
    return tell_epoch (figure, width, height, px, py);
  return gradus_figure_tell (figure, width, height, px, py);
}

void
gradus_hover_snapshot (GtkWidget *widget, GtkSnapshot *snapshot, const char *words, double px,
                       double py)
{
  static const GdkRGBA paper = { 0.1f, 0.1f, 0.12f, 0.9f };
  static const GdkRGBA ink = { 1, 1, 1, 1 };
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, words);
  float right = (float) gtk_widget_get_width (widget);
  float bottom = (float) gtk_widget_get_height (widget);
  int text_width, text_height;
  GskRoundedRect outline;

  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  if ((float) text_width > right - 2 * PADDING) /* a long sentence on a small figure */
    {
      pango_layout_set_width (layout, (int) (right - 2 * PADDING) * PANGO_SCALE);
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_get_pixel_size (layout, &text_width, &text_height);
    }
  float w = (float) text_width + 2 * PADDING, h = (float) text_height + 2 * PADDING;
  /* On the other side of the pointer where this one has no room. */
  float x = (float) px + DISTANCE + w <= right ? (float) px + DISTANCE : (float) px - DISTANCE - w;
  float y = (float) py + DISTANCE + h <= bottom ? (float) py + DISTANCE : (float) py - DISTANCE - h;

  gsk_rounded_rect_init_from_rect (
      &outline, &GRAPHENE_RECT_INIT (MAX (x, 0.0f), MAX (y, 0.0f), w, h), PADDING);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &paper, &outline.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (outline.bounds.origin.x + PADDING,
                                                          outline.bounds.origin.y + PADDING));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}
