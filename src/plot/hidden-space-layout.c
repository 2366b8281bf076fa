/* Where the parts of a plot of the hidden space stand, and which units it is of. */
#include "plot/hidden-space-layout.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "plot/boundary-layout.h"
#include "plot/plot-hidden-space.h"

#define PAD 14.0
#define HEAD 36.0
#define FOOT 50.0 /* numbers and name of the axis */
/* Beneath this height the title goes, and the axis' name stands beside its numbers. */
#define LOW 260.0
#define LOW_HEAD 10.0
#define LOW_FOOT 30.0
#define LEAST_HEIGHT 190.0
#define NAME 24.0 /* name of the upright axis */
#define ROW 20.0
#define MARK 27.0 /* an entry's sample of a line */
#define GAP 16.0
#define LETTER 6.6
/* Beneath this width or height there is only the plane. */
#define BARE 170.0
/* Room beside the plane from which on the legend stands there. */
#define BESIDE 196.0
/* Around the values, as a share of their range. */
#define MARGIN 0.06

const float *
gradus_space_across (const GradusSpaceLayout *layout, const GradusSpaceSet *set)
{
  return set->a[layout->layer - 1] + (gsize) layout->i * set->n;
}

const float *
gradus_space_upwards (const GradusSpaceLayout *layout, const GradusSpaceSet *set)
{
  if (layout->is_single && set->z != NULL)
    return set->z;
  return set->a[layout->layer - 1] + (gsize) layout->j * set->n;
}

/* Both axes have the same ends, so that alike units lie on the diagonal and nothing else does. */
static void
find_scales (const GradusSpace *space, GradusActivation g, GradusSpaceLayout *layout)
{
  const float *low = space->low[layout->layer - 1], *high = space->high[layout->layer - 1];
  double ends[2] = { gradus_activation_value (g, -1e3), gradus_activation_value (g, 1e3) };
  const GradusRect *frame = &layout->frame;

  if (!gradus_activation_can_saturate (g))
    {
      ends[0] = fmin (low[layout->i], low[layout->j]);
      ends[1] = fmax (high[layout->i], high[layout->j]);
    }
  double margin = MARGIN * (ends[1] - ends[0]);
  gradus_scale_init (&layout->x, GRADUS_SCALE_LINEAR, ends[0] - margin, ends[1] + margin, frame->x,
                     frame->x + frame->width);
  if (layout->is_single && space->grid.z != NULL)
    {
      ends[0] = space->z_low;
      ends[1] = space->z_high;
      margin = MARGIN * (ends[1] - ends[0]);
    }
  gradus_scale_init (&layout->y, GRADUS_SCALE_LINEAR, ends[0] - margin, ends[1] + margin,
                     frame->y + frame->height, frame->y);
}

/* What the numbers of the upright axis need, from their characters. */
static double
gutter (const GradusSpaceLayout *layout)
{
  GradusTicks ticks;
  glong longest = 2;

  gradus_scale_ticks (&layout->y, 8, ".", &ticks);
  for (int i = 0; i < ticks.n; i++)
    longest = MAX (longest, g_utf8_strlen (ticks.ticks[i].label.text, -1));
  return 14 + 6.6 * (double) longest;
}

/* "x1 = constant", of the feature's own name. */
static char *
name_lines (const GradusScene *scene, int feature)
{
  g_autofree char *name = gradus_ink_name_markup (scene->training->feature_names[feature]);

  /* Translators: lines along which the feature %s stays the same */
  return g_strdup_printf (_ ("%s constant"), name);
}

char *
gradus_space_entry_markup (const GradusFigure *figure, const GradusSpaceLayout *layout, int what)
{
  const GradusNetwork *network = figure->scene->snapshot->network;

  switch (what)
    {
    case GRADUS_SPACE_ENTRY_X1:
      return name_lines (figure->scene, 0);
    case GRADUS_SPACE_ENTRY_X2:
      return name_lines (figure->scene, 1);
    case GRADUS_SPACE_ENTRY_OUTPUT:
      return g_strdup_printf ("<i>z</i><sup>[%d]</sup> = 0", network->n_layers);
    case GRADUS_SPACE_ENTRY_NOTE:
      return g_strdup (layout->has_line ? _ ("with the other units at their mean")
                                        : _ ("softmax: no one line of the output"));
    default:
      break;
    }
  int class = what - GRADUS_SPACE_ENTRY_CLASS;
  gboolean is_class = class < figure->scene->training->n_classes;
  g_autofree char *name = gradus_boundary_entry_name (
      figure, is_class ? GRADUS_LEGEND_CLASS : GRADUS_LEGEND_HELD_OUT, class);
  return g_markup_escape_text (name, -1);
}

/* What an entry needs, from the characters that are seen of it. */
static double
entry_width (const GradusFigure *figure, const GradusSpaceLayout *layout, int what)
{
  g_autofree char *markup = gradus_space_entry_markup (figure, layout, what);
  g_autofree char *text = NULL;

  pango_parse_markup (markup, -1, 0, NULL, &text, NULL, NULL);
  return (what == GRADUS_SPACE_ENTRY_NOTE ? 0 : MARK)
         + LETTER * (double) g_utf8_strlen (text != NULL ? text : markup, -1);
}

static void
list_entries (const GradusFigure *figure, GradusSpaceLayout *layout)
{
  const GradusNetwork *network = figure->scene->snapshot->network;
  gboolean is_last = layout->layer == network->n_layers - 1;
  gboolean is_softmax = network->n[network->n_layers] > 1;
  int n_classes = figure->scene->training->n_classes + (figure->scene->held_out != NULL);

  layout->has_line = is_last && !is_softmax;
  layout->entries[layout->n_entries++].what = GRADUS_SPACE_ENTRY_X1;
  layout->entries[layout->n_entries++].what = GRADUS_SPACE_ENTRY_X2;
  if (layout->has_line)
    layout->entries[layout->n_entries++].what = GRADUS_SPACE_ENTRY_OUTPUT;
  if (is_last && (is_softmax || network->n[layout->layer] > 2))
    layout->entries[layout->n_entries++].what = GRADUS_SPACE_ENTRY_NOTE;
  for (int i = 0; i < n_classes; i++)
    layout->entries[layout->n_entries++].what = GRADUS_SPACE_ENTRY_CLASS + i;
}

/* The legend in rows from x and y on, so wide. Returns: its height. */
static double
place_rows (const GradusFigure *figure, GradusSpaceLayout *layout, double x, double y, double width)
{
  double at = 0;
  int row = 0;

  for (int i = 0; i < layout->n_entries; i++)
    {
      int what = layout->entries[i].what;
      double entry = fmin (entry_width (figure, layout, what), width);
      if (what == GRADUS_SPACE_ENTRY_NOTE && layout->has_line && at > 0)
        at -= GAP - 4; /* it belongs to the entry before */
      if (at > 0 && at + entry > width)
        {
          at = 0;
          row++;
        }
      layout->entries[i].x = x + at;
      layout->entries[i].y = y + (row + 0.5) * ROW;
      layout->entries[i].room = width - at;
      at += entry + GAP;
    }
  return (row + 1) * ROW;
}

/* Which of the figure's units there are. */
static void
choose_units (const GradusFigure *figure, GradusSpaceLayout *layout)
{
  const GradusSpace *space = figure->scene->space;
  int n;

  layout->layer = CLAMP (figure->layer, 1, space->n_layers);
  n = space->n_units[layout->layer - 1];
  layout->i = CLAMP (figure->first_unit, 1, n) - 1;
  layout->j = CLAMP (figure->second_unit, 1, n) - 1;
  layout->is_single = n == 1;
}

double
gradus_hidden_space_natural_height (const GradusFigure *figure, double width)
{
  return LEAST_HEIGHT;
}

gboolean
gradus_space_lay_out (const GradusFigure *figure, double width, double height,
                      GradusSpaceLayout *layout)
{
  const GradusScene *scene = figure->scene;

  *layout = (GradusSpaceLayout){ .bare = width < BARE || height < BARE, .is_low = height < LOW };
  if (scene == NULL || scene->space == NULL)
    return FALSE;
  GradusActivation g = scene->snapshot->network->activation;
  choose_units (figure, layout);
  list_entries (figure, layout);
  find_scales (scene->space, g, layout);
  double left = layout->bare ? 0 : NAME + gutter (layout), right = layout->bare ? 0 : PAD;
  double head = layout->bare ? 0 : layout->is_low ? LOW_HEAD : HEAD;
  double foot = layout->bare ? 0 : layout->is_low ? LOW_FOOT : FOOT;
  gboolean beside = width - left - 2 * PAD - (height - head - foot) >= BESIDE
                    && layout->n_entries * ROW < height - head - foot;

  if (!layout->bare && beside)
    right += BESIDE;
  else if (!layout->bare)
    head += place_rows (figure, layout, PAD, head - 4, fmax (width - 2 * PAD, 1)) + 2;
  double side = floor (fmax (0, fmin (width - left - right, height - head - foot)));
  layout->frame = (GradusRect){ floor ((width - left - right - side) / 2 + left),
                                floor ((height - head - foot - side) / 2 + head), side, side };
  if (!layout->bare && beside)
    place_rows (figure, layout, layout->frame.x + side + PAD, layout->frame.y, BESIDE - PAD);
  layout->name_x = layout->frame.x - left + NAME / 2 + 4;
  find_scales (scene->space, g, layout);
  return TRUE;
}
