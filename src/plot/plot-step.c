/* One step in numbers: the course's equations layer by layer, and their matrices. */
#include "plot/plot-step.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "core/gradient.h"
#include "plot/numerals.h"
#include "plot/step-sheet.h"
#include "plot/step-words.h"

#define TICK 4.0 /* the short arms of a bracket */
#define FONT GRADUS_FONT_NOTE

static GradusNumber
write_value (const GradusStepMatrix *m, double value, double scale, const char *point)
{
  if (value == 0) /* exactly, and not only to so many digits */
    return gradus_number_fixed (0, 0, point);
  return gradus_number_fixed (value * scale, m->decimals, point);
}

static void
draw_bracket (GradusInk *ink, double x, double arm, const GradusRect *box)
{
  double half = ink->theme->hairline / 2;

  cairo_move_to (ink->cr, x + arm, box->y + half);
  cairo_line_to (ink->cr, x, box->y + half);
  cairo_line_to (ink->cr, x, box->y + box->height - half);
  cairo_line_to (ink->cr, x + arm, box->y + box->height - half);
}

static void
draw_brackets (GradusInk *ink, const GradusRect *box)
{
  double half = ink->theme->hairline / 2;

  draw_bracket (ink, box->x + half, TICK, box);
  draw_bracket (ink, box->x + box->width - half, -TICK, box);
  gradus_ink_color (ink, ink->theme->soft, 1);
  cairo_set_line_width (ink->cr, ink->theme->hairline);
  cairo_stroke (ink->cr);
}

static void
draw_factor (GradusInk *ink, const GradusStepMatrix *m)
{
  g_autofree char *markup =
      g_strdup_printf ("10<sup>%s%d</sup> ×", m->exponent < 0 ? "−" : "", ABS (m->exponent));

  gradus_ink_markup (ink, FONT, ink->theme->soft, m->box.x - 5,
                     m->box.y + m->box.height / 2 + gradus_font_drop (FONT), 1, 0, markup);
}

/* The row that stands for those that are not shown. */
static void
draw_dots (GradusInk *ink, const GradusStepMatrix *m)
{
  double y = gradus_step_matrix_row_y (m, m->n_rows) + gradus_font_drop (FONT);

  for (int column = 0; column < m->n_columns; column++)
    gradus_ink_text (ink, FONT, ink->theme->soft, gradus_step_matrix_column_x (m, column) - 3, y, 1,
                     0, "⋮");
}

static void
draw_matrix (GradusInk *ink, GradusNumerals *numerals, const GradusStepMatrix *m)
{
  const char *point = ink->captions->decimal_point;
  double scale = m->exponent != 0 ? pow (10, -m->exponent) : 1;

  draw_brackets (ink, &m->box);
  if (m->exponent != 0)
    draw_factor (ink, m);
  for (int row = 0; row < m->n_rows; row++)
    {
      double y = gradus_step_matrix_row_y (m, row) + gradus_font_drop (FONT);
      for (int column = 0; column < m->n_columns; column++)
        {
          double value = gradus_step_matrix_get (m, row, column);
          GradusNumber number = write_value (m, value, scale, point);
          gradus_numerals_draw (numerals, ink->theme->ink, gradus_step_matrix_column_x (m, column),
                                y, &number);
        }
      if ((gsize) m->n_columns < m->columns)
        gradus_ink_text (ink, FONT, ink->theme->soft, m->box.x + m->box.width - 7, y, 1, 0, "…");
    }
  if (m->n_rows < m->rows)
    draw_dots (ink, m);
}

static double
middle (const GradusRect *rect, GradusFont font)
{
  return rect->y + rect->height / 2 + gradus_font_drop (font);
}

/* As large as there is room for: an equation with an end missing would be another one. */
static void
draw_equation (GradusInk *ink, const GradusStepLine *line)
{
  static const GradusFont fonts[] = { GRADUS_FONT_BODY, GRADUS_FONT_NOTE, GRADUS_FONT_SMALL };
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (fonts)
         && gradus_ink_measure_markup (ink, fonts[i], line->equation) > line->label.width)
    i++;
  gradus_ink_markup (ink, fonts[i], ink->theme->ink, line->label.x, middle (&line->label, fonts[i]),
                     0, 0, line->equation);
}

/* Rows × columns, and how many rows are not shown: under it, or before it on the same line. */
static void
draw_shape (GradusInk *ink, const GradusStepSheet *sheet, const GradusStepLine *line)
{
  const GradusRect *place = &line->place;
  double y = middle (place, FONT), x = place->x, room = place->width;

  if (!sheet->is_narrow)
    {
      gradus_ink_text (ink, FONT, ink->theme->soft, x, y - (line->more != NULL ? 8 : 0), 0, room,
                       line->shape);
      if (line->more != NULL)
        gradus_ink_text (ink, GRADUS_FONT_SMALL, ink->theme->soft, x, y + 8, 0, room, line->more);
      return;
    }
  double taken = gradus_ink_text (ink, FONT, ink->theme->soft, x + room, y, 1, room, line->shape);
  if (line->more != NULL)
    gradus_ink_text (ink, GRADUS_FONT_SMALL, ink->theme->soft, x + room - taken - 8, y, 1, 0,
                     line->more);
}

static void
draw_line (GradusInk *ink, GradusNumerals *numerals, const GradusStepSheet *sheet,
           const GradusStepLine *line)
{
  const GradusRect *label = &line->label;

  if (line->heading != NULL)
    gradus_ink_text (ink, GRADUS_FONT_STRONG, ink->theme->soft, label->x, label->y - 9, 0, 0,
                     line->heading);
  draw_equation (ink, line);
  draw_shape (ink, sheet, line);
  for (int i = 0; i < line->n_matrices; i++)
    {
      if (line->joints[i] != NULL)
        gradus_ink_text (ink, FONT, ink->theme->ink, line->joint_end[i],
                         middle (&line->matrices[i].box, FONT), 1, 0, line->joints[i]);
      draw_matrix (ink, numerals, &line->matrices[i]);
    }
}

/* What the numbers are of. (transfer full) */
static char *
tell_examples (const GradusStep *step)
{
  gsize m = step->m;
  GradusNumber count = gradus_number_count (step->example < 0 ? (gint64) m : step->example + 1);

  if (step->example >= 0)
    return g_strdup_printf (_ ("example %s alone"), count.text);
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s example", "all %s examples", (gulong) m), count.text);
}

/* "epoch 1000 · α = 1.2 · all 400 examples" (transfer full) */
static char *
tell_step (const GradusStep *step, const char *point)
{
  GradusNumber epoch = gradus_number_count (step->snapshot->row.epoch);
  g_autofree char *alpha = gradus_step_words_alpha (step, point);
  g_autofree char *examples = tell_examples (step);

  return g_strdup_printf (_ ("epoch %s · α = %s · %s"), epoch.text, alpha, examples);
}

/* What the step is not, where it is not the one that the run makes; else NULL. (transfer full) */
static char *
tell_difference (const GradusStep *step)
{
  GradusNumber batch = gradus_number_count (step->batch);

  if (step->example >= 0)
    return g_strdup (_ ("as a batch of one: not the step that the run makes"));
  if (step->batch <= 0)
    return NULL;
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "but each update of this run uses a batch of %s",
                   "but each update of this run uses a batch of %s", (gulong) step->batch),
      batch.text);
}

static void
draw_head (const GradusFigure *figure, GradusInk *ink, const GradusStepSheet *sheet, double width)
{
  const GradusStep *step = figure->scene != NULL ? figure->scene->step : NULL;
  const char *point = ink->captions->decimal_point;
  double pad = GRADUS_STEP_PAD, room = fmax (width - 2 * pad, 1);
  double taken = gradus_ink_text (ink, GRADUS_FONT_TITLE, ink->theme->ink, pad, 23, 0, room,
                                  _ ("One step, in numbers"))
                 + 14;

  if (step == NULL)
    return;
  g_autofree char *words = tell_step (step, point);
  g_autofree char *difference = tell_difference (step);
  g_autofree char *both = difference != NULL && !sheet->difference_below
                              ? g_strdup_printf ("%s · %s", words, difference)
                              : g_strdup (words);
  if (sheet->notes_below)
    gradus_ink_text (ink, FONT, ink->theme->soft, pad, 42, 0, room, both);
  else
    gradus_ink_text (ink, FONT, ink->theme->soft, pad + taken, 23, 0, room - taken, both);
  if (sheet->difference_below)
    gradus_ink_text (ink, FONT, ink->theme->soft, pad, sheet->notes_below ? 58 : 42, 0, room,
                     difference);
}

void
gradus_step_draw (const GradusFigure *figure, GradusInk *ink, double width, double height)
{
  g_autoptr (GradusStepSheet) sheet = gradus_step_sheet_new (figure, width);

  GradusNumerals numerals;
  double left, top, right, bottom;

  draw_head (figure, ink, sheet, width);
  gradus_numerals_init (&numerals, ink, FONT);
  cairo_clip_extents (ink->cr, &left, &top, &right, &bottom);
  for (guint i = 0; i < sheet->lines->len; i++)
    {
      const GradusStepLine *line = &g_array_index (sheet->lines, GradusStepLine, i);
      if (line->top < bottom && line->bottom > top)
        draw_line (ink, &numerals, sheet, line);
    }
  gradus_numerals_clear (&numerals);
}

double
gradus_step_natural_height (const GradusFigure *figure, double width)
{
  g_autoptr (GradusStepSheet) sheet = gradus_step_sheet_new (figure, width);

  return sheet->height;
}

gboolean
gradus_step_find (const GradusFigure *figure, double width, double height, double px, double py,
                  GradusTarget *target)
{
  g_autoptr (GradusStepSheet) sheet = gradus_step_sheet_new (figure, width);

  for (guint i = 0; i < sheet->lines->len; i++)
    {
      const GradusStepLine *line = &g_array_index (sheet->lines, GradusStepLine, i);
      for (int k = 0; k < line->n_matrices; k++)
        if (gradus_step_matrix_find (&line->matrices[k], px, py, target))
          return TRUE;
    }
  return FALSE;
}

static void
glow (GradusInk *ink, double x, double y, double width, double height, double alpha)
{
  GradusRect box = { x, y, width, height };

  gradus_ink_round_path (ink, &box, 4);
  gradus_ink_color (ink, ink->theme->train, alpha);
  cairo_fill (ink->cr);
}

/* The unit's row, and in it the number that is meant. */
static void
light_row (GradusInk *ink, const GradusStepMatrix *m, const GradusTarget *target)
{
  double y = gradus_step_matrix_row_y (m, target->unit) - GRADUS_STEP_PITCH / 2;
  gboolean is_number = (target->kind == GRADUS_TARGET_WEIGHT && m->kind == GRADUS_MATRIX_WEIGHTS
                        && target->input < m->n_columns)
                       || (target->kind == GRADUS_TARGET_BIAS && m->kind == GRADUS_MATRIX_BIASES);
  int column = target->kind == GRADUS_TARGET_WEIGHT ? target->input : 0;

  if (target->unit >= m->n_rows)
    return;
  glow (ink, m->box.x, y, m->box.width, GRADUS_STEP_PITCH, 0.16);
  if (is_number)
    glow (ink, gradus_step_matrix_column_x (m, column) - m->cell + 4, y, m->cell + 2,
          GRADUS_STEP_PITCH, 0.3);
}

static void
light_column (GradusInk *ink, const GradusStep *step, const GradusStepMatrix *m, gint64 example)
{
  gint64 column = example - gradus_step_example (step, 0);

  if (m->kind == GRADUS_MATRIX_EXAMPLES && column >= 0 && column < m->n_columns)
    glow (ink, gradus_step_matrix_column_x (m, (int) column) - m->cell + 4, m->box.y, m->cell + 2,
          m->n_rows * GRADUS_STEP_PITCH, 0.16);
}

void
gradus_step_light (const GradusFigure *figure, GradusInk *ink, double width, double height,
                   const GradusTarget *target)
{
  g_autoptr (GradusStepSheet) sheet = gradus_step_sheet_new (figure, width);

  for (guint i = 0; i < sheet->lines->len; i++)
    {
      const GradusStepLine *line = &g_array_index (sheet->lines, GradusStepLine, i);
      for (int k = 0; k < line->n_matrices; k++)
        {
          const GradusStepMatrix *m = &line->matrices[k];
          if (target->kind == GRADUS_TARGET_EXAMPLE)
            light_column (ink, figure->scene->step, m, target->example);
          else if (target->layer == m->layer)
            light_row (ink, m, target);
        }
    }
}

char *
gradus_step_describe (const GradusFigure *figure)
{
  const GradusStep *step = figure->scene != NULL ? figure->scene->step : NULL;

  if (step == NULL)
    return g_strdup (_ ("One step, in numbers: nothing to show yet."));
  const char *point = figure->captions->decimal_point;
  const GradusNetwork *network = step->snapshot->network;
  g_autofree char *words = tell_step (step, point);
  g_autofree char *difference = tell_difference (step);
  GString *sentence = g_string_new (NULL);
  g_string_append_printf (sentence, _ ("One step, in numbers: %s"), words);
  if (difference != NULL)
    g_string_append_printf (sentence, " · %s", difference);
  for (int l = 1; l <= network->n_layers; l++)
    {
      double value = gradus_gradient_norm (network, step->gradient, l);
      GradusNumber norm =
          value == 0 ? gradus_number_fixed (0, 0, point) : gradus_number_cost (value, point);
      g_string_append_printf (sentence, " · ‖dW[%d]‖ = %s", l, norm.text);
    }
  g_string_append_c (sentence, '.');
  return g_string_free (sentence, FALSE);
}
