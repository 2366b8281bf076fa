/* Each parameter's path over the epochs: where the plots of W[l] and b[l] stand, and what is said
 * of them. */
#include "plot/plot-parameters.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "plot/network-words.h"
#include "plot/path-panel.h"

#define PAD 14.0
#define HEAD 34.0
#define GAP 6.0
#define MORE 22.0       /* the line that counts what is not shown */
#define WIDE 480.0      /* from here on W and b stand side by side */
#define VERY_WIDE 860.0 /* and here those of two layers, where the height is low */
#define GOOD_ROW 170.0
#define LOW_ROW 150.0
#define LEAST_ROW 92.0

typedef struct
{
  int first, n;          /* groups that are to be shown */
  int n_columns, n_rows; /* that there is room for */
  double head, row;      /* heights */
} Layout;

/* Whether there is a table, of the network that is on screen. */
static gboolean
has_paths (const GradusFigure *figure)
{
  return figure->paths != NULL && figure->history != NULL && figure->scene != NULL
         && gradus_paths_count (figure->paths) > 0
         && figure->paths->n_groups == 2 * figure->scene->snapshot->network->n_layers;
}

static void
choose_groups (const GradusFigure *figure, double width, Layout *layout)
{
  int n_layers = figure->scene->snapshot->network->n_layers;
  gboolean is_one = figure->paths_layer >= 1 && figure->paths_layer <= n_layers;

  layout->first = is_one ? 2 * (figure->paths_layer - 1) : 0;
  layout->n = is_one ? 2 : 2 * n_layers;
  layout->n_columns = width >= WIDE ? 2 : 1;
  layout->n_rows = layout->n / layout->n_columns;
}

/* Two layers in a row. */
static void
choose_low (double width, Layout *layout)
{
  if (width < VERY_WIDE || layout->n_rows < 2)
    return;
  layout->n_columns = 4;
  layout->n_rows = (layout->n + 3) / 4;
}

static Layout
find_layout (const GradusFigure *figure, double width, double height)
{
  Layout layout = { 0 };

  choose_groups (figure, width, &layout);
  if (height < HEAD + layout.n_rows * GOOD_ROW)
    choose_low (width, &layout);
  layout.head = height < 120 ? 4 : HEAD;
  double room = height - layout.head - PAD / 2;
  if (layout.n_rows * LEAST_ROW > room)
    layout.n_rows = CLAMP ((int) ((room - MORE) / LEAST_ROW), 1, layout.n_rows);
  if (layout.n_rows * layout.n_columns < layout.n)
    room -= MORE;
  layout.row = room / layout.n_rows;
  return layout;
}

/* The area of the i-th plot: of the two of a layer the one of the weights is wider. */
static GradusRect
find_area (const Layout *layout, int i, double width)
{
  int n_pairs = MAX (layout->n_columns / 2, 1);
  double inner = (width - PAD) / n_pairs, y = layout->head + i / layout->n_columns * layout->row;
  double left = layout->n_columns > 1 ? floor (0.56 * inner) : inner;
  double x = PAD / 2 + i / 2 % n_pairs * inner;

  if (layout->n_columns == 1 || i % 2 == 0)
    return (GradusRect){ x, y, left - GAP, layout->row - GAP };
  return (GradusRect){ x + left + GAP, y, inner - left - GAP, layout->row - GAP };
}

double
gradus_parameters_natural_height (const GradusFigure *figure, double width)
{
  Layout layout;

  if (figure->scene == NULL)
    return HEAD + GOOD_ROW + PAD;
  choose_groups (figure, width, &layout);
  return ceil (HEAD + layout.n_rows * GOOD_ROW + PAD / 2);
}

double
gradus_parameters_least_height (const GradusFigure *figure, double width)
{
  Layout layout;

  if (figure->scene == NULL)
    return HEAD + LOW_ROW + PAD;
  choose_groups (figure, width, &layout);
  choose_low (width, &layout);
  return ceil (HEAD + layout.n_rows * LOW_ROW + PAD / 2);
}

static void
draw_more (const GradusFigure *figure, const Layout *layout, GradusInk *ink, double width,
           double height)
{
  int n = layout->n - layout->n_rows * layout->n_columns;
  g_autofree char *words = NULL;

  if (n <= 0)
    return;
  words = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "and %d plot more", "and %d plots more", (gulong) n), n);
  gradus_ink_text (ink, GRADUS_FONT_NOTE, ink->theme->soft, PAD, height - 10, 0, width - 2 * PAD,
                   words);
}

void
gradus_parameters_draw (const GradusFigure *figure, GradusInk *ink, double width, double height)
{
  if (height >= 120)
    gradus_ink_text (ink, GRADUS_FONT_TITLE, ink->theme->ink, PAD, 23, 0, width - 2 * PAD,
                     _ ("Parameters"));
  if (!has_paths (figure))
    return;
  Layout layout = find_layout (figure, width, height);
  for (int i = 0; i < MIN (layout.n, layout.n_rows * layout.n_columns); i++)
    {
      GradusRect area = find_area (&layout, i, width);
      GradusPathPanel panel;
      if (gradus_path_panel_init (&panel, figure, layout.first + i, &area))
        gradus_path_panel_draw (&panel, figure, ink, i == 0);
    }
  draw_more (figure, &layout, ink, width, height);
}

/* The plot around the point. */
static gboolean
find_panel (const GradusFigure *figure, double width, double height, double px, double py,
            GradusPathPanel *panel)
{
  if (!has_paths (figure) || !(width > 0 && height > 0))
    return FALSE;
  Layout layout = find_layout (figure, width, height);
  for (int i = 0; i < MIN (layout.n, layout.n_rows * layout.n_columns); i++)
    {
      GradusRect area = find_area (&layout, i, width);
      if (px >= area.x && px <= area.x + area.width && py >= area.y && py <= area.y + area.height)
        return gradus_path_panel_init (panel, figure, layout.first + i, &area);
    }
  return FALSE;
}

gboolean
gradus_parameters_epochs (const GradusFigure *figure, double width, double height, double px,
                          double py, GradusRect *frame, GradusScale *epochs)
{
  GradusPathPanel panel;

  if (!find_panel (figure, width, height, px, py, &panel))
    return FALSE;
  *frame = panel.plot.frame;
  *epochs = panel.plot.x;
  return TRUE;
}

gboolean
gradus_parameters_find (const GradusFigure *figure, double width, double height, double px,
                        double py, GradusTarget *target)
{
  GradusPathPanel panel;

  if (!find_panel (figure, width, height, px, py, &panel))
    return FALSE;
  int path = gradus_path_panel_find (&panel, px, py);
  if (path < 0)
    return FALSE;
  int layer = panel.group->layer, n_before = figure->paths->n_units[layer - 1];
  if (panel.group->is_bias)
    *target = (GradusTarget){ .kind = GRADUS_TARGET_BIAS, .layer = layer, .unit = path };
  else
    *target = (GradusTarget){ .kind = GRADUS_TARGET_WEIGHT,
                              .layer = layer,
                              .unit = path / n_before,
                              .input = path % n_before };
  return TRUE;
}

/* What a folded group does in a column, line by line. */
static char *
tell_fold (const GradusPathPanel *panel, gsize column, const char *point)
{
  GradusNumber numbers[3];

  for (int p = 0; p < 3; p++)
    numbers[p] = gradus_number_exact (
        gradus_paths_get (panel->paths, column, panel->group->at + (gsize) p).value, point);
  return g_strdup_printf (_ ("least %s\nmedian %s\nlargest %s"), numbers[0].text, numbers[1].text,
                          numbers[2].text);
}

char *
gradus_parameters_tell (const GradusFigure *figure, double width, double height, double px,
                        double py)
{
  gint64 epoch = gradus_figure_to_epoch (figure, width, height, px, py);
  const char *point = figure->captions->decimal_point;
  GradusPathPanel panel;
  GradusTarget target;

  if (epoch < 0 || !find_panel (figure, width, height, px, py, &panel) || epoch > panel.paths->last)
    return NULL;
  gsize column = gradus_path_panel_column (&panel, (double) epoch);
  GradusNumber count = gradus_number_count (gradus_paths_epoch (panel.paths, column));
  if (panel.group->is_folded)
    {
      g_autofree char *fold = tell_fold (&panel, column, point);
      return g_strdup_printf (_ ("Epoch %s\n%s"), count.text, fold);
    }
  int path = gradus_path_panel_find (&panel, px, py);
  if (path < 0 || !gradus_parameters_find (figure, width, height, px, py, &target))
    return g_strdup_printf (_ ("Epoch %s"), count.text);
  g_autofree char *name = gradus_network_name (figure->scene, &target);
  GradusNumber value = gradus_number_exact (
      gradus_paths_get (panel.paths, column, panel.group->at + (gsize) path).value, point);
  return g_strdup_printf (_ ("Epoch %s\n%s = %s"), count.text, name, value.text);
}

/* Whether a path is of what is lit: the parameter itself, or any of a lit unit. */
static gboolean
is_lit (const GradusPathPanel *panel, int path, const GradusTarget *target)
{
  int n = panel->group->is_bias ? 1 : panel->paths->n_units[panel->group->layer - 1];

  if (panel->group->is_folded || panel->group->layer != target->layer || path / n != target->unit)
    return FALSE;
  return target->kind == GRADUS_TARGET_UNIT
         || (target->kind == GRADUS_TARGET_BIAS && panel->group->is_bias)
         || (target->kind == GRADUS_TARGET_WEIGHT && !panel->group->is_bias
             && path % n == target->input);
}

void
gradus_parameters_light (const GradusFigure *figure, GradusInk *ink, double width, double height,
                         const GradusTarget *target)
{
  if (!has_paths (figure))
    return;
  Layout layout = find_layout (figure, width, height);
  for (int i = 0; i < MIN (layout.n, layout.n_rows * layout.n_columns); i++)
    {
      GradusRect area = find_area (&layout, i, width);
      GradusPathPanel panel;
      if (!gradus_path_panel_init (&panel, figure, layout.first + i, &area))
        continue;
      for (int p = 0; p < panel.group->n_paths; p++)
        if (is_lit (&panel, p, target))
          gradus_path_panel_light (&panel, ink, p);
    }
}

/* "W[1] from −0.02 to 3.1" at the shown epoch. */
static void
tell_group (const GradusPathGroup *group, const GradusNetwork *network, const char *point,
            GString *words)
{
  double low = INFINITY, high = -INFINITY;

  for (gsize i = group->first; i < group->first + group->n; i++)
    {
      low = fmin (low, network->parameters[i]);
      high = fmax (high, network->parameters[i]);
    }
  GradusNumber from = gradus_number_cost (low, point), to = gradus_number_cost (high, point);
  if (group->n == 1)
    g_string_append_printf (words, "%s[%d] %s", group->is_bias ? "b" : "W", group->layer,
                            from.text);
  else
    g_string_append_printf (words, _ ("%s[%d] from %s to %s"), group->is_bias ? "b" : "W",
                            group->layer, from.text, to.text);
}

char *
gradus_parameters_describe (const GradusFigure *figure)
{
  const char *point = figure->captions->decimal_point;

  if (!has_paths (figure))
    return g_strdup (_ ("Parameters: nothing to show yet."));
  GradusNumber epoch = gradus_number_count (figure->scene->snapshot->row.epoch);
  GString *words = g_string_new (NULL);
  Layout layout;
  choose_groups (figure, WIDE, &layout);
  g_string_append_printf (words, _ ("Parameters at epoch %s: "), epoch.text);
  for (int i = layout.first; i < layout.first + layout.n; i++)
    {
      tell_group (&figure->paths->groups[i], figure->scene->snapshot->network, point, words);
      g_string_append (words, i + 1 < layout.first + layout.n ? ", " : ".");
    }
  g_autofree char *plateau = gradus_plateau_tell (figure, TRUE);
  if (plateau != NULL)
    g_string_append_printf (words, " %s", plateau);
  return g_string_free (words, FALSE);
}
