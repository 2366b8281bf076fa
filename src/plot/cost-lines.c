/* The curves of a cost plot, and their names at their ends. */
#include "plot/cost-lines.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "plot/cost-curve.h"
#include "plot/run-name.h"
#include "plot/views.h"

#define GAP 9.0 /* from a curve's end to its name */

gboolean
gradus_cost_has_pins (const GradusFigure *figure)
{
  return figure->pins != NULL && figure->pins->n > 0 && gradus_view_row (figure->view)->has_pins;
}

/* Whether a curve on screen is the pinned one, which it lies upon then. */
static gboolean
is_covered (const GradusFigure *figure, const GradusPin *pin)
{
  for (int i = 0; i < figure->n_runs; i++)
    if (figure->runs[i].spec != NULL && figure->runs[i].history != NULL
        && gradus_pin_is_of (pin, figure->runs[i].spec, figure->runs[i].history))
      return TRUE;
  return figure->n_runs == 0 && figure->spec != NULL && figure->history != NULL
         && gradus_pin_is_of (pin, figure->spec, figure->history);
}

int
gradus_cost_lines_list (const GradusFigure *figure, GradusCostLine lines[GRADUS_MAX_COST_LINES])
{
  const GradusTheme *theme = gradus_theme_get (figure->theme);
  GradusColor faint = gradus_color_mix (theme->soft, theme->paper, 0.4);
  gboolean has_pins = gradus_cost_has_pins (figure);
  int n = 0;

  for (int i = 0; i < MIN (figure->n_runs, GRADUS_MAX_COMPARED); i++)
    if (figure->runs[i].history != NULL)
      lines[n++] = (GradusCostLine){ figure->runs[i].history, FALSE, theme->runs[i],
                                     figure->runs[i].name,    i,     -1 };
  if (figure->n_runs == 0 && figure->history != NULL)
    {
      lines[n++] =
          (GradusCostLine){ figure->history, FALSE, theme->train, figure->captions->train, -1, -1 };
      lines[n++] = (GradusCostLine){
        figure->history, TRUE, theme->held_out, figure->captions->held_out, -1, -1
      };
    }
  for (int i = 0; has_pins && i < figure->pins->n; i++)
    if (!is_covered (figure, &figure->pins->pins[i]))
      lines[n++] = (GradusCostLine){ figure->pins->pins[i].history, FALSE, faint, NULL, -1, i };
  return n;
}

char *
gradus_cost_line_name (const GradusFigure *figure, const GradusCostLine *line)
{
  const GradusSpec *specs[GRADUS_MAX_COMPARED];
  int n = 0;

  if (line->pin < 0)
    return g_strdup (line->name);
  for (int i = 0; i < figure->n_runs; i++)
    if (figure->runs[i].spec != NULL)
      specs[n++] = figure->runs[i].spec;
  if (n == 0 && figure->spec != NULL)
    specs[n++] = figure->spec;
  return gradus_pin_name (figure->pins, line->pin, specs, n, figure->captions->decimal_point);
}

/* A name and where it stands. */
typedef struct
{
  char *text;
  GradusFont font;
  GradusColor color;
  double x, y, width;
  double ground; /* how far what is behind it steps back */
} Name;

/* Where a curve ends, or is cut off; FALSE where it has no row. */
static gboolean
find_end (const GradusCostLine *line, const GradusScale *x, const GradusScale *y, double end[2])
{
  GradusCostPoint point;

  for (gsize i = gradus_history_count (line->history); i > 0; i--)
    {
      const GradusRow *row = gradus_history_get (line->history, i - 1);
      if ((double) row->epoch > x->high || !gradus_cost_point (row, line->held_out, &point))
        continue;
      end[0] =
          line->history->last.epoch > x->high ? x->to : gradus_scale_map (x, (double) row->epoch);
      end[1] = gradus_scale_map (y, point.value);
      return TRUE;
    }
  return FALSE;
}

/* Beside the end of its curve: within the frame or outside of it, but not across its edge unless
 * there is no other room. */
static double
place_name (const GradusRect *frame, double right, double end, double width)
{
  double edge = frame->x + frame->width, x = end + GAP;

  if (x < edge + 4 && x + width > edge - 4)
    x = edge + GAP;
  return fmax (frame->x + 4, fmin (x, right - width));
}

static gboolean
overlap (const Name *a, const Name *b)
{
  return a->x < b->x + b->width + 6 && b->x < a->x + a->width + 6;
}

static int
compare_names (const void *a, const void *b)
{
  const Name *one = a, *other = b;

  return (one->y > other->y) - (one->y < other->y);
}

/* Moves names (y ascending) apart until no two that stand side by side are nearer than a line,
 * within low … high. */
static void
move_apart (Name *names, int n, double line, double low, double high)
{
  for (int round = 0; round < 2 * n; round++)
    for (int i = 0; i < n; i++)
      for (int k = i + 1; k < n; k++)
        {
          double lack = line - (names[k].y - names[i].y);
          if (lack <= 0 || !overlap (&names[i], &names[k]))
            continue;
          names[i].y -= lack / 2;
          names[k].y += lack / 2;
        }
  for (int i = 0; i < n; i++)
    {
      double least = low;
      for (int k = 0; k < i; k++)
        if (overlap (&names[i], &names[k]))
          least = fmax (least, names[k].y + line);
      names[i].y = fmax (names[i].y, least);
    }
  for (int i = n - 1; i >= 0; i--)
    {
      double most = high;
      for (int k = i + 1; k < n; k++)
        if (overlap (&names[i], &names[k]))
          most = fmin (most, names[k].y - line);
      names[i].y = fmin (names[i].y, most);
    }
}

static void
draw_name (GradusInk *ink, const Name *name, double room)
{
  double height = gradus_font_height (name->font);
  GradusRect ground = { name->x - 2, name->y - height / 2, fmin (name->width, room) + 4, height };

  cairo_rectangle (ink->cr, ground.x, ground.y, ground.width, ground.height);
  gradus_ink_color (ink, ink->theme->paper, name->ground);
  cairo_fill (ink->cr);
  gradus_ink_text (ink, name->font, name->color, name->x, name->y + gradus_font_drop (name->font),
                   0, room, name->text);
}

void
gradus_cost_lines_draw_names (const GradusFigure *figure, GradusInk *ink, const GradusRect *frame,
                              double right, const GradusScale *x, const GradusScale *y)
{
  GradusCostLine lines[GRADUS_MAX_COST_LINES];
  Name names[GRADUS_MAX_COST_LINES];
  double line = gradus_font_height (GRADUS_FONT_STRONG), end[2];
  double room = fmax (right - frame->x - 8, 1);
  int n_lines = gradus_cost_lines_list (figure, lines), n = 0;
  double widest = 0; /* of the runs' own names, which stand all within the frame or all outside */

  for (int i = 0; i < n_lines; i++)
    if (lines[i].pin < 0 && find_end (&lines[i], x, y, end))
      widest = fmax (widest, gradus_ink_measure (ink, GRADUS_FONT_STRONG, lines[i].name));
  for (int i = 0; i < n_lines; i++)
    {
      Name *name = &names[n];
      if (!find_end (&lines[i], x, y, end)
          || (lines[i].pin >= 0 && (n + 1) * line > frame->height)) /* the runs' names come first */
        continue;
      name->text = gradus_cost_line_name (figure, &lines[i]);
      name->font = lines[i].pin >= 0 ? GRADUS_FONT_NOTE : GRADUS_FONT_STRONG;
      /* The grid does; a run's curve must not be cut by the name of a pinned one that ended there.
       */
      name->ground = lines[i].pin >= 0 ? 0.6 : 0.85;
      name->color = lines[i].pin >= 0 ? ink->theme->soft : lines[i].color;
      name->width = fmin (gradus_ink_measure (ink, name->font, name->text), room);
      name->x =
          place_name (frame, right, end[0], lines[i].pin < 0 ? fmin (widest, room) : name->width);
      name->y = end[1];
      n++;
    }
  qsort (names, (size_t) n, sizeof names[0], compare_names);
  move_apart (names, n, line, frame->y + line / 2, frame->y + frame->height - line / 2);
  for (int i = 0; i < n; i++)
    {
      draw_name (ink, &names[i], room);
      g_free (names[i].text);
    }
}

char *
gradus_cost_lines_tell (const GradusFigure *figure, gint64 epoch)
{
  GradusCostLine lines[GRADUS_MAX_COST_LINES];
  const char *point = figure->captions->decimal_point;
  GString *text = g_string_new (NULL);
  int n = gradus_cost_lines_list (figure, lines);

  for (int i = 0; i < n; i++)
    {
      const GradusRow *row = gradus_history_find (lines[i].history, epoch);
      if (row == NULL || (lines[i].run < 0 && lines[i].pin < 0)
          || epoch > lines[i].history->last.epoch)
        continue;
      g_autofree char *name = gradus_cost_line_name (figure, &lines[i]);
      GradusNumber cost = gradus_number_fixed (row->cost, 6, point);
      GradusNumber accuracy =
          gradus_number_percent (row->accuracy, GRADUS_ACCURACY_DECIMALS, point);
      GradusNumber count = gradus_number_count (row->epoch);
      /* Translators: a run's name, its cost and its accuracy */
      g_string_append_printf (text, _ ("\n%s: %s, %s"), name, cost.text, accuracy.text);
      if (row->epoch != epoch) /* the nearest that the history keeps */
        g_string_append_printf (text, _ (" (epoch %s)"), count.text);
    }
  return g_string_free (text, FALSE);
}
