/* The paths of one W[l] or b[l]: a curve for each parameter in the colour of its unit, or where
 * they are many a band from the least to the largest with the median in it. */
#include "plot/path-panel.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "plot/cost-curve.h"

#define HEAD 24.0
#define FOOT 26.0
#define LEFT 48.0
#define RIGHT 42.0
#define LINE 1.4  /* of a path: many cross each other */
#define REACH 8.0 /* of a pointer */
#define MOST_DOTS 24

/* A path as a series. */
typedef struct
{
  const GradusPaths *paths;
  gsize path;
} Path;

static gboolean
get_cell (gconstpointer data, gsize i, double *epoch, GradusCostPoint *point)
{
  const Path *self = data;
  GradusPathCell cell = gradus_paths_get (self->paths, i, self->path);

  *epoch = (double) gradus_paths_epoch (self->paths, i);
  *point = (GradusCostPoint){ cell.value, cell.low, cell.high };
  return TRUE;
}

static GradusScale
find_scale (const GradusPathPanel *self)
{
  const GradusRect *frame = &self->plot.frame;
  double low = INFINITY, high = -INFINITY;
  GradusScale scale;

  for (gsize i = 0; i < gradus_paths_count (self->paths); i++)
    for (int p = 0; p < self->group->n_paths; p++)
      {
        GradusPathCell cell = gradus_paths_get (self->paths, i, self->group->at + (gsize) p);
        low = fmin (low, cell.low);
        high = fmax (high, cell.high);
      }
  if (!(low <= high))
    low = high = 0;
  double size = fmax (fabs (low), fabs (high));
  double pad = fmax (0.06 * (high - low), size > 0 ? 1e-3 * size : 1);
  gradus_scale_init (&scale, GRADUS_SCALE_LINEAR, low - pad, high + pad, frame->y + frame->height,
                     frame->y);
  return scale;
}

gboolean
gradus_path_panel_init (GradusPathPanel *self, const GradusFigure *figure, int group,
                        const GradusRect *area)
{
  GradusRect frame = { area->x + LEFT, area->y + HEAD, floor (area->width - LEFT - RIGHT),
                       floor (area->height - HEAD - FOOT) };

  *self = (GradusPathPanel){ .paths = figure->paths,
                             .group = &figure->paths->groups[group],
                             .area = *area };
  if (gradus_rect_is_empty (&frame) || frame.width < 24 || frame.height < 16)
    return FALSE;
  gradus_epoch_plot_init (&self->plot, figure, &frame, area->x, area->x + area->width);
  self->plot.y = find_scale (self);
  return TRUE;
}

/* n[l-1] for a W[l], 1 for a b[l]: paths of one unit. */
static int
paths_a_unit (const GradusPathPanel *self)
{
  return self->group->is_bias ? 1 : self->paths->n_units[self->group->layer - 1];
}

static GradusColor
path_color (const GradusPathPanel *self, const GradusInk *ink, int path)
{
  return ink->theme->classes[path / paths_a_unit (self) % GRADUS_MAX_CLASSES];
}

static double
path_height (const GradusPathPanel *self, gsize column, int path)
{
  return gradus_scale_map (
      &self->plot.y, gradus_paths_get (self->paths, column, self->group->at + (gsize) path).value);
}

/* What a path does within a column is drawn where it goes further than this, in pixels, beyond the
 * straight line to the next column. */
#define SMOOTH 0.75
/* How far, in pixels, a smooth path may be from the line that is drawn for it. */
#define STRAIGHT 0.12
/* A path is stroked while at most one in so many of its columns goes up and down. */
#define ROUGH 8

/* Where the columns are, in pixels. (transfer full) */
static double *
place_columns (const GradusPathPanel *self)
{
  gsize n = gradus_paths_count (self->paths);
  double *x = g_new (double, n);

  for (gsize i = 0; i < n; i++)
    x[i] = gradus_scale_map (&self->plot.x, (double) gradus_paths_epoch (self->paths, i));
  return x;
}

/* The points of a path, in pixels. */
typedef struct
{
  gsize n;
  double *x, *y; /* room for three a column */
} Points;

static void
add_point (Points *self, double x, double y)
{
  self->x[self->n] = x;
  self->y[self->n++] = y;
}

/* Column i between its value and the next column's, with its extremes where they show. Returns:
 * whether they do. */
static gboolean
place_cell (const GradusPathPanel *self, const double *x, gsize i, int path, Points *points)
{
  gsize n = gradus_paths_count (self->paths), next = MIN (i + 1, n - 1);
  GradusPathCell cell = gradus_paths_get (self->paths, i, self->group->at + (gsize) path);
  double y = gradus_scale_map (&self->plot.y, cell.value), end = path_height (self, next, path);
  double top = gradus_scale_map (&self->plot.y, cell.high);
  double bottom = gradus_scale_map (&self->plot.y, cell.low);
  gboolean has_top = top<fmin (y, end) - SMOOTH, has_bottom = bottom> fmax (y, end) + SMOOTH;
  double third = (x[next] - x[i]) / 3;

  add_point (points, x[i], y);
  /* Which of the two comes first is not kept: the one behind which the next column is nearer. */
  if (has_bottom && end < y)
    add_point (points, x[i] + third, bottom);
  if (has_top)
    add_point (points, x[i] + (end < y ? 2 : 1) * third, top);
  if (has_bottom && !(end < y))
    add_point (points, x[i] + 2 * third, bottom);
  return has_top || has_bottom;
}

/* Returns: FALSE where a path goes up and down in many columns. */
static gboolean
place_path (const GradusPathPanel *self, const double *x, int path, Points *points)
{
  gsize n = gradus_paths_count (self->paths), rough = 0;

  for (gsize i = 0; i < n && rough * ROUGH <= n; i++)
    rough += place_cell (self, x, i, path, points);
  return rough * ROUGH <= n;
}

/* A line through the points that leaves out those that lie on it anyway: while one straight line
 * from the last corner can pass all of them, there is no other corner. */
static void
trace_points (cairo_t *cr, const double *x, const double *y, gsize n)
{
  double low = -INFINITY, high = INFINITY; /* the slopes that such a line may have */
  gsize corner = 0;

  cairo_move_to (cr, x[0], y[0]);
  for (gsize i = 1; i < n; i++)
    {
      double dx = x[i] - x[corner], dy = y[i] - y[corner];
      if (!(dx > 0))
        continue;
      low = fmax (low, (dy - STRAIGHT) / dx);
      high = fmin (high, (dy + STRAIGHT) / dx);
      if (low <= high)
        continue;
      corner = i - 1;
      cairo_line_to (cr, x[corner], y[corner]);
      low = (y[i] - y[corner] - STRAIGHT) / (x[i] - x[corner]);
      high = (y[i] - y[corner] + STRAIGHT) / (x[i] - x[corner]);
    }
  cairo_line_to (cr, x[n - 1], y[n - 1]);
}

/* x: of the columns. A smooth path is a stroke of few corners: an outline, which one needs that
 * goes up and down all the time, costs ten times as much, and has a step at each column. */
static void
draw_path (const GradusPathPanel *self, GradusInk *ink, const double *x, int path,
           GradusColor color, double line)
{
  Path data = { self->paths, self->group->at + (gsize) path };
  GradusSeries series = { gradus_paths_count (self->paths), get_cell, &data };
  g_autofree double *xs = g_new (double, 3 * series.n);
  g_autofree double *ys = g_new (double, 3 * series.n);
  Points points = { 0, xs, ys };

  if (series.n < 2 || !place_path (self, x, path, &points))
    {
      gradus_series_draw (ink, &series, &self->plot.x, &self->plot.y, color, line);
      return;
    }
  trace_points (ink->cr, points.x, points.y, points.n);
  gradus_ink_color (ink, color, 1);
  cairo_set_line_width (ink->cr, line);
  cairo_set_line_join (ink->cr, CAIRO_LINE_JOIN_BEVEL);
  cairo_stroke (ink->cr);
}

/* From the least to the largest; the paths of a folded group are least, median, largest. */
static void
draw_band (const GradusPathPanel *self, GradusInk *ink)
{
  gsize n = gradus_paths_count (self->paths);

  for (gsize k = 0; k < 2 * n; k++)
    {
      gsize i = k < n ? k : 2 * n - 1 - k;
      GradusPathCell cell = gradus_paths_get (self->paths, i, self->group->at + (k < n ? 0 : 2));
      cairo_line_to (ink->cr,
                     gradus_scale_map (&self->plot.x, (double) gradus_paths_epoch (self->paths, i)),
                     gradus_scale_map (&self->plot.y, k < n ? cell.low : cell.high));
    }
  cairo_close_path (ink->cr);
  gradus_ink_color (ink, ink->theme->train, 0.22);
  cairo_fill (ink->cr);
}

static void
draw_paths (const GradusPathPanel *self, GradusInk *ink)
{
  g_autofree double *x = place_columns (self);

  gradus_epoch_plot_clip (&self->plot, ink);
  if (self->group->is_folded)
    {
      draw_band (self, ink);
      for (int p = 0; p < 3; p++)
        draw_path (self, ink, x, p, ink->theme->train, p == 1 ? ink->theme->line : 1);
    }
  else
    for (int p = self->group->n_paths - 1; p >= 0; p--)
      draw_path (self, ink, x, p, path_color (self, ink, p), LINE);
  cairo_restore (ink->cr);
}

/* "w₁₂", "b₁". (transfer full) */
static char *
name_path (const GradusPathPanel *self, int path)
{
  int n = paths_a_unit (self);

  if (self->group->is_bias)
    return g_strdup_printf ("<i>b</i><sub>%d</sub>", path + 1);
  return g_strdup_printf (n > 9 || self->group->n / (gsize) n > 9 ? "<i>w</i><sub>%d,%d</sub>"
                                                                  : "<i>w</i><sub>%d%d</sub>",
                          path / n + 1, path % n + 1);
}

/* Returns: whether there was room for them. */
static gboolean
draw_names (const GradusPathPanel *self, GradusInk *ink)
{
  gsize last = gradus_paths_count (self->paths) - 1;
  double x = gradus_scale_map (&self->plot.x, (double) gradus_paths_epoch (self->paths, last));
  GradusEndNames names = { 0 };

  if (self->group->is_folded)
    return FALSE;
  for (int p = 0; p < self->group->n_paths; p++)
    gradus_end_names_add (&names, name_path (self, p), x, path_height (self, last, p),
                          path_color (self, ink, p));
  return gradus_end_names_draw (&names, ink, &self->plot.frame, RIGHT - 8);
}

/* Whose colour is whose, where the curves have no names: "unit 1 2 3". Returns: the markup
 * (transfer full), NULL where colours repeat. */
static char *
list_units (const GradusPathPanel *self, const GradusInk *ink)
{
  int n = (int) (self->group->n / (gsize) paths_a_unit (self));

  if (n > GRADUS_MAX_CLASSES || n < 2)
    return NULL;
  GString *markup = g_string_new (NULL);
  g_autofree char *word = g_markup_escape_text (_ ("unit"), -1);
  g_string_append (markup, word);
  for (int j = 0; j < n; j++)
    g_string_append_printf (markup, " <span foreground=\"#%06x\" weight=\"bold\">%d</span>",
                            gradus_ink_word_color (ink, ink->theme->classes[j]), j + 1);
  return g_string_free (markup, FALSE);
}

/* What stands beside the name: what the curves are. (transfer full), or NULL. */
static char *
make_note (const GradusPathPanel *self, const GradusInk *ink, gboolean has_names)
{
  if (!self->group->is_folded)
    return has_names ? NULL : list_units (self, ink);
  GradusNumber n = gradus_number_count ((gint64) self->group->n);
  const char *words = self->group->is_bias ? _ ("%s biases: least to largest, median")
                                           : _ ("%s weights: least to largest, median");
  g_autofree char *text = g_strdup_printf (words, n.text);
  return g_markup_escape_text (text, -1);
}

static void
draw_title (const GradusPathPanel *self, GradusInk *ink, gboolean has_names)
{
  const GradusPathGroup *group = self->group;
  g_autofree char *note = make_note (self, ink, has_names);
  g_autofree char *name = group->is_bias
                              ? g_strdup_printf ("<i>b</i> <sup>[%d]</sup>", group->layer)
                              : g_strdup_printf ("<i>W</i> <sup>[%d]</sup>", group->layer);
  double x = self->area.x + 4;
  double taken = gradus_ink_markup (ink, GRADUS_FONT_STRONG, ink->theme->ink, x, self->area.y + 15,
                                    0, self->area.width, name);

  if (note != NULL && self->area.width - taken > 60)
    gradus_ink_markup (ink, GRADUS_FONT_SMALL, ink->theme->soft, x + taken + 10, self->area.y + 15,
                       0, self->area.width - taken - 14, note);
}

/* The exact numbers of the shown epoch, as dots. */
static void
draw_dots (const GradusPathPanel *self, const GradusFigure *figure, GradusInk *ink)
{
  const GradusSnapshot *snapshot = figure->scene->snapshot;
  double x = gradus_scale_map (&self->plot.x, (double) snapshot->row.epoch);

  if (self->group->is_folded || self->group->n_paths > MOST_DOTS
      || self->group->first + self->group->n > snapshot->network->n_parameters)
    return;
  for (int p = 0; p < self->group->n_paths; p++)
    {
      double value = snapshot->network->parameters[self->group->first + (gsize) p];
      cairo_arc (ink->cr, x, gradus_scale_map (&self->plot.y, value), 2.5, 0, 2 * G_PI);
      gradus_ink_color (ink, path_color (self, ink, p), 1);
      cairo_fill (ink->cr);
    }
}

void
gradus_path_panel_draw (const GradusPathPanel *self, const GradusFigure *figure, GradusInk *ink,
                        gboolean is_first)
{
  const GradusRect *frame = &self->plot.frame;
  double zero = gradus_scale_map (&self->plot.y, 0);

  gradus_epoch_plot_draw_plateau (&self->plot, figure, ink);
  gradus_epoch_plot_draw_axes (&self->plot, ink);
  if (zero > frame->y && zero < frame->y + frame->height)
    gradus_ink_line (ink, frame->x, zero, frame->x + frame->width, zero, ink->theme->hairline, 0,
                     ink->theme->marker);
  draw_paths (self, ink);
  gradus_ink_outline (ink, frame, 0, ink->theme->frame);
  draw_title (self, ink, draw_names (self, ink));
  if (is_first)
    gradus_epoch_plot_name_plateau (&self->plot, figure, ink);
  if (gradus_epoch_plot_draw_marker (&self->plot, figure, ink, FALSE))
    draw_dots (self, figure, ink);
}

gsize
gradus_path_panel_column (const GradusPathPanel *self, double epoch)
{
  const GradusPaths *paths = self->paths;
  gsize low = 0, high = gradus_paths_count (paths);

  while (high - low > 1)
    {
      gsize middle = (low + high) / 2;
      if ((double) gradus_paths_epoch (paths, middle) <= epoch)
        low = middle;
      else
        high = middle;
    }
  return low;
}

int
gradus_path_panel_find (const GradusPathPanel *self, double px, double py)
{
  gsize n = gradus_paths_count (self->paths);
  double nearest = REACH, epoch = gradus_scale_unmap (&self->plot.x, px);
  gsize i = gradus_path_panel_column (self, epoch), next = MIN (i + 1, n - 1);
  double a = (double) gradus_paths_epoch (self->paths, i);
  double b = (double) gradus_paths_epoch (self->paths, next);
  double t = b > a ? CLAMP ((epoch - a) / (b - a), 0, 1) : 0;
  int found = -1;

  if (self->group->is_folded)
    return -1;
  for (int p = 0; p < self->group->n_paths; p++)
    {
      double y = (1 - t) * path_height (self, i, p) + t * path_height (self, next, p);
      if (fabs (y - py) < nearest)
        {
          nearest = fabs (y - py);
          found = p;
        }
    }
  return found;
}

void
gradus_path_panel_light (const GradusPathPanel *self, GradusInk *ink, int path)
{
  g_autofree double *x = place_columns (self);

  gradus_epoch_plot_clip (&self->plot, ink);
  draw_path (self, ink, x, path, ink->theme->paper, 6);
  draw_path (self, ink, x, path, path_color (self, ink, path), 3.5);
  cairo_restore (ink->cr);
}
