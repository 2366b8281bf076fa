/* The decision boundary as polylines: marching squares, segments joined. */
#include "core/contour.h"

#include <math.h>
#include <string.h>

/* The edges of the grid are numbered: (row, column) to (row, column + 1) first, then (row, column)
 * to (row + 1, column). A line crosses an edge once at most, and goes on to two other edges at
 * most. */
typedef struct
{
  const GradusField *field;
  const float *values; /* (rows, columns): inside where > 0 */
  int n_edges;
  int *next; /* (n_edges, 2): edges that the crossing here is joined to; -1: none */
} Squares;

static int
horizontal_edge (const Squares *self, int row, int column)
{
  return row * (self->field->columns - 1) + column;
}

static int
vertical_edge (const Squares *self, int row, int column)
{
  return self->field->rows * (self->field->columns - 1) + row * self->field->columns + column;
}

static void
join (Squares *self, int a, int b)
{
  self->next[2 * a + (self->next[2 * a] >= 0)] = b;
  self->next[2 * b + (self->next[2 * b] >= 0)] = a;
}

static float
value_at (const Squares *self, int row, int column)
{
  return self->values[(gsize) row * (gsize) self->field->columns + (gsize) column];
}

/* The segments of one square, from which of its corners are inside. */
static void
march_square (Squares *self, int row, int column)
{
  float corner[4] = { value_at (self, row, column), value_at (self, row, column + 1),
                      value_at (self, row + 1, column + 1), value_at (self, row + 1, column) };
  /* edge i runs from corner i to corner i + 1 */
  int edge[4] = { horizontal_edge (self, row, column), vertical_edge (self, row, column + 1),
                  horizontal_edge (self, row + 1, column), vertical_edge (self, row, column) };
  int crossed[4], n = 0;

  for (int i = 0; i < 4; i++)
    if ((corner[i] > 0) != (corner[(i + 1) % 4] > 0))
      crossed[n++] = edge[i];
  if (n == 2)
    join (self, crossed[0], crossed[1]);
  else if (n == 4) /* a saddle: the middle tells which corners belong together */
    {
      gboolean middle = corner[0] + corner[1] + corner[2] + corner[3] > 0;
      int turn = middle == (corner[0] > 0) ? 0 : 1;
      join (self, edge[0], edge[turn ? 3 : 1]);
      join (self, edge[2], edge[turn ? 1 : 3]);
    }
}

/* Where between its two nodes the edge is crossed. */
static GradusPoint
crossing (const Squares *self, int edge)
{
  int n_horizontal = self->field->rows * (self->field->columns - 1);
  gboolean is_horizontal = edge < n_horizontal;
  int width = is_horizontal ? self->field->columns - 1 : self->field->columns;
  int row = (is_horizontal ? edge : edge - n_horizontal) / width;
  int column = (is_horizontal ? edge : edge - n_horizontal) % width;
  double a = value_at (self, row, column);
  double b = value_at (self, row + !is_horizontal, column + is_horizontal);
  double t = a / (a - b);

  if (!isfinite (t)) /* an infinite or missing value at one end */
    t = 0.5;
  t = CLAMP (t, 0, 1);
  return (GradusPoint){ gradus_field_x (self->field, column + (is_horizontal ? t : 0)),
                        gradus_field_y (self->field, row + (is_horizontal ? 0 : t)) };
}

/* Takes the line that begins at the edge out of next, and adds it to the contour. */
static void
trace (Squares *self, int edge, GradusContour *contour)
{
  int first = edge;

  while (edge >= 0)
    {
      GradusPoint point = crossing (self, edge);
      int following = self->next[2 * edge] >= 0 ? self->next[2 * edge] : self->next[2 * edge + 1];
      g_array_append_val (contour->points, point);
      self->next[2 * edge] = self->next[2 * edge + 1] = -1;
      if (following >= 0) /* do not come back the same way */
        self->next[2 * following + (self->next[2 * following] != edge)] = -1;
      if (following == first)
        {
          point = crossing (self, first);
          g_array_append_val (contour->points, point);
          break;
        }
      edge = following;
    }
  int end = (int) contour->points->len;
  g_array_append_val (contour->starts, end);
  contour->n_lines++;
}

static void
add_level_line (const GradusField *field, const float *values, GradusContour *contour)
{
  Squares self = { .field = field, .values = values };

  self.n_edges = field->rows * (field->columns - 1) + (field->rows - 1) * field->columns;
  g_autofree int *next = self.next = g_new (int, 2 * (gsize) self.n_edges);
  memset (next, -1, 2 * (gsize) self.n_edges * sizeof (int));
  for (int row = 0; row + 1 < field->rows; row++)
    for (int column = 0; column + 1 < field->columns; column++)
      march_square (&self, row, column);

  /* Lines with ends first, from an end; what is left then are closed ones. */
  for (int edge = 0; edge < self.n_edges; edge++)
    if ((next[2 * edge] >= 0) != (next[2 * edge + 1] >= 0))
      trace (&self, edge, contour);
  for (int edge = 0; edge < self.n_edges; edge++)
    if (next[2 * edge] >= 0)
      trace (&self, edge, contour);
}

/* p_k less the largest of the others: zero where class k begins to win. */
static float *
make_margin (const GradusField *field, int k)
{
  gsize n = (gsize) field->rows * (gsize) field->columns;
  float *margin = g_new (float, n);

  for (gsize i = 0; i < n; i++)
    {
      float best = -INFINITY;
      for (int other = 0; other < field->n_planes; other++)
        if (other != k)
          best = MAX (best, gradus_field_plane (field, other)[i]);
      margin[i] = gradus_field_plane (field, k)[i] - best;
    }
  return margin;
}

GradusContour *
gradus_contour_new (const GradusField *field)
{
  GradusContour *self = g_new0 (GradusContour, 1);
  int start = 0;

  self->starts = g_array_new (FALSE, FALSE, sizeof (int));
  self->points = g_array_new (FALSE, FALSE, sizeof (GradusPoint));
  g_array_append_val (self->starts, start);
  if (field->n_planes == 1)
    add_level_line (field, field->values, self);
  /* The last class has no line to itself: whoever it meets has drawn it. */
  for (int k = 0; k + 1 < field->n_planes; k++)
    {
      g_autofree float *margin = make_margin (field, k);
      add_level_line (field, margin, self);
    }
  return self;
}

void
gradus_contour_free (GradusContour *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->starts);
  g_array_unref (self->points);
  g_free (self);
}
