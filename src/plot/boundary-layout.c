/* Where the parts of a boundary plot stand: the square plane, its legend above or beside it. */
#include "plot/boundary-layout.h"

#include <math.h>

#define LEGEND_ROW 20.0
/* A column of the legend right of the plane. */
#define LEGEND_LEAST 110.0
#define LEGEND_MOST 190.0
/* Beneath this width or height there is only the plane. */
#define BARE 170.0

static gboolean
is_number (const char *name)
{
  char *end = NULL;

  g_ascii_strtod (name, &end);
  return end != name && *end == '\0';
}

/* Classes are named where they are other than 0 and 1, or where there are held-out examples to be
 * told apart. Returns: 0 or the classes, and one for "held out". */
static int
count_entries (const GradusScene *scene)
{
  if (scene == NULL)
    return 0;
  const GradusDataset *data = scene->training;
  if (scene->held_out == NULL && data->n_classes == 2 && g_str_equal (data->class_names[0], "0")
      && g_str_equal (data->class_names[1], "1"))
    return 0;
  return data->n_classes + (scene->held_out != NULL);
}

char *
gradus_boundary_entry_name (const GradusFigure *figure, int i)
{
  const GradusDataset *data = figure->scene->training;

  if (i >= data->n_classes)
    return g_strdup (figure->captions->held_out);
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

/* What an entry needs, from its characters. */
static double
entry_width (const GradusFigure *figure, int i)
{
  g_autofree char *name = gradus_boundary_entry_name (figure, i);

  return GRADUS_LEGEND_MARK + 7 * (double) g_utf8_strlen (name, -1);
}

/* The legend in rows above the plane, from x = 0 and y = 0 on. */
static void
lay_out_rows (const GradusFigure *figure, double width, GradusBoundaryLayout *layout)
{
  double x = 0;

  layout->room = fmin (LEGEND_MOST, width);
  for (int i = 0; i < layout->n_entries; i++)
    {
      double entry = fmin (entry_width (figure, i), layout->room);
      if (i > 0 && x + entry > width)
        {
          x = 0;
          layout->n_rows++;
        }
      layout->at[i].x = x;
      layout->at[i].y = (layout->n_rows + 0.5) * LEGEND_ROW;
      x += entry + GRADUS_LEGEND_GAP;
    }
  layout->n_rows++;
}

static void
lay_out_column (GradusBoundaryLayout *layout, double room)
{
  layout->room = room;
  for (int i = 0; i < layout->n_entries; i++)
    {
      layout->at[i].x = 0;
      layout->at[i].y = (i + 0.5) * LEGEND_ROW;
    }
}

static void
move_legend (GradusBoundaryLayout *layout, double x, double y)
{
  for (int i = 0; i < layout->n_entries; i++)
    {
      layout->at[i].x += x;
      layout->at[i].y += y;
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

GradusBoundaryLayout
gradus_boundary_lay_out (const GradusFigure *figure, double width, double height)
{
  GradusBoundaryLayout layout = { .bare = width < BARE || height < BARE };

  if (layout.bare)
    {
      double side = floor (fmax (0, fmin (width, height)));
      layout.frame =
          (GradusRect){ floor ((width - side) / 2), floor ((height - side) / 2), side, side };
      return layout;
    }
  double left = GRADUS_BOUNDARY_NAME + gradus_boundary_gutter (figure->scene),
         head = GRADUS_BOUNDARY_HEAD, right = GRADUS_BOUNDARY_PAD;
  double spare = width - left - (height - GRADUS_BOUNDARY_HEAD - GRADUS_BOUNDARY_FOOT)
                 - 2 * GRADUS_BOUNDARY_PAD;
  layout.n_entries = count_entries (figure->scene);
  gboolean beside =
      layout.n_entries > 0 && spare >= LEGEND_LEAST
      && layout.n_entries * LEGEND_ROW < height - GRADUS_BOUNDARY_HEAD - GRADUS_BOUNDARY_FOOT;

  if (beside)
    {
      double widest = 0;
      for (int i = 0; i < layout.n_entries; i++)
        widest = fmax (widest, entry_width (figure, i));
      lay_out_column (&layout, fmin (widest, fmin (spare, LEGEND_MOST)));
      right += layout.room + GRADUS_BOUNDARY_PAD;
    }
  else if (layout.n_entries > 0)
    {
      lay_out_rows (figure, width - 2 * GRADUS_BOUNDARY_PAD, &layout);
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
