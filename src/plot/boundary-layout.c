/* Where the parts of a boundary plot stand: the square plane, its legend above or beside it. */
#include "plot/boundary-layout.h"

#include <math.h>

#include "plot/unit-lines.h"

#define LEGEND_ROW 20.0
/* A column of the legend right of the plane. */
#define LEGEND_LEAST 110.0
#define LEGEND_MOST 190.0
/* Beneath this width or height there is only the plane. */
#define BARE 170.0
/* A plane smaller than this gives no room to the name of the lines, and whatever its size it keeps
 * this share of what it has without a legend. */
#define SMALL 160.0
#define LEAST_SHARE 0.6

static gboolean
is_number (const char *name)
{
  char *end = NULL;

  g_ascii_strtod (name, &end);
  return end != name && *end == '\0';
}

static void
list_entries (const GradusScene *scene, GradusBoundaryLayout *layout)
{
  if (scene == NULL)
    return;
  for (int i = 0; i < scene->training->n_classes; i++)
    layout->entries[layout->n_entries++].kind = GRADUS_LEGEND_CLASS;
  if (scene->held_out != NULL)
    layout->entries[layout->n_entries++].kind = GRADUS_LEGEND_HELD_OUT;
  if (gradus_unit_lines_are_shown (scene))
    layout->entries[layout->n_entries++].kind = GRADUS_LEGEND_UNIT_LINES;
}

char *
gradus_boundary_entry_name (const GradusFigure *figure, GradusLegendKind kind, int i)
{
  const GradusDataset *data = figure->scene->training;

  if (kind == GRADUS_LEGEND_HELD_OUT)
    return g_strdup (figure->captions->held_out);
  if (kind == GRADUS_LEGEND_UNIT_LINES)
    return g_strdup (figure->captions->unit_line);
  return is_number (data->class_names[i]) ? g_strdup_printf ("y = %s", data->class_names[i])
                                          : g_strdup (data->class_names[i]);
}

char *
gradus_boundary_meaning (const GradusScene *scene)
{
  const GradusNetwork *network = scene->snapshot->network;
  int last = network->n_layers;

  if (network->n[last] > 1)
    return g_strdup_printf ("<i>a</i><sup>[%d]</sup> = P(<i>y</i> = <i>k</i> | <i>x</i>)", last);
  g_autofree char *name = g_markup_escape_text (scene->training->class_names[1], -1);
  return g_strdup_printf (is_number (scene->training->class_names[1])
                              ? "<i>a</i><sup>[%d]</sup> = P(<i>y</i> = %s | <i>x</i>)"
                              : "<i>a</i><sup>[%d]</sup> = P(%s | <i>x</i>)",
                          last, name);
}

/* A little more than a character takes in most fonts. */
static double
character_width (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;
  if (g_unichar_iswide (c))
    return 13;
  if (c == ' ' || c == 'i' || c == 'l' || c == 't' || g_unichar_ispunct (c))
    return 5;
  return g_unichar_isupper (c) || c == 'm' || c == 'w' ? 9.5 : 7;
}

/* What an entry needs, from its characters. */
static double
entry_width (const GradusFigure *figure, GradusLegendKind kind, int i)
{
  g_autofree char *name = gradus_boundary_entry_name (figure, kind, i);
  double width = GRADUS_LEGEND_MARK;

  for (const char *c = name; *c != '\0'; c = g_utf8_next_char (c))
    width += character_width (g_utf8_get_char (c));
  return width;
}

/* The legend in rows above the plane, from x = 0 and y = 0 on. */
static void
lay_out_rows (double width, GradusBoundaryLayout *layout)
{
  double x = 0;

  for (int i = 0; i < layout->n_entries; i++)
    {
      double room = fmin (layout->entries[i].room, fmin (LEGEND_MOST, width));
      if (i > 0 && x + room > width)
        {
          x = 0;
          layout->n_rows++;
        }
      layout->entries[i].x = x;
      layout->entries[i].y = (layout->n_rows + 0.5) * LEGEND_ROW;
      layout->entries[i].room = room;
      x += room + GRADUS_LEGEND_GAP;
    }
  layout->n_rows++;
}

static void
lay_out_column (GradusBoundaryLayout *layout, double room)
{
  for (int i = 0; i < layout->n_entries; i++)
    {
      layout->entries[i].y = (i + 0.5) * LEGEND_ROW;
      layout->entries[i].room = room;
    }
}

static void
move_legend (GradusBoundaryLayout *layout, double x, double y)
{
  for (int i = 0; i < layout->n_entries; i++)
    {
      layout->entries[i].x += x;
      layout->entries[i].y += y;
    }
}

/* What the numbers of the y axis need, from their characters: the layout is the same whatever the
 * fonts, and a pointer's place can be told without them. */
double
gradus_boundary_gutter (const GradusScene *scene)
{
  GradusScale scale;
  GradusTicks ticks;
  glong longest = 2;

  if (scene == NULL)
    return 32;
  gradus_scale_init (&scale, GRADUS_SCALE_LINEAR, scene->extent.y0, scene->extent.y1, 400, 0);
  gradus_scale_ticks (&scale, 8, ".", &ticks);
  for (int i = 0; i < ticks.n; i++)
    longest = MAX (longest, g_utf8_strlen (ticks.ticks[i].label.text, -1));
  return 14 + 6.6 * (double) longest;
}

/* With the first so many entries of the legend; left is what the y axis needs. */
static GradusBoundaryLayout
lay_out_with (const GradusFigure *figure, double width, double height, double left, int most)
{
  GradusBoundaryLayout layout = { 0 };
  double head = GRADUS_BOUNDARY_HEAD, right = GRADUS_BOUNDARY_PAD, widest = 0;
  double spare = width - left - (height - GRADUS_BOUNDARY_HEAD - GRADUS_BOUNDARY_FOOT)
                 - 2 * GRADUS_BOUNDARY_PAD;

  list_entries (figure->scene, &layout);
  layout.n_entries = MIN (layout.n_entries, most);
  for (int i = 0; i < layout.n_entries; i++)
    {
      layout.entries[i].room = entry_width (figure, layout.entries[i].kind, i);
      widest = fmax (widest, layout.entries[i].room);
    }
  gboolean beside =
      layout.n_entries > 0 && spare >= LEGEND_LEAST
      && layout.n_entries * LEGEND_ROW < height - GRADUS_BOUNDARY_HEAD - GRADUS_BOUNDARY_FOOT;

  if (beside)
    {
      double room = fmin (widest, fmin (spare, LEGEND_MOST));
      lay_out_column (&layout, room);
      right += room + GRADUS_BOUNDARY_PAD;
    }
  else if (layout.n_entries > 0)
    {
      lay_out_rows (width - 2 * GRADUS_BOUNDARY_PAD, &layout);
      head += layout.n_rows * LEGEND_ROW + 2;
    }
  double side = fmax (0, floor (fmin (width - left - right, height - head - GRADUS_BOUNDARY_FOOT)));
  double x = floor ((width - left - right - side) / 2 + left);
  double y = floor ((height - head - GRADUS_BOUNDARY_FOOT - side) / 2 + head);
  layout.frame = (GradusRect){ x, y, side, side };
  if (beside)
    move_legend (&layout, x + side + GRADUS_BOUNDARY_PAD, y);
  else
    move_legend (&layout, GRADUS_BOUNDARY_PAD, GRADUS_BOUNDARY_HEAD - 4);
  return layout;
}

GradusBoundaryLayout
gradus_boundary_lay_out (const GradusFigure *figure, double width, double height)
{
  if (width < BARE || height < BARE)
    {
      double side = floor (fmax (0, fmin (width, height)));
      return (GradusBoundaryLayout){ .bare = TRUE,
                                     .frame = { floor ((width - side) / 2),
                                                floor ((height - side) / 2), side, side } };
    }
  double left = GRADUS_BOUNDARY_NAME + gradus_boundary_gutter (figure->scene);
  GradusBoundaryLayout plain = lay_out_with (figure, width, height, left, 0);
  GradusBoundaryLayout layout = lay_out_with (figure, width, height, left, GRADUS_LEGEND_ENTRIES);
  int last = layout.n_entries - 1;

  if (last >= 0 && layout.entries[last].kind == GRADUS_LEGEND_UNIT_LINES
      && layout.frame.width < fmin (plain.frame.width, SMALL))
    layout = lay_out_with (figure, width, height, left, last);
  return layout.frame.width < LEAST_SHARE * plain.frame.width ? plain : layout;
}
