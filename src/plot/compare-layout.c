/* Where the parts of a comparison stand: ways to arrange them are tried, the one with the largest
 * planes is taken. */
#include "plot/compare-layout.h"

#include <math.h>

/* Inner widths of a column from which on one line takes name, cost and accuracy, and from which on
 * cost and accuracy share a line; and from which on two chips share one, in few words if need be.
 */
#define ONE_LINE 262.0
#define TWO_LINES 136.0
#define CHIPS_A_LINE 240.0
/* The least inner width of a column with its parts below each other; the least width of the units
 * beside a plane. */
#define LEAST_INNER 98.0
#define LEAST_BESIDE 116.0
/* One row shows best what differs: it may cost so much of the planes' size. */
#define ROW_BONUS 1.15
#define MOST_COST 260.0 /* a share of the height is no reason for a higher cost plot */

/* A run by itself in a figure of that shape has the cost plot beside it, which has that share. */
#define WIDE_SHAPE 1.5
#define COST_SHARE 0.4

/* How generously room is given away. */
typedef struct
{
  double margin, pad;
  double first_line, next_line; /* of the head */
  double units;
  double chip_line;
  double cost;  /* the least height of the cost plot, and */
  double share; /* how much of all it is at least, as long as there is room */
  double plane; /* planes of that size are no reason to save room elsewhere */
} Measures;

static const Measures roomy = { 12, 12, 34, 17, 84, 30, 160, 0.27, 160 };
static const Measures tight = { 7, 8, 28, 16, 44, 24, 126, 0, 92 };

/* One way to arrange the parts. */
typedef struct
{
  const Measures *measures;
  int columns, rows;
  gboolean is_lying; /* units and chips are beside the plane, not below it */
  gboolean has_units, has_cost;
  double width; /* of a column */
  int head_lines, chip_lines;
  double side; /* of the planes */
} Way;

gboolean
gradus_compare_shows (const GradusFigure *figure, int run)
{
  return figure->only < 0 || figure->only >= figure->n_runs || figure->only == run;
}

static int
count_shown (const GradusFigure *figure)
{
  int n = 0;

  for (int i = 0; i < figure->n_runs; i++)
    n += gradus_compare_shows (figure, i);
  return n;
}

int
gradus_compare_layer (const GradusFigure *figure, int run)
{
  const GradusScene *scene = figure->runs[run].scene;
  int n = scene != NULL && scene->diagnosis != NULL ? scene->diagnosis->n_layers : 0;

  return n > 0 ? CLAMP (figure->layer, 1, n) : 0;
}

/* Whether any run has units to show; as long as there are no scenes, as if. */
static gboolean
has_units (const GradusFigure *figure)
{
  gboolean has_scene = FALSE;

  for (int i = 0; i < figure->n_runs; i++)
    {
      if (gradus_compare_layer (figure, i) > 0)
        return TRUE;
      has_scene |= figure->runs[i].scene != NULL;
    }
  return !has_scene;
}

static double
head_height (const Way *way)
{
  return way->measures->first_line + (way->head_lines - 1) * way->measures->next_line;
}

static double
chips_height (const Way *way)
{
  return way->chip_lines * way->measures->chip_line;
}

/* Below the plane, of a column that does not lie. */
static double
foot_height (const Way *way)
{
  const Measures *m = way->measures;

  if (way->is_lying || (!way->has_units && way->chip_lines == 0))
    return m->pad;
  return 4 + (way->has_units ? 4 + m->units : 0) + chips_height (way) + 3;
}

static double
inner_width (const Way *way)
{
  return way->width - 2 * way->measures->pad;
}

/* All of a way but the size of the planes. */
static Way
begin (const GradusFigure *figure, int columns, gboolean is_lying, const Measures *measures,
       gboolean cost, double width)
{
  int n = MAX (1, count_shown (figure));
  Way way = { .measures = measures,
              .columns = columns,
              .rows = (n + columns - 1) / columns,
              .is_lying = is_lying,
              .has_units = has_units (figure),
              .has_cost = cost };

  way.width = floor ((width - (columns + 1) * measures->margin) / columns);
  double inner = inner_width (&way);
  way.head_lines = inner >= ONE_LINE ? 1 : inner >= TWO_LINES ? 2 : 3;
  way.chip_lines = inner >= CHIPS_A_LINE && !is_lying ? 1 : 2;
  return way;
}

/* The height of a row of columns in so much room. */
static double
row_height (const Way *way, double height)
{
  const Measures *m = way->measures;
  double least = CLAMP (m->share * height, m->cost, fmax (m->cost, MOST_COST));
  double cost = way->has_cost ? least + m->margin : 0;

  return (height - cost - (way->rows + 1) * way->measures->margin) / way->rows;
}

static double
widest_plane (const Way *way)
{
  return inner_width (way) - (way->is_lying ? way->measures->pad + LEAST_BESIDE : 0);
}

static void
fit (Way *way, double height)
{
  double room = row_height (way, height) - head_height (way) - foot_height (way);

  way->side = floor (fmax (0, fmin (widest_plane (way), room)));
}

/* The best way of those that give away as much room. */
static Way
choose_among (const GradusFigure *figure, const Measures *measures, gboolean cost, double width,
              double height)
{
  int n = MAX (1, count_shown (figure));
  double best_score = -1;
  Way best = { 0 };

  for (int columns = n; columns >= 1; columns--)
    for (int lying = 0; lying <= (has_units (figure) ? 1 : 0); lying++)
      {
        Way way = begin (figure, columns, lying == 1, measures, cost, width);
        fit (&way, height);
        double score = way.side * (way.rows == 1 ? ROW_BONUS : 1);
        if (widest_plane (&way) < LEAST_INNER && columns > 1)
          continue;
        if (score > best_score)
          {
            best = way;
            best_score = score;
          }
      }
  return best;
}

static Way
choose (const GradusFigure *figure, gboolean cost, double width, double height)
{
  Way way = choose_among (figure, &roomy, cost, width, height);

  if (way.side < roomy.plane)
    way = choose_among (figure, &tight, cost, width, height);
  if (way.side >= tight.plane)
    return way;
  /* Too little room for all: the planes come first. */
  way.is_lying = way.has_units = FALSE;
  way.chip_lines = 0;
  fit (&way, height);
  if (way.side >= tight.plane / 2)
    return way;
  way.has_cost = FALSE;
  fit (&way, height);
  return way;
}

static void
place_beside (GradusCompareLayout *self, const Way *way)
{
  double pad = way->measures->pad, x = self->plane.x + self->plane.width + pad;
  double width = way->width - pad - x, chips = chips_height (way);

  self->units = (GradusRect){ x, self->plane.y, width, self->plane.height - chips - 4 };
  self->chips = (GradusRect){ x, self->plane.y + self->plane.height - chips, width, chips };
}

static void
place_below (GradusCompareLayout *self, const Way *way)
{
  double y = self->plane.y + self->plane.height + 4, inner = inner_width (way);

  if (way->has_units)
    {
      y += 4;
      self->units = (GradusRect){ way->measures->pad, y, inner, way->measures->units };
      y += way->measures->units;
    }
  if (way->chip_lines > 0)
    self->chips = (GradusRect){ way->measures->pad, y, inner, chips_height (way) };
}

void
gradus_compare_layout_init (GradusCompareLayout *self, const GradusFigure *figure, double width,
                            double height)
{
  gboolean is_beside = count_shown (figure) == 1 && width > WIDE_SHAPE * height;
  double cost_width = is_beside ? floor (COST_SHARE * width) : 0;
  Way way = choose (figure, !is_beside, width - cost_width, height);
  const Measures *m = way.measures;
  double head = head_height (&way), tall = head + way.side + foot_height (&way), bottom = m->margin;
  int at = 0;

  *self = (GradusCompareLayout){ .head_lines = way.head_lines };
  self->head = (GradusRect){ m->pad, 0, inner_width (&way), head };
  self->plane = (GradusRect){ way.is_lying ? m->pad : floor ((way.width - way.side) / 2), head,
                              way.side, way.side };
  if (way.is_lying)
    place_beside (self, &way);
  else
    place_below (self, &way);
  for (int i = 0; i < MIN (figure->n_runs, GRADUS_MAX_COMPARED); i++)
    {
      if (!gradus_compare_shows (figure, i) || way.width <= 0)
        continue;
      self->places[i] =
          (GradusRect){ m->margin + at % way.columns * (way.width + m->margin),
                        m->margin + at / way.columns * (tall + m->margin), way.width, tall };
      bottom = self->places[i].y + tall + m->margin;
      at++;
    }
  if (is_beside)
    self->cost = (GradusRect){ width - cost_width, m->margin, cost_width - m->margin,
                               fmax (0, height - 2 * m->margin) };
  if (way.has_cost)
    self->cost = (GradusRect){ m->margin, bottom, fmax (0, width - 2 * m->margin),
                               fmax (0, height - bottom - m->margin) };
}

double
gradus_compare_layout_height (const GradusFigure *figure, double width)
{
  int n = MAX (1, count_shown (figure));
  double least = INFINITY;

  for (int columns = n; columns >= 1; columns--)
    {
      Way way = begin (figure, columns, FALSE, &tight, TRUE, width);
      if (widest_plane (&way) < LEAST_INNER && columns > 1)
        continue;
      double row = head_height (&way) + fmax (tight.plane, LEAST_INNER) + foot_height (&way);
      least = fmin (least, way.rows * (row + tight.margin) + 2 * tight.margin + tight.cost);
    }
  return ceil (least);
}
