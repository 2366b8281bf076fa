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
  const float *values; /* (rows, columns) */
  guint8 *inside;      /* (rows, columns): whether the value is > 0 */
  GArray *crossed;     /* int: the edges that a line crosses, in their order */
  int *starts;         /* (2 rows): where in it each row of edges begins, and the end of it */
  int *
      next; /* (edges, 2): edges that the crossing here is joined to, -1: none; not set elsewhere */
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

/* From i on, the first of n places where a and b differ; n where there is none. Almost everywhere
 * they are alike: eight are looked at at once. */
static int
find_change (const guint8 *a, const guint8 *b, int i, int n)
{
  for (guint64 left, right; i + (int) sizeof left <= n; i += (int) sizeof left)
    {
      memcpy (&left, a + i, sizeof left);
      memcpy (&right, b + i, sizeof right);
      if (left != right)
        break;
    }
  while (i < n && a[i] == b[i])
    i++;
  return i;
}

static const guint8 *
inside_row (const Squares *self, int row)
{
  return self->inside + (gsize) row * (gsize) self->field->columns;
}

static void
cross (Squares *self, int edge)
{
  g_array_append_val (self->crossed, edge);
  self->next[2 * edge] = self->next[2 * edge + 1] = -1;
}

/* Of all horizontal edges, then of all vertical ones, row by row. */
static void
find_crossed (Squares *self)
{
  const int rows = self->field->rows, columns = self->field->columns;
  const gsize n = (gsize) rows * (gsize) columns;

  for (gsize i = 0; i < n; i++)
    self->inside[i] = self->values[i] > 0;
  for (int row = 0; row < rows; row++)
    {
      const guint8 *here = inside_row (self, row);
      self->starts[row] = (int) self->crossed->len;
      for (int i = -1; (i = find_change (here, here + 1, i + 1, columns - 1)) < columns - 1;)
        cross (self, horizontal_edge (self, row, i));
    }
  for (int row = 0; row + 1 < rows; row++)
    {
      const guint8 *here = inside_row (self, row);
      self->starts[rows + row] = (int) self->crossed->len;
      for (int i = -1; (i = find_change (here, here + columns, i + 1, columns)) < columns;)
        cross (self, vertical_edge (self, row, i));
    }
  self->starts[2 * rows - 1] = (int) self->crossed->len;
}

/* The squares between two rows of nodes, from left to right. One whose right edge is crossed has
 * another crossed edge, so that three need a look. */
static void
march_row (Squares *self, int row)
{
  const int *crossed = (const int *) self->crossed->data;
  const int n = self->field->columns - 1;
  const int edges[3] = { row, row + 1, self->field->rows + row }; /* above, below, left */
  const int first[3] = { horizontal_edge (self, row, 0), horizontal_edge (self, row + 1, 0),
                         vertical_edge (self, row, 0) };
  int at[3], column;

  for (int i = 0; i < 3; i++)
    at[i] = self->starts[edges[i]];
  do
    {
      column = n;
      for (int i = 0; i < 3; i++)
        if (at[i] < self->starts[edges[i] + 1])
          column = MIN (column, crossed[at[i]] - first[i]);
      if (column < n)
        march_square (self, row, column);
      for (int i = 0; i < 3; i++)
        at[i] += at[i] < self->starts[edges[i] + 1] && crossed[at[i]] - first[i] == column;
    }
  while (column < n);
}

static void
add_level_line (const GradusField *field, const float *values, GradusContour *contour)
{
  const gsize rows = (gsize) field->rows, columns = (gsize) field->columns;
  const gsize n_edges = rows * (columns - 1) + (rows - 1) * columns;
  g_autofree guint8 *inside = g_new (guint8, rows * columns);
  g_autofree int *next = g_new (int, 2 * n_edges);
  g_autofree int *starts = g_new (int, 2 * rows);
  g_autoptr (GArray) crossed = g_array_new (FALSE, FALSE, sizeof (int));
  Squares self = { .field = field,
                   .values = values,
                   .inside = inside,
                   .crossed = crossed,
                   .starts = starts,
                   .next = next };

  find_crossed (&self);
  for (int row = 0; row + 1 < field->rows; row++)
    march_row (&self, row);

  /* Lines with ends first, from an end; what is left then are closed ones. */
  for (guint i = 0; i < crossed->len; i++)
    {
      int edge = g_array_index (crossed, int, i);
      if ((next[2 * edge] >= 0) != (next[2 * edge + 1] >= 0))
        trace (&self, edge, contour);
    }
  for (guint i = 0; i < crossed->len; i++)
    {
      int edge = g_array_index (crossed, int, i);
      if (next[2 * edge] >= 0)
        trace (&self, edge, contour);
    }
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
